"""Which typeface does what on a card."""

from dataclasses import dataclass

from workshop.cards.face import HEADINGS, LABEL, MESSAGE, SIGNATURE, Style


@dataclass(frozen=True, slots=True)
class Fonts:
    """The style of each role that a design names."""

    heading: Style
    label: Style = LABEL
    message: Style = MESSAGE
    signature: Style = SIGNATURE

    def style(self, role: str) -> Style:
        """A role's style."""
        found: Style = getattr(self, role)
        return found


def fonts_of(display: str) -> Fonts:
    """The styles of a deck whose titles are in this face."""
    return Fonts(HEADINGS[display])
