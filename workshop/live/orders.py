"""What phones and presenters ask for: orders, read once from unknown input and trusted from then on."""

import json
from datetime import date
from typing import Annotated, Any, NoReturn, TypeVar

import msgspec
from msgspec import Meta, Struct

from workshop.events import Value
from workshop.language import _
from workshop.refused import Refused

MOST_BYTES = 64_000
"""The largest message a page may send, whichever way."""
Id = Annotated[str, Meta(pattern=r"\A[A-Za-z0-9_-]{16,40}\Z")]
"""Made by the phone, 128 bits or so; unique in the workshop."""
Number = Annotated[int, Meta(ge=0, le=10_000)]


class Answer(Struct, tag_field="do", tag="answer", frozen=True, gc=False):
    """Answer a question of a slide."""

    id: Id
    slide: Number
    question: Number
    value: Value


class Edit(Struct, tag_field="do", tag="edit", frozen=True, gc=False):
    """Write something else in an answer."""

    id: Id
    answer: Id
    value: Value


class Withdraw(Struct, tag_field="do", tag="withdraw", frozen=True, gc=False):
    """Take an answer back."""

    id: Id
    answer: Id


class Vote(Struct, tag_field="do", tag="vote", frozen=True, gc=False):
    """Find somebody's answer a good one, or no longer."""

    id: Id
    answer: Id
    given: bool


class Report(Struct, tag_field="do", tag="report", frozen=True, gc=False):
    """Say that an answer should not be seen."""

    id: Id
    answer: Id


class Sit(Struct, tag_field="do", tag="sit", frozen=True, gc=False):
    """Take a seat at a table of a world café; -1 asks for one where there is room."""

    id: Id
    slide: Number
    table: Annotated[int, Meta(ge=-1, le=100)]


class TakePen(Struct, tag_field="do", tag="pen", frozen=True, gc=False):
    """Write for the own table from now on."""

    id: Id
    slide: Number


class Form(Struct, tag_field="do", tag="form", frozen=True):
    """Send in a slide's form."""

    id: Id
    slide: Number
    fields: dict[str, str]


class Nick(Struct, tag_field="do", tag="nick", frozen=True, gc=False):
    """Have a name to play under; another one than before only where that is asked for."""

    id: Id
    another: bool = False


class React(Struct, tag_field="do", tag="react", frozen=True, gc=False):
    """Send one of a slide's signs."""

    id: Id
    slide: Number
    sign: Annotated[int, Meta(ge=0, le=100)]


class Show(Struct, tag_field="do", tag="show", frozen=True):
    """Go to a slide; 0 is the lobby."""

    slide: Number


class Open(Struct, tag_field="do", tag="open", frozen=True):
    """Let a slide's questions be answered, or no longer."""

    slide: Number
    open: bool


class Reveal(Struct, tag_field="do", tag="reveal", frozen=True):
    """Let the room see a slide's result, or no longer."""

    slide: Number
    revealed: bool


class Hide(Struct, tag_field="do", tag="hide", frozen=True):
    """Take an answer from every screen, or put it back."""

    answer: Id
    hidden: bool


class Pin(Struct, tag_field="do", tag="pin", frozen=True):
    """Give an answer a place at the front of the wall, or no longer."""

    answer: Id
    pinned: bool


class Settle(Struct, tag_field="do", tag="settle", frozen=True):
    """Mark what somebody asked as answered, or no longer."""

    answer: Id
    settled: bool


class Round(Struct, tag_field="do", tag="round", frozen=True):
    """Let the tables of a world café begin a round."""

    slide: Number
    round: Annotated[int, Meta(ge=0, le=100)]


class NameTheme(Struct, tag_field="do", tag="name_theme", frozen=True):
    """Begin a theme of a harvest slide (0), or give one another name."""

    slide: Number
    theme: Number
    name: Annotated[str, Meta(max_length=500)]


class RemoveTheme(Struct, tag_field="do", tag="remove_theme", frozen=True):
    """Let go of a theme."""

    slide: Number
    theme: Number


class Sort(Struct, tag_field="do", tag="sort", frozen=True):
    """Put an answer into a theme; 0 takes it out."""

    slide: Number
    answer: Id
    theme: Number


class Arrange(Struct, tag_field="do", tag="arrange", frozen=True):
    """Let a slide's answers hang in another way."""

    slide: Number
    way: Annotated[str, Meta(max_length=20)]


class Pose(Struct, tag_field="do", tag="pose", frozen=True):
    """Come to one of the questions that a slide asks in turn."""

    slide: Number
    question: Number


