"""What the fields of people's data are called, for those who read what there is of them."""

from typing import Any

from workshop.language import _
from workshop.web import when


def field_called(name: str) -> str:
    """A field's name; one that is not known here is shown as it is."""
    names = {
        "workshop": _("Workshop"),
        "at": _("Time"),
        "question": _("Question"),
        "texts": _("Texts"),
        "friend_name": _("Name of the friend"),
        "message": _("Message"),
        "sender_name": _("Name of the sender"),
        "leader_name": _("Name"),
        "name": _("Name"),
        "telephone": _("Telephone"),
        "phone": _("Telephone"),
        "email": _("E-mail"),
        "school": _("Name of the school"),
        "board": _("School board"),
        "profile": _("About the school"),
        "consent_text": _("Agreed to"),
        "language": _("Language"),
        "more": _("More"),
        "status": _("Status"),
        "tags": _("Tags"),
        "next_action": _("Next action"),
        "agreed": _("What you agreed to"),
        "happened": _("What happened"),
        "wording": _("Sentence"),
        "purpose": _("Purpose"),
        "version": _("Version"),
        "given_at": _("Agreed on"),
        "withdrawn_at": _("Withdrawn on"),
        "role": _("Role"),
        "kind": _("Kind"),
        "asked": _("Asked for"),
    }
    return names.get(name, name)


def value_told(name: str, value: Any) -> str:
    """A field's value as people read it."""
    if name == "at" or name.endswith("_at"):
        return when(value) if value else "–"
    if isinstance(value, dict):
        return "\n".join(f"{field_called(key)}: {value_told(key, each)}" for key, each in value.items())
    if isinstance(value, list | tuple):
        return "\n".join(value_told("", each) for each in value)
    return str(value)
