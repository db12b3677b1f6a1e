"""Where static files and templates lie: in a checkout beside the package, in a wheel inside it."""

import hashlib
from functools import cache
from pathlib import Path

from workshop.modules import modules

_PACKAGE = Path(__file__).resolve().parent
_HOME = _PACKAGE if (_PACKAGE / "static").is_dir() else _PACKAGE.parent

STATIC = _HOME / "static"
TEMPLATES = _HOME / "templates"
VENDOR = STATIC / "vendor"
"""Third-party files that hatch_build.py fetched; pyproject.toml lists them."""


@cache
def fingerprint() -> str:
    """Changes with the contents of the static files and of the templates.

    It stands in their addresses, so that browsers may keep them for good and modules still find
    each other. With a template changes what a phone has kept of the page: its script must fit it.
    """
    digest = hashlib.sha256()
    for folder in (STATIC, TEMPLATES):
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".css", ".html", ".js", ".svg") and VENDOR not in path.parents:
                digest.update(path.read_bytes())
    made_from = VENDOR / ".made-from"
    digest.update(made_from.read_bytes() if made_from.exists() else b"")
    return digest.hexdigest()[:12]


@cache
def modules_of(*entries: str) -> tuple[str, ...]:
    """All scripts that a page with these ones will ask for, by name, in the order in which it needs them."""
    return tuple(modules(entries, lambda name: (STATIC / name).read_text()))


def stylesheet(names: list[str]) -> str:
    """Several style sheets as one, for the fewest requests."""
    return "\n".join((STATIC / "css" / f"{name}.css").read_text() for name in names)


def is_inside(path: Path) -> bool:
    """Whether a file is there, and one of ours."""
    return path.is_file() and path.resolve().is_relative_to(STATIC.resolve())
