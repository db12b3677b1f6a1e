"""What is opened in a deck and not closed: it would swallow the slides below it."""

import re
from collections.abc import Sequence

from markdown_it.token import Token

from workshop.decks.mistakes import Mistakes
from workshop.language import _

OPENING = "container_block_open"
_LINE_END = re.compile("\r\n|\r|\n")


def note_what_stays_open(tokens: Sequence[Token], source: str, mistakes: Mistakes) -> None:
    """Notes each container and each code block without an end of its own."""
    lines = _LINE_END.split(source)
    outer: list[Token] = []
    for token in tokens:
        if token.type == OPENING:
            outer.append(token)
            _check_container(outer, lines, mistakes)
        elif token.type == "container_block_close":
            outer.pop()
        elif token.type == "fence":
            _check_code(token, lines, mistakes)


def _check_container(outer: list[Token], lines: list[str], mistakes: Mistakes) -> None:
    if mistakes.at(_first_line(outer[0])):
        return
    if not outer[-1].info.strip():
        mistakes.add(
            _first_line(outer[-1]),
            _("There is nothing to close here."),
            _("Take this line out, or name what begins here: ::: open."),
        )
    elif len(outer) > 1:
        mistakes.add(
            _first_line(outer[0]),
            _("This container is not closed before the next one begins."),
            _("Write ::: on a line of its own below it."),
        )
    elif not _ends_at(outer[0], _last_line(outer[0]), lines):
        mistakes.add(
            _first_line(outer[0]),
            _("This container is not closed."),
            _("Write ::: on a line of its own below it."),
        )


def _check_code(token: Token, lines: list[str], mistakes: Mistakes) -> None:
    last = _last_line(token) - 1  # of a code block the end belongs to it
    if last < _first_line(token) or not _ends_at(token, last, lines):
        mistakes.add(
            _first_line(token),
            _("This code block is not closed."),
            _("Write {mark} on a line of its own below it.").format(mark=token.markup),
        )


def _ends_at(token: Token, index: int, lines: list[str]) -> bool:
    """Whether the line with this index holds nothing but the token's end, be it in a quotation."""
    text = lines[index].strip("> \t") if index < len(lines) else ""
    return len(text) >= len(token.markup) and set(text) == {token.markup[0]}


def _first_line(token: Token) -> int:
    return (token.map[0] if token.map else 0) + 1


def _last_line(token: Token) -> int:
    return token.map[1] if token.map else 0
