"""The answers that somebody ticked to go along with the form. Pure: no I/O, no clock.

The phone sends their texts, as it knows its own answers; so nothing on this side links a lead to a
participant.
"""

import re
from collections.abc import Mapping

from workshop.kinds.open import tidy

MOST = 30
LONGEST = 600
_NAME = re.compile(r"answer-([0-9]{1,3})(-question)?")


def answers_of(fields: Mapping[str, str]) -> list[tuple[str, str]]:
    """Each question and the answer to it, in the order of the phone: fields `answer-1`, with the question in
    `answer-1-question`, and so on."""
    numbers = sorted(int(m[1]) for m in map(_NAME.fullmatch, fields) if m and not m[2])
    pairs = (
        (fields.get(f"answer-{n}-question", ""), fields[f"answer-{n}"])
        for n in numbers
        if f"answer-{n}" in fields
    )
    kept = [(tidy(question)[:LONGEST], tidy(answer)[:LONGEST]) for question, answer in pairs]
    return [(question, answer) for question, answer in kept if answer][:MOST]
