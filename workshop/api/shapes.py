"""What goes in and comes out, as types: they read the input, and make the OpenAPI document. Pure."""

from datetime import date, datetime
from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

HIGHEST = 10**18 - 1
"""Of the numbers that rows have; see `web.RowNumber`."""
LONGEST_ACTION = 200
LONGEST_TAG = 40
MOST_TAGS = 20
PLACE = r"^[0-9]{1,15}-[0-9]{1,15}$(?!\n)"
"""Where a lead stands in the list, as `listing.Place` writes it; Python's $ lets a line break through."""
PAGE = 50
LARGEST_PAGE = 100

Number = Annotated[int, Meta(ge=1, le=HIGHEST)]
Moment = Annotated[datetime, Meta(tz=True)]
Tag = Annotated[str, Meta(min_length=1, max_length=LONGEST_TAG)]


class Lead(Struct, frozen=True, kw_only=True):
    """What somebody left, and how far it is followed up. What was left out is an empty text."""

    id: Number
    version: Annotated[int, Meta(ge=1, description="Goes along with a change; counts them.")]
    workshop: Annotated[Number | None, Meta(description="The workshop in which it was left.")]
    left_at: Moment
    changed_at: Moment
    status: Annotated[Number, Meta(description="One of /statuses.")]
    next_action: str
    next_on: date | None
    tags: list[str]
    name: str
    telephone: Annotated[str, Meta(description="In E.164, such as +31612345678.")]
    email: str
    school: str
    profile: str
    board: str
    question: str
    language: str


class LeadPage(Struct, frozen=True, kw_only=True):
    """Some leads, the newest first. `next` is the `before` of the next page; null after the last."""

    leads: list[Lead]
    next: str | None


class LeadQuery(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which leads are asked for."""

    workshop: Annotated[Number, Meta(description="Only those of this workshop.")] | UnsetType = UNSET
    status: Annotated[Number, Meta(description="Only those of this status.")] | UnsetType = UNSET
    changed_since: (
        Annotated[datetime, Meta(tz=True, description="Only those that changed at this time or later.")]
        | UnsetType
    ) = UNSET
    before: (
        Annotated[
            str,
            Meta(pattern=PLACE, description="The `next` of the page before."),
        ]
        | UnsetType
    ) = UNSET
    limit: Annotated[int, Meta(ge=1, le=LARGEST_PAGE, description="How many at most.")] = PAGE


class LeadChange(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is changed; what is left out stays. `version` is that of the lead as it was read."""

    version: Annotated[int, Meta(ge=1, le=HIGHEST)]
    status: Number | UnsetType = UNSET
    next_action: Annotated[str, Meta(max_length=LONGEST_ACTION)] | UnsetType = UNSET
    next_on: date | UnsetType | None = UNSET
    tags: Annotated[list[Tag], Meta(max_length=MOST_TAGS)] | UnsetType = UNSET


class Status(Struct, frozen=True, kw_only=True):
    """A step of the follow-up. `outcome` says whether it ends it, and how."""

    id: Number
    name: str
    outcome: Literal["open", "won", "lost"]


class Statuses(Struct, frozen=True, kw_only=True):
    """All steps, in their order."""

    statuses: list[Status]


class WorkshopSummary(Struct, frozen=True, kw_only=True):
    """A workshop whose leads the token's owner may see."""

    id: Number
    code: str
    title: str
    language: str
    created_at: Moment


class WorkshopPage(Struct, frozen=True, kw_only=True):
    """Some workshops, the newest first. `next` is the `before` of the next page; null after the last."""

    workshops: list[WorkshopSummary]
    next: str | None


class WorkshopQuery(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which workshops are asked for."""

    before: (
        Annotated[str, Meta(pattern=r"^[0-9]{1,18}$(?!\n)", description="The `next` of the page before.")]
        | UnsetType
    ) = UNSET
    limit: Annotated[int, Meta(ge=1, le=LARGEST_PAGE, description="How many at most.")] = PAGE


class Problem(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Why something was not done (RFC 9457)."""

    title: str
    status: Annotated[int, Meta(ge=400, le=599)]
    detail: str = ""
