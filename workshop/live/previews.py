"""The link with which a co-host or a client looks along: the slides, and which one is on. Nobody answers or
directs by it."""

import secrets

from sqlalchemy import ForeignKey, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from workshop.database import Base
from workshop.workshops import Workshop


class Preview(Base):
    """A row a workshop that may be looked at."""

    __tablename__ = "previews"

    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshops.id"), primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    with_notes: Mapped[bool] = mapped_column(default=False)


def of(session: Session, workshop_id: int) -> Preview | None:
    """How a workshop may be looked at; None where it may not."""
    return session.get(Preview, workshop_id)


def by_key(session: Session, key: str) -> tuple[Workshop, Preview] | None:
    """The workshop that a key lets people look at."""
    row = session.execute(select(Workshop, Preview).join(Preview).where(Preview.key == key)).first()
    return None if row is None else (row[0], row[1])


def share(session: Session, workshop_id: int, *, with_notes: bool) -> Preview:
    """Lets people look, with the key that there is, or a new one."""
    preview = of(session, workshop_id) or Preview(workshop_id=workshop_id, key=secrets.token_urlsafe(16))
    preview.with_notes = with_notes
    session.add(preview)
    return preview


def end(session: Session, workshop_id: int) -> None:
    """The key opens nothing any more."""
    session.execute(delete(Preview).where(Preview.workshop_id == workshop_id))
