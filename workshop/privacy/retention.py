"""How long each kind of personal data is kept: the periods, and what was erased because of them."""

import json

from sqlalchemy.orm import Mapped, mapped_column

from workshop.database import Base


class RetentionPeriod(Base):
    """A row a kind whose period somebody changed; others are kept as long as the part says."""

    __tablename__ = "retention_periods"

    kind: Mapped[str] = mapped_column(primary_key=True)
    months: Mapped[int]


class RetentionRun(Base):
    """A row a day on which the worker erased what was kept long enough; `ended_at` is empty until it has."""

    __tablename__ = "retention_runs"

    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[str] = mapped_column(unique=True)
    at: Mapped[int]
    ended_at: Mapped[int | None]
    erased: Mapped[str]
    """A JSON object: how many of each kind."""

    @property
    def counts(self) -> dict[str, int]:
        """How many of each kind were erased."""
        found: dict[str, int] = json.loads(self.erased)
        return found
