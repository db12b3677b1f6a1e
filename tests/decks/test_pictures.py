"""Pictures in a deck: where they may stand, what is wrong with others, how they are kept and served."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from tests.decks.written import FRONT
from tests.drawings import CHOICE, GARDEN, ONLY, PLACE, RIGHT, TWO, garden, illustrated
from workshop.database import Database
from workshop.decks.deck import Deck
from workshop.decks.markdown import parse
from workshop.decks.mistakes import DeckError, Mistake
from workshop.decks.store import DeckPicture, DeckVersion, PictureRow, deck_of, load, read_file, read_files
from workshop.kinds.choice import Choice
from workshop.kinds.place import Place

ALT = "Een veld met bomen"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a picture in it, one below it, and one beside it."""
    folder = tmp_path / "mijn"
    (folder / "beelden").mkdir(parents=True)
    for path in (folder / "tuin.jpg", folder / "beelden" / "tuin.jpg", tmp_path / "buiten.jpg"):
        garden(64, 48).save(path)
    return folder


def written(folder: Path, slide: str, front: str = "") -> Path:
    path = folder / "deck.md"
    path.write_text(FRONT.replace("language", f"{front}\nlanguage") if front else FRONT)
    path.write_text(path.read_text() + slide)
    return path


def read(folder: Path, slide: str, front: str = "") -> Deck:
    return read_file(written(folder, slide, front))[1]


def mistakes(folder: Path, slide: str, front: str = "") -> list[Mistake]:
    with pytest.raises(DeckError) as refused:
        read(folder, slide, front)
    return refused.value.mistakes


def mistake(folder: Path, slide: str, front: str = "") -> Mistake:
    (only,) = mistakes(folder, slide, front)
    return only


def count(database: Database, table: type) -> int:
    with database.read() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_a_picture_of_its_own_line_stands_beside_the_words(folder: Path) -> None:
    slide = read(folder, f"# Buiten\n\nTekst\n\n![{ALT}](tuin.jpg)\n\nMeer tekst\n").slides[0]

    assert slide.body == "<p>Tekst</p>\n<p>Meer tekst</p>"
    (sight,) = slide.pictures
    assert sight.alt == ALT
    assert (sight.picture.large.width, sight.picture.large.height) == (64, 48)


def test_a_picture_among_words_leaves_the_words(folder: Path) -> None:
    slide = read(folder, f"# Buiten\n\nKijk ![{ALT}](tuin.jpg) eens\n").slides[0]

    assert len(slide.pictures) == 1
    assert "Kijk" in slide.body
    assert "eens" in slide.body
    assert "tuin" not in slide.body


@pytest.mark.parametrize("name", ["tuin.jpg", "./tuin.jpg", "beelden/tuin.jpg", "beelden/../tuin.jpg"])
def test_pictures_lie_in_the_decks_folder_or_below_it(folder: Path, name: str) -> None:
    assert read(folder, f"# Buiten\n\n![{ALT}]({name})\n").slides[0].pictures


def test_a_name_may_have_spaces_and_accents(folder: Path) -> None:
    garden(10, 10).save(folder / "één foto 100%.png")

    assert read(folder, f"# Buiten\n\n![{ALT}](<één foto 100%.png>)\n").slides[0].pictures


def test_a_missing_file_is_told_with_its_line_and_the_nearest_name(folder: Path) -> None:
    found = mistake(folder, f"# Buiten\n\nTekst\n![{ALT}](Tuin.JPG)\n")

    assert (found.line, found.what) == (8, "There is no picture 'Tuin.JPG' that can be read.")
    assert found.right == "Did you mean 'tuin.jpg'?"
    assert mistake(folder, f"# Buiten\n\n![{ALT}](wolk.png)\n").right == "Put it beside the deck's file."


@pytest.mark.parametrize("alt", ["", "  "])
def test_a_picture_without_words_is_told_with_its_line(folder: Path, alt: str) -> None:
    found = mistake(folder, f"# Buiten\n\n![{alt}](tuin.jpg)\n")

    assert found.line == 7
    assert found.what == "The picture 'tuin.jpg' has no words for who does not see it."


@pytest.mark.parametrize("name", ["../buiten.jpg", "beelden/../../buiten.jpg", "/etc/passwd", "~/x.jpg", "."])
def test_a_path_out_of_the_folder_finds_nothing(folder: Path, name: str) -> None:
    found = mistake(folder, f"# Buiten\n\n![{ALT}]({name})\n")

    assert found.line == 7
    assert name in found.what


