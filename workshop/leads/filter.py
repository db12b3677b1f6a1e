"""Which leads somebody wants to see, as an address has it. Pure: no I/O, no clock."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Self
from urllib.parse import parse_qsl, urlencode

LONGEST_WORDS = 200
DUE = ("overdue", "today", "week", "planned", "none")
"""When the next action is: before today, today, within seven days, at any day, or never."""
CAME_BY = ("room", "page", "friend", "import")
NOBODY = "nobody"
ME = "me"


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked for; what is empty asks for nothing."""

    words: str = ""
    workshop: int | None = None
    status: int | None = None
    outcome: str = ""
    """`open`: those whose follow-up has not ended."""
    owner: str = ""
    """The number of a user, `me` or `nobody`."""
    due: str = ""
    tag: str = ""
    came: str = ""
    doubles: bool = False
    """Those that may be of a person or school that is there already."""

    @property
    def is_empty(self) -> bool:
        """Whether it lets everything through."""
        return self == Filter()

    @property
    def goes_by_day(self) -> bool:
        """Whether the list stands in the order of the next actions."""
        return self.due in ("overdue", "today", "week", "planned")

    def without_words(self) -> Self:
        """The same without the words that were searched for."""
        return replace(self, words="")

    def query(self) -> str:
        """The filter as an address has it after its question mark."""
        return urlencode(self.arguments())

    def arguments(self) -> dict[str, str]:
        """What is asked for, by name."""
        asked = {}
        for each in fields(self):
            value = getattr(self, each.name)
            if value is not None and value is not False and value != "":
                asked[each.name] = "yes" if value is True else str(value)
        return asked


def read(query: str | Mapping[str, str]) -> Filter:
    """The filter of an address; what it does not know is left out.

    Raises:
        ValueError: a number in it is none.
    """
    given = dict(parse_qsl(query)) if isinstance(query, str) else query
    return Filter(
        words=" ".join(given.get("words", "").split())[:LONGEST_WORDS],
        workshop=_number(given.get("workshop", "")),
        status=_number(given.get("status", "")),
        outcome="open" if given.get("outcome") == "open" else "",
        owner=_owner(given.get("owner", "")),
        due=_one_of(given.get("due", ""), DUE),
        tag=given.get("tag", "")[:80],
        came=_one_of(given.get("came", ""), CAME_BY),
        doubles=given.get("doubles") == "yes",
    )


def _owner(text: str) -> str:
    return text if text in ("", NOBODY, ME) else str(_number(text))


def _one_of(text: str, words: tuple[str, ...]) -> str:
    return text if text in words else ""


def _number(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 16):
        raise ValueError(text)
    return int(text)
