"""Who may import whom, and what is pure: the house stays as it was drawn."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "workshop"
APART = ("live", "cards", "leads")
"""Parts that meet in events only."""
IMPURE = {
    "flask",
    "gevent",
    "os",
    "pathlib",
    "random",
    "socket",
    "sqlalchemy",
    "subprocess",
    "threading",
    "time",
}
NO_NAMES = {"utils", "helpers", "manager", "service", "common", "misc"}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def is_pure(path: Path) -> bool:
    """Whether a module says so of itself; all kinds of slides are."""
    says = ast.get_docstring(ast.parse(path.read_text())) or ""
    return path.parent.name == "kinds" or re.search(r"\bpure\b", says, re.IGNORECASE) is not None


def imports(path: Path) -> set[str]:
    """The full names that a module imports, also inside functions."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("part", APART)
def test_live_cards_and_leads_do_not_import_each_other(part: str) -> None:
    others = tuple(f"workshop.{other}" for other in APART if other != part)

    found = {
        (str(path.relative_to(PACKAGE)), name)
        for path in (PACKAGE / part).rglob("*.py")
        for name in imports(path)
        if name.startswith(others)
    }

    assert not found


@pytest.mark.parametrize("path", list(filter(is_pure, modules())), ids=str)
def test_what_says_that_it_is_pure_does_no_io_and_knows_no_clock(path: Path) -> None:
    names = imports(path)
    if "random.Random" in names:
        names -= {"random", "random.Random"}  # chance is handed in

    assert not {name.partition(".")[0] for name in names} & IMPURE


@pytest.mark.parametrize("name", ["events", "answers", "live/room", "cards/side", "leads/field"])
def test_the_cores_say_that_they_are_pure(name: str) -> None:
    assert is_pure(PACKAGE / f"{name}.py")


def test_nothing_is_named_after_what_it_is_not() -> None:
    assert not [path for path in modules() if path.stem in NO_NAMES or path.parent.name in NO_NAMES]


def test_importing_everything_starts_no_thread_and_opens_no_connection(tmp_path: Path) -> None:
    names = [
        ".".join(("workshop", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")
        for path in modules()
        if "migrations" not in path.parts and path.name != "__main__.py"
    ]
    program = (
        "import importlib, sys, threading\n"
        # Comes with the tests only, is used by engineio where it is there, and tries out IPv6 at its import.
        "sys.modules['requests'] = None\n"
        "seen = []\n"
        "sys.addaudithook(lambda event, args: seen.append((event, str(args)))"
        " if event in ('socket.connect', 'socket.bind', 'sqlite3.connect') else None)\n"
        f"for name in {names!r}: importlib.import_module(name)\n"
        "assert not seen, seen\n"
        "assert threading.active_count() == 1, threading.enumerate()\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, timeout=240
    )

    assert done.returncode == 0, done.stderr
    assert not list(tmp_path.iterdir())
