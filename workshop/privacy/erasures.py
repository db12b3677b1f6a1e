"""Receipts of what was erased for a person: how much of what, and nothing about whom."""

import json

from sqlalchemy.orm import Mapped, mapped_column

from workshop.database import Base


class Erasure(Base):
    """A row a request that was carried out; its number is random and stands on the receipt."""

    __tablename__ = "erasures"

    number: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[int]
    person_id: Mapped[int]
    """Who carried it out; as in the audit log."""
    person_since: Mapped[int]
    erased: Mapped[str]
    """A JSON object: how many of each kind."""
    files: Mapped[int]

    @property
    def counts(self) -> dict[str, int]:
        """How many of each kind were erased."""
        found: dict[str, int] = json.loads(self.erased)
        return found
