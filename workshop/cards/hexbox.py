"""A box with a code point in it, for a character that no font has. The digits are seven strokes
each, as on a pocket calculator, so that no font is needed for them either."""

# a b c d e f g: top, upper right, lower right, bottom, lower left, upper left, middle
SEGMENTS = {
    "0": "abcdef",
    "1": "bc",
    "2": "abged",
    "3": "abgcd",
    "4": "fgbc",
    "5": "afgcd",
    "6": "afgedc",
    "7": "abc",
    "8": "abcdefg",
    "9": "abcdfg",
    "A": "abcefg",
    "B": "cdefg",
    "C": "adef",
    "D": "bcdeg",
    "E": "adefg",
    "F": "aefg",
}
# Thousandths of the type size; y upwards from the baseline.
BOTTOM, TOP = -160, 740
SIDE = 65
PADDING = 95
DIGIT_WIDTH, DIGIT_HEIGHT = 150, 255
STEP = 235
ROWS = (380, -55)


def width(code_point: int) -> int:
    return 2 * (SIDE + PADDING) + (_columns(code_point) - 1) * STEP + DIGIT_WIDTH


def glyph(code_point: int) -> str:
    """The content of a Type 3 glyph."""
    digits, columns = _digits(code_point), _columns(code_point)
    right = width(code_point)
    box = f"{SIDE} {BOTTOM} {right - 2 * SIDE} {TOP - BOTTOM} re S"
    strokes = [
        _stroke(segment, SIDE + PADDING + n % columns * STEP, ROWS[n // columns])
        for n, digit in enumerate(digits)
        for segment in SEGMENTS[digit]
    ]
    bounds = f"{right} 0 0 {BOTTOM - SIDE} {right} {TOP + SIDE} d1"
    return "\n".join([bounds, "1 J 1 j 36 w", box, "34 w", *strokes, "S"])


def _digits(code_point: int) -> str:
    return f"{code_point:04X}" if code_point <= 0xFFFF else f"{code_point:06X}"


def _columns(code_point: int) -> int:
    return len(_digits(code_point)) // 2


def _stroke(segment: str, x: int, y: int) -> str:
    left, right = x, x + DIGIT_WIDTH
    low, middle, high = y, y + DIGIT_HEIGHT // 2, y + DIGIT_HEIGHT
    ends = {
        "a": (left, high, right, high),
        "b": (right, high, right, middle),
        "c": (right, middle, right, low),
        "d": (left, low, right, low),
        "e": (left, middle, left, low),
        "f": (left, high, left, middle),
        "g": (left, middle, right, middle),
    }
    return "{} {} m {} {} l".format(*ends[segment])
