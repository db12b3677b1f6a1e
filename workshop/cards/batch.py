"""A batch of cards: the messages of one workshop, as they are printed."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
from babel.dates import format_date
from sqlalchemy import Connection, delete
from sqlalchemy.orm import Session

from workshop import journal, language
from workshop.answers import Answers
from workshop.cards.added import fonts_in
from workshop.cards.card import Card, Look, Report, cleaned
from workshop.cards.chunk import Chunk, Maker, Setup
from workshop.cards.crew import ALL_CORES_FROM, Kept, chunks
from workshop.cards.east import helpful
from workshop.cards.press import bound, parted
from workshop.cards.wish import Kind, Wish
from workshop.decks.deck import Deck
from workshop.decks.store import contents_of, deck_of
from workshop.fonts.shelf import Shelf
from workshop.friends.message import of_workshop
from workshop.jobs.job import Job
from workshop.jobs.product import whole
from workshop.jobs.worker import Work
from workshop.language import _
from workshop.refused import Refused
from workshop.themes import Themes
from workshop.workshops import Workshop

KINDS: tuple[Kind, ...] = ("answers", "friends")
JOB = "cards"


def print_batch(work: Work) -> dict[str, Any]:
    """Does a job: makes the PDF of a workshop's cards, and reports what came out.

    Raises:
        Refused: there is nothing to print.
    """
    wish = msgspec.convert(work.claim.body, Wish)
    with work.database.read() as session:
        workshop = session.get_one(Workshop, work.claim.workshop_id)
        deck = deck_of(session, workshop.deck_version_id)
        with language.speaking(deck.language):
            cards = cards_of(session, workshop, deck, wish.kind, wish.base)
        look = cleaned(look_of(deck, session))
    path = work.settings.files / file_name(work.claim.id)
    with language.speaking(deck.language), fonts_in(work.settings.fonts):
        setup = Setup(wish.drawn, wish.layout, look, wish.printing)
        report = _print(cards, setup, path, lambda done: work.progress(done, len(cards)))
    return {
        "cards": report.cards,
        "printed": report.cards_printed,
        "sheets": report.sheets,
        "continued": report.continued,
        "boxes": [[f"U+{code:04X}", count] for code, count in report.boxes.most_common()],
        "fonts": helpful(report.boxes, deck.language, Shelf(work.settings.fonts).there()),
    }


def forget_batches(connection: Connection, workshop_id: int, since: int) -> None:
    """Throws away the batches that were printed since a moment: a rehearsal's cards are among them."""
    of_workshop = (Job.workshop_id == workshop_id, Job.kind == JOB, Job.created_at >= since)
    connection.execute(delete(Job).where(*of_workshop))


def file_name(job_id: int) -> str:
    """The name of a job's PDF in the folder of files."""
    return f"cards-{job_id}.pdf"


def look_of(deck: Deck, session: Session | None = None) -> Look:
    """How a deck's cards look; its logo is among it where there is a session to read it with."""
    logo = contents_of(session, deck.logo.picture.large.digest) if session and deck.logo else None
    return Look(
        accent=deck.look.accent,
        second=deck.look.second_accent,
        organisation=deck.organisation,
        language=deck.language,
        title=deck.title,
        display=deck.look.display,
        logo=logo or b"",
    )


def cards_of(session: Session, workshop: Workshop, deck: Deck, kind: Kind, base: str) -> list[Card]:
    """The cards of a workshop, in the order in which their messages came.

    Args:
        base: the address that QR codes lead to, such as https://workshop.example.org.
    """
    make = {"answers": _answer_cards, "friends": _friend_cards}[kind]
    return make(session, workshop, deck, base)


def _answer_cards(session: Session, workshop: Workshop, deck: Deck, base: str) -> list[Card]:
    book, themes = Answers(), Themes()
    for recorded in journal.read_since(session.connection(), workshop.id, 0):
        book.apply(recorded)
        themes.apply(recorded.event)
    footnote = f"{deck.title}, {day_of(workshop)}"
    return [
        Card(
            message=answer.value,
            heading=deck.slides[answer.slide - 1].question(answer.question),
            kicker=", ".join(themes.names_of(answer.id)) or deck.title,
            link=f"{base}/{workshop.code}",
            link_words=_("The workshop"),
            footnote=footnote,
        )
        for answer in book.by_id.values()
        if answer.visible and isinstance(answer.value, str)
    ]


def _friend_cards(session: Session, workshop: Workshop, deck: Deck, base: str) -> list[Card]:
    return [
        Card(
            message=message.message,
            heading=_("For {name}").format(name=message.friend_name),
            kicker=deck.title,
            link=f"{base}/f/{message.token}",
            link_words=_("Read more"),
            signature=message.sender_name,
            footnote=day_of(workshop),
        )
        for message in of_workshop(session, workshop.id)
    ]


def day_of(workshop: Workshop) -> str:
    """The day of a workshop as people read it."""
    day = datetime.fromtimestamp(workshop.created_at / 1000, UTC)
    return format_date(day, format="long", locale=language.spoken())


def _print(cards: list[Card], setup: Setup, path: Path, progress: Callable[[int], None]) -> Report:
    if not cards:
        raise Refused("no_cards", _("There is nothing to print yet."))
    with whole(path) as out, _chunks(cards, setup, path.with_suffix(".chunks")) as made:
        return bound(made, setup, out, datetime.now(UTC), progress)


@contextmanager
def _chunks(cards: list[Card], setup: Setup, folder: Path) -> Iterator[Iterable[Chunk]]:
    """The batch in parts; those of a large one are kept in the folder until all is done."""
    if len(cards) < ALL_CORES_FROM:
        yield map(Maker(setup).chunk, parted(cards))
        return
    kept = Kept(folder, setup)
    yield chunks(parted(cards), setup, kept, os.cpu_count() or 1)
    kept.forget()
