"""A letter as the parts write it: to whom, in which language, and its words. Pure."""

import unicodedata
from dataclasses import dataclass
from typing import Any

import msgspec
from email_validator import EmailNotValidError, validate_email

LONGEST_SUBJECT = 150
LONGEST_NAME = 70


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list, which may lead somewhere."""

    text: str
    link: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter to one address. What is in it may hold anything: its subject is made to fit on one line.

    Raises:
        ValueError: `to` or `reply_to` is no e-mail address.
    """

    to: str
    language: str
    subject: str
    paragraphs: tuple[str, ...]
    link: str = ""
    """Where its button leads; without words on the button, an address that stands in the paragraphs."""
    button: str = ""
    items: tuple[Item, ...] = ()
    closing: tuple[str, ...] = ()
    sender: str = ""
    """The name that stands before the address it comes from."""
    reply_to: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "to", address(self.to))
        object.__setattr__(self, "reply_to", address(self.reply_to) if self.reply_to else "")
        object.__setattr__(self, "sender", one_line(self.sender)[:LONGEST_NAME])
        object.__setattr__(self, "subject", one_line(self.subject)[:LONGEST_SUBJECT])

    def as_json(self) -> dict[str, Any]:
        """As it is kept until it is sent."""
        kept: dict[str, Any] = msgspec.to_builtins(self)
        return kept

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> "Letter":
        """What `as_json` made."""
        return msgspec.convert(kept, cls)


def address(typed: str) -> str:
    """An e-mail address as a mail server takes it.

    Raises:
        ValueError: it is none.
    """
    try:
        found = validate_email(typed.strip(), check_deliverability=False)
    except EmailNotValidError:
        raise ValueError("no e-mail address") from None  # its own text has the address in it
    return found.ascii_email or f"{found.local_part}@{found.ascii_domain}"


def one_line(text: str) -> str:
    """The text on one line: whatever might begin another one in a header is a space."""
    return " ".join("".join(" " if _is_control(each) else each for each in text).split())


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp", "Cs")
