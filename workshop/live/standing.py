"""Who has how many points, and what one phone gets to know of it. Pure: no I/O, no clock."""

from collections import defaultdict
from dataclasses import dataclass

from babel.numbers import format_decimal

from workshop.answers import Answer
from workshop.decks.deck import Deck
from workshop.kinds.podium import Standing, ranked
from workshop.kinds.quiz import Quiz
from workshop.language import _, plural, spoken
from workshop.live.room import Room


@dataclass(frozen=True, slots=True)
class Own:
    """What a phone shows of its own: texts, each empty where there is nothing to say."""

    slide: int
    """The slide that `outcome` is about."""
    outcome: str = ""
    is_right: bool = False
    place: str = ""


@dataclass(frozen=True, slots=True)
class Places:
    """The standing, and in it the place and the points of each participant."""

    standing: Standing
    of: dict[str, tuple[int, int]]


def places(deck: Deck, room: Room) -> Places:
    """Where everybody stands."""
    now = standing(deck, room)
    return Places(now, {player.participant: (player.place, player.points) for player in now.players})


def standing(deck: Deck, room: Room) -> Standing:
    """The points over all quiz slides whose result may be seen, in the spoken language."""
    points: dict[str, int] = defaultdict(int)
    for slide in deck.slides:
        if isinstance(slide.asks, Quiz) and slide.number in room.revealed:
            for answer in room.answers.of_slide(slide.number):
                points[answer.participant] += slide.asks.earned(answer.value)
    return ranked({who: (room.nicks.name(who) or _("Nameless"), earned) for who, earned in points.items()})


def own(deck: Deck, room: Room, places: Places, participant: str, slide: int) -> Own:
    """What one phone gets to know on the slide that it shows."""
    outcome, is_right = _outcome(deck, room, participant, slide)
    return Own(
        slide=slide,
        outcome=outcome,
        is_right=is_right,
        place=_place(places.of, participant),
    )


def ordinal(place: int) -> str:
    """A place as people write it: 5e, 5th."""
    match spoken():
        case "nl":
            return f"{place}e"
        case "de":
            return f"{place}."
        case "fr":
            return "1er" if place == 1 else f"{place}e"
        case _:
            last = place % 10 if place % 100 not in (11, 12, 13) else 0
            return str(place) + {1: "st", 2: "nd", 3: "rd"}.get(last, "th")


def _outcome(deck: Deck, room: Room, participant: str, slide: int) -> tuple[str, bool]:
    quiz = deck.asked(slide, Quiz)
    if quiz is None or slide not in room.revealed:
        return "", False
    sent: Answer | None = next(iter(room.answers.of_participant(participant, slide)), None)
    if sent is None:
        return _("It was: {right}").format(right=quiz.truth), False
    if not quiz.is_right(sent.value):
        return _("Not right. It was: {right}").format(right=quiz.truth), False
    return _("Right: {points}").format(points=_points(quiz.earned(sent.value))), True


def _place(places: dict[str, tuple[int, int]], participant: str) -> str:
    if participant not in places:
        return ""
    place, points = places[participant]
    return _("You are {place} of {of}, {points}").format(
        place=ordinal(place), of=len(places), points=_points(points)
    )


def _points(points: int) -> str:
    word = plural("point", "points", points)
    return f"{format_decimal(points, locale=spoken())} {word}"
