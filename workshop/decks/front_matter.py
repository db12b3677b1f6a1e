"""The front matter of a deck: what holds for all its slides."""

import unicodedata
from typing import Any

import yaml
from phonenumbers import SUPPORTED_REGIONS

from workshop.decks.colour import is_colour, strong_enough
from workshop.decks.deck import Look
from workshop.decks.faces import FACES, USUAL
from workshop.decks.gallery import Gallery
from workshop.decks.mistakes import Mistakes
from workshop.decks.picture import Sight
from workshop.decks.signs import read_signs
from workshop.language import _
from workshop.tags import tidied

DEFAULTS = {
    "title": "",
    "subtitle": "",
    "language": "nl",
    "organisation": "",
    "contact": "",
    "region": "NL",
    "accent": "#a8431f",
    "second_accent": "#2f5d62",
    "display": USUAL,
    "logo": "",
    "reactions": "",
}
"""Every key a deck may have, and what it is when left out."""
UNREAD = "unread"
"""Stands for a title that cannot be read, so that it is not called missing as well."""
LONGEST = 200
"""Characters of a value: with more of them a title covers the lobby's code."""
FIRST_LINE = 2
"""Where the keys begin: above them stands ---."""


def read_front_matter(source: str, mistakes: Mistakes) -> dict[str, str]:
    """The keys as text, complete with the defaults."""
    values = dict(DEFAULTS)
    for key, value in _mapping(source, mistakes).items():
        line = _line_of(str(key), source)
        if key not in DEFAULTS:
            what = _("The front matter has no '{name}'.").format(name=key)
            mistakes.unknown(line, what, str(key), DEFAULTS)
        elif not _is_line(value):
            mistakes.add(
                line,
                _("'{name}' is not one line of text.").format(name=key),
                _("Write it after the colon, between quotes."),
            )
            values[key] = DEFAULTS[key] or UNREAD
        elif len(value) > LONGEST:
            mistakes.add(
                line,
                _("'{name}' is longer than {n} characters.").format(name=key, n=LONGEST),
                _("Say it in fewer words: it has to fit on a screen."),
            )
            values[key] = DEFAULTS[key] or UNREAD
        else:
            values[key] = value
    _check(values, source, mistakes)
    return values


def read_look(values: dict[str, str]) -> tuple[Look, list[str]]:
    """The deck's colours, made readable, and a notice for each that had to change."""
    notices = []
    colours = {}
    for key in ("accent", "second_accent"):
        wanted = values[key] if is_colour(values[key]) else DEFAULTS[key]
        colours[key] = strong_enough(wanted)
        if colours[key] != wanted:
            notices.append(
                _("{key} {wanted} is too light to read on paper; {used} is used.").format(
                    key=key, wanted=wanted, used=colours[key]
                )
            )
    return Look(**colours, display=values["display"]), notices


def read_logo(values: dict[str, str], source: str, gallery: Gallery) -> Sight | None:
    """The organisation's sign; its name is read out where the sign is not seen."""
    name, line = values["logo"], _line_of("logo", source)
    if not name:
        return None
    if not values["organisation"]:
        gallery.mistakes.add(
            line,
            _("The logo '{name}' has no words for who does not see it.").format(name=name),
            _("Write 'organisation: …' in the front matter."),
        )
        return None
    return gallery.sight(name, values["organisation"], line)


def _mapping(source: str, mistakes: Mistakes) -> dict[Any, Any]:
    try:
        # BaseLoader: every value is the text that stands there, also one that looks like a date or 'no'.
        loaded = yaml.load(source, Loader=yaml.BaseLoader) or {}
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        index, why = _what_yaml_says(error)
        mistakes.add(
            source.count("\n", 0, index) + FIRST_LINE,
            _("The front matter cannot be read: {why}.").format(why=why),
            _("Write one 'key: value' a line, and put values with a colon or # between quotes."),
        )
        return {"title": UNREAD}
    if not isinstance(loaded, dict):
        mistakes.add(FIRST_LINE, _("The front matter is no list of keys."), _("Write 'title: …' lines."))
        return {"title": UNREAD}
    return loaded


def _what_yaml_says(error: Exception) -> tuple[int, str]:
    """Where in the source the mistake is, and what."""
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        return error.problem_mark.index, str(error.problem)
    if isinstance(error, yaml.reader.ReaderError):
        return error.position, str(error.reason)
    return 0, str(error)


def _is_line(value: Any) -> bool:
    return isinstance(value, str) and not any(unicodedata.category(c) in ("Cc", "Cs") for c in value)


def _check(values: dict[str, str], source: str, mistakes: Mistakes) -> None:
    if not values["title"]:
        mistakes.add(1, _("The deck has no title."), _("Write 'title: …' in the front matter."))
    if not (language := tidied(values["language"])):
        mistakes.add(
            _line_of("language", source),
            _("There is no language '{name}'.").format(name=values["language"]),
            _("Write its code, such as nl, de or ar."),
        )
    values["language"] = language or values["language"]
    if values["region"].strip().upper() not in SUPPORTED_REGIONS:
        mistakes.add(
            _line_of("region", source),
            _("There is no country '{name}'.").format(name=values["region"]),
            _("Write its two letters, such as NL."),
        )
    if values["display"] not in FACES:
        what = _("There is no face '{name}' for titles.").format(name=values["display"])
        mistakes.unknown(_line_of("display", source), what, values["display"], FACES)
    for key in ("accent", "second_accent"):
        if not is_colour(values[key]):
            mistakes.add(
                _line_of(key, source),
                _("'{text}' is no colour.").format(text=values[key]),
                _('Write it as "#a8431f", between quotes.'),
            )
    read_signs(values["reactions"], _line_of("reactions", source), mistakes)


def _line_of(key: str, source: str) -> int:
    for number, line in enumerate(source.split("\n"), start=FIRST_LINE):
        if line.lstrip().startswith(f"{key}:"):
            return number
    return 1
