"""One phone: comes in, stays connected, follows the slides and sends what its person does."""

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from random import Random
from threading import Event
from typing import Any

import socketio
from socketio.exceptions import SocketIOError

from workshop.rehearsal.asked import Asked, asked_in
from workshop.rehearsal.attendee import VOTE, Attendee, Step, with_favourite
from workshop.rehearsal.page import Page, come_in
from workshop.rehearsal.tally import Tally

PATIENCE = 10
"""Seconds for a connection or an acknowledgement."""
SLOWEST_RETRY = 2
"""Seconds between two attempts to connect, at the most."""
AGAIN_AFTER = 2
"""Seconds, where the server asks to try again."""

_quiet = logging.getLogger("workshop.rehearsal.line")
_quiet.addHandler(logging.NullHandler())
_quiet.propagate = False  # a lost connection shows in the count of phones
_quiet.setLevel(logging.CRITICAL)

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Door:
    """Where phones come in, and who holds them."""

    url: str
    code: str
    attendee: Callable[[Page], Attendee]


class Phone:
    """One phone. Everything happens in `run`; the connection only puts messages into a queue."""

    def __init__(self, number: int, door: Door, tally: Tally, stopped: Event) -> None:
        self._number = number
        self._door = door
        self._tally = tally
        self._attendee: Attendee | None = None
        self._stopped = stopped
        self._page: Page | None = None
        self._news: SimpleQueue[Data | None] = SimpleQueue()
        self._seen: tuple[int, tuple[Asked, ...]] | None = None
        self._steps: list[Step] = []
        self._said: dict[int, list[str]] = {}
        """What phones show of one another's answers, by slide."""
        self._used: set[str] = set()
        """What this phone sent itself or voted for."""
        self._due = 0.0
        self._random = Random()

    def run(self, wait: float) -> None:
        """Comes in after some seconds and goes on until all is stopped.

        Raises:
            NotIn: the workshop is not there, or not there any more.
        """
        pause = 0.3
        self._stopped.wait(wait)
        while not self._stopped.is_set():
            try:
                self._be_there()
                pause = 0.3
            except (OSError, SocketIOError):
                self._stopped.wait(pause * (0.5 + self._random.random()))
                pause = min(2 * pause, SLOWEST_RETRY)

    def nudge(self) -> None:
        """Has it look whether all is stopped."""
        self._news.put(None)

    def _be_there(self) -> None:
        """One connection, from its beginning to its end."""
        if self._page is None:
            self._page = come_in(self._door.url, self._door.code)
            self._attendee = self._attendee or self._door.attendee(self._page)
        client = self._client()
        try:
            client.connect(
                self._door.url,
                auth={"token": self._page.token},
                transports=["websocket"],
                wait_timeout=PATIENCE,
            )
            self._tally.here.add(self._number)
            self._tally.came_in.add(self._number)
            self._see(client.call("state", timeout=PATIENCE))
            self._follow(client)
        except SocketIOError as error:
            if "token" in str(error):
                self._page = None  # another data folder: this phone comes in as somebody new
            raise
        finally:
            self._tally.here.discard(self._number)
            with suppress(OSError, SocketIOError):
                client.disconnect()

    def _client(self) -> socketio.Client:
        client = socketio.Client(
            reconnection=False,
            logger=_quiet,
            engineio_logger=_quiet,
            handle_sigint=False,
            request_timeout=PATIENCE,
            websocket_extra_options={"http_no_proxy": ["*"]},
        )
        client.on("slide", self._news.put)
        client.on("said", self._hear)
        client.on("disconnect", lambda *_reason: self._news.put(None))
        client.on("moved", lambda: self._news.put(None))
        return client

    def _follow(self, client: socketio.Client) -> None:
        while client.connected and not self._stopped.is_set():
            try:
                news = self._news.get(timeout=self._until_next())
            except Empty:
                self._take_step(client)
                continue
            if news is not None:
                self._see(news)

    def _until_next(self) -> float | None:
        return max(0.0, self._due - time.monotonic()) if self._steps else None

    def _hear(self, news: Data) -> None:
        gone = set(news.get("gone", ()))
        here = self._said.setdefault(int(news.get("slide", 0)), [])
        fresh = [str(each["id"]) for each in news.get("said", ()) if each["id"] not in here]
        here[:] = [id_ for id_ in here if id_ not in gone] + fresh

    def _see(self, slide: Data) -> None:
        for on, all_said in (slide.get("said") or {}).items():
            self._said[int(on)] = [str(each["id"]) for each in all_said]
        asked = () if slide.get("ended") else asked_in(str(slide.get("html", "")))
        number = int(slide.get("number", 0))
        self._tally.follow(number, int(slide.get("of", 0)), bool(slide.get("ended")))
        if self._seen == (number, asked) or self._attendee is None:
            return
        self._seen = (number, asked)
        self._steps = self._attendee.plan(number, asked)
        self._plan_next()

    def _plan_next(self) -> None:
        if self._steps:
            self._due = time.monotonic() + self._steps[0].after

    def _take_step(self, client: socketio.Client) -> None:
        """Sends the next step; where no answer comes it stays the next one, with the same id."""
        step = self._complete(self._steps[0])
        if step is None:
            self._steps.pop(0)
            self._plan_next()
            return
        self._steps[0] = step
        answer: Data = client.call("submit", step.command, timeout=PATIENCE)
        if answer.get("again"):
            self._due = time.monotonic() + AGAIN_AFTER
            return
        if self._steps and self._steps[0] is step:
            self._steps.pop(0)
            self._plan_next()
        self._note(step, answer)

    def _complete(self, step: Step) -> Step | None:
        """The step with the answer that it votes for; None where there is none to vote for."""
        if step.what != VOTE or "answer" in step.command:
            return step
        said = [id_ for id_ in self._said.get(step.key[0], ()) if id_ not in self._used]
        chosen = with_favourite(step, said, self._random)
        self._used |= {chosen.command["answer"]} if chosen else set()
        return chosen

    def _note(self, step: Step, answer: Data) -> None:
        if self._attendee:
            self._attendee.has_done(step)
        self._used.add(step.command["id"])
        if "error" in answer:
            self._tally.refused[str(answer["error"])] += 1
        elif step.what and step.what != VOTE:
            self._tally.saved[step.what] += 1
