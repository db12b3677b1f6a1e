"""A fenced container of a deck (`::: kind {attributes}`), as its kind reads it. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from textwrap import shorten
from urllib.parse import unquote

from markdown_it.token import Token

from workshop.decks.gallery import Gallery, images
from workshop.decks.mistakes import Mistakes
from workshop.decks.picture import Sight
from workshop.language import _

_ATTRIBUTE = re.compile(r"""([\w-]+)=(?:"([^"]*)"|([^\s"{}]+))""")


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list, and where it stands."""

    line: int
    text: str
    images: tuple[Token, ...] = ()
    """The images in it; the text is without them."""
    link: str = ""
    """Where the first link in it leads."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of texts; every row is as long as `header`."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class Block:
    """The container's attributes and contents; asking for what is not there notes a mistake."""

    name: str
    line: int
    tokens: list[Token]
    html: str
    mistakes: Mistakes
    gallery: Gallery
    attributes: dict[str, str] = field(default_factory=dict)
    slide: int = 1
    """The number of the slide on which it stands."""
    titles: tuple[str, ...] = ()
    """Those of all the deck's slides."""
    _asked: set[str] = field(default_factory=set)
    _shows_pictures: bool = False

    def text(self, name: str, default: str = "", *, required: bool = False) -> str:
        """The attribute as text."""
        self._asked.add(name)
        if required and not self.attributes.get(name):
            self.mistakes.add(
                self.line,
                _("'{kind}' misses '{name}'.").format(kind=self.name, name=name),
                _('Write ::: {kind} {{{name}="…"}}.').format(kind=self.name, name=name),
            )
        return self.attributes.get(name, default)

    def whole(self, name: str, default: int, low: int, high: int) -> int:
        """The attribute as a whole number between `low` and `high`."""
        text = self.text(name, str(default))
        if text.isdecimal() and len(text) < 10 and low <= int(text) <= high:
            return int(text)
        self.mistakes.add(
            self.line,
            _("'{name}' is '{text}'.").format(name=name, text=text),
            _("Write a whole number from {low} to {high}.").format(low=low, high=high),
        )
        return default

    def flag(self, name: str, *, default: bool = False) -> bool:
        """The attribute as yes or no."""
        text = self.text(name, "true" if default else "false")
        if text not in ("true", "false"):
            self.mistakes.add(
                self.line,
                _("'{name}' is '{text}'.").format(name=name, text=text),
                _("Write true or false."),
            )
        return text == "true"

    def one_of(self, name: str, words: tuple[str, ...]) -> str:
        """The attribute as one of these words; the first where it is left out."""
        text = self.text(name, words[0])
        if text in words:
            return text
        what = _("'{name}' is '{text}'.").format(name=name, text=text)
        self.mistakes.unknown(self.line, what, text, words)
        return words[0]

    def earlier(self, name: str) -> int:
        """The attribute as the number of a slide before this one, which a deck names by its title or number.

        The slide before, where the deck names none; 0 where what it names is not there.
        """
        text = self.text(name)
        return self.slide - 1 if not text and self.slide > 1 else self.earlier_slide(text)

    def earlier_slide(self, text: str) -> int:
        """The number of the slide before this one that has this title or number; 0 where there is none."""
        before = self.titles[: self.slide - 1]
        if text in before:
            return before.index(text) + 1
        if text.isdecimal() and 1 <= int(text[:5]) <= len(before):
            return int(text)
        what = _("There is no slide '{text}' before this one.").format(text=text)
        self.mistakes.unknown(self.line, what, text, filter(None, before))
        return 0

    def picture(self, name: str, alt: str) -> Sight | None:
        """The attribute `name` as a picture, with the attribute `alt` as its words; None if there is none."""
        file, words = self.text(name), self.text(alt)
        if file and not words:
            what = _("The picture '{name}' has no words for who does not see it.").format(name=file)
            right = _('Write ::: {kind} {{{name}="{file}" {alt}="…"}}.')
            self.mistakes.add(self.line, what, right.format(kind=self.name, name=name, file=file, alt=alt))
            return None
        return self.gallery.sight(file, words, self.line) if file else None

    def sights(self, items: list[Item]) -> tuple[Sight, ...]:
        """A picture for each of these lines; none where no line has one."""
        self._shows_pictures = True
        if not any(item.images for item in items):
            return ()
        found = []
        for item in items:
            if len(item.images) != 1:
                self.mistakes.add(
                    item.line,
                    _("This line has no picture, and others have.")
                    if not item.images
                    else _("This line has more than one picture."),
                    _("Give each line one picture, or none."),
                )
            else:
                found.append(self.gallery.shown(item.images[0], item.line))
        return tuple(sight for sight in found if sight)

    def slide_at(self, link: str, line: int) -> int:
        """The number of the slide to which a link leads, such as #our-plan or #7; 0 where there is none."""
        anchor = link.removeprefix("#")
        anchors = [anchor_of(title) for title in self.titles]
        if link.startswith("#") and anchor in anchors:
            return anchors.index(anchor) + 1
        if link.startswith("#") and anchor.isdecimal() and 1 <= int(anchor[:5]) <= len(anchors):
            return int(anchor)
        what = _("The link '{link}' leads to no slide of this deck.").format(link=link)
        self.mistakes.unknown(line, what, anchor, filter(None, anchors))
        return 0

    def options(self, fewest: int = 2, most: int = 20) -> tuple[str, ...]:
        """The lines of the container's list, as what people choose between."""
        return tuple(item.text for item in self.choices(fewest, most))

    def choices(self, fewest: int = 2, most: int = 20) -> list[Item]:
        """The same as lines that may hold more than a text."""
        options = self.items()
        self.note_number_of_options(len(options), fewest, most)
        return options

    def note_number_of_options(self, count: int, fewest: int, most: int) -> None:
        """Notes it where there are too few options, or too many."""
        if count < fewest:
            self.mistakes.add(
                self.line,
                _("'{kind}' has fewer than {n} options.").format(kind=self.name, n=fewest),
                _("Write each option on its own line, starting with '- '."),
            )
        if count > most:
            self.mistakes.add(
                self.line,
                _("'{kind}' has more than {n} options.").format(kind=self.name, n=most),
                _("Nobody can choose between so many on a phone: make two slides of it."),
            )

    def row(self, name: str, table: Table) -> str:
        """The attribute as the name of one of the table's rows; empty where it is left out."""
        text = self.text(name)
        rows = [row[0] for row in table.rows]
        if text and rows and text not in rows:
            what = _("The table has no row '{name}'.").format(name=text)
            self.mistakes.unknown(self.line, what, text, rows)
        return text

    def items(self) -> list[Item]:
        """The lines of the container's list."""
        items, others = self._split()
        self._refuse_lost(others)
        return items

    def items_and_text(self) -> tuple[list[Item], str]:
        """The lines of the container's list, and its paragraphs as text."""
        items, others = self._split()
        return items, "\n".join(plain(token) for token in others if token.type == "inline")

    def nothing(self) -> None:
        """Notes a text in the container where none belongs."""
        self._refuse_lost(self.tokens)

    def plain_text(self) -> str:
        """The container's paragraphs as text, without markup."""
        return "\n".join(plain(token) for token in self.tokens if token.type == "inline")

    def table(self) -> Table:
        """The container's table."""
        start, end = self._extent("table_open", "table_close")
        self._refuse_lost(self.tokens[:start] + self.tokens[end:])
        rows: list[list[str]] = []
        for token in self.tokens[start:end]:
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(plain(token))
        if len(rows) < 2:
            self.mistakes.add(
                self.line,
                _("'{kind}' has no table.").format(kind=self.name),
                _("Write one with pipes: a line of headings, a line of dashes, and the rows."),
            )
            return Table((), ())
        header, *body = (tuple(row) for row in rows)
        return Table(header, tuple(body))

    def refuse_leftovers(self) -> None:
        """Notes attributes and pictures that the kind did not ask for."""
        if not self._shows_pictures:
            self.refuse_pictures()
        for name in sorted(self.attributes.keys() - self._asked):
            what = _("'{kind}' has no '{name}'.").format(kind=self.name, name=name)
            self.mistakes.unknown(self.line, what, name, self._asked)

    def refuse_pictures(self) -> None:
        """Notes each picture in the container, which would not show it."""
        for token in self.tokens:
            self.gallery.refuse(token, _("Put it outside the container."))

    def _split(self) -> tuple[list[Item], list[Token]]:
        items = []
        others = []
        in_item = 0
        for token in self.tokens:
            in_item += (token.type == "list_item_open") - (token.type == "list_item_close")
            if token.type == "inline" and in_item:
                words = [child for child in token.children or () if child.type != "image"]
                pictures = tuple(image for _line, image in images(token))
                items.append(Item(self._line_of(token), _text(words), pictures, _link(words)))
            else:
                others.append(token)
        return items, others

    def _extent(self, opening: str, closing: str) -> tuple[int, int]:
        types = [token.type for token in self.tokens]
        return (types.index(opening), types.index(closing)) if opening in types else (0, 0)

    def _refuse_lost(self, tokens: list[Token]) -> None:
        """Notes the first text of these, which the container would not show."""
        if token := next((token for token in tokens if token.content), None):
            text = shorten(token.content, 60, placeholder=" …")
            self.mistakes.add(
                self._line_of(token),
                _("'{kind}' would not show this text: {text}").format(kind=self.name, text=text),
                _("Put it outside the container."),
            )

    def _line_of(self, token: Token) -> int:
        return token.map[0] if token.map else self.line


