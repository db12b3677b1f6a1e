"""Bringing in a file: bring it, say which column is which, try it, do it."""

import json
from contextlib import closing
from itertools import islice

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from itsdangerous import BadSignature, URLSafeSerializer
from sqlalchemy import select
from sqlalchemy.orm import Session

from workshop.accounts import staff_required
from workshop.house import database, settings
from workshop.jobs.job import Job
from workshop.jobs.put import enqueue
from workshop.kinds.open import tidy
from workshop.language import _, spoken
from workshop.leads.asking import person
from workshop.leads.field import fields
from workshop.leads.form import DETAILS
from workshop.leads.intake import incoming
from workshop.leads.intake.bringing_in import KIND
from workshop.leads.intake.matching import guessed
from workshop.leads.intake.table import rows_of
from workshop.refused import Refused
from workshop.web import csrf

blueprint = Blueprint("intake", __name__)

MOST_BYTES = 40_000_000
SAMPLE = 5
REGION = "NL"
LONGEST_AGREED = 1_000


@blueprint.get("/leads/import")
@staff_required
def page() -> str:
    """Where a file is brought."""
    return render_template("leads/intake.html", trouble="")


@blueprint.post("/leads/import")
@staff_required
def bring() -> ResponseReturnValue:
    """Takes the file, and goes on to its columns."""
    request.max_content_length = MOST_BYTES
    csrf.protect()
    content = b""
    if file := request.files.get("file"):
        with closing(file):
            content = file.read()
    if not content:
        return render_template("leads/intake.html", trouble=_("Choose a file first.")), 422
    name = incoming.keep(settings(), content)
    try:
        heads = _heads(name)
    except Refused as refused:
        incoming.forget(settings(), name)
        return render_template("leads/intake.html", trouble=refused.text), 422
    if not heads:
        incoming.forget(settings(), name)
        return render_template("leads/intake.html", trouble=_("This file is empty.")), 422
    return redirect(url_for("intake.columns", key=_signer().dumps([name, person().id])), 303)


@blueprint.get("/leads/import/<key>")
@staff_required
def columns(key: str) -> ResponseReturnValue:
    """Which column is which, and what became of the last try."""
    name = _opened(key)
    job = _last_job(name)
    if incoming.path_of(settings(), name) is None and not (job and _is_over(job)):
        return redirect(url_for("intake.page"), 303)
    heads = _heads(name) if incoming.path_of(settings(), name) else []
    return render_template(
        "leads/matching.html",
        key=key,
        heads=heads,
        samples=_samples(name) if heads else [],
        fields=fields(),
        chosen=_chosen(job) if job else guessed(heads),
        job=job,
        trouble="",
    )


@blueprint.post("/leads/import/<key>")
@staff_required
def run(key: str) -> ResponseReturnValue:
    """Puts the job: to try, or to do it."""
    name = _opened(key)
    if incoming.path_of(settings(), name) is None:
        return redirect(url_for("intake.columns", key=key), 303)
    matched = {field: int(text) for field in DETAILS if (text := request.form.get(field, "")).isdigit()}
    body = {
        "file": name,
        "columns": matched,
        "language": spoken(),
        "region": REGION,
        "agreed": tidy(request.form.get("agreed", ""))[:LONGEST_AGREED],
        "skip_doubles": request.form.get("skip_doubles") == "yes",
        "try": request.form.get("do") != "yes",
    }
    with database().write() as session:
        if not any(job.state in ("waiting", "running") for job in _jobs(session, name)):
            enqueue(session, KIND, body)
    return redirect(url_for("intake.columns", key=key), 303)


def _opened(key: str) -> str:
    """The file's name; the key opens it only for who brought it."""
    try:
        name, owner = _signer().loads(key)
    except (BadSignature, TypeError, ValueError):
        abort(404)
    return str(name) if owner == person().id else abort(404)


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(settings().secret, salt="lead import")


def _heads(name: str) -> list[str]:
    path = incoming.path_of(settings(), name)
    assert path is not None
    return next((cells for _number, cells in rows_of(path)), [])


def _samples(name: str) -> list[list[str]]:
    path = incoming.path_of(settings(), name)
    assert path is not None
    return [cells for _number, cells in islice(rows_of(path), 1, 1 + SAMPLE)]


def _last_job(name: str) -> Job | None:
    with database().read() as session:
        return next(iter(_jobs(session, name)), None)


def _jobs(session: Session, name: str) -> list[Job]:
    mine = select(Job).where(Job.kind == KIND, Job.body.contains(f'"{name}"', autoescape=True))
    return list(session.scalars(mine.order_by(Job.id.desc())))


def _is_over(job: Job) -> bool:
    return job.state not in ("waiting", "running")


def _chosen(job: Job) -> dict[str, int]:
    found: dict[str, int] = json.loads(job.body)["columns"]
    return found
