"""Typst: the cards come as data, the layout as a template."""

import json
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

from tests.bench import codes
from tests.bench.letters import ACCENT, DAY, KICKER, LINK_WORDS, ORGANISATION, SECOND, Letter
from workshop.assets import VENDOR

FONTS = [VENDOR / "atkinson", VENDOR / "fraunces"]
LAYOUT = f"""
#set page(width: 105mm, height: 148mm, margin: 12mm)
#set text(font: "Atkinson Hyperlegible Next", size: 11pt, lang: "nl")
#set par(leading: 0.7em)
#let front(letter) = {{
  text(size: 9pt, weight: "bold", fill: rgb("{ACCENT}"), "{KICKER}")
  v(6mm)
  text(font: "Fraunces", weight: 600, size: 22pt, letter.heading)
  v(1fr)
  image(bytes(letter.code), format: "svg", width: 34mm)
  text(weight: "bold", fill: rgb("{SECOND}"), "{LINK_WORDS}")
  linebreak()
  text(size: 9pt, "{ORGANISATION}")
}}
#let back(letter) = {{
  letter.message
  v(4mm)
  text(style: "italic", letter.sender)
  v(1fr)
  text(size: 9pt, "{DAY}")
}}
#for letter in json("letters.json") {{
  page(front(letter))
  page(back(letter))
}}
"""


def print_cards(letters: Iterable[Letter], target: Path) -> None:
    """The data in a file beside the template."""
    with TemporaryDirectory() as folder:
        template = Path(folder, "cards.typ")
        template.write_text(LAYOUT)
        template.with_name("letters.json").write_text(json.dumps([*map(_data, letters)]))
        typst.compile(
            str(template), output=str(target), font_paths=[*map(str, FONTS)], ignore_system_fonts=True
        )


def _data(letter: Letter) -> dict[str, str]:
    return {
        "heading": letter.heading,
        "message": letter.message,
        "sender": letter.sender,
        "code": codes.svg(letter.link),
    }
