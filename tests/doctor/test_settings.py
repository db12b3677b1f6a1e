from pathlib import Path

import pytest

from workshop import config
from workshop.doctor import settings


def test_the_doctor_sees_what_the_server_will_have(tmp_path: Path) -> None:
    environment = {
        "WORKSHOP_DATA": str(tmp_path / "data"),
        "WORKSHOP_PORT": "8123",
        "WORKSHOP_PUBLIC_URL": "https://workshop.example.org/",
        "WORKSHOP_SMTP_URL": "smtp://mail.example.org",
    }
    loaded = config.load(environment)

    assert settings.look(environment) == loaded


def test_looking_makes_nothing(tmp_path: Path) -> None:
    found = settings.look({"WORKSHOP_DATA": str(tmp_path / "data")})

    assert found.secret == ""
    assert found.database_url.endswith("/data/workshop.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_a_database_elsewhere_stays_elsewhere(tmp_path: Path) -> None:
    environment = {"WORKSHOP_DATA": str(tmp_path), "WORKSHOP_DATABASE_URL": "postgresql://db/x"}

    assert settings.look(environment).database_url == "postgresql://db/x"


def test_a_number_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="WORKSHOP_PORT"):
        settings.look({"WORKSHOP_DATA": str(tmp_path), "WORKSHOP_PORT": "eight"})