class Reword(Struct, tag_field="do", tag="reword", frozen=True):
    """Let a word of a cloud count as another one, as none (an empty text), or as itself again (null)."""

    slide: Number
    word: Annotated[str, Meta(min_length=1, max_length=200)]
    into: Annotated[str, Meta(max_length=200)] | None


class Free(Struct, tag_field="do", tag="free", frozen=True):
    """Let phones go from slide to slide by themselves, or no longer."""

    free: bool


class Afterwards(Struct, tag_field="do", tag="afterwards", frozen=True):
    """Let phones look and answer after the workshop up to this day; without one not at all."""

    until: date | None


class Enlarge(Struct, tag_field="do", tag="enlarge", frozen=True):
    """Put one answer large on the screen; none with an empty text."""

    answer: Annotated[str, Meta(max_length=40)]


class Mute(Struct, tag_field="do", tag="mute", frozen=True):
    """Hide what the phone that sent this answer sends from now on, or no longer."""

    answer: Id
    muted: bool


class Moderate(Struct, tag_field="do", tag="moderate", frozen=True):
    """Let answers wait until the presenter shows them, or no longer."""

    moderated: bool


class Time(Struct, tag_field="do", tag="time", frozen=True):
    """Let a slide's time run for so many seconds; 0 stops it."""

    slide: Number
    seconds: Annotated[int, Meta(ge=0, le=7200)]


class Code(Struct, tag_field="do", tag="code", frozen=True):
    """Show the join code large on the projector, or no longer."""

    large: bool


class Undo(Struct, tag_field="do", tag="undo", frozen=True):
    """Take the last step back, if it is still this one."""

    step: Annotated[int, Meta(ge=1)]


class Redo(Struct, tag_field="do", tag="redo", frozen=True):
    """Do the step again that was last taken back, if it is still this one."""

    step: Annotated[int, Meta(ge=1)]


class End(Struct, tag_field="do", tag="end", frozen=True):
    """Close the workshop, or let it go on."""

    ended: bool


class Rehearse(Struct, tag_field="do", tag="rehearse", frozen=True):
    """Let so many simulated phones come in; 0 lets them leave."""

    phones: Annotated[int, Meta(ge=0, le=100)]


class EraseRehearsal(Struct, tag_field="do", tag="erase-rehearsal", frozen=True):
    """Erase all that simulated phones sent."""


PhoneCommand = Answer | Edit | Withdraw | Vote | Report | Sit | TakePen | Form | Nick | React
HarvestCommand = NameTheme | RemoveTheme | Sort
PresenterCommand = (
    Show
    | Open
    | Reveal
    | Hide
    | Pin
    | Settle
    | Enlarge
    | Mute
    | Moderate
    | Time
    | Code
    | Rehearse
    | EraseRehearsal
    | End
    | Round
    | HarvestCommand
    | Arrange
    | Pose
    | Reword
    | Free
    | Afterwards
    | Undo
    | Redo
)


def decoded(text: str | bytes) -> Any:
    """The JSON that a page sent.

    A browser may cut an emoji in half where a field is full, and sends the half as it is. msgspec does not
    read that; Python's own reader does, and the half is taken out with what else is no character.

    Raises:
        ValueError: it is no JSON.
    """
    try:
        try:
            return msgspec.json.decode(text)
        except (msgspec.DecodeError, UnicodeError):
            return json.loads(text, parse_constant=_refuse_constant)
    except RecursionError as error:
        raise ValueError("nested too deep") from error


def phone_command(data: Any) -> PhoneCommand:
    """What a phone sent, as a command.

    Raises:
        Refused: it is none.
    """
    return _read(data, _FromPhone).command


def presenter_command(data: Any) -> PresenterCommand:
    """What a presenter's page sent, as a command.

    Raises:
        Refused: it is none.
    """
    return _read(data, _FromPresenter).command


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


class _FromPhone(Struct, gc=False):
    command: PhoneCommand


class _FromPresenter(Struct, gc=False):
    command: PresenterCommand


_Sent = TypeVar("_Sent", _FromPhone, _FromPresenter)


def _read(data: Any, kind: type[_Sent]) -> _Sent:
    try:
        # In a struct of its own: a union by itself is looked into anew at each call, which takes 7 µs.
        return msgspec.convert({"command": data}, kind)
    except (msgspec.ValidationError, UnicodeError) as error:
        raise Refused("not_understood", _("This page and the server differ: reload it.")) from error
