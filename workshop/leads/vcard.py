"""Leads as vCards, for an address book (RFC 6350). Pure."""

from datetime import UTC, datetime

from workshop.leads.lead import LeadRow
from workshop.leads.lines import folded, text


def vcard(lead: LeadRow) -> str:
    """One card; the school stands in for the name where nobody gave one."""
    changed = datetime.fromtimestamp(lead.changed_at / 1000, UTC)
    lines = [
        "BEGIN:VCARD",
        "VERSION:4.0",
        f"UID:lead-{lead.id}",
        f"FN:{text(lead.leader_name or lead.school or lead.email or lead.telephone)}",
        f"REV:{changed:%Y%m%dT%H%M%SZ}",
        *([f"ORG:{text(lead.school)}"] if lead.school else []),
        *([f"TEL;VALUE=uri:tel:{lead.telephone}"] if lead.telephone else []),
        *([f"EMAIL:{text(lead.email)}"] if lead.email else []),
        *([f"NOTE:{text(lead.question)}"] if lead.question else []),
        "END:VCARD",
    ]
    return folded(lines)
