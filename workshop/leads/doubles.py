"""Leads that may be of the same person or school."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz, process
from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from workshop.leads import search
from workshop.leads.lead import LeadRow

Because = Literal["email", "telephone", "school"]
ALIKE = 90
"""From here on (of 100) two names of schools are taken for one."""
MOST = 20
CANDIDATES = 500


@dataclass(frozen=True, slots=True)
class Double:
    """Another lead, and what makes it look the same."""

    lead: LeadRow
    because: Because


def doubles_of(session: Session, lead: LeadRow) -> list[Double]:
    """Those with the same e-mail address or telephone number, then those of a school of a similar name."""
    same = or_(
        (LeadRow.email == lead.email) & (LeadRow.email != ""),
        (LeadRow.telephone == lead.telephone) & (LeadRow.telephone != ""),
    )
    others = select(LeadRow).where(LeadRow.id != lead.id, LeadRow.merged_into.is_(None))
    reached = list(session.scalars(others.where(same).order_by(LeadRow.id.desc()).limit(MOST)))
    found = [Double(each, _why(each, lead)) for each in reached]
    there = {each.id for each in reached}
    alike = [each for each in _of_similar_schools(session, lead) if each.id not in there]
    return [*found, *(Double(each, "school") for each in alike)][:MOST]


def similar(name: str, names: Sequence[str], most: int) -> list[int]:
    """The places of the names that are like this one, the likest first."""
    found = process.extract(
        search.plain(name),
        [search.plain(each) for each in names],
        scorer=fuzz.WRatio,
        score_cutoff=ALIKE,
        limit=most,
    )
    return [place for _name, _score, place in found]


def _why(other: LeadRow, lead: LeadRow) -> Because:
    return "email" if other.email and other.email == lead.email else "telephone"


def _of_similar_schools(session: Session, lead: LeadRow) -> list[LeadRow]:
    words = [word for word in search.words_of(lead.school) if len(word) > 3]
    if not words:
        return []
    rare = max(words, key=len)  # the longest word is mostly the name itself, and not 'school'
    others = select(LeadRow).where(
        LeadRow.id != lead.id, LeadRow.merged_into.is_(None), search.matches(rare, session.get_bind().dialect)
    )
    candidates = list(session.scalars(others.order_by(LeadRow.id.desc()).limit(CANDIDATES)))
    return [candidates[place] for place in similar(lead.school, [c.school for c in candidates], MOST)]
