"""Whether a workshop has ended, asked without opening its room."""

from sqlalchemy.orm import Session

from workshop.events import WorkshopClosed, WorkshopReopened
from workshop.journal import read_since
from workshop.workshops import Workshop


def has_ended(session: Session, workshop: Workshop) -> bool:
    """Whether the last word of its journal on this is that it closed."""
    ended = False
    for recorded in read_since(session.connection(), workshop.id, 0):
        if isinstance(recorded.event, WorkshopClosed | WorkshopReopened):
            ended = isinstance(recorded.event, WorkshopClosed)
    return ended
