"""What a form asks for, and what paper that is."""

import itertools

import msgspec
import pytest

from workshop.cards.imposition import Flip, Order
from workshop.cards.ink import Ink
from workshop.cards.layout import BADGE, LETTER, POSTCARD, POSTER, SINGLE
from workshop.cards.sizes import SIZES
from workshop.prints.form import wish_from
from workshop.prints.wish import CARD_SIZES, KINDS, PAPERS, Wish
from workshop.refused import Refused


def test_a_form_that_was_left_as_it_was_asks_for_the_usual() -> None:
    wish = wish_from(
        {"kind": "friends", "size": "", "lies": "", "printer": "", "csrf_token": "x", "names": ""},
        "https://x",
    )

    assert wish == Wish("friends", "https://x")
    printing = wish.printing()
    assert (printing.card, printing.sheet, printing.imposition.count) == (SIZES["a6"], SIZES["a4"], 4)
    assert (printing.ink, printing.bleeds, printing.flip) == (Ink.RGB, False, Flip.LONG)


def test_all_that_a_form_can_say_is_heard() -> None:
    sent = {"kind": "friends", "size": "a5", "lies": "true", "back": "postcard", "paper": "sra3"}

    wish = wish_from({**sent, "flip": "long", "piles": "true", "printer": "3", "copies": "7"}, "https://x")

    printing = wish.printing((0.5, -0.2))
    assert (printing.card, printing.sheet) == (SIZES["a5"].turned, SIZES["sra3"])
    assert (printing.flip, printing.order, printing.offset) == (Flip.LONG, Order.PILES, (0.5, -0.2))
    assert (printing.bleeds, printing.ink, wish.layout) == (True, Ink.CMYK, POSTCARD)
    assert (wish.printer, wish.copies) == (3, 7)
    assert Wish("friends", flip="short").printing((0.5, -0.2)).offset == (0, 0), "measured for the other edge"
    assert Wish("friends", flip="short").printing().flip is Flip.SHORT


@pytest.mark.parametrize(
    "sent",
    [
        {"kind": "money"},
        {"kind": "friends", "size": "a0"},
        {"kind": "friends", "copies": "0"},
        {"kind": "friends", "copies": "many"},
        {"kind": "friends", "lies": "perhaps"},
        {"kind": "badges", "names": "x" * 40_001},
        {},
    ],
)
def test_what_no_form_of_ours_sends_is_refused(sent: dict[str, str]) -> None:
    with pytest.raises(msgspec.ValidationError):
        wish_from(sent, "https://x")


def test_only_what_has_a_back_folds_or_is_a_postcard() -> None:
    layouts = {kind: Wish(kind, back="postcard").layout for kind in KINDS}

    assert {kind for kind, layout in layouts.items() if layout is POSTCARD} == {"friends", "takeaways"}
    assert [layouts[kind] for kind in ("answers", "leads", "tables", "posters", "badges")] == [
        SINGLE,
        SINGLE,
        POSTER,
        POSTER,
        BADGE,
    ]
    assert {kind for kind in KINDS if Wish(kind, back="fold").printing().folds} == {"friends", "takeaways"}
    assert Wish("friends").layout is LETTER


def is_printed(wish: Wish) -> bool:
    """Whether its cards fit on its paper."""
    try:
        return wish.printing().imposition.count >= 1
    except Refused:
        return False


def test_every_choice_is_either_printed_or_refused_in_words() -> None:
    choices = itertools.product(
        KINDS, ("", *CARD_SIZES), PAPERS, ("letter", "postcard", "fold"), (None, True, False)
    )

    printed = [
        is_printed(Wish(kind, size=size, paper=paper, back=back, lies=lies))
        for kind, size, paper, back, lies in choices
    ]

    assert len(printed) == 4_410
    assert 3_000 < sum(printed) < 4_410
    assert not is_printed(Wish("posters", size="a3"))
