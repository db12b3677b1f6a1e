"""The start page, which takes a code, and the phone's page behind it."""

import re

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    make_response,
    redirect,
    render_template,
    request,
)
from werkzeug.wrappers import Response as AnyResponse

from workshop import assets, language, packed, web
from workshop.decks.colour import INK, PAPER
from workshop.decks.deck import Deck
from workshop.house import database, settings
from workshop.kinds.open import tidy
from workshop.language import _
from workshop.live import live_stage
from workshop.live.orders import MOST_BYTES
from workshop.live.tokens import Tokens
from workshop.rate import Rate
from workshop.refused import Refused
from workshop.rehearsal.page import HEADER as REHEARSAL_HEADER
from workshop.tongue import tongue
from workshop.workshops import CODE_LENGTH, Workshop, by_code, tidy_code

join = Blueprint("join", __name__)

LONGEST_SAID = 20
"""Characters of a wrong code that its error repeats."""
A_YEAR = 31_536_000
_ASKED = re.compile(r'\bdata-kind="(\w+)"')


@join.record_once
def _start_counting(state: object) -> None:
    app = state.app  # type: ignore[attr-defined]
    per_minute = app.extensions["workshop"].settings.wrong_codes_per_minute
    app.extensions["workshop.wrong_codes"] = Rate(per_minute, per_minute)


@join.get("/")
def start() -> AnyResponse | str | tuple[str, int]:
    """The start page; with ?code=… it leads on, or says what is wrong and keeps what was typed."""
    typed = request.args.get("code")
    if typed is None:
        return render_template("live/start.html", typed="", error="")
    if find(typed) is not None:
        return redirect(f"/{tidy_code(typed)}")
    return wrong_code(typed)


@join.get(f"/<string(length={CODE_LENGTH}):code>")
def phone(code: str) -> AnyResponse | str | tuple[str, int]:
    """The phone's page: readable before any script runs, and in the present state however late."""
    workshop = find(code)
    if workshop is None:
        return wrong_code(code)
    if code != workshop.code:
        return redirect(f"/{workshop.code}")
    live = live_stage().rooms.of(workshop)
    chosen = request.args.get("language") or request.cookies.get(_language_cookie(workshop), "")
    reads = tongue(live.deck.languages, chosen, web.wished_languages())
    language.speak(reads.interface, among=reads.words)
    token, participant = _identity(workshop)
    state = live_stage().phone_state(live, participant, reads)
    response = make_response(
        render_template(
            "live/phone.html",
            workshop=workshop,
            deck=live.deck.in_language(reads.words),
            languages=live.deck.languages,
            token=token,
            most_bytes=MOST_BYTES,
            state=state,
            scripts=_scripts(live.deck, state["html"]),
            fingerprint=assets.fingerprint(),
            paper={"light": PAPER, "dark": INK},
        )
    )
    _remember(response, workshop, cookie_name(workshop), token)
    if chosen in live.deck.languages:
        _remember(response, workshop, _language_cookie(workshop), chosen)
    return packed.pack(response)


def _scripts(deck: Deck, html: str) -> dict[str, list[str]]:
    """What the page asks for at once, and what it needs for the slides to come."""
    scripts = [f"js/kinds/{kind}.js" for kind in deck.answered_kinds]
    asked = [f"js/kinds/{kind}.js" for kind in dict.fromkeys(_ASKED.findall(html))]
    now = assets.modules_of("js/phone.js", *(script for script in asked if script in scripts))
    every = assets.modules_of("js/phone.js", *scripts)
    return {"now": list(now), "later": [name for name in every if name not in now]}


def find(typed: str) -> Workshop | None:
    """The workshop with this code; ends the request of whoever tries too many wrong ones."""
    wrong: Rate = _wrong_codes()
    with database().read() as session:
        workshop = by_code(session, tidy_code(typed))
    if wrong.exhausted(request.remote_addr) and not (workshop and _was_in(workshop)):
        abort(429)  # a right code too: whoever guesses must not learn that it is one
    if workshop is None:
        wrong.allows(request.remote_addr)
    return workshop


def _wrong_codes() -> Rate:
    rate: Rate = current_app.extensions["workshop.wrong_codes"]
    return rate


def wrong_code(typed: str) -> tuple[str, int]:
    """The start page, which says what is wrong and keeps what was typed."""
    error = _("There is no workshop with the code {code}. Look at the screen once more.").format(
        code=_said(tidy_code(tidy(typed))) or "–"
    )
    return render_template("live/start.html", typed=tidy(typed)[:LONGEST_SAID], error=error), 404


def _said(code: str) -> str:
    return code if len(code) <= LONGEST_SAID else f"{code[:LONGEST_SAID]}…"


def _identity(workshop: Workshop) -> tuple[str, str]:
    """The phone's token and participant: those of its cookie, or new ones."""
    tokens: Tokens = live_stage().tokens
    if tokens.opens_rehearsal(request.headers.get(REHEARSAL_HEADER, ""), workshop.id):
        token = tokens.new(workshop.id, simulated=True)
        return token, tokens.read(token)[1]
    token = request.cookies.get(cookie_name(workshop), "")
    try:
        return token, tokens.read(token, workshop.id)[1]
    except Refused:
        token = tokens.new(workshop.id)
        return token, tokens.read(token, workshop.id)[1]


def _was_in(workshop: Workshop) -> bool:
    try:
        live_stage().tokens.read(request.cookies.get(cookie_name(workshop), ""), workshop.id)
    except Refused:
        return False
    return True


def _remember(response: Response, workshop: Workshop, cookie: str, value: str) -> None:
    response.set_cookie(
        cookie,
        value,
        max_age=A_YEAR,
        httponly=True,
        samesite="Lax",
        secure=settings().secure,
        path=f"/{workshop.code}",
    )


def cookie_name(workshop: Workshop) -> str:
    """The cookie that holds the phone's token."""
    return f"phone-{workshop.id}"


def _language_cookie(workshop: Workshop) -> str:
    return f"language-{workshop.id}"