def anchor_of(title: str) -> str:
    """A slide's title as links name it: in small letters, with hyphens between its words."""
    return "-".join(re.findall(r"\w+", title.casefold()))


def _link(tokens: list[Token]) -> str:
    opening = next((token for token in tokens if token.type == "link_open"), None)
    return unquote(str(opening.attrGet("href") or "")) if opening else ""


def plain(token: Token) -> str:
    """The text of an inline token, without its markup."""
    return _text(token.children or ())


def _text(children: Iterable[Token]) -> str:
    parts = []
    for child in children:
        parts.append("\n" if child.type in ("softbreak", "hardbreak") else child.content)
    return "".join(parts).strip()


def read_info(info: str, line: int, mistakes: Mistakes) -> tuple[str, dict[str, str]]:
    """The kind and the attributes of `kind {name=value name="a value"}`."""
    name, brace, rest = info.strip().partition("{")
    inside = rest.strip().removesuffix("}")
    attributes = {m[1]: m[2] if m[2] is not None else m[3] for m in _ATTRIBUTE.finditer(inside)}
    leftover = _ATTRIBUTE.sub("", inside).strip()
    if leftover or (brace and not rest.strip().endswith("}")):
        mistakes.add(
            line,
            _("The attributes cannot be read: {text}").format(text=leftover or info.strip()),
            _('Write ::: kind {name=value other="a value"} on one line.'),
        )
    return name.strip(), attributes
