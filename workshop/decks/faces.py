"""The faces for titles that a deck may choose from; static/css/faces.css has their files."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Face:
    """A face as style sheets name it, and what phones use in its place: nothing that they must fetch."""

    stack: str
    on_phones: str


_SERIF = '"Iowan Old Style", Georgia, serif'
_SANS = 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif'

USUAL = "fraunces"
FACES = {
    USUAL: Face(f'"Fraunces", {_SERIF}', f'"Fraunces", {_SERIF}'),
    "source-serif": Face(f'"Source Serif 4", {_SERIF}', _SERIF),
    "bricolage": Face(f'"Bricolage Grotesque", {_SANS}', _SANS),
    "gabarito": Face(f'"Gabarito", {_SANS}', _SANS),
}
"""By the name that decks use: warm, calm, outspoken, and friendly."""
