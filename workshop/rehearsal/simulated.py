"""Who of a workshop's participants is simulated. Pure.

It stands in the participant's id, which the server gives and signs: no phone in the room can pass for one,
and what they left can be found also where nobody has the room at hand.
"""

PREFIX = "rehearsal-"


def is_simulated(participant: str) -> bool:
    """Whether this is one of a rehearsal's."""
    return participant.startswith(PREFIX)
