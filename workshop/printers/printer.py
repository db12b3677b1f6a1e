"""A printer of this installation, shared by all presenters: what its test sheet told."""

from sqlalchemy import Double, select
from sqlalchemy import delete as deleting
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, Session, mapped_column

from workshop.database import Base
from workshop.forms import FieldsRefused
from workshop.language import _
from workshop.printers.measured import Measured, tidy_name

NOT_MOVED = (0.0, 0.0)
HIGHEST = 2**63 - 1


class Printer(Base):
    """A row a printer; the move of its backs is what `cards.printing.Printing.offset` takes."""

    __tablename__ = "printers"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    right_mm: Mapped[float] = mapped_column(Double)
    up_mm: Mapped[float] = mapped_column(Double)

    @property
    def offset(self) -> tuple[float, float]:
        """How far its backs move to the right and up, as seen on the back, in millimetres."""
        return self.right_mm, self.up_mm


def all_printers(session: Session) -> list[Printer]:
    """All of them, by name."""
    return sorted(session.scalars(select(Printer)), key=lambda printer: (printer.name.casefold(), printer.id))


def offset_of(session: Session, printer_id: int | None) -> tuple[float, float]:
    """How far a printer's backs move; not at all where there is no such printer."""
    printer = None if printer_id is None else by_id(session, printer_id)
    return NOT_MOVED if printer is None else printer.offset


def by_id(session: Session, printer_id: int) -> Printer | None:
    """The printer with this number, which may be any: a database fails on one that is too large."""
    return session.get(Printer, printer_id) if 0 < printer_id <= HIGHEST else None


def by_name(session: Session, name: str) -> Printer | None:
    """The printer that somebody means; capitals and blank space do not matter."""
    wanted = tidy_name(name).casefold()
    return next((each for each in all_printers(session) if each.name.casefold() == wanted), None)


def save(session: Session, wanted: Measured, printer: Printer | None = None) -> Printer:
    """Keeps a new printer, or other words and numbers of one that there is.

    Raises:
        FieldsRefused: another one has the name.
    """
    other = by_name(session, wanted.name)
    if other is not None and other is not printer:
        raise _name_taken()
    printer = printer or Printer()
    printer.name, printer.right_mm, printer.up_mm = wanted.name, wanted.right, wanted.up
    session.add(printer)
    try:
        session.flush()
    except IntegrityError as error:  # another process was faster
        raise _name_taken() from error
    return printer


def delete(session: Session, printer_id: int) -> None:
    """From now on there is no such printer."""
    session.execute(deleting(Printer).where(Printer.id == printer_id))


def _name_taken() -> FieldsRefused:
    return FieldsRefused({"name": _("There is a printer with this name already.")})
