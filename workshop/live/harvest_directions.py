"""From a presenter's command about a harvest to the event, or the reason why not. Pure: no I/O, no clock."""

from workshop.decks.deck import Deck
from workshop.events import AnswerSorted, AnyDirection, ThemeNamed, ThemeRemoved
from workshop.kinds.harvest import MOST_THEMES
from workshop.kinds.harvest import Harvest as HarvestKind
from workshop.kinds.open import tidy
from workshop.language import _
from workshop.live.harvesting import sources_of
from workshop.live.orders import HarvestCommand, NameTheme, RemoveTheme, Sort
from workshop.live.room import Room
from workshop.refused import Refused
from workshop.themes import NONE, Harvest

LONGEST_NAME = 60


def harvested(command: HarvestCommand, room: Room, deck: Deck) -> AnyDirection | None:
    """The event that a command stands for; None where things are so already.

    Raises:
        Refused: it cannot be done.
    """
    if deck.asked(command.slide, HarvestKind) is None:
        raise Refused("wrong_kind", _("There is nothing to sort on this slide."))
    harvest = room.themes.of(command.slide)
    match command:
        case NameTheme():
            return _named(command, harvest)
        case RemoveTheme(slide=slide, theme=theme):
            return ThemeRemoved(slide, theme) if theme in harvest.names else None
        case Sort():
            return _sorted(command, room, deck, harvest)


def _named(command: NameTheme, harvest: Harvest) -> ThemeNamed | None:
    name = " ".join(tidy(command.name).split())[:LONGEST_NAME].strip()
    if not name:
        raise Refused("empty", _("A theme needs a name."))
    if command.theme == NONE:
        if len(harvest.names) >= MOST_THEMES:
            raise Refused("too_many", _("More than {n} themes nobody oversees.").format(n=MOST_THEMES))
        return ThemeNamed(command.slide, harvest.last + 1, name)
    if command.theme not in harvest.names:
        raise Refused("unknown_theme", _("This theme is not there any more."))
    return ThemeNamed(command.slide, command.theme, name) if harvest.names[command.theme] != name else None


def _sorted(command: Sort, room: Room, deck: Deck, harvest: Harvest) -> AnswerSorted | None:
    answer = room.answers.by_id.get(command.answer)
    if answer is None or answer.withdrawn or answer.slide not in sources_of(deck, command.slide):
        raise Refused("unknown_answer", _("This answer is not there any more."))
    if command.theme != NONE and command.theme not in harvest.names:
        raise Refused("unknown_theme", _("This theme is not there any more."))
    if harvest.theme_of(answer.id) == command.theme:
        return None
    return AnswerSorted(command.slide, answer.id, command.theme)
