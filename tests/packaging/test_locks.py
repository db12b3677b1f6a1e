"""What is installed is pinned by hash, and from wherever the machine is told to get it."""

import json
import re
import tomllib
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).parents[2]
NAME = re.compile(r"^[A-Za-z0-9._-]+")


def test_each_python_package_is_pinned_with_hashes() -> None:
    pins = pinned()

    unhashed = [name for name, text in pins.items() if "==" not in text or "sha256:" not in text]
    assert unhashed == []


def test_each_dependency_is_in_the_lock() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    asked = chain(project["project"]["dependencies"], project["dependency-groups"]["dev"])

    missing = {named(line) for line in asked} - pinned().keys()

    assert missing == set()


def test_each_npm_package_is_locked_with_its_integrity() -> None:
    packages = json.loads((ROOT / "static" / "package-lock.json").read_text())["packages"]

    unlocked = [name for name, package in packages.items() if name and "integrity" not in package]

    assert len(packages) > 1
    assert unlocked == []


def test_no_lock_names_the_address_of_a_registry() -> None:
    lock = (ROOT / "static" / "package-lock.json").read_text()
    requirements = (ROOT / "requirements.txt").read_text()

    assert '"resolved"' not in lock
    assert "://" not in requirements
    assert not re.search(r"^\s*-(?!-hash)", requirements, re.MULTILINE)


def pinned() -> dict[str, str]:
    """Each requirement of requirements.txt by its name."""
    lines = (ROOT / "requirements.txt").read_text().replace("\\\n", " ").splitlines()
    return {named(line): line for line in lines if NAME.match(line)}


def named(requirement: str) -> str:
    match = NAME.match(requirement)
    assert match
    return match[0].lower()
