"""The fold that tells how many people joined a workshop, and how many answered. Pure."""

from msgspec import Struct, field

from workshop.events import Answered, AnswerWithdrawn, AnyEvent, Joined
from workshop.rehearsal.simulated import is_simulated


class Attendance(Struct):
    """Who was there; only how many they are is kept."""

    present: set[str] = field(default_factory=set)
    given: dict[str, str] = field(default_factory=dict)
    """The participant of each answer that was not taken back, by the answer's id."""

    @property
    def joined(self) -> int:
        """How many phones came in, and how many paper sheets were handed in."""
        return len(self.present)

    @property
    def answered(self) -> int:
        """How many of them gave at least one answer."""
        return len(set(self.given.values()))

    def apply(self, event: AnyEvent) -> None:
        """Folds one event in."""
        match event:
            case Joined(participant=who, rehearsal=rehearsal):
                if not rehearsal and not is_simulated(who):
                    self.present.add(who)
            case Answered(participant=who, answer=answer):
                if not is_simulated(who):
                    self.present.add(who)  # a sheet of paper does not join
                    self.given[answer] = who
            case AnswerWithdrawn(answer=answer):
                self.given.pop(answer, None)
            case _:
                pass
