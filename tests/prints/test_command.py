"""`workshop cards`: the PDF of a workshop's cards from the terminal."""

from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from flask import Flask

from tests.cards import paper
from tests.workshops import FRIEND, OPEN
from workshop import friends, journal
from workshop.assets import VENDOR
from workshop.cards.card import Report
from workshop.config import Settings
from workshop.database import Database
from workshop.decks.store import deck_of
from workshop.events import Answered, AnswerHidden, AnyEvent, SlideShown
from workshop.forms import Submission
from workshop.journal import Entry
from workshop.printers.printer import Printer
from workshop.prints.commands import cards, told
from workshop.workshops import Workshop

ME = "p" * 16


def run(app: Flask, *arguments: object) -> Result:
    return CliRunner().invoke(cards, [str(argument) for argument in arguments], obj=app)


@pytest.fixture
def answers(database: Database, workshop: Workshop) -> list[str]:
    said = ["Minder praten, meer doen", "Vertrouwen", "Een verborgen antwoord"]
    events: list[AnyEvent] = [
        SlideShown(OPEN),
        *(Answered(ME, f"{n}" * 16, OPEN, 0, text) for n, text in enumerate(said)),
        AnswerHidden("2" * 16),
    ]
    with database.write() as session:
        journal.append(session.connection(), [Entry(workshop.id, event) for event in events])
    return said[:2]


@pytest.fixture
def friend_cards(database: Database, workshop: Workshop) -> list[str]:
    said = ["Kom je een keer kijken?", "Dit is iets voor jou."]
    with database.write() as session:
        deck = deck_of(session, workshop.deck_version_id)
        for n, text in enumerate(said):
            fields = {"friend_name": "Sanne", "message": text, "sender_name": "Anna"}
            sent = Submission(f"{n}" * 16, workshop.id, ME, deck, FRIEND, fields, "secret")
            journal.append(session.connection(), [friends.accept(sent)])
    return said


