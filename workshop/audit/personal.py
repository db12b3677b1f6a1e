"""The audit log as personal data: of those who work here. It goes when it is old, and at nobody's wish."""

from collections.abc import Iterator, Sequence

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from workshop.audit.entry import AuditEntry
from workshop.language import _
from workshop.personal import Kind, Piece

NAME = "audit"
MONTHS = 36


def log() -> Kind:
    """The kind, for the registry."""
    return Kind(
        NAME,
        called=lambda: _("Audit log"),
        whose=lambda: _("those who work here"),
        what=lambda: _("who did what, when, with which numbers"),
        purpose=lambda: _("So that it can be told afterwards who saw people's data."),
        basis=lambda: _("article 6(1)(c), with article 5(2): accountability"),
        find=lambda _session, _sought: (),
        tell=lambda _session, _pieces: [],
        erase=_erase,
        older_than=_older_than,
        count_older=_count_older,
        months=MONTHS,
        on_paper=False,
    )


def _erase(session: Session, pieces: Sequence[Piece]) -> int:
    gone = delete(AuditEntry).where(AuditEntry.id.in_([int(piece.key) for piece in pieces]))
    return len(session.execute(gone.returning(AuditEntry.id)).all())


def _older_than(session: Session, before: int, most: int) -> Iterator[Piece]:
    # Numbers are given in the order of time: the oldest entries are those with the lowest.
    oldest = select(AuditEntry.id, AuditEntry.until).order_by(AuditEntry.id).limit(most)
    for row in session.execute(oldest):
        if row.until < before:
            yield Piece(str(row.id), row.until)


def _count_older(session: Session, before: int) -> int:
    statement = select(func.count()).select_from(AuditEntry)
    return session.scalar(statement.where(AuditEntry.until < before)) or 0