def test_a_link_out_of_the_folder_finds_nothing(folder: Path) -> None:
    (folder / "link.jpg").symlink_to(folder.parent / "buiten.jpg")

    found = mistake(folder, f"# Buiten\n\n![{ALT}](link.jpg)\n")

    assert found.what == "'link.jpg' leads out of the deck's folder."


@pytest.mark.parametrize(
    "name", ["https://example.org/x.png", "//example.org/x.png", "data:image/png;base64,AA"]
)
def test_a_picture_of_the_internet_is_refused(folder: Path, name: str) -> None:
    assert "lies on the internet" in mistake(folder, f"# Buiten\n\n![{ALT}]({name})\n").what


def test_an_svg_is_refused_with_its_line(folder: Path) -> None:
    (folder / "x.svg").write_text("<svg><script>alert(1)</script></svg>")

    found = mistake(folder, f"# Buiten\n\n![{ALT}](x.svg)\n")

    assert (found.line, found.what) == (7, "'x.svg' is an SVG, which can hold a script.")


@pytest.mark.parametrize(
    ("slide", "line"),
    [
        (f"# Buiten ![{ALT}](tuin.jpg)\n", 5),
        (f"# Buiten\n\n- ![{ALT}](tuin.jpg)\n", 7),
        (f"# Buiten\n\n> ![{ALT}](tuin.jpg)\n", 7),
        (f"# Buiten\n\n::: notes\n![{ALT}](tuin.jpg)\n:::\n", 8),
        (f"# Buiten\n\n::: ranking\n- ![{ALT}](tuin.jpg) a\n- b\n:::\n", 8),
        (f"# Buiten\n\n::: fact {{value=3}}\n![{ALT}](tuin.jpg)\n:::\n", 8),
        (f"# Buiten\n\n::: table\n| a | b |\n| - | - |\n| ![{ALT}](tuin.jpg) | 1 |\n:::\n", 10),
    ],
)
def test_where_no_picture_can_be_shown_it_is_told(folder: Path, slide: str, line: int) -> None:
    found = mistake(folder, slide)

    assert (found.line, found.what) == (line, "The picture 'tuin.jpg' cannot be shown here.")


def test_without_an_album_an_image_stays_the_text_that_it_was() -> None:
    slide = parse(FRONT + "# Buiten\n\n![plaatje](https://example.org/x.png)\n").slides[0]

    assert "<img" not in slide.body
    assert slide.pictures == ()


def test_a_logo_needs_the_organisations_name(folder: Path) -> None:
    found = mistake(folder, "# Buiten\n", "logo: tuin.jpg")

    assert (found.line, found.right) == (3, "Write 'organisation: …' in the front matter.")
    logo = read(folder, "# Buiten\n", "organisation: Wij\nlogo: tuin.jpg").logo
    assert logo is not None
    assert logo.alt == "Wij"
    assert "wolk.png" in mistake(folder, "# Buiten\n", "organisation: Wij\nlogo: wolk.png").what


def test_a_face_is_one_of_a_few(folder: Path) -> None:
    found = mistake(folder, "# Buiten\n", "display: gabarit")

    assert (found.line, found.right) == (3, "Did you mean 'gabarito'?")
    assert read(folder, "# Buiten\n", "display: source-serif").look.display == "source-serif"
    assert read(folder, "# Buiten\n").look.face is None


def test_options_have_one_picture_each_or_none(folder: Path) -> None:
    image = f"![{ALT}](tuin.jpg)"

    assert mistake(folder, f"# Kies\n\n::: choice\n- {image}\n- b\n:::\n").line == 9
    assert mistake(folder, f"# Kies\n\n::: choice\n- {image}\n- {image}{image}\n:::\n").line == 9
    many = "\n".join(f"- {image} {n}" for n in range(13))
    assert "more than 12 pictures" in mistake(folder, f"# Kies\n\n::: choice\n{many}\n:::\n").what


def test_a_place_on_a_picture_needs_words_and_nothing_of_the_other_kinds(folder: Path) -> None:
    assert "no words" in mistake(folder, "# Waar\n\n::: place {picture=tuin.jpg}\n:::\n").what
    found = mistake(folder, '# Waar\n\n::: place {picture=tuin.jpg alt="x" on=map}\n:::\n')
    assert found.what == "'place' has no 'on'."


