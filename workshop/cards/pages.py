"""The page on which a presenter has cards made, and the PDF itself."""

import msgspec
from flask import (
    Blueprint,
    Response,
    abort,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response as AnyResponse

from workshop import language
from workshop.accounts import presenter_required
from workshop.accounts.own import own_workshop
from workshop.addresses import Addresses
from workshop.cards.batch import JOB, KINDS, cards_of, file_name
from workshop.cards.wish import Wish
from workshop.decks.store import deck_of
from workshop.house import database, settings
from workshop.jobs import product
from workshop.jobs.job import enqueue, of_workshop
from workshop.language import _

cards = Blueprint("cards", __name__)


@cards.get("/workshops/<int:workshop_id>/cards")
@presenter_required
def page(workshop_id: int) -> str:
    """What can be printed, and how far it is."""
    workshop = own_workshop(workshop_id)
    with database().read() as session:
        deck = deck_of(session, workshop.deck_version_id)
        with language.speaking(deck.language):
            counts = {kind: len(cards_of(session, workshop, deck, kind, "")) for kind in KINDS}
        jobs = of_workshop(session, workshop_id, JOB)
    return render_template(
        "cards/cards.html",
        workshop=workshop,
        counts=counts,
        jobs=jobs,
        base=Addresses(settings()).base,
        public=settings().public_url,
    )


@cards.post("/workshops/<int:workshop_id>/cards")
@presenter_required
def make(workshop_id: int) -> AnyResponse:
    """Puts in the job that makes the PDF."""
    workshop = own_workshop(workshop_id)
    wish = _wished()
    with database().write() as session:
        deck = deck_of(session, workshop.deck_version_id)
        if not cards_of(session, workshop, deck, wish.kind, wish.base):
            flash(_("There is nothing to print yet."))
            return redirect(url_for("cards.page", workshop_id=workshop_id))
        enqueue(session, JOB, msgspec.to_builtins(wish), workshop_id)
    return redirect(url_for("cards.page", workshop_id=workshop_id))


@cards.get("/workshops/<int:workshop_id>/cards.pdf")
@presenter_required
def pdf(workshop_id: int) -> AnyResponse | Response:
    """The PDF of ?job=…, or the newest there is; where there is none, the page that makes one."""
    own_workshop(workshop_id)
    with database().read() as session:
        jobs = [job for job in of_workshop(session, workshop_id, JOB, 100) if job.state == "done"]
    wanted = request.args.get("job", type=int)
    job = next((job for job in jobs if wanted in (None, job.id)), None)
    if job is None:
        return redirect(url_for("cards.page", workshop_id=workshop_id))
    return product.pdf(settings().files / file_name(job.id), f"{_('cards')}-{job.id}.pdf")


def _wished() -> Wish:
    """What the form asks for."""
    asked = {name: value for name, value in request.form.items() if name != "csrf_token"}
    try:
        return msgspec.convert(asked | {"base": Addresses(settings()).base}, Wish, strict=False)
    except (msgspec.ValidationError, ValueError):
        abort(400)
