"""What the page of cards offers, and what somebody chose on it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from workshop import journal, language
from workshop.answers import Answers
from workshop.database import Database
from workshop.friends import message
from workshop.leads.lead import count_of
from workshop.prints.designs import Designs
from workshop.prints.wish import Kind, Wish
from workshop.workshops import Workshop


@dataclass(frozen=True, slots=True)
class Offered:
    """A design as one chooses it."""

    name: str
    title: str
    about: str


def wish_from(sent: Mapping[str, str], base: str) -> Wish:
    """What a form asks for; a field that was left empty has its usual value.

    Raises:
        msgspec.ValidationError: no form of ours sends that.
    """
    asked: dict[str, Any] = {
        name: value for name, value in sent.items() if value and name in Wish.__struct_fields__
    }
    return msgspec.convert(asked | {"base": base}, Wish, strict=False)


def designs_offered(designs: Designs) -> list[Offered]:
    """The designs, named in the spoken language; own ones that cannot be read are left out."""
    spoken = language.spoken()
    found = [(name, designs.find(name)) for name in designs.names()]
    return [Offered(name, design.named(spoken), design.described(spoken)) for name, design in found if design]


def counts_of(database: Database, workshop: Workshop) -> dict[Kind, int]:
    """How many cards there are of what people said and left; the other kinds are as many as one wants."""
    with database.read() as session:
        book = Answers()
        for recorded in journal.read_since(session.connection(), workshop.id, 0):
            book.apply(recorded)
        said = [answer for answer in book.by_id.values() if not answer.withdrawn]
        return {
            "friends": message.count(session, workshop.id),
            "answers": sum(answer.visible and isinstance(answer.value, str) for answer in said),
            "takeaways": len({answer.participant for answer in said}),
            "leads": count_of(session, workshop.id),
        }
