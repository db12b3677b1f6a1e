"""`python -m tests.cards.pictures` takes pictures of all designs, to look at, into build/pictures/.

With --renew it takes instead the small ones in golden/ that test_pictures.py holds the designs against.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image

from tests.cards import paper
from workshop.cards.card import Card, Look
from workshop.cards.design import Design, built_in, names
from workshop.cards.layout import BADGE, LETTER, POSTER, SINGLE, Layout
from workshop.cards.press import render
from workshop.cards.printing import Printing
from workshop.cards.sizes import SIZES

KEPT = Path(__file__).with_name("golden")
FOLDER = Path("build", "pictures")
DOTS_A_INCH, TO_LOOK_AT = 60, 150
"""Of the pictures that are kept, and of those to look at; for an A6 card."""
LARGER = 4
TOLERANCE = 7
"""How far a colour may be apart in a tile, of 255. Measured: 0 from one time to the next, 6 at the most where
letters are smoothed in another way, 8 and more where the lightest of tints has moved by a millimetre, 12 and
more for all else that test_pictures.py changes."""
LOOK = Look("#b4532a", "#2f5d62", "Stichting Voorbeeld", "nl", "Een dag voor de klas")
CARD = Card(
    message="""Lieve Sanne,

Vandaag hoorde ik over onderwijsambassadeurs, en ik dacht meteen aan jou: één dag in de week voor de klas, \
naast je werk op het lab.

Zullen we er zaterdag over praten?""",
    heading="Voor Sanne",
    kicker="Een dag voor de klas",
    link="https://workshop.example.org/f/AbCdEfGhIjKl",
    link_words="Lees verder",
    signature="Karin",
    footnote="24 november 2026",
    address="workshop.example.org/K7PX2M",
)
OTHERS = {"single": (SINGLE, "a6"), "poster": (POSTER, "a4"), "badge": (BADGE, "a7")}
"""Sides of which one design is enough, each in the size in which it is printed."""


def sides(design: Design, layout: Layout, size: str = "a6", dots: int = DOTS_A_INCH) -> list[Image.Image]:
    """What is printed, page by page: as large as an A6 card is at so many dots an inch, or smaller."""
    out = BytesIO()
    shape = SIZES[size]
    render([CARD], LOOK, out, design=design, layout=layout, printing=Printing(shape, sheet=None))
    scale = dots / 72 * min(1.0, SIZES["a6"].height / shape.height)
    with paper.opened(out.getvalue()) as pages:
        count = len(pages)
    return [small(out.getvalue(), page, scale) for page in range(count)]


def small(pdf: bytes, page: int, scale: float) -> Image.Image:
    """Drawn larger and made small: of how letters' edges are smoothed little is left."""
    return paper.picture(pdf, page, scale * LARGER).reduce(LARGER)


def pictures(dots: int = DOTS_A_INCH) -> Iterator[tuple[str, Image.Image]]:
    """The name and the picture of each side."""
    for name in names():
        front, back = sides(built_in(name), LETTER, dots=dots)
        yield f"{name}-front", front
        yield f"{name}-back", back
    for side, (layout, size) in OTHERS.items():
        (picture,) = sides(built_in("field"), layout, size, dots)
        yield f"field-{side}", picture


def kept(name: str) -> Image.Image:
    """The picture that a side is held against."""
    return Image.open(KEPT / f"{name}.png").convert("RGB")


def main(*, renew: bool) -> None:
    """Takes all of them."""
    folder, start = (KEPT, "") if renew else (FOLDER, "card-")
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob(f"{start}*.png"):
        old.unlink()
    for name, picture in pictures(DOTS_A_INCH if renew else TO_LOOK_AT):
        picture.save(folder / f"{start}{name}.png", optimize=True)
    print(f"{len(list(folder.glob(f'{start}*.png')))} pictures of cards in {folder}")


if __name__ == "__main__":
    main(renew="--renew" in sys.argv)
