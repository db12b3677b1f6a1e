"""A stage, and a workshop on it that shows its open question."""

from collections.abc import Iterator

import pytest
from flask import Flask

from tests.workshops import OPEN
from workshop.live import stage_of
from workshop.live.orders import Show
from workshop.live.rooms import LiveRoom
from workshop.live.stage import Stage
from workshop.workshops import Workshop


@pytest.fixture
def stage(app: Flask) -> Iterator[Stage]:
    stage = stage_of(app)
    yield stage
    stage.writer.stop()


@pytest.fixture
def live(stage: Stage, workshop: Workshop) -> LiveRoom:
    live = stage.rooms.of(workshop)
    stage.direct(live, Show(OPEN))
    return live
