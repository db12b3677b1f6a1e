"""The page on which a presenter has cards made, its preview, and the files that were made."""

import json
from typing import cast
from urllib.parse import urlencode

import msgspec
from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as AnyResponse

from workshop import audit
from workshop.accounts import User, presenter_required
from workshop.accounts.own import own_workshop
from workshop.addresses import Addresses
from workshop.house import database, settings
from workshop.jobs import product
from workshop.jobs.job import Job, of_workshop
from workshop.jobs.put import enqueue
from workshop.language import _
from workshop.printers.printer import all_printers
from workshop.prints.batch import JOB, batch_of, contents_name, file_name
from workshop.prints.designs import Designs
from workshop.prints.form import counts_of, designs_offered, wish_from
from workshop.prints.kinds import one_sheet
from workshop.prints.personal import about_of
from workshop.prints.preview import LONGEST, PAGES, SMALL, picture
from workshop.prints.wish import BACKS, CARD_SIZES, KINDS, LONGEST_PLACE, PAPERS, Wish
from workshop.prints.words import back_called, kind_called, kind_told, paper_called, size_called
from workshop.refused import Refused
from workshop.workshops import Workshop

cards = Blueprint("cards", __name__)


@cards.get("/workshops/<int:workshop_id>/cards")
@presenter_required
def page(workshop_id: int) -> str:
    """What can be printed and how, what it looks like, and what was made."""
    workshop = own_workshop(workshop_id)
    return _page(workshop, _wish({"kind": "friends", **request.args}))


@cards.post("/workshops/<int:workshop_id>/cards")
@presenter_required
def make(workshop_id: int) -> AnyResponse | str | tuple[str, int]:
    """Puts in the job that makes the files; with `show`, the page with what was chosen."""
    workshop = own_workshop(workshop_id)
    wish = _wish(request.form)
    if "show" in request.form:
        return _page(workshop, wish)
    try:
        with batch_of(database(), settings(), workshop_id, wish, one_sheet) as batch:
            is_empty = not batch.cards
        if is_empty:
            raise Refused("no_cards", _("There is nothing to print yet."))
    except Refused as refused:
        return _page(workshop, wish, refused.text), 422
    with database().write() as session:
        job = enqueue(session, JOB, msgspec.to_builtins(wish), workshop_id)
        if about := about_of(wish.kind):
            person = cast(User, current_user)
            audit.record(session, person, "printed", about, workshop_id=workshop_id, ids=[f"job {job.id}"])
    page = url_for("cards.page", workshop_id=workshop_id)
    return redirect(f"{page}?{urlencode(_told(wish))}#made", 303)


@cards.route("/workshops/<int:workshop_id>/cards/<view>.png", methods=["GET", "POST"])
@presenter_required
def preview(workshop_id: int, view: str) -> Response:
    """A side of a card, or of a sheet; posted where what is asked for stands in no address."""
    own_workshop(workshop_id)
    if view not in PAGES:
        abort(404)
    wish = _wish(request.values)
    if about := about_of(wish.kind):
        audit.note("looked", about, workshop_id=workshop_id)
    try:
        with batch_of(database(), settings(), workshop_id, wish, one_sheet) as batch:
            png = picture(batch, view, SMALL if "small" in request.values else LONGEST)
    except Refused as refused:
        return Response(refused.text, mimetype="text/plain")  # what the page says in the picture's place
    headers = {"Cache-Control": "private, no-store"}  # it has words that somebody wrote to a friend
    return Response(png, 200 if png else 204, headers, mimetype="image/png")


@cards.get("/workshops/<int:workshop_id>/cards.pdf")
@presenter_required
def pdf(workshop_id: int) -> AnyResponse | Response:
    """What ?job=… made, or the newest there is; where there is none, the page that makes one."""
    job = _done(workshop_id)
    if job is None:
        return redirect(url_for("cards.page", workshop_id=workshop_id))
    _note_taken(job)
    name = file_name(job.id, wish_of(job))
    return product.download(settings().files / name, f"{_('cards')}-{job.id}.{name.rpartition('.')[2]}")


@cards.get("/workshops/<int:workshop_id>/cards/contents.pdf")
@presenter_required
def contents(workshop_id: int) -> Response:
    """The contents sheet of ?job=…"""
    job = _done(workshop_id) or abort(404)
    _note_taken(job)
    name = _("contents")
    return product.download(settings().files / contents_name(job.id), f"{name}-{job.id}.pdf")


def _note_taken(job: Job) -> None:
    if about := about_of(wish_of(job).kind):
        audit.note("exported", about, workshop_id=job.workshop_id, ids=[f"job {job.id}"])


def wish_of(job: Job) -> Wish:
    """What a job was asked for."""
    return msgspec.convert(json.loads(job.body), Wish)


def _told(wish: Wish) -> dict[str, str | int]:
    """The wish as fields of an address; what has its usual value is left out, and so are people's names."""
    usual = msgspec.to_builtins(Wish(wish.kind))
    fields = msgspec.to_builtins(wish).items()
    told = {name: value for name, value in fields if name not in ("base", "names") and value != usual[name]}
    return {
        "kind": wish.kind,
        **{name: str(value).lower() if isinstance(value, bool) else value for name, value in told.items()},
    }


def _done(workshop_id: int) -> Job | None:
    own_workshop(workshop_id)
    with database().read() as session:
        jobs = [job for job in of_workshop(session, workshop_id, JOB, 100) if job.state == "done"]
    wanted = request.args.get("job", type=int)
    return next((job for job in jobs if wanted in (None, job.id)), None)


def _wish(sent: dict[str, str]) -> Wish:
    try:
        return wish_from(sent, Addresses(settings()).base)
    except msgspec.ValidationError:
        abort(400)


def _page(workshop: Workshop, wish: Wish, trouble: str = "") -> str:
    with database().read() as session:
        jobs = of_workshop(session, workshop.id, JOB)
        printers = all_printers(session)
    return render_template(
        "cards/cards.html",
        workshop=workshop,
        wish=wish,
        shown=_told(wish),
        trouble=trouble,
        printers=printers,
        kinds=KINDS,
        sizes=CARD_SIZES,
        papers=PAPERS,
        backs=BACKS,
        longest_place=LONGEST_PLACE,
        kind_called=kind_called,
        kind_told=kind_told,
        size_called=size_called,
        back_called=back_called,
        paper_called=paper_called,
        counts=counts_of(database(), workshop),
        designs=designs_offered(Designs(settings().designs)),
        jobs=[(job, wish_of(job)) for job in jobs],
        base=wish.base,
        public=settings().public_url,
    )
