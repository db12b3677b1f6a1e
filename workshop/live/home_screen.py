"""A workshop on a phone's home screen: its manifest, its icons, and what opens it without a network.

Browsers take a worker over https and from the machine itself only; over a room's plain http a phone
goes on without it.
"""

import json
from functools import cache

from flask import Blueprint, Response, abort, url_for

from workshop import assets
from workshop.decks.colour import PAPER
from workshop.decks.store import deck_of
from workshop.house import database
from workshop.icon import png
from workshop.workshops import CODE_LENGTH, by_code

home_screen = Blueprint("home_screen", __name__)

SIZES = (180, 192, 512)
SHAPES = ("round", "full")


@home_screen.get(f"/<string(length={CODE_LENGTH}):code>/app.webmanifest")
def manifest(code: str) -> Response:
    """What a phone shows of the workshop on its home screen, and where it opens."""
    with database().read() as session:
        workshop = by_code(session, code)
        if workshop is None:
            abort(404)
        deck = deck_of(session, workshop.deck_version_id)
    page = f"/{workshop.code}"
    said = {
        "id": page,
        "name": deck.title,
        "short_name": deck.organisation or deck.title,
        "lang": workshop.language,
        "start_url": page,
        "scope": page,
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [_icon(size, shape) for size in (192, 512) for shape in SHAPES],
    }
    return Response(json.dumps(said, ensure_ascii=False), mimetype="application/manifest+json")


@home_screen.get("/icon-<int:size>-<shape>.png")
def icon(size: int, shape: str) -> Response:
    """The icon: with round corners, or filling its square where the phone cuts its own shape."""
    if size not in SIZES or shape not in SHAPES:
        abort(404)
    response = Response(_drawn(size, shape), mimetype="image/png")
    response.headers["Cache-Control"] = "public, max-age=86400"
    return response


@home_screen.get("/sw.js")
def worker() -> Response:
    """The service worker, which is a new one whenever a page or a script is."""
    source = (assets.STATIC / "js" / "worker.js").read_text()
    response = Response(f'const VERSION = "{assets.fingerprint()}";\n{source}', mimetype="text/javascript")
    response.headers["Cache-Control"] = "no-cache"
    return response


@cache
def _drawn(size: int, shape: str) -> bytes:
    svg = (assets.STATIC / "img" / "icon.svg").read_text()
    return png(svg, size, full=shape == "full")


def _icon(size: int, shape: str) -> dict[str, str]:
    return {
        "src": url_for("home_screen.icon", size=size, shape=shape),
        "sizes": f"{size}x{size}",
        "type": "image/png",
        "purpose": "maskable" if shape == "full" else "any",
    }
