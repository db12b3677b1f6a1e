"""From a phone's command to an entry for the journal, or the reason why not. Pure: no I/O, no clock."""

from dataclasses import dataclass, replace
from typing import TypeVar

import msgspec

from workshop.answers import Answer as Given
from workshop.decks.deck import Deck, Slide
from workshop.events import (
    Answered,
    AnswerEdited,
    AnswerReported,
    AnswerWithdrawn,
    AnyEvent,
    NickTaken,
    Reacted,
    Value,
    VoteGiven,
    VoteTakenBack,
)
from workshop.forms import FORMS, MOST_TYPED, Submission
from workshop.journal import Entry
from workshop.kinds import Counted, Kind
from workshop.kinds.kind import Moment
from workshop.kinds.open import Open
from workshop.kinds.shared import Shared
from workshop.language import _
from workshop.live import seating
from workshop.live.orders import (
    Answer,
    Edit,
    Form,
    Nick,
    PhoneCommand,
    React,
    Report,
    Sit,
    TakePen,
    Vote,
    Withdraw,
)
from workshop.live.room import Room
from workshop.refused import Refused
from workshop.word_filter import WordFilter

Sent = TypeVar("Sent", Answered, AnswerEdited)

MOST_FIELDS = 40


def entry_for(
    command: PhoneCommand,
    room: Room,
    deck: Deck,
    workshop_id: int,
    participant: str,
    secret: str,
    *,
    words: WordFilter | None = None,
    resent: bool = False,
    now: int = 0,
    before: AnyEvent | None = None,
    sheet: int = 0,
) -> Entry:
    """The entry that a command stands for.

    Args:
        words: the words with which an answer waits for the presenter.
        resent: it was taken before; only its content counts now, not whether it would be taken still.
        now: milliseconds since 1970, for what is judged by the time.
        before: what it became then, where that is known.
        sheet: the number of the paper sheet from which staff typed it. For paper no question is closed: it
            is answered also before the slide and after the end.

    Raises:
        Refused: with the code and the text for the person.
    """
    given = Circumstances(room, deck, participant, resent or before is not None, now, sheet)
    match command:
        case Answer():
            return Entry(workshop_id, _filtered(_answered(command, given, before), words), command.id)
        case Edit():
            value = _asked(_own(command, given).slide, given).check(command.value)
            edited = AnswerEdited(participant, command.answer, value)
            return Entry(workshop_id, _filtered(edited, words), command.id)
        case Withdraw():
            _own(command, given)  # at any time: what somebody said is theirs
            return Entry(workshop_id, AnswerWithdrawn(participant, command.answer), command.id)
        case Vote():
            return Entry(workshop_id, _vote(command, given), command.id)
        case Report():
            _shared(command, replace(given, resent=True))  # also when the question has been closed
            return Entry(workshop_id, AnswerReported(participant, command.answer), command.id)
        case Sit():
            return Entry(workshop_id, seating.seat(command, room, deck, participant), command.id)
        case TakePen():
            return Entry(workshop_id, seating.pen(command, room, deck, participant), command.id)
        case Nick():
            _refuse_nick(command, given)
            return Entry(workshop_id, NickTaken(participant), command.id)
        case React():
            _refuse_reaction(command, given)
            return Entry(workshop_id, Reacted(participant, command.slide, command.sign), command.id)
        case Form():
            return _form(command, given, workshop_id, secret)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Under which a phone sent something."""

    room: Room
    deck: Deck
    participant: str
    resent: bool
    now: int
    """Milliseconds since 1970, UTC."""
    sheet: int = 0
    """The paper sheet from which it was typed; 0 where it comes from a phone."""

    @property
    def is_free(self) -> bool:
        """Whether the phone may be on any slide."""
        return self.room.is_free(self.now)


def _filtered(event: Sent, words: WordFilter | None) -> Sent:
    """The event, held back where a word of the list stands in its text."""
    if words is None or not isinstance(event.value, str) or words.found(event.value) is None:
        return event
    return msgspec.structs.replace(event, held=True)


def _answered(command: Answer, given: Circumstances, before: AnyEvent | None) -> Answered:
    kind = _asked(command.slide, given)
    if command.question >= len(kind.questions) or not _is_posed(command, kind, given):
        raise Refused("unknown_question", _("That question does not exist."))
    value: Value = kind.check(command.value)
    if isinstance(before, Answered):
        value = before.value if kind.is_same(value, before.value) else value
    elif not given.resent:
        value = kind.judge(value, moment(given.room, command.slide, given.now))
    if not given.resent and command.id not in given.room.answers.by_id:  # a resend counts already
        _refuse_too_many(command, given, kind)
    return Answered(given.participant, command.id, command.slide, command.question, value, sheet=given.sheet)


def _is_posed(command: Answer, kind: Kind, given: Circumstances) -> bool:
    """Whether the presenter has ever come to the question, where a slide asks them in turn."""
    if not isinstance(kind, Open) or not kind.in_turn or given.resent or given.is_free or given.sheet:
        return True
    return command.question <= given.room.walls.reached.get(command.slide, 0)


def moment(room: Room, slide: int, now: int) -> Moment:
    """When something came, by the time of its slide."""
    began, ends = room.time_began.get(slide), room.timers.get(slide)
    if began is None:
        return Moment()
    return Moment(now - began, None if ends is None else ends - began)


def _refuse_too_many(command: Answer, given: Circumstances, kind: Kind) -> None:
    book = given.room.answers
    if len(book.by_participant.get(given.participant, ())) < kind.most_answers:
        return
    mine = book.of_participant(given.participant, command.slide)
    if sum(answer.question == command.question for answer in mine) >= kind.most_answers:
        raise Refused(
            "too_many_answers",
            _("You have given as many answers as fit here. Change one, or take one back."),
        )


def _own(command: Edit | Withdraw, given: Circumstances) -> Given:
    answer = given.room.answers.by_id.get(command.answer)
    if answer is None or answer.participant != given.participant or (answer.withdrawn and not given.resent):
        raise Refused("unknown_answer", _("This answer is not there any more."))
    slide = given.deck.slide(answer.slide)
    if slide and slide.is_game:
        raise Refused("final", _("Your answer stands as you sent it."))
    return answer


def _vote(command: Vote, given: Circumstances) -> VoteGiven | VoteTakenBack:
    kind = _shared(command, given)
    if not command.given:
        return VoteTakenBack(given.participant, command.answer)
    book = given.room.answers
    has_voted = command.answer in book.voted.get(given.participant, ())
    slide = book.by_id[command.answer].slide
    if not given.resent and not has_voted and book.votes_left(given.participant, slide, kind.votes) < 1:
        raise Refused("too_many_votes", _("You have given all your votes. Take one back first."))
    return VoteGiven(given.participant, command.answer)


def _shared(command: Vote | Report, given: Circumstances) -> Shared:
    """The question to which people see one another's answers, this one among them."""
    answer = given.room.answers.by_id.get(command.answer)
    if answer is None or not (answer.visible or given.resent):
        raise Refused("unknown_answer", _("This answer is not there any more."))
    kind = _asked(answer.slide, given)
    if not isinstance(kind, Shared):
        raise Refused("wrong_kind", _("People do not see one another's answers here."))
    return kind


