"""The OpenAPI document, made from the operations and their types. Pure."""

from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec import Struct

from workshop.api.operation import JSON, Operation
from workshop.api.problem import MEDIA_TYPE
from workshop.api.shapes import HIGHEST, Problem

REFERENCE = "#/components/schemas/{name}"
DESCRIPTION = """What people left in the call-to-action form, for the programs in which it is followed up.

Make a token on the page of your account and send it along: `Authorization: Bearer wst_…`. A token sees what
you see: staff and admins all leads, presenters those of their own workshops."""
WORDS = {
    401: "There is no token that counts.",
    403: "The token may not do this.",
    404: "There is no such thing, or the token may not see it.",
    409: "It was changed in the meantime: read it again.",
    413: "That is too much at once.",
    415: "It is no JSON.",
    422: "Something that was sent cannot be.",
    429: "Too often: wait for as many seconds as `Retry-After` says.",
}


def document(operations: Sequence[Operation], version: str, server: str) -> dict[str, Any]:
    """The whole document.

    Args:
        version: of this release.
        server: the address below which the operations are.
    """
    paths: dict[str, dict[str, Any]] = {}
    for operation in operations:
        paths.setdefault(operation.path, {})[operation.method.lower()] = _described(operation)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Workshop", "version": version, "description": DESCRIPTION},
        "servers": [{"url": server}],
        "security": [{"token": []}],
        "paths": paths,
        "components": {
            "schemas": _schemas(operations),
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _schemas(operations: Sequence[Operation]) -> dict[str, Any]:
    shapes = [shape for each in operations for shape in (each.answers, each.body) if shape]
    _references, schemas = msgspec.json.schema_components([*shapes, Problem], ref_template=REFERENCE)
    return schemas


def _described(operation: Operation) -> dict[str, Any]:
    described: dict[str, Any] = {
        "operationId": operation.name,
        "summary": operation.summary,
        "parameters": [*_path(operation), *_query(operation)],
        "responses": {
            "200": {"description": operation.summary, "content": _content(JSON, operation.answers)},
            **{str(status): _refusal(status) for status in operation.errors},
        },
    }
    if operation.body:
        described["requestBody"] = {"required": True, "content": _content(JSON, operation.body)}
    return described


def _path(operation: Operation) -> list[dict[str, Any]]:
    if "{id}" not in operation.path:
        return []
    number = {"type": "integer", "minimum": 1, "maximum": HIGHEST}
    return [{"name": "id", "in": "path", "required": True, "schema": number}]


def _query(operation: Operation) -> list[dict[str, Any]]:
    if operation.query is None:
        return []
    _references, schemas = msgspec.json.schema_components([operation.query], ref_template=REFERENCE)
    properties = schemas[operation.query.__name__]["properties"]
    return [{"name": name, "in": "query", "schema": schema} for name, schema in properties.items()]


def _refusal(status: int) -> dict[str, Any]:
    return {"description": WORDS[status], "content": _content(MEDIA_TYPE, Problem)}


def _content(media_type: str, shape: type[Struct]) -> dict[str, Any]:
    return {media_type: {"schema": {"$ref": REFERENCE.format(name=shape.__name__)}}}
