import tomllib
from pathlib import Path

import pytest

from workshop.assets import VENDOR
from workshop.doctor import files
from workshop.doctor.finding import Level

ROOT = Path(__file__).parents[2]
FOR_TESTS_ONLY = ("axe/", "east/")
MADE_BY_THE_BUILD = {"outlines/nl.json", "emoji/twemoji.zip"}


@pytest.fixture
def vendor(tmp_path: Path) -> Path:
    for name in files.NEEDED:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    return tmp_path


def test_the_files_of_this_installation_are_all_there() -> None:
    assert files.judge(files.look(VENDOR), VENDOR).level is Level.GOOD


@pytest.mark.parametrize("emptied", [True, False])
def test_a_missing_or_an_empty_file_must_be_mended(vendor: Path, emptied: bool) -> None:
    path = vendor / "noto-sans/bold.ttf"
    path.write_text("") if emptied else path.unlink()

    found = files.judge(files.look(vendor), vendor)

    assert found.level is Level.BAD
    assert "noto-sans/bold.ttf" in found.text
    assert "make clean setup" in found.remedy


def test_no_file_that_the_build_fetches_is_forgotten() -> None:
    build = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]
    packages = build["targets"]["wheel"]["hooks"]["custom"]["vendor"].values()

    fetched = {name for package in packages for name in package if "LICENSE" not in name}

    needed = {name for name in fetched if not name.startswith(FOR_TESTS_ONLY)}
    assert set(files.NEEDED) == needed | MADE_BY_THE_BUILD
