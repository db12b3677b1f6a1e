"""Which sides of a design a kind of card has. Data. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layout:
    """Names of a design's sides; `back` is None where one side says it all."""

    front: str
    back: str | None = None


LETTER = Layout("front", "back")
POSTCARD = Layout("front", "postcard")
SINGLE = Layout("single")
POSTER = Layout("poster")
BADGE = Layout("badge")
