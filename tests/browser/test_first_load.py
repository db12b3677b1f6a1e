"""A phone's first visit in a real browser: what comes over the line, and from whom."""

import pytest
from playwright.sync_api import Browser

from tests.browser.first_load import FirstLoad, first_load
from tests.server import Server
from workshop.events import SlideShown
from workshop.journal import Entry, append

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MOST_KIB = 60
OF_LATER_SLIDES = ("/kinds/choice.js", "/kinds/single.js")


@pytest.fixture
def came(browser: Browser, server: Server) -> FirstLoad:
    with server.database.write() as session:
        append(session.connection(), [Entry(1, SlideShown(12))])
    return first_load(browser, server.phone)


def test_it_takes_at_most_sixty_kib_with_everything_that_comes_later(came: FirstLoad) -> None:
    assert any("socket.io" in address for address in came.sizes)
    assert any(address.endswith("/kinds/choice.js") for address in came.sizes), "a slide to come"
    assert 10 < came.kib <= MOST_KIB, came.sizes


def test_everything_comes_from_the_workshop_itself_and_nothing_twice(came: FirstLoad, server: Server) -> None:
    assert came.sizes
    assert all(address.startswith(f"{server.base}/") for address in came.sizes)
    assert came.asked_twice == []


def test_what_the_open_question_needs_is_all_named_by_the_page_itself(came: FirstLoad) -> None:
    needed = {address: step for address, step in came.steps.items() if not address.endswith(OF_LATER_SLIDES)}

    assert len(needed) > 10
    assert max(needed.values()) == 1, "a script that names another costs one more round trip"
    assert {address for address in came.steps if address.endswith(OF_LATER_SLIDES)}
