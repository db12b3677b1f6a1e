"""All phones of a rehearsal together."""

import os
import secrets
import time
from collections.abc import Callable
from contextvars import copy_context
from random import Random
from threading import Event, Thread

from workshop.language import _
from workshop.rehearsal.attendee import Attendee, Pace
from workshop.rehearsal.page import KEY, NotIn, Page
from workshop.rehearsal.phone import Door, Phone
from workshop.rehearsal.speech import speech_in
from workshop.rehearsal.talk import Talk
from workshop.rehearsal.tally import Tally

LOOK_EVERY = 0.5
GIVE_UP_AFTER = 120
"""Seconds without a single connected phone: then the server is thought to be gone for good."""
GIVE_UP_ALONE_AFTER = 1
"""The same where the process that started us has ended, as `workshop demo` does with its server."""
GOODBYE = 4
"""Seconds that the phones get to leave."""


class Crowd:
    """The phones, each in a thread of its own (a greenlet where gevent has patched threads)."""

    def __init__(self, url: str, code: str, count: int, pace: Pace) -> None:
        self.tally = Tally(count)
        self.stopped = Event()
        self.gone_wrong = ""
        """Why it ended by itself; empty where it was stopped."""
        self._pace = pace
        self._talk: Talk | None = None
        self._parent = os.getppid()
        door = Door(url, code, self._attendee)
        self._phones = [Phone(n, door, self.tally, self.stopped) for n in range(count)]

    def run(self, tell: Callable[[str], None]) -> None:
        """Lets them all come in, and waits until it is stopped; `tell` hears how it stands."""
        # Each in a copy of our context, which holds the language of the terminal.
        threads = [
            Thread(target=copy_context().run, args=(self._run, phone, wait), daemon=True)
            for phone, wait in zip(self._phones, arrivals(len(self._phones)), strict=True)
        ]
        for thread in threads:
            thread.start()
        self._watch(tell)
        for phone in self._phones:
            phone.nudge()
        until = time.monotonic() + GOODBYE
        for thread in threads:
            thread.join(max(0.0, until - time.monotonic()))

    def _watch(self, tell: Callable[[str], None]) -> None:
        seen = time.monotonic()
        while not self.stopped.wait(LOOK_EVERY):
            tell(self.tally.line())
            now = time.monotonic()
            seen = now if self.tally.here else seen
            alone = os.getppid() != self._parent
            if KEY in os.environ and (alone or self.tally.ended):  # our server has gone, or the workshop
                self.stopped.set()
            elif now - seen > (GIVE_UP_ALONE_AFTER if alone else GIVE_UP_AFTER):
                self.gone_wrong = "" if alone else _("the server has not answered for two minutes")
                self.stopped.set()

    def _run(self, phone: Phone, wait: float) -> None:
        try:
            phone.run(wait)
        except NotIn as reason:
            self.gone_wrong = str(reason)
            self.stopped.set()

    def _attendee(self, page: Page) -> Attendee:
        speech = speech_in(page.language)
        self._talk = self._talk or Talk(speech, Random())
        return Attendee(secrets.token_hex(8), speech, self._talk, self._pace)


def arrivals(count: int) -> list[float]:
    """When each phone comes in, in seconds: the first at once, all within a few seconds."""
    random = Random()
    span = min(8, count / 10)
    return [0.0, *(random.random() * span for _ in range(count - 1))]
