"""Slides that change faster than anybody can read, and two people who press at once: all end on one slide."""

import asyncio
import json
from typing import Any

import pytest

from tests.bench.hall import Hall
from tests.bench.line import Line
from tests.faults import journals
from tests.faults.halls import SLIDES, answer

PHONES = 20
PRESSES = 50
EVERY = 0.1
PATIENCE = 30


class Watcher:
    """A screen, and the slides that it was told of, with the number in the journal that each stood for."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.seen: list[tuple[int, int]] = []
        line.heard = self._hear

    async def until(self, slide: int) -> None:
        """Waits until this slide is the last that was told."""
        async with asyncio.timeout(PATIENCE):
            while not self.seen or self.seen[-1][1] != slide:
                await asyncio.sleep(0.01)

    def is_in_order(self) -> bool:
        numbers = [seq for seq, _slide in self.seen]
        return numbers == sorted(numbers)

    def _hear(self, event: bytes) -> None:
        name, data = json.loads(event)
        if name == "slide":
            self.seen.append((data["seq"], data["number"]))


@pytest.mark.slow
def test_after_fifty_slides_in_five_seconds_all_are_on_the_last_and_no_answer_is_lost(hall: Hall) -> None:
    watchers, directed, said = asyncio.run(_hasten(hall))

    assert all("ok" in done for done in directed)
    assert all(watcher.is_in_order() for watcher in watchers)
    assert {watcher.seen[-1][1] for watcher in watchers} == {SLIDES}
    assert len(said) >= PHONES * 5
    written = journals.read(hall.server.database, hall.workshop_id)
    assert {name: written.numbers.get(name) for name in said} == {name: [seq] for name, seq in said.items()}
    journals.assert_whole(written)


async def _hasten(hall: Hall) -> tuple[list[Watcher], list[Any], dict[str, int]]:
    presenter, watchers = await _come_in(hall)
    said: dict[str, int] = {}
    over = asyncio.Event()

    async def speak(line: Line) -> None:
        number = 0
        while not over.is_set():
            submission = answer(hall, number)
            said[submission["id"]] = (await line.ask("submit", submission))["ok"]
            number += 1
            await asyncio.sleep(EVERY)

    async def press() -> list[Any]:
        pressed = []
        for number in range(PRESSES):
            slide = SLIDES - (PRESSES - 1 - number) % 7  # also back and forth
            order = {"do": "show", "slide": slide}
            pressed.append(asyncio.create_task(presenter.ask("direct", order)))
            await asyncio.sleep(EVERY)
        return list(await asyncio.gather(*pressed))

    speaking = [asyncio.create_task(speak(watcher.line)) for watcher in watchers[1:]]
    directed = await press()
    over.set()
    await asyncio.gather(*speaking)
    for watcher in watchers:
        await watcher.until(SLIDES)
        watcher.line.close()
    presenter.close()
    return watchers, directed, said


@pytest.mark.slow
def test_two_presenters_who_press_at_once_go_one_slide_and_see_the_same(hall: Hall) -> None:
    slides, timers, open_, opposed = asyncio.run(_press_together(hall))

    assert slides == {2}
    assert timers == {True}
    assert open_ == {False}
    assert len(opposed) == 1, "what one opens and the other closes is the same on every screen"
    journals.assert_whole(journals.read(hall.server.database, hall.workshop_id))


async def _press_together(hall: Hall) -> tuple[set[int], set[bool], set[bool], set[int]]:
    first, watchers = await _come_in(hall)
    second = await hall.presenter()
    screens = [first, second, *(watcher.line for watcher in watchers)]

    async def both(one: dict[str, object], other: dict[str, object] | None = None) -> list[Any]:
        done = await asyncio.gather(first.ask("direct", one), second.ask("direct", other or one))
        assert all("ok" in each for each in done), done
        return [await line.ask("state", None) for line in screens]

    slides = {state["number"] for state in await both({"do": "show", "slide": 2})}
    timers = {bool(state["time_left"]) for state in await both({"do": "time", "slide": 2, "seconds": 60})}
    await both({"do": "show", "slide": hall.open_slide})
    closing = {"do": "open", "slide": hall.open_slide, "open": False}
    open_ = {state["open"] for state in await both(closing)}
    await both({**closing, "open": True})
    opposed = {
        state["number"] for state in await both({"do": "show", "slide": 3}, {"do": "show", "slide": 4})
    }
    for line in screens:
        line.close()
    return slides, timers, open_, opposed


async def _come_in(hall: Hall) -> tuple[Line, list[Watcher]]:
    """The presenter, and the projector with the phones; on the slide that asks."""
    presenter = await hall.presenter()
    await presenter.ask("direct", {"do": "show", "slide": hall.open_slide})
    lines = [await hall.projector()]
    lines += [await hall.phone().open(hall.server.port) for _ in range(PHONES)]
    return presenter, [Watcher(line) for line in lines]
