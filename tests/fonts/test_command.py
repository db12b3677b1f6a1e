"""`workshop fonts`: which there are, more of them, fewer of them."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.fonts.test_shelf import from_here
from workshop.cli import workshop
from workshop.fonts import commands


@pytest.fixture(autouse=True)
def fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WORKSHOP_DATA", str(tmp_path))
    monkeypatch.setattr(commands, "fetch", from_here)
    return tmp_path / "fonts"


def typed(*arguments: str) -> Result:
    return CliRunner().invoke(workshop, ["fonts", *arguments])


def test_the_list_tells_what_is_there_and_what_can_be_added() -> None:
    typed("add", "japanese")

    lines = typed("list").stdout.splitlines()

    assert lines[0].startswith("Always there: Europe’s languages, Arabic, ")
    assert (
        lines[1] == "chinese    to add         35 MB, of 96 MB to fetch  Chinese, simplified and traditional"
    )
    assert lines[2] == "japanese   added          11 MB, of 29 MB to fetch  Japanese"
    assert lines[4] == "To add: workshop fonts add chinese korean"


def test_where_all_are_there_nothing_is_offered() -> None:
    typed("add", "all")

    assert "To add" not in typed("list").stdout


def test_what_is_added_is_told_and_is_not_fetched_twice(fonts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = typed("add", "korean", "chinese")
    monkeypatch.setattr(commands, "fetch", None)
    again = typed("add", "korean")

    assert first.stdout == "chinese: added (35 MB)\nkorean: added (12 MB)\n"
    assert "korean: fetching noto-sans-kr (28 MB)…\n" in first.stderr
    assert again.stdout == "korean: is there already\n"
    assert {path.name for path in fonts.iterdir()} == {"noto-sans-kr", "noto-sans-sc", "noto-sans-tc"}


def test_what_is_removed_is_gone(fonts: Path) -> None:
    typed("add", "chinese")

    gone = typed("remove", "chinese", "korean")

    assert gone.stdout == "chinese: removed\nkorean: was not there\n"
    assert [*fonts.iterdir()] == []


def test_a_name_that_there_is_not_is_refused_with_those_that_there_are() -> None:
    refused = typed("add", "klingon")

    assert refused.exit_code == 2
    assert "'chinese', 'japanese', 'korean', 'all'" in refused.stderr


def test_a_folder_that_cannot_be_written_is_told_in_one_line(fonts: Path) -> None:
    fonts.write_text("in the way")

    refused = typed("add", "korean")

    assert refused.exit_code == 1
    assert refused.stderr.splitlines()[-1].startswith(f"Error: {fonts}")
