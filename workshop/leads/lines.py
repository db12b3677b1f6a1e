"""Lines as vCard (RFC 6350) and iCalendar (RFC 5545) write them. Pure."""

import re

MOST_BYTES = 75
"""A line is no longer; what does not fit goes on in the next one, after a space."""


def text(value: str) -> str:
    """A value with what has a meaning of its own escaped, so that it is only text."""
    escaped = re.sub(r"([\\;,])", r"\\\1", value)
    return re.sub(r"\r\n|[\r\n\u2028\u2029\x85\x0b\x0c]", r"\\n", escaped)


def folded(lines: list[str]) -> str:
    """The lines, each ended and none too long; no letter is cut in two."""
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _folded(line: str) -> str:
    parts = [""]
    size = 0
    for letter in line:
        width = len(letter.encode())
        if size + width > MOST_BYTES:
            parts.append(" ")
            size = 1
        parts[-1] += letter
        size += width
    return "\r\n".join(parts)
