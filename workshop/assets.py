"""Where static files and templates lie: in a checkout beside the package, in a wheel inside it."""

import hashlib
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_HOME = _PACKAGE if (_PACKAGE / "static").is_dir() else _PACKAGE.parent

STATIC = _HOME / "static"
TEMPLATES = _HOME / "templates"
VENDOR = STATIC / "vendor"
"""Third-party files that hatch_build.py fetched; pyproject.toml lists them."""


def fingerprint() -> str:
    """Changes with the contents of the static files.

    It stands in their addresses, so that browsers may keep them for good and modules still find
    each other.
    """
    digest = hashlib.sha256()
    for path in sorted(STATIC.rglob("*")):
        if path.suffix in (".css", ".js", ".svg") and VENDOR not in path.parents:
            digest.update(path.read_bytes())
    made_from = VENDOR / ".made-from"
    digest.update(made_from.read_bytes() if made_from.exists() else b"")
    return digest.hexdigest()[:12]
