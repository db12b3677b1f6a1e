"""The server to test: the one that runs here, or one started for the moment."""

import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from workshop.config import Settings
from workshop.database import Database
from workshop.doctor.finding import Finding, bad, good
from workshop.doctor.public import ask
from workshop.language import _
from workshop.migrate import migrate

STARTS_WITHIN = 20
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Here:
    """The server on this computer."""

    finding: Finding
    base: str = ""
    """Its address on this computer; empty where none runs and none could be started."""
    secret: str = ""


@contextmanager
def server_here(settings: Settings, environment: Mapping[str, str]) -> Iterator[Here]:
    """The server that runs with these settings, or a stand-in that ends with the `with`."""
    about, base = _("Server"), local(settings)
    status = ask(f"{base}/").status
    if status == 200:
        yield Here(good(about, _("runs at {url}").format(url=base)), base, settings.secret)
    elif status:
        text = _("something else answers at {url}").format(url=base)
        yield Here(bad(about, text, _("end it, or choose another WORKSHOP_PORT")))
    else:
        with _stand_in(settings, environment) as here:
            yield here


def local(settings: Settings) -> str:
    """Where this computer itself reaches the server."""
    host = "127.0.0.1" if settings.host in ("0.0.0.0", "::", "") else settings.host
    return f"http://[{host}]:{settings.port}" if ":" in host else f"http://{host}:{settings.port}"


@contextmanager
def _stand_in(settings: Settings, environment: Mapping[str, str]) -> Iterator[Here]:
    # With a public address it stands where the proxy expects it; else where it disturbs nobody.
    if not settings.public_url:
        settings = replace(settings, host="127.0.0.1", port=_free_port())
    with TemporaryDirectory(prefix="workshop-doctor-") as folder:
        changed = _on_its_own(settings, environment, folder)
        errors = Path(folder) / "errors"
        with errors.open("w") as file, _process(changed, file.fileno()) as process:
            if _comes_up(local(settings), process):
                text = _("does not run; started one for these tests")
                yield Here(good(_("Server"), text), local(settings), changed["WORKSHOP_SECRET"])
            else:
                yield Here(_did_not_start(errors.read_text(), settings))


def _on_its_own(settings: Settings, environment: Mapping[str, str], folder: str) -> dict[str, str]:
    """The environment with an empty database and a secret of its own."""
    database = Database(f"sqlite:///{folder}/workshop.sqlite")
    migrate(database)
    database.engine.dispose()
    return {
        **environment,
        "WORKSHOP_DATA": folder,
        "WORKSHOP_DATABASE_URL": database.url,
        "WORKSHOP_SECRET": secrets.token_urlsafe(48),
        "WORKSHOP_HOST": settings.host,
        "WORKSHOP_PORT": str(settings.port),
    }


@contextmanager
def _process(environment: Mapping[str, str], errors: int) -> Iterator["subprocess.Popen[bytes]"]:
    command = [sys.executable, "-m", "workshop", "web"]
    everything = {**os.environ, **environment}
    process = subprocess.Popen(command, env=everything, stdout=subprocess.DEVNULL, stderr=errors)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _comes_up(base: str, process: "subprocess.Popen[bytes]") -> bool:
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until and process.poll() is None:
        if ask(f"{base}/").status == 200:
            return True
        time.sleep(0.1)
    return False


def _did_not_start(errors: str, settings: Settings) -> Finding:
    said = errors.strip().splitlines()
    text = _("it does not start on port {port}: {why}")
    text = text.format(port=settings.port, why=said[-1] if said else _("no reason given"))
    return bad(_("Server"), text, _("look at WORKSHOP_HOST and WORKSHOP_PORT"))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
