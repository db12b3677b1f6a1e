"""The look-up that forms ask while somebody types the name of a school."""

from dataclasses import asdict
from typing import cast

from flask import Blueprint, Response, abort, current_app, jsonify, request

from workshop.house import database
from workshop.leads.schools.kept import Kept
from workshop.rate import Rate

NAME = "schools"
LONGEST = 120
PER_MINUTE = 1200
"""Questions from one address: a whole room may be one, and each person asks some five times."""

blueprint = Blueprint(NAME, __name__)
_rate = Rate(PER_MINUTE)


@blueprint.get("/schools")
def look_up() -> Response:
    """At most eight schools that are like ?q=…; an empty list where nothing is like it."""
    if not _rate.allows(request.remote_addr):
        abort(429)
    kept = cast(Kept, current_app.extensions[NAME])
    found = kept.now(database()).like(request.args.get("q", "")[:LONGEST])
    return jsonify(schools=[asdict(school) for school in found])
