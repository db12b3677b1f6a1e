"""Decks in the database: each load of a changed file is a new version; a workshop keeps its own."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sqlalchemy import ForeignKey, UniqueConstraint, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from workshop.database import Base
from workshop.decks.darkroom import Developed
from workshop.decks.deck import Deck
from workshop.decks.folder import Folder
from workshop.decks.languages import Written, together
from workshop.decks.markdown import parse
from workshop.decks.mistakes import DeckError, Mistake
from workshop.decks.picture import Album, Picture, Print
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


class PictureRow(Base):
    """A row a picture in one size, as WebP; it never changes, and decks with the same picture share it."""

    __tablename__ = "pictures"

    digest: Mapped[str] = mapped_column(primary_key=True)
    width: Mapped[int]
    height: Mapped[int]
    contents: Mapped[bytes]


class DeckPicture(Base):
    """A row a picture that a version of a deck names, with its two sizes.

    `source` says which of its texts names it: 0 for the main one, 1, 2, … for the translations.
    """

    __tablename__ = "deck_pictures"

    deck_version_id: Mapped[int] = mapped_column(ForeignKey("deck_versions.id"), primary_key=True)
    source: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    large: Mapped[str] = mapped_column(ForeignKey("pictures.digest"))
    small: Mapped[str] = mapped_column(ForeignKey("pictures.digest"))


Place = tuple[int, str]
"""Where a picture is named: in which of a deck's texts, and as what."""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A deck as it lies in a folder: its source in each language, the deck in them, and its pictures."""

    sources: list[str]
    deck: Deck
    pictures: dict[Place, Developed]


def read_file(path: Path) -> tuple[str, Deck]:
    """A deck file's source and the deck in it; raises what `read_manuscript` raises."""
    return _read(path, Folder(path.parent, {}))


def read_files(paths: Sequence[Path]) -> tuple[list[str], Deck]:
    """The sources of one deck and the deck in them; raises what `read_manuscript` raises."""
    read = read_manuscript(paths)
    return read.sources, read.deck


def read_manuscript(paths: Sequence[Path]) -> Manuscript:
    """A deck with the pictures beside it, ready to be kept: a file a language, the main one first.

    Raises:
        DeckError: with the mistakes in all of them, and with the places where one is not built as the first.
        OSError: one cannot be read.
    """
    prints: dict[Path, Developed] = {}
    folders = [Folder(path.parent, prints) for path in paths]
    written, errors = [], []
    for path, folder in zip(paths, folders, strict=True):
        try:
            written.append(Written(str(path), *_read(path, folder)))
        except DeckError as error:
            errors.append(error)
    if errors:
        raise DeckError.of_files(errors)
    pictures = {
        (number, name): developed
        for number, folder in enumerate(folders)
        for name, developed in folder.developed.items()
    }
    return Manuscript([each.source for each in written], together(written), pictures)


def _read(path: Path, folder: Folder) -> tuple[str, Deck]:
    try:
        source = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        mistake = Mistake(line, _("This is not UTF-8."), _("Save the file as UTF-8."))
        raise DeckError(str(path), [mistake]) from error
    return source, parse(source, str(path), folder)


def load(session: Session, main: Path, *translations: Path) -> DeckVersion:
    """Puts a deck into the database; the same files again give the version that is there.

    Args:
        session: to write with.
        main: the file in the main language, after which the deck is called.
        translations: those in the others.

    Raises:
        DeckError: nothing was loaded.
    """
    return keep(session, main.stem, read_manuscript([main, *translations]))


def keep(session: Session, name: str, read: Manuscript) -> DeckVersion:
    """Puts a deck into the database; the same sources and pictures again give the version that is there."""
    row = session.scalar(select(DeckRow).where(DeckRow.name == name))
    if row is None:
        row = DeckRow(name=name)
        session.add(row)
        session.flush()
    last = newest_version(session, row.id)
    pictures = {place: developed.picture for place, developed in read.pictures.items()}
    if last is not None and last.sources == read.sources and pictures_of(session, last.id) == pictures:
        return last
    version = DeckVersion(
        deck_id=row.id,
        number=last.number + 1 if last else 1,
        title=read.deck.title,
        language=read.deck.language,
        source=read.sources[0],
        created_at=time.time_ns() // 1_000_000,
        translations=[
            DeckTranslation(number=number, language=translation.language, source=text)
            for number, (translation, text) in enumerate(
                zip(read.deck.translations, read.sources[1:], strict=True), start=1
            )
        ],
    )
    session.add(version)
    session.flush()
    _keep_pictures(session, version.id, read.pictures)
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
    return _parsed(tuple(version.sources), tuple(pictures_of(session, version_id).items()))


def pictures_of(session: Session, version_id: int) -> dict[Place, Picture]:
    """The pictures of a deck's version, by where they are named; not what they hold."""
    sizes = {
        row.digest: Print(row.digest, row.width, row.height)
        for row in session.execute(
            select(PictureRow.digest, PictureRow.width, PictureRow.height)
            .join(DeckPicture, PictureRow.digest.in_((DeckPicture.large, DeckPicture.small)))
            .where(DeckPicture.deck_version_id == version_id)
        )
    }
    rows = session.scalars(
        select(DeckPicture)
        .where(DeckPicture.deck_version_id == version_id)
        .order_by(DeckPicture.source, DeckPicture.name)
    )
    return {(row.source, row.name): Picture(sizes[row.large], sizes[row.small]) for row in rows}


def contents_of(session: Session, digest: str) -> bytes | None:
    """What a picture holds; None where there is none with this digest."""
    return session.scalar(select(PictureRow.contents).where(PictureRow.digest == digest))


@lru_cache(maxsize=64)
def _parsed(sources: tuple[str, ...], pictures: tuple[tuple[Place, Picture], ...]) -> Deck:
    return together(
        [
            Written(f"deck {n + 1}", source, parse(source, album=_album(n, pictures)))
            for n, source in enumerate(sources)
        ]
    )


def _album(number: int, pictures: tuple[tuple[Place, Picture], ...]) -> Album | None:
    # A version without pictures may be older than pictures are: what looks like one was a text then.
    named = {name: picture for (source, name), picture in pictures if source == number}
    return named.__getitem__ if pictures else None


def _keep_pictures(session: Session, version_id: int, developed: dict[Place, Developed]) -> None:
    for (source, name), each in developed.items():
        for size, contents in ((each.picture.large, each.large), (each.picture.small, each.small)):
            _keep_size(session, size, contents)
        large, small = each.picture.large.digest, each.picture.small.digest
        session.add(
            DeckPicture(deck_version_id=version_id, source=source, name=name, large=large, small=small)
        )
    session.flush()


def _keep_size(session: Session, size: Print, contents: bytes) -> None:
    if session.scalar(select(PictureRow.digest).where(PictureRow.digest == size.digest)) is None:
        session.execute(
            insert(PictureRow).values(
                digest=size.digest, width=size.width, height=size.height, contents=contents
            )
        )
