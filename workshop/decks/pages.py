"""A deck's pictures, at addresses that change with what they hold."""

from flask import Blueprint, Response, abort

from workshop.decks.store import contents_of
from workshop.house import database

decks = Blueprint("decks", __name__)


@decks.get("/pictures/<digest>.webp")
def picture(digest: str) -> Response:
    """A picture in one size; whoever was shown its address may see it."""
    with database().read() as session:
        contents = contents_of(session, digest)
    if contents is None:
        abort(404)
    response = Response(contents, mimetype="image/webp")
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
