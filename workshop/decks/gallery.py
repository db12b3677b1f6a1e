"""The pictures of a deck that is being read: each is found in the album, or noted as a mistake. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from markdown_it.token import Token

from workshop.decks.mistakes import Mistakes
from workshop.decks.picture import Album, NoPicture, Sight
from workshop.language import _

_BREAKS = ("softbreak", "hardbreak")


@dataclass(frozen=True, slots=True)
class Gallery:
    """Finds the pictures that a deck names, and notes what is wrong with them."""

    album: Album
    mistakes: Mistakes

    def sight(self, name: str, alt: str, line: int) -> Sight | None:
        """The picture with this name; None where something is wrong with it."""
        alt = " ".join(alt.split())
        if not alt:
            self.mistakes.add(
                line,
                _("The picture '{name}' has no words for who does not see it.").format(name=name),
                _("Write what is to be seen between the square brackets before the file's name."),
            )
        try:
            return Sight(alt, self.album(name))
        except NoPicture as none:
            self.mistakes.add(line, none.what, none.right)
            return None

    def shown(self, image: Token, line: int) -> Sight | None:
        """The picture of an image in a text."""
        return self.sight(named(image), image.content, line)

    def take(self, body: list[Token]) -> tuple[list[Token], tuple[Sight, ...]]:
        """A slide's text without its pictures, and the pictures, which stand beside it."""
        left: list[Token] = []
        sights: list[Sight] = []
        for position, token in enumerate(body):
            left.append(token)
            if not images(token):
                continue
            if token.level != 1 or body[position - 1].type != "paragraph_open":
                self.refuse(token, _("Put it on a line of its own, with an empty line above and below."), 1)
                continue
            found = (self.shown(image, line + 1) for line, image in images(token))
            sights += [sight for sight in found if sight]
            token.children = _without(token)
        return list(_without_empty(left)), tuple(sights)

    def refuse(self, token: Token, right: str, first_line: int = 0) -> None:
        """Notes the pictures of a text that shows none."""
        for line, image in images(token):
            what = _("The picture '{name}' cannot be shown here.").format(name=named(image))
            self.mistakes.add(line + first_line, what, right)


def images(token: Token) -> list[tuple[int, Token]]:
    """The images in an inline token, each with its line (as the token counts them)."""
    found = []
    line = token.map[0] if token.map else 0
    for child in token.children or ():
        line += child.type in _BREAKS
        if child.type == "image":
            found.append((line, child))
    return found


def named(image: Token) -> str:
    """The name of an image as people wrote it; Markdown has it ready for an address."""
    return unquote(str(image.attrs.get("src", "")))


def _without(token: Token) -> list[Token]:
    """What a text holds besides images; empty where that is nothing to read."""
    children = [child for child in token.children or () if child.type != "image"]
    return children if any(child.content.strip() for child in children) else []


def _without_empty(tokens: list[Token]) -> Iterator[Token]:
    """Without the paragraphs that held nothing but images."""
    position = 0
    while position < len(tokens):
        inside = tokens[position + 1] if position + 1 < len(tokens) else None
        if tokens[position].type == "paragraph_open" and inside and inside.children == []:
            position += 3
            continue
        yield tokens[position]
        position += 1
