"""Cards of leads, for the desk of those who call back. Whoever prints them may see the leads."""

from collections.abc import Iterator

from sqlalchemy import select

from workshop.cards.card import Card
from workshop.language import _
from workshop.leads.lead import LeadRow
from workshop.leads.telephone import readable
from workshop.prints.source import Source


def lead_cards(source: Source) -> Iterator[Card]:
    """The leads of a workshop, the oldest first. A card's code calls, or writes where it cannot."""
    mine = select(LeadRow).where(LeadRow.workshop_id == source.workshop.id, LeadRow.merged_into.is_(None))
    for lead in source.session.scalars(mine.order_by(LeadRow.created_at, LeadRow.id)):
        yield Card(
            heading=lead.leader_name or lead.called,
            kicker=_("Confidential"),
            message=_words(lead),
            link=f"tel:{lead.telephone}" if lead.telephone else f"mailto:{lead.email}",
            link_words=_("Scan to call") if lead.telephone else _("Scan to write"),
            footnote=f"{source.deck.title}, {source.where}",
        )


def _words(lead: LeadRow) -> str:
    reached = (readable(lead.telephone) if lead.telephone else "", lead.email)
    of_school = (lead.school, lead.board)
    parts = (
        "\n".join(filter(None, reached)),
        "\n".join(filter(None, of_school)),
        lead.question,
        lead.profile,
    )
    return "\n\n".join(filter(None, parts))
