"""What phones send: the plain case, and each way it can be refused."""

import pytest

from tests.workshops import CHOICE, DECK, FRIEND, OPEN, TWO, WELCOME
from workshop.decks.markdown import parse
from workshop.events import (
    Answered,
    AnswerEdited,
    AnswerWithdrawn,
    AnyEvent,
    QuestionClosed,
    Recorded,
    SlideShown,
    WorkshopClosed,
)
from workshop.journal import Entry
from workshop.language import speaking
from workshop.live.orders import phone_command
from workshop.live.room import Room
from workshop.live.submissions import entry_for
from workshop.refused import Refused

SMALL = parse(DECK)
ID, OTHER_ID = "x" * 22, "y" * 22


def room(*events: AnyEvent) -> Room:
    room = Room()
    for slide in range(1, len(SMALL.slides) + 1):
        room.apply(Recorded(room.seq + 1, 0, SlideShown(slide)))
    for event in events:
        room.apply(Recorded(room.seq + 1, 0, event))
    return room


def send(data: object, of: Room | None = None, participant: str = "me") -> Entry:
    with speaking("nl"):
        return entry_for(phone_command(data), of or room(), SMALL, 7, participant, "secret")


def refusal(data: object, of: Room | None = None, participant: str = "me") -> Refused:
    with pytest.raises(Refused) as caught:
        send(data, of, participant)
    assert caught.value.text, "every refusal says what is wrong"
    return caught.value


def answer(value: object, slide: int = OPEN, question: int = 0, name: str = ID) -> dict[str, object]:
    return {"do": "answer", "id": name, "slide": slide, "question": question, "value": value}


def test_an_answer_becomes_an_entry_with_the_phones_own_id() -> None:
    entry = send(answer("  mooi  "))

    assert entry == Entry(7, Answered("me", ID, OPEN, 0, "mooi"), ID)


def test_a_choice_is_kept_in_order_and_without_doubles() -> None:
    event = send(answer([2, 0, 2], CHOICE)).event

    assert isinstance(event, Answered)
    assert event.value == [0, 2]


def test_an_own_answer_can_be_edited_and_taken_back() -> None:
    mine = room(Answered("me", ID, OPEN, 0, "mooi"))

    edited = send({"do": "edit", "id": OTHER_ID, "answer": ID, "value": "mooier"}, mine)

    assert edited.event == AnswerEdited("me", ID, "mooier")
    assert send({"do": "withdraw", "id": OTHER_ID, "answer": ID}, mine).submission == OTHER_ID


def test_a_form_reaches_the_part_behind_it() -> None:
    from workshop.forms import FORMS
    from workshop.friends import accept

    FORMS["friend"] = accept
    fields = {"friend_name": "Sanne", "message": "Dag", "sender_name": "Karin"}

    assert send({"do": "form", "id": ID, "slide": FRIEND, "fields": fields}).submission == ID


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (answer("x", slide=99), "unknown_slide"),
        (answer("x", slide=WELCOME), "wrong_kind"),
        (answer("x", question=5), "unknown_question"),
        (answer([1]), "wrong_kind"),
        (answer("rood", CHOICE), "wrong_kind"),
        (answer([3], CHOICE), "unknown_option"),
        (answer([-1], CHOICE), "unknown_option"),
        (answer("   \n "), "empty"),
        (answer("\x00\x1f"), "empty"),
        (answer("é" * 41), "too_long"),
        (answer("x", FRIEND), "unknown_question"),
        ({"do": "form", "id": ID, "slide": OPEN, "fields": {}}, "wrong_kind"),
        ({"do": "form", "id": ID, "slide": FRIEND, "fields": {"a": "x" * 6000}}, "too_long"),
        ({"do": "edit", "id": ID, "answer": OTHER_ID, "value": "x"}, "unknown_answer"),
        ({"do": "withdraw", "id": ID, "answer": OTHER_ID}, "unknown_answer"),
        ({"do": "dance", "id": ID}, "not_understood"),
        (answer("x", name="short"), "not_understood"),
        (answer("x", slide=-1), "not_understood"),
        (answer({"a": 1}), "not_understood"),
        (answer(None), "not_understood"),
        (["answer"], "not_understood"),
        ("answer", "not_understood"),
        (None, "not_understood"),
    ],
)
def test_what_is_wrong_is_refused_with_its_own_code(data: object, code: str) -> None:
    assert refusal(data).code == code


def test_a_closed_question_takes_no_answer_and_no_edit() -> None:
    closed = room(Answered("me", ID, OPEN, 0, "mooi"), QuestionClosed(OPEN))

    assert refusal(answer("te laat", name=OTHER_ID), closed).code == "closed"
    assert refusal({"do": "edit", "id": OTHER_ID, "answer": ID, "value": "x"}, closed).code == "closed"


def test_an_answer_can_be_taken_back_also_when_the_question_or_the_workshop_has_closed() -> None:
    for closing in (QuestionClosed(OPEN), WorkshopClosed()):
        closed = room(Answered("me", ID, OPEN, 0, "mooi"), closing)

        taken_back = send({"do": "withdraw", "id": OTHER_ID, "answer": ID}, closed)

        assert taken_back.event == AnswerWithdrawn("me", ID)
        with pytest.raises(Refused):
            send({"do": "withdraw", "id": OTHER_ID, "answer": ID}, closed, "somebody else")


def test_somebody_elses_answer_cannot_be_touched() -> None:
    theirs = room(Answered("them", ID, OPEN, 0, "van mij"))

    edit = {"do": "edit", "id": OTHER_ID, "answer": ID, "value": "gekaapt"}

    assert refusal(edit, theirs).code == "unknown_answer"
    assert send(edit, theirs, "them").event == AnswerEdited("them", ID, "gekaapt")


def test_a_phone_gives_no_more_answers_than_the_question_takes_but_may_resend() -> None:
    full = room(*(Answered("me", f"{n}" * 20, OPEN, 0, "x") for n in (1, 2)))

    assert refusal(answer("nog een"), full).code == "too_many_answers"
    assert send(answer("x", name="1" * 20), full).submission == "1" * 20
    assert send(answer("eerste"), full, "somebody else").submission == ID


def test_each_question_of_a_slide_counts_its_own_answers() -> None:
    one = room(*(Answered("me", f"{n:020}", TWO, 0, "x") for n in range(20)))

    assert refusal(answer("x", TWO, 0), one).code == "too_many_answers"
    assert send(answer("x", TWO, 1), one).submission == ID


def test_refusals_are_in_the_language_of_the_deck() -> None:
    assert refusal(answer("")).text == "Er staat nog niets in."
