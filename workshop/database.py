"""The engine, the models' base, and the two ways in: to read and to write."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar

from sqlalchemy import BigInteger, Connection, Engine, Integer, MetaData, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import DeclarativeBase, Session


class Base(DeclarativeBase):
    """The base of all tables."""

    # Times are in milliseconds: too large for PostgreSQL's integer. SQLite numbers rows only by INTEGER.
    type_annotation_map: ClassVar[dict[Any, Any]] = {int: BigInteger().with_variant(Integer, "sqlite")}
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Database:
    """One database as this process sees it."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.engine = make_engine(url)
        # Cooperative once gevent has patched it. Without it a greenlet that waits for SQLite's write
        # lock, held by another greenlet, would stop the whole process: a busy wait does not switch.
        self._one_writer = threading.Lock()

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session for looking only; nothing is committed."""
        with Session(self.engine) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A session whose changes are committed at the end, all or none of them."""
        with self._one_writer, self.engine.connect() as connection:
            connection = connection.execution_options(begins="IMMEDIATE")
            with Session(connection, expire_on_commit=False) as session, session.begin():
                yield session

    def leave_no_traces(self) -> bool:
        """Lets what was erased go from the disk, also where SQLite keeps older states of its pages.

        SQLite overwrites what is deleted, but not the copies that a row leaves behind when it moves to
        another page (measured: 8 of 1,500 erased texts were still in the file), so the file is written anew.
        That keeps writers waiting: a second for some 50 MB. PostgreSQL's autovacuum does it by itself.

        Returns:
            False where somebody was reading all the time: it must be tried again.
        """
        if self.engine.dialect.name != "sqlite":
            return True
        with self._one_writer, self.engine.connect() as connection:
            sqlite = connection.connection.driver_connection
            assert sqlite is not None
            sqlite.execute("VACUUM")
            is_busy, _pages, _done = sqlite.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not is_busy

    @property
    def size(self) -> int:
        """How many bytes SQLite's file has; 0 for another database."""
        path = self.engine.url.database if self.engine.dialect.name == "sqlite" else None
        return Path(path).stat().st_size if path else 0


def insert_into(connection: Connection, table: type[Base]) -> postgresql.Insert | sqlite.Insert:
    """An INSERT that can say what happens where there is such a row already; each database has its own."""
    return postgresql.insert(table) if connection.dialect.name == "postgresql" else sqlite.insert(table)


def make_engine(url: str, **options: Any) -> Engine:
    """An engine; for SQLite with write-ahead log, full durability and transactions of our own.

    Args:
        url: an SQLAlchemy address.
        options: handed to `create_engine`.
    """
    # What an error says gets into logs, and parameters are what people wrote.
    engine = create_engine(url, hide_parameters=True, **options)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # we begin transactions ourselves
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",  # an acknowledged answer survives a power cut
        "foreign_keys = ON",
        "busy_timeout = 10000",
        "secure_delete = ON",  # what is erased is overwritten, not only marked as free
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    # IMMEDIATE: a transaction that reads and then writes could not wait for the lock later.
    kind = connection.get_execution_options().get("begins", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {kind}")
