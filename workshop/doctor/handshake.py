"""A real websocket handshake, as a phone's browser makes it."""

import ssl
from dataclasses import dataclass
from typing import Any

import websocket

from workshop.doctor.finding import Finding, bad, good
from workshop.doctor.public import PATIENCE, is_loopback, reason
from workshop.language import _

NGINX = " ".join(
    (
        "proxy_http_version 1.1;",
        "proxy_set_header Upgrade $http_upgrade;",
        'proxy_set_header Connection "upgrade";',
    )
)


@dataclass(frozen=True, slots=True)
class Shake:
    """How a handshake ended."""

    greeted: bool
    """The server's first message arrived over the websocket."""
    status: int = 0
    """The status instead of an upgrade."""
    error: str = ""


def look(url: str, origin: str | None = None) -> Shake:
    """Shakes hands.

    Args:
        url: http://… or https://….
        origin: the page that a browser would say it comes from; default: none is said.
    """
    options: dict[str, Any] = {"suppress_origin": True} if origin is None else {"origin": origin}
    if is_loopback(url):
        options["http_no_proxy"] = ["*"]
    address = f"ws{url.removeprefix('http')}/socket.io/?EIO=4&transport=websocket"
    try:
        line = websocket.create_connection(address, timeout=PATIENCE, **options)
    except websocket.WebSocketBadStatusException as error:
        return Shake(False, error.status_code)
    except (OSError, websocket.WebSocketException, ValueError) as error:
        return Shake(False, error=_why(error))
    try:
        return Shake(str(line.recv()).startswith("0{"))
    except (OSError, websocket.WebSocketException) as error:
        return Shake(False, error=_why(error))
    finally:
        line.close(timeout=1)


def judge(url: str, shake: Shake, without_origin: Shake | None = None) -> Finding:
    """What to think of it.

    Args:
        url: the address, which is also the origin that was said.
        shake: how it ended.
        without_origin: how it ended when no origin was said, if that was tried.
    """
    about = _("Websocket")
    if shake.greeted:
        return good(about, _("works through {url}").format(url=url))
    if without_origin and without_origin.greeted:
        text = _("the server refuses pages from {url}").format(url=url)
        remedy = _("WORKSHOP_PUBLIC_URL={url}, or let the proxy pass on Host").format(url=url)
        return bad(about, text, remedy)
    return bad(
        about,
        _("no connection through {url}: {why}").format(url=url, why=_told(shake)),
        _remedy(shake),
    )


def _told(shake: Shake) -> str:
    if shake.status:
        return _("status {status} instead of an upgrade").format(status=shake.status)
    return shake.error or _("what answers is not this server")


def _remedy(shake: Shake) -> str:
    if shake.status in (200, 400, 426):
        return _("let the proxy pass on websockets, in nginx: {lines}").format(lines=NGINX)
    if shake.status == 404:
        return _("let the proxy pass on /socket.io/ to the same server")
    return _("look at the firewall and at what stands in front of the server")


def _why(error: BaseException) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return _("its certificate is not valid ({why})").format(why=error.verify_message)
    if isinstance(error, websocket.WebSocketTimeoutException):
        return _("no answer in time")
    return reason(error)
