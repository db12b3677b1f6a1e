"""Which Chromium the browser tests take, and what they say where there is none."""

import shutil
from pathlib import Path

import pytest

from tests.browser import chromium


@pytest.fixture(autouse=True)
def _no_browser_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(chromium.VARIABLE, raising=False)


def test_a_chromium_on_the_path_comes_before_playwrights_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("google-chrome", "chromium"):
        (tmp_path / name).touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))

    found = list(chromium.candidates())

    assert found == [
        str(tmp_path / "chromium"),
        str(tmp_path / "google-chrome"),
        chromium.PLAYWRIGHTS_OWN,
    ]


def test_a_chromium_that_the_variable_names_is_the_only_one_tried(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(chromium.VARIABLE, "/opt/mine")

    assert list(chromium.candidates()) == ["/opt/mine"]
    assert list(chromium.sources()) == []
    assert "/opt/mine" in chromium.advice()


@pytest.mark.parametrize(("user", "first"), [(0, "Debian's, by apt-get"), (1000, "Playwright's")])
def test_only_root_asks_debian_for_a_browser(monkeypatch: pytest.MonkeyPatch, user: int, first: str) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr("os.geteuid", lambda: user)

    assert next(chromium.sources())[0] == first


def test_where_no_browser_starts_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stub = tmp_path / "chromium"
    stub.write_text("#!/bin/sh\nexit 1\n")
    stub.chmod(0o755)
    monkeypatch.setattr(chromium, "candidates", lambda: iter([str(stub)]))
    monkeypatch.setattr(chromium, "sources", lambda: iter([("nothing", (("false",),))]))

    said = chromium.main()

    assert said is not None
    assert "apt-get install chromium" in said
    assert "\n" not in said
