"""Sends a letter: the job that the worker does."""

import smtplib
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from workshop.config import Settings
from workshop.jobs.retries import Later
from workshop.jobs.worker import Work
from workshop.mail.letter import Letter
from workshop.mail.message import Stamp, message
from workshop.mail.sender import sender
from workshop.mail.server import MailServer, NotSecret, connected, greet, read, sign_in
from workshop.mail.trouble import written
from workshop.refused import Refused

PATIENCE = 20.0
"""Seconds for each answer."""
PREPARED_WITHIN = 40.0
"""Seconds for all that comes before the letter itself, however slowly the server drips."""
TAKEN_WITHIN = 60.0
"""Seconds for the letter itself: some servers look for viruses before they answer."""
AUTHENTICATION = (530, 534, 535, 538)


class InDoubt(Later):
    """The line broke while the letter was on it: it may have been taken, or not."""


def send(work: Work) -> dict[str, Any]:
    """Sends the letter; where there is no mail server it ends unsent, as the settings say.

    Raises:
        Later: it may work another time.
        Refused: it never will.
    """
    body, settings = work.claim.body, work.settings
    if not settings.smtp_url:
        return {"sent": False}
    hand_over(settings, Letter.from_json(body["letter"]), body["message_id"], body["at"], work.outside)
    return {"sent": True}


def hand_over(
    settings: Settings, letter: Letter, message_id: str, at: int, outside: Callable[[float], None]
) -> None:
    """Hands a letter to the mail server.

    Args:
        settings: with the mail server.
        letter: what is sent.
        message_id: the same each time it is tried.
        at: when it was posted (milliseconds since 1970 UTC).
        outside: called when from then on, for so many seconds at most, it may have been sent.

    Raises:
        InDoubt: nobody knows whether it was taken.
        Later: it was not, and may be another time.
        Refused: it never will be.
    """
    server, mail_from = _office(settings)
    try:
        _deliver(server, letter, Stamp(message_id, at, mail_from), outside)
    except smtplib.SMTPResponseException as error:
        raise _judged(error, letter.to) from error
    except NotSecret as error:
        raise Later(written("not_secret")) from error
    except smtplib.SMTPServerDisconnected as error:
        raise Later(written("broke_off")) from error
    except smtplib.SMTPException as error:  # it can do less than the letter asks
        raise Refused("mail", written("refused", type(error).__name__)) from error
    except OSError as error:
        raise Later(written("away", error.strerror or type(error).__name__)) from error


def _office(settings: Settings) -> tuple[MailServer, str]:
    try:
        return read(settings.smtp_url or ""), sender(settings)
    except ValueError:
        raise Later(written("setting")) from None


def _deliver(server: MailServer, letter: Letter, stamp: Stamp, outside: Callable[[float], None]) -> None:
    name = stamp.mail_from.partition("@")[2]
    with connected(server, PATIENCE, name, PREPARED_WITHIN) as line:
        with line.within(PREPARED_WITHIN):
            sign_in(line, server, secure=greet(line, server))
            _announce(line, letter, stamp)
        # What came before may be said again by anybody; from here on the letter may have been sent.
        outside(TAKEN_WITHIN)
        line.wait_for(TAKEN_WITHIN)
        with line.within(TAKEN_WITHIN):
            _taken(*_answer_to(line, message(letter, stamp).as_bytes()))
        with suppress(OSError, smtplib.SMTPException):
            line.putcmd("quit")


def _answer_to(line: smtplib.SMTP, content: bytes) -> tuple[int, bytes]:
    try:
        return line.data(content)
    except smtplib.SMTPResponseException as error:
        if error.smtp_code >= 400:
            raise
        raise InDoubt(written("broke_off")) from error  # -1: cut in the middle of its answer
    except (smtplib.SMTPServerDisconnected, OSError) as error:
        raise InDoubt(written("broke_off")) from error


def _announce(line: smtplib.SMTP, letter: Letter, stamp: Stamp) -> None:
    _taken(*line.mail(stamp.mail_from, () if letter.to.isascii() else ("SMTPUTF8",)))
    _taken(*line.rcpt(letter.to))


def _taken(code: int, said: bytes) -> None:
    if not 200 <= code < 300:
        raise smtplib.SMTPResponseException(code, said)


def _judged(error: smtplib.SMTPResponseException, recipient: str) -> Later | Refused:
    """RFC 5321, 4.2.1: 4xx asks to come again, 5xx not to. Who we are is for us to mend, though."""
    said = error.smtp_error
    words = said.decode(errors="replace") if isinstance(said, bytes) else str(said)
    known = not isinstance(error, smtplib.SMTPConnectError | smtplib.SMTPHeloError)
    if error.smtp_code in AUTHENTICATION:
        return Later(written("sign_in", str(error.smtp_code)))
    if known and 500 <= error.smtp_code < 600:
        return Refused("mail", written("refused", f"{error.smtp_code} {words}", recipient))
    if error.smtp_code < 400:  # -1: the line was cut in the middle of an answer
        return Later(written("broke_off"))
    return Later(written("not_now", f"{error.smtp_code} {words}", recipient))
