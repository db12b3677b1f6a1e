"""What presenters did and can take back: part of the room, so that every page and a restart know the same.
Pure: no I/O, no clock."""

import msgspec
from msgspec import Struct

from workshop.events import AnyDirection, RoundBegun, SlideShown, TimerStarted

MOST_STEPS = 50
"""How far back a presenter can go."""


class Step(Struct, frozen=True):
    """One thing that a presenter did."""

    seq: int
    """The number of its event in the journal, by which a page names it."""
    done: list[AnyDirection]
    back: list[AnyDirection]
    """What takes it back, with `undoes` set."""


class Steps(Struct):
    """The steps that can be taken back, and those that were and can be done again."""

    taken: list[Step] = []
    undone: list[Step] = []

    def take(self, seq: int, event: AnyDirection, back: list[AnyDirection]) -> None:
        """Notes what was done; what changed nothing (`back` is empty) is no step."""
        if not back:
            return
        if isinstance(event, TimerStarted) and event.thinking and self._has_just_begun(event.slide):
            last = self.taken.pop()
            self._push(Step(last.seq, [*last.done, event], [*_of_step(last.seq, back), *last.back]))
            return
        if self.undone and self.undone[-1].done[0] == event:
            self.undone.pop()
        else:
            self.undone.clear()
        self._push(Step(seq, [event], _of_step(seq, back)))

    def undo(self, seq: int) -> None:
        """Notes that a step was taken back; more events of the same step change nothing more."""
        for index, step in enumerate(self.taken):
            if step.seq == seq:
                self.undone.append(self.taken.pop(index))
                return

    def to_undo(self, seq: int) -> list[AnyDirection]:
        """What takes a step back; nothing where somebody else was first, or a newer one stands before it."""
        return self.taken[-1].back if self.taken and self.taken[-1].seq == seq else []

    def to_redo(self, seq: int) -> list[AnyDirection]:
        """What does an undone step again; nothing where it is not the one to be done again."""
        return self.undone[-1].done if self.undone and self.undone[-1].seq == seq else []

    def _has_just_begun(self, slide: int) -> bool:
        last = self.taken[-1].done[-1] if self.taken else None
        return isinstance(last, SlideShown | RoundBegun) and last.slide == slide

    def _push(self, step: Step) -> None:
        self.taken.append(step)
        del self.taken[:-MOST_STEPS]


def _of_step(seq: int, back: list[AnyDirection]) -> list[AnyDirection]:
    return [msgspec.structs.replace(event, undoes=seq) for event in back]
