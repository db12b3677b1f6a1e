"""What happened to a lead, in words."""

from collections.abc import Callable, Mapping

from workshop.language import _
from workshop.leads.field import fields
from workshop.leads.happening import Happening, What
from workshop.leads.status import STANDARD_WORDS


def told(happening: Happening) -> str:
    """A line of the time line, in the spoken language."""
    return _WORDS[happening.what](happening.text)


def _status(name: str) -> str:
    own = STANDARD_WORDS.get(name)
    return _("Status: {status}").format(status=own() if own else name)


def _owner(name: str) -> str:
    return _("Followed up by {name}").format(name=name) if name else _("Followed up by nobody now")


def _next(text: str) -> str:
    return _("Next: {text}").format(text=text) if text else _("Nothing is next any more")


def _tags(text: str) -> str:
    return _("Tags: {tags}").format(tags=text) if text else _("No tags any more")


def _corrected(names: str) -> str:
    labels = {field.name: field.label for field in fields()}
    changed = ", ".join(labels.get(name, name) for name in names.split(", "))
    return _("Put right: {fields}").format(fields=changed)


_WORDS: Mapping[What, Callable[[str], str]] = {
    "left": lambda _text: _("Filled in the form"),
    "note": lambda text: text,
    "status": _status,
    "owner": _owner,
    "next": _next,
    "tags": _tags,
    "corrected": _corrected,
    "confirmed": lambda _text: _("Confirmed the e-mail address"),
    "withdrawn": lambda _text: _("Withdrew what was agreed to"),
    "merged": lambda text: _("Merged with {name}").format(name=text),
    "parted": lambda text: _("Parted from {name}").format(name=text),
    "imported": lambda _text: _("Came from a file"),
    "thanked": lambda _text: _("A thank-you went out by mail"),
}
