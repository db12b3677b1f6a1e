"""One side of a card: what never changes, drawn once, and the words of each card in their places. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from workshop.cards.block import Area as LabelArea
from workshop.cards.block import Block, Labels
from workshop.cards.card import Card, Look
from workshop.cards.code import Code
from workshop.cards.design import Code as CodeElement
from workshop.cards.design import Element, Logo, Part, Shape, Words
from workshop.cards.drawing import Drawing
from workshop.cards.fit import Room, fit
from workshop.cards.frame import MM, Box, Frame
from workshop.cards.ink import Ink
from workshop.cards.palette import Palette
from workshop.cards.roles import Fonts
from workshop.cards.sign import NAME, Sign
from workshop.cards.typesetter import Typesetter

# A short letter does not stand in the middle: less of what is free lies above it than below.
STANDS = {"top": 0.0, "raised": 0.3, "middle": 0.5, "bottom": 1.0}
LEAST = 6.5
"""Points: smaller type is read by nobody without glasses."""
ABOVE_SIGN = 2.0
"""Millimetres on an A6 card between the sign and the words above or below it."""
STEPS = 12
"""How many sizes a small text is tried in between its largest and its smallest."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What all sides of a batch share."""

    look: Look
    palette: Palette
    fonts: Fonts
    ink: Ink
    setter: Typesetter
    labels: Labels
    sign: Sign | None = None


class Side:
    """The elements of a design's side, on cards of one size with codes of one size."""

    def __init__(self, elements: list[Element], frame: Frame, tools: Tools) -> None:
        only = "upright" if frame.size.is_upright else "lying"
        shown = [element for element in elements if element.only in ("", only)]
        logo = next((each for each in shown if isinstance(each, Logo)), None)
        self._sign = _placed(tools.sign, logo, frame) if tools.sign and logo else None
        if self._sign:
            # The sign says whose card it is, as on screens: the name would say it twice.
            tools = replace(tools, look=replace(tools.look, organisation=""))
        self._tools, self._frame = tools, frame
        self.still = self._still(shown)
        self._code = next((frame.box(each.area) for each in shown if isinstance(each, CodeElement)), None)
        self._words = [_Place(each, frame, tools, self._sign) for each in shown if isinstance(each, Words)]

    def draw(self, card: Card, code: Code | None, form: str) -> list[Drawing]:
        """A drawing for each card that the message takes; `form` is the name of what never changes."""
        flow = next((place for place in self._words if place.flows), None)
        columns = list(flow.columns(card)) if flow else [None]
        drawings = []
        for number, column in enumerate(columns, start=1):
            drawing = Drawing(self._tools.ink)
            if self.still:
                drawing.use(form)
            mark = f"{number}/{len(columns)}" if len(columns) > 1 else ""
            for place in self._words:
                place.draw(drawing, card, mark, column if place.flows else None)
            self._put_code(drawing, code)
            drawings.append(drawing)
        return drawings

    def _put_code(self, drawing: Drawing, code: Code | None) -> None:
        if code is None or self._code is None:
            return
        box, side = self._code, min(self._code.width, self._code.height)
        x, top = box.left + (box.width - side) / 2, box.top - (box.height - side) / 2
        drawing.fill(self._tools.palette.ink)
        drawing.code(code.runs, x, top, side / code.modules)

    def _still(self, elements: list[Element]) -> str:
        drawing = Drawing(self._tools.ink)
        for element in elements:
            if isinstance(element, Shape):
                drawing.fill(self._tools.palette.colour(element.colour))
                _shape(drawing, element, self._frame.box(element.area))
        if self._sign and self._tools.sign:
            drawing.place(NAME, self._sign)
        return drawing.content


_Labels = list[tuple[Part, Block, float]]
"""Texts that are set, with the space above each, in points."""


@dataclass(frozen=True, slots=True)
class _Column:
    """What stands below each other in an area."""

    blocks: tuple[tuple[Part, Block, float], ...]

    @property
    def height(self) -> float:
        return sum(above + block.height for _part, block, above in self.blocks)


