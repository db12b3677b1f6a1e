"""The server is killed in the middle of answers, again and again, and nothing acknowledged is lost."""

import asyncio
import random
from pathlib import Path

import pytest

from tests.bench.hall import Hall
from tests.faults import journals
from tests.faults.halls import open_hall
from tests.faults.persistent import PersistentPhone

PHONES = 50
KILLS = 20


@pytest.mark.slow
def test_every_acknowledged_answer_is_in_the_journal_once_however_often_the_server_is_killed(
    tmp_path: Path,
) -> None:
    hall = open_hall(tmp_path, tmp_path / "data")
    phones = [PersistentPhone(hall) for _ in range(PHONES)]

    asyncio.run(_answer_while_it_is_killed(hall, phones))

    written = journals.read(hall.server.database, hall.workshop_id)
    acknowledged = {name: [seq] for phone in phones for name, seq in phone.acknowledged.items()}
    joined = {name for name in written.numbers if name.startswith("join-")}
    assert sum(phone.sent_again for phone in phones) >= KILLS  # it was in the middle of answers
    assert {name: written.numbers.get(name) for name in acknowledged} == acknowledged
    assert written.numbers.keys() - joined == acknowledged.keys()  # all were acknowledged in the end
    assert len(joined) == PHONES
    journals.assert_whole(written)


async def _answer_while_it_is_killed(hall: Hall, phones: list[PersistentPhone]) -> None:
    enough = asyncio.Event()
    await asyncio.to_thread(hall.server.start)
    try:
        async with asyncio.TaskGroup() as room:
            for phone in phones:
                room.create_task(phone.answer(enough))
            for _ in range(KILLS):
                await _everybody_answered(phones)
                await asyncio.sleep(random.uniform(0, 0.2))
                _kill(hall)
                await asyncio.to_thread(hall.server.start)
            enough.set()
    finally:
        hall.server.stop()


async def _everybody_answered(phones: list[PersistentPhone]) -> None:
    """Waits until each phone got another answer in."""
    before = [len(phone.acknowledged) for phone in phones]
    async with asyncio.timeout(60):
        while any(len(phone.acknowledged) <= n for phone, n in zip(phones, before, strict=True)):
            await asyncio.sleep(0.01)


def _kill(hall: Hall) -> None:
    assert hall.server.process is not None
    hall.server.process.kill()
    hall.server.process.wait()
