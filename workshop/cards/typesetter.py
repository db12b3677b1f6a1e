"""Words, set once a document: how wide, and which codes of which of the document's fonts."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from msgspec import Struct

from workshop.cards import added, east, emoji, hexbox, unicode
from workshop.cards.face import LATIN, Cluster, Face, Faces, Style
from workshop.cards.fonts import Drawn, DrawnFonts, Font, Run, write_fonts
from workshop.cards.ink import Ink
from workshop.cards.letters import Letters, NotPlain
from workshop.cards.pdf import Objects, number
from workshop.cards.text import UNSEEN

CACHED_WORDS = 50_000
OF_ITS_NEIGHBOURS = ("Zyyy", "Zinh")
"""What belongs to no script of its own: digits, full stops, marks."""
PAIRS = ("()", "[]", "{}", "<>", "«»", "‹›")
MIRRORED = {pair[side]: pair[1 - side] for pair in PAIRS for side in (0, 1)}
"""Who reads the PDF turns these around where a text runs from the right: so they are turned before."""
NOTHING = "0 0 0 0 0 0 d1"


class Word(Struct, frozen=True, gc=False):
    """Width in thousandths of the type size, runs from left to right, and code points that no font has."""

    text: str
    width: float
    runs: tuple[Run, ...]
    boxes: tuple[int, ...]

    @property
    def font(self) -> str:
        """The one font that it is set in; nothing where there are several, or none."""
        return self.runs[0].font if len(self.runs) == 1 else ""


@dataclass(frozen=True, slots=True)
class _Part:
    """Characters of one word that are set the same way."""

    text: str
    face: Face | None
    script: str


class Typesetter:
    """Knows which glyphs of which faces a document uses, and puts the fonts into its file."""

    def __init__(self, language: str = "und", ink: Ink = Ink.RGB) -> None:
        self._ink = ink
        self._added = added.folder()
        self._fonts: dict[Face, Font] = {}
        self._drawn = DrawnFonts()
        self._in: dict[str, Typesetter] = {}
        self._speak(language)

    def reading(self, text: str) -> "Typesetter":
        """The one for the words of a text: a letter may look different in Chinese and in Japanese."""
        language = east.language_of(text, self.language)
        if language != self.language and language not in self._in:
            self._in[language] = copy(self)
            self._in[language]._speak(language)
        return self._in.get(language, self)

    def word(self, characters: str, style: Style, *, from_right: bool = False) -> Word:
        """A word that runs in one direction."""
        words = self._words[style, from_right]
        word = words.get(characters)
        if word is None:
            if len(words) >= CACHED_WORDS:
                words.clear()
            word = words[characters] = self.set(characters, style, from_right=from_right)
        return word

    def set(self, characters: str, style: Style, *, from_right: bool = False) -> Word:
        """The same, for who remembers it."""
        if not from_right and (word := self._set_plain(characters, style)):
            return word
        line = _Line()
        parts = list(_itemised(characters, self._faces_of(style)))
        for part in reversed(parts) if from_right else parts:
            if part.face is None:
                self._draw(part.text, line)
                continue
            clusters = part.face.shape(part.text, part.script, from_right=from_right, language=self.language)
            for cluster in clusters:
                self._put(cluster, part.face, line, from_right=from_right)
        return Word(characters, line.width, tuple(line.runs()), tuple(line.boxes))

    def write_fonts(self, file: Objects) -> str:
        """The font dictionary for the pages' resources."""
        named = write_fonts(self._fonts.values(), file) | self._drawn.write(file)
        return "".join(f"/{name} {number} 0 R" for name, number in named.items())

    def _speak(self, language: str) -> None:
        self.language = language
        self._faces: dict[Style, Faces] = {}
        self.units: dict[Style, Any] = {}
        """What paragraphs know of each style: a word stays the same from card to card."""
        self._letters: dict[Style, Letters] = {}
        self._words: defaultdict[tuple[Style, bool], dict[str, Word]] = defaultdict(dict)

    def _set_plain(self, characters: str, style: Style) -> Word | None:
        """The same for a word of Latin letters, in a tenth of the time; None where that cannot be."""
        letters = self._letters.get(style)
        if letters is None:
            face = self._faces_of(style).main
            letters = self._letters[style] = Letters(face, lambda: self._font(face), self.language)
        try:
            codes, width = letters.word(characters)
        except NotPlain:
            return None
        return Word(characters, width, (Run(letters.font.name, codes),), ())

    def _put(self, cluster: Cluster, face: Face, line: "_Line", *, from_right: bool) -> None:
        text = MIRRORED.get(cluster.text, cluster.text) if from_right else cluster.text
        (glyph, *others) = cluster.glyphs
        if others or glyph.y:
            key = (face, cluster.glyphs)
            run = self._drawn.run(key, text, lambda: _outlined(face, cluster, text))
            line.add(run.font, run.codes, cluster.advance, cluster.advance)
        else:
            font = self._font(face)
            code, width = font.code(glyph.number, text)
            line.add(font.name, f"({code})", glyph.advance, width, glyph.x)

    def _draw(self, grapheme: str, line: "_Line") -> None:
        """An emoji, or a box for each character that no face has."""
        if name := emoji.name_of(grapheme):
            run = self._drawn.run("emoji", grapheme, lambda: _emoji(grapheme, name, self._ink))
            line.add(run.font, run.codes, emoji.WIDTH, emoji.WIDTH)
            return
        for character in grapheme:
            width = 0.0 if UNSEEN.match(character) else float(hexbox.width(ord(character)))
            run = self._drawn.run("box", character, lambda each=character: _boxed(each))  # type: ignore[misc]
            line.add(run.font, run.codes, width, width)
            if width:
                line.boxes.append(ord(character))

    def _faces_of(self, style: Style) -> Faces:
        if style not in self._faces:
            self._faces[style] = style.faces(self._added, self.language)
        return self._faces[style]

    def _font(self, face: Face) -> Font:
        if face not in self._fonts:
            self._fonts[face] = Font(f"F{len(self._fonts)}", face)
        return self._fonts[face]


