"""The rehearsals that presenters start: each a process of its own, so that the room does not wait for it."""

import os
import subprocess
import sys
import time
from collections.abc import Callable

import gevent

from workshop.config import Settings
from workshop.live.rooms import LiveRoom
from workshop.live.tokens import Tokens
from workshop.rehearsal.page import KEY

MINUTES = 30
"""A rehearsal ends by itself after so long: who forgets it does not find it in the real workshop."""
LOOK_EVERY = 0.2
PATIENCE = 6
"""Seconds that the phones get to leave."""


class Rehearsals:
    """The processes that this one has started."""

    def __init__(self, settings: Settings, tokens: Tokens, ended: Callable[[LiveRoom], None]) -> None:
        self._settings = settings
        self._tokens = tokens
        self._ended = ended
        self._children: dict[int, tuple[LiveRoom, subprocess.Popen[bytes]]] = {}

    def begin(self, live: LiveRoom) -> None:
        """Lets the phones come in that the room was promised."""
        number = live.room.rehearsals
        child = self._start(live)
        self._children[child.pid] = (live, child)
        gevent.spawn(self._watch, live, number, child)

    def end_all(self) -> None:
        """The server stops: all phones leave, and the journals say so."""
        for live, child in list(self._children.values()):
            child.terminate()
            if live.room.answers.rehearsal:
                self._ended(live)
        for _live, child in list(self._children.values()):
            _see_off(child)

    def _start(self, live: LiveRoom) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            [
                *(sys.executable, "-m", "workshop", "rehearse", live.workshop.code),
                *("--phones", str(live.room.answers.rehearsal), "--pace", "lively"),
                *("--minutes", str(MINUTES), "--url", self._url()),
            ],
            env={**os.environ, KEY: self._tokens.rehearsal_key(live.id)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C in the terminal reaches only the server, which ends it
        )

    def _url(self) -> str:
        host = self._settings.host
        host = "127.0.0.1" if host in ("0.0.0.0", "::", "") else host
        return f"http://{f'[{host}]' if ':' in host else host}:{self._settings.port}"

    def _watch(self, live: LiveRoom, number: int, child: "subprocess.Popen[bytes]") -> None:
        """Until it ends by itself, or the room says that it is over, whoever said so and in which process."""
        while child.poll() is None and _is_on(live, number):
            gevent.sleep(LOOK_EVERY)
        if child.poll() is None:
            child.terminate()
            _see_off(child)
        self._children.pop(child.pid, None)
        if _is_on(live, number):
            self._ended(live)


def _is_on(live: LiveRoom, number: int) -> bool:
    return bool(live.room.answers.rehearsal) and live.room.rehearsals == number


def _see_off(child: "subprocess.Popen[bytes]") -> None:
    """Waits, cooperatively, until it has ended."""
    until = time.monotonic() + PATIENCE
    while child.poll() is None:
        if time.monotonic() > until:
            child.kill()
        gevent.sleep(LOOK_EVERY)
