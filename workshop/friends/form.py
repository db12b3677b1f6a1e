"""The 'tell a friend' form: what may be in it. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from workshop.forms import FieldsRefused
from workshop.kinds.open import tidy
from workshop.language import _, plural

LONGEST_MESSAGE = 600
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Words:
    """A message and the two names on its card."""

    friend_name: str
    message: str
    sender_name: str


def read(fields: Mapping[str, str]) -> Words:
    """The words in a filled-in form.

    Raises:
        FieldsRefused: with a text beside each field that is empty or too long.
    """
    words = Words(
        friend_name=_one_line(fields.get("friend_name", "")),
        message=tidy(fields.get("message", "")),
        sender_name=_one_line(fields.get("sender_name", "")),
    )
    if wrong := _wrong(words):
        raise FieldsRefused(wrong)
    return words


def _wrong(words: Words) -> dict[str, str]:
    wrong = {}
    if not words.friend_name:
        wrong["friend_name"] = _("Fill in the first name of the person who gets the card.")
    if not words.message:
        wrong["message"] = _("Write a message: it is what the card is for.")
    if not words.sender_name:
        wrong["sender_name"] = _("Fill in your name, so that it is clear who it is from.")
    lengths = {"friend_name": LONGEST_NAME, "message": LONGEST_MESSAGE, "sender_name": LONGEST_NAME}
    for name, longest in lengths.items():
        if (over := len(getattr(words, name)) - longest) > 0:
            wrong[name] = plural("{n} character too many.", "{n} characters too many.", over)
    return wrong


def _one_line(text: str) -> str:
    return " ".join(tidy(text).split())
