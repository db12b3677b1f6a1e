"""The list of schools as this process keeps it: read once, and again when another list came."""

from workshop.database import Database
from workshop.leads.schools import school
from workshop.leads.schools.look_up import LookUp


class Kept:
    """Asks the database each time which list there is: one row. It reads the names only
    when it is another."""

    def __init__(self) -> None:
        self._brought_at: int | None = None
        self._look_up = LookUp([])

    def now(self, database: Database) -> LookUp:
        """The list to look in."""
        with database.read() as session:
            brought_at = school.brought_at(session)
            if brought_at != self._brought_at:
                self._look_up = LookUp(school.every(session))
                self._brought_at = brought_at
        return self._look_up

    def any(self, database: Database) -> bool:
        """Whether there is a list at all."""
        with database.read() as session:
            return school.brought_at(session) is not None
