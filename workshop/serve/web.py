"""The web process: pages and live connections on gevent."""

import gc
import signal
from typing import Any

import gevent
from flask import Flask
from gevent.event import Event
from gevent.pywsgi import WSGIHandler, WSGIServer

from workshop import create_app
from workshop.config import Settings
from workshop.house import NAME
from workshop.live import stage_of
from workshop.live.pages import may_present
from workshop.live.sockets import Sockets
from workshop.migrate import refuse_old_tables

ADDRESS_EVERY_SECONDS = 2
PATIENCE = 3
"""Seconds that requests under way get at the end."""


class Handler(WSGIHandler):
    """Reads no more requests from a line that became a websocket: its last frames are none."""

    def get_environ(self) -> dict[str, Any]:
        environ: dict[str, Any] = super().get_environ()
        if environ.get("HTTP_UPGRADE", "").lower() == "websocket":
            self.close_connection = True
        return environ


def run(settings: Settings) -> None:
    """Serves until SIGTERM or Ctrl-C.

    Raises:
        OSError: the port is taken.
    """
    app = create_app(settings)
    refuse_old_tables(app.extensions[NAME].database)
    server = make_server(app, settings)
    server.start()
    calm_the_collector()
    ended = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        gevent.signal_handler(number, ended.set)
    ended.wait()
    server.stop(timeout=PATIENCE)
    stage_of(app).rehearsals.end_all()
    stage_of(app).writer.stop()


def make_server(app: Flask, settings: Settings) -> WSGIServer:
    """The server with its live connections, and what looks after them; not started yet."""
    stage = stage_of(app)
    Sockets(app, stage, lambda environ, id_: _ask(app, environ, id_))
    gevent.spawn(stage.rooms.keep_up)
    gevent.spawn(_follow_address, app)
    # No access log: addresses of phones are personal data, and a line a request is time lost.
    return WSGIServer((settings.host, settings.port), app, log=None, backlog=2048, handler_class=Handler)


def calm_the_collector() -> None:
    """Keeps the cyclic garbage collector from walking thousands of connections again and again.

    Measured with 5,000 phones: with the defaults it takes two fifths of all processor time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 50, 100)


def _ask(app: Flask, environ: dict[str, object], workshop_id: int) -> bool:
    with app.app_context():
        return may_present(environ, workshop_id)


def _follow_address(app: Flask) -> None:
    stage = stage_of(app)
    while True:
        gevent.sleep(ADDRESS_EVERY_SECONDS)
        if stage.addresses.look():
            stage.address_changed()
