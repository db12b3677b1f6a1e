"""Phones at a real server."""

from threading import Thread

import pytest

from tests.rehearsal.hall import Hall, wait_until
from workshop.events import Answered, FriendMessageWritten, Joined, LeadLeft
from workshop.rehearsal.attendee import Pace
from workshop.rehearsal.crowd import Crowd, arrivals

AT_ONCE = Pace(0.01, 0.01)


def test_phones_come_in_follow_the_slides_and_answer(hall: Hall) -> None:
    workshop = hall.workshop()
    crowd = Crowd(hall.url, workshop.code, 12, AT_ONCE)
    told: list[str] = []
    running = Thread(target=crowd.run, args=(told.append,))
    running.start()
    saved = crowd.tally.saved

    wait_until(lambda: len(crowd.tally.here) == 12)
    hall.show(workshop, 12)
    wait_until(lambda: saved["answers"] > 8)
    hall.show(workshop, 14)
    wait_until(lambda: saved["choices"] > 6)
    hall.show(workshop, 17)
    wait_until(lambda: saved["cards"] > 0)
    wait_until(lambda: told[-1].startswith("12 of 12 phones, "))
    crowd.stopped.set()
    running.join(8)

    assert not running.is_alive()
    assert not crowd.tally.refused
    assert hall.count(workshop, Joined) == 12
    assert hall.count(workshop, Answered) == saved["answers"] + saved["choices"]
    assert hall.count(workshop, FriendMessageWritten) == saved["cards"]


def test_phones_survive_a_restart_of_the_server_and_send_nothing_twice(hall: Hall) -> None:
    workshop = hall.workshop("education-ambassadors")
    crowd = Crowd(hall.url, workshop.code, 4, Pace(0.3, 0.3))
    running = Thread(target=crowd.run, args=(lambda _line: None,))
    running.start()

    wait_until(lambda: len(crowd.tally.here) == 4)
    hall.show(workshop, 12)
    wait_until(lambda: crowd.tally.saved["answers"] > 0)
    hall.lose()
    wait_until(lambda: not crowd.tally.here)
    hall.open()
    wait_until(lambda: len(crowd.tally.here) == 4)
    hall.show(workshop, 15)
    before = crowd.tally.saved["answers"]
    wait_until(lambda: crowd.tally.saved["answers"] > before)
    crowd.stopped.set()
    running.join(8)

    assert not crowd.tally.refused
    assert hall.count(workshop, Joined) == 4
    assert hall.count(workshop, Answered) == crowd.tally.saved["answers"]
    assert hall.count(workshop, LeadLeft) == 0


def test_a_workshop_that_is_not_there_ends_it_with_the_reason(hall: Hall) -> None:
    crowd = Crowd(hall.url, "XXXXXX", 3, AT_ONCE)

    crowd.run(lambda _line: None)

    assert "no workshop with the code XXXXXX" in crowd.gone_wrong


@pytest.mark.parametrize("count", [1, 30, 300])
def test_phones_come_in_over_a_few_seconds(count: int) -> None:
    times = arrivals(count)

    assert len(times) == count
    assert min(times) == 0
    assert max(times) <= 12
