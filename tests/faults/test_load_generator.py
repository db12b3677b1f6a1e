"""The bench's own phones, held against the servers: the bench itself is no test and would fall behind."""

import asyncio
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bench import frames
from tests.bench.hall import Hall
from tests.bench.line import Line, Refused
from tests.bench.live import Live
from tests.bench.rows import Row, medians, rows
from tests.bench.subjects import BARE, OURS


@pytest.mark.parametrize(("length", "start"), [(0, 6), (1, 6), (125, 6), (126, 8), (65_535, 8), (65_536, 14)])
def test_a_frame_has_its_length_and_its_text_behind_the_mask(length: int, start: int) -> None:
    mask = b"\x37\xfa\x21\x3d"

    frame = frames.masked("x" * length, mask)

    assert len(frame) == start + length
    assert frame[start - 4 : start] == mask
    assert bytes(byte ^ mask[n % 4] for n, byte in enumerate(frame[start:])) == b"x" * length


@settings(deadline=None, max_examples=50)
@given(st.lists(st.sampled_from([0, 1, 125, 126, 65_535, 65_536]), max_size=3), st.data())
def test_frames_come_out_whole_wherever_the_network_cuts_them(sizes: list[int], data: st.DataObject) -> None:
    stream = b"".join(map(_from_the_server, sizes))
    cut = data.draw(st.integers(0, len(stream)))

    first, rest = frames.unmasked(stream[:cut])
    second, unfinished = frames.unmasked(rest + stream[cut:])

    assert [len(payload) for _kind, payload in first + second] == sizes
    assert unfinished == b""


def test_of_several_rounds_the_median_counts() -> None:
    measured = [row for speed in (1, 9, 5) for row in rows("live", OURS, 200, {"answers_per_s": speed})]

    assert medians(measured) == [Row("live", OURS, 200, "answers_per_s", 5, "1/s")]


@pytest.mark.slow
def test_both_servers_can_be_measured_with_a_few_phones() -> None:
    live = Live(answers_at_least=40, settle_seconds=0.1)

    measured = [row for subject in (OURS, BARE) for row in live.measure(subject, 4)]

    assert {row.subject for row in measured} == {OURS, BARE}
    # So few answers may take less processor time than a clock's tick.
    small = ("kib_per_phone", "cpu_us_per_answer")
    assert all(row.value > 0 for row in measured if row.metric not in small)


@pytest.mark.slow
def test_a_phone_that_is_not_let_in_says_so(tmp_path: Path) -> None:
    hall = Hall(tmp_path)
    hall.server.start()

    async def come_in() -> None:
        await Line({"token": "forged"}).open(hall.server.port)

    try:
        with pytest.raises(Refused, match="token"):
            asyncio.run(come_in())
    finally:
        hall.server.stop()


def _from_the_server(size: int) -> bytes:
    frame = frames.masked("x" * size, bytes(4))
    start = {126: 8, 127: 14}.get(frame[1] & 0x7F, 6)
    head = bytes((frame[0], frame[1] & 0x7F)) + frame[2 : start - 4]
    return head + frame[start:]
