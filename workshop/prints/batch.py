"""A batch of cards: what of one workshop is printed, and the files that come of it."""

import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO
from zipfile import ZipFile

import msgspec
from sqlalchemy import Connection, delete

from workshop import language
from workshop.cards.added import fonts_in
from workshop.cards.apart import apart
from workshop.cards.card import Entry, Report, cleaned
from workshop.cards.chunk import Chunk, Maker, Printed, Setup
from workshop.cards.contents import Contents, render_contents
from workshop.cards.crew import ALL_CORES_FROM, Kept, chunks
from workshop.cards.east import helpful
from workshop.cards.look import look_of
from workshop.cards.press import bound, parted
from workshop.config import Settings
from workshop.database import Database
from workshop.decks.store import contents_of, deck_of
from workshop.fonts.shelf import Shelf
from workshop.jobs import product
from workshop.jobs.job import Job
from workshop.jobs.product import whole
from workshop.jobs.worker import Work
from workshop.language import _, plural
from workshop.printers.printer import offset_of
from workshop.prints.designs import Designs
from workshop.prints.kinds import printed
from workshop.prints.source import Source
from workshop.prints.wish import Wish
from workshop.prints.words import kind_called
from workshop.refused import Refused
from workshop.workshops import Workshop

JOB = "cards"
_UNSAFE = re.compile(r"[^\w ()-]+")
LONGEST_FILE_NAME = 40

Tell = Callable[[int], None]


@contextmanager
def batch_of(
    database: Database,
    settings: Settings,
    workshop_id: int,
    wish: Wish,
    cards_of: Callable[[Source], list[Printed]] = printed,
) -> "Iterator[Batch]":
    """A batch, ready to be printed; while it is, the deck's language is spoken and added fonts are there.

    Args:
        database: where it all is.
        settings: which folders hold designs and fonts.
        workshop_id: whose cards they are.
        wish: what is printed, and how.
        cards_of: makes the cards, where it is not all that the workshop has of that kind.

    Raises:
        Refused: the wish cannot be printed.
    """
    with database.read() as session:
        workshop = session.get_one(Workshop, workshop_id)
        source = Source(database, session, workshop, deck_of(session, workshop.deck_version_id), wish)
        cards = cards_of(source)
        offset = offset_of(session, wish.printer)
        logo = contents_of(session, source.deck.logo.picture.large.digest) if source.deck.logo else None
    setup = Setup(
        Designs(settings.designs).get(wish.design),
        wish.layout,
        cleaned(look_of(source.deck, logo or b"")),
        wish.printing(offset),
    )
    with language.speaking(source.deck.language), fonts_in(settings.fonts):
        yield Batch(source, setup, cards)


class Batch:
    """The cards that are wanted, and how they are printed."""

    def __init__(self, source: Source, setup: Setup, cards: Sequence[Printed]) -> None:
        self.source, self.setup, self.cards = source, setup, cards

    def print(
        self,
        out: BinaryIO,
        progress: Tell,
        kept: Path | None = None,
        alive: Callable[[], None] = lambda: None,
    ) -> Report:
        """Writes what the wish asks for: one PDF, or a ZIP of one for each card.

        Args:
            out: where it goes.
            progress: hears how many cards are done; may raise, to stop.
            kept: a folder in which the parts of a large batch wait for another attempt; None for no other.
            alive: is called again and again where cards are waited for; may raise, to stop.

        Raises:
            Refused: there is nothing to print.
        """
        if not self.cards:
            raise Refused("no_cards", _("There is nothing to print yet."))
        if self.source.wish.paper == "each":
            return self._zipped(out, progress)
        with self._chunks(progress, kept, alive) as made:
            return bound(made, self.setup, out, datetime.now(UTC), progress)

    def list(self, report: Report, out: BinaryIO) -> None:
        """Writes the contents sheet."""
        facts = (
            kind_called(self.source.wish.kind),
            self.source.day,
            plural("{n} card", "{n} cards", report.cards_printed),
            plural("{n} sheet", "{n} sheets", report.sheets),
        )
        contents = Contents(self.source.deck.title, facts)
        render_contents(contents, report.entries, self.setup.look, out)

    @contextmanager
    def _chunks(
        self, progress: Tell, folder: Path | None, alive: Callable[[], None]
    ) -> Iterator[Iterable[Chunk]]:
        """The batch in parts; those of a large one are kept in the folder until all is done."""
        if folder is None or len(self.cards) < ALL_CORES_FROM:
            yield map(Maker(self.setup).chunk, _counted(self.cards, progress))
            return
        kept = Kept(folder, self.setup)
        with closing(chunks(parted(self.cards), self.setup, kept, os.cpu_count() or 1, alive)) as made:
            yield made
        kept.forget()

    def _zipped(self, out: BinaryIO, progress: Tell) -> Report:
        entries: list[Entry] = []
        boxes: Counter[int] = Counter()
        with ZipFile(out, "w") as archive:
            for number, each in enumerate(apart(self.cards, self.setup, datetime.now(UTC)), start=1):
                entries += each.report.entries
                boxes.update(each.report.boxes)
                for n, pdf in enumerate(each.pdfs, start=1):
                    archive.writestr(_name_in_archive(number, each.report.entries[0].name, n), pdf)
                progress(number)
        return Report.of(entries, boxes)


