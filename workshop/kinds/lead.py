"""The call to action: a form by which people say that they want to hear more."""

from dataclasses import dataclass
from typing import ClassVar, Self

from workshop.decks.block import Block
from workshop.kinds.kind import Kind
from workshop.language import _


@dataclass(frozen=True, slots=True)
class Lead(Kind):
    """The call-to-action form: what a person agrees to, and where leads are mailed."""

    name: ClassVar[str] = "lead"
    asks: ClassVar[bool] = True
    is_form: ClassVar[bool] = True

    consent: str
    to: str = ""

    @classmethod
    def read(cls, block: Block) -> Self:
        consent = block.plain_text()
        if not consent:
            block.mistakes.add(
                block.line,
                _("The form does not say what people agree to."),
                _("Write in one sentence who keeps what, and for what."),
            )
        return cls(consent=consent, to=block.text("to"))
