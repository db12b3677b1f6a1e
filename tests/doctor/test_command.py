"""`workshop doctor`, all of it."""

import os
import socket
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.doctor.answering import Answering, saying
from tests.server import Server, free_port
from workshop.cli import workshop
from workshop.doctor.commands import doctor, verdict
from workshop.doctor.finding import Level, bad, good, warning
from workshop.language import speaking


def examined(*arguments: str, **environment: str) -> Result:
    cleared = dict.fromkeys(name for name in os.environ if name.startswith("WORKSHOP_"))
    env = {**cleared, "LC_ALL": "C.UTF-8", **environment}
    return CliRunner().invoke(workshop, ["doctor", *arguments], env=env)


def test_a_fresh_laptop_gets_notes_and_a_real_handshake_and_nothing_is_made(tmp_path: Path) -> None:
    data = tmp_path / "data"

    result = examined(WORKSHOP_DATA=str(data), WORKSHOP_PORT=str(free_port()))

    assert result.exit_code == 0, result.stdout
    assert "! note     Data folder" in result.stdout
    assert "✓ fine     Fonts and scripts" in result.stdout
    assert "does not run; started one for these tests" in result.stdout
    assert "✓ fine     Websocket          works through http://127.0.0.1:" in result.stdout
    assert "It will work, with " in result.stdout
    assert result.stderr == ""
    assert not data.exists()


def test_a_running_server_is_tested_itself_and_in_dutch_for_who_speaks_dutch(
    tmp_path: Path,
) -> None:
    server = Server(tmp_path / "data", "web")
    server.start()
    environment = server.environment | {"WORKSHOP_HOST": "0.0.0.0", "LC_ALL": "nl_NL.UTF-8"}

    result = examined(**environment)

    server.stop()
    assert result.exit_code == 0, result.stdout
    assert server.base in result.stdout
    assert "✗" not in result.stdout
    assert f"✓ goed     Server             draait op {server.base}" in result.stdout


def test_what_must_be_mended_gives_a_status(tmp_path: Path) -> None:
    other = Answering(saying("HTTP/1.1 404 Not Found", "Content-Length: 0", "", ""))

    result = examined(WORKSHOP_DATA=str(tmp_path), WORKSHOP_PORT=str(other.port))

    other.stop()
    assert result.exit_code == 1
    assert f"✗ mend     Server             something else answers at {other.url}" in result.stdout
    assert "1 thing must be mended." in result.stdout


def test_a_port_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    with socket.socket() as taken:  # it does not listen, so nobody answers there
        taken.bind(("0.0.0.0", 0))
        port = taken.getsockname()[1]
        url = f"http://127.0.0.1:{port}"
        address = {"WORKSHOP_PORT": str(port), "WORKSHOP_PUBLIC_URL": url}
        result = examined(WORKSHOP_DATA=str(tmp_path), **address)

    assert result.exit_code == 1
    assert f"it does not start on port {port}: Error: " in result.stdout
    assert f"{url} does not answer" in result.stdout
    assert "Traceback" not in result.stdout + result.stderr


def test_another_address_can_be_tested(tmp_path: Path) -> None:
    url = f"http://127.0.0.1:{free_port()}"

    result = examined("--url", f"{url}/", WORKSHOP_DATA=str(tmp_path))

    assert result.exit_code == 1
    assert f"{url} does not answer: Connection refused" in result.stdout
    assert "Server  " not in result.stdout


def test_a_setting_that_cannot_be_read_is_one_line(tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "workshop", "doctor"],
        env={**os.environ, "WORKSHOP_DATA": str(tmp_path), "WORKSHOP_PORT": "eight"},
        capture_output=True,
        text=True,
    )

    assert result.returncode == 1
    assert result.stderr == "Error: WORKSHOP_PORT must be a whole number, not 'eight'\n"


@pytest.mark.parametrize(
    ("found", "line"),
    [
        ({Level.GOOD: 10}, "All is well."),
        ({Level.GOOD: 8, Level.WARNING: 1}, "It will work, with 1 note."),
        ({Level.WARNING: 2, Level.BAD: 3}, "3 things must be mended."),
    ],
)
def test_the_last_line_is_the_verdict(found: dict[Level, int], line: str) -> None:
    assert verdict(Counter(found)) == line


def test_each_line_says_what_it_is_about_and_what_to_do() -> None:
    findings = [good("Mail", "works"), warning("Clock", "slow"), bad("Secret", "short", "longer")]

    assert [finding.line for finding in findings] == [
        "Mail               works",
        "Clock              slow",
        "Secret             short → longer",
    ]


def test_every_level_has_its_own_sign_and_word_in_both_languages() -> None:
    assert len({level.sign for level in Level}) == 3
    for language in ("nl", "en"):
        with speaking(language):
            assert len({level.word for level in Level}) == 3


def test_help_has_an_example() -> None:
    assert "Example: workshop doctor" in CliRunner().invoke(doctor, ["--help"]).stdout
