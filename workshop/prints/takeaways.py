"""What each person in a workshop takes along: their own answers, on cards."""

from collections.abc import Iterator

from workshop.cards.takeaway import Takeaway
from workshop.language import _
from workshop.live.rooms import LiveRoom, News
from workshop.mine.said import said_by
from workshop.mine.taken import cover_of, passages_of
from workshop.prints.source import Source


def takeaways(source: Source) -> Iterator[Takeaway]:
    """One for each person who answered, in the order in which they first did."""
    live = LiveRoom(source.workshop, source.deck, source.database, _nobody_hears)
    live.catch_up()
    cover = cover_of(source.deck.title, source.where)
    for number, participant in enumerate(live.room.answers.by_participant, start=1):
        if asked := said_by(participant, live.room, live.deck):
            yield Takeaway(cover, passages_of(asked), _("Person {n}").format(n=number))


def _nobody_hears(_live: LiveRoom, _news: News) -> None:
    """The room is read, and left."""
