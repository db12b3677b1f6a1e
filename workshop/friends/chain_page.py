"""What came of a workshop's cards, as a page: for its owner, and for staff."""

from flask import Blueprint, abort, render_template

from workshop.accounts import user_required
from workshop.accounts.access import signed_in
from workshop.accounts.own import may_direct
from workshop.friends.chain import chain_of
from workshop.house import database
from workshop.workshops import Workshop

chain = Blueprint("chain", __name__)


@chain.get("/workshops/<int:workshop_id>/chain")
@user_required
def page(workshop_id: int) -> str:
    """Card → visit → lead → next card, in numbers; who wrote or read a card is not in it."""
    with database().read() as session:
        workshop = session.get(Workshop, workshop_id)
        if workshop is None:
            abort(404)
        person = signed_in()
        if person is None or not (person.sees_leads or may_direct(person, workshop)):
            abort(403)
        found = chain_of(session, workshop_id)
    return render_template(
        "friends/chain.html", workshop=workshop, chain=found, directs=may_direct(person, workshop)
    )
