"""`workshop demo`: the main job on this laptop, from an empty folder to a running workshop."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass, replace
from pathlib import Path

import click
from sqlalchemy import select
from sqlalchemy.orm import Session

from workshop import config, qr
from workshop.accounts import links
from workshop.accounts.user import find_or_add
from workshop.addresses import Addresses
from workshop.config import Settings
from workshop.database import Database
from workshop.decks.store import BUNDLED_DECK, load
from workshop.failure import Failure
from workshop.language import _
from workshop.live.ended import has_ended
from workshop.migrate import migrate
from workshop.serve.both import Both
from workshop.workshops import Workshop, start

STARTS_WITHIN = 30
"""Seconds that the server gets until it answers."""


@click.command()
@click.option("--port", type=int, help="The port; default: WORKSHOP_PORT or 8000.")
@click.option("--data", type=click.Path(path_type=Path), help="The data folder; default: ./data.")
@click.option("--phones", type=click.IntRange(0, 500), default=0, help="Rehearsal phones that answer.")
def demo(port: int | None, data: Path | None, phones: int) -> None:
    """Set up the bundled deck and run a workshop; again goes on where it was.

    Example: workshop demo --port 8000 --phones 30
    """
    if data:
        os.environ["WORKSHOP_DATA"] = str(data)
    settings = config.load()
    settings = replace(settings, port=port or settings.port)
    refuse_taken(settings)
    ready = prepare(settings)
    both = Both(settings)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, both.stop)
    both.start()
    if wait_until_up(settings, both):
        click.echo(block(settings, ready))
        if phones:
            rehearse(settings, ready.code, phones)
    sys.exit(both.watch())


@dataclass(frozen=True, slots=True)
class Ready:
    """What the presenter needs to begin."""

    code: str
    projector_key: str
    sign_in_path: str
    goes_on: bool


def prepare(settings: Settings) -> Ready:
    """Migrates, loads the bundled deck, and finds the running workshop or starts one."""
    database = Database(settings.database_url)
    migrate(database)
    with database.write() as session:
        deck = load(session, *BUNDLED_DECK)
        presenter = find_or_add(session, "presenter@localhost.localdomain", "Presenter", "admin")
        workshop = _running(session, presenter.id)
        goes_on = workshop is not None
        if workshop is None:
            workshop = start(session, deck, presenter.id)
        token = links.new_link(session, presenter, "sign_in", time.time_ns() // 1_000_000)
        path = links.path("sign_in", token, f"/workshops/{workshop.id}")
        return Ready(workshop.code, workshop.projector_key, path, goes_on)


def block(settings: Settings, ready: Ready) -> str:
    """What stands in the terminal when all is up: addresses, QR code, how to stop."""
    here = settings.public_url or f"http://localhost:{settings.port}"
    join = Addresses(settings).join(ready.code)
    places = (
        (_("Presenter"), here + ready.sign_in_path),
        ("", _("(signs you in once; a new link each time this starts)")),
        (_("Projector"), f"{here}/projector/{ready.projector_key}"),
        (_("Phones"), join.link),
    )
    width = max(len(name) for name, _where in places)
    lines = (
        "",
        _("The workshop goes on where it was.") if ready.goes_on else _("The workshop is ready."),
        "",
        *(f"  {name:<{width}}  {where}" for name, where in places),
        "",
        qr.terminal(join.link),
        "",
        "  " + _("Ctrl-C stops it; the same command goes on where it was."),
        "",
    )
    return "\n".join(lines)


def refuse_taken(settings: Settings) -> None:
    """Ends with one clear line where something else listens on the port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            text = _("port {port} cannot be used ({why}); try another: PORT=8001")
            raise Failure(text.format(port=settings.port, why=error.strerror)) from error


def wait_until_up(settings: Settings, both: Both) -> bool:
    """Waits for the first answer; False where the server ended instead."""
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until and both.running():
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{settings.port}/", timeout=2):
                return True
        except OSError:
            time.sleep(0.1)
    return False


def rehearse(settings: Settings, code: str, phones: int) -> None:
    """Lets rehearsal phones answer, in a process of their own."""
    command = [
        sys.executable,
        "-m",
        "workshop",
        "rehearse",
        code,
        "--phones",
        str(phones),
        "--pace",
        "lively",
    ]
    subprocess.Popen([*command, "--url", f"http://127.0.0.1:{settings.port}"])


def _running(session: Session, owner_id: int) -> Workshop | None:
    mine = select(Workshop).where(Workshop.owner_id == owner_id).order_by(Workshop.id.desc())
    workshop = session.scalars(mine.limit(1)).first()
    return None if workshop is None or has_ended(session, workshop) else workshop
