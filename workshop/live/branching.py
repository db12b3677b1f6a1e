"""Which slide comes next: the one after this, or where a vote or the deck leads. Pure: no I/O, no clock."""

from workshop.decks.deck import Deck
from workshop.kinds.choice import Choice
from workshop.live.room import Room


def following(room: Room, deck: Deck) -> int | None:
    """The slide to which 'next' goes; None after the last one.

    Where options lead to slides of their own, the one with most votes decides; of equals the first. Without
    a vote, and where the winner leads nowhere, it is the slide after this one.
    """
    slide = deck.slide(room.slide)
    asks = deck.asked(room.slide, Choice)
    if asks and any(asks.leads_to):
        values = [answer.value for answer in room.answers.visible_of(room.slide)]
        if number := asks.led_to(values):
            return number
    if slide and slide.goes_on_at:
        return slide.goes_on_at
    return room.slide + 1 if room.slide < len(deck.slides) else None