def print_batch(work: Work) -> dict[str, Any]:
    """Does a job: makes the files of a workshop's cards, and reports what came out.

    Raises:
        Refused: there is nothing to print, or not so.
    """
    wish = msgspec.convert(work.claim.body, Wish)
    path = work.settings.files / file_name(work.claim.id, wish)
    with batch_of(work.database, work.settings, workshop_of(work), wish) as batch:
        total = len(batch.cards)
        kept = path.with_suffix(".chunks")
        with whole(path) as out:
            report = batch.print(out, lambda done: work.progress(done, total), kept, work.alive)
        with whole(work.settings.files / contents_name(work.claim.id)) as out:
            batch.list(report, out)
    return {
        "cards": report.cards,
        "printed": report.cards_printed,
        "sheets": report.sheets,
        "continued": report.continued,
        "boxes": [[f"U+{code:04X}", count] for code, count in report.boxes.most_common()],
        "fonts": helpful(report.boxes, batch.setup.look.language, Shelf(work.settings.fonts).there()),
    }


def forget_batches(connection: Connection, workshop_id: int, since: int) -> None:
    """Throws away the batches that were printed since a moment: a rehearsal's cards are among them."""
    of_workshop = (Job.workshop_id == workshop_id, Job.kind == JOB, Job.created_at >= since)
    connection.execute(delete(Job).where(*of_workshop))


def file_name(job_id: int, wish: Wish) -> str:
    """The name of what a job makes, in the folder of files."""
    return product.file_name(JOB, job_id, "zip" if wish.paper == "each" else "pdf")


def contents_name(job_id: int) -> str:
    """The name of its contents sheet there."""
    return product.file_name(JOB, job_id, "contents.pdf")


def workshop_of(work: Work) -> int:
    """Whose cards a job makes."""
    workshop_id = work.claim.workshop_id
    assert workshop_id is not None  # the page puts no other jobs in
    return workshop_id


def _counted(cards: Sequence[Printed], progress: Tell) -> Iterator[Iterator[Printed]]:
    """The cards of each chunk; whoever takes one out says how many were taken before it."""
    done = 0
    for part in parted(cards):
        yield _one_by_one(part, done, progress)
        done += len(part)


def _one_by_one(part: Sequence[Printed], done: int, progress: Tell) -> Iterator[Printed]:
    for before, card in enumerate(part, done):
        progress(before)
        yield card


def _name_in_archive(number: int, name: str, leaf: int) -> str:
    """Sorted as the batch is, and safe on every system: 0012 Fatima.pdf, and 0012-2 Fatima.pdf."""
    more = f"-{leaf}" if leaf > 1 else ""
    called = _UNSAFE.sub(" ", name)[:LONGEST_FILE_NAME].strip()
    return f"{number:04}{more} {called}".strip() + ".pdf"
