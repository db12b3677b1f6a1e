"""The words that staff gave a letter, by its name and language; where there are none, ours count."""

import time

from sqlalchemy import Connection, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from workshop.database import Base
from workshop.language import ours
from workshop.mail.wording import Wording


class WordingRow(Base):
    """A row a letter and language."""

    __tablename__ = "letter_wordings"

    name: Mapped[str] = mapped_column(primary_key=True)
    language: Mapped[str] = mapped_column(primary_key=True)
    subject: Mapped[str]
    text: Mapped[str]
    changed_at: Mapped[int]


def wording_of(session: Session | Connection, name: str, tag: str) -> Wording | None:
    """The staff's words for a letter, in the nearest language that we have; nothing where it has ours."""
    where = (WordingRow.name == name, WordingRow.language == ours(tag))
    row = session.execute(select(WordingRow.subject, WordingRow.text).where(*where)).first()
    return Wording(row.subject, row.text) if row else None


def keep(session: Session, name: str, language: str, wording: Wording) -> None:
    """From now on the letter has these words in this language."""
    changed_at = time.time_ns() // 1_000_000
    session.merge(
        WordingRow(
            name=name,
            language=language,
            subject=wording.subject,
            text=wording.text,
            changed_at=changed_at,
        )
    )
    session.flush()


def forget(session: Session, name: str, language: str) -> None:
    """From now on the letter has our words again."""
    session.execute(delete(WordingRow).where(WordingRow.name == name, WordingRow.language == language))