def test_the_visible_answers_are_printed(
    app: Flask, workshop: Workshop, answers: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "cards.pdf"

    result = run(app, workshop.code.lower(), "--kind", "answers", "--output", file)

    assert result.exit_code == 0
    assert result.stdout == f"2 cards, 1 sheet, no boxes: {file}\n"
    fronts = paper.texts(file.read_bytes(), back=False, sides=1)
    assert all(answer in front.replace("\r\n", " ") for answer, front in zip(answers, fronts, strict=True))


def test_the_friend_cards_are_printed_with_their_own_codes(
    app: Flask, workshop: Workshop, friend_cards: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "cards.pdf"

    result = run(app, workshop.code, "--kind", "friends", "--output", file)

    assert result.exit_code == 0
    pdf = file.read_bytes()
    backs = paper.texts(pdf, back=True)
    assert [back.splitlines()[0] for back in backs] == friend_cards
    codes = paper.codes(pdf, page=0)
    assert len(set(codes)) == 2
    assert all("/f/" in code for code in codes)


def test_it_says_where_the_codes_lead_when_nobody_set_an_address(
    app: Flask, workshop: Workshop, answers: list[str], tmp_path: Path
) -> None:
    result = run(app, workshop.code, "--kind", "answers", "--output", tmp_path / "cards.pdf")

    assert "The QR codes lead to http://" in result.stderr
    assert "WORKSHOP_PUBLIC_URL" in result.stderr


def test_the_file_is_for_its_owner_only_and_nothing_else_is_left(
    app: Flask, workshop: Workshop, answers: list[str], tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()

    run(app, workshop.code, "--kind", "answers", "--output", folder / "cards.pdf")

    assert [path.name for path in folder.iterdir()] == ["cards.pdf"]
    assert (folder / "cards.pdf").stat().st_mode & 0o777 == 0o600


def test_boxes_that_a_font_could_fill_say_how_to_add_it_and_are_gone_when_it_is_there(
    app: Flask, database: Database, workshop: Workshop, settings: Settings, tmp_path: Path
) -> None:
    with database.write() as session:
        events: list[AnyEvent] = [SlideShown(OPEN), Answered(ME, "1" * 16, OPEN, 0, "日本語の骨")]
        journal.append(session.connection(), [Entry(workshop.id, event) for event in events])
    command = (workshop.code, "--kind", "answers", "--output", tmp_path / "cards.pdf")

    without = run(app, *command)
    settings.fonts.symlink_to(VENDOR / "east")
    with_it = run(app, *command)

    assert "Fonts for them can be added: workshop fonts add japanese\n" in without.stderr
    assert "5 boxes" in without.stdout
    assert "workshop fonts" not in with_it.stderr
    assert "no boxes" in with_it.stdout


@pytest.mark.parametrize("kind", ["answers", "friends"])
def test_nothing_to_print_is_one_line_and_leaves_an_older_file_alone(
    app: Flask, workshop: Workshop, tmp_path: Path, kind: str
) -> None:
    file = tmp_path / "cards.pdf"
    file.write_bytes(b"older")

    result = run(app, workshop.code, "--kind", kind, "--output", file)

    assert result.exit_code == 1
    assert result.stderr == f"Error: {workshop.code} has no {kind} to print yet\n"
    assert file.read_bytes() == b"older"


def test_an_unknown_code_is_one_line(app: Flask, tmp_path: Path) -> None:
    file = tmp_path / "cards.pdf"

    result = run(app, "XXXXXX", "--kind", "answers", "--output", file)

    assert result.exit_code == 1
    assert result.stderr == "Error: no workshop has the code XXXXXX\n"
    assert not file.exists()


def test_a_folder_that_is_not_there_is_one_line(
    app: Flask, workshop: Workshop, answers: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "missing" / "cards.pdf"

    result = run(app, workshop.code, "--kind", "answers", "--output", file)

    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "No such file or directory" in result.stderr


@pytest.mark.parametrize(
    ("report", "line"),
    [
        (Report(1, 1, 1, 0), "1 card, 1 sheet, no boxes: x.pdf"),
        (Report(5, 6, 2, 1), "5 cards, 2 sheets, 1 message on more than one card, no boxes: x.pdf"),
        (
            Report(2, 2, 1, 0, Counter({0x1F389: 2, 0x4E2D: 1})),
            "2 cards, 1 sheet, 3 boxes for characters no font has (U+1F389, U+4E2D): x.pdf",
        ),
    ],
)
def test_it_tells_of_cards_sheets_and_boxes(report: Report, line: str) -> None:
    assert told(report, Path("x.pdf")) == line


def test_help_has_an_example(app: Flask) -> None:
    assert "Example: workshop cards" in run(app, "--help").stdout


def test_a_printer_is_named_and_its_backs_are_moved(
    app: Flask, database: Database, workshop: Workshop, friend_cards: list[str], tmp_path: Path
) -> None:
    with database.write() as session:
        session.add(Printer(name="Lerarenkamer", right_mm=3.0, up_mm=0.0))
    command = (workshop.code, "--kind", "friends", "--output", tmp_path / "cards.pdf")

    assert run(app, *command).exit_code == 0
    plain = paper.picture((tmp_path / "cards.pdf").read_bytes(), 1)
    assert run(app, *command, "--printer", "lerarenkamer").exit_code == 0
    moved = paper.picture((tmp_path / "cards.pdf").read_bytes(), 1)
    unknown = run(app, *command, "--printer", "Kelder")

    assert moved.tobytes() != plain.tobytes()
    assert unknown.exit_code == 1
    assert unknown.stderr.startswith("Error: there is no printer Kelder")


def test_everything_that_can_be_chosen_is_printed(
    app: Flask, workshop: Workshop, answers: list[str], tmp_path: Path
) -> None:
    names, file, contents = tmp_path / "names.txt", tmp_path / "cards.pdf", tmp_path / "contents.pdf"
    names.write_text("Noor Bakker, De Regenboog\nSam\n")

    badges = run(
        app, workshop.code, "--kind", "badges", "--names", names, "--contents", contents, "--output", file
    )
    posters = run(app, workshop.code, "--kind", "posters", "--size", "a3", "--paper", "a3", "--output", file)
    too_large = run(app, workshop.code, "--kind", "posters", "--size", "a3", "--output", file)

    assert badges.stdout.startswith("2 cards, 1 sheet")
    assert "Noor Bakker" in paper.whole_text(contents.read_bytes(), 0)
    assert posters.exit_code == 0
    assert too_large.stderr.startswith("Error: The card does not fit")
