"""Decks in the database: each load of a changed file is a new version; a workshop keeps its own."""

import time
from functools import lru_cache
from pathlib import Path

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from workshop.database import Base
from workshop.decks.deck import Deck
from workshop.decks.markdown import parse
from workshop.decks.mistakes import DeckError, Mistake
from workshop.language import _

BUNDLED = Path(__file__).parent / "bundled"


class DeckRow(Base):
    """A row a deck; `name` is the file's name without its ending."""

    __tablename__ = "decks"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)


class DeckVersion(Base):
    """A row a version of a deck; its source never changes."""

    __tablename__ = "deck_versions"
    __table_args__ = (UniqueConstraint("deck_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    deck_id: Mapped[int] = mapped_column(ForeignKey("decks.id"))
    number: Mapped[int]
    title: Mapped[str]
    language: Mapped[str]
    source: Mapped[str]
    created_at: Mapped[int]


def read_file(path: Path) -> tuple[str, Deck]:
    """A deck file's source and the deck in it.

    Raises:
        DeckError: with its mistakes, also where the file is no UTF-8.
        OSError: it cannot be read.
    """
    try:
        source = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        mistake = Mistake(line, _("This is not UTF-8."), _("Save the file as UTF-8."))
        raise DeckError(str(path), [mistake]) from error
    return source, parse(source, str(path))


def load(session: Session, path: Path) -> DeckVersion:
    """Puts a deck file into the database; the same source again gives the version that is there.

    Raises:
        DeckError: nothing was loaded.
    """
    source, deck = read_file(path)
    row = session.scalar(select(DeckRow).where(DeckRow.name == path.stem))
    if row is None:
        row = DeckRow(name=path.stem)
        session.add(row)
        session.flush()
    last = newest_version(session, row.id)
    if last is not None and last.source == source:
        return last
    version = DeckVersion(
        deck_id=row.id,
        number=last.number + 1 if last else 1,
        title=deck.title,
        language=deck.language,
        source=source,
        created_at=time.time_ns() // 1_000_000,
    )
    session.add(version)
    session.flush()
    return version


def newest_version(session: Session, deck_id: int) -> DeckVersion | None:
    """The last version of a deck."""
    return session.scalar(
        select(DeckVersion).where(DeckVersion.deck_id == deck_id).order_by(DeckVersion.number.desc()).limit(1)
    )


def newest_versions(session: Session) -> list[DeckVersion]:
    """The last version of every deck, by title."""
    decks = session.scalars(select(DeckRow.id))
    versions = [version for deck in decks if (version := newest_version(session, deck))]
    return sorted(versions, key=lambda version: version.title)


def deck_of(session: Session, version_id: int) -> Deck:
    """The deck of a version, as its workshop shows it."""
    source = session.scalar(select(DeckVersion.source).where(DeckVersion.id == version_id))
    if source is None:
        raise LookupError(f"no deck version {version_id}")
    return _parsed(source)


@lru_cache(maxsize=64)
def _parsed(source: str) -> Deck:
    return parse(source)
