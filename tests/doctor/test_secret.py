from dataclasses import replace
from pathlib import Path

import pytest

from workshop.config import Settings
from workshop.doctor import secret
from workshop.doctor.finding import Level
from workshop.doctor.secret import Secret

FINE = Secret(Path("/srv/workshop/secret"), there=True, length=64)


@pytest.mark.parametrize("seen", [FINE, Secret(None, there=True, length=32)])
def test_a_long_secret_for_oneself_is_fine(seen: Secret) -> None:
    assert secret.judge(seen).level is Level.GOOD


@pytest.mark.parametrize(
    ("seen", "remedy"),
    [
        (replace(FINE, mode=0o644), "chmod 600 /srv/workshop/secret"),
        (replace(FINE, length=8), "delete the file"),
        (replace(FINE, readable=False), "give it to the user who runs the server"),
        (Secret(None, there=True, length=8), "32 characters"),
    ],
)
def test_a_secret_that_protects_nobody_must_be_mended(seen: Secret, remedy: str) -> None:
    found = secret.judge(seen)

    assert found.level is Level.BAD
    assert remedy in found.remedy


def test_before_the_first_start_there_is_none() -> None:
    assert secret.judge(Secret(Path("x"), there=False)).level is Level.WARNING


def test_the_secret_that_the_server_makes_is_fine_until_others_can_read_it(
    settings: Settings,
) -> None:
    path = settings.data / "secret"
    before = secret.judge(secret.look(settings, from_environment=False))

    path.chmod(0o640)
    after = secret.judge(secret.look(settings, from_environment=False))

    assert (before.level, after.level) == (Level.GOOD, Level.BAD)


def test_a_secret_in_the_environment_has_no_file(settings: Settings) -> None:
    seen = secret.look(replace(settings, secret="x" * 40), from_environment=True)

    assert seen == Secret(None, there=True, length=40)


def test_a_missing_file_is_noticed_and_not_made(settings: Settings) -> None:
    path = settings.data / "secret"
    path.unlink()

    assert not secret.look(settings, from_environment=False).there
    assert not path.exists()
