"""What the presenter's page says of a room beside its slides: how many have answered, the time, and the last
step with its way back."""

import time
from typing import Any

from workshop.events import AnyDirection
from workshop.language import _
from workshop.live.rooms import LiveRoom
from workshop.live.steps import Step

Data = dict[str, Any]


def stand(live: LiveRoom) -> Data:
    """What changes with every step and every answer."""
    room, now = live.room, time.time_ns() // 1_000_000
    steps = room.steps
    slide = live.deck.slide(room.slide)
    return {
        "answerable": bool(slide and slide.asks and not slide.asks.is_form),
        "answered": answered(live, room.slide),
        "remotes": live.remotes,
        "elapsed": room.elapsed(now),
        "on_slide": room.on_slide(now),
        "undo": _named(steps.taken[-1]) if steps.taken else None,
        "redo": _named(steps.undone[-1]) if steps.undone else None,
    }


def answered(live: LiveRoom, slide: int) -> int:
    """How many of those who are here have answered a slide."""
    given = live.room.answers.answered.get(slide)
    if not given:
        return 0
    elsewhere = sum(who in given for who in live.polling if who not in live.people)
    return len(live.people.keys() & given.keys()) + elsewhere


def step_words() -> dict[str, str]:
    """What was done, by the event's name, for the button that takes it back."""
    return {
        "SlideShown": _("slide {slide} shown"),
        "QuestionOpened": _("question opened"),
        "QuestionClosed": _("question closed"),
        "ResultShown": _("result shown"),
        "ResultHidden": _("result hidden"),
        "AnswerHidden": _("answer hidden"),
        "AnswerShown": _("answer shown"),
        "AnswerHeld": _("answer waits again"),
        "AnswerPinned": _("answer put in front"),
        "AnswerUnpinned": _("answer no longer in front"),
        "AnswerEnlarged": _("answer made large"),
        "EnlargingEnded": _("answer no longer large"),
        "AnswerSettled": _("question answered"),
        "AnswerUnsettled": _("question not answered yet"),
        "RoundBegun": _("round begun"),
        "RoundsRestored": _("round taken back"),
        "ThemeNamed": _("theme named"),
        "ThemeRemoved": _("theme removed"),
        "AnswerSorted": _("answer sorted"),
        "WallArranged": _("answers hung in another way"),
        "QuestionPosed": _("question asked"),
        "WordMerged": _("words merged"),
        "WordHidden": _("word hidden"),
        "WordRestored": _("word restored"),
        "PaceFreed": _("phones at their own pace"),
        "PaceBound": _("phones along with the screen"),
        "AfterwardsSet": _("date set for afterwards"),
        "ParticipantMuted": _("sender muted"),
        "ParticipantUnmuted": _("sender no longer muted"),
        "ModerationBegun": _("read before showing"),
        "ModerationEnded": _("show at once"),
        "TimerStarted": _("time started"),
        "TimerStopped": _("time stopped"),
        "CodeShown": _("code shown large"),
        "CodeHidden": _("code taken away"),
        "WorkshopClosed": _("workshop ended"),
        "WorkshopReopened": _("workshop went on"),
    }


def _named(step: Step) -> Data:
    event: AnyDirection = step.done[0]
    return {"step": step.seq, "what": type(event).__name__, "slide": getattr(event, "slide", None)}
