"""A mail server of a few lines, which keeps what it takes and refuses what it is told to."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from tests.doctor.answering import Answering


@dataclass
class Mailbox:
    """What came in: each mail with the addresses that it was for."""

    mails: list[EmailMessage] = field(default_factory=list)
    rcpt: list[str] = field(default_factory=list)
    says: dict[bytes, bytes] = field(default_factory=dict)
    """Answers other than the usual ones, by the order to which they are given; empty hangs up."""
    port: int = 0

    @property
    def url(self) -> str:
        """As WORKSHOP_SMTP_URL."""
        return f"smtp://127.0.0.1:{self.port}"

    def talk(self, line: socket.socket) -> None:
        file = line.makefile("rwb")

        def say(text: bytes) -> None:
            file.write(text + b"\r\n")
            file.flush()

        say(b"220 ready")
        for order in file:
            verb = order[:4].upper()
            usual = {b"EHLO": b"250 here", b"DATA": b"354 go on", b"QUIT": b"221 bye"}.get(verb, b"250 ok")
            answer = self.says.get(verb, usual)
            if not answer:
                return
            say(answer)
            if verb == b"RCPT":
                self.rcpt.append(order.decode().strip())
            if verb == b"DATA" and answer.startswith(b"354"):
                body = b""
                for text in file:
                    if text == b".\r\n":
                        break
                    body += text
                self.mails.append(message_from_bytes(body, policy=default))
                if not self.says.get(b"BODY", b"250 kept"):
                    return
                say(self.says.get(b"BODY", b"250 kept"))
            if verb == b"QUIT":
                return


@contextmanager
def mailbox() -> Iterator[Mailbox]:
    """A server that runs meanwhile."""
    box = Mailbox()
    server = Answering(box.talk)
    box.port = server.port
    try:
        yield box
    finally:
        server.stop()
