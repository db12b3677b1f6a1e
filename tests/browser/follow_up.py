"""What comes after the room, filled: leads in every state, and a card that a friend has."""

from datetime import date, timedelta

from sqlalchemy import select

from tests.browser.room import Room
from tests.friends.written import write
from tests.leads.phone import FILLED_IN, submission
from workshop import journal, leads
from workshop.accounts.user import User
from workshop.decks.store import deck_of
from workshop.leads import happening
from workshop.leads.lead import LeadRow
from workshop.leads.status import pipeline
from workshop.leads.tag import LeadTag
from workshop.workshops import Workshop

LEADS = (
    ("Fatima el Idrissi", "Obs De Regenboog", "Bellen over de startdag", -3, 0, "utrecht"),
    ("Jan Bakker", "Basisschool Het Kompas", "Mail met voorbeelden sturen", 0, 1, ""),
    ("Mirjam Visser", "Montessorischool De Ark", "Op bezoek, met Bas erbij", 2, 2, "bezoek"),
    ("Zeynep Yilmaz", "Scholengroep Almere Poort", "", None, 0, ""),
    (
        "Anneke de Vries-van den Heuvel",
        "Openbare Basisschool De Wegwijzer, Nieuwbouwwijk",
        "",
        None,
        3,
        "",
    ),
    ("Tom Mulder", "Praktijkcollege Zwolle", "Na de zomer nog eens bellen", 40, 1, "mbo"),
    ("Sofie Kuiper", "De Springplank", "", None, 4, ""),
    ("Karim Smit", "Vrijeschool Zutphen", "Afspraak bevestigen", 1, 2, ""),
)
"""Name, school, what is next, in how many days, the status by its place, a tag."""

NOTE = "Was in de zaal en wil graag in maart beginnen. Belt liever na vieren."
CARD = {
    "friend_name": "Sanne",
    "message": "Ik moest aan je denken: één dag per week voor de klas, de rest je eigen werk. Bel je me?",
    "sender_name": "Karin",
}


def fill_desk(room: Room) -> None:
    """Leaves the leads and follows them up, as people would have."""
    with room.server.database.write() as session:
        workshop, person = session.get_one(Workshop, 1), session.get_one(User, 1)
        deck, statuses = deck_of(session, workshop.deck_version_id), pipeline(session)
        for n, (name, school, action, days, status, tag) in enumerate(LEADS):
            email = f"{name.split()[0].lower()}@school{n}.example.org"
            fields = {**FILLED_IN, "leader_name": name, "school": school, "email": email}
            fields["telephone"] = f"06 1234567{n}"
            sent = submission(deck, workshop, room.server.settings.secret, fields)
            journal.append(session.connection(), [leads.accept(sent)])
            lead = session.scalars(select(LeadRow).where(LeadRow.submission == sent.id)).one()
            lead.status_id, lead.next_action, lead.owner_id = statuses[status].id, action, person.id
            lead.next_on = None if days is None else date.today() + timedelta(days=days)
            happening.tell(
                session, lead.id, lead.created_at + 60_000, person, "status", statuses[status].name
            )
            happening.tell(session, lead.id, lead.created_at + 90_000, person, "note", NOTE)
            if tag:
                session.add(LeadTag(lead_id=lead.id, tag=tag))


def address_of_lead(room: Room) -> str:
    """Where the first of them finds their own copy."""
    with room.server.database.read() as session:
        return f"{room.server.base}/r/{session.scalars(select(LeadRow.receipt).order_by(LeadRow.id)).first()}"


def card_from(room: Room) -> str:
    """Writes a card to a friend, and gives its address."""
    server = room.server
    with server.database.read() as session:
        workshop = session.get_one(Workshop, 1)
    return f"{server.base}/f/{write(server.database, server.settings, workshop, CARD)[-1].token}"
