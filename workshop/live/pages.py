"""The presenter's pages and the projector's."""

from collections.abc import Sequence
from typing import Any

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from flask_login import current_user
from werkzeug.wrappers import Response as AnyResponse

from workshop import assets, language, packed
from workshop.accounts import presenter_required
from workshop.accounts.own import may_direct, own_workshop, workshops_of
from workshop.decks.store import deck_of, newest_versions
from workshop.house import database
from workshop.language import _
from workshop.live import live_stage, previews
from workshop.live.lending import preview_data
from workshop.live.stand import step_words
from workshop.live.wifi import fits_wifi, tidy_wifi
from workshop.refused import Refused
from workshop.word_filter import words_in
from workshop.workshops import Workshop
from workshop.workshops import start as start_workshop

live = Blueprint("live", __name__)


@live.get("/workshops")
@presenter_required
def workshops() -> str:
    """The presenter's workshops, and the decks from which a new one can start."""
    with database().read() as session:
        return render_template(
            "live/workshops.html",
            workshops=workshops_of(session, current_user),
            decks=newest_versions(session),
        )


@live.post("/workshops")
@presenter_required
def start() -> AnyResponse:
    """Starts a workshop from a deck."""
    with database().write() as session:
        version = next((v for v in newest_versions(session) if str(v.id) == request.form.get("deck")), None)
        if version is None:
            raise Refused("unknown_deck", _("That deck is not there any more."))
        workshop = start_workshop(session, version, current_user.id)
    return redirect(url_for("live.present", workshop_id=workshop.id))


@live.get("/workshops/<int:workshop_id>")
@presenter_required
def present(workshop_id: int) -> str:
    """The presenter's page."""
    workshop = own_workshop(workshop_id)
    room = live_stage().rooms.of(workshop)
    state = live_stage().presenter_state(room)
    with database().read() as session:
        preview = preview_data(previews.of(session, workshop.id))
    return render_template(
        "live/presenter.html",
        workshop=workshop,
        deck=room.deck,
        state=state,
        step_words=step_words(),
        preview=preview,
    )


@live.get("/workshops/<int:workshop_id>/notes")
@presenter_required
def notes(workshop_id: int) -> str:
    """The notes alone, large, for a second screen; they follow the slide."""
    workshop = own_workshop(workshop_id)
    room = live_stage().rooms.of(workshop)
    state = live_stage().presenter_state(room)
    return render_template("live/notes.html", workshop=workshop, deck=room.deck, state=state)


@live.post("/workshops/<int:workshop_id>/wifi")
@presenter_required
def wifi(workshop_id: int) -> AnyResponse:
    """Keeps the room's Wi-Fi, for a second QR code in the lobby."""
    own_workshop(workshop_id)
    name, password = (tidy_wifi(request.form.get(field, "")) for field in ("name", "password"))
    if not fits_wifi(name, password):
        flash(_("No Wi-Fi network has a name or a password that long. Nothing was changed."))
        return redirect(url_for("live.present", workshop_id=workshop_id))
    with database().write() as session:
        workshop = session.get_one(Workshop, workshop_id)
        workshop.wifi_name, workshop.wifi_password = name, password
    live_stage().rooms.refresh(workshop)
    flash(_("The lobby shows the Wi-Fi now.") if workshop.wifi_name else _("No Wi-Fi is shown."))
    return redirect(url_for("live.present", workshop_id=workshop_id))


@live.post("/workshops/<int:workshop_id>/words")
@presenter_required
def words(workshop_id: int) -> AnyResponse:
    """Keeps the words with which an answer waits for the presenter, and whether they count."""
    own_workshop(workshop_id)
    typed = "\n".join(words_in(request.form.get("words", "")))
    with database().write() as session:
        workshop = session.get_one(Workshop, workshop_id)
        workshop.filters_words = "on" in request.form
        if typed != workshop.words:
            workshop.word_list = typed
    live_stage().rooms.refresh(workshop)
    on, off = _("Answers with one of these words wait for you now."), _("The word filter is off.")
    flash(on if workshop.filters_words else off)
    return redirect(url_for("live.present", workshop_id=workshop_id))


@live.get("/projector/<key>")
def projector(key: str) -> str:
    """The projector's page; whoever has its address sees what the room sees."""
    try:
        room = live_stage().projected(key)
    except Refused:
        abort(404)
    language.speak(room.deck.language)
    state = live_stage().projector_state(room)
    return render_template("live/projector.html", workshop=room.workshop, deck=room.deck, state=state)


@live.get("/decks/<int:version_id>/colours.css")
def colours(version_id: int) -> Response:
    """A deck's colours, as a style sheet of its own: no inline styles."""
    with database().read() as session:
        try:
            deck = deck_of(session, version_id)
        except LookupError:
            abort(404)
    response = Response(render_template("live/colours.css", look=deck.look), mimetype="text/css")
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


@live.get("/decks/<int:version_id>/<fingerprint>/phone.css")
def phone_styles(version_id: int, fingerprint: str) -> Response:
    """All that a phone needs to look like the deck, in one file: each request costs it a round trip."""
    if fingerprint != assets.fingerprint():
        abort(404)  # of another version: kept under this address it would stay wrong
    with database().read() as session:
        try:
            deck = deck_of(session, version_id)
        except LookupError:
            abort(404)
    colours = render_template("live/colours.css", look=deck.look)
    before, after = sheets_of_phone(deck.answered_kinds, reactions=deck.has_reactions)
    styles = (assets.stylesheet(before), colours, assets.stylesheet(after))
    return packed.text("\n".join(styles).encode(), "text/css")


def sheets_of_phone(kinds: Sequence[str], *, reactions: bool) -> tuple[list[str], list[str]]:
    """The style sheets of the phone's page: those before a deck's colours, and those after."""
    own = [f"kinds/{kind}" for kind in kinds]
    return ["tokens", "elements"], ["figures", "phone", *(["reactions"] if reactions else []), *own]


def may_present(environ: dict[str, Any], workshop_id: int) -> bool:
    """Whether the signed-in person of a websocket's handshake may direct a workshop."""
    with current_app.request_context(environ), database().read() as session:
        workshop = session.get(Workshop, workshop_id)
        return workshop is not None and may_direct(current_user, workshop)
