"""What each screen shows of a room: the HTML of a slide from its template, and the data beside it."""

import zlib
from collections.abc import Iterable
from typing import Any

from flask import Flask

from workshop import language
from workshop.addresses import Addresses
from workshop.answers import Answer
from workshop.decks.deck import Slide
from workshop.kinds import Kind
from workshop.live.rooms import LiveRoom, News
from workshop.live.wifi import wifi_code

Data = dict[str, Any]


class Screens:
    """Draws slides with the application's templates, outside any request, in the deck's language."""

    def __init__(self, app: Flask, addresses: Addresses) -> None:
        self._app = app
        self._addresses = addresses

    def phone(self, live: LiveRoom) -> Data:
        """The slide as phones show it; the same for all of them."""
        return self._slide(live, "live/phone_slide.html", live.room.slide)

    def projector(self, live: LiveRoom) -> Data:
        """The slide as the projector shows it, with everything that stands on it."""
        return {
            **self._slide(live, "live/projector_slide.html", live.room.slide),
            **current(live),
            "answers": [shown(answer) for answer in live.room.answers.visible_of(live.room.slide)],
        }

    def presenter(self, live: LiveRoom) -> Data:
        """The slide and the next one as pictures, the notes, and all answers, hidden ones too."""
        number = live.room.slide
        slide = live.deck.slide(number)
        following = number + 1 if number < len(live.deck.slides) else None
        return {
            **self._slide(live, "live/projector_slide.html", number),
            **current(live),
            "next": following and self._slide(live, "live/projector_slide.html", following)["html"],
            "notes": slide.notes if slide else "",
            "answers": [
                moderated(answer) for answer in live.room.answers.of_slide(number) if not answer.withdrawn
            ],
        }

    def _slide(self, live: LiveRoom, template: str, number: int) -> Data:
        slide = live.deck.slide(number)
        open_ = live.room.takes_answers(number)
        with self._app.app_context(), language.speaking(live.deck.language):
            html = self._app.jinja_env.get_template(template).render(
                deck=live.deck,
                workshop=live.workshop,
                room=live.room,
                slide=slide,
                asks=slide.asks if slide else None,
                open=open_ or number not in live.room.shown,  # one that comes next is not closed
                join=self._addresses.join(live.workshop.code),
                wifi=wifi_code(live.workshop),
                tally=tallies(live, slide),
            )
        return {
            "seq": live.room.seq,
            "number": number,
            "of": len(live.deck.slides),
            "asks": bool(slide and slide.asks),
            "open": open_,
            "ended": live.room.closed,
            "html": html,
            "drawn": f"{zlib.crc32(html.encode()):08x}",  # a page need not draw what it shows already
        }


def current(live: LiveRoom) -> Data:
    """The counts of the slide on screen."""
    room = live.room
    return {
        "seq": room.seq,
        "large_code": live.code_is_large,
        "counts": {
            "people": live.present,
            "answers": room.answers.visible_counts.get(room.slide, 0),
            "leads": room.leads,
            "friends": room.friend_messages,
        },
        "tally": tallies(live, live.deck.slide(room.slide)),
    }


def changes(live: LiveRoom, news: News, now: Data) -> Data:
    """What changed on the slide on screen, for the projector; `now` are its `current` counts."""
    answers = [answer for answer in news.answers.values() if answer.slide == live.room.slide]
    return {
        **now,
        "answers": [shown(answer) for answer in answers if answer.visible],
        "gone": [answer.id for answer in answers if not answer.visible],
    }


def moderation(live: LiveRoom, news: News, now: Data) -> Data:
    """What changed on the slide on screen, for the presenter; `now` are its `current` counts."""
    answers = [answer for answer in news.answers.values() if answer.slide == live.room.slide]
    return {
        **now,
        "answers": [moderated(answer) for answer in answers if not answer.withdrawn],
        "gone": [answer.id for answer in answers if answer.withdrawn],
    }


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


def shown(answer: Answer) -> Data:
    """An answer as the projector gets it."""
    return {"id": answer.id, "question": answer.question, "value": answer.value}


def moderated(answer: Answer) -> Data:
    """An answer as the presenter gets it."""
    return {**shown(answer), "hidden": answer.hidden}


def tallies(live: LiveRoom, slide: Slide | None) -> list[int]:
    """The counts of the slide's question; empty where the answers themselves are shown."""
    if slide is None or slide.asks is None or not slide.asks.tallied:
        return []
    return _tally(slide.asks, live.room.answers.visible_of(slide.number))


def _tally(kind: Kind, answers: Iterable[Answer]) -> list[int]:
    return kind.tally([answer.value for answer in answers])
