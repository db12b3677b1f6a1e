"""The texts that people wrote in answer to questions: anonymous, unless they say who they are."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from workshop.decks.store import deck_of
from workshop.events import Answered, AnswerEdited, decode
from workshop.journal import EventRow
from workshop.language import _
from workshop.live import snapshots
from workshop.personal import Kind, Piece
from workshop.redaction import REDACTED, TEXTS, redact
from workshop.sought import Sought
from workshop.workshops import Workshop

NAME = "answers"
MONTHS = 24


def answers() -> Kind:
    """The kind, for the registry."""
    return Kind(
        NAME,
        called=lambda: _("Answers in words"),
        whose=lambda: _("those who answer"),
        what=lambda: _("the text of an answer, its time, a random number for the phone"),
        purpose=lambda: _("So that the workshop can show, print and evaluate what people said."),
        basis=lambda: _("article 6(1)(f): legitimate interest"),
        find=_find,
        tell=_tell,
        erase=_erase,
        older_than=_older_than,
        count_older=_count_older,
        months=MONTHS,
    )


def _find(session: Session, sought: Sought) -> Iterator[Piece]:
    like = func.lower(EventRow.body).like(sought.like, escape="\\")
    found: dict[str, Piece] = {}
    for workshop_id, at, event in _said(session, like):
        if sought.is_in(str(event.value)):
            found.setdefault(f"{workshop_id}:{event.answer}", _piece(workshop_id, at, event))
    yield from found.values()


def _tell(session: Session, pieces: Sequence[Piece]) -> list[Mapping[str, Any]]:
    """Each answer with all the texts that it had: a corrected one is kept beside the new."""
    told: list[Mapping[str, Any]] = []
    for workshop_id, keys in _by_workshop(pieces).items():
        workshop = session.get_one(Workshop, workshop_id)
        deck = deck_of(session, workshop.deck_version_id)
        texts: dict[str, list[str]] = defaultdict(list)
        first: dict[str, tuple[int, Answered]] = {}
        for _id, at, event in _said(session, EventRow.workshop_id == workshop_id):
            if event.answer in keys:
                texts[event.answer].append(str(event.value))
                if isinstance(event, Answered):
                    first[event.answer] = (at, event)
        for key, (at, event) in first.items():
            slide = deck.slide(event.slide)
            question = slide.question(event.question) if slide else ""
            told.append({"workshop": workshop.title, "at": at, "question": question, "texts": texts[key]})
    return told


def _erase(session: Session, pieces: Sequence[Piece]) -> int:
    erased = 0
    for workshop_id, keys in _by_workshop(pieces).items():
        erased += redact(session.connection(), workshop_id, keys)
        snapshots.drop(session.connection(), workshop_id)
    return erased


def _older_than(session: Session, before: int, most: int) -> Iterator[Piece]:
    for workshop_id, at, event in _said(session, _old(before), most):
        yield _piece(workshop_id, at, event)


def _count_older(session: Session, before: int) -> int:
    statement = select(func.count()).select_from(EventRow)
    return session.scalar(statement.where(_old(before), EventRow.body.not_like(REDACTED))) or 0


def _old(before: int) -> ColumnElement[bool]:
    """By the first text of an answer. Whole workshops are passed over by their own age: the journal has no
    index on its times, and needs none otherwise."""
    there = select(Workshop.id).where(Workshop.created_at < before)
    return and_(EventRow.workshop_id.in_(there), EventRow.at < before, EventRow.body.like(TEXTS[0]))


def _said(
    session: Session, where: ColumnElement[bool], most: int | None = None
) -> Iterator[tuple[int, int, Answered | AnswerEdited]]:
    """The texts that are still there, in their order: workshop, time and event."""
    rows = session.execute(
        select(EventRow.workshop_id, EventRow.at, EventRow.body)
        .where(or_(*(EventRow.body.like(each) for each in TEXTS)), EventRow.body.not_like(REDACTED), where)
        .order_by(EventRow.workshop_id, EventRow.seq)
        .limit(most)
    )
    for row in rows:
        event = decode(row.body)
        if isinstance(event, Answered | AnswerEdited):
            yield row.workshop_id, row.at, event


def _piece(workshop_id: int, at: int, event: Answered | AnswerEdited) -> Piece:
    return Piece(f"{workshop_id}:{event.answer}", at, workshop_id)


def _by_workshop(pieces: Sequence[Piece]) -> dict[int, set[str]]:
    """The answers' ids."""
    found: dict[int, set[str]] = defaultdict(set)
    for piece in pieces:
        workshop_id, _colon, answer = piece.key.partition(":")
        found[int(workshop_id)].add(answer)
    return found
