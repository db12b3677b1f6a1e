"""The pages on which staff look at the letters, write the words of some, and have one sent as a test."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from workshop import language
from workshop.accounts import staff_required
from workshop.forms import FieldsRefused
from workshop.house import database, settings
from workshop.language import LANGUAGES, _, speaking
from workshop.mail import mornings, wordings
from workshop.mail.letter import LONGEST_SUBJECT, Letter
from workshop.mail.letters import LETTERS
from workshop.mail.letters.kind import Example, LetterKind
from workshop.mail.post import post
from workshop.mail.sender import sender
from workshop.mail.wording import LONGEST_TEXT, Wording, wording
from workshop.mail.words import as_text, linked

blueprint = Blueprint("mail", __name__)
blueprint.add_app_template_filter(linked, "linked")

ONE = "/mail/<name>/<tag>"


@blueprint.get("/mail")
@staff_required
def page() -> str:
    """All letters with made-up contents, in the language of ?language=…"""
    tag = request.args.get("language", language.spoken())
    if tag not in LANGUAGES:
        abort(404)
    with database().read() as session:
        reads = mornings.reads(session, current_user.id)
    return render_template(
        "mail/mail.html",
        letters=[(kind, _example(kind, tag)) for kind in LETTERS.values()],
        languages=LANGUAGES,
        tag=tag,
        as_text=as_text,
        mail_from=sender(settings()) if settings().smtp_url else "",
        reads=reads,
    )


@blueprint.post(f"{ONE}/test")
@staff_required
def send_test(name: str, tag: str) -> Response:
    """Sends an example to who asks."""
    kind = _kind(name, tag)
    with database().write() as session:
        post(session.connection(), _example(kind, tag))
    flash(_("It is on its way to {email}.").format(email=current_user.email))
    return redirect(url_for("mail.page", language=tag), 303)


@blueprint.get(ONE)
@staff_required
def words(name: str, tag: str) -> str:
    """The words of a letter, to be changed."""
    kind = _editable(name, tag)
    return _editing(kind, tag, _wording(kind, tag) or _first(kind, tag))


@blueprint.post(ONE)
@staff_required
def change(name: str, tag: str) -> Response | tuple[str, int]:
    """Keeps other words; what is wrong stands beside its field, with all that was typed."""
    kind = _editable(name, tag)
    typed = Wording(request.form.get("subject", ""), request.form.get("text", ""))
    try:
        found = wording(typed.subject, typed.text, allowed=frozenset(kind.places), needed=kind.needed)
    except FieldsRefused as refused:
        return _editing(kind, tag, typed, refused.fields), 422
    with database().write() as session:
        wordings.keep(session, name, tag, found)
    flash(_("The letter is kept."))
    return redirect(url_for("mail.page", language=tag), 303)


@blueprint.post(f"{ONE}/first")
@staff_required
def first(name: str, tag: str) -> Response:
    """Gives a letter back the words that it began with."""
    _editable(name, tag)
    with database().write() as session:
        wordings.forget(session, name, tag)
    flash(_("The letter has its first words again."))
    return redirect(url_for("mail.page", language=tag), 303)


@blueprint.post("/mail/mornings")
@staff_required
def morning() -> Response:
    """Begins or ends the letter in the morning for who asks."""
    wanted = request.form.get("wanted") == "yes"
    with database().write() as session:
        mornings.choose(session, current_user.id, language.spoken() if wanted else None)
    flash(_("From tomorrow on the letter comes.") if wanted else _("The letter does not come any more."))
    return redirect(url_for("mail.page"), 303)


def _kind(name: str, tag: str) -> LetterKind:
    if name not in LETTERS or tag not in LANGUAGES:
        abort(404)
    return LETTERS[name]


def _editable(name: str, tag: str) -> LetterKind:
    kind = _kind(name, tag)
    if kind.wording is None:
        abort(404)
    return kind


def _wording(kind: LetterKind, tag: str) -> Wording | None:
    with database().read() as session:
        return wordings.wording_of(session, kind.name, tag)


def _first(kind: LetterKind, tag: str) -> Wording:
    with speaking(tag):
        return kind.wording() if kind.wording else abort(404)


def _example(kind: LetterKind, tag: str) -> Letter:
    base = settings().public_url or request.host_url.rstrip("/")
    return kind.example(Example(current_user.email, tag, base, _wording(kind, tag)))


def _editing(kind: LetterKind, tag: str, typed: Wording, errors: dict[str, str] | None = None) -> str:
    return render_template(
        "mail/words_of.html",
        kind=kind,
        tag=tag,
        typed=typed,
        errors=errors or {},
        longest_subject=LONGEST_SUBJECT,
        longest_text=LONGEST_TEXT,
        own=_wording(kind, tag) is not None,
    )
