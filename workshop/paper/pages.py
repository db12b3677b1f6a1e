"""The page on which staff type answer sheets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from babel.dates import format_time
from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from workshop import audit, language
from workshop.accounts import presenter_required
from workshop.accounts.own import own_workshop
from workshop.days import ZONE
from workshop.decks.questionnaire import PaperQuestion, questionnaire
from workshop.forms import FieldsRefused
from workshop.house import settings
from workshop.language import _
from workshop.live import live_stage
from workshop.live.rooms import LiveRoom
from workshop.on_paper import HIGHEST_SHEET
from workshop.paper.sheet import Overtaken, Sheet, free_after, saved
from workshop.refused import Refused
from workshop.web import when

paper = Blueprint("paper", __name__)


@dataclass(frozen=True, slots=True)
class Desk:
    """A workshop's sheets, as somebody who types them needs them."""

    live: LiveRoom
    questions: tuple[PaperQuestion, ...]

    def sheet(self, number: int | None) -> Sheet:
        """The sheet with this number; ends the request where there is no such number."""
        if number is None or not 1 <= number <= HIGHEST_SHEET:
            abort(404)
        return Sheet(number, self.live.id, settings().secret)

    @property
    def next_number(self) -> int:
        """After the highest that is kept."""
        sheets = saved(self.live.room)
        return free_after(sheets[-1].number if sheets else 0, sheets)


@paper.get("/workshops/<int:workshop_id>/paper")
@presenter_required
def page(workshop_id: int) -> str:
    """The sheet ?sheet=…, or the next one, to be typed or corrected; and all that are kept."""
    desk = _desk(workshop_id)
    is_chosen = "sheet" in request.args
    sheet = desk.sheet(request.args.get("sheet", type=int) if is_chosen else desk.next_number)
    audit.note("looked", "answers", workshop_id=workshop_id, ids=[f"sheet {sheet.number}"])
    return _rendered(desk, sheet, sheet.texts(desk.questions, desk.live.room), is_chosen=is_chosen)


@paper.post("/workshops/<int:workshop_id>/paper")
@presenter_required
def keep(workshop_id: int) -> AnyResponse | tuple[str, int]:
    """Keeps a sheet and opens the next; what is wrong stands beside it, with all that was typed."""
    desk = _desk(workshop_id)
    sheet = desk.sheet(request.form.get("sheet", type=int))
    texts = {part: request.form.get(part, "") for part in _parts(desk.questions)}
    try:
        _keep(desk, sheet, texts)
    except FieldsRefused as refused:
        return _rendered(desk, sheet, texts, errors=refused.fields), 422
    except Overtaken as refused:
        return _rendered(desk, sheet, texts, notice=refused.text), 409
    except Refused as refused:
        return _rendered(desk, sheet, texts, notice=refused.text), 422
    flash(_told(desk, sheet))
    following = free_after(sheet.number, saved(desk.live.room))
    return redirect(url_for("paper.page", workshop_id=workshop_id, sheet=following))


def time_of(at: int) -> str:
    """A time (milliseconds since 1970, UTC) of today by the clock; of another day with that."""
    moment = datetime.fromtimestamp(at / 1000, UTC).astimezone(ZONE)
    if moment.date() != datetime.now(ZONE).date():
        return when(at)
    return format_time(moment.time(), "HH:mm", locale=language.spoken())


def count_of(answers: int) -> str:
    """How many answers, in words."""
    return (_("{n} answer") if answers == 1 else _("{n} answers")).format(n=answers)


def _desk(workshop_id: int) -> Desk:
    live = live_stage().rooms.of(own_workshop(workshop_id))
    live.catch_up()
    with language.speaking(live.deck.language):  # the codes and the words as they are printed
        return Desk(live, questionnaire(live.deck))


def _parts(questions: Sequence[PaperQuestion]) -> list[str]:
    return [question.part(n) for question in questions for n in range(question.way.parts)]


def _keep(desk: Desk, sheet: Sheet, texts: Mapping[str, str]) -> None:
    seen = request.form.get("seen", "")
    live_stage().key_in(
        desk.live,
        sheet.number,
        sheet.participant,
        lambda room: sheet.orders(texts, desk.questions, room, seen),
    )


def _told(desk: Desk, sheet: Sheet) -> str:
    found = next((each for each in saved(desk.live.room) if each.number == sheet.number), None)
    name = _("Sheet {n}").format(n=sheet.number)
    return f"{name}: {count_of(found.answers if found else 0)}"


def _rendered(
    desk: Desk,
    sheet: Sheet,
    texts: Mapping[str, str],
    *,
    errors: Mapping[str, str] | None = None,
    notice: str = "",
    is_chosen: bool = True,
) -> str:
    sheets = saved(desk.live.room)
    return render_template(
        "paper/paper.html",
        workshop=desk.live.workshop,
        deck=desk.live.deck,
        questions=desk.questions,
        sheet=sheet.number,
        highest=HIGHEST_SHEET,
        seen=sheet.version(desk.questions, desk.live.room),
        texts=texts,
        errors=errors or {},
        notice=notice,
        is_chosen=is_chosen,
        is_kept=any(each.number == sheet.number for each in sheets),
        sheets=sheets[::-1],
        time_of=time_of,
        count_of=count_of,
    )
