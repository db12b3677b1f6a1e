"""Text on its way to a browser, packed: over a full room's Wi-Fi a page is answerable in a third of the time.

Only gzip: browsers take better ones over https alone, and a workshop's laptop has none.
"""

import gzip
import re
from functools import lru_cache

from flask import Flask, Response, request, send_from_directory

from workshop import assets

FOR_GOOD = "public, max-age=31536000, immutable"
"""For what changes its address whenever it changes."""
_TEXTS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".json": "application/json"}
_LEAST_BYTES = 256
# Comments that have their lines to themselves: a third of our scripts, and no browser reads them.
_COMMENTS = re.compile(rb"^[ \t]*(?://[^\n]*|/\*\*(?:(?!\*/).)*\*/[ \t]*)\n", re.M | re.S)


def init_app(app: Flask) -> None:
    """Serves the static files at an address that holds their fingerprint."""
    app.add_url_rule(f"/static/{assets.fingerprint()}/<path:filename>", "static", _send)


def pack(response: Response) -> Response:
    """Packs a page that was made just now, where the browser takes it so.

    Not for pages that hold a secret beside what somebody else chose: its length would tell of it.
    """
    response.vary.add("Accept-Encoding")
    body = response.get_data()
    if len(body) >= _LEAST_BYTES and request.accept_encodings["gzip"] > 0:
        response.set_data(gzip.compress(body, 6, mtime=0))
        response.content_encoding = "gzip"
    return response


def text(content: bytes, mimetype: str) -> Response:
    """A text that stays as it is for good, packed once."""
    zipped = request.accept_encodings["gzip"] > 0
    response = Response(_zipped(content) if zipped else content, mimetype=mimetype)
    if zipped:
        response.content_encoding = "gzip"
    response.vary.add("Accept-Encoding")
    response.headers["Cache-Control"] = FOR_GOOD
    return response


def _send(filename: str) -> Response:
    path = assets.STATIC / filename
    if (mimetype := _TEXTS.get(path.suffix)) and assets.is_inside(path):
        content = path.read_bytes()
        return text(bare(content) if path.suffix == ".js" else content, mimetype)
    response = send_from_directory(assets.STATIC, filename)
    if response.status_code == 200:
        response.headers["Cache-Control"] = FOR_GOOD
    return response


def bare(script: bytes) -> bytes:
    """A script without its comments."""
    return _COMMENTS.sub(b"", script)


@lru_cache(256)
def _zipped(content: bytes) -> bytes:
    return gzip.compress(content, 9, mtime=0)
