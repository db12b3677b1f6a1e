"""Words, set once a document: how wide, and which codes of which of the document's fonts."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from workshop.cards import text
from workshop.cards.face import Face, Style
from workshop.cards.fonts import BoxFont, Font, Run
from workshop.cards.pdf import PdfFile

CACHED_WORDS = 50_000


@dataclass(frozen=True, slots=True)
class Word:
    """Width in thousandths of the type size; `boxes` are the code points that no font has."""

    text: str
    width: float
    runs: tuple[Run, ...]
    boxes: tuple[int, ...]


class Typesetter:
    """Knows which characters of which faces a document uses, and puts the fonts into its file."""

    def __init__(self) -> None:
        self._fonts: dict[Face, Font] = {}
        self._boxes = BoxFont()
        self._words: defaultdict[Style, dict[str, Word]] = defaultdict(dict)

    def word(self, characters: str, style: Style) -> Word:
        words = self._words[style]
        word = words.get(characters)
        if word is None:
            if len(words) >= CACHED_WORDS:
                words.clear()
            word = words[characters] = self._set(characters, style)
        return word

    def write_fonts(self, file: PdfFile) -> str:
        """The font dictionary for the pages' resources."""
        named = {font.name: font.write(file) for font in self._fonts.values()}
        named |= self._boxes.write(file)
        return "".join(f"/{name} {number} 0 R" for name, number in named.items())

    def _set(self, characters: str, style: Style) -> Word:
        runs: list[Run] = []
        boxes: list[int] = []
        width = 0.0
        for face, part in _itemised(characters, style.faces):
            if face:
                wide, run = self._font(face).set(part)
                width += wide
                runs.append(run)
            else:
                width += sum(self._boxes.width(character) for character in part)
                runs += [self._boxes.run(character) for character in part]
                boxes += [ord(character) for character in part if not text.UNSEEN.match(character)]
        return Word(characters, width, tuple(runs), tuple(boxes))

    def _font(self, face: Face) -> Font:
        if face not in self._fonts:
            self._fonts[face] = Font(f"F{len(self._fonts)}", face)
        return self._fonts[face]


def _itemised(characters: str, faces: list[Face]) -> Iterator[tuple[Face | None, str]]:
    """A word in one face if any face has all of it, else each grapheme in the first that can."""
    if faces[0].has(characters) and not text.UNSEEN.search(characters):
        yield faces[0], characters
        return
    for face, group in groupby(_chosen(characters, faces), key=lambda chosen: chosen[0]):
        yield face, "".join(part for _, part in group)


def _chosen(characters: str, faces: list[Face]) -> Iterator[tuple[Face | None, str]]:
    whole = _face_for(characters, faces)
    for part in [characters] if whole else text.graphemes(characters):
        face = whole or _face_for(part, faces)
        for character in part:
            unseen = text.UNSEEN.match(character)
            yield None if unseen else face or _face_for(character, faces), character


def _face_for(part: str, faces: list[Face]) -> Face | None:
    seen = text.UNSEEN.sub("", part)
    return next((face for face in faces if face.has(seen)), None)
