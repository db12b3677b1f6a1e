"""What the presenter's page gets to read and to sort: all answers, hidden ones too, and what people think."""

from typing import Any

import msgspec

from workshop import language
from workshop.answers import Answer
from workshop.kinds.cafe import Cafe
from workshop.kinds.harvest import Harvest
from workshop.kinds.open import Open
from workshop.kinds.questions import Questions
from workshop.kinds.shared import Shared
from workshop.kinds.words import Cloud, Words
from workshop.live import harvesting
from workshop.live.rewording import changed
from workshop.live.rooms import LiveRoom, News
from workshop.live.seen import beside, result_of, way_of

Data = dict[str, Any]
MOST_BESIDE = 100
"""Of the questions that go on beside the slides: the presenter's page gets them with all its news."""


def shown(answer: Answer) -> Data:
    """An answer as the projector gets it."""
    data: Data = {"id": answer.id, "question": answer.question, "value": answer.value}
    return data | {"pinned": True} if answer.pinned else data


def sorts(live: LiveRoom, news: News) -> bool:
    """Whether the slide on screen brings back answers that changed just now."""
    sources = harvesting.sources_of(live.deck, live.room.slide)
    return any(answer.slide in sources for answer in news.answers.values())


def harvest(live: LiveRoom) -> list[Data] | None:
    """The columns of the harvest on screen, for the presenter to sort; None where the slide is none."""
    if live.deck.asked(live.room.slide, Harvest) is None:
        return None
    with language.speaking(live.deck.language):
        sheaves = harvesting.sheaves(live.room, live.deck, live.room.slide)
    return [
        {"name": each.name, "theme": each.theme, "votes": each.votes, "answers": each.answers}
        for each in sheaves
    ]


def wall(live: LiveRoom) -> Data | None:
    """How the answers on screen hang, and how else they could; None where none do."""
    asks = live.deck.asked(live.room.slide, Open)
    return {"way": way_of(live, live.room.slide), "ways": asks.ways} if asks else None


def questions_in_turn(live: LiveRoom) -> Data | None:
    """Which of how many questions is asked now; None where all are asked at once."""
    asks = live.deck.asked(live.room.slide, Open)
    if asks is None or not asks.in_turn:
        return None
    return {"now": live.room.walls.question(live.room.slide), "of": len(asks.asked)}


def words(live: LiveRoom) -> Data | None:
    """The words of the cloud on screen, and those that count as others; None where there is none."""
    number = live.room.slide
    if live.deck.asked(number, Words) is None:
        return None
    cloud = result_of(live, live.deck, number)
    said = cloud.words if isinstance(cloud, Cloud) else ()
    return {
        "said": [{"word": word.key, "text": word.text, "times": word.times} for word in said],
        "reworded": msgspec.to_builtins(changed(live.room, live.deck, number)),
    }


def asked_beside(live: LiveRoom) -> Data | None:
    """What people ask beside the slide on screen; None where they cannot."""
    number = beside(live, live.room.slide)
    slide = live.deck.slide(number or 0)
    if slide is None:
        return None
    asked = [answer for answer in live.room.answers.of_slide(slide.number) if not answer.withdrawn]
    return {
        "slide": slide.number,
        "title": slide.title,
        "answers": [moderated(answer, live) for answer in asked[-MOST_BESIDE:]],
    }


def is_beside(live: LiveRoom, news: News) -> bool:
    """Whether the questions beside the slide on screen changed just now."""
    number = beside(live, live.room.slide)
    return any(answer.slide == number for answer in news.answers.values())


def cafe_round(live: LiveRoom) -> Data | None:
    """Which round of how many runs on the slide on screen; None where it is no world café."""
    cafe = live.deck.asked(live.room.slide, Cafe)
    if cafe is None:
        return None
    return {"now": live.room.tables.of(live.room.slide).round, "of": cafe.rounds}


def moderated(answer: Answer, live: LiveRoom) -> Data:
    """An answer as the presenter gets it; one that the word filter holds back says for which word."""
    held = {"held": _word_in(answer, live)} if answer.held else {}
    paper = {"sheet": answer.sheet} if answer.sheet else {}
    return {
        **held,
        **paper,
        **shown(answer),
        "hidden": answer.hidden,
        "waiting": answer.waiting,
        "pinned": answer.pinned,
        "muted": answer.participant in live.room.answers.muted,
        **_opinions(answer, live),
    }


def _opinions(answer: Answer, live: LiveRoom) -> Data:
    """What people make of an answer that all of them see."""
    asks = live.deck.asked(answer.slide, Shared)
    if asks is None:
        return {}
    book = live.room.answers
    opinions: Data = {"reports": len(book.reports.get(answer.id, ()))}
    if asks.votes:
        opinions["votes"] = len(book.votes.get(answer.id, ()))
    if isinstance(asks, Questions):
        opinions["settled"] = answer.settled
    return opinions


def _word_in(answer: Answer, live: LiveRoom) -> str:
    """The word for which it waits; empty where that is not on the list any more."""
    words = live.workshop.word_filter
    return (words and words.found(str(answer.value))) or ""
