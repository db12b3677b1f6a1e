"""What phones are told beside the slide: of their own answers, and of those that everybody sees."""

from typing import Any

from workshop import language
from workshop.answers import Answer
from workshop.live import sharing
from workshop.live.rooms import LiveRoom
from workshop.live.seen import is_revealed, is_thinking

Data = dict[str, Any]


def own(live: LiveRoom, participant: str) -> list[Data]:
    """What one phone sent, on all slides, so that a reload comes back to it."""
    book = live.room.answers
    return [
        {
            "id": answer.id,
            "slide": answer.slide,
            "question": answer.question,
            "value": answer.value,
        }
        for answer in map(book.by_id.__getitem__, book.by_participant.get(participant, ()))
        if not answer.withdrawn
    ]


def named(live: LiveRoom, participant: str) -> Data:
    """What a phone plays under: a name in the room's language, as it stands on the podium."""
    nicks = live.room.nicks
    with language.speaking(live.deck.language):
        return {"nick": nicks.name(participant), "may_change": nicks.may_take(participant)}


def seats(live: LiveRoom, participant: str) -> dict[int, Data]:
    """Where one phone sits, and the pen that it took last, by slide."""
    return {
        number: {"table": cafe.seats[participant], "pen": cafe.holders.get(participant)}
        for number, cafe in live.room.tables.by_slide.items()
        if participant in cafe.seats
    }


def voted(live: LiveRoom, participant: str) -> list[str]:
    """The answers for which one phone has voted."""
    return sorted(live.room.answers.voted.get(participant, ()))


def said_by_all(live: LiveRoom, number: int) -> list[Data]:
    """The answers of a slide as phones show them to everybody."""
    counted = is_revealed(live, number)
    if number == live.room.slide and is_thinking(live):
        return []
    return [
        sharing.item(each, live.room, number, counted=counted)
        for each in sharing.for_phones(live.room, number)
    ]


def said_news(live: LiveRoom, number: int, answers: list[Answer]) -> Data:
    """What changed of these answers of a slide, for phones."""
    counted = is_revealed(live, number)
    return {
        "slide": number,
        "said": [
            sharing.item(sharing.said(live.room, answer), live.room, number, counted=counted)
            for answer in answers
            if answer.visible
        ],
        "gone": [answer.id for answer in answers if not answer.visible],
    }
