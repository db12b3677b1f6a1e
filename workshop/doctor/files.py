"""Fonts and scripts of others, which are fetched when the package is built."""

from pathlib import Path

from workshop.doctor.finding import Finding, bad, good
from workshop.language import _

NEEDED = (
    "socket.io/socket.io.esm.min.js",
    "atkinson/latin.woff2",
    "atkinson/latin-ext.woff2",
    "atkinson/latin-italic.woff2",
    "atkinson/latin-ext-italic.woff2",
    "atkinson/regular.ttf",
    "atkinson/bold.ttf",
    "atkinson/italic.ttf",
    "fraunces/latin.woff2",
    "fraunces/latin-ext.woff2",
    "fraunces/regular.ttf",
    "fraunces/semibold.ttf",
    "source-serif/semibold.ttf",
    "bricolage/semibold.ttf",
    "gabarito/semibold.ttf",
    "source-serif/latin.woff2",
    "source-serif/latin-ext.woff2",
    "bricolage/latin.woff2",
    "bricolage/latin-ext.woff2",
    "gabarito/latin.woff2",
    "gabarito/latin-ext.woff2",
    "noto-sans/regular.ttf",
    "noto-sans/bold.ttf",
    "noto-sans/italic.ttf",
    "noto-sans-arabic/regular.ttf",
    "noto-sans-arabic/bold.ttf",
    "noto-sans-hebrew/regular.ttf",
    "noto-sans-hebrew/bold.ttf",
    "noto-sans-devanagari/regular.ttf",
    "noto-sans-devanagari/bold.ttf",
    "noto-sans-bengali/regular.ttf",
    "noto-sans-bengali/bold.ttf",
    "noto-sans-tamil/regular.ttf",
    "noto-sans-tamil/bold.ttf",
    "noto-sans-thai/regular.ttf",
    "noto-sans-thai/bold.ttf",
    "emoji/twemoji.zip",
    "outlines/nl.json",
)
"""Relative to static/vendor; pyproject.toml says where each comes from."""


def look(vendor: Path) -> list[str]:
    """Which files are missing or empty."""
    return [name for name in NEEDED if not _is_there(vendor / name)]


def judge(missing: list[str], vendor: Path) -> Finding:
    """What to think of it."""
    about = _("Fonts and scripts")
    if not missing:
        return good(about, _("all {n} files are there").format(n=len(NEEDED)))
    text = _("missing in {path}: {names}").format(path=vendor, names=", ".join(missing))
    return bad(about, text, _("install the package again; in a checkout: make clean setup"))


def _is_there(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except OSError:
        return False
