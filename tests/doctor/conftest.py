from collections.abc import Callable, Iterator

import pytest

from tests.doctor.answering import Answering, saying


@pytest.fixture
def answering() -> Iterator[Callable[..., Answering]]:
    """Makes servers that say the same lines to everybody."""
    servers: list[Answering] = []

    def make(*lines: str) -> Answering:
        servers.append(Answering(saying(*lines)))
        return servers[-1]

    yield make
    for server in servers:
        server.stop()
