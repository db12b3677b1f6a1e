"""Words of a cloud that count as others, or as none."""

import pytest

from tests.decks.written import deck
from tests.live.test_room import fold
from workshop.events import Answered, AnyDirection, AnyEvent, SlideShown, WordHidden, WordMerged, WordRestored
from workshop.kinds.words import key
from workshop.live.directions import event_for
from workshop.live.orders import Reword
from workshop.live.rewording import changed, counting
from workshop.live.room import Room
from workshop.refused import Refused

DECK = deck("# Woorden\n\n::: words\n:::\n\n---\n\n# Keuze\n\n::: choice\n- a\n- b\n:::\n")
SAID = ["vertrouwen", "Vertrouwen!", "lef", "moed", "onzin"]
TRUST, NERVE, COURAGE, NONSENSE = (key(word, "nl") for word in ("vertrouwen", "lef", "moed", "onzin"))


def room(*events: AnyEvent) -> Room:
    said = [Answered(f"p{n}", f"{n:016}", 1, 0, word) for n, word in enumerate(SAID)]
    return fold([SlideShown(1), *said, *events])


def counts(room: Room) -> list[object]:
    return counting(SAID, room, DECK, 1)


def order(word: str, into: str | None, room: Room, slide: int = 1) -> AnyDirection | None:
    return event_for(Reword(slide, word, into), room, DECK)


def test_a_merged_word_counts_as_the_other_in_all_its_writings() -> None:
    merged = room(WordMerged(1, TRUST, "lef"))

    assert counts(merged) == ["lef", "lef", "lef", "moed", "onzin"]


def test_a_hidden_word_does_not_count_and_comes_back() -> None:
    hidden = room(WordHidden(1, NONSENSE))

    assert counts(hidden) == SAID[:-1]
    assert counts(fold([WordRestored(1, NONSENSE)], hidden)) == SAID


def test_words_are_merged_over_several_steps_and_never_in_a_circle() -> None:
    steps = room(WordMerged(1, NERVE, "moed"), WordMerged(1, COURAGE, "vertrouwen"))

    assert counts(steps) == ["vertrouwen", "Vertrouwen!", "vertrouwen", "vertrouwen", "onzin"]
    assert len(counts(fold([WordMerged(1, TRUST, "lef")], steps))) == len(SAID)


def test_a_command_becomes_the_event_that_it_means() -> None:
    hidden = room(WordHidden(1, NONSENSE))

    assert order(NERVE, "moed", room()) == WordMerged(1, NERVE, "moed")
    assert order(NONSENSE, "", room()) == WordHidden(1, NONSENSE)
    assert order(NONSENSE, "", hidden) is None
    assert order(NONSENSE, None, hidden) == WordRestored(1, NONSENSE)
    assert order(NONSENSE, None, room()) is None


def test_a_word_is_not_merged_with_itself_and_none_where_there_are_none() -> None:
    for word, slide in ((TRUST, 1), (TRUST, 2), (TRUST, 3)):
        with pytest.raises(Refused):
            order(word, "Vertrouwen", room(), slide)


def test_the_presenter_sees_what_was_changed_as_people_wrote_it() -> None:
    merged = room(WordMerged(1, TRUST, "lef"), WordHidden(1, NONSENSE))

    assert [(each.said, each.into) for each in changed(merged, DECK, 1)] == [
        ("vertrouwen", "lef"),
        ("onzin", ""),
    ]
