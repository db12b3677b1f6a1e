"""Workshops: one live run of one version of a deck, with a join code."""

import secrets
import time

from sqlalchemy import ForeignKey, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, Session, mapped_column

from workshop.coarse_words import coarse_words
from workshop.database import Base
from workshop.decks.store import DeckVersion
from workshop.word_filter import WordFilter, word_filter

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Letters and digits of which no two look alike: no I, O, 0 and 1. 32⁶ codes are 30 bits."""
CODE_LENGTH = 6


class Workshop(Base):
    """A row a workshop; `seq` is the number of the last event in its journal."""

    __tablename__ = "workshops"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    projector_key: Mapped[str] = mapped_column(unique=True)
    deck_version_id: Mapped[int] = mapped_column(ForeignKey("deck_versions.id"))
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    title: Mapped[str]
    language: Mapped[str]
    created_at: Mapped[int]
    seq: Mapped[int] = mapped_column(default=0)
    wifi_name: Mapped[str] = mapped_column(default="")
    wifi_password: Mapped[str] = mapped_column(default="")
    filters_words: Mapped[bool] = mapped_column(default=False)
    """Whether answers with a word of the list wait for the presenter."""
    word_list: Mapped[str | None] = mapped_column(default=None)
    """The presenter's own list, a word on each line; None is the one that its language begins with."""

    @property
    def words(self) -> str:
        """The list of the word filter, whether it is on or not."""
        return "\n".join(coarse_words(self.language)) if self.word_list is None else self.word_list

    @property
    def word_filter(self) -> WordFilter | None:
        """What holds answers back; None where the filter is off."""
        return word_filter(self.words) if self.filters_words else None


def start(session: Session, version: DeckVersion, owner_id: int | None = None) -> Workshop:
    """A new workshop of a deck's version, with a code that no other has."""
    while True:
        workshop = Workshop(
            code=random_code(),
            projector_key=secrets.token_urlsafe(12),
            deck_version_id=version.id,
            owner_id=owner_id,
            title=version.title,
            language=version.language,
            created_at=time.time_ns() // 1_000_000,
            seq=0,
            wifi_name="",
            wifi_password="",
            filters_words=False,
            word_list=None,
        )
        try:
            with session.begin_nested():
                session.add(workshop)
        except IntegrityError:
            continue  # one chance in a billion: the code is taken
        return workshop


def random_code() -> str:
    """Six characters without look-alikes."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


def tidy_code(typed: str) -> str:
    """The code as people mean it: capitals, without the spaces and dashes of a spoken code."""
    return "".join(typed.upper().split()).replace("-", "")


def by_code(session: Session, code: str) -> Workshop | None:
    """The workshop with this code."""
    if not (code.isascii() and code.isalnum()):
        return None  # also what a database would not take for a text, such as a zero byte
    return session.scalar(select(Workshop).where(Workshop.code == code))


def by_projector_key(session: Session, key: str) -> Workshop | None:
    """The workshop whose projector page has this key."""
    return session.scalar(select(Workshop).where(Workshop.projector_key == key))


def newest_first(session: Session) -> list[Workshop]:
    """All workshops, the newest first."""
    return list(session.scalars(select(Workshop).order_by(Workshop.id.desc())))
