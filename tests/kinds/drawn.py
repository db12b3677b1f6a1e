"""A figure read from a container, and drawn as phones and the projector show it."""

from collections.abc import Sequence
from html.parser import HTMLParser

from flask import Flask

from tests.decks.written import deck
from workshop.decks.deck import Slide
from workshop.kinds.kind import Kind
from workshop.kinds.shared import Said
from workshop.language import speaking
from workshop.live.room import Room

SCREENS = ["phone", "projector"]
HOSTILE = """"'><script>alert(1)</script><img src=x onerror=alert(1)> {{ 7*7 }} &lt; javascript:x"""


def read(container: str) -> Kind:
    """The only figure of a slide with this container."""
    (figure,) = deck(f"# Titel\n\n{container}\n").slides[0].figures
    return figure


class Page(HTMLParser):
    """What a browser makes of HTML: its elements with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.said = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.said += data

    @property
    def text(self) -> str:
        """Its text on one line."""
        return " ".join(self.said.split())

    def all(self, tag: str, **attributes: str | None) -> list[dict[str, str | None]]:
        """The attributes of each element of this name that has these attributes."""
        return [found for name, found in self.elements if name == tag and attributes.items() <= found.items()]

    def runs_nothing(self) -> bool:
        """Whether no element and no attribute could run or load what people wrote."""
        return not any(
            tag in ("script", "img", "iframe", "style") or name.startswith("on") or name == "style"
            for tag, attributes in self.elements
            for name in [*attributes, ""]
        )


def draw(
    app: Flask,
    figure: Kind,
    screen: str,
    *,
    open: bool = True,
    room: Room | None = None,
    result: object = None,
    said: Sequence[Said] = (),
    posed: int | None = None,
    way: str | None = None,
) -> Page:
    """The figure on a screen, in English."""
    slide = Slide(1, "Titel", "", "", (figure,))
    template = app.jinja_env.get_template(f"kinds/{figure.name}/{screen}.html")
    with app.app_context(), speaking("en"):
        return Page(
            template.render(
                figure=figure,
                slide=slide,
                deck=deck("# Titel\n"),
                room=room or Room(),
                open=open,
                result=result,
                cafe=(room or Room()).tables.of(1),
                said_on=lambda _source: said,
                posed=posed,
                way=way or getattr(figure, "way", None),
            )
        )
