"""The laptop's disk is full: phones hear so, nothing acknowledged is lost, and with room it goes on."""

import asyncio
import subprocess
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import IO, Any

import pytest

from tests.bench.hall import Hall
from tests.faults import journals
from tests.faults.halls import answer, open_hall

Acknowledged = dict[str, list[int]]
NOTICED_AFTER = 1000
"""Answers: the database's files have some room in themselves."""


class Disk:
    """A small disk of its own, in memory."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ballast = folder / "ballast"

    def fill(self) -> None:
        """Leaves not a byte."""
        with self._ballast.open("ab", buffering=0) as file:
            for size in (65_536, 4_096, 1):
                _write_until_full(file, bytes(size))

    def make_room(self) -> None:
        """Takes away what filled it."""
        self._ballast.unlink()


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("nobody but root can mount a disk; test_full_database.py needs none")
    try:
        yield Disk(folder)
    finally:
        # Lazy: this process may still hold the database open.
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.mark.slow
def test_phones_hear_of_a_full_disk_and_their_answer_is_kept_once_there_is_room(
    disk: Disk, tmp_path: Path
) -> None:
    hall = open_hall(tmp_path, disk.folder / "data")
    hall.server.start()

    try:
        acknowledged, refusal = asyncio.run(_answer_on(hall, disk))
    finally:
        hall.server.stop()

    written = journals.read(hall.server.database, hall.workshop_id)
    assert refusal["error"] == "disk_full"
    assert refusal["again"] is True
    assert {name: written.numbers.get(name) for name in acknowledged} == acknowledged
    journals.assert_whole(written)


async def _answer_on(hall: Hall, disk: Disk) -> tuple[Acknowledged, dict[str, Any]]:
    """A phone answers until the disk is full, and goes on when there is room."""
    line = await hall.phone().open(hall.server.port)
    acknowledged: Acknowledged = {}
    for number in count():
        submission = answer(hall, number)
        if number == 10:
            disk.fill()
        said = await line.ask("submit", submission)
        if "error" in said or number == NOTICED_AFTER:
            break
        acknowledged[submission["id"]] = [said["ok"]]
    disk.make_room()
    acknowledged[submission["id"]] = [(await line.ask("submit", submission))["ok"]]
    line.close()
    return acknowledged, said


def _write_until_full(file: IO[bytes], block: bytes) -> None:
    try:
        while file.write(block):
            pass
    except OSError:
        return
