"""Decks in the database: each load of a changed file is a new version; a workshop keeps its own."""

import time
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from workshop.database import Base
from workshop.decks.deck import Deck
from workshop.decks.languages import Written, together
from workshop.decks.markdown import parse
from workshop.decks.mistakes import DeckError, Mistake
from workshop.language import _

BUNDLED = Path(__file__).parent / "bundled"
BUNDLED_DECK = (BUNDLED / "onderwijsambassadeurs.md", BUNDLED / "education-ambassadors.md")
"""The deck that comes along, in its languages; the main one first."""


class DeckRow(Base):
    """A row a deck; `name` is the file's name without its ending."""

    __tablename__ = "decks"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)


class DeckVersion(Base):
    """A row a version of a deck; its sources never change. `source` is the one in the main language."""

    __tablename__ = "deck_versions"
    __table_args__ = (UniqueConstraint("deck_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    deck_id: Mapped[int] = mapped_column(ForeignKey("decks.id"))
    number: Mapped[int]
    title: Mapped[str]
    language: Mapped[str]
    source: Mapped[str]
    created_at: Mapped[int]
    translations: Mapped[list["DeckTranslation"]] = relationship(
        lazy="selectin", order_by="DeckTranslation.number"
    )

    @property
    def languages(self) -> list[str]:
        """The languages in which it can be read, the main one first."""
        return [self.language, *(translation.language for translation in self.translations)]

    @property
    def sources(self) -> list[str]:
        """The text in each of these languages."""
        return [self.source, *(translation.source for translation in self.translations)]


class DeckTranslation(Base):
    """A row a language that a version of a deck has besides the main one; `number` is 1, 2, …"""

    __tablename__ = "deck_translations"

    deck_version_id: Mapped[int] = mapped_column(ForeignKey("deck_versions.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    language: Mapped[str]
    source: Mapped[str]


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


def read_files(paths: Sequence[Path]) -> tuple[list[str], Deck]:
    """The sources of one deck, a file a language with the main one first, and the deck in them.

    Raises:
        DeckError: with the mistakes in all of them, and with the places where one is not built as the first.
        OSError: one cannot be read.
    """
    written, errors = [], []
    for path in paths:
        try:
            written.append(Written(str(path), *read_file(path)))
        except DeckError as error:
            errors.append(error)
    if errors:
        raise DeckError.of_files(errors)
    return [each.source for each in written], together(written)


def load(session: Session, main: Path, *translations: Path) -> DeckVersion:
    """Puts a deck into the database; the same sources again give the version that is there.

    Args:
        session: to write with.
        main: the file in the main language, after which the deck is called.
        translations: those in the others.

    Raises:
        DeckError: nothing was loaded.
    """
    (source, *others), deck = read_files([main, *translations])
    row = session.scalar(select(DeckRow).where(DeckRow.name == main.stem))
    if row is None:
        row = DeckRow(name=main.stem)
        session.add(row)
        session.flush()
    last = newest_version(session, row.id)
    if last is not None and last.sources == [source, *others]:
        return last
    version = DeckVersion(
        deck_id=row.id,
        number=last.number + 1 if last else 1,
        title=deck.title,
        language=deck.language,
        source=source,
        created_at=time.time_ns() // 1_000_000,
        translations=[
            DeckTranslation(number=number, language=translation.language, source=text)
            for number, (translation, text) in enumerate(zip(deck.translations, others, strict=True), start=1)
        ],
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
    version = session.get(DeckVersion, version_id)
    if version is None:
        raise LookupError(f"no deck version {version_id}")
    return _parsed(tuple(version.sources))


@lru_cache(maxsize=64)
def _parsed(sources: tuple[str, ...]) -> Deck:
    return together(
        [Written(f"deck {n}", source, parse(source)) for n, source in enumerate(sources, start=1)]
    )
