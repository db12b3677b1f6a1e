"""Where to go on after signing in: only ever to a page of ours."""

import re

# Browsers read a backslash as a slash and skip tabs and line breaks: '/\t/evil.example' leads away.
_TRAPS = re.compile(r"[\\\x00-\x20\x7f]")


def local_path(wished: str | None) -> str | None:
    """The path if it leads to a page of ours, nothing otherwise."""
    if not wished or not wished.startswith("/") or wished.startswith("//") or _TRAPS.search(wished):
        return None
    return wished
