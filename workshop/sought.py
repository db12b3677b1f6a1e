"""Somebody who is looked for: by an e-mail address or a telephone number, however it was written. Pure."""

import re
import unicodedata
from dataclasses import dataclass

import phonenumbers
from phonenumbers import NumberParseException

from workshop.language import _
from workshop.refused import Refused

REGION = "NL"
LEAST_DIGITS = 7
"""A number with fewer is found in too much that is none."""
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_NUMBERS = re.compile(r"\+?[\d(][\d\s().\-/\u00a0]{5,}\d")
LONGEST = 254


@dataclass(frozen=True, slots=True)
class Sought:
    """Either is empty."""

    email: str = ""
    """In lower case."""
    telephone: str = ""
    """In E.164, such as +31612345678."""

    @property
    def tail(self) -> str:
        """The digits that a number ends with however it is written: without its country code and zeros."""
        if not self.telephone:
            return ""
        return str(phonenumbers.parse(self.telephone).national_number)

    def is_in(self, text: str) -> bool:
        """Whether a text names the address or the number."""
        if self.email:
            return re.search(rf"(?<![\w.+-]){re.escape(self.email)}(?![\w-]|\.\w)", tidy(text)) is not None
        return any(_digits(found).endswith(self.tail) for found in _NUMBERS.findall(text))

    @property
    def like(self) -> str:
        """A pattern for LIKE, in lower case, that every such text fits; most that fit are no such text."""
        if self.email:
            escaped = re.sub(r"([\\%_])", r"\\\1", self.email)
            return f"%{escaped}%"
        return f"%{'%'.join(self.tail)}%"


def sought(typed: str, region: str = REGION) -> Sought:
    """Whom somebody means.

    Raises:
        Refused: it is neither an address nor a number.
    """
    text = tidy(typed)
    if _EMAIL.fullmatch(text) and len(text) <= LONGEST:
        return Sought(email=text)
    try:
        number = phonenumbers.parse(text[:60], region)
    except NumberParseException:
        number = None
    if number is None or "@" in text or len(str(number.national_number)) < LEAST_DIGITS:
        raise Refused("nobody", _("Fill in a whole e-mail address or telephone number."))
    return Sought(telephone=phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def tidy(text: str) -> str:
    """The text as addresses are compared."""
    return unicodedata.normalize("NFC", text).strip().lower()


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))
