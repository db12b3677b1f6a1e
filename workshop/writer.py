"""The process's one writer: a thread that commits what has queued up, all workshops together.

A commit waits for the disk (synchronous=FULL), so it happens in a thread of the operating system, also
under gevent; while it waits, the next entries gather and are committed together (group commit).
"""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from gevent import monkey
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from workshop import journal
from workshop.database import make_engine
from workshop.journal import Appended, Entry

MOST_AT_ONCE = 1000
"""Entries in one transaction; a commit of 1,000 takes some 25 ms, which bounds everybody's wait."""

_NO_ROOM = "53100"
"""PostgreSQL's 'disk_full' (its manual, appendix A)."""

NAP_SECONDS = 0.002
"""After each nap the writer looks whether more has come; once nothing has, it commits."""
LONGEST_NAPS = 0.025
"""Seconds of napping for one batch at the most. Measured with 200 phones that answer without a pause: with
one nap a commit is for some ten answers, and takes a third of all processor time."""

# The real ones, also where gevent has patched the modules: this thread must not be a greenlet.
_start_thread = monkey.get_original("_thread", "start_new_thread")
_Queue = monkey.get_original("queue", "SimpleQueue")
_sleep = monkey.get_original("time", "sleep")
_clock = monkey.get_original("time", "monotonic")
_Lock = monkey.get_original("_thread", "allocate_lock")


class NotWritten(Exception):
    """The database refused the entry; nothing of it was kept."""

    def __init__(self, cause: BaseException, *, disk_full: bool = False) -> None:
        super().__init__(str(cause))
        self.disk_full = disk_full


@dataclass(slots=True)
class Pending:
    """An entry that waits for its commit; `done` is called from the writer's thread."""

    entry: Entry
    done: Callable[["Pending"], object]
    at_once: bool = False
    """Whether a whole room waits for it: the writer does not nap then."""
    result: Appended | NotWritten | None = None


class Writer:
    """Takes entries from any thread or greenlet, and commits them in the order in which they came."""

    def __init__(self, url: str) -> None:
        self._engine = make_engine(url)
        self._queue: Any = _Queue()
        self._at_once = False
        self._running = _Lock()

    def put(self, pending: Pending) -> None:
        """Queues an entry; its `done` is called once it is committed or refused."""
        self._at_once = self._at_once or pending.at_once
        self._queue.put(pending)
        if self._running.acquire(False):  # the first entry starts the thread
            _start_thread(self._run, ())

    def stop(self) -> None:
        """Commits what has queued up, and ends the thread."""
        self._at_once = True
        self._queue.put(None)
        self._running.acquire()

    def _run(self) -> None:
        stopping = False
        while not stopping:
            batch, stopping = self._gather()
            if batch:
                self._commit(batch)
        self._engine.dispose()
        self._running.release()

    def _gather(self) -> tuple[list[Pending], bool]:
        batch = []
        item = self._queue.get()
        self._nap()
        while item is not None:
            batch.append(item)
            if len(batch) == MOST_AT_ONCE or self._queue.empty():
                return batch, False
            item = self._queue.get()
        return batch, True

    def _nap(self) -> None:
        before, until = 0, _clock() + LONGEST_NAPS
        while before < (waiting := 1 + self._queue.qsize()) < MOST_AT_ONCE and _clock() < until:
            if self._at_once:
                break
            before = waiting
            _sleep(NAP_SECONDS)
        self._at_once = False

    def _commit(self, batch: list[Pending]) -> None:
        try:
            results = self._append([pending.entry for pending in batch])
        except Exception as error:
            if len(batch) > 1:  # one bad entry must not take the others with it
                for pending in batch:
                    self._commit([pending])
                return
            batch[0].result = NotWritten(error, disk_full=is_disk_full(error))
        else:
            for pending, result in zip(batch, results, strict=True):
                pending.result = result
        for pending in batch:
            pending.done(pending)

    def _append(self, entries: list[Entry]) -> list[Appended]:
        with self._engine.connect() as connection:
            connection = connection.execution_options(begins="IMMEDIATE")
            with connection.begin():
                return append_all(connection, entries)


def append_all(connection: Connection, entries: list[Entry]) -> list[Appended]:
    """`journal.append`, as a name that tests replace to let a write fail."""
    return journal.append(connection, entries)


def is_disk_full(error: BaseException) -> bool:
    """Whether the database could not write because there is no room left."""
    original = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(original, "sqlite_errorcode", None)
    state = getattr(original, "sqlstate", None)
    return code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR) or state == _NO_ROOM
