"""Which bytes stand for a font's glyphs: one for the first, two for those that large scripts need. Pure.

Most languages take a byte a letter so, and nothing in a string has to be escaped. ISO 32000-1, 9.7.5.
"""

from collections.abc import Iterator

ESCAPED = frozenset(b"\n\r()\\")
"""What does not stand for itself in a string."""
PAIRS_FROM = 0xA0
"""A byte from here on is the first of two."""
NAME = "OneByteOrTwo"
ENTRIES = f"/Type/CMap/CMapName/{NAME}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
"""Of the stream that holds a font's map."""
_ALL = bytes(byte for byte in range(256) if byte not in ESCAPED)
ALONE = bytes(byte for byte in _ALL if 0 < byte < PAIRS_FROM)


def code(number: int) -> str:
    """The bytes of a glyph, each as one character; numbers are counted from 1."""
    if number <= len(ALONE):
        return chr(ALONE[number - 1])
    first, second = divmod(number - len(ALONE) - 1, len(_ALL))
    if PAIRS_FROM + first > 0xFF:
        raise OverflowError("a font has more glyphs than codes")
    return chr(PAIRS_FROM + first) + chr(_ALL[second])


def hexadecimal(code: str) -> str:
    """As a CMap writes it."""
    return f"<{code.encode('latin-1').hex().upper()}>"


def spaces() -> str:
    """How long codes are, for a CMap."""
    return f"2 begincodespacerange <00> <{PAIRS_FROM - 1:02X}> <{PAIRS_FROM:02X}00> <FFFF> endcodespacerange"


def numbers_map(count: int) -> bytes:
    """A CMap that gives the numbers of so many glyphs."""
    rows = [f"{hexadecimal(first)} {hexadecimal(last)} {number}" for first, last, number in _ranges(count)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> def",
            f"/CMapName /{NAME} def /CMapType 1 def",
            spaces(),
            *blocks("cidrange", rows),
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        ]
    ).encode("ascii")


def blocks(kind: str, rows: list[str]) -> Iterator[str]:
    """A CMap's rows: a block holds at most 100."""
    for start in range(0, len(rows), 100):
        block = rows[start : start + 100]
        yield "\n".join([f"{len(block)} begin{kind}", *block, f"end{kind}"])


def _ranges(count: int) -> Iterator[tuple[str, str, int]]:
    """Codes that follow one another: the first, the last, and the number of the first."""
    first = last = code(1)
    number = 1
    for each in range(2, count + 1):
        following = code(each)
        if following[:-1] != last[:-1] or ord(following[-1]) != ord(last[-1]) + 1:
            yield first, last, number
            first, number = following, each
        last = following
    yield first, last, number
