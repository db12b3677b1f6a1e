from collections.abc import Iterator

import pytest

from tests.rehearsal.hall import Hall


@pytest.fixture(scope="session")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    """A running server; shared, as each test has a workshop of its own."""
    hall = Hall(tmp_path_factory.mktemp("hall"))
    hall.open()
    yield hall
    hall.close()
