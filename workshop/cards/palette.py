"""A design's two colours as the tints that paper carries, and words that can be read on them."""

from dataclasses import dataclass

from workshop.decks.colour import luminance, mixed, strong_enough

BLACK, WHITE = "#000000", "#ffffff"
# How much light each gives back: WCAG's relative luminance.
FIELD, DISC, SPOT = 0.84, 0.68, 0.42
STEPS = 50


@dataclass(frozen=True, slots=True)
class Palette:
    """`words` can be read on the disc, and so on the lighter field."""

    field: str
    disc: str
    spot: str
    words: str


def palette(accent: str, second: str) -> Palette:
    """Both colours as #rrggbb."""
    disc = _tint(accent, DISC)
    return Palette(
        field=_tint(accent, FIELD),
        disc=disc,
        spot=_tint(second, SPOT),
        words=strong_enough(accent, disc),
    )


def _tint(colour: str, least: float) -> str:
    """The colour, with as much white as it needs to give back so much light."""
    tints = (mixed(WHITE, colour, step / STEPS) for step in range(STEPS + 1))
    return next(tint for tint in tints if luminance(tint) >= least)