def test_a_deck_with_pictures_comes_out_of_the_database_as_it_was(database: Database, tmp_path: Path) -> None:
    path = illustrated(tmp_path)
    with database.write() as session:
        version = load(session, path).id

    with database.read() as session:
        deck = deck_of(session, version)

    assert deck == read_file(path)[1]
    assert deck.logo is not None
    assert [len(deck.slides[number - 1].pictures) for number in (GARDEN, ONLY, TWO)] == [1, 1, 2]
    choice, right, place = (deck.slides[number - 1].asks for number in (CHOICE, RIGHT, PLACE))
    assert isinstance(choice, Choice)
    assert choice.options == ("Een veld met bomen", "Een schoolbord", "Een toren", "Een plattegrond")
    assert isinstance(right, Choice)
    assert right.options[1] == "De toren (Een toren)"
    assert right.right == (1,)
    assert isinstance(place, Place)
    assert place.picture is not None
    assert place.picture.alt == "De plattegrond van de school"


def test_another_picture_under_the_same_name_is_a_new_version(database: Database, folder: Path) -> None:
    path = written(folder, f"# Buiten\n\n![{ALT}](tuin.jpg)\n")
    with database.write() as session:
        first, same = load(session, path), load(session, path)
    garden(32, 24).save(folder / "tuin.jpg")

    with database.write() as session:
        second = load(session, path)

    assert (first.number, same.number, second.number) == (1, 1, 2)
    with database.read() as session:
        widths = [
            deck_of(session, each.id).slides[0].pictures[0].picture.large.width for each in (first, second)
        ]
    assert widths == [64, 32]


def test_the_same_picture_in_two_decks_is_kept_once(database: Database, folder: Path) -> None:
    with database.write() as session:
        load(session, written(folder, f"# Buiten\n\n![{ALT}](tuin.jpg)\n\n![{ALT}](beelden/tuin.jpg)\n"))
        (folder / "ander.md").write_text((folder / "deck.md").read_text())
        load(session, folder / "ander.md")

    assert count(database, DeckVersion) == 2
    assert count(database, DeckPicture) == 4
    assert count(database, PictureRow) == 1  # so small that its two sizes are the same


def test_each_language_may_have_pictures_of_its_own(database: Database, folder: Path) -> None:
    slide = '# Waar\n\n::: place {picture=tuin.jpg alt="Een veld"}\n:::\n'
    main, other = written(folder, slide), folder / "en" / "deck.en.md"
    other.parent.mkdir()
    garden(32, 24).save(other.parent / "tuin.jpg")
    other.write_text(main.read_text().replace("language: nl", "language: en").replace("Een veld", "A field"))
    with database.write() as session:
        version = load(session, main, other).id

    with database.read() as session:
        deck = deck_of(session, version)

    places = [deck.in_language(language).slides[0].asks for language in ("nl", "en")]
    sights = [place.picture for place in places if isinstance(place, Place) and place.picture]
    assert [(sight.alt, sight.picture.large.width) for sight in sights] == [("Een veld", 64), ("A field", 32)]


def test_what_is_right_is_so_in_every_language(folder: Path) -> None:
    main, other = written(folder, "# Kies\n\n::: choice\n- [x] a\n- b\n:::\n"), folder / "deck.en.md"
    other.write_text(main.read_text().replace("nl", "en").replace("- [x] a", "- a").replace("- b", "- [x] b"))

    with pytest.raises(DeckError) as refused:
        read_files([main, other])

    (found,) = refused.value.mistakes
    assert found.line == 7
    assert "right" in found.what


def test_a_deck_with_a_mistake_keeps_no_picture(database: Database, folder: Path) -> None:
    with pytest.raises(DeckError), database.write() as session:
        load(session, written(folder, f"# Buiten\n\n![{ALT}](tuin.jpg)\n\n![{ALT}](wolk.jpg)\n"))

    assert count(database, PictureRow) == 0


def test_a_picture_is_served_for_good_under_the_digest_of_its_contents(
    client: FlaskClient, database: Database, folder: Path
) -> None:
    with database.write() as session:
        version = load(session, written(folder, f"# Buiten\n\n![{ALT}](tuin.jpg)\n")).id
    with database.read() as session:
        print_ = deck_of(session, version).slides[0].pictures[0].picture.large

    answer = client.get(print_.address)

    assert answer.status_code == 200
    assert answer.mimetype == "image/webp"
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "Set-Cookie" not in answer.headers
    assert answer.data[:4] == b"RIFF"


@pytest.mark.parametrize("name", ["x", "0" * 64, "../../etc/passwd", "%2e%2e"])
def test_a_picture_that_is_not_there_is_not_found(client: FlaskClient, name: str) -> None:
    assert client.get(f"/pictures/{name}.webp").status_code == 404
