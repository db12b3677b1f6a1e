"""Rows of a file that somebody brought, as texts: CSV in the encodings that spreadsheets write, or Excel."""

import csv
import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from workshop.language import _
from workshop.refused import Refused

MOST_ROWS = 200_000
MOST_COLUMNS = 200
MOST_UNPACKED = 500_000_000
"""Bytes of an Excel file when it is unpacked; a small file can hold many times that."""
ZIP = b"PK\x03\x04"
Row = tuple[int, list[str]]
"""A row's number in the file (1, 2, …), and its cells."""


def rows_of(path: Path) -> Iterator[Row]:
    """The rows that are not empty, the heads first.

    Raises:
        Refused: it is no table that can be read; also in the middle of it.
    """
    with path.open("rb") as file:
        is_workbook = file.read(4) == ZIP
    rows = _of_workbook(path) if is_workbook else _of_text(path.read_bytes())
    for number, cells in enumerate(rows, start=1):
        if number > MOST_ROWS:
            raise Refused(
                "too_long", _("The file has more than {n} rows. Cut it in two.").format(n=MOST_ROWS)
            )
        texts = [_plain(cell) for cell in cells[:MOST_COLUMNS]]
        if any(texts):
            yield number, texts


def decoded(content: bytes) -> str:
    """The text of a CSV file: by its byte order mark, as UTF-8, or as Windows writes it.

    Raises:
        Refused: it is no text.
    """
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig")):
        if content.startswith(mark):
            return _decoded(content, encoding)
    if b"\0" in content:
        raise _no_table()
    try:
        return content.decode()
    except UnicodeDecodeError:
        return _decoded(content, "cp1252")


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise _no_table() from None


def _of_text(content: bytes) -> Iterator[list[str]]:
    text = decoded(content)
    first = text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False)
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error:
            wrong = _("Line {n} cannot be read: a quote in it is not closed, or it is too long.")
            raise Refused("no_table", wrong.format(n=reader.line_num)) from None


def _of_workbook(path: Path) -> Iterator[list[str]]:
    with path.open("rb") as file:  # of a path it would first ask what it ends in
        book = _opened(file)
        try:
            for row in book.worksheets[0].iter_rows(values_only=True):
                yield [_cell(value) for value in row]
        finally:
            book.close()


def _opened(file: BinaryIO) -> Any:
    try:
        with zipfile.ZipFile(file) as packed:
            if sum(each.file_size for each in packed.infolist()) > MOST_UNPACKED:
                raise Refused("too_long", _("That is too much at once."))
        return load_workbook(file, read_only=True, data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, OSError):
        raise _no_table() from None


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    return str(value)


def _plain(cell: str) -> str:
    """Without the apostrophe by which our own files keep a cell from being a formula."""
    text = cell.strip()
    return text[1:] if text[:1] == "'" and text[1:2] in "=+-@−" else text


def _no_table() -> Refused:
    return Refused("no_table", _("This is no CSV file and no Excel workbook (.xlsx)."))
