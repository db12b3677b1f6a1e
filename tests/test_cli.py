"""The `workshop` command speaks the language of who sits at the terminal."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from workshop.cli import spoken_by, workshop
from workshop.config import Settings
from workshop.decks.store import BUNDLED
from workshop.demo import Ready, block
from workshop.language import speaking

DECK = BUNDLED / "onderwijsambassadeurs.md"


@pytest.fixture
def dutch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setenv("WORKSHOP_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("LC_ALL", "nl_NL.UTF-8")
    return monkeypatch


def typed(*arguments: object) -> Result:
    return CliRunner().invoke(workshop, [str(argument) for argument in arguments])


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "de_AT.UTF-8"}, "de"),
        ({"LANG": "fr_FR@euro"}, "fr"),
        ({"LANG": "pt_BR.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({}, "en"),
        ({"LANG": "nl_NL.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "nl_BE.UTF-8", "LC_ALL": ""}, "nl"),
    ],
)
def test_it_speaks_the_language_of_the_terminal(environment: dict[str, str], language: str) -> None:
    assert spoken_by(environment) == language


@pytest.mark.usefixtures("dutch")
def test_what_was_done_is_told_in_dutch(tmp_path: Path) -> None:
    migrated = typed("migrate")
    checked = typed("decks", "check", DECK)
    added = typed("users", "add", "els@school.nl", "--name", "Els de Vries")
    typed("decks", "load", DECK)
    started = typed("workshops", "start", "Onderwijs", "--owner", "els@school.nl")
    listed = typed("workshops", "list")
    exported = typed("leads", "export", "--output", tmp_path / "leads.csv")

    assert migrated.stdout == "De database is bij de tijd.\n"
    assert checked.stdout == f"{DECK}: 18 dia’s, geen fouten.\n"
    assert added.stdout.startswith("Els de Vries <els@school.nl> is toegevoegd, als presenter.\n")
    assert started.stdout.startswith("‘Onderwijsambassadeurs’ is begonnen, met de code ")
    assert "  loopt      Onderwijsambassadeurs" in listed.stdout
    assert exported.stderr == f"De aanmeldingen staan in {tmp_path / 'leads.csv'}.\n"


def test_who_speaks_english_gets_english(dutch: pytest.MonkeyPatch) -> None:
    dutch.setenv("LC_ALL", "en_GB.UTF-8")

    assert typed("migrate").stdout == "The database is up to date.\n"


@pytest.mark.usefixtures("dutch")
def test_what_went_wrong_is_told_in_dutch() -> None:
    typed("migrate")

    assert typed("users", "link", "eva@school.nl").stderr == (
        "Fout: eva@school.nl heeft geen account; wie wel: workshop users list\n"
    )
    assert typed("leads", "export", "--workshop", "XXXXXX").stderr == (
        "Fout: er is geen workshop met de code XXXXXX\n"
    )


def test_the_demo_says_in_dutch_where_to_go(settings: Settings) -> None:
    ready = Ready("K7PX2M", "key", "/sign-in/once", goes_on=False)

    with speaking("nl"):
        printed = block(settings, ready)

    assert "De workshop staat klaar." in printed
    assert "  Presentator   http://localhost:8000/sign-in/once\n" in printed
    assert "  Groot scherm  http://localhost:8000/projector/key\n" in printed
    assert "Met Ctrl-C stop je" in printed


def test_a_line_that_ends_the_command_is_dutch_too(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "workshop", "decks", "list"],
        env={**os.environ, "WORKSHOP_DATA": str(tmp_path), "LC_ALL": "nl_NL.UTF-8"},
        capture_output=True,
        text=True,
    )

    assert done.returncode == 1
    assert done.stderr == "Fout: de database is niet bij de tijd; eerst: workshop migrate\n"
