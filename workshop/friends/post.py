"""One mail, handed to the mail server of WORKSHOP_SMTP_URL. The only place here that speaks SMTP."""

import smtplib
import ssl
from email.message import EmailMessage
from email.policy import SMTP

from workshop.mail.server import MailServer, read

PATIENCE = 20
"""Seconds to wait for the server."""


class NotTaken(Exception):
    """The server will not take this mail, now or later."""


class NotNow(Exception):
    """The server is away, or too busy; the mail was not taken."""


class NobodyKnows(Exception):
    """The line broke after the mail was on it: it may have been taken, or not."""


def post(url: str, mail: EmailMessage) -> None:
    """Hands a mail over. The errors say nothing of whom it is for: they may stand in a log.

    Raises:
        NotTaken: there is no sense in trying again.
        NotNow: there may be.
        NobodyKnows: trying again may send it twice.
    """
    try:
        server = read(url)
        with _connect(server) as line:
            _announce(line, server, mail)
            _hand_over(line, mail)
    except smtplib.SMTPResponseException as error:
        raise _refused(error.smtp_code) from None
    except (OSError, smtplib.SMTPException) as error:
        raise NotNow(type(error).__name__) from None
    except ValueError:
        raise NotTaken("WORKSHOP_SMTP_URL") from None


def sender_of(url: str) -> str:
    """The address that mails come from: the account with which the server is used."""
    server = read(url)
    return server.user if "@" in server.user else f"workshop@{server.host}"


def _connect(server: MailServer) -> smtplib.SMTP:
    context = ssl.create_default_context()
    if server.tls_at_once:
        return smtplib.SMTP_SSL(server.host, server.port, timeout=PATIENCE, context=context)
    line = smtplib.SMTP(server.host, server.port, timeout=PATIENCE)
    line.ehlo_or_helo_if_needed()
    if line.has_extn("starttls"):
        line.starttls(context=context)
        line.ehlo_or_helo_if_needed()
    elif server.user and not server.near:
        line.close()
        raise smtplib.SMTPNotSupportedError("no encryption for the password")
    return line


def _announce(line: smtplib.SMTP, server: MailServer, mail: EmailMessage) -> None:
    if server.user:
        line.login(server.user, server.password)
    line.ehlo_or_helo_if_needed()
    for code, _text in (line.mail(sender_of_mail(mail)), line.rcpt(str(mail["To"]))):
        if code >= 300:
            raise _refused(code)


def sender_of_mail(mail: EmailMessage) -> str:
    """The bare address in its From."""
    return str(mail["From"].addresses[0].addr_spec)


def _hand_over(line: smtplib.SMTP, mail: EmailMessage) -> None:
    try:
        code, _text = line.data(mail.as_bytes(policy=SMTP))
    except smtplib.SMTPDataError:
        raise
    except (OSError, smtplib.SMTPException) as error:
        raise NobodyKnows(type(error).__name__) from None
    if code >= 300:
        raise _refused(code)


def _refused(code: int) -> NotTaken | NotNow:
    return NotTaken(str(code)) if code >= 500 else NotNow(str(code))
