"""Pictures drawn for a test, and a small deck that uses them in every way."""

from pathlib import Path

from PIL import Image, ImageDraw

SKY, HILL, SUN, WALL, INK = "#bcd7e2", "#6f8f5a", "#f2c14e", "#d9c7a8", "#3a342f"


def garden(width: int = 1600, height: int = 1200) -> Image.Image:
    """A field below a sky, with a sun and three trees."""
    image = Image.new("RGB", (width, height), SKY)
    draw = ImageDraw.Draw(image)
    draw.ellipse((width * 0.72, height * 0.1, width * 0.72 + height * 0.2, height * 0.3), fill=SUN)
    draw.ellipse((-width * 0.3, height * 0.55, width * 1.3, height * 1.9), fill=HILL)
    for part in (0.15, 0.4, 0.62):
        x, y, size = width * part, height * 0.62, height * 0.12
        draw.rectangle((x - size / 8, y - size, x + size / 8, y + size / 2), fill="#6b4a2f")
        draw.ellipse((x - size, y - size * 2.4, x + size, y - size / 2), fill="#3f6b45")
    return image


def classroom(width: int = 1600, height: int = 1200) -> Image.Image:
    """A blackboard above rows of tables."""
    image = Image.new("RGB", (width, height), WALL)
    draw = ImageDraw.Draw(image)
    draw.rectangle((width * 0.2, height * 0.1, width * 0.8, height * 0.42), fill="#2f4a43")
    draw.rectangle((0, height * 0.62, width, height), fill="#b08d62")
    for row in range(2):
        for column in range(4):
            x, y = width * (0.08 + 0.23 * column), height * (0.6 + 0.18 * row)
            draw.rectangle((x, y, x + width * 0.16, y + height * 0.05), fill="#7a5530")
    return image


def tower(width: int = 900, height: int = 1500) -> Image.Image:
    """Something high and narrow."""
    image = Image.new("RGB", (width, height), "#efe6d6")
    draw = ImageDraw.Draw(image)
    draw.rectangle((width * 0.32, height * 0.25, width * 0.68, height), fill="#a8512f")
    draw.polygon(
        ((width * 0.25, height * 0.25), (width * 0.5, height * 0.06), (width * 0.75, height * 0.25)), fill=INK
    )
    return image


def plan(width: int = 1600, height: int = 1000) -> Image.Image:
    """The plan of a school: rooms along a corridor, on white."""
    image = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((20, 20, width - 20, height - 20), outline=INK, width=12)
    draw.rectangle((20, height * 0.42, width - 20, height * 0.58), fill="#eadfca", outline=INK, width=8)
    for part in (0.25, 0.5, 0.75):
        draw.line((width * part, 20, width * part, height * 0.42), fill=INK, width=8)
    draw.line((width * 0.6, height * 0.58, width * 0.6, height - 20), fill=INK, width=8)
    return image


def logo(width: int = 600, height: int = 200) -> Image.Image:
    """A ring and a bar on nothing."""
    image = Image.new("RGBA", (width, height))
    draw = ImageDraw.Draw(image)
    draw.ellipse((10, 10, height - 10, height - 10), outline="#a8431f", width=26)
    draw.rounded_rectangle((height + 30, 70, width - 10, 130), 30, fill="#2f5d62")
    return image


PICTURES = {
    "tuin.jpg": garden,
    "klas.jpg": classroom,
    "beelden/toren.webp": tower,
    "plan.png": plan,
    "logo.png": logo,
}

GARDEN, ONLY, TWO, CHOICE, RIGHT, TEXTS, PLACE, BESIDE = range(1, 9)
DECK = """---
title: Een school met uitzicht
subtitle: Waar leren we het liefst?
language: nl
organisation: Stichting Proef
logo: logo.png
display: gabarito
---

# Buiten leren

![Een veld met bomen onder de zon](tuin.jpg)

- Wie buiten leert, onthoudt meer.
- Het kan elke dag.
- Alle kinderen doen mee.

---

# De klas van nu

![Een schoolbord boven rijen tafels](klas.jpg)

---

# Twee plekken

![Een veld met bomen](tuin.jpg)

![Een toren](beelden/toren.webp)

---

# Waar leer jij het liefst?

::: choice
- ![Een veld met bomen](tuin.jpg)
- ![Een schoolbord](klas.jpg)
- ![Een toren](beelden/toren.webp)
- ![Een plattegrond](plan.png)
:::

---

# Wat is het oudste gebouw?

::: choice
- ![Een schoolbord](klas.jpg) De school
- [x] ![Een toren](beelden/toren.webp) De toren
- ![Een plattegrond](plan.png) Het plein
:::

---

# Hoeveel scholen doen mee?

::: choice
- [ ] 20 scholen
- [x] 100 scholen
- [ ] 1350 scholen
:::

---

# Waar komt de moestuin?

::: place {picture=plan.png alt="De plattegrond van de school"}
:::

---

# Wat zie je hier?

![Een schoolbord boven rijen tafels](klas.jpg)

::: choice {several=true}
- Een bord
- Tafels
- Een kind
:::
"""


def illustrated(folder: Path, source: str = DECK) -> Path:
    """The deck with its pictures in a folder."""
    for name, draw in PICTURES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        draw().save(path)
    deck = folder / "uitzicht.md"
    deck.write_text(source, encoding="utf-8")
    return deck
