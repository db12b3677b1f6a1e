"""Cards for the preview of a batch that has none yet."""

from workshop.cards.card import Card
from workshop.cards.chunk import Printed
from workshop.cards.takeaway import Passage, Takeaway
from workshop.language import _
from workshop.mine.taken import cover_of
from workshop.prints.people import join_cards
from workshop.prints.source import Source


def sample(source: Source) -> Printed:
    """A card of the wanted kind with invented words, in the spoken language."""
    title = source.deck.title
    match source.wish.kind:
        case "friends":
            return Card(
                message=_(
                    "Today I thought of you. We talked about what you would be so good at, and I would love"
                    " to tell you about it.\n\nShall we have coffee next week?"
                ),
                heading=_("For {name}").format(name="Sam"),
                kicker=title,
                link=f"{source.wish.base}/f/AbCdEfGhIjKl",
                link_words=_("Read more"),
                signature="Robin",
                footnote=source.where,
            )
        case "answers":
            return Card(
                message=_("That somebody listened until I had finished."),
                heading=_question(source),
                kicker=title,
                link=source.join,
                link_words=_("The workshop"),
                footnote=f"{title}, {source.where}",
            )
        case "takeaways":
            said = _("That somebody listened until I had finished.")
            return Takeaway(cover_of(title, source.where), (Passage(_question(source), (said,)),))
        case "leads":
            return Card(
                message="+31 6 12345678\nrobin@example.org\n\n" + _("We would like to know more."),
                heading="Robin de Wit",
                kicker=_("Confidential"),
                link="tel:+31612345678",
                link_words=_("Scan to call"),
                footnote=f"{title}, {source.where}",
            )
        case "badges":
            return Card(heading="Robin de Wit", kicker=source.deck.organisation)
    return next(join_cards(source))


def _question(source: Source) -> str:
    asking = next((slide for slide in source.deck.slides if slide.asks), None)
    return asking.question(0) if asking else source.deck.title
