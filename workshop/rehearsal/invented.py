"""Invented details for a lead, which nobody can take for real ones. Pure."""

import unicodedata
from random import Random

from workshop.rehearsal.asked import Field
from workshop.rehearsal.speech import Speech


def details(fields: tuple[Field, ...], speech: Speech, random: Random) -> dict[str, str]:
    """The form, filled in; a field that we do not know is filled in by its type."""
    first, last = random.choice(speech.first_names), random.choice(speech.surnames)
    known = {
        "leader_name": f"{first} {last}",
        "telephone": telephone(random),
        "email": email(first, last, random),
        "school": random.choice(speech.schools),
        "board": random.choice(speech.boards),
        "profile": random.choice(speech.profiles),
        "question": random.choice(speech.support),
    }
    by_kind = {"tel": known["telephone"], "email": known["email"], "checkbox": "yes"}
    chosen = {field.name: field.options[0] for field in fields if field.options}
    return {field.name: known.get(field.name, by_kind.get(field.kind, last)) for field in fields} | chosen


def telephone(random: Random) -> str:
    """A number that counts as valid and that nobody has, as far as we know.

    The Netherlands keep no numbers apart for fiction. In 030, Utrecht, a subscriber's own part
    does not begin with 0, so nobody answers at 030 000 ….
    """
    return f"+31 30 000 {random.randrange(10_000):04}"


def email(first: str, last: str, random: Random) -> str:
    """An address at example.org, which is kept apart for examples (RFC 2606)."""
    name = unicodedata.normalize("NFKD", f"{first}.{last}".lower())
    plain = name.encode("ascii", "ignore").decode()
    return f"{plain}{random.randrange(1000)}@example.org"
