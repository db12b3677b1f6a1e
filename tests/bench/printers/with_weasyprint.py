"""WeasyPrint: one HTML page with all cards."""

from collections.abc import Iterable
from html import escape
from pathlib import Path

from weasyprint import HTML

from tests.bench import codes
from tests.bench.letters import ACCENT, DAY, KICKER, LINK_WORDS, ORGANISATION, SECOND, Letter
from workshop.assets import VENDOR

STYLE = """
@font-face { font-family: Body; src: url(atkinson/regular.ttf) }
@font-face { font-family: Body; font-weight: bold; src: url(atkinson/bold.ttf) }
@font-face { font-family: Body; font-style: italic; src: url(atkinson/italic.ttf) }
@font-face { font-family: Title; font-weight: 600; src: url(fraunces/semibold.ttf) }
@page { size: 105mm 148mm; margin: 12mm }
body { font: 11pt/1.4 Body; margin: 0 }
section { break-after: page; height: 123mm; position: relative }
h1 { font: 600 22pt/1.15 Title; margin: 6mm 0 0 }
h2 { font: bold 9pt/1.4 Body; margin: 0; color: ACCENT }
footer { position: absolute; bottom: 0; left: 0; font-size: 9pt }
footer b { font-size: 11pt; color: SECOND }
svg { width: 34mm; display: block }
p { margin: 0 0 4mm }
""".replace("ACCENT", ACCENT).replace("SECOND", SECOND)


def print_cards(letters: Iterable[Letter], target: Path) -> None:
    """Pango, which it needs, is the system's."""
    cards = "".join(map(_card, letters))
    page = f'<!doctype html><html lang="nl"><style>{STYLE}</style><body>{cards}'
    HTML(string=page, base_url=f"{VENDOR.as_uri()}/").write_pdf(target)


def _card(letter: Letter) -> str:
    code = codes.svg(letter.link)
    return (
        f"<section><h2>{KICKER}</h2><h1>{escape(letter.heading)}</h1>"
        f"<footer>{code}<b>{LINK_WORDS}</b><br>{ORGANISATION}</footer></section>"
        f"<section><p>{escape(letter.message)}</p><i>{escape(letter.sender)}</i><footer>{DAY}</footer></section>"
    )
