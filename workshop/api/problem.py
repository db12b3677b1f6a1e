"""Errors as programs read them: application/problem+json (RFC 9457)."""

from http import HTTPStatus

import msgspec
from flask import Response
from werkzeug.exceptions import HTTPException

from workshop.api.shapes import Problem

MEDIA_TYPE = "application/problem+json"
KEPT_HEADERS = ("Allow", "Retry-After")


class Unanswered(Exception):
    """Ends a request with a problem."""

    def __init__(self, status: int, detail: str = "", headers: dict[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.headers = headers or {}


def problem(status: int, detail: str = "", headers: dict[str, str] | None = None) -> Response:
    """The answer that says what is wrong."""
    body = Problem(title=HTTPStatus(status).phrase, status=status, detail=detail)
    return Response(msgspec.json.encode(body), status, headers, content_type=MEDIA_TYPE)


def of_unanswered(error: Unanswered) -> Response:
    """The answer to a request that was ended."""
    return problem(error.status, error.detail, error.headers)


def of_http(error: HTTPException) -> Response:
    """The answer for what went wrong before a view was reached, or in it unforeseen."""
    told = error.get_response().headers
    headers = {name: told[name] for name in KEPT_HEADERS if name in told}
    return problem(error.code or 500, headers=headers)
