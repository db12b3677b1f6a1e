"""The results of a workshop: for its owner, while it runs and after."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from typing import Any

import gevent
from flask import Blueprint, Response, abort, request, send_file, stream_template
from gevent.hub import get_hub
from werkzeug.wrappers import Response as AnyResponse

from workshop import audit, language
from workshop.accounts import presenter_required
from workshop.accounts.own import own_workshop
from workshop.kinds import Counted
from workshop.language import _
from workshop.live import live_stage
from workshop.live.rooms import LiveRoom
from workshop.results.files import answers_csv, json_lines, participation, tables_csv
from workshop.results.outcome import Outcome, SlideOutcome, outcome_of
from workshop.results.workbook import write_workbook

results = Blueprint("results", __name__, url_prefix="/workshops/<int:workshop_id>")

SHOWN = 200
"""So many answers to an open question stand on the page; all of them are in the files."""
LINES_A_TURN = 100


@dataclass(frozen=True, slots=True)
class Asked:
    """What the presenter wants to see."""

    live: LiveRoom
    outcome: Outcome
    hidden: bool


@results.get("/results")
@presenter_required
def page(workshop_id: int) -> Response:
    """Every question with its table or its answers, and how many took part."""
    asked = _asked(workshop_id)
    audit.note("looked", "answers", workshop_id=workshop_id)
    pictures, tables = {}, {}
    for each in asked.outcome.slides:
        with language.speaking(asked.live.deck.language):
            pictures[each.slide.number], tables[each.slide.number] = _picture(each), each.table
        gevent.sleep(0)  # phones are served between two slides
    html = stream_template(
        "results/results.html",
        workshop=asked.live.workshop,
        deck=asked.live.deck,
        ended=asked.live.room.closed,
        outcome=asked.outcome,
        pictures=pictures,
        tables=tables,
        hidden=asked.hidden,
        participation=participation,
        paper=asked.outcome.on_paper,
        shown=SHOWN,
    )
    # Measured, of 40,000 answers: half a second, of which no phone waits for more than a few milliseconds.
    return Response(_in_turns(html, language.spoken()), mimetype="text/html")


@results.get("/results/<any(answers, tables):what>.csv")
@presenter_required
def as_csv(workshop_id: int, what: str) -> Response:
    """All answers, a line each; or the tables of the questions."""
    asked = _taken(workshop_id)
    if what == "answers":
        return _download(asked, answers_csv, "text/csv; charset=utf-8", _("answers"), "csv")
    return _download(asked, tables_csv, "text/csv; charset=utf-8", _("tables"), "csv")


@results.get("/results/answers.jsonl")
@presenter_required
def as_json_lines(workshop_id: int) -> Response:
    """All answers, a JSON object a line."""
    return _download(_taken(workshop_id), json_lines, "application/jsonl", _("answers"), "jsonl")


@results.get("/results/results.xlsx")
@presenter_required
def as_workbook(workshop_id: int) -> AnyResponse:
    """A sheet a slide."""
    asked = _taken(workshop_id)
    name, out = _("results"), BytesIO()
    with language.speaking(asked.live.deck.language):
        # Packing is mostly zlib's work, which lets other threads go on.
        write_workbook(
            asked.outcome, out, lambda: gevent.sleep(0), lambda close: get_hub().threadpool.apply(close)
        )
    out.seek(0)
    response = send_file(
        out,
        mimetype="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        as_attachment=True,
        download_name=f"{name} {asked.live.workshop.code}.xlsx",
    )
    response.headers["Cache-Control"] = "no-store"  # files are kept for a year otherwise
    return response


def _asked(workshop_id: int) -> Asked:
    workshop = own_workshop(workshop_id)
    hidden = request.args.get("hidden", "")
    if hidden not in ("", "1"):
        abort(404)
    live = live_stage().rooms.of(workshop)
    live.catch_up()
    with language.speaking(live.deck.language):
        return Asked(live, outcome_of(live.deck, live.room, hidden=bool(hidden)), bool(hidden))


def _taken(workshop_id: int) -> Asked:
    """What somebody takes along as a file."""
    asked = _asked(workshop_id)
    audit.note("exported", "answers", workshop_id=workshop_id)
    return asked


def _picture(each: SlideOutcome) -> Any:
    """What the template of the question's picture draws; None where it has none, or nobody answered."""
    if not isinstance(each.asks, Counted) or not each.answers:
        return None
    return each.asks.result(each.values)


def _download(
    asked: Asked, write: Callable[[Outcome], Iterator[str]], content_type: str, name: str, ending: str
) -> Response:
    response = Response(_in_turns(write(asked.outcome), asked.live.deck.language), content_type=content_type)
    filename = f"{name} {asked.live.workshop.code}.{ending}"
    response.headers.set("Content-Disposition", "attachment", filename=filename)
    return response


def _in_turns(lines: Iterator[str], spoken: str) -> Iterator[str]:
    """The lines in batches, between which phones are served; in the language in which they are meant."""
    batch = "first"
    while batch:
        with language.speaking(spoken):
            batch = "".join(islice(lines, LINES_A_TURN))
        yield batch
        gevent.sleep(0)
