"""One hall for all who come to break it: a server takes seconds to start."""

from collections.abc import Iterator

import pytest

from tests.bench.hall import Hall
from tests.faults.halls import open_hall

PER_MINUTE = 600
"""What one phone may send."""


@pytest.fixture(scope="package")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    folder = tmp_path_factory.mktemp("hall")
    hall = open_hall(folder, folder / "data", per_minute=PER_MINUTE)
    hall.server.start()
    yield hall
    hall.server.stop()
