"""Chunks of a large batch, made by all cores, and kept so that another attempt does not make them again."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from hashlib import blake2b
from multiprocessing import get_context
from pathlib import Path

import msgspec

from workshop.cards import added
from workshop.cards.chunk import Chunk, Maker, Printed, Setup

ALL_CORES_FROM = 2_000
"""Cards: for fewer, starting processes takes longer than it saves."""
AHEAD = 2
"""Chunks that wait for a process, for each of them: what is made early lies in memory."""
MOST_DEATHS = 3
"""How often processes may be killed before the batch is given up."""

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


def chunks(parts: Iterable[Part], setup: Setup, kept: Kept, processes: int) -> Iterator[Chunk]:
    """The chunks in the order of the parts, each made once however often processes die.

    Raises:
        BrokenProcessPool: they die again and again.
    """
    rest, deaths = list(parts), 0
    while rest:
        try:
            for chunk in _made(rest, setup, kept, processes):
                yield chunk
                rest.pop(0)
        except BrokenProcessPool:
            deaths += 1
            if deaths > MOST_DEATHS:
                raise


def _made(parts: Sequence[Part], setup: Setup, kept: Kept, processes: int) -> Iterator[Chunk]:
    pool = ProcessPoolExecutor(processes, get_context("spawn"), _begin, (setup, added.folder()))
    try:
        yield from _in_turn(parts, kept, pool, processes * AHEAD)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _in_turn(parts: Sequence[Part], kept: Kept, pool: ProcessPoolExecutor, ahead: int) -> Iterator[Chunk]:
    waiting: list[tuple[Part, Chunk | Future[Chunk]]] = []
    for part in parts:
        waiting.append((part, kept.get(part) or pool.submit(_make, part)))
        if len(waiting) > ahead:
            yield _taken(*waiting.pop(0), kept)
    for each in waiting:
        yield _taken(*each, kept)


def _taken(part: Part, made: "Chunk | Future[Chunk]", kept: Kept) -> Chunk:
    if isinstance(made, Chunk):
        return made
    chunk = made.result()
    kept.put(part, chunk)
    return chunk


def _begin(setup: Setup, folder: Path | None) -> None:
    """Once in each process."""
    if folder is not None:
        added.use(folder)
    _makers.append(Maker(setup))


def _make(part: Part) -> Chunk:
    return _makers[0].chunk(part)
