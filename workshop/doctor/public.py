"""The public address: is it one, and does somebody answer there."""

import http.client
import ipaddress
import ssl
import urllib.error
import urllib.request
from dataclasses import dataclass
from urllib.parse import urlsplit

from workshop.config import Settings
from workshop.doctor.finding import Finding, bad, good, warning
from workshop.language import _

PATIENCE = 8
"""Seconds that a server gets to answer."""
EXAMPLE = "https://workshop.example.org"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back from an address."""

    status: int = 0
    at: str = ""
    """Where the answer came from in the end, after redirects."""
    date: str = ""
    body: bytes = b""
    error: str = ""
    """Why nothing came back; empty where something did."""


def judge_form(settings: Settings) -> Finding:
    """Whether WORKSHOP_PUBLIC_URL is an address as it should be, and fits WORKSHOP_PROXIES."""
    about, url = _("Public address"), settings.public_url
    if not url:
        return _without(about, settings)
    if wrong := _wrong(url):
        return bad(
            about,
            f"WORKSHOP_PUBLIC_URL={url}: {wrong}",
            _("write it like {example}").format(example=EXAMPLE),
        )
    if is_loopback(url):
        text = _("{url} leads each phone to itself").format(url=url)
        remedy = _("set WORKSHOP_PUBLIC_URL to what phones can reach, or not at all")
        return bad(about, text, remedy)
    if url.startswith("https://") and not settings.proxies:
        text = _("{url} needs something in front that does https").format(url=url)
        return bad(about, text, _("set WORKSHOP_PROXIES to how many proxies there are, mostly 1"))
    if url.startswith("http://"):
        text = _("{url} is not encrypted").format(url=url)
        return warning(about, text, _("outside a network of your own, use https"))
    return good(about, url)


def ask(url: str) -> Answer:
    """Asks an address; this computer itself without a proxy."""
    handlers = [urllib.request.ProxyHandler({})] if is_loopback(url) else []
    try:
        with urllib.request.build_opener(*handlers).open(url, timeout=PATIENCE) as answer:
            date = answer.headers.get("Date", "")
            return Answer(answer.status, answer.url, date, answer.read(1_000_000))
    except urllib.error.HTTPError as error:
        with error:
            return Answer(error.code, error.url or url, error.headers.get("Date", ""))
    except (OSError, http.client.HTTPException, ValueError) as error:
        return Answer(error=reason(error))


def judge_answer(url: str, answer: Answer, *, running: bool) -> Finding:
    """What to think of an answer to GET /."""
    about = _("Reachable")
    if not answer.status:
        text = _("{url} does not answer: {error}").format(url=url, error=answer.error)
        remedy = _("look at the name, the firewall and what stands in front of the server")
        return bad(about, text, remedy)
    if answer.status in (502, 503, 504) and not running:
        text = _("{url} answers, the server behind it does not run").format(url=url)
        return warning(about, text, _("start it (workshop serve) and ask the doctor again"))
    if answer.status != 200:
        text = _("{url} answers with status {status}").format(url=url, status=answer.status)
        remedy = _("it must pass everything on to the port of the server, with the same path")
        return bad(about, text, remedy)
    if _origin(answer.at) != _origin(url):
        text = _("{url} leads on to {other}").format(url=url, other=_origin(answer.at))
        return warning(about, text, f"WORKSHOP_PUBLIC_URL={_origin(answer.at)}")
    return good(about, _("{url} answers").format(url=url))


def is_loopback(url: str) -> bool:
    """Whether an address leads to the computer that asks."""
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def reason(error: BaseException) -> str:
    """Why something could not be reached, in a few words."""
    inner = getattr(error, "reason", None)
    if isinstance(inner, ssl.SSLCertVerificationError):
        return _("its certificate is not valid ({why})").format(why=inner.verify_message)
    if isinstance(inner, BaseException):
        return reason(inner)
    if isinstance(error, TimeoutError):
        return _("no answer in time")
    text = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return str(text).strip().splitlines()[0]


def _without(about: str, settings: Settings) -> Finding:
    if settings.proxies:
        text = _("WORKSHOP_PROXIES is set and WORKSHOP_PUBLIC_URL is not")
        return warning(about, text, _("set it, so that phones come in through the proxy"))
    return good(about, _("none; phones use this computer's own address"))


def _wrong(url: str) -> str:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return _("this is no address")
    if parts.scheme not in ("http", "https"):
        return _("it begins with neither https:// nor http://")
    if not parts.hostname or " " in url or port == 0:
        return _("this is no address")
    if parts.username is not None or parts.path or parts.query or parts.fragment:
        return _("there is something before or after the name")
    return ""


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}".lower()
