"""The wheel, as somebody gets it who has no checkout."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from workshop import __version__

ROOT = Path(__file__).parents[2]
HASHES = re.compile(r" \\\n +--hash=\S+")  # a wheel without one is refused beside them
STATIC_FILE = re.compile(r"/(static/[^\"]+\.(?:css|js))\"")
READY_WITHIN = 60  # seconds

# One worker builds the wheel and installs it, once.
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip(Path(sys.executable), "wheel", "--no-deps", "--no-build-isolation", "-w", folder, ROOT)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`workshop` in an environment that holds nothing but the wheel and what it asks for."""
    home = tmp_path_factory.mktemp("installed")
    pins = home / "pins.txt"
    pins.write_text(HASHES.sub("", (ROOT / "requirements.txt").read_text()))
    subprocess.run([sys.executable, "-m", "venv", home], check=True)
    install(home / "bin" / "python", "--constraint", pins, wheel)
    return home / "bin" / "workshop"


def test_the_wheel_has_the_version_that_the_package_says(wheel: Path) -> None:
    assert wheel.name == f"workshop_toolkit-{__version__}-py3-none-any.whl"


def test_the_wheel_carries_every_file_of_the_package(wheel: Path) -> None:
    ours = {name for name in names(wheel) if name.startswith("workshop/")}

    missing = {*files("workshop")} - ours

    assert missing == set()


def test_the_wheel_carries_what_browsers_and_cards_need(wheel: Path) -> None:
    wanted = {
        *(f"workshop/{name}" for name in files("templates")),
        *(f"workshop/{name}" for name in files("static/css")),
        *(f"workshop/{name}" for name in files("static/js")),
        "workshop/static/vendor/socket.io/socket.io.esm.min.js",
        "workshop/static/vendor/fraunces/latin.woff2",
        "workshop/static/vendor/noto-sans/regular.ttf",
        "workshop/static/vendor/noto-sans/LICENSE",
        "workshop/static/vendor/outlines/nl.json",
    }

    missing = wanted - names(wheel)

    assert missing == set()


def test_the_wheel_leaves_out_what_only_the_build_and_the_tests_need(wheel: Path) -> None:
    strangers = {"axe", "east", "axe.min.js", "package.json", "package-lock.json", ".npmrc", "tests"}

    carried = {part for name in names(wheel) for part in name.split("/")}

    assert carried & strangers == set()
    assert not any(part.endswith(".pyc") for part in carried)


def test_the_installed_command_explains_itself_from_another_folder(command: Path, tmp_path: Path) -> None:
    said = subprocess.run([command, "--help"], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert said.returncode == 0, said.stderr
    assert "serve" in said.stdout


def test_the_installed_server_answers_from_another_folder(command: Path, tmp_path: Path) -> None:
    with served(command, tmp_path) as address:
        page = fetched(address).decode()
        named = STATIC_FILE.findall(page)
        files_of_the_page = [fetched(address + name) for name in named]
        vendor = named[0].partition("css/")[0] + "vendor/"
        font = fetched(f"{address}{vendor}fraunces/latin.woff2")

    assert "<html" in page
    assert all(files_of_the_page)
    assert font.startswith(b"wOF2")


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as opened:
        return set(opened.namelist())


def files(folder: str) -> Iterator[str]:
    for path in (ROOT / folder).rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(ROOT).as_posix()


def install(python: Path, *arguments: str | Path) -> None:
    """By uv without any network: `make setup` filled its cache. Where that used pip, by pip."""
    uv = Path(sys.executable).with_name("uv")
    offline = [uv, "pip", "install", "--offline", "--python", python, *arguments]
    if not uv.exists() or subprocess.run(offline, capture_output=True, check=False).returncode:
        pip(python, "install", *arguments)


def pip(python: Path, *arguments: str | Path) -> None:
    ran = subprocess.run(
        [python, "-m", "pip", "--quiet", *arguments], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr


@contextmanager
def served(command: Path, folder: Path) -> Iterator[str]:
    port = free_port()
    settings = {
        "WORKSHOP_DATA": str(folder / "data"),
        "WORKSHOP_HOST": "127.0.0.1",
        "WORKSHOP_PORT": str(port),
    }
    log = (folder / "log").open("wb")
    server = subprocess.Popen(
        [command, "serve"], cwd=folder, env=os.environ | settings, stdout=log, stderr=log
    )
    try:
        address = f"http://127.0.0.1:{port}/"
        wait_for(address, server, folder / "log")
        yield address
    finally:
        server.terminate()
        server.wait(timeout=60)
        log.close()


def free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


def wait_for(address: str, server: "subprocess.Popen[bytes]", log: Path) -> None:
    give_up = time.monotonic() + READY_WITHIN
    while time.monotonic() < give_up and server.poll() is None:
        try:
            fetched(address)
        except urllib.error.HTTPError:
            return  # it is up; what is wrong is the test's to say
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"`workshop serve` does not answer; it wrote:\n{log.read_text()}")


def fetched(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=60) as answer:
        return bytes(answer.read())
