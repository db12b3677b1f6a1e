"""The data folder: is it there, can it be written, is there room."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

from workshop.doctor.finding import Finding, bad, good, warning
from workshop.language import _

LITTLE = 1_000_000_000
TOO_LITTLE = 200_000_000
"""Bytes: a workshop's journal takes some megabytes, PDFs of cards some tens."""


@dataclass(frozen=True, slots=True)
class Folder:
    """What was seen of a folder."""

    path: Path
    there: bool
    writable: bool
    free: int = 0
    closed: tuple[Path, ...] = ()
    """What lies in it and cannot be written."""
    owners: tuple[str, ...] = ()
    """Who owns what lies in it, if that is more than one."""


def look(path: Path) -> Folder:
    """Looks at a folder; one that is not there is judged by the nearest above it."""
    nearest = next(each for each in (path, *path.parents) if each.exists())
    if not path.is_dir():
        return Folder(path, False, nearest.is_dir() and os.access(nearest, os.W_OK))
    return Folder(
        path,
        there=True,
        writable=_takes_a_file(path),
        free=shutil.disk_usage(path).free,
        closed=tuple(each for each in _inside(path) if not os.access(each, os.W_OK)),
        owners=_owners([path, *_inside(path)]),
    )


def judge(folder: Folder) -> Finding:
    """What to think of it."""
    about = _("Data folder")
    if not folder.there:
        return _missing(about, folder)
    if not folder.writable:
        text = _("{path} cannot be written").format(path=folder.path)
        return bad(about, text, _("give it to the user who runs the server, with chown and chmod"))
    if folder.closed:
        text = _("{path} cannot be written").format(path=folder.closed[0])
        return bad(about, text, _("give it to the user who runs the server, with chown and chmod"))
    text = _("{path}, {free} free").format(path=folder.path, free=size(folder.free))
    if folder.free < TOO_LITTLE:
        return bad(about, text, _("make room: a full disk takes no answers"))
    if folder.free < LITTLE:
        return warning(about, text, _("make room before the event"))
    if folder.owners:
        names = ", ".join(folder.owners)
        text = _("what lies in {path} belongs to {names}").format(path=folder.path, names=names)
        return warning(about, text, _("let one user run every command, and own all of it"))
    return good(about, text)


def size(number: int) -> str:
    """Bytes as people read them."""
    return f"{number / 1e9:.1f} GB" if number >= LITTLE else f"{number / 1e6:.0f} MB"


def _missing(about: str, folder: Folder) -> Finding:
    if not folder.writable:
        text = _("{path} is not there and cannot be made").format(path=folder.path)
        return bad(about, text, _("set WORKSHOP_DATA to a folder that you can write"))
    text = _("{path} is not there yet; it is made at the first start").format(path=folder.path)
    return warning(about, text, _("if you ran workshops before, set WORKSHOP_DATA to their folder"))


def _takes_a_file(path: Path) -> bool:
    try:
        with TemporaryFile(dir=path) as file:
            file.write(b"x")
    except OSError:
        return False
    return True


def _inside(path: Path) -> list[Path]:
    try:
        return sorted(path.iterdir())
    except OSError:
        return []


def _owners(paths: list[Path]) -> tuple[str, ...]:
    owners = set()
    for path in paths:
        try:
            owners.add(path.owner())
        except KeyError:
            owners.add(str(path.stat().st_uid))
        except (OSError, NotImplementedError):
            continue
    return tuple(sorted(owners)) if len(owners) > 1 else ()
