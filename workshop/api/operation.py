"""Operations: what can be asked, each said once, so that what is done and what is documented are the same."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import msgspec
from flask import Blueprint, Response, request
from msgspec import Struct
from sqlalchemy.orm import Session

from workshop import audit
from workshop.accounts.user import User
from workshop.api import bearer
from workshop.api.problem import Unanswered
from workshop.house import database
from workshop.language import _
from workshop.leads.personal import NAME as LEADS
from workshop.refused import Refused

JSON = "application/json"
OVERTAKEN = "overtaken"
"""The code of a refusal because somebody else was faster."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a view needs to know: who asks, in which session, for what."""

    person: User
    session: Session
    query: Any = None
    body: Any = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class Operation:
    """Something that can be asked. `{id}` in the path is a number."""

    method: Literal["GET", "PATCH"]
    path: str
    name: str
    summary: str
    view: Callable[[Asked], Struct]
    answers: type[Struct]
    query: type[Struct] | None = None
    body: type[Struct] | None = None
    leads: Callable[[Any], Sequence[int]] | None = None
    """The numbers of the leads in an answer, for the audit log."""

    @property
    def writes(self) -> bool:
        """Whether it changes anything."""
        return self.method != "GET"

    @property
    def errors(self) -> list[int]:
        """The statuses with which it may refuse."""
        found = [401, 429]
        if self.query or self.body:
            found.append(422)
        if "{id}" in self.path:
            found.append(404)
        if self.writes:
            found += [403, 409, 413, 415]
        return sorted(found)


def add(blueprint: Blueprint, operation: Operation) -> None:
    """Lets an operation be asked for."""
    rule = operation.path.replace("{id}", "<int:id>")

    def answer(id: int = 0) -> Response:
        person = bearer.caller(writes=operation.writes)
        query = _query(operation.query) if operation.query else None
        body = _body(operation.body) if operation.body else None
        store = database()
        with store.write() if operation.writes else store.read() as session:
            found = _answered(operation, Asked(person, session, query, body, id))
        if operation.leads:
            act: audit.Act = "changed" if operation.writes else "exported"
            with store.write() as log:
                audit.record(log, person, act, LEADS, ids=operation.leads(found))
        return Response(msgspec.json.encode(found), content_type=JSON)

    blueprint.add_url_rule(rule, operation.name, answer, methods=[operation.method])


def _answered(operation: Operation, asked: Asked) -> Struct:
    try:
        return operation.view(asked)
    except Refused as refused:
        raise Unanswered(409 if refused.code == OVERTAKEN else 422, refused.text) from refused


def _query(shape: type[Struct]) -> Struct:
    given: dict[str, str | int] = {}
    for name, values in request.args.lists():
        if len(values) > 1:
            raise Unanswered(422, _("{name} is there more than once.").format(name=name))
        given[name] = values[0]
    for field in msgspec.structs.fields(shape):
        text = given.get(field.encode_name)
        if isinstance(text, str) and _takes_number(field.type) and text.isascii() and text.isdigit():
            given[field.encode_name] = int(text[:30])
    try:
        return msgspec.convert(given, shape)
    except msgspec.ValidationError as error:
        raise Unanswered(422, str(error)) from error


def _takes_number(kind: Any) -> bool:
    return "integer" in str(msgspec.json.schema(kind))


def _body(shape: type[Struct]) -> Struct:
    if request.mimetype != JSON:
        raise Unanswered(415, _("Send the change as application/json."))
    try:
        return msgspec.convert(_whole(msgspec.json.decode(request.get_data())), shape)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Unanswered(422, str(error)) from error


def _whole(value: Any) -> Any:
    """The same with 2.0 as 2: in JSON they are one number, for us they would not be."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return {name: _whole(each) for name, each in value.items()}
    return [_whole(each) for each in value] if isinstance(value, list) else value
