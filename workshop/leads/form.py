"""The call-to-action form: its fields, and what may stand in them. Pure: no I/O, no clock."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from dataclasses import fields as fields_of
from typing import Literal

import phonenumbers
from email_validator import EmailNotValidError, validate_email
from phonenumbers import NumberParseException, PhoneNumberFormat, PhoneNumberType

from workshop.forms import FieldsRefused
from workshop.kinds.lead import OWN_COLUMNS, Asked, Lead
from workshop.kinds.open import tidy
from workshop.language import _, plural
from workshop.refused import Refused

CONSENT = "consent"
"""The name of the checkbox without which nothing is kept."""
CONTACT = "contact"
"""Its purpose: to get in touch about what somebody asked."""
YES = "yes"
"""What a checkbox says when it is ticked."""
MOST_DIGITS = 18
"""E.164 has 15; 00 or (0) may come along. With more, somebody typed two numbers."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field as a phone shows it, in the spoken language."""

    name: str
    label: str
    kind: Literal["text", "tel", "email", "textarea", "select"] = "text"
    required: bool = False
    reaches: bool = False
    """A way to reach the person: of these fields at least one is filled in."""
    longest: int = 120
    autocomplete: str = "off"
    inputmode: str | None = None
    capitals: str | None = None
    help: str = ""
    options: tuple[str, ...] = ()

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
            "maxlength": None if several_lines or self.kind == "select" else self.longest,
            "rows": 3 if several_lines else None,
            "required": "" if self.required else None,
        }


@dataclass(frozen=True, slots=True)
class Agreement:
    """Something that people may agree to: the name of its checkbox, what for, and the sentence."""

    name: str
    purpose: str
    wording: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Details:
    """What somebody left, as it is kept; what they left out, or the form does not ask, is empty."""

    leader_name: str = ""
    telephone: str = ""
    email: str = ""
    school: str = ""
    profile: str = ""
    board: str = ""
    question: str = ""


DETAILS = tuple(field.name for field in fields_of(Details))


@dataclass(frozen=True, slots=True)
class Filled:
    """A form that was filled in well."""

    details: Details
    extra: tuple[tuple[str, str], ...]
    """What the deck's form asks besides: the label, and what was typed or chosen."""
    agreed: tuple[Agreement, ...]


def fields(form: Lead | None = None) -> tuple[Field, ...]:
    """The form's fields, in order: those that the deck declares, or the usual ones."""
    if form is None or not form.asked:
        return tuple(_usual().values())
    asked = enumerate(form.asked, start=1)
    return tuple(_declared(each, number) for number, each in asked if each.kind != "agree")


def agreements(form: Lead) -> tuple[Agreement, ...]:
    """What the form asks people to agree to; the first is what nothing is kept without."""
    more = (
        Agreement(f"agree-{number}", each.purpose, each.label, each.required)
        for number, each in enumerate(form.asked, start=1)
        if each.kind == "agree"
    )
    return (Agreement(CONSENT, CONTACT, form.consent, required=True), *more)


def check(given: Mapping[str, str], region: str, form: Lead) -> Filled:
    """The form as it is kept.

    Args:
        given: what was typed, by the fields' names, and the checkboxes.
        region: where telephone numbers without a country code belong, such as NL.
        form: what the deck asks.

    Raises:
        FieldsRefused: with a text for each field that is not right.
    """
    asked = fields(form)
    wrong: dict[str, str] = {}
    kept = _read_all(asked, given, region, wrong)
    _note_unreachable(asked, kept, wrong)
    for agreement in agreements(form):
        if agreement.required and given.get(agreement.name) != YES:
            wrong[agreement.name] = _("Tick this if you agree; without it we may not keep your details.")
    if wrong:
        raise FieldsRefused(wrong)
    return Filled(
        details=Details(**{name: text for name, text in kept.items() if name in DETAILS}),
        extra=tuple((f.label, kept[f.name]) for f in asked if f.name not in DETAILS and kept[f.name]),
        agreed=tuple(each for each in agreements(form) if given.get(each.name) == YES),
    )


def optional_fields() -> tuple[Field, ...]:
    """The usual fields, any of which may stay empty: for what staff type, or what a file has."""
    return tuple(replace(field, required=False) for field in _usual().values())


def read_details(given: Mapping[str, str], region: str, asked: Iterable[Field]) -> Details:
    """Details as staff type them, or as a file has them; `asked` is what `optional_fields` gave.

    Raises:
        FieldsRefused: with a text for each that is not right.
    """
    wrong: dict[str, str] = {}
    kept = _read_all(asked, given, region, wrong)
    if not any(kept.values()):
        wrong["leader_name"] = _("This cannot stay empty.")
    if wrong:
        raise FieldsRefused(wrong)
    return Details(**kept)


def readable(telephone: str) -> str:
    """A number in E.164 with the spaces by which people read it, such as +31 6 12345678."""
    number = phonenumbers.parse(telephone)
    return phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL).replace("-", " ")


def _usual() -> dict[str, Field]:
    """The fields of the seed's form, by their names."""
    usual = (
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
    return {field.name: field for field in usual}


def _declared(asked: Asked, number: int) -> Field:
    if asked.kind in OWN_COLUMNS:
        usual = _usual()["leader_name" if asked.kind == "name" else asked.kind]
        return replace(usual, label=asked.label, help=asked.help, required=asked.required)
    name = f"extra-{number}"
    if asked.kind == "text":
        return Field(name, asked.label, "textarea", asked.required, longest=1000, help=asked.help)
    if asked.kind == "choice":
        return Field(name, asked.label, "select", asked.required, help=asked.help, options=asked.options)
    return Field(name, asked.label, "text", asked.required, longest=200, help=asked.help)


def _read_all(
    asked: Iterable[Field], given: Mapping[str, str], region: str, wrong: dict[str, str]
) -> dict[str, str]:
    """What is right, by name; what is wrong is noted."""
    kept = {}
    for field in asked:
        try:
            kept[field.name] = _read(field, given.get(field.name, ""), region)
        except Refused as refused:
            wrong[field.name] = refused.text
    return kept


def _note_unreachable(asked: Iterable[Field], kept: Mapping[str, str], wrong: dict[str, str]) -> None:
    ways = [field.name for field in asked if field.reaches]
    if any(kept.get(name, "?") for name in ways):
        return
    if len(ways) == 1:
        wrong[ways[0]] = _("This cannot stay empty.")
    else:
        wrong["telephone"] = _("Fill in a telephone number here, or an e-mail address below.")
        wrong["email"] = _("Fill in an e-mail address here, or a telephone number above.")


def _read(field: Field, typed: str, region: str) -> str:
    text = _tidied(field, typed)
    if not text and field.required:
        raise Refused("empty", _("This cannot stay empty."))
    if len(text) > field.longest:
        over = len(text) - field.longest
        raise Refused("too_long", plural("{n} character too many.", "{n} characters too many.", over))
    if text and field.kind == "select" and text not in field.options:
        raise Refused("unknown_option", _("Choose one of the list."))
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
        # In small letters: two who typed the same address differently are to be found as one, and no mail
        # server that people use tells them apart.
        return validate_email(text, check_deliverability=False).normalized.lower()
    except EmailNotValidError:
        example = "naam@school.nl"
        text = _("This is no complete e-mail address. It looks like {example}.")
        raise Refused("email", text.format(example=example)) from None
