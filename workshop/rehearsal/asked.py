"""What a slide asks of a phone, read from its HTML as a person would see it. Pure: no I/O."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from html.parser import HTMLParser

from workshop import kinds
from workshop.kinds.open import Open

Attributes = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Question:
    """An open question that takes answers."""

    number: int
    text: str
    longest: int
    kind: str = "open"
    votes: int = 0
    """How many votes everybody has for what the others say."""
    slide: int | None = None
    """The slide that it belongs to, where it goes on beside the others."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A question with one result: its kind, and what its form says of it."""

    kind: str
    form: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form: `kind` is the type of an input, textarea or select."""

    name: str
    kind: str
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A form with a name, such as lead or friend."""

    name: str
    fields: tuple[Field, ...]


Asked = Question | Counted | Form


# Hundreds of phones get the same slide.
@lru_cache(maxsize=64)
def asked_in(html: str) -> tuple[Asked, ...]:
    """Everything on a slide that can be answered now, in order; nothing where it is closed."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return tuple(reader.asked)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Asked] = []
        self._title = ""
        self._form: _OpenForm | None = None
        self._listens_in = ""
        self._beside: int | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag == "details" and attributes.get("data-slide"):
            self._beside = _whole(attributes["data-slide"], 0)
        elif tag == "form":
            self._form = _OpenForm(attributes, self._beside)
        elif tag == "h1" or (tag == "h2" and self._form):
            self._listens_in = tag
        elif self._form:
            self._form.see(tag, attributes)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        if self._listens_in and self._form:
            self._form.text += data
        elif self._listens_in:
            self._title += data

    def handle_endtag(self, tag: str) -> None:
        if tag == self._listens_in:
            self._listens_in = ""
        if tag == "details":
            self._beside = None
        if tag == "form" and self._form:
            asked = self._form.asked(self._title)
            self.asked += [asked] if asked else []
            self._form = None


class _OpenForm:
    """A form of which the end has not been read yet."""

    def __init__(self, attributes: Attributes, beside: int | None) -> None:
        self.text = ""
        self._beside = beside
        self._attributes = attributes
        self._disabled = False
        self._writable = False
        self._fields: list[Field] = []

    def see(self, tag: str, attributes: Attributes) -> None:
        if tag == "fieldset":
            self._disabled = "disabled" in attributes
        elif tag == "textarea":
            self._writable = True
            self._add("textarea", attributes)
        elif tag == "select":
            self._add("select", attributes)
        elif tag == "option" and self._fields and attributes.get("value"):
            last = self._fields[-1]
            self._fields[-1] = replace(last, options=(*last.options, attributes["value"] or ""))
        elif tag == "input":
            kind = attributes.get("type") or "text"
            if kind not in ("hidden", "submit"):
                self._add(kind, attributes)

    def asked(self, title: str) -> Asked | None:
        if self._disabled:
            return None
        kind = self._attributes.get("data-kind") or ""
        if issubclass(kinds.KINDS.get(kind, kinds.Kind), Open):
            return self._question(kind, title) if self._writable else None
        if issubclass(kinds.KINDS.get(kind, kinds.Kind), kinds.Counted):
            return Counted(kind, {name: value or "" for name, value in self._attributes.items()})
        name = self._attributes.get("data-form")
        return Form(name, tuple(self._fields)) if name else None

    def _question(self, kind: str, title: str) -> Question:
        number = _whole(self._attributes.get("data-question"), 0)
        longest = _whole(self._attributes.get("data-longest"), 280)
        own = self.text if kind == "open" else ""  # of the others, it is the heading of what all say
        return Question(
            number=number,
            text=" ".join(own.split()) or " ".join(title.split()),
            longest=longest,
            kind=kind,
            votes=_whole(self._attributes.get("data-votes"), 0),
            slide=self._beside,
        )

    def _add(self, kind: str, attributes: Attributes) -> None:
        if name := attributes.get("name"):
            self._fields.append(Field(name, kind))


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else default
