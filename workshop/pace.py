"""The fold of who turns the slides of a phone: the presenter, or whoever holds it. Pure."""

from msgspec import Struct

from workshop.events import AfterwardsSet, AnyEvent, PaceBound, PaceFreed


class Pace(Struct):
    """Whether phones go at their own pace, and until when they do after the end."""

    free: bool = False
    until: int = 0
    """Milliseconds since 1970, UTC; 0 where everything ends with the workshop."""

    def is_free(self, now: int, *, ended: bool) -> bool:
        """Whether a phone may go from slide to slide by itself."""
        return now < self.until if ended else self.free

    def apply(self, event: AnyEvent) -> bool:
        """Folds one event in; tells whether it was about the pace."""
        match event:
            case PaceFreed() | PaceBound():
                self.free = isinstance(event, PaceFreed)
            case AfterwardsSet(until=until):
                self.until = until
            case _:
                return False
        return True
