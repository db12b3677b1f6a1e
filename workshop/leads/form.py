"""The call-to-action form: what it asks, and what somebody left in it. Pure: no I/O, no clock."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from dataclasses import fields as fields_of

from workshop.forms import FieldsRefused
from workshop.kinds.lead import Lead
from workshop.language import _
from workshop.leads.field import Field, fields, read
from workshop.refused import Refused

CONSENT = "consent"
"""The name of the checkbox without which nothing is kept."""
CONTACT = "contact"
"""Its purpose: to get in touch about what somebody asked."""
YES = "yes"
"""What a checkbox says when it is ticked."""


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


def _read_all(
    asked: Iterable[Field], given: Mapping[str, str], region: str, wrong: dict[str, str]
) -> dict[str, str]:
    """What is right, by name; what is wrong is noted."""
    kept = {}
    for field in asked:
        try:
            kept[field.name] = read(field, given.get(field.name, ""), region)
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