class _Line:
    """Takes codes from left to right, and the adjustments between them."""

    def __init__(self) -> None:
        self.width = 0.0
        self.boxes: list[int] = []
        self._codes: list[tuple[str, str]] = []
        self._owed = 0.0
        """How far the pen is from where it should be, to be put right before the next code."""

    def add(self, font: str, code: str, advance: float, width: float, x: float = 0.0) -> None:
        """One code: how far it moves the pen, how far the PDF does by itself, how far right it is drawn."""
        if shift := round(self._owed + x, 2):
            self._codes.append((font, number(-shift)))
        self._codes.append((font, code))
        self._owed = advance - width - x
        self.width += advance

    def runs(self) -> Iterator[Run]:
        """The codes by font."""
        if shift := round(self._owed, 2):
            self._codes.append((self._codes[-1][0], number(-shift)))
        for font, group in groupby(self._codes, key=lambda code: code[0]):
            yield Run(font, "".join(code for _font, code in group).replace(")(", ""))


def _itemised(characters: str, faces: Faces) -> Iterator[_Part]:
    """A word in one face if any has all of it, else each grapheme in the first that can.

    What nobody sees has no say in it: a word looks as it does without.
    """
    whole = faces.usual(characters)
    if whole and whole is faces.usual(UNSEEN.sub("", characters)):
        yield _Part(characters, whole, _script(characters))
        return
    chosen = _chosen(characters, faces)
    for (face, script), group in groupby(chosen, key=lambda part: (part.face, part.script)):
        if face is None:
            yield from group
        else:
            yield _Part("".join(part.text for part in group), face, script)


def _chosen(characters: str, faces: Faces) -> Iterator[_Part]:
    graphemes = unicode.graphemes(characters)
    # What opens a word, such as a bracket, is of the face that the word is in.
    first = next((each for each in graphemes if unicode.script(each[0]) not in OF_ITS_NEIGHBOURS), "")
    face = faces.first(UNSEEN.sub("", first)) if first else None
    script = _script(characters)
    for grapheme in graphemes:
        if emoji.name_of(grapheme):
            yield _Part(grapheme, None, "")
            continue
        own = unicode.script(grapheme[0])
        script = script if own in OF_ITS_NEIGHBOURS else own
        seen = UNSEEN.sub("", grapheme)
        # A full stop stays in the face of the word that it ends.
        if face is None or own not in OF_ITS_NEIGHBOURS or not face.has(seen):
            face = faces.first(seen)
        yield from _split(grapheme, face, faces, script)


def _split(grapheme: str, face: Face | None, faces: Faces, script: str) -> Iterator[_Part]:
    """A grapheme in its face; where no face has all of it, character by character."""
    if face is None and len(grapheme) > 1:
        for character in grapheme:
            one = faces.first(character)
            yield _Part(character, one, script if one else "")
    elif face is not None and not face.has(grapheme):
        for seen, group in groupby(grapheme, key=face.has):
            text = "".join(group)
            yield from [_Part(text, face, script)] if seen else [_Part(each, None, "") for each in text]
    else:
        yield _Part(grapheme, face, script if face else "")


def _script(characters: str) -> str:
    return next(
        (name for each in characters if (name := unicode.script(each)) not in OF_ITS_NEIGHBOURS), LATIN
    )


def _outlined(face: Face, cluster: Cluster, text: str) -> Drawn:
    outline = face.outline(cluster.glyphs)
    # Readers tell lines apart by how high their letters are: the box must be no larger than what is drawn.
    metrics = " ".join(map(number, (cluster.advance, 0, *outline.box)))
    return Drawn(text, cluster.advance, f"{metrics} d1\n{outline.operators}\nf")


def _emoji(text: str, name: str, ink: Ink) -> Drawn:
    from workshop.cards.emoji_drawing import procedure

    return Drawn(text, emoji.WIDTH, procedure(name, ink))


def _boxed(character: str) -> Drawn:
    if UNSEEN.match(character):
        return Drawn(character, 0, NOTHING)
    return Drawn(character, hexbox.width(ord(character)), hexbox.glyph(ord(character)))


def joined(words: Sequence[Word]) -> list[Run]:
    """The runs of words side by side, those of one font together."""
    fonts = {word.font for word in words}
    if len(fonts) == 1 and (font := fonts.pop()):
        return [Run(font, "".join([word.runs[0].codes for word in words]).replace(")(", ""))]
    runs = (run for word in words for run in word.runs)
    return [
        Run(font, "".join(run.codes for run in group).replace(")(", ""))
        for font, group in groupby(runs, key=lambda run: run.font)
    ]
