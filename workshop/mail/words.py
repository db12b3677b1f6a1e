"""A letter's words as plain text and as HTML."""

from functools import cache

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape

from workshop import tags
from workshop.assets import TEMPLATES
from workshop.mail.letter import Item, Letter


def as_text(letter: Letter) -> str:
    """Plain text: each link on a line of its own, so that no full stop sticks to it."""
    parts = [*letter.paragraphs]
    parts += [_as_text(item) for item in letter.items]
    if letter.button:
        parts.append(f"{letter.button}:\n{letter.link}")
    parts += letter.closing
    return "\n\n".join(parts) + "\n"


def as_html(letter: Letter) -> str:
    """A page of its own, without pictures, scripts and anything fetched."""
    return _pages().get_template("mail/letter.html").render(letter=letter)


def linked(text: str, link: str) -> Markup:
    """A paragraph in which one address is a link; any other that somebody typed is only text."""
    safe = Markup("<br>").join(map(escape, text.split("\n")))
    if not link:
        return safe
    address = escape(link)
    return Markup(safe.replace(address, Markup('<a href="{0}">{0}</a>').format(address)))


def _as_text(item: Item) -> str:
    lines = (item.text, item.note, item.link)
    return "- " + "\n  ".join(filter(None, lines))


@cache
def _pages() -> Environment:
    # Of its own: the worker sends letters, and has no application at work.
    pages = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
    pages.trim_blocks = pages.lstrip_blocks = True
    pages.filters["linked"] = linked
    pages.globals["direction"] = tags.direction
    return pages
