"""How much of the four inks prints a colour of a screen. Pure.

From a colour to its inks there is no formula. Black follows a rule, and all four are improved step by step
until `halftone` prints the colour, or comes as near as ink can. Screen and paper are each measured against
their own white (media-relative), and the screen's black becomes the darkest that is printed (black-point
compensation).
"""

from dataclasses import dataclass
from functools import lru_cache
from math import hypot, sqrt

from workshop.cards.halftone import BLACK, Inks, Light, lab, printed

Rows = list[list[float]]

MOST = 3.0
"""All inks together: more does not dry."""
GREY_FROM = 0.5
"""Black comes in only where it could do more than this: in a light tint its dots would be seen."""
NEUTRAL, COLOURED = 1.5, 4.0
"""Chroma: up to the first, black does all, as three inks that should be grey never quite are; from the second
on, a colour is no grey."""
RICH = BLACK / 2
"""What black ink gives back with as much colour under it as dries."""
HOLD = 2.0
"""What it costs to leave the rule for black: a tenth of its ink as much as ΔE 0.2."""
STEPS = 16
ENOUGH = 0.1
"""ΔE: no eye sees it."""
NUDGE = 1e-5

SCREEN = (
    (0.4360747, 0.3850649, 0.1430804),
    (0.2225045, 0.7168786, 0.0606169),
    (0.0139322, 0.0971045, 0.7141733),
)
"""XYZ of linear sRGB in D50, the light that prints are seen in; adapted by Bradford's matrix."""
D50 = (0.96422, 1.0, 0.82521)


@dataclass(frozen=True, slots=True)
class Aim:
    """A colour in CIELAB, and the black ink that the rule has for it."""

    lightness: float
    a: float
    b: float
    black: float


@lru_cache(maxsize=4096)
def inks(red: float, green: float, blue: float, *, greys_alone: bool = True) -> Inks:
    """For the parts of a colour on a screen, from 0 to 1.

    Greys are printed in black alone; not so as steps of a table, where their neighbours would get some of it.
    """
    if max(red, green, blue) <= 0:
        return 0.0, 0.0, 0.0, 1.0
    if min(red, green, blue) >= 1:
        return 0.0, 0.0, 0.0, 0.0
    return separated(wanted(shown(red, green, blue)), greys_alone=greys_alone)


def shown(red: float, green: float, blue: float) -> Light:
    """What a screen gives, in the light that prints are seen in."""
    linear = [_linear(part) for part in (red, green, blue)]
    x, y, z = (
        sum(share * part for share, part in zip(row, linear, strict=True)) / white
        for row, white in zip(SCREEN, D50, strict=True)
    )
    return x, y, z


def wanted(light: Light) -> Light:
    """What the print should give back: as dark as black ink at the most, or as that with colour under it."""
    _lightness, a, b = lab(light)
    darkest = RICH + (BLACK - RICH) * _greyness(a, b)
    x, y, z = (darkest + (1 - darkest) * part for part in light)
    return x, y, z


def separated(light: Light, *, greys_alone: bool = True) -> Inks:
    """The inks that give back so much."""
    aim = _aim(light, greys_alone)
    return _nearest(aim, _first_guess(light, aim.black))


def _linear(part: float) -> float:
    """What a screen gives for a part, by sRGB."""
    return part / 12.92 if part <= 0.04045 else pow((part + 0.055) / 1.055, 2.4)


def _greyness(a: float, b: float) -> float:
    return min(1.0, max(0.0, (COLOURED - hypot(a, b)) / (COLOURED - NEUTRAL)))


def _aim(light: Light, greys_alone: bool) -> Aim:
    lightness, a, b = lab(light)
    # As much black as still leaves the brightest of X, Y and Z what it should be: a grey needs nothing else.
    could = min(1.0, _tint(max(light), BLACK))
    black = max(0.0, (could - GREY_FROM) / (1 - GREY_FROM)) ** 2
    if greys_alone:
        black += _greyness(a, b) * (could - black)
    return Aim(lightness, a, b, black)


