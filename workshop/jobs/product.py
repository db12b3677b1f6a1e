"""The file that a job makes, how it is handed over, and how nothing of it is left."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from typing import BinaryIO
from uuid import uuid4

from flask import Response, abort, send_file

_NAME = re.compile(r"(?P<kind>.+)-(?P<id>\d+)\.")


def file_name(kind: str, job_id: int, ending: str = "pdf") -> str:
    """The name of what a job makes in the folder of files; all of a job is named alike, to the first dot."""
    return f"{kind}-{job_id}.{ending}"


def jobs_with_files(files: Path) -> set[tuple[str, int]]:
    """The kind and the number of each job that has something in the folder of files."""
    found = (_NAME.match(path.name) for path in files.iterdir())
    return {(name["kind"], int(name["id"])) for name in found if name}


def throw_away(files: Path, kind: str, job_id: int) -> None:
    """Leaves nothing of a job in the folder of files: not its PDF, no half one, no chunks."""
    for path in files.glob(file_name(kind, job_id, "*")):
        if path.is_dir():
            rmtree(path)
        else:
            path.unlink(missing_ok=True)


@contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """A file that is in its place once it is whole, so that nobody downloads half of it."""
    for left in path.parent.glob(f"{path.stem}.*.part"):
        left.unlink(missing_ok=True)  # by a worker that was killed, or thought dead: it may write on unseen
    half = path.with_suffix(f".{uuid4().hex}.part")
    try:
        with half.open("wb") as out:
            yield out
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)


def download(path: Path, name: str) -> Response:
    """The answer with a file, which a browser shows if it can; or that there is none."""
    if not path.exists():
        abort(404)
    response = send_file(path, download_name=name)
    response.headers["Cache-Control"] = "no-store"  # what people wrote stays in no cache
    return response
