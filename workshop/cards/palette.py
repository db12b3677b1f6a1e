"""A deck's two colours as the tints that paper carries, and words that can be read on them."""

from dataclasses import dataclass

from workshop.cards.ink import BLACK
from workshop.decks.colour import luminance, mixed, strong_enough

WHITE = "#ffffff"
# How much light each gives back: WCAG's relative luminance.
FIELD, DISC, SPOT = 0.84, 0.68, 0.42
STEPS = 50


@dataclass(frozen=True, slots=True)
class Palette:
    """By the names that designs use. `words` can be read on the disc, and so on the lighter fields."""

    accent: str
    second: str
    field: str
    disc: str
    spot: str
    second_field: str
    words: str
    ink: str = BLACK
    paper: str = WHITE

    def colour(self, name: str) -> str:
        """A colour of a design, as #rrggbb."""
        found: str = name if name.startswith("#") else getattr(self, name)
        return found


def palette(accent: str, second: str) -> Palette:
    """Both colours as #rrggbb."""
    disc = _tint(accent, DISC)
    return Palette(
        accent=accent,
        second=second,
        field=_tint(accent, FIELD),
        disc=disc,
        spot=_tint(second, SPOT),
        second_field=_tint(second, FIELD),
        words=strong_enough(accent, disc),
    )


def _tint(colour: str, least: float) -> str:
    """The colour, with as much white as it needs to give back so much light."""
    tints = (mixed(WHITE, colour, step / STEPS) for step in range(STEPS + 1))
    return next(tint for tint in tints if luminance(tint) >= least)
