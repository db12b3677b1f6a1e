"""The paper around a card: how far its colours go, and its boxes in a PDF. ISO 32000-1, 14.11.2."""

from workshop.cards.frame import BLEED, MM
from workshop.cards.pdf import number
from workshop.cards.printing import Printing


def form_entries(printing: Printing) -> str:
    """The dictionary of a form that is one side of a card: nothing is drawn outside its bleed."""
    bleed = BLEED * MM if printing.bleeds else 0.0
    width, height = printing.card.width * MM, printing.card.height * MM
    box = " ".join(map(number, (-bleed, -bleed, width + bleed, height + bleed)))
    return f"/Type/XObject/Subtype/Form/BBox[{box}]"
