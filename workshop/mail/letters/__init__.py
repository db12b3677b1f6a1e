"""The letters that this house writes, a file each."""

from workshop.mail.letters import confirm, morning, new_lead, thanks
from workshop.mail.letters.kind import LetterKind

LETTERS: dict[str, LetterKind] = {each.KIND.name: each.KIND for each in (new_lead, thanks, confirm, morning)}
"""All kinds of them, by name."""
