"""A deck's pictures, as slides show them. Pure: what the eye sees is kept elsewhere, under a digest."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Print:
    """A picture in one size; `digest` is the SHA-256 of its contents, in hex."""

    digest: str
    width: int
    height: int

    @property
    def address(self) -> str:
        """Where browsers get it; other contents have another address."""
        return f"/pictures/{self.digest}.webp"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in its two sizes: for the projector, and for phones on a bad line."""

    large: Print
    small: Print

    @property
    def width(self) -> float:
        """How wide it is where it is a thousand high."""
        return round(1000 * self.large.width / self.large.height, 1)


@dataclass(frozen=True, slots=True)
class Sight:
    """A picture on a slide, with the words for who does not see it."""

    alt: str
    picture: Picture


class NoPicture(Exception):
    """The album has no such picture: what is wrong with it, and what would be right."""

    def __init__(self, what: str, right: str) -> None:
        super().__init__(what)
        self.what = what
        self.right = right


Album = Callable[[str], Picture]
"""Gives the picture that a deck names, or raises NoPicture."""
