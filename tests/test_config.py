"""The settings: from the environment, with a default for each."""

import stat
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from pathlib import Path

import pytest

from workshop import config
from workshop.config import Settings

NUMBERS = ["PORT", "PROXIES", "ANSWERS_PER_MINUTE", "WRONG_CODES_PER_MINUTE"]


def load(data: Path, **settings: str) -> Settings:
    """With WORKSHOP_ before the names."""
    named = {f"WORKSHOP_{name}": value for name, value in settings.items()}
    return config.load({"WORKSHOP_DATA": str(data), **named})


def test_every_setting_has_a_default(tmp_path: Path) -> None:
    settings = load(tmp_path)

    assert settings.data == tmp_path
    assert settings.database_url == f"sqlite:///{tmp_path / 'workshop.sqlite'}"
    assert (settings.host, settings.port, settings.proxies) == ("0.0.0.0", 8000, 0)
    assert settings.public_url is settings.smtp_url is None
    assert settings.answers_per_minute > 0
    assert settings.wrong_codes_per_minute > 0


def test_every_setting_is_set_by_its_variable(tmp_path: Path) -> None:
    given = {
        "DATABASE_URL": "postgresql://localhost/workshop",
        "SECRET": "s" * 40,
        "HOST": "127.0.0.1",
        "PORT": "8123",
        "PUBLIC_URL": "https://workshop.example.org",
        "PROXIES": "2",
        "SMTP_URL": "smtp://localhost:25",
        "MAIL_FROM": "workshop@example.org",
        "ORGANISATION": "De Club",
        "CONTACT": "privacy@example.org",
        "ANSWERS_PER_MINUTE": "7",
        "WRONG_CODES_PER_MINUTE": "9",
    }

    settings = load(tmp_path, **given)

    for name, value in given.items():
        assert str(getattr(settings, name.lower())) == value
    assert {field.name.upper() for field in fields(Settings)} == {"DATA", "WEBHOOKS_PRIVATE", *given}


def test_webhooks_go_into_an_inner_network_only_where_that_is_said(tmp_path: Path) -> None:
    assert load(tmp_path, WEBHOOKS_PRIVATE="yes").webhooks_private
    assert not load(tmp_path, WEBHOOKS_PRIVATE="no").webhooks_private
    assert not load(tmp_path).webhooks_private
    with pytest.raises(ValueError, match="WORKSHOP_WEBHOOKS_PRIVATE must be yes or no, not 'perhaps'"):
        load(tmp_path, WEBHOOKS_PRIVATE="perhaps")


def test_every_setting_says_its_variable_in_the_one_place_where_it_is_described() -> None:
    described = Path(config.__file__).read_text()

    for field in fields(Settings):
        assert f'"""WORKSHOP_{field.name.upper()}' in described


def test_a_variable_that_is_empty_counts_as_not_there(tmp_path: Path) -> None:
    names = [field.name.upper() for field in fields(Settings) if field.name != "data"]

    assert load(tmp_path, **dict.fromkeys(names, "")) == load(tmp_path)


def test_the_data_folder_is_made_with_a_place_for_files(tmp_path: Path) -> None:
    settings = load(tmp_path / "a" / "b")

    assert settings.files == tmp_path / "a" / "b" / "files"
    assert settings.files.is_dir()


def test_a_data_folder_of_somebodys_own_is_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))

    assert config.load({}).data == tmp_path / "data"
    assert config.load({"WORKSHOP_DATA": "~/mine"}).data == tmp_path / "mine"


def test_the_secret_is_made_once_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    first, again = load(tmp_path), load(tmp_path)

    assert first.secret == again.secret
    assert len(first.secret) >= 43, "256 bits"
    assert stat.S_IMODE((tmp_path / "secret").stat().st_mode) == 0o600


def test_each_installation_has_a_secret_of_its_own(tmp_path: Path) -> None:
    assert load(tmp_path / "one").secret != load(tmp_path / "other").secret


def test_a_secret_from_the_environment_is_written_nowhere(tmp_path: Path) -> None:
    assert load(tmp_path, SECRET="geheim").secret == "geheim"
    assert not (tmp_path / "secret").exists()


def test_processes_that_start_together_end_up_with_one_secret(tmp_path: Path) -> None:
    load(tmp_path)

    with ThreadPoolExecutor(8) as processes:
        secrets = {settings.secret for settings in processes.map(lambda _n: load(tmp_path), range(32))}

    assert len(secrets) == 1


@pytest.mark.parametrize("name", NUMBERS)
@pytest.mark.parametrize("text", ["veel", "1.5", "0x10", "²"])
def test_what_is_no_number_is_told_with_the_variables_name(tmp_path: Path, name: str, text: str) -> None:
    with pytest.raises(ValueError, match=f"WORKSHOP_{name} must be a whole number, not '{text}'"):
        load(tmp_path, **{name: text})


@pytest.mark.parametrize(
    ("url", "kept", "secure"),
    [
        ("https://workshop.example.org/", "https://workshop.example.org", True),
        ("https://workshop.example.org//", "https://workshop.example.org", True),
        ("http://192.168.1.20:8000", "http://192.168.1.20:8000", False),
    ],
)
def test_a_public_address_has_no_slash_at_its_end_and_says_whether_it_is_secure(
    tmp_path: Path, url: str, kept: str, secure: bool
) -> None:
    settings = load(tmp_path, PUBLIC_URL=url)

    assert settings.public_url == kept
    assert settings.secure is secure


def test_a_data_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(OSError, match="file"):
        load(tmp_path / "file")
