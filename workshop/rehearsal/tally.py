"""What a rehearsal has come to so far."""

from collections import Counter
from dataclasses import dataclass, field

COUNTED = ("answers", "choices", "leads", "cards")


@dataclass(slots=True)
class Tally:
    """Counts of all phones together."""

    phones: int
    slide: int = 0
    of: int = 0
    ended: bool = False
    here: set[int] = field(default_factory=set)
    """The numbers of the phones that are connected."""
    came_in: set[int] = field(default_factory=set)
    saved: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    """What the server did not take, by the code of its refusal."""

    def follow(self, slide: int, of: int, ended: bool) -> None:
        """Notes where the presenter is."""
        self.slide, self.of, self.ended = slide, of, ended

    def line(self) -> str:
        """How it stands, in one line."""
        place = f"slide {self.slide} of {self.of}" if self.slide else "in the lobby"
        return ", ".join(
            (
                f"{len(self.here)} of {self.phones} phones",
                "the workshop has ended" if self.ended else place,
                *self._counts(),
            )
        )

    def summary(self) -> str:
        """What came of it, in one line."""
        return ", ".join((f"{len(self.came_in)} of {self.phones} phones came in", *self._counts()))

    def _counts(self) -> list[str]:
        counts = [f"{self.saved[what]} {what}" for what in COUNTED if self.saved[what]]
        if self.refused:
            reasons = ", ".join(f"{n} {code}" for code, n in self.refused.most_common())
            counts.append(f"not taken: {reasons}")
        return counts or ["nothing sent yet"]
