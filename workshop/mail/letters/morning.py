"""To somebody who follows up: what is to be done today, and what was to be done before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from babel.dates import format_date

from workshop.language import _, either, speaking, spoken
from workshop.mail.letter import Item, Letter
from workshop.mail.letters.kind import Example, LetterKind
from workshop.mail.letters.named import named

MOST = 50


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What is to be done for a lead, and when."""

    school: str
    action: str
    on: date
    link: str


def letter(to: str, language: str, today: date, follow_ups: Sequence[FollowUp], desk_link: str) -> Letter:
    """The letter.

    Args:
        to: who follows up.
        language: theirs.
        today: the day it is about.
        follow_ups: those of today and those that are overdue; at least one.
        desk_link: leads to the list of them.
    """
    with speaking(language):
        count = len(follow_ups)
        day = format_date(today, "EEEE d MMMM", locale=spoken())
        subject = either("One follow-up for {day}", "{n} follow-ups for {day}", count)
        first = sorted(follow_ups, key=lambda each: (each.on, each.school.casefold()))[:MOST]
        return Letter(
            to,
            spoken(),
            subject.format(n=count, day=day),
            (_("Good morning. These are on the list for today:"),),
            link=desk_link,
            button=_("Open the desk"),
            items=tuple(_item(each, today) for each in first),
            closing=(_("You asked for this letter; on the page “Mail” you end it."),),
        )


def _item(follow_up: FollowUp, today: date) -> Item:
    words = f"{named(follow_up.school) or _('A school')}: {follow_up.action}"
    if follow_up.on >= today:
        return Item(words, follow_up.link)
    overdue = _("overdue since {day}").format(day=format_date(follow_up.on, "d MMMM", locale=spoken()))
    return Item(words, follow_up.link, overdue)


def _example(example: Example) -> Letter:
    today = date(2026, 9, 15)
    with speaking(example.language):
        follow_ups = (
            FollowUp("De Zonnebloem", _("call about the visit"), today, f"{example.base}/leads"),
            FollowUp("De Regenboog", _("send the folder"), today - timedelta(4), f"{example.base}/leads"),
        )
    return letter(example.to, example.language, today, follow_ups, f"{example.base}/leads")


KIND = LetterKind(
    "morning",
    lambda: _("Follow-ups in the morning"),
    lambda: _("To who asked for it on this page, each morning on which there is something to do."),
    _example,
)
