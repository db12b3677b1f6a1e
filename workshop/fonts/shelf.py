"""The fonts that somebody added: a folder a family, there whole or not at all.

Pieces of what was killed begin with a full stop, and go a day later when somebody adds or removes.
"""

import os
import tarfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfileobj, rmtree
from tempfile import TemporaryDirectory

from workshop.fonts.sets import SETS, Family, FontSet

PIN = ".pin"
"""Says of a family which version it is."""
HALF = ".half-"
ABANDONED = 24 * 60 * 60
"""Seconds after which nobody is still at work on a piece."""
Fetch = Callable[[Family, Path], Path]
"""Puts a family's archive into a folder."""


class Shelf:
    """The folder of fonts in the data folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def there(self) -> list[str]:
        """The names of the sets that can be printed with."""
        return [each.name for each in SETS if all(map(self._has, each.families))]

    def is_current(self, family: Family) -> bool:
        """Whether a family is there, and of the version that belongs to this program."""
        pin = self.folder / family.name / PIN
        return pin.exists() and pin.read_text() == family.pin

    def add(self, family: Family, fetch: Fetch) -> None:
        """Fetches a family and puts it in its place."""
        with self._scratch() as scratch:
            archive = fetch(family, scratch)
            fresh = scratch / family.name
            fresh.mkdir()
            unpack(archive, family, fresh)
            (fresh / PIN).write_text(family.pin)
            _flush(fresh)
            self._clear(family, scratch)
            fresh.rename(self.folder / family.name)

    def remove(self, wanted: FontSet) -> bool:
        """Takes a set away; says whether anything of it was there."""
        with self._scratch() as scratch:
            cleared = [self._clear(family, scratch) for family in wanted.families]
        return any(cleared)

    def _has(self, family: Family) -> bool:
        return (self.folder / family.name / PIN).exists()

    def _clear(self, family: Family, scratch: Path) -> bool:
        """Moved first and thrown away later: no moment has half of it in its place."""
        place = self.folder / family.name
        if not place.exists():
            return False
        place.rename(scratch / f"{family.name}.old")
        return True

    @contextmanager
    def _scratch(self) -> Iterator[Path]:
        self.folder.mkdir(parents=True, exist_ok=True)
        for left in self.folder.glob(f"{HALF}*"):
            if time.time() - left.stat().st_mtime > ABANDONED:
                rmtree(left)
        with TemporaryDirectory(dir=self.folder, prefix=HALF) as scratch:
            yield Path(scratch)


def unpack(archive: Path, family: Family, into: Path) -> None:
    """The few files that are kept, and nothing else of an archive."""
    with tarfile.open(archive) as packed:
        wanted = {f"package/{source}": name for name, source in family.sources.items()}
        for member in packed:
            name, content = wanted.pop(member.name, None), packed.extractfile(member)
            if name and content:
                with (into / name).open("wb") as file:
                    copyfileobj(content, file)
    if wanted:
        raise ValueError(f"{family.package}: {', '.join(wanted)}?")


def _flush(folder: Path) -> None:
    """A name must not be on the disk before what it names: the power may go."""
    for path in folder.iterdir():
        with path.open("rb") as file:
            os.fsync(file.fileno())
