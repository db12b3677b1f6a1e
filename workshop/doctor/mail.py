"""Mail: does the server of WORKSHOP_SMTP_URL take it."""

import smtplib
import ssl
from collections.abc import Iterator
from dataclasses import dataclass

from workshop.config import Settings
from workshop.doctor.finding import Finding, bad, good, warning
from workshop.doctor.public import reason
from workshop.language import _
from workshop.mail.sender import sender
from workshop.mail.server import MailServer, connected, greet, read, sign_in

PATIENCE = 8


@dataclass(frozen=True, slots=True)
class Talk:
    """How a conversation with it went."""

    secure: bool = False
    signed_in: bool = False
    error: str = ""


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


def check_sender(settings: Settings) -> Iterator[Finding]:
    """Tells where letters come from, if that was only guessed."""
    if not settings.smtp_url or settings.mail_from:
        return
    try:
        text = _("letters come from {address}").format(address=sender(settings))
    except ValueError:
        return  # what is wrong with the server's address was said
    yield warning(_("Mail"), text, _("if that is not right, set WORKSHOP_MAIL_FROM"))


def look(server: MailServer) -> Talk:
    """Connects, says hello and signs in, as when a mail is sent; sends none."""
    secure = signed_in = False
    try:
        with connected(server, PATIENCE) as line:
            secure = greet(line, server)
            if server.user and (secure or server.near):
                sign_in(line, server, secure=secure)
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


def _why(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return _("it refuses the user or the password")
    if isinstance(error, smtplib.SMTPResponseException):
        return str(error.smtp_code)
    if isinstance(error, ssl.SSLCertVerificationError):
        return _("its certificate is not valid ({why})").format(why=error.verify_message)
    return reason(error)
