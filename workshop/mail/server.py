"""The mail server of WORKSHOP_SMTP_URL, and a line to it: encrypted where it can be, and signed in."""

import ipaddress
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from workshop.mail.line import Line, SecureLine

PORTS = {"smtp": 587, "smtps": 465}


@dataclass(frozen=True, slots=True)
class MailServer:
    """What WORKSHOP_SMTP_URL says."""

    host: str
    port: int
    user: str = ""
    password: str = ""
    tls_at_once: bool = False

    @property
    def near(self) -> bool:
        """Whether it is this computer, so that nobody listens in between."""
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost" or self.host.endswith(".localhost")


class NotSecret(smtplib.SMTPException):
    """The server offers no encryption, so the password was not sent."""


def read(url: str) -> MailServer:
    """The mail server of an address such as smtp://user:password@host:587.

    Raises:
        ValueError: it is none.
    """
    parts = urlsplit(url)
    if parts.scheme not in PORTS or not parts.hostname or parts.path.strip("/"):
        raise ValueError("no address of a mail server")
    return MailServer(
        parts.hostname,
        parts.port or PORTS[parts.scheme],
        unquote(parts.username or ""),
        unquote(parts.password or ""),
        parts.scheme == "smtps",
    )


@contextmanager
def connected(
    server: MailServer, patience: float, name: str | None = None, within: float | None = None
) -> Iterator[Line]:
    """A line on which nothing was said yet; hung up at the end, whatever comes.

    Args:
        server: whom to call.
        patience: seconds for each answer.
        name: what we call ourselves; default: this computer's own name.
        within: seconds for the greeting, however it comes; default: `patience`.
    """
    within = within or patience
    if server.tls_at_once:
        context = ssl.create_default_context()
        line: Line = SecureLine(server, patience, within, name, context=context)
    else:
        line = Line(server, patience, within, name)
    try:
        yield line
    finally:
        line.close()  # without QUIT: the answer to it may never come, and nothing hangs on it


def greet(line: smtplib.SMTP, server: MailServer) -> bool:
    """Says hello, encrypted if the server can; gives whether it is. Every server is spoken to like this."""
    line.ehlo_or_helo_if_needed()
    if server.tls_at_once:
        return True
    if not line.has_extn("starttls"):
        return False
    line.starttls(context=ssl.create_default_context())
    line.ehlo()
    return True


def sign_in(line: smtplib.SMTP, server: MailServer, *, secure: bool) -> None:
    """Signs in where a user is given.

    Raises:
        NotSecret: whoever stands in between could read the password.
        smtplib.SMTPException: the server does not take it.
    """
    if not server.user:
        return
    if not (secure or server.near):
        raise NotSecret("no encryption")
    line.login(server.user, server.password)
