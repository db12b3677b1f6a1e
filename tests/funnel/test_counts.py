"""What counts at each step of the funnel, and what does not."""

import pytest

from tests.friends.written import words, write
from tests.funnel.conftest import Happen, given, leave, print_cards
from workshop import journal
from workshop.config import Settings
from workshop.database import Database
from workshop.events import Answered, AnswerEdited, Joined
from workshop.friends.card import FriendCard
from workshop.funnel.stages import Funnel, funnels_of, together
from workshop.funnel.step import steps
from workshop.leads.acceptance import Source
from workshop.leads.lead import LeadRow
from workshop.rehearsal.simulated import PREFIX
from workshop.workshops import Workshop

NAMES = ["joined", "answered", "cards", "printed", "visited", "leads", "won"]


def funnel_of(database: Database, workshop: Workshop) -> Funnel:
    return funnels_of(database, [workshop.id])[workshop.id]


def numbers(funnel: Funnel) -> list[int]:
    return [stage.count for stage in funnel.stages]


def test_the_steps_stand_in_order_whoever_put_them_in(database: Database) -> None:
    assert [name for name, _step in steps()] == NAMES


def test_each_step_has_its_number(database: Database, lively: Workshop) -> None:
    funnel = funnel_of(database, lively)

    assert numbers(funnel) == [4, 2, 3, 2, 1, 2, 1]
    assert funnel.parts["leads"] == 1


def test_each_number_is_compared_with_the_step_that_it_follows_from(
    database: Database, lively: Workshop
) -> None:
    assert [stage.share for stage in funnel_of(database, lively).stages] == [
        "",
        "50 % of those who joined",
        "150 for every 100 who answered",
        "67 % of the cards",
        "33 % of the cards",
        "50 for every 100 who joined",
        "50 % of the leads",
    ]


def test_where_nothing_happened_all_is_zero_and_nothing_is_compared(
    database: Database, workshop: Workshop
) -> None:
    funnel = funnel_of(database, workshop)

    assert numbers(funnel) == [0] * 7
    assert funnel.most == 0
    assert not any(stage.share for stage in funnel.stages)


def test_less_than_one_in_a_hundred_is_not_called_none(
    database: Database, workshop: Workshop, happen: Happen
) -> None:
    happen(workshop, *(Joined(f"person-{n}") for n in range(400)), given(1, "a"))

    assert funnel_of(database, workshop).stages[1].share == "0.2 % of those who joined"


def test_simulated_phones_do_not_count(
    database: Database, settings: Settings, lively: Workshop, happen: Happen
) -> None:
    before = numbers(funnel_of(database, lively))

    happen(lively, Joined(f"{PREFIX}1", rehearsal=True), Answered(f"{PREFIX}1", "r", 2, 0, "Hoi"))
    write(database, settings, lively, words(friend_name="Nep"))
    lead = leave(database, settings, lively, Source("room"), email="nep@example.org")
    with database.write() as session:
        session.get_one(LeadRow, lead).simulated = True
        newest = session.query(FriendCard).all()
        for card in newest:
            card.simulated = card.id not in [each.id for each in newest[:3]]
        assert sum(card.simulated for card in newest) == 1

    assert numbers(funnel_of(database, lively)) == before


def test_a_lead_that_was_merged_counts_once(database: Database, settings: Settings, lively: Workshop) -> None:
    double = leave(database, settings, lively, Source("room"), school="de regenboog")
    assert funnel_of(database, lively).counts["leads"] == 3

    with database.write() as session:
        session.get_one(LeadRow, double).merged_into = 1

    assert funnel_of(database, lively).counts["leads"] == 2


def test_cards_that_were_printed_again_are_no_more_cards(database: Database, lively: Workshop) -> None:
    print_cards(database, lively, 2)
    print_cards(database, lively, 40, kind="answers")

    assert funnel_of(database, lively).counts["printed"] == 2


def test_a_sheet_of_paper_is_somebody_who_came_and_answered(
    database: Database, lively: Workshop, happen: Happen
) -> None:
    happen(lively, Answered("paper-7", "p", 2, 0, "Van papier", sheet=7))

    assert numbers(funnel_of(database, lively))[:2] == [5, 3]


def test_a_journal_is_read_again_only_after_it_has_grown(
    database: Database, lively: Workshop, happen: Happen, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = []
    whole = journal.read_since
    monkeypatch.setattr(journal, "read_since", lambda *a: read.append(a[1]) or whole(*a))

    funnel_of(database, lively)
    funnel_of(database, lively)
    assert read == [lively.id]

    happen(lively, Joined("person-9"), AnswerEdited("person-1", "c", "Anders"))
    assert numbers(funnel_of(database, lively))[:2] == [5, 2]
    assert read == [lively.id] * 2


def test_a_long_journal_is_folded_in_turns(
    database: Database, lively: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workshop.funnel.attended.EVENTS_A_TURN", 3)

    assert numbers(funnel_of(database, lively))[:2] == [4, 2]


def test_another_workshop_has_its_own_numbers_and_together_they_add_up(
    database: Database, lively: Workshop, other: Workshop, happen: Happen
) -> None:
    happen(other, Joined("person-1"))

    found = funnels_of(database, [lively.id, other.id])

    assert numbers(found[other.id]) == [1, 0, 0, 0, 0, 0, 0]
    assert numbers(together(found.values())) == [5, 2, 3, 2, 1, 2, 1]
