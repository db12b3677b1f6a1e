"""The addresses of the API."""

from collections.abc import Sequence

import msgspec
from flask import Blueprint, Response, request

from workshop import __version__, language
from workshop.api.openapi import document
from workshop.api.operation import JSON, Operation, add
from workshop.api.problem import Unanswered, of_unanswered


def blueprint(operations: Sequence[Operation], start: str) -> Blueprint:
    """All operations, and the document that describes them."""
    api = Blueprint("api", __name__, url_prefix=start)
    described = msgspec.json.encode(document(operations, __version__, start))

    @api.before_request
    def speak() -> None:
        if not request.accept_languages:
            language.speak(language.WRITTEN_IN)  # programs seldom say which they want

    @api.get("/openapi.json")
    def openapi() -> Response:
        return Response(described, content_type=JSON)

    for operation in operations:
        add(api, operation)
    api.register_error_handler(Unanswered, of_unanswered)
    return api
