import os
from dataclasses import replace
from pathlib import Path

import pytest

from workshop.doctor import folder
from workshop.doctor.finding import Level
from workshop.doctor.folder import Folder

FINE = Folder(Path("/srv/workshop"), there=True, writable=True, free=12_300_000_000)


def test_a_writable_folder_with_room_is_fine() -> None:
    found = folder.judge(FINE)

    assert found.level is Level.GOOD
    assert "/srv/workshop, 12.3 GB free" in found.text


@pytest.mark.parametrize(
    ("seen", "level", "says"),
    [
        (replace(FINE, writable=False), Level.BAD, "cannot be written"),
        (replace(FINE, closed=(Path("/srv/workshop/x"),)), Level.BAD, "/srv/workshop/x"),
        (replace(FINE, free=100_000_000), Level.BAD, "100 MB free"),
        (replace(FINE, free=500_000_000), Level.WARNING, "500 MB free"),
        (replace(FINE, owners=("els", "root")), Level.WARNING, "belongs to els, root"),
        (replace(FINE, there=False), Level.WARNING, "not there yet"),
        (replace(FINE, there=False, writable=False), Level.BAD, "cannot be made"),
    ],
)
def test_what_is_wrong_with_it_is_said(seen: Folder, level: Level, says: str) -> None:
    found = folder.judge(seen)

    assert found.level is level
    assert says in found.text
    assert found.remedy


def test_a_real_folder_is_looked_at_and_left_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "workshop.sqlite").touch()

    seen = folder.look(tmp_path)

    assert (seen.there, seen.writable, seen.closed, seen.owners) == (True, True, (), ())
    assert seen.free > 0
    assert [path.name for path in tmp_path.iterdir()] == ["workshop.sqlite"]


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    seen = folder.look(tmp_path / "deep" / "data")

    assert not seen.there
    assert seen.writable
    assert not (tmp_path / "deep").exists()


def test_a_file_in_the_place_of_the_folder_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "data").touch()

    assert folder.judge(folder.look(tmp_path / "data")).level is Level.BAD


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_of_somebody_else_is_noticed(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)

    seen = folder.look(tmp_path)

    tmp_path.chmod(0o700)
    assert not seen.writable
