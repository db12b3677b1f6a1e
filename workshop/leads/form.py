"""The call-to-action form: its fields, and what may stand in them. Pure: no I/O, no clock."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import phonenumbers
from email_validator import EmailNotValidError, validate_email
from phonenumbers import NumberParseException, PhoneNumberFormat, PhoneNumberType

from workshop.forms import FieldsRefused
from workshop.kinds.open import tidy
from workshop.language import _, plural
from workshop.refused import Refused

CONSENT = "consent"
"""The name of the checkbox; `yes` when it is ticked."""
MOST_DIGITS = 18
"""E.164 has 15; 00 or (0) may come along. With more, somebody typed two numbers."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field as a phone shows it, in the spoken language."""

    name: str
    label: str
    kind: Literal["text", "tel", "email", "textarea"] = "text"
    required: bool = False
    reaches: bool = False
    """A way to reach the person: of these fields at least one is filled in."""
    longest: int = 120
    autocomplete: str = "off"
    inputmode: str | None = None
    capitals: str | None = None
    help: str = ""

    @property
    def optional(self) -> bool:
        """Whether it may always stay empty."""
        return not (self.required or self.reaches)

    @property
    def attributes(self) -> dict[str, str | int | None]:
        """What the field's element has besides its name and type.

        A textarea has no maxlength: it would cut off what is pasted without a word.
        """
        several_lines = self.kind == "textarea"
        return {
            "autocomplete": self.autocomplete,
            "inputmode": self.inputmode,
            "autocapitalize": self.capitals,
            "maxlength": None if several_lines else self.longest,
            "rows": 3 if several_lines else None,
            "required": "" if self.required else None,
        }


@dataclass(frozen=True, slots=True)
class Details:
    """What somebody left, as it is kept; what they left out is empty."""

    leader_name: str
    telephone: str
    email: str
    school: str
    profile: str
    board: str
    question: str


def fields() -> tuple[Field, ...]:
    """The form's fields, in order."""
    return (
        Field(
            "leader_name",
            _("Name of the school leader"),
            required=True,
            autocomplete="name",
            capitals="words",
        ),
        Field(
            "telephone",
            _("Telephone"),
            "tel",
            reaches=True,
            longest=40,
            autocomplete="tel",
            inputmode="tel",
            help=_("Telephone or e-mail: one of the two is enough."),
        ),
        Field(
            "email",
            _("E-mail"),
            "email",
            reaches=True,
            longest=254,
            autocomplete="email",
            inputmode="email",
            capitals="none",
        ),
        Field(
            "school",
            _("Name of the school"),
            required=True,
            autocomplete="organization",
            capitals="words",
        ),
        Field(
            "profile",
            _("Your school in a few words"),
            "textarea",
            longest=1000,
            capitals="sentences",
            help=_("For example how large it is, in what neighbourhood, and what you stand for."),
        ),
        Field("board", _("School board"), capitals="words"),
        Field(
            "question",
            _("What would you like help with?"),
            "textarea",
            longest=1000,
            capitals="sentences",
        ),
    )


def check(given: Mapping[str, str], region: str) -> Details:
    """The details as they are kept.

    Args:
        given: what was typed, by the fields' names, and the checkbox.
        region: where telephone numbers without a country code belong, such as NL.

    Raises:
        FieldsRefused: with a text for each field that is not right.
    """
    kept: dict[str, str] = {}
    wrong: dict[str, str] = {}
    for field in fields():
        try:
            kept[field.name] = _read(field, given.get(field.name, ""), region)
        except Refused as refused:
            wrong[field.name] = refused.text
    if kept.get("telephone") == kept.get("email") == "":
        wrong["telephone"] = _("Fill in a telephone number here, or an e-mail address below.")
        wrong["email"] = _("Fill in an e-mail address here, or a telephone number above.")
    if given.get(CONSENT) != "yes":
        wrong[CONSENT] = _("Tick this if you agree; without it we may not keep your details.")
    if wrong:
        raise FieldsRefused(wrong)
    return Details(**kept)


def readable(telephone: str) -> str:
    """A number in E.164 with the spaces by which people read it, such as +31 6 12345678."""
    number = phonenumbers.parse(telephone)
    return phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL).replace("-", " ")


def _read(field: Field, typed: str, region: str) -> str:
    text = _tidied(field, typed)
    if not text and field.required:
        raise Refused("empty", _("This cannot stay empty."))
    if len(text) > field.longest:
        over = len(text) - field.longest
        raise Refused("too_long", plural("{n} character too many.", "{n} characters too many.", over))
    if text and field.kind == "tel":
        return _telephone(text, region)
    if text and field.kind == "email":
        return _email(text)
    return text


def _tidied(field: Field, typed: str) -> str:
    text = tidy(typed.replace("\t", " ") if field.kind == "textarea" else " ".join(typed.split()))
    return text if any(map(_is_seen, text)) else ""


def _is_seen(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNPSM"


def _telephone(text: str, region: str) -> str:
    region = region.strip().upper()
    if sum(map(str.isdigit, text)) > MOST_DIGITS:
        raise _not_dialled(region)
    try:
        number = phonenumbers.parse(text, region)
    except NumberParseException:
        raise _not_dialled(region) from None
    # Of an extension nothing would be left in E.164, so it is better refused than lost.
    if number.extension or not phonenumbers.is_valid_number(number):
        raise _not_dialled(region)
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def _not_dialled(region: str) -> Refused:
    number = phonenumbers.example_number_for_type(region, PhoneNumberType.MOBILE)
    if number is None:
        text = _("This number cannot be dialled. Write it with its country code: +31 6 12345678.")
        return Refused("telephone", text)
    text = _("This number cannot be dialled. Write one number, like {here} or {abroad}.")
    return Refused(
        "telephone",
        text.format(
            here=_unbroken(phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)),
            abroad=_unbroken(phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)),
        ),
    )


def _unbroken(number: str) -> str:
    return number.replace(" ", "\u00a0")  # stays on one line of a narrow screen


def _email(text: str) -> str:
    try:
        return validate_email(text, check_deliverability=False).normalized
    except EmailNotValidError:
        example = "naam@school.nl"
        text = _("This is no complete e-mail address. It looks like {example}.")
        raise Refused("email", text.format(example=example)) from None
