"""The pages that a card's QR code leads to. Only the card's holder knows their address: what it lets do needs
no other key, and no cookie; so no other site can make a browser do it either."""

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from workshop import web
from workshop.forms import FORM_ON_PAGE
from workshop.friends import visit
from workshop.friends.erasure import erase
from workshop.friends.message import by_token
from workshop.friends.opened import Opened, opened
from workshop.house import database, settings
from workshop.privacy.sweep import ask_for_sweep

friends = Blueprint("friends", __name__)
web.csrf.exempt(friends)


@friends.after_request
def keep_out_of_search_engines(response: Response) -> Response:
    """Says so in a header too: a picture or a PDF has no other place for it."""
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response


@friends.get("/f/<token>")
def card(token: str) -> str:
    """The message, who it is from, and what it is about; only the card's holder knows the address."""
    found = opened(token)
    return render_template("friends/card.html", **shown(found), forms=_forms(found))


@friends.post("/f/<token>/visit")
def visited(token: str) -> AnyResponse:
    """A person sees the page: its script says so, which what draws a preview of a link does not run."""
    if not visit.is_program(request.user_agent.string):
        came_by(opened(token))
    return Response(status=204)


@friends.post("/f/<token>/erase")
def erased(token: str) -> AnyResponse:
    """Erases the message wherever it is; done twice it stays as it is."""
    came_by(opened(token))
    with database().write() as session:
        if message := by_token(session, token):
            erase(session, settings(), message)
            ask_for_sweep(session)
    return redirect(url_for("friends.card", token=token), 303)


def came_by(found: Opened) -> None:
    """Counts a visit: somebody does something on the page, so there is somebody."""
    with database().write() as session:
        visit.note(session, found.card.workshop_id, found.card.id)


def shown(found: Opened) -> dict[str, object]:
    """What the templates of a card's pages are given."""
    return {"message": found.message, "workshop": found.workshop, "deck": found.deck}


def _forms(found: Opened) -> list[str]:
    return [form(found.deck, found.workshop.id, found.card.id) for form in FORM_ON_PAGE.values()]
