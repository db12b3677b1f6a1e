"""The fields of the call-to-action form, and what may stand in each. Pure."""

import unicodedata
from dataclasses import dataclass, replace
from typing import Literal

from email_validator import EmailNotValidError, validate_email

from workshop.kinds.lead import OWN_COLUMNS, Asked, Lead
from workshop.kinds.open import tidy
from workshop.language import _, plural
from workshop.leads import telephone
from workshop.refused import Refused


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


def fields(form: Lead | None = None) -> tuple[Field, ...]:
    """The form's fields, in order: those that the deck declares, or the usual ones."""
    if form is None or not form.asked:
        return tuple(_usual().values())
    asked = enumerate(form.asked, start=1)
    return tuple(_declared(each, number) for number, each in asked if each.kind != "agree")


def optional_fields() -> tuple[Field, ...]:
    """The usual fields, any of which may stay empty: for what staff type, or what a file has."""
    return tuple(replace(field, required=False) for field in _usual().values())


def read(field: Field, typed: str, region: str) -> str:
    """What was typed in a field, as it is kept.

    Args:
        field: which one.
        typed: what stands in it.
        region: where telephone numbers without a country code belong, such as NL.

    Raises:
        Refused: it cannot be kept so.
    """
    text = _tidied(field, typed)
    if not text and field.required:
        raise Refused("empty", _("This cannot stay empty."))
    if len(text) > field.longest:
        over = len(text) - field.longest
        raise Refused("too_long", plural("{n} character too many.", "{n} characters too many.", over))
    if text and field.kind == "select" and text not in field.options:
        raise Refused("unknown_option", _("Choose one of the list."))
    if text and field.kind == "tel":
        return telephone.read(text, region)
    if text and field.kind == "email":
        return _email(text)
    return text


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


def _tidied(field: Field, typed: str) -> str:
    text = tidy(typed.replace("\t", " ") if field.kind == "textarea" else " ".join(typed.split()))
    return text if any(map(_is_seen, text)) else ""


def _is_seen(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNPSM"


def _email(text: str) -> str:
    try:
        # In small letters: two who typed the same address differently are to be found as one, and no mail
        # server that people use tells them apart.
        return validate_email(text, check_deliverability=False).normalized.lower()
    except EmailNotValidError:
        example = "naam@school.nl"
        text = _("This is no complete e-mail address. It looks like {example}.")
        raise Refused("email", text.format(example=example)) from None
