"""A real mail server, on a port of its own, that can be slow, away, refusing, or cut the line."""

import asyncio
import ssl
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

from tests.server import free_port

TAKEN = "250 taken"


class Lines(Controller):
    """Knows its lines, so that none is open any more when it ends."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        self._lines: list[SMTP] = []
        super().__init__(*arguments, **options)

    def factory(self) -> SMTP:
        line = super().factory()
        self._lines.append(line)
        return line

    def stop(self, no_assert: bool = False) -> None:
        asyncio.run_coroutine_threadsafe(self._hang_up(), self.loop).result(10)
        super().stop(no_assert)

    async def _hang_up(self) -> None:
        for line in self._lines:
            if line.transport is not None:
                line.transport.abort()
        await asyncio.sleep(0.02)


class PostOffice:
    """Keeps what it took. Its answers to RCPT and DATA are those of a list, and after them `TAKEN`."""

    def __init__(self, **options: Any) -> None:
        self.port = free_port()
        self.taken: list[EmailMessage] = []
        self.envelopes: list[tuple[str | None, list[str]]] = []
        self.signed_in: list[bytes] = []
        self.to_rcpt: list[str] = []
        self.to_data: list[str] = []
        self.slow = 0.0
        """Seconds that it takes for each letter, before it has it."""
        self.cuts = 0
        """How many letters it takes without saying so: the line is cut instead."""
        self._options = options
        self._controller: Lines | None = None

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    @property
    def ids(self) -> list[str]:
        """The Message-ID of each letter that it took."""
        return [str(message["Message-ID"]) for message in self.taken]

    def open(self) -> None:
        self._controller = Lines(
            self, hostname="127.0.0.1", port=self.port, ready_timeout=60, **self._options
        )
        self._controller.start()

    def shut(self) -> None:
        if self._controller is not None:
            self._controller.stop()
            self._controller = None

    async def handle_RCPT(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        answer = self.to_rcpt.pop(0) if self.to_rcpt else TAKEN
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        await asyncio.sleep(self.slow)
        answer = self.to_data.pop(0) if self.to_data else TAKEN
        if not answer.startswith("250"):
            return answer
        content = envelope.content
        assert isinstance(content, bytes)
        self.envelopes.append((envelope.mail_from, list(envelope.rcpt_tos)))
        message = message_from_bytes(content, policy=policy.default)
        assert isinstance(message, EmailMessage)
        self.taken.append(message)
        if self.cuts:
            self.cuts -= 1
            server.transport.abort()
        return answer


def knows(user: str, password: str, seen: list[bytes]) -> Any:
    """Signs in one user."""

    def authenticate(
        _server: SMTP, _session: Session, _envelope: Envelope, _way: str, data: Any
    ) -> AuthResult:
        seen.append(data.login)
        good = (data.login, data.password) == (user.encode(), password.encode())
        return AuthResult(success=good, handled=False)

    return authenticate


def encrypted(certificate: Any) -> ssl.SSLContext:
    """What a server with this certificate encrypts with."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    certificate.configure_cert(context)
    return context
