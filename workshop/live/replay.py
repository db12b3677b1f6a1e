"""Looking back: the pages on which a presenter plays a workshop again."""

from typing import Any

import gevent
import msgspec
from flask import Blueprint, Response, current_app, render_template, request

from workshop import audit, journal
from workshop.accounts import presenter_required
from workshop.accounts.own import own_workshop
from workshop.database import Database
from workshop.decks.deck import Deck
from workshop.decks.store import deck_of
from workshop.events import Recorded
from workshop.house import database
from workshop.language import _
from workshop.live import live_stage
from workshop.live.film import Film, Timeline
from workshop.live.rooms import LiveRoom
from workshop.live.screens import Data
from workshop.workshops import Workshop

replay = Blueprint("replay", __name__)

MOST_FILMS = 3
"""So many films are kept; one of 10,000 events takes some 10 MB."""
EVENTS_AT_ONCE = 1_000
"""Read from the journal before others get a turn."""


@replay.record_once
def _make_room(state: object) -> None:
    app = state.app  # type: ignore[attr-defined]
    app.extensions["workshop.films"] = {}


@replay.get("/workshops/<int:workshop_id>/replay")
@presenter_required
def page(workshop_id: int) -> str:
    """The page that plays it."""
    workshop = own_workshop(workshop_id)
    audit.note("looked", "answers", workshop_id=workshop_id)
    film = _film(workshop)
    deck = _deck(workshop)
    timeline = film.timeline()
    return render_template(
        "live/replay.html",
        workshop=workshop,
        deck=deck,
        timeline=msgspec.to_builtins(timeline),
        scenes=_scenes(timeline, deck),
        frame=_frame(workshop, film, deck, 0),
    )


@replay.get("/workshops/<int:workshop_id>/replay/frame")
@presenter_required
def frame(workshop_id: int) -> Response:
    """What the projector showed ?at= so many milliseconds after the beginning, and until when."""
    workshop = own_workshop(workshop_id)
    audit.note("looked", "answers", workshop_id=workshop_id)
    moment = max(0, request.args.get("at", 0, int))
    shown = _frame(workshop, _film(workshop), _deck(workshop), moment)
    return Response(msgspec.json.encode(shown), mimetype="application/json")


def _film(workshop: Workshop) -> Film:
    """The workshop's film, up to now."""
    films: dict[int, Film] = current_app.extensions["workshop.films"]
    film = films.pop(workshop.id, None)
    if film is None or not film.extend(_since(database(), workshop, film.seq)):
        film = Film(_since(database(), workshop, 0))
    for _pause in film.develop():
        gevent.sleep(0)  # a room that is on goes first
    films[workshop.id] = film
    for oldest in list(films)[:-MOST_FILMS]:
        films.pop(oldest, None)
    return film


def _since(base: Database, workshop: Workshop, seq: int) -> list[Recorded]:
    events: list[Recorded] = []
    with base.engine.connect() as connection:
        while some := journal.read_since(connection, workshop.id, seq, EVENTS_AT_ONCE):
            events += some
            seq = some[-1].seq
            if len(some) < EVENTS_AT_ONCE:
                break
            gevent.sleep(0)
    return events


def _deck(workshop: Workshop) -> Deck:
    with database().read() as session:
        return deck_of(session, workshop.deck_version_id)


def _frame(workshop: Workshop, film: Film, deck: Deck, moment: int) -> Data:
    until = film.changes_after(moment)
    room = film.room_at(moment)
    # From here on nothing waits, so the film's room stays where it is.
    live = LiveRoom(
        workshop,
        deck,
        database(),
        lambda _room, _news: None,
        room,
        people=dict.fromkeys(room.participants, ""),
        clock=lambda: film.begins + moment,
    )
    return {**live_stage().screens.projector(live), "at": moment, "until": until}


def _scenes(timeline: Timeline, deck: Deck) -> list[dict[str, Any]]:
    """The slides in the order in which they came, each with its name."""
    return [
        {
            "at": scene.at,
            "answers": scene.answers,
            "number": scene.slide,
            "title": slide.title if (slide := deck.slide(scene.slide)) else _("Lobby"),
        }
        for scene in timeline.scenes
    ]
