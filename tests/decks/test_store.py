"""Decks in the database: a changed file is a new version, and a workshop keeps the one it began with."""

from pathlib import Path

import pytest
from sqlalchemy import func, select

from tests.decks.written import FRONT
from workshop.database import Database
from workshop.decks.mistakes import DeckError
from workshop.decks.store import BUNDLED, DeckRow, DeckVersion, deck_of, load, newest_versions, read_file
from workshop.workshops import start

ONE = FRONT + "# Een\n"
TWO = FRONT + "# Een\n\n---\n\n# Twee\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mijn-deck.md"
    path.write_text(ONE)
    return path


def put(database: Database, file: Path, source: str | bytes | None = None) -> DeckVersion:
    """Loads the file, with other contents where they are given."""
    if source is not None:
        file.write_bytes(source.encode() if isinstance(source, str) else source)
    with database.write() as session:
        return load(session, file)


def count(database: Database, table: type) -> int:
    with database.read() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_a_deck_is_kept_with_its_source(database: Database, file: Path) -> None:
    version = put(database, file)

    with database.read() as session:
        kept = session.get_one(DeckVersion, version.id)
        assert (kept.number, kept.title, kept.language, kept.source) == (1, "Proef", "nl", ONE)
        assert session.get_one(DeckRow, kept.deck_id).name == "mijn-deck"
        assert [slide.title for slide in deck_of(session, kept.id).slides] == ["Een"]


def test_a_changed_file_is_a_new_version_of_the_same_deck(database: Database, file: Path) -> None:
    first, second = put(database, file), put(database, file, TWO)

    assert (first.number, second.number) == (1, 2)
    assert first.deck_id == second.deck_id
    with database.read() as session:
        assert len(deck_of(session, first.id).slides) == 1
        assert len(deck_of(session, second.id).slides) == 2


def test_the_same_source_again_is_the_version_that_is_there(database: Database, file: Path) -> None:
    first, again = put(database, file), put(database, file)

    assert again.id == first.id
    assert count(database, DeckVersion) == 1


def test_an_older_source_again_is_a_new_version(database: Database, file: Path) -> None:
    put(database, file)
    put(database, file, TWO)

    back = put(database, file, ONE)

    assert back.number == 3


def test_another_file_is_another_deck(database: Database, file: Path, tmp_path: Path) -> None:
    other = tmp_path / "ander-deck.md"

    first, second = put(database, file), put(database, other, ONE)

    assert first.deck_id != second.deck_id
    assert (first.number, second.number) == (1, 1)


def test_a_workshop_keeps_the_version_that_it_began_with(database: Database, file: Path) -> None:
    first = put(database, file)
    with database.write() as session:
        workshop = start(session, first)

    put(database, file, TWO)

    with database.read() as session:
        assert len(deck_of(session, workshop.deck_version_id).slides) == 1


def test_a_deck_with_a_mistake_leaves_everything_as_it_was(database: Database, file: Path) -> None:
    with pytest.raises(DeckError):
        put(database, file, TWO + "::: open\n")

    assert (count(database, DeckRow), count(database, DeckVersion)) == (0, 0)

    put(database, file, ONE)
    with pytest.raises(DeckError):
        put(database, file, TWO + "::: open\n")
    with database.read() as session:
        assert [version.source for version in newest_versions(session)] == [ONE]


def test_only_the_newest_version_of_each_deck_is_listed_by_title(
    database: Database, file: Path, tmp_path: Path
) -> None:
    put(database, file)
    put(database, file, TWO.replace("Proef", "Zon"))
    put(database, tmp_path / "a.md", ONE.replace("Proef", "Aarde"))

    with database.read() as session:
        versions = newest_versions(session)

    assert [(version.title, version.number) for version in versions] == [("Aarde", 1), ("Zon", 2)]


def test_a_version_that_is_not_there_is_not_found(database: Database) -> None:
    with database.read() as session, pytest.raises(LookupError, match="no deck version 7"):
        deck_of(session, 7)


def test_a_mark_of_byte_order_does_no_harm(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + ONE.encode())

    source, deck = read_file(file)

    assert source == ONE
    assert deck.title == "Proef"


@pytest.mark.parametrize(
    ("contents", "line"),
    [
        (ONE.encode("utf-16"), 1),
        ((ONE + "één\n").encode("latin-1"), 6),
        (b"\xef\xbb\xbf" + (ONE + "\né").encode("latin-1"), 7),
        (b"\xff", 1),
    ],
)
def test_a_file_that_is_no_utf8_is_told_with_the_line(file: Path, contents: bytes, line: int) -> None:
    file.write_bytes(contents)

    with pytest.raises(DeckError) as refused:
        read_file(file)

    (mistake,) = refused.value.mistakes
    assert (mistake.line, mistake.what) == (line, "This is not UTF-8.")
    assert mistake.right == "Save the file as UTF-8."
    assert str(refused.value).startswith(f"{file}:{line}: ")


@pytest.mark.parametrize("path", sorted(BUNDLED.glob("*.md")), ids=lambda path: path.stem)
def test_a_bundled_deck_comes_out_of_the_database_as_it_was(database: Database, path: Path) -> None:
    version = put(database, path)

    with database.read() as session:
        assert deck_of(session, version.id) == read_file(path)[1]


def test_a_deck_in_several_languages_keeps_all_its_sources(database: Database, file: Path) -> None:
    english = file.with_name("english.md")
    english.write_text(ONE.replace("language: nl", "language: en"))

    with database.write() as session:
        version = load(session, file, english)
    with database.write() as session:
        again, alone = load(session, file, english), load(session, file)

    assert (version.number, again.id, alone.number) == (1, version.id, 2)
    with database.read() as session:
        assert deck_of(session, version.id).languages == ("nl", "en")
        assert deck_of(session, alone.id).languages == ("nl",)
        assert session.get_one(DeckVersion, version.id).sources == [ONE, english.read_text()]
