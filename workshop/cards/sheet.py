"""Four A6 cards on an A4 sheet: where each stands, on the front and seen through on the back.

They fill the sheet but for a millimetre of its height, so there is no room for bleed: a printer
cannot reach the edge, and a card keeps its outer six millimetres free.
"""

from collections.abc import Iterator

from workshop.cards.pdf import number

MM = 72 / 25.4
WIDTH, HEIGHT = 210 * MM, 297 * MM
CARD_WIDTH, CARD_HEIGHT = 105 * MM, 148 * MM
ROWS = COLUMNS = 2
CARDS = ROWS * COLUMNS
# Half a millimetre more than printers leave free.
TICK_FROM, TICK_TO = 6.5 * MM, 9.5 * MM
HAIRLINE = 0.25


def places(*, back: bool = False) -> Iterator[tuple[float, float]]:
    """The lower left corner of each card, row by row from the top.

    A sheet that is turned over its long edge shows its left column at the right: backs are
    mirrored by column and not rotated.
    """
    foot = (HEIGHT - ROWS * CARD_HEIGHT) / 2
    for row in range(ROWS):
        for column in range(COLUMNS):
            seen = COLUMNS - 1 - column if back else column
            yield seen * CARD_WIDTH, foot + (ROWS - 1 - row) * CARD_HEIGHT


def ticks() -> str:
    """Where to lay the ruler: hairlines at both ends of both cuts, where a printer reaches."""
    x, y = WIDTH / 2, HEIGHT / 2
    ends = [
        (x, TICK_FROM, x, TICK_TO),
        (x, HEIGHT - TICK_TO, x, HEIGHT - TICK_FROM),
        (TICK_FROM, y, TICK_TO, y),
        (WIDTH - TICK_TO, y, WIDTH - TICK_FROM, y),
    ]
    lines = [f"{number(a)} {number(b)} m {number(c)} {number(d)} l" for a, b, c, d in ends]
    return f"q 0 G {HAIRLINE} w {' '.join(lines)} S Q"
