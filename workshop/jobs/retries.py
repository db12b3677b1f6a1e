"""How often each kind of job is tried again, and after what pauses. Pure."""

from dataclasses import dataclass

SECOND = 1000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE


class Later(Exception):
    """It did not work now and may later; `text` is for who looks at what is not done yet."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


@dataclass(frozen=True, slots=True)
class Retries:
    """The pauses after the first attempt, the second, …, in milliseconds; after the last comes none."""

    pauses: tuple[int, ...]
    by_hand: bool = False
    """Whether a job that was given up keeps its body, so that an admin may have it tried again."""

    @property
    def most_attempts(self) -> int:
        """How often it is tried in all."""
        return len(self.pauses) + 1

    def pause(self, attempt: int) -> int | None:
        """The pause after the first attempt (1), the second, …; None where there is no other."""
        return self.pauses[attempt - 1] if attempt <= len(self.pauses) else None


USUAL = Retries((4 * SECOND, 16 * SECOND, 64 * SECOND, 256 * SECOND))
THREE_DAYS = Retries(
    (
        5 * SECOND,
        30 * SECOND,
        5 * MINUTE,
        30 * MINUTE,
        2 * HOUR,
        5 * HOUR,
        10 * HOUR,
        14 * HOUR,
        20 * HOUR,
        20 * HOUR,
    ),
    by_hand=True,
)
"""For what goes to somebody else's machine, which may be away for a weekend: 71.6 hours in all."""

RETRIES: dict[str, Retries] = {}
"""By kind of job, where it is not the usual; each part puts its own in when the app is made."""


def retries_of(kind: str) -> Retries:
    """How often a kind of job is tried again."""
    return RETRIES.get(kind, USUAL)
