"""Which fonts can be added."""

import json
from pathlib import Path

import pytest

from workshop.fonts.sets import CHINESE, KOREAN, SETS, named

LOCK = Path(__file__).parents[2] / "static" / "package-lock.json"


def test_the_fonts_of_the_tests_are_those_that_people_get() -> None:
    locked = json.loads(LOCK.read_text())["packages"]
    tested = {
        family: locked.get(f"node_modules/{family.package}") for each in SETS for family in each.families
    }

    pins = {family.name: (lock["version"], lock["integrity"]) for family, lock in tested.items() if lock}

    assert pins.keys() == {"noto-sans-jp", "noto-sans-kr", "noto-sans-sc"}
    assert pins == {
        family.name: (family.version, family.integrity) for family in tested if family.name in pins
    }


@pytest.mark.parametrize(
    ("names", "sets"),
    [
        (["korean"], [KOREAN]),
        (["korean", "chinese"], [CHINESE, KOREAN]),
        (["all", "korean"], [*SETS]),
        ([], []),
    ],
)
def test_sets_are_asked_for_by_name(names: list[str], sets: list[object]) -> None:
    assert named(names) == sets
