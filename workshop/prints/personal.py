"""Whose data stand on each kind of cards."""

from workshop.prints.wish import Kind

OF_KIND: dict[Kind, str] = {
    "friends": "friend-messages",
    "answers": "answers",
    "takeaways": "answers",
    "leads": "leads",
    "badges": "badges",
}


def about_of(kind: Kind) -> str | None:
    """What the audit log calls the data on cards of this kind; None where they have nobody's."""
    return OF_KIND.get(kind)