def _tint(light: float, solid: float) -> float:
    """How much of one ink gives back so much light, by Yule and Nielsen."""
    return (1 - sqrt(light)) / (1 - sqrt(solid))


def _first_guess(light: Light, black: float) -> Inks:
    """As if each ink took its own third of the light only, from what black leaves."""
    left = printed((0.0, 0.0, 0.0, black))[1]
    x, y, z = (part / left for part in light)
    return _within(
        [
            _tint(x, printed((1.0, 0.0, 0.0, 0.0))[0]),
            _tint(y, printed((0.0, 1.0, 0.0, 0.0))[1]),
            _tint(z, printed((0.0, 0.0, 1.0, 0.0))[2]),
            black,
        ]
    )


def _within(amounts: list[float]) -> Inks:
    """None below 0 or above 1, and no more than paper takes."""
    cyan, magenta, yellow, black = (min(1.0, max(0.0, amount)) for amount in amounts)
    less = min(1.0, (MOST - black) / ((cyan + magenta + yellow) or 1.0))
    return cyan * less, magenta * less, yellow * less, black


def _nearest(aim: Aim, start: Inks) -> Inks:
    """Levenberg and Marquardt's steps: long where the model is nearly straight, short where it bends."""
    now, off = start, _off(aim, start)
    cost, damping = _squares(off), 0.1
    for _ in range(STEPS):
        if cost < ENOUGH**2:
            break
        step = _step(now, off, _slopes(aim, now, off), damping)
        then = _within([amount + change for amount, change in zip(now, step, strict=True)])
        off_then = _off(aim, then)
        gain = cost - _squares(off_then)
        damping *= 0.2 if gain > 0 else 5
        if gain > 0:
            is_done = gain < 1e-4 * cost
            now, off, cost = then, off_then, cost - gain
            if is_done:
                break
    return now


def _off(aim: Aim, amounts: Inks) -> list[float]:
    """How far from the aim: lightness, a, b, and black ink."""
    lightness, a, b = lab(printed(amounts))
    return [lightness - aim.lightness, a - aim.a, b - aim.b, HOLD * (amounts[3] - aim.black)]


def _squares(off: list[float]) -> float:
    return sum(part * part for part in off)


def _slopes(aim: Aim, amounts: Inks, off: list[float]) -> Rows:
    """For each ink: how a little more of it changes what is off."""
    cyan, magenta, yellow, black = amounts
    nudged: tuple[Inks, ...] = (
        (cyan + NUDGE, magenta, yellow, black),
        (cyan, magenta + NUDGE, yellow, black),
        (cyan, magenta, yellow + NUDGE, black),
        (cyan, magenta, yellow, black + NUDGE),
    )
    return [[(then - now) / NUDGE for then, now in zip(_off(aim, more), off, strict=True)] for more in nudged]


def _step(amounts: Inks, off: list[float], slopes: Rows, damping: float) -> list[float]:
    """By the normal equations; an ink that is at its end and would go further is left out."""
    pull = [-sum(slope * part for slope, part in zip(row, off, strict=True)) for row in slopes]
    free = [
        ink
        for ink, amount in enumerate(amounts)
        if not (amount <= 0 and pull[ink] < 0) and not (amount >= 1 and pull[ink] > 0)
    ]
    rows = [
        [sum(x * y for x, y in zip(slopes[one], slopes[other], strict=True)) for other in free] + [pull[one]]
        for one in free
    ]
    for place, row in enumerate(rows):
        row[place] *= 1 + damping
    step = [0.0] * len(amounts)
    for ink, change in zip(free, _solved(rows), strict=True):
        step[ink] = change
    return step


def _solved(rows: Rows) -> list[float]:
    """Gauss: each row is an equation, its last number the right side. Damping keeps the diagonal from 0."""
    for place, row in enumerate(rows):
        for lower in rows[place + 1 :]:
            share = lower[place] / row[place]
            for column in range(place, len(row)):
                lower[column] -= share * row[column]
    found: list[float] = []
    for row in reversed(rows):
        known = sum(x * y for x, y in zip(row[-1 - len(found) : -1], found, strict=True))
        found.insert(0, (row[-1] - known) / row[-2 - len(found)])
    return found
