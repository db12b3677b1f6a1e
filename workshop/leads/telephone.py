"""Telephone numbers: as people type them, as they are kept (E.164), and as people read them. Pure."""

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat, PhoneNumberType

from workshop.language import _
from workshop.refused import Refused

MOST_DIGITS = 18
"""E.164 has 15; 00 or (0) may come along. With more, somebody typed two numbers."""


def read(text: str, region: str) -> str:
    """A number in E.164.

    Args:
        text: what was typed.
        region: where numbers without a country code belong, such as NL.

    Raises:
        Refused: it is no number that can be dialled.
    """
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


def readable(telephone: str) -> str:
    """A number in E.164 with the spaces by which people read it, such as +31 6 12345678."""
    number = phonenumbers.parse(telephone)
    return phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL).replace("-", " ")


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
