"""What every page has: its language, its headers, its error page, and its address behind a proxy."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime

from babel.dates import format_date, format_datetime
from flask import Flask, Response, render_template, request, url_for
from flask_wtf.csrf import CSRFError, CSRFProtect, generate_csrf
from markupsafe import Markup
from werkzeug.exceptions import HTTPException
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.routing import IntegerConverter

from workshop import language, tags
from workshop.config import Settings
from workshop.days import ZONE
from workshop.forms import MOST_TYPED
from workshop.language import _, plural
from workshop.refused import Refused

csrf = CSRFProtect()

ERRORS: dict[str, Callable[[HTTPException], Response]] = {}
"""How programs are told what went wrong, by the beginning of an address; each part puts its own in when the
app is made."""

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)


class RowNumber(IntegerConverter):
    """A number in an address that a database can look up: with more digits there is no such page."""

    regex = r"\d{1,18}"


def init_app(app: Flask, settings: Settings) -> None:
    """Prepares an application for all pages."""
    app.config.update(
        SECRET_KEY=settings.secret,
        SESSION_COOKIE_NAME="workshop",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.secure,
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False,  # a proxy may drop the Referer; the token itself is what counts
        MAX_CONTENT_LENGTH=2_000_000,
    )
    app.url_map.converters["int"] = RowNumber
    if settings.proxies:
        count = settings.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, count, count, count, count, count)  # type: ignore[method-assign]
    app.before_request(_choose_language)  # first: also a refused form is answered in the person's language
    csrf.init_app(app)
    app.after_request(_add_headers)
    app.register_error_handler(HTTPException, _error_page)
    app.register_error_handler(CSRFError, _error_page)
    app.register_error_handler(Refused, _refused_page)
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        _, language.either, True
    )
    app.jinja_env.globals.update(asset=_asset, csrf_field=_csrf_field, plural=plural, spoken=language.spoken)
    app.jinja_env.globals.update(direction=tags.direction, own_name=tags.own_name, most_typed=MOST_TYPED)
    app.jinja_env.filters.update(when=when, day=day, duration=duration, isolated=tags.isolated)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True


def when(at: int) -> str:
    """A time (milliseconds since 1970 UTC) as people here read it."""
    moment = datetime.fromtimestamp(at / 1000, UTC)
    return format_datetime(moment, "d MMMM y HH:mm", tzinfo=ZONE, locale=language.spoken())


def day(at: date) -> str:
    """A day as people here read it."""
    return format_date(at, "d MMMM y", locale=language.spoken())


def wished_languages() -> list[str]:
    """The languages that the browser asks for, the dearest first."""
    return [tag for tag, weight in request.accept_languages if weight and tag != "*"]


def duration(milliseconds: int) -> str:
    """A stretch of time as on a stopwatch: 4:05 or 1:04:05."""
    minutes, seconds = divmod(milliseconds // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def wants_json() -> bool:
    """Whether a script asks rather than a person."""
    if request.path.startswith("/live/"):
        return True  # a phone's script, whatever went wrong with its request
    return request.is_json or request.accept_mimetypes.best == "application/json"


def _choose_language() -> None:
    found = (tags.nearest(wish, language.LANGUAGES) for wish in wished_languages())
    language.speak(next(filter(None, found), language.DEFAULT))


def _add_headers(response: Response) -> Response:
    response.headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    response.headers.setdefault("Referrer-Policy", "no-referrer")
    if request.endpoint != "static":
        response.headers.setdefault("Cache-Control", "no-store")
    if response.mimetype == "text/html":
        response.headers.setdefault("Content-Language", language.spoken())
    return response


def _error_page(error: HTTPException) -> Response | tuple[str | Response, int]:
    code = error.code or 500
    if code < 400:
        return error.get_response()  # type: ignore[return-value]
    for start, told in ERRORS.items():
        if request.path.startswith(start):
            return told(error)
    texts: dict[int, Callable[[], str]] = {
        400: lambda: _("This page was open too long. Go back, reload it and try again."),
        403: lambda: _("This page is not for your account."),
        404: lambda: _("There is nothing at this address."),
        413: lambda: _("That is too much at once."),
        429: lambda: _("That was a bit much in a short time. Wait a minute and try again."),
    }
    text = texts.get(code, lambda: _("Something went wrong on our side. Try again in a moment."))()
    if wants_json():
        return Response(
            response=_json({"error": str(code), "text": text}), status=code, mimetype="application/json"
        )
    return render_template("error.html", text=text, code=code), code


def _refused_page(refused: Refused) -> tuple[str | Response, int]:
    if wants_json():
        body = _json({"error": refused.code, "text": refused.text})
        return Response(body, mimetype="application/json"), 422
    return render_template("error.html", text=refused.text, code=422), 422


def _json(value: object) -> str:
    return json.dumps(value)


def _asset(name: str) -> str:
    return url_for("static", filename=name)


def _csrf_field() -> Markup:
    return Markup('<input type="hidden" name="csrf_token" value="{}">').format(generate_csrf())
