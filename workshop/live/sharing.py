"""What people see of one another: the answers that phones show, and what all think of them. Pure."""

from typing import Any

from workshop.answers import Answer
from workshop.decks.deck import Deck
from workshop.kinds.questions import Questions
from workshop.kinds.shared import Said
from workshop.live.room import Room

MOST_VOTED = 100
NEWEST = 50
"""A phone gets so many of the answers with most votes, and of those that came last."""


def said(room: Room, answer: Answer) -> Said:
    """An answer with what people make of it."""
    return Said(
        id=answer.id,
        question=answer.question,
        text=str(answer.value),
        votes=len(room.answers.votes.get(answer.id, ())),
        is_settled=answer.settled,
        seq=answer.seq,
    )


def said_on(room: Room, number: int) -> list[Said]:
    """All of a slide that may be seen, in the order in which it came."""
    return [said(room, answer) for answer in room.answers.visible_of(number)]


def for_phones(room: Room, number: int) -> list[Said]:
    """Those of a slide that fit on a phone: with most votes, and the newest."""
    all_ = said_on(room, number)
    if len(all_) <= MOST_VOTED + NEWEST:
        return all_
    most = sorted(all_, key=lambda each: -each.votes)[:MOST_VOTED]
    ids = {each.id for each in [*most, *all_[-NEWEST:]]}
    return [each for each in all_ if each.id in ids]


def item(each: Said, room: Room, number: int, *, counted: bool) -> dict[str, Any]:
    """One of a slide's as phones get it; without the votes as long as nobody may see those."""
    data: dict[str, Any] = {"id": each.id, "question": each.question, "text": each.text}
    if counted:
        data["votes"] = each.votes
    if each.is_settled:
        data["settled"] = True
    if cafe := room.tables.by_slide.get(number):
        data["round"] = cafe.round_of(each.seq)
    return data


def beside(room: Room, deck: Deck, number: int, now: int = 0) -> int | None:
    """The slide whose questions go on beside another one; None where there is none."""
    numbers = [
        slide.number
        for slide in deck.slides
        if isinstance(slide.asks, Questions) and slide.asks.always and slide.number != number
    ]
    return next((number for number in numbers if room.takes_answers(number, now)), None)
