"""`workshop designs`: one's own designs beside those that come along."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from workshop.cards.design import BUILT_IN
from workshop.prints.design_commands import designs
from workshop.prints.designs import Designs
from workshop.refused import Refused


def run(*arguments: object) -> Result:
    return CliRunner().invoke(designs, [str(argument) for argument in arguments])


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WORKSHOP_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A design of one's own, made from one that comes along, as the command's help tells."""
    path = tmp_path / "mine.yaml"
    path.write_text(run("show", "letter").stdout)
    return path


def test_a_design_is_shown_checked_added_listed_and_removed(mine: Path, data: Path) -> None:
    assert mine.read_text() == (BUILT_IN / "letter.yaml").read_text()
    assert run("check", mine).stdout == f"{mine}: no mistakes.\n"
    assert run("add", mine).stdout == "Added mine.\n"
    assert "\nmine " in run("list").stdout
    assert Designs(data / "designs").get("mine").front
    assert run("remove", "mine").stdout == "Removed mine.\n"
    assert "mine" not in run("list").stdout


def test_a_mistake_is_told_with_its_line_and_nothing_is_added(mine: Path, data: Path) -> None:
    mine.write_text(mine.read_text().replace("colour: ", "colour: sky", 1))

    checked, added = run("check", mine), run("add", mine)

    assert checked.exit_code == added.exit_code == 1
    assert "sky" in str(checked.exception)
    assert not (data / "designs").exists()


def test_a_file_that_was_spoiled_later_is_no_design_any_more(mine: Path, data: Path) -> None:
    run("add", mine)
    (data / "designs" / "mine.yaml").write_text("front: [")

    assert "cannot be read" in run("list").stdout
    with pytest.raises(Refused):
        Designs(data / "designs").get("mine")


@pytest.mark.parametrize("name", ["../mine", "/etc/passwd", "field/../../mine", "", "base"])
def test_a_name_is_never_a_path(mine: Path, data: Path, name: str) -> None:
    (data / "designs").mkdir(parents=True)
    (data / "mine.yaml").write_text(mine.read_text())

    assert Designs(data / "designs").find(name) is None


def test_the_name_of_one_that_comes_along_is_taken(mine: Path) -> None:
    taken = mine.rename(mine.with_name("field.yaml"))

    assert run("add", taken).exit_code == 1
    assert run("remove", "field").exit_code == 1


def test_help_has_examples() -> None:
    for command in ((), ("list",), ("show",), ("check",), ("add",), ("remove",)):
        assert "Example: workshop designs" in run(*command, "--help").stdout