class _Place:
    """An area with its texts."""

    def __init__(self, words: Words, frame: Frame, tools: Tools, sign: Box | None) -> None:
        self._words, self._tools = words, tools
        whole = frame.box(words.area)
        self._whole = whole.height
        self._box = _beside(whole, sign, ABOVE_SIGN * frame.scale * MM) if sign else whole
        self._share = STANDS[words.stand]
        self._above = [part.above * frame.scale * MM for part in words.parts]
        self._areas = [self._area(part, frame.scale) for part in words.parts]
        self._known: dict[tuple[int, float, float], LabelArea] = {}
        self.flows = any(part.show == "message" for part in words.parts)

    def columns(self, card: Card) -> Iterator[_Column]:
        """The column of each card that the message takes: what stands above it, it, and what ends it."""
        n = next(n for n, part in enumerate(self._words.parts) if part.show == "message")
        before = self._labels(card, "", range(n))
        after = range(n + 1, len(self._words.parts))
        above = self._above[n] if before else 0.0
        full = self._box.height - _height(before) - above
        area = self._areas[n]
        blocks = fit(
            card.message,
            area.style,
            self._tools.setter,
            Room(area.width, full, full - _height(self._labels(card, "", after))),
            smallest=area.sizes[-1],
            largest=area.sizes[0],
        )
        for block in blocks[:-1]:
            yield _Column((*before, (self._words.parts[n], block, above)))
        ending = self._labels(card, "", after, most=blocks[-1].size)
        yield _Column((*before, (self._words.parts[n], blocks[-1], above), *ending))

    def draw(self, drawing: Drawing, card: Card, mark: str, column: _Column | None) -> None:
        """The texts of a card, or a column that was made before."""
        if column is None:
            column = _Column(tuple(self._labels(card, mark, range(len(self._words.parts)))))
        blocks = column.blocks
        if not blocks:
            return
        box, free = self._box, self._box.height - column.height
        top = box.top - max(free, 0.0) * self._share
        for part, block, above in blocks:
            top -= above
            drawing.fill(self._tools.palette.colour(part.colour))
            put = drawing.text if part.show == "message" else drawing.label
            put(block, box.left, top, width=box.width, align=self._align(part))
            top -= block.height

    def _align(self, part: Part) -> str:
        return "right" if part.show == "signature" and self.flows else self._words.align

    def _labels(self, card: Card, mark: str, numbers: range, most: float = 1000.0) -> "_Labels":
        """The small texts of an area, each in what those before it leave; not larger than `most` points."""
        labels: _Labels = []
        left = self._box.height
        for n in numbers:
            part = self._words.parts[n]
            text = self._text(part, card, mark)
            if not text:
                continue
            above = self._above[n] if n and (labels or numbers.start) else 0.0
            height = min(left - above, self._whole * part.most)
            block = self._tools.labels.fit(text, self._fitting(n, height, most))
            labels.append((part, block, above))
            left -= block.height + above
        return labels

    def _fitting(self, n: int, height: float, most: float) -> LabelArea:
        """The area of a part in so much height, with no size above `most`."""
        key = n, height, most
        found = self._known.get(key)
        if found is None:
            area = self._areas[n]
            sizes = tuple(size for size in area.sizes if size <= most) or area.sizes[-1:]
            found = self._known[key] = replace(area, height=height, sizes=sizes)
        return found

    def _text(self, part: Part, card: Card, mark: str) -> str:
        match part.show:
            case None:
                return part.say
            case "mark":
                return mark
            case "organisation" | "title":
                found: str = getattr(self._tools.look, part.show)
                return found
        text: str = getattr(card, part.show)
        return text

    def _area(self, part: Part, scale: float) -> LabelArea:
        largest, smallest = (max(size * scale, LEAST) for size in part.size)
        step = max((largest - smallest) / STEPS, 0.5)
        count = int((largest - smallest) / step)
        sizes = [round(largest - n * step, 2) for n in range(count + 1)]
        if sizes[-1] > smallest:
            sizes.append(round(smallest, 2))
        return LabelArea(
            self._tools.fonts.style(part.font),
            self._box.width,
            self._box.height,
            tuple(sizes),
            leading=part.leading,
            balanced=part.balanced,
        )


def _placed(sign: Sign, logo: Logo, frame: Frame) -> Box:
    return sign.within(frame.box(logo.area), logo.align)


def _beside(box: Box, sign: Box, free: float) -> Box:
    """What a sign in it leaves of a box: the part above or below it, whichever is higher."""
    if sign.left >= box.right or sign.right <= box.left:
        return box
    if sign.bottom - free >= box.top or sign.top + free <= box.bottom:
        return box
    above, below = box.top - sign.top - free, sign.bottom - free - box.bottom
    if above > below:
        return Box(box.left, sign.top + free, box.width, max(above, 0.0))
    return Box(box.left, box.bottom, box.width, max(below, 0.0))


def _height(labels: _Labels) -> float:
    return sum(above + block.height for _part, block, above in labels)


def _shape(drawing: Drawing, shape: Shape, box: Box) -> None:
    match shape.form:
        case "rectangle":
            drawing.rectangle(box.left, box.bottom, box.width, box.height)
        case "disc":
            drawing.disc(box)
        case "quarter":
            up, side = shape.corner.split()
            x, right = (box.right, -box.width) if side == "right" else (box.left, box.width)
            y, high = (box.top, -box.height) if up == "top" else (box.bottom, box.height)
            drawing.quarter(x, y, right, high)
