"""Mail: does the server of WORKSHOP_SMTP_URL take it."""

import smtplib
import ssl
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from workshop.doctor.finding import Finding, bad, good, warning
from workshop.doctor.public import is_loopback, reason
from workshop.language import _

PATIENCE = 8
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
        return is_loopback(f"//{self.host}")


@dataclass(frozen=True, slots=True)
class Talk:
    """How a conversation with it went."""

    secure: bool = False
    signed_in: bool = False
    error: str = ""


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


def check(url: str | None) -> Finding:
    """Looks at the mail server, if there is one, and judges."""
    about = _("Mail")
    if not url:
        return good(about, _("no mail, fine"))
    try:
        server = read(url)
    except ValueError:
        text = _("WORKSHOP_SMTP_URL is no address of a mail server")
        return bad(
            about,
            text,
            _("write it like {example}").format(example="smtp://user:password@host:587"),
        )
    return judge(server, look(server))


def look(server: MailServer) -> Talk:
    """Connects, says hello and signs in, as when a mail is sent; sends none."""
    secure = signed_in = False
    try:
        with _connect(server) as line:
            line.ehlo()
            secure = server.tls_at_once
            if not secure and line.has_extn("starttls"):
                line.starttls(context=ssl.create_default_context())
                line.ehlo()
                secure = True
            if server.user and (secure or server.near):
                line.login(server.user, server.password)
                signed_in = True
    except (OSError, smtplib.SMTPException) as error:
        return Talk(secure, signed_in, _why(error))
    return Talk(secure, signed_in)


def judge(server: MailServer, talk: Talk) -> Finding:
    """What to think of it."""
    about, name = _("Mail"), f"{server.host}:{server.port}"
    if talk.error:
        text = _("{name} does not take mail from us: {error}").format(name=name, error=talk.error)
        return bad(about, text, _("look at the host, port, user and password in WORKSHOP_SMTP_URL"))
    if server.user and not talk.signed_in:
        text = _("{name} offers no encryption, so the password was not sent").format(name=name)
        return bad(about, text, _("use smtps://, or another port"))
    if not talk.secure and not server.near:
        text = _("{name} answers, without encryption").format(name=name)
        return warning(about, text, _("use smtps://, or another port"))
    if talk.signed_in:
        return good(about, _("{name} answers, and signed us in").format(name=name))
    return good(about, _("{name} answers").format(name=name))


def _connect(server: MailServer) -> smtplib.SMTP:
    if server.tls_at_once:
        context = ssl.create_default_context()
        return smtplib.SMTP_SSL(server.host, server.port, timeout=PATIENCE, context=context)
    return smtplib.SMTP(server.host, server.port, timeout=PATIENCE)


def _why(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return _("it refuses the user or the password")
    if isinstance(error, smtplib.SMTPResponseException):
        return str(error.smtp_code)
    if isinstance(error, ssl.SSLCertVerificationError):
        return _("its certificate is not valid ({why})").format(why=error.verify_message)
    return reason(error)
