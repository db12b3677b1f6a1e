"""What stands in front of the server: does the server learn from it how people came in."""

import msgspec

from workshop.config import Settings
from workshop.doctor import witness
from workshop.doctor.finding import Finding, bad, good, warning
from workshop.doctor.public import Answer, ask
from workshop.language import _


class Seen(msgspec.Struct, frozen=True):
    """What the server saw of the doctor's request."""

    scheme: str
    host: str
    forwarded_for: str = ""
    forwarded_proto: str = ""

    @property
    def proxies(self) -> int:
        """How many proxies the request says it came through."""
        return len([part for part in self.forwarded_for.split(",") if part.strip()])


def look(url: str, secret: str) -> Seen | None:
    """What the server behind an address sees; None where it does not tell."""
    return read(ask(url + witness.path(secret)))


def read(answer: Answer) -> Seen | None:
    """What stands in the witness's answer."""
    if answer.status != 200:
        return None
    try:
        return msgspec.json.decode(answer.body, type=Seen)
    except msgspec.DecodeError:
        return None


def judge(seen: Seen | None, url: str, settings: Settings) -> Finding:
    """Whether the server sees what people typed: https, and the name."""
    about = _("Proxy")
    scheme, _sep, host = url.partition("://")
    if seen is None:
        text = _("{url} does not lead to the server that has this secret").format(url=url)
        return warning(about, text, _("run the doctor on the server, with the server's settings"))
    if seen.proxies != settings.proxies:
        return _other_count(about, seen, settings)
    if seen.scheme != scheme:
        text = _("people come in over {outside}, the server sees {inside}")
        text = text.format(outside=scheme, inside=seen.scheme)
        return bad(about, text, _let_it_send("X-Forwarded-Proto", "$scheme"))
    if seen.host.lower() != host.lower():
        text = _("people typed {host}, the server sees {other}").format(host=host, other=seen.host)
        return bad(about, text, _let_it_send("Host", "$host"))
    if not settings.proxies:
        return good(about, _("none, and none expected"))
    return good(about, _("the server sees {url}").format(url=url))


def _other_count(about: str, seen: Seen, settings: Settings) -> Finding:
    if not seen.proxies:
        text = _("WORKSHOP_PROXIES={n}, and no X-Forwarded-For arrives").format(n=settings.proxies)
        return bad(about, text, _let_it_send("X-Forwarded-For", "$proxy_add_x_forwarded_for"))
    text = _("{n} proxies are on the way, WORKSHOP_PROXIES={said}")
    text = text.format(n=seen.proxies, said=settings.proxies)
    return bad(about, text, f"WORKSHOP_PROXIES={seen.proxies}")


def _let_it_send(header: str, value: str) -> str:
    return _("let the proxy send {header}, in nginx: {line}").format(
        header=header, line=f"proxy_set_header {header} {value};"
    )
