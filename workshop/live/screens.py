"""What each screen shows of a room: the HTML of a slide from its template, and the data beside it."""

import zlib
from collections.abc import Callable, Hashable
from dataclasses import asdict
from typing import Any, Generic, TypeVar

from flask import Flask

from workshop import language
from workshop.addresses import Addresses
from workshop.answers import Answer
from workshop.decks.block import Table
from workshop.decks.deck import Deck
from workshop.kinds.cafe import Cafe
from workshop.kinds.harvest import Harvest
from workshop.kinds.kind import Counted, Kind
from workshop.kinds.questions import Questions
from workshop.kinds.shared import Shared
from workshop.live import branching, harvesting, seating, sharing, standing
from workshop.live.directions import thinking_time
from workshop.live.rooms import LiveRoom, News
from workshop.live.stand import answered, stand
from workshop.live.wifi import wifi_code
from workshop.tables import Tables
from workshop.tongue import Tongue, plain

Data = dict[str, Any]
Thing = TypeVar("Thing")
MOST_ROWS = 60
"""Of a result's table on a screen: word clouds have thousands, and it is sent ten times a second."""


class Screens:
    """Draws slides with the application's templates, outside any request.

    For phones in the languages that their people read, for the room in the deck's main one.
    """

    def __init__(self, app: Flask, addresses: Addresses) -> None:
        self._app = app
        self._addresses = addresses
        self._drawn = Newest[str]()
        self._standings = Newest[standing.Places]()

    def phone(self, live: LiveRoom, tongue: Tongue | None = None) -> Data:
        """The slide as phones show it, with what people see of one another.

        The same for all who read the same languages.
        """
        beside = sharing.beside(live.room, live.deck)
        return {
            **self._slide(live, "live/phone_slide.html", live.room.slide, tongue, beside),
            "said": {
                number: said_by_all(live, number)
                for number in (live.room.slide, beside)
                if number and live.deck.asked(number, Shared)
            },
            "pens": live.room.tables.of(live.room.slide).pens,
        }

    def own(self, live: LiveRoom, participant: str, tongue: Tongue | None = None) -> Data:
        """What one phone shows of its own beside what it sent; nothing where nobody plays."""
        if not live.deck.has_game:
            return {}
        tongue = tongue or plain(live.deck.language)
        places = self._places(live)
        with language.speaking(tongue.interface, among=tongue.words):
            told = standing.own(live.deck.in_language(tongue.words), live.room, places, participant)
        return {"own": {**asdict(told), **named(live, participant)}}

    def projector(self, live: LiveRoom) -> Data:
        """The slide as the projector shows it, with everything that stands on it."""
        return {
            **self._slide(live, "live/projector_slide.html", live.room.slide),
            **current(live),
            "answers": [shown(answer) for answer in on_wall(live)],
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
            "answers": [] if is_thinking(live) else [shown(answer) for answer in answers if answer.visible],
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
        }
        return projector, presenter

    def _slide(
        self,
        live: LiveRoom,
        template: str,
        number: int,
        tongue: Tongue | None = None,
        beside: int | None = None,
    ) -> Data:
        tongue = tongue or plain(live.deck.language)
        deck = live.deck.in_language(tongue.words)
        slide = deck.slide(number)
        open_ = live.takes_answers(number)
        revealed = is_revealed(live, number)
        html = self._html(live, template, number, tongue, beside)
        return {
            "seq": live.room.seq,
            "number": number,
            "of": len(live.deck.slides),
            "asks": bool(slide and slide.asks),
            "counted": bool(slide and isinstance(slide.asks, Counted)),
            "reveals": bool(slide and reveals(slide.asks)),
            "revealed": revealed,
            "open": open_,
            "ended": live.room.closed,
            "time_left": live.time_left(number),
            "time_passed": live.time_passed(number) if slide and slide.is_game else None,
            # Phones have something of their own to ask for.
            "has_own": bool(slide and (slide.shows_standing or (slide.is_game and revealed))),
            "signs": [sign.picture for sign in live.deck.signs_on(number)],
            "html": html,
            "drawn": f"{zlib.crc32(html.encode()):08x}",  # a page need not draw what it shows already
        }

    def _html(self, live: LiveRoom, template: str, number: int, tongue: Tongue, beside: int | None) -> str:
        """The slide's HTML; for phones, of which hundreds may ask at once, as long as nothing happens."""

        def draw() -> str:
            return self._drawn_slide(live, template, number, tongue, beside)

        if template != "live/phone_slide.html":
            return draw()
        now = (live.room.seq, number, live.takes_answers(number), is_thinking(live), live.workshop)
        return self._drawn.of((live.id, tongue), now, draw)

    def _drawn_slide(
        self, live: LiveRoom, template: str, number: int, tongue: Tongue, beside: int | None
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
            beside=beside and deck.slide(beside),
            open=open_ or number not in live.room.shown,  # one that comes next is not closed
            join=self._addresses.join(live.workshop.code),
            wifi=wifi_code(live.workshop),
            thinking=is_thinking(live),
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


class Newest(Generic[Thing]):
    """The newest of something that costs time to make, by room; made again when the room has gone on."""

    def __init__(self) -> None:
        self._made: dict[Hashable, tuple[object, Thing]] = {}

    def of(self, room: Hashable, state: object, make: Callable[[], Thing]) -> Thing:
        """The one that was made of this state, or a new one."""
        made = self._made.get(room)
        if made is None or made[0] != state:
            made = self._made[room] = (state, make())
        return made[1]


def named(live: LiveRoom, participant: str) -> Data:
    """What a phone plays under: a name in the room's language, as it stands on the podium."""
    nicks = live.room.nicks
    with language.speaking(live.deck.language):
        return {"nick": nicks.name(participant), "may_change": nicks.may_take(participant)}


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


def is_revealed(live: LiveRoom, number: int) -> bool:
    """Whether the room may see what a slide's answers amount to."""
    slide = live.deck.slide(number)
    asks = slide.asks if slide else None
    if isinstance(asks, Counted | Shared) and asks.live:
        return True
    return reveals(asks) and number in live.room.revealed


def reveals(asks: Kind | None) -> bool:
    """Whether it is the presenter who lets the room see what the answers to a question amount to."""
    if isinstance(asks, Harvest):
        return asks.votes > 0
    return isinstance(asks, Counted | Shared) and not asks.live


def has_result(live: LiveRoom, number: int) -> bool:
    """Whether the projector shows a result; a harvest always does, at first without its votes."""
    return is_revealed(live, number) or live.deck.asked(number, Harvest) is not None


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


def result_of(live: LiveRoom, deck: Deck, number: int) -> object:
    """What the answers to a slide's question amount to, in the words of the deck.

    None where the answers themselves are shown.
    """
    slide = deck.slide(number)
    if slide is None:
        return None
    with language.speaking(deck.language):
        match slide.asks:
            case Cafe():
                return seating.spots(live.room, deck, number)
            case Harvest():
                return harvesting.sheaves(live.room, deck, number)
            case Shared() as asks:
                return asks.result(sharing.said_on(live.room, number))
            case Counted() as asks:
                return asks.result([answer.value for answer in live.room.answers.visible_of(number)])
    return None


def table_of(live: LiveRoom, deck: Deck, number: int) -> Table | None:
    """The same as a table, cut where a screen's picture ends too."""
    asks = deck.asked(number, Counted)
    if asks is None:
        return None
    with language.speaking(deck.language):
        table = asks.table([answer.value for answer in live.room.answers.visible_of(number)])
    return Table(table.header, table.rows[:MOST_ROWS])


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


def cafe_round(live: LiveRoom) -> Data | None:
    """Which round of how many runs on the slide on screen; None where it is no world café."""
    cafe = live.deck.asked(live.room.slide, Cafe)
    if cafe is None:
        return None
    return {"now": live.room.tables.of(live.room.slide).round, "of": cafe.rounds}


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


def is_thinking(live: LiveRoom) -> bool:
    """Whether people write now and do not see one another's answers yet."""
    number = live.room.slide
    return bool(thinking_time(live.deck, number)) and live.time_left(number) is not None


def on_wall(live: LiveRoom) -> list[Answer]:
    """The answers that hang on the wall of the slide on screen."""
    return [] if is_thinking(live) else live.room.answers.visible_of(live.room.slide)


def shown(answer: Answer) -> Data:
    """An answer as the projector gets it."""
    data: Data = {"id": answer.id, "question": answer.question, "value": answer.value}
    return data | {"pinned": True} if answer.pinned else data


def moderated(answer: Answer, live: LiveRoom) -> Data:
    """An answer as the presenter gets it; one that the word filter holds back says for which word."""
    held = {"held": _word_in(answer, live)} if answer.held else {}
    return {
        **held,
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
