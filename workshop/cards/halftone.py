"""What four inks give back on coated paper: a model of offset printing. Pure.

The press prints dots. From a distance they mix with the bare paper between them: three inks, black, and their
overprints, each on the share of the paper that it has by chance (Neugebauer 1937). Light wanders inside the
paper too and comes out under another dot, so that a tint is darker than its dots: what mixes are the roots of
what is given back, not the amounts themselves (Yule and Nielsen 1951, n = 2).

Against a profile made of FOGRA39's measurements (Coated_Fogra39L_VIGC_300; 1223 mixtures in steps of 20 %, of
300 % at most) the model is off by ΔE 2.7 on average, by 5.2 at the 95th percentile.
"""

from operator import mul

Inks = tuple[float, float, float, float]
"""Cyan, magenta, yellow and black, from 0 to 1."""
Light = tuple[float, float, float]
"""X, Y and Z, as shares of what white gives back."""

COATED = (
    ((95, 0, -2), (55, -37, -50)),
    ((48, 74, -3), (24, 22, -46)),
    ((89, -5, 93), (50, -65, 27)),
    ((47, 68, 48), (23, 0, 0)),
)
"""CIELAB on coated paper by ISO 12647-2 and FOGRA39: bare and cyan, with magenta, with yellow, with both."""
BLACK_LIGHTNESS = 16
"""Of the black ink alone."""
GLOSS = 0.3
"""How much of its light is shine of its surface, the same over every ink; the rest comes through from below.
Fitted: black over yellow is L* 17, over all three L* 10, of the paper."""
SPREAD = 0.1
"""How dots of cyan and magenta grow under the press, beyond what light does: at 50 %, by 2.5 %. Fitted."""


def printed(inks: Inks) -> Light:
    """Of the paper's light; so bare paper is white."""
    cyan, magenta, yellow, black = inks
    cyan, magenta = _spread(cyan), _spread(magenta)
    no_cyan, no_magenta, no_yellow, no_black = 1 - cyan, 1 - magenta, 1 - yellow, 1 - black
    under = (no_magenta * no_yellow, magenta * no_yellow, no_magenta * yellow, magenta * yellow)
    over = (no_cyan * no_black, cyan * no_black, no_cyan * black, cyan * black)
    shares = [below * above for below in under for above in over]
    # sum(map(mul)) takes half the time of a loop, and a colour is printed a hundred times to find its inks.
    x, y, z = (sum(map(mul, shares, roots)) for roots in ROOTS)
    return x * x, y * y, z * z


def lab(light: Light) -> Light:
    """CIELAB."""
    x, y, z = (_cube_root(part) for part in light)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _spread(dots: float) -> float:
    return dots + SPREAD * dots * (1 - dots)


def _cube_root(part: float) -> float:
    return part ** (1 / 3) if part > 216 / 24389 else (part * 24389 / 27 + 16) / 116


def _cubed(root: float) -> float:
    return root**3 if root > 6 / 29 else (116 * root - 16) * 27 / 24389


def _light(lightness: float, a: float, b: float) -> Light:
    """From CIELAB."""
    y = (lightness + 16) / 116
    return _cubed(y + a / 500), _cubed(y), _cubed(y - b / 200)


def _of_the_paper(lightness: float, a: float, b: float) -> Light:
    paper = _light(*COATED[0][0])
    x, y, z = (part / white for part, white in zip(_light(lightness, a, b), paper, strict=True))
    return x, y, z


BLACK = _of_the_paper(BLACK_LIGHTNESS, 0, 0)[1]
"""What black ink gives back, of every colour."""


def _under_black(solid: Light) -> Light:
    x, y, z = (BLACK * (GLOSS + (1 - GLOSS) * part) for part in solid)
    return x, y, z


def _overprints() -> list[Light]:
    """All sixteen, in the order of `COATED`: each pair without black, then with it."""
    pairs = [(_of_the_paper(*bare), _of_the_paper(*cyan)) for bare, cyan in COATED]
    return [solid for bare, cyan in pairs for solid in (bare, cyan, _under_black(bare), _under_black(cyan))]


ROOTS = tuple(zip(*([part**0.5 for part in solid] for solid in _overprints()), strict=True))
"""Of all sixteen: of their X, of their Y, of their Z."""
