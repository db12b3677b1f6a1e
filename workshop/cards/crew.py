"""Chunks of a large batch, made by all cores, and kept so that another attempt does not make them again."""

import gc
import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, suppress
from hashlib import blake2b
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Thread

import msgspec

from workshop.cards import added
from workshop.cards.chunk import Chunk, Maker, Printed, Setup

ALL_CORES_FROM = 2_000
"""Cards: for fewer, starting processes takes longer than it saves."""
AHEAD = 2
"""Chunks that wait for a process, for each of them: what is made early lies in memory."""
MOST_DEATHS = 3
"""How often processes may be killed before the batch is given up."""
ALIVE_EVERY_SECONDS = 0.25
"""How often one who waits for a chunk says so."""

Part = Sequence[Printed]
_makers: list[Maker] = []


class Kept:
    """A folder of finished chunks. A chunk's name is what it was made of: what changed is made anew."""

    def __init__(self, folder: Path, setup: Setup) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._setup = msgspec.msgpack.encode(setup)

    def get(self, part: Part) -> Chunk | None:
        """The chunk of these cards, if it was made."""
        try:
            return msgspec.msgpack.decode(self._path(part).read_bytes(), type=Chunk)
        except FileNotFoundError:
            return None

    def put(self, part: Part, chunk: Chunk) -> None:
        """Keeps a chunk; whole or not at all."""
        path = self._path(part)
        half = path.with_suffix(".part")
        half.write_bytes(msgspec.msgpack.encode(chunk))
        half.replace(path)

    def forget(self) -> None:
        """Throws all away: they are in the file."""
        for path in self._folder.glob("*.*"):
            path.unlink(missing_ok=True)
        self._folder.rmdir()

    def _path(self, part: Part) -> Path:
        made_of = blake2b(self._setup, digest_size=16)
        made_of.update(msgspec.msgpack.encode(part))
        return self._folder / f"{made_of.hexdigest()}.chunk"


def chunks(
    parts: Iterable[Part],
    setup: Setup,
    kept: Kept,
    processes: int,
    alive: Callable[[], None] = lambda: None,
) -> Generator[Chunk]:
    """The chunks in the order of the parts, each made once however often processes die.

    Once closed, or when the process that asked for them dies, nobody makes any more.

    Args:
        parts: the cards of each chunk.
        setup: what they have in common.
        kept: those that were made before; the others go in there.
        processes: how many make them.
        alive: is called while they are waited for; may raise, to stop.

    Raises:
        BrokenProcessPool: they die again and again.
    """
    rest, deaths = list(parts), 0
    while rest:
        try:
            with closing(_made(rest, setup, kept, processes, alive)) as made:
                for chunk in made:
                    yield chunk
                    rest.pop(0)
        except BrokenProcessPool:
            deaths += 1
            if deaths > MOST_DEATHS:
                raise


def _made(
    parts: Sequence[Part], setup: Setup, kept: Kept, processes: int, alive: Callable[[], None]
) -> Generator[Chunk]:
    context = get_context("spawn")
    far_end, line = context.Pipe(duplex=False)
    pool = ProcessPoolExecutor(processes, context, _begin, (setup, added.folder(), far_end))
    try:
        for part, made in _in_turn(parts, kept, pool, processes * AHEAD):
            yield _taken(part, made, kept, alive)
    finally:
        line.close()  # they end in the middle of a chunk; the pool would wait for it
        pool.shutdown(wait=False, cancel_futures=True)
        far_end.close()


def _in_turn(
    parts: Sequence[Part], kept: Kept, pool: ProcessPoolExecutor, ahead: int
) -> Iterator[tuple[Part, Chunk | Future[Chunk]]]:
    waiting: list[tuple[Part, Chunk | Future[Chunk]]] = []
    for part in parts:
        waiting.append((part, kept.get(part) or pool.submit(_make, part)))
        if len(waiting) > ahead:
            yield waiting.pop(0)
    yield from waiting


def _taken(part: Part, made: "Chunk | Future[Chunk]", kept: Kept, alive: Callable[[], None]) -> Chunk:
    if isinstance(made, Chunk):
        return made
    while not wait([made], ALIVE_EVERY_SECONDS).done:
        alive()
    chunk = made.result()
    kept.put(part, chunk)
    return chunk


def _begin(setup: Setup, folder: Path | None, line: Connection) -> None:
    """Once in each process."""
    Thread(target=_end_with, args=(line,), daemon=True).start()
    if folder is not None:
        added.use(folder)
    _makers.append(Maker(setup))
    gc.freeze()  # what is loaded now stays: looking for it again and again takes 3 % of the time


def _end_with(line: Connection) -> None:
    """Ends this process when nobody is at the line's other end: the batch was stopped, or its worker died."""
    with suppress(EOFError, OSError):
        line.recv_bytes()
    os._exit(0)


def _make(part: Part) -> Chunk:
    return _makers[0].chunk(part)
