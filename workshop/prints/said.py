"""Cards of what people said: to a friend, and in answer to a question."""

from collections.abc import Iterator
from textwrap import shorten

from workshop import journal
from workshop.answers import Answers
from workshop.cards.card import Card
from workshop.friends.message import FriendMessage, of_workshop
from workshop.language import _
from workshop.prints.source import Source
from workshop.tags import isolated
from workshop.themes import Themes

LONGEST_NAME = 60
"""Characters of an answer by which the contents sheet calls its card."""
LOOKED_AT = 10 * LONGEST_NAME
"""Of a long answer no more is looked at for that: taking one of 4,000 apart took half a millisecond."""


def friend_cards(source: Source) -> Iterator[Card]:
    """The messages in the order in which they were written."""
    for message in of_workshop(source.session, source.workshop.id):
        yield friend_card(source, message)


def friend_card(source: Source, message: FriendMessage) -> Card:
    """One message as a card, whose code leads to its page."""
    return Card(
        message=message.message,
        heading=_("For {name}").format(name=message.friend_name),
        kicker=source.deck.title,
        link=f"{source.wish.base}/f/{message.token}",
        link_words=_("Read more"),
        signature=message.sender_name,
        footnote=source.where,
        name=_("{friend}, from {sender}").format(
            friend=isolated(message.friend_name), sender=isolated(message.sender_name)
        ),
    )


def answer_cards(source: Source) -> Iterator[Card]:
    """What can be seen of the answers in words, with their themes as they stand now."""
    book, themes = Answers(), Themes()
    for recorded in journal.read_since(source.session.connection(), source.workshop.id, 0):
        book.apply(recorded)
        themes.apply(recorded.event)
    footnote = f"{source.deck.title}, {source.where}"
    for answer in book.by_id.values():
        if answer.visible and isinstance(answer.value, str):
            yield Card(
                message=answer.value,
                heading=source.deck.slides[answer.slide - 1].question(answer.question),
                kicker=", ".join(themes.names_of(answer.id)) or source.deck.title,
                link=source.join,
                link_words=_("The workshop"),
                footnote=footnote,
                name=shorten(answer.value[:LOOKED_AT], LONGEST_NAME, placeholder="…"),
            )