def _asked(number: int, given: Circumstances) -> Kind:
    room, slide = given.room, given.deck.slide(number)
    if given.sheet:
        return _asked_on_paper(slide)
    was_shown = number in room.shown or (given.is_free and slide is not None and not slide.is_game)
    if slide is None or not was_shown:
        raise Refused("unknown_slide", _("This slide has not been on the screen yet."))
    if slide.asks is None:
        raise Refused("wrong_kind", _("There is nothing to answer on this slide."))
    if not given.resent and (not room.takes_answers(number, given.now) or _is_settled(room, slide)):
        raise Refused("closed", _("This question is closed."))
    if not given.resent and slide.is_game and number in room.revealed:
        raise Refused("closed", _("This question is closed."))
    return slide.asks


def _asked_on_paper(slide: Slide | None) -> Kind:
    if slide is None or slide.asks is None or slide.asks.on_paper is None:
        raise Refused("wrong_kind", _("This cannot be answered on paper."))
    return slide.asks


def _is_settled(room: Room, slide: Slide) -> bool:
    """Whether everybody has been told what is right."""
    return isinstance(slide.asks, Counted) and slide.asks.settles and slide.number in room.revealed


def _refuse_nick(command: Nick, given: Circumstances) -> None:
    room = given.room
    if not given.deck.has_game:
        raise Refused("wrong_kind", _("Nobody plays in this workshop."))
    if given.resent:
        return
    if room.closed:
        raise Refused("closed", _("The workshop has ended."))
    if not command.another and given.participant in room.nicks.given:
        raise Refused("has_name", _("You have a name already."))
    if not room.nicks.may_take(given.participant):
        raise Refused("no_more_names", _("You have had several names: keep this one."))


def _refuse_reaction(command: React, given: Circumstances) -> None:
    if command.sign >= len(given.deck.signs_on(command.slide)):
        raise Refused("unknown_sign", _("This slide has no such sign."))
    is_there = command.slide in given.room.shown and not given.room.closed
    if not (given.resent or given.is_free or is_there):
        raise Refused("closed", _("This slide is not on the screen."))


def _form(command: Form, given: Circumstances, workshop_id: int, secret: str) -> Entry:
    kind = _asked(command.slide, given)
    if kind.name not in FORMS:
        raise Refused("wrong_kind", _("There is no form on this slide."))
    fields = command.fields
    if len(fields) > MOST_FIELDS or any(len(text) > MOST_TYPED for text in fields.values()):
        raise Refused("too_long", _("That is more than fits in this form."))
    return FORMS[kind.name](
        Submission(command.id, workshop_id, given.participant, given.deck, command.slide, fields, secret)
    )
