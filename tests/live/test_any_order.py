"""Whatever a page sends: a command or a refusal comes of it, and of a command an entry or a refusal."""

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from workshop.decks.markdown import parse
from workshop.events import AnyEvent, Recorded, SlideShown, decode, encode
from workshop.forms import FORMS
from workshop.friends import accept as accept_friend
from workshop.kinds import KINDS
from workshop.kinds.kind import Counted
from workshop.language import speaking
from workshop.leads.acceptance import accept as accept_lead
from workshop.live.directions import event_for
from workshop.live.orders import decoded, phone_command, presenter_command
from workshop.live.room import Room
from workshop.live.submissions import entry_for
from workshop.refused import Refused

ASKED = {
    "open": "::: open {max=40 answers=2}\n:::",
    "choice": "::: choice {several=true}\n- a\n- b\n:::",
    "scale": "::: scale\n- Stelling\n:::",
    "ranking": "::: ranking\n- a\n- b\n- c\n:::",
    "points": "::: points\n- a\n- b\n:::",
    "number": "::: number {min=0 max=10 decimals=1}\n:::",
    "place": "::: place {on=map}\n:::",
    "words": "::: words\n:::",
    "lead": "::: lead\nWij bewaren dit.\n:::",
    "friend": "::: friend\n:::",
    "ideas": "::: ideas\n:::",
    "questions": "::: questions\n:::",
    "cafe": "::: cafe\n- a\n- b\n:::",
    "harvest": "::: harvest {from=1}\n:::",
    "quiz": "::: quiz\n- [x] a\n- b\n:::",
}
DECK = parse(
    "---\ntitle: Alles\nlanguage: nl\n---\n" + "\n\n---\n\n".join(f"# {k}\n\n{v}" for k, v in ASKED.items())
)
ID = "x" * 22
FORMS.update(friend=accept_friend, lead=accept_lead)

TEXTS = st.text(st.characters(exclude_categories=[]), max_size=60)
KEYS = st.sampled_from(
    [
        "do",
        "id",
        "slide",
        "question",
        "value",
        "answer",
        "fields",
        "open",
        "hidden",
        "seconds",
        "large",
        "muted",
    ]
)
NUMBERS = st.integers() | st.integers(-2, 12) | st.floats() | st.just(10**400)
ORDERS = st.sampled_from(
    [
        "answer",
        "edit",
        "withdraw",
        "vote",
        "report",
        "sit",
        "pen",
        "form",
        "show",
        "open",
        "reveal",
        "hide",
        "pin",
        "settle",
        "round",
        "name_theme",
        "remove_theme",
        "sort",
        "enlarge",
        "mute",
        "moderate",
        "time",
        "code",
        "end",
    ]
)
WORDS = ORDERS | st.sampled_from([ID, ID + "\n"])
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS | WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS | TEXTS, inner, max_size=8),
    max_leaves=20,
)
FIELDS = st.dictionaries(
    st.sampled_from(
        ["friend_name", "message", "sender_name", "leader_name", "school", "email", "telephone", "consent"]
    )
    | TEXTS,
    TEXTS | st.sampled_from(["yes", "a@b.nl", "0612345678"]),
    max_size=9,
)
NEARLY = st.fixed_dictionaries(
    {"do": WORDS | TEXTS, "id": st.just(ID) | TEXTS, "slide": st.integers(-1, len(ASKED) + 2) | JSON},
    optional={
        "question": st.integers(-1, 2) | JSON,
        "value": JSON,
        "answer": st.just(ID) | JSON,
        "fields": FIELDS | JSON,
    },
)
VALUES = TEXTS | NUMBERS | st.lists(st.integers() | st.integers(-1, 6), max_size=6)


def room(*events: AnyEvent) -> Room:
    room = Room()
    for event in (*(SlideShown(slide.number) for slide in DECK.slides), *events):
        room.apply(Recorded(room.seq + 1, 0, event))
    return room


def test_every_kind_that_phones_answer_is_here() -> None:
    assert ASKED.keys() == {name for name, kind in KINDS.items() if kind.asks}


@settings(deadline=None, max_examples=400)
@given(JSON | NEARLY)
@example({"do": "answer", "id": ID + "\n", "slide": 1, "question": 0, "value": "x"})
@example({"do": "form", "id": ID, "slide": 10, "fields": {"message": "\ud83d"}})
def test_any_json_of_a_phone_is_an_entry_or_refused(data: Any) -> None:
    with speaking("nl"), suppress(Refused):
        entry = entry_for(phone_command(data), room(), DECK, 7, "me", "secret")
        assert entry.submission == ID
        assert decode(encode(entry.event)) == entry.event


@settings(deadline=None, max_examples=300)
@given(JSON | NEARLY)
def test_any_json_of_a_presenter_is_done_or_refused(data: Any) -> None:
    with speaking("nl"), suppress(Refused):
        event_for(presenter_command(data), room(), DECK)


@pytest.mark.parametrize("kind", [name for name in ASKED if name not in FORMS])
@settings(deadline=None, max_examples=80)
@given(st.lists(VALUES, max_size=4))
def test_any_value_is_an_answer_to_a_question_or_refused_and_its_result_can_be_drawn(
    kind: str, values: list[Any]
) -> None:
    asks = next(slide.asks for slide in DECK.slides if slide.asks and slide.asks.name == kind)
    kept = []

    for value in values:
        with speaking("nl"), suppress(Refused):
            kept.append(asks.check(value))

    assert [asks.check(value) for value in kept] == kept
    if isinstance(asks, Counted):
        with speaking("nl"):
            asks.result(kept)
            asks.table(kept)


@settings(deadline=None, max_examples=300)
@given(
    TEXTS
    | JSON.map(json.dumps)
    | st.binary(max_size=40)
    | st.sampled_from(["[" * 100_000, "1" * 5000, "NaN"])
)
@example(r'{"value": "half \ud83d"}')
@example(r'["\ud83d", ' + "[" * 100_000)
@example(b"\xed\xa0\xbd")
def test_any_text_is_json_or_it_is_not(text: str | bytes) -> None:
    with suppress(ValueError):
        decoded(text)


def test_half_an_emoji_is_read_and_not_kept() -> None:
    data = decoded(rf'{{"do": "answer", "id": "{ID}", "slide": 1, "question": 0, "value": "mooi \ud83d"}}')

    entry = entry_for(phone_command(data), room(), DECK, 7, "me", "secret")

    assert entry.event.value == "mooi"  # type: ignore[union-attr]
