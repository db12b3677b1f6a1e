"""The pages on which admins say which other programs are told what, and see what became of it."""

import time
from collections.abc import Mapping

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from workshop.accounts import admin_required
from workshop.forms import FieldsRefused
from workshop.hooks import delivery as deliveries
from workshop.hooks import target as targets
from workshop.hooks import words
from workshop.hooks.place import place_of
from workshop.hooks.subjects import EVENTS, TEST
from workshop.hooks.target import Target
from workshop.house import database, settings
from workshop.language import _

hooks = Blueprint("hooks", __name__, url_prefix="/hooks")
hooks.add_app_template_filter(words.event_words, "event_words")
hooks.add_app_template_filter(words.state_words, "state_words")
hooks.add_app_template_filter(words.outcome_words, "outcome_words")

ONE = "/<int:target_id>"


@hooks.get("")
@admin_required
def page() -> str:
    """All targets, and the form for another."""
    return _all({}, list(EVENTS[:1]))


@hooks.post("")
@admin_required
def add() -> str | tuple[str, int]:
    """Keeps a new target and shows its secret, this once: it is in no address, and in no cookie."""
    asked = [event for event in EVENTS if event in request.form.getlist("events")]
    try:
        url = _checked(request.form.get("url", ""), asked)
        with database().write() as session:
            target = targets.add(session, url, asked, _now())
    except FieldsRefused as refused:
        return _all(request.form, asked, refused.fields), 422
    return render_template("hooks/secret.html", target=target)


@hooks.get(ONE)
@admin_required
def one(target_id: int) -> str:
    """A target, and the log of what it was told."""
    with database().read() as session:
        target = _target(session, target_id)
        log = deliveries.log_of(session, target_id)
    return render_template("hooks/target.html", target=target, log=log)


@hooks.post(f"{ONE}/test")
@admin_required
def test(target_id: int) -> Response:
    """Sends a message that says nothing but that it is a test."""
    with database().write() as session:
        deliveries.put_in(session, _target(session, target_id), TEST, {}, _now())
    flash(_("A test is on its way. Reload this page to see what became of it."))
    return _back(target_id)


@hooks.post(f"{ONE}/deliveries/<delivery_id>/again")
@admin_required
def send_again(target_id: int, delivery_id: str) -> Response:
    """Sends a message once more, under the same id."""
    with database().write() as session:
        _target(session, target_id)
        if not deliveries.send_again(session, delivery_id, target_id):
            abort(404)
    flash(_("It is sent once more. Reload this page to see what became of it."))
    return _back(target_id)


@hooks.post(f"{ONE}/off")
@admin_required
def switch_off(target_id: int) -> Response:
    """Tells a target nothing from now on."""
    with database().write() as session:
        targets.switch_off(session, _target(session, target_id).id, _now())
    return _back(target_id)


@hooks.post(f"{ONE}/on")
@admin_required
def switch_on(target_id: int) -> Response:
    """Tells a target again from now on."""
    with database().write() as session:
        targets.switch_on(session, _target(session, target_id).id)
    return _back(target_id)


@hooks.post(f"{ONE}/secret")
@admin_required
def give_new_secret(target_id: int) -> str:
    """Gives a target another secret and shows it, this once."""
    with database().write() as session:
        target = _target(session, target_id)
        targets.give_new_secret(session, target, _now())
    return render_template("hooks/secret.html", target=target)


@hooks.post(f"{ONE}/remove")
@admin_required
def remove(target_id: int) -> Response:
    """Forgets a target and its log."""
    with database().write() as session:
        url = _target(session, target_id).url
        targets.remove(session, target_id)
    flash(_("{address} is told nothing any more.").format(address=url))
    return redirect(url_for("hooks.page"), 303)


def _checked(typed: str, asked: list[str]) -> str:
    url, wrong = typed.strip(), {}
    try:
        place = place_of(url)
    except ValueError:
        example = "https://crm.example.org/hook"
        wrong["url"] = _("Type a whole address, such as {example}.").format(example=example)
    else:
        if not (place.secure or settings().webhooks_private):
            wrong["url"] = _("The address must begin with https:// so that nobody reads along.")
    if not asked:
        wrong["events"] = _("Choose at least one.")
    if wrong:
        raise FieldsRefused(wrong)
    return url


def _all(typed: Mapping[str, str], asked: list[str], errors: Mapping[str, str] | None = None) -> str:
    with database().read() as session:
        found = targets.all_targets(session)
    return render_template(
        "hooks/hooks.html", targets=found, typed=typed, asked=asked, events=EVENTS, errors=errors or {}
    )


def _target(session: Session, target_id: int) -> Target:
    """The target; ends the request where there is none."""
    return session.get(Target, target_id) or abort(404)


def _back(target_id: int) -> Response:
    return redirect(url_for("hooks.one", target_id=target_id), 303)


def _now() -> int:
    return time.time_ns() // 1_000_000
