"""What stands in the log, in words."""

from workshop.audit import ABOUT
from workshop.audit.entry import Act
from workshop.audit.listing import Found
from workshop.language import _
from workshop.personal import PERSONAL


def act_called(act: Act) -> str:
    """What was done."""
    return {
        "looked": _("Looked at"),
        "searched": _("Searched"),
        "exported": _("Took along"),
        "printed": _("Had printed"),
        "changed": _("Changed"),
        "erased": _("Erased"),
    }[act]


def about_called(about: str) -> str:
    """The kind of data."""
    if about in PERSONAL:
        return PERSONAL[about].called()
    return ABOUT[about]() if about in ABOUT else about


def who_called(found: Found) -> str:
    """Who did it."""
    if found.person is not None:
        return found.person.name
    if found.entry.who == "person":
        return _("Account {n}, removed since").format(n=found.entry.person_id)
    return machine_called(found.entry.who)


def machine_called(who: str) -> str:
    """What did it where nobody was signed in."""
    return {"worker": _("The worker, by itself"), "terminal": _("Somebody at the terminal")}.get(who, who)


def which_called(found: Found) -> str:
    """Which data, by their numbers; or how many."""
    if found.ids:
        return ", ".join(map(str, found.ids))
    return "" if found.entry.count is None else _("{n} in all").format(n=found.entry.count)
