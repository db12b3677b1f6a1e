"""What each screen shows of a room: the HTML of a slide from its template, and the data beside it."""

import zlib
from dataclasses import asdict
from datetime import date
from typing import Any

from flask import Flask

from workshop import language
from workshop.addresses import Addresses
from workshop.days import last_day_before
from workshop.kinds.harvest import Harvest
from workshop.kinds.kind import Counted
from workshop.kinds.open import Open
from workshop.kinds.shared import Shared
from workshop.live import branching, sharing, standing
from workshop.live.moderating import (
    asked_beside,
    cafe_round,
    harvest,
    is_beside,
    moderated,
    questions_in_turn,
    shown,
    sorts,
    wall,
    words,
)
from workshop.live.newest import Newest
from workshop.live.rooms import LiveRoom, News
from workshop.live.seen import (
    beside,
    has_result,
    is_revealed,
    is_thinking,
    on_wall,
    posed,
    result_of,
    reveals,
    table_of,
    way_of,
)
from workshop.live.stand import answered, stand
from workshop.live.told import named, said_by_all
from workshop.live.wifi import wifi_code
from workshop.tables import Tables
from workshop.tongue import Tongue, plain

Data = dict[str, Any]


class Screens:
    """Draws slides with the application's templates, outside any request.

    For phones in the languages that their people read, for the room in the deck's main one.
    """

    def __init__(self, app: Flask, addresses: Addresses) -> None:
        self._app = app
        self._addresses = addresses
        self._drawn = Newest[str]()
        self._standings = Newest[standing.Places]()

    def phone(self, live: LiveRoom, tongue: Tongue | None = None, own_slide: int | None = None) -> Data:
        """The slide as phones show it, with what people see of one another.

        The same for all who read the same languages and are on the same slide.

        Args:
            live: the room.
            tongue: what the phone reads.
            own_slide: where the phone is, if it goes at its own pace.
        """
        number = slide_of_phone(live, own_slide)
        aside = beside(live, number)
        return {
            **self._slide(live, "live/phone_slide.html", number, tongue, aside),
            "free": live.is_free,
            "is_over": last_day(live) is not None,
            "screen": live.room.slide,
            "said": {
                each: said_by_all(live, each)
                for each in (number, aside)
                if each and live.deck.asked(each, Shared)
            },
            "pens": live.room.tables.of(number).pens,
        }

    def own(
        self, live: LiveRoom, participant: str, tongue: Tongue | None = None, own_slide: int | None = None
    ) -> Data:
        """What one phone shows of its own beside what it sent; nothing where nobody plays."""
        if not live.deck.has_game:
            return {}
        tongue = tongue or plain(live.deck.language)
        places = self._places(live)
        with language.speaking(tongue.interface, among=tongue.words):
            number = slide_of_phone(live, own_slide)
            told = standing.own(live.deck.in_language(tongue.words), live.room, places, participant, number)
        return {"own": {**asdict(told), **named(live, participant)}}

    def projector(self, live: LiveRoom) -> Data:
        """The slide as the projector shows it, with everything that stands on it."""
        return {
            **self._slide(live, "live/projector_slide.html", live.room.slide),
            **current(live),
            "answers": [
                shown(answer) for answer in on_wall(live, live.room.answers.of_slide(live.room.slide))
            ],
            "enlarged": self._enlarged(live),
        }

    def presenter(self, live: LiveRoom) -> Data:
        """The slide and the next one as pictures, the notes, and all answers, hidden ones too."""
        number = live.room.slide
        slide = live.deck.slide(number)
        following = branching.following(live.room, live.deck)
        return {
            **self._slide(live, "live/projector_slide.html", number),
            **current(live),
            **stand(live),
            "following": following,
            "next": following and self._slide(live, "live/projector_slide.html", following)["html"],
            "notes": slide.notes if slide else "",
            "answers": [
                moderated(answer, live)
                for answer in live.room.answers.of_slide(number)
                if not answer.withdrawn
            ],
            "result": self._result(live),
            "harvest": harvest(live),
            "round": cafe_round(live),
            "wall": wall(live),
            "questions": questions_in_turn(live),
            "words": words(live),
            "beside": asked_beside(live),
            "free": live.room.pace.free,
            "until": str(last_day_before(until)) if (until := live.room.pace.until) else "",
            "moderated": live.room.answers.moderated,
            "enlarged": live.room.enlarged,
        }

    def overview(self, live: LiveRoom, *, pictures: bool) -> list[Data]:
        """All slides, the lobby first, with how much was answered to each; as pictures too if asked for."""
        titles = [live.deck.title, *(slide.title for slide in live.deck.slides)]
        return [
            {
                "number": number,
                "title": title,
                "answers": live.room.answers.visible_counts.get(number, 0),
                "answered": answered(live, number),
                **({"html": self.picture(live, number)} if pictures else {}),
            }
            for number, title in enumerate(titles)
        ]

    def picture(self, live: LiveRoom, number: int) -> str:
        """A slide as it is before anybody answers, for whoever leafs through the deck."""
        slide = live.deck.slide(number)
        return self._render(
            plain(live.deck.language),
            "live/projector_slide.html",
            deck=live.deck,
            workshop=live.workshop,
            room=live.room,
            slide=slide,
            asks=slide.asks if slide else None,
            cafe=Tables().of(number),
            beside=None,
            open=True,
            ended=False,
            until=None,
            way=slide.asks.way if slide and isinstance(slide.asks, Open) else None,
            posed=None,
            join=self._addresses.join(live.workshop.code) if not slide else None,
            wifi="",
            thinking=False,
            said_on=lambda _source: [],
            result=None,
            table=None,
            standing=None,
            signs=live.deck.signs_on(number),
        )

    def preview(self, live: LiveRoom) -> Data:
        """What a page that looks along needs to know: which slide is on, if any is."""
        return {"number": live.room.slide, "live": bool(live.room.seq) and not live.room.closed}

    def news(self, live: LiveRoom, news: News) -> tuple[Data, Data]:
        """What changed on the slide on screen: for the projector, and for the presenter."""
        answers = [answer for answer in news.answers.values() if answer.slide == live.room.slide]
        changed = bool(answers) or news.result or sorts(live, news)
        now, result = current(live), self._result(live) if changed else None
        projector = {
            **now,
            "answers": [shown(answer) for answer in on_wall(live, answers)],
            "gone": [answer.id for answer in answers if not answer.visible],
            "result": result if has_result(live, live.room.slide) else None,
            "enlarged": self._enlarged(live),
        }
        presenter = {
            **now,
            **stand(live),
            "following": branching.following(live.room, live.deck),
            "answers": [moderated(answer, live) for answer in answers if not answer.withdrawn],
            "gone": [answer.id for answer in answers if answer.withdrawn],
            "result": result,
            "harvest": harvest(live) if result else None,
            "words": words(live) if result else None,
            "beside": asked_beside(live) if is_beside(live, news) else None,
        }
        return projector, presenter

    def _slide(
        self,
        live: LiveRoom,
        template: str,
        number: int,
        tongue: Tongue | None = None,
        aside: int | None = None,
    ) -> Data:
        tongue = tongue or plain(live.deck.language)
        deck = live.deck.in_language(tongue.words)
        slide = deck.slide(number)
        open_ = live.takes_answers(number)
        revealed = is_revealed(live, number)
        html = self._html(live, template, number, tongue, aside)
        return {
            "seq": live.room.seq,
            "number": number,
            "of": len(live.deck.slides),
            "asks": bool(slide and slide.asks),
            "counted": bool(slide and isinstance(slide.asks, Counted)),
            "reveals": bool(slide and reveals(slide.asks)),
            "revealed": revealed,
            "open": open_,
            "ended": live.has_ended,
            "time_left": live.time_left(number),
            "time_passed": live.time_passed(number) if slide and slide.is_game else None,
            # Phones have something of their own to ask for.
            "has_own": bool(slide and (slide.shows_standing or (slide.is_game and revealed))),
            "signs": [sign.picture for sign in live.deck.signs_on(number)],
            "html": html,
            "drawn": f"{zlib.crc32(html.encode()):08x}",  # a page need not draw what it shows already
        }

    def _html(self, live: LiveRoom, template: str, number: int, tongue: Tongue, aside: int | None) -> str:
        """The slide's HTML; for phones, of which hundreds may ask at once, as long as nothing happens."""

        def draw() -> str:
            return self._drawn_slide(live, template, number, tongue, aside)

        if template != "live/phone_slide.html":
            return draw()
        now = (live.room.seq, live.takes_answers(number), live.is_free, is_thinking(live), live.workshop)
        return self._drawn.of((live.id, tongue, number), now, draw)

    def _drawn_slide(
        self, live: LiveRoom, template: str, number: int, tongue: Tongue, aside: int | None
    ) -> str:
        deck = live.deck.in_language(tongue.words)
        slide = deck.slide(number)
        revealed = is_revealed(live, number)
        open_ = live.takes_answers(number)
        return self._render(
            tongue,
            template,
            deck=deck,
            workshop=live.workshop,
            room=live.room,
            slide=slide,
            asks=slide.asks if slide else None,
            cafe=live.room.tables.of(number),
            beside=aside and deck.slide(aside),
            open=open_ or number not in live.room.shown,  # one that comes next is not closed
            ended=live.has_ended,
            until=last_day(live),
            way=way_of(live, number),
            posed=None if live.is_free else posed(live, number),
            join=self._addresses.join(live.workshop.code),
            wifi=wifi_code(live.workshop),
            thinking=number == live.room.slide and is_thinking(live),
            said_on=lambda source: sharing.said_on(live.room, source),
            result=result_of(live, deck, number) if has_result(live, number) else None,
            table=table_of(live, deck, number) if revealed else None,
            standing=self._places(live).standing if slide and slide.shows_standing else None,
            signs=live.deck.signs_on(number),
        )

    def _places(self, live: LiveRoom) -> standing.Places:
        with language.speaking(live.deck.language):
            return self._standings.of(live.id, live.room.seq, lambda: standing.places(live.deck, live.room))

    def _enlarged(self, live: LiveRoom) -> str | None:
        answer = live.room.answers.by_id.get(live.room.enlarged)
        if answer is None or not answer.visible or answer.slide != live.room.slide:
            return None
        return answer.value if isinstance(answer.value, str) else None

    def _result(self, live: LiveRoom) -> str | None:
        slide = live.deck.slide(live.room.slide)
        if slide is None or not isinstance(slide.asks, Counted | Shared | Harvest):
            return None
        # What people wrote is read as it stands; of a picture there is a table besides.
        template = "pictured" if isinstance(slide.asks, Counted) else f"{slide.asks.name}/result"
        return self._render(
            plain(live.deck.language),
            f"kinds/{template}.html",
            figure=slide.asks,
            result=result_of(live, live.deck, slide.number),
            table=table_of(live, live.deck, slide.number),
            cafe=live.room.tables.of(slide.number),
        )

    def _render(self, tongue: Tongue, template: str, **values: Any) -> str:
        with self._app.app_context(), language.speaking(tongue.interface, among=tongue.words):
            return self._app.jinja_env.get_template(template).render(**values)


def slide_of_phone(live: LiveRoom, own_slide: int | None) -> int:
    """The slide that a phone shows: its own where it goes at its own pace, else that on the screen."""
    is_own = live.is_free and own_slide is not None and live.deck.slide(own_slide) is not None
    return own_slide if is_own and own_slide else live.room.slide


def last_day(live: LiveRoom) -> date | None:
    """The last day on which people may go on after the end; None while the workshop is on."""
    return last_day_before(live.room.pace.until) if live.room.closed and live.is_free else None


def current(live: LiveRoom) -> Data:
    """The counts of the slide on screen."""
    room = live.room
    return {
        "seq": room.seq,
        "large_code": room.code_is_large,
        "rehearsal": {"on": bool(room.answers.rehearsal), "phones": live.simulated},
        "counts": {
            "people": live.present,
            "answers": room.answers.visible_counts.get(room.slide, 0),
            "leads": room.leads,
            "friends": room.friend_messages,
        },
        "reactions": [
            room.reactions.get(room.slide, {}).get(sign, 0)
            for sign, _sign in enumerate(live.deck.signs_on(room.slide))
        ],
    }
