"""A PDF file, written as it goes: what has been written is forgotten, so a thousand pages cost no
more memory than one.

ReportLab's canvas keeps every page until the end, lists Helvetica in every file and maps code
points above U+FFFF wrongly, so its font reader is used and its canvas is not. ISO 32000-1, 7.5.
"""

import hashlib
import re
import zlib
from array import array
from typing import BinaryIO, Protocol

from msgspec import Struct

LEVEL = 5
"""Of deflate: 6 takes a third longer, for a page of a card that is 1 % smaller."""

HEADER = b"%%PDF-1.%d\n%%\xe2\xe3\xcf\xd3\n"
MINOR = 7
PACKED = "/Filter/FlateDecode"
_REFERENCE = re.compile(r"(\d+) 0 R")


def packed(content: bytes) -> bytes:
    """A stream as it stands in the file."""
    return zlib.compress(content, LEVEL)


class Objects(Protocol):
    """Something that takes a PDF's objects and gives their numbers."""

    def add(self, body: str) -> int:
        """An object without a stream."""

    def add_stream(self, content: bytes, entries: str = "") -> int:
        """A stream that is still to be packed."""

    def add_packed(self, content: bytes, entries: str = "") -> int:
        """A stream that is packed already."""


class Parts(Struct):
    """Objects that refer to each other by numbers of their own, from 1, until they come into a file."""

    objects: list[tuple[str, bytes | None]] = []

    def add(self, body: str) -> int:
        self.objects.append((body, None))
        return len(self.objects)

    def add_stream(self, content: bytes, entries: str = "") -> int:
        return self.add_packed(packed(content), entries)

    def add_packed(self, content: bytes, entries: str = "") -> int:
        self.objects.append((entries, content))
        return len(self.objects)


class PdfFile:
    def __init__(self, out: BinaryIO, minor: int = MINOR) -> None:
        self._out = out
        self._position = 0
        self._offsets = array("Q")
        self._fingerprint = hashlib.blake2b(digest_size=16)
        self._write(HEADER % minor)

    def reserve(self) -> int:
        """A number for an object that others point at before it is written."""
        self._offsets.append(0)
        return len(self._offsets)

    def write(self, number: int, body: str) -> None:
        self._write_object(number, body.encode("latin-1"))

    def add(self, body: str) -> int:
        number = self.reserve()
        self.write(number, body)
        return number

    def add_stream(self, content: bytes, entries: str = "") -> int:
        return self.add_packed(packed(content), entries)

    def add_packed(self, content: bytes, entries: str = "") -> int:
        head = f"<<{entries}{PACKED}/Length {len(content)}>>stream\n".encode("latin-1")
        number = self.reserve()
        self._write_object(number, b"".join((head, content, b"\nendstream")))
        return number

    def add_parts(self, parts: Parts) -> int:
        """All of them, under numbers of this file; gives the number of the last one."""
        before = len(self._offsets)

        def here(found: re.Match[str]) -> str:
            return f"{int(found[1]) + before} 0 R"

        for body, stream in parts.objects:
            body = _REFERENCE.sub(here, body)
            if stream is None:
                self.add(body)
            else:
                self.add_packed(stream, body)
        return len(self._offsets)

    def close(self, catalog: int, information: int) -> None:
        """The table of where each object stands; the file's identity is what is in it."""
        start, identity = self._position, self._fingerprint.hexdigest()
        size = len(self._offsets) + 1
        rows = [f"xref\n0 {size}\n0000000000 65535 f \n"]
        rows += [f"{offset:010d} 00000 n \n" for offset in self._offsets]
        rows.append(
            f"trailer<</Size {size}/Root {catalog} 0 R/Info {information} 0 R"
            f"/ID[<{identity}><{identity}>]>>\nstartxref\n{start}\n%%EOF\n"
        )
        self._write("".join(rows).encode("ascii"))

    def _write_object(self, number: int, body: bytes) -> None:
        self._offsets[number - 1] = self._position
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, body))

    def _write(self, data: bytes) -> None:
        self._out.write(data)
        self._position += len(data)
        self._fingerprint.update(data)


def text_string(text: str) -> str:
    return f"<FEFF{utf16(text)}>"


def utf16(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()


def number(value: float) -> str:
    """To a hundredth of a point."""
    text = f"{value:.2f}"
    return text[:-3] if text.endswith(".00") else text
