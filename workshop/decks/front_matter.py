"""The front matter of a deck: what holds for all its slides."""

from typing import Any

import yaml

from workshop.decks.colour import is_colour, strong_enough
from workshop.decks.deck import Look
from workshop.decks.mistakes import Mistakes
from workshop.language import LANGUAGES, _

DEFAULTS = {
    "title": "",
    "subtitle": "",
    "language": "nl",
    "organisation": "",
    "contact": "",
    "region": "NL",
    "accent": "#a8431f",
    "second_accent": "#2f5d62",
}
"""Every key a deck may have, and what it is when left out."""


def read_front_matter(source: str, mistakes: Mistakes) -> dict[str, str]:
    """The keys as text, complete with the defaults."""
    values = dict(DEFAULTS)
    for key, value in _mapping(source, mistakes).items():
        line = _line_of(str(key), source)
        if key not in DEFAULTS:
            what = _("The front matter has no '{name}'.").format(name=key)
            mistakes.unknown(line, what, str(key), DEFAULTS)
        elif value is not None:
            values[key] = str(value)
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
    return Look(**colours), notices


def _mapping(source: str, mistakes: Mistakes) -> dict[Any, Any]:
    try:
        loaded = yaml.safe_load(source) or {}
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        mistakes.add(
            line,
            _("The front matter cannot be read: {why}.").format(why=error.problem),
            _("Write one 'key: value' a line, and put values with a colon or # between quotes."),
        )
        return {}
    if not isinstance(loaded, dict):
        mistakes.add(2, _("The front matter is no list of keys."), _("Write 'title: …' lines."))
        return {}
    return loaded


def _check(values: dict[str, str], source: str, mistakes: Mistakes) -> None:
    if not values["title"]:
        mistakes.add(1, _("The deck has no title."), _("Write 'title: …' in the front matter."))
    if values["language"] not in LANGUAGES:
        mistakes.unknown(
            _line_of("language", source),
            _("The language '{name}' is not there yet.").format(name=values["language"]),
            values["language"],
            LANGUAGES,
        )
    for key in ("accent", "second_accent"):
        if not is_colour(values[key]):
            mistakes.add(
                _line_of(key, source),
                _("'{text}' is no colour.").format(text=values[key]),
                _('Write it as "#a8431f", between quotes.'),
            )


def _line_of(key: str, source: str) -> int:
    for number, line in enumerate(source.splitlines(), start=2):  # the first line is ---
        if line.lstrip().startswith(f"{key}:"):
            return number
    return 1
