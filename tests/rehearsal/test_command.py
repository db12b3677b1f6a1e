"""`workshop rehearse`, as people start and stop it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.rehearsal.hall import Hall, wait_until
from tests.server import free_port
from workshop.events import Answered, Joined
from workshop.rehearsal.commands import rehearse

PARENT = """
import subprocess, sys, time
subprocess.Popen([sys.executable, "-m", "workshop", "rehearse", *sys.argv[1:]])
time.sleep(60)
"""


def started(*arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "workshop", "rehearse", *arguments]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, env=dict(os.environ))


def test_it_answers_until_ctrl_c_and_says_in_one_line_what_came_of_it(hall: Hall) -> None:
    workshop = hall.workshop()
    hall.show(workshop, 12)
    typed = f" {workshop.code[:3].lower()}-{workshop.code[3:].lower()}"

    process = started(typed, "--phones", "10", "--url", hall.url, "--pace", "lively")
    wait_until(lambda: hall.count(workshop, Answered) > 0)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)

    assert process.returncode == 0
    assert err == ""
    assert out.startswith(f"Rehearsal of {workshop.code}: ")
    assert " of 10 phones came in, " in out
    assert out.count("\n") == 1


def test_it_ends_by_a_signal_while_the_phones_still_come_in(hall: Hall) -> None:
    workshop = hall.workshop()

    process = started(workshop.code, "--phones", "60", "--url", hall.url)
    wait_until(lambda: hall.count(workshop, Joined) > 0)
    process.terminate()
    out, err = process.communicate(timeout=60)

    assert process.returncode == 0
    assert err == ""
    assert out.endswith("nothing sent yet.\n")


def test_it_ends_when_the_demo_that_started_it_has_ended_with_its_server(tmp_path: Path) -> None:
    hall = Hall(tmp_path)
    hall.open()
    workshop = hall.workshop()
    out = tmp_path / "out"
    command = [sys.executable, "-c", PARENT, workshop.code, "--phones", "2", "--url", hall.url]
    with out.open("w") as file:
        parent = subprocess.Popen(command, stdout=file, stderr=file)
    wait_until(lambda: hall.count(workshop, Joined) == 2)

    hall.lose()
    parent.kill()
    parent.wait()

    wait_until(lambda: "2 of 2 phones came in" in out.read_text(), 10)
    assert "Error" not in out.read_text()


def test_a_wrong_code_is_one_line_and_a_failure(hall: Hall) -> None:
    process = started("XXXXXX", "--url", hall.url)
    out, err = process.communicate(timeout=60)

    assert process.returncode == 1
    assert out == ""
    assert "no workshop with the code XXXXXX" in err
    assert err.count("\n") == 1


def test_a_server_that_is_not_there_is_one_line_and_a_failure() -> None:
    began = time.monotonic()
    process = started("XXXXXX", "--url", f"http://127.0.0.1:{free_port()}")
    _, err = process.communicate(timeout=60)

    assert process.returncode == 1
    assert "start it: workshop serve" in err
    assert err.count("\n") == 1
    assert time.monotonic() - began < 8


@pytest.mark.parametrize("url", ["127.0.0.1:8000", "ftp://127.0.0.1", "http://"])
def test_an_address_that_is_none_is_refused(url: str) -> None:
    result = CliRunner().invoke(rehearse, ["K7PX2M", "--url", url])

    assert result.exit_code == 2
    assert "is no address such as" in result.stderr


def test_help_has_an_example() -> None:
    assert "Example: workshop rehearse" in CliRunner().invoke(rehearse, ["--help"]).stdout
