"""All about one lead, for the panel beside the list."""

import json

from sqlalchemy.orm import Session

from workshop.leads import consent, happening, tag
from workshop.leads.change import FollowUp, follow_up_of
from workshop.leads.consent import Consent
from workshop.leads.doubles import doubles_of
from workshop.leads.listing import Found
from workshop.leads.merging import family

Pairs = list[tuple[str, str]]


class Panel:
    """The lead, those merged into it, what may be done with it, and what happened."""

    def __init__(self, session: Session, found: Found) -> None:
        self.lead = found.lead
        self.workshop = found.workshop
        self.now: FollowUp = follow_up_of(session, found.lead)
        self.tags = ", ".join(tag.of_leads(session, [found.lead.id])[found.lead.id])
        self.merged = family(session, found.lead)
        all_ids = [found.lead.id, *(each.id for each in self.merged)]
        self.consents: list[Consent] = [
            each for some in consent.of_leads(session, all_ids).values() for each in some
        ]
        self.time_line = happening.time_line(session, all_ids)
        self.doubles = doubles_of(session, found.lead)

    @property
    def may_be_called(self) -> bool:
        """Whether an agreement to be in touch stands."""
        return any(each.purpose == "contact" and each.withdrawn_at is None for each in self.consents)

    @property
    def extra(self) -> Pairs:
        """What the deck's form asked besides."""
        return [(label, text) for label, text in json.loads(self.lead.extra)]

    @property
    def answers(self) -> Pairs:
        """The answers that the person sent along."""
        return [(question, text) for question, text in json.loads(self.lead.answers)]
