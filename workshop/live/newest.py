"""The newest of what costs time to make."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


class Newest(Generic[Thing]):
    """The newest of something that costs time to make, by room; made again when the room has gone on."""

    def __init__(self) -> None:
        self._made: dict[Hashable, tuple[object, Thing]] = {}

    def of(self, room: Hashable, state: object, make: Callable[[], Thing]) -> Thing:
        """The one that was made of this state, or a new one."""
        made = self._made.get(room)
        if made is None or made[0] != state:
            made = self._made[room] = (state, make())
        return made[1]
