"""What is installed is pinned by hash, and from wherever the machine is told to get it."""

import json
import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = {"dev": ROOT / "requirements.txt", "bench": ROOT / "tests" / "bench" / "requirements.txt"}
NAME = re.compile(r"^[A-Za-z0-9._-]+")


@pytest.mark.parametrize("lock", LOCKS.values(), ids=LOCKS.keys())
def test_each_python_package_is_pinned_with_hashes(lock: Path) -> None:
    pins = pinned(lock)

    unhashed = [name for name, text in pins.items() if "==" not in text or "sha256:" not in text]
    assert unhashed == []


@pytest.mark.parametrize("group", LOCKS)
def test_each_dependency_is_in_the_lock(group: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    everywhere = project["project"]["dependencies"] if group == "dev" else []
    asked = chain(everywhere, project["dependency-groups"][group])

    missing = {named(line) for line in asked} - pinned(LOCKS[group]).keys()

    assert missing == set()


def test_each_npm_package_is_locked_with_its_integrity() -> None:
    packages = json.loads((ROOT / "static" / "package-lock.json").read_text())["packages"]

    unlocked = [name for name, package in packages.items() if name and "integrity" not in package]

    assert len(packages) > 1
    assert unlocked == []


def test_no_lock_names_the_address_of_a_registry() -> None:
    lock = (ROOT / "static" / "package-lock.json").read_text()
    requirements = "".join(path.read_text() for path in LOCKS.values())

    assert '"resolved"' not in lock
    assert "://" not in requirements
    assert not re.search(r"^\s*-(?!-hash)", requirements, re.MULTILINE)


def test_what_both_locks_have_is_of_one_version() -> None:
    dev, bench = pinned(LOCKS["dev"]), pinned(LOCKS["bench"])

    assert {name: bench[name] for name in bench.keys() & dev} == {
        name: dev[name] for name in bench.keys() & dev
    }


def pinned(lock: Path) -> dict[str, str]:
    """Each requirement by its name."""
    lines = lock.read_text().replace("\\\n", " ").splitlines()
    return {named(line): line for line in lines if NAME.match(line)}


def named(requirement: str) -> str:
    match = NAME.match(requirement)
    assert match
    return match[0].lower()
