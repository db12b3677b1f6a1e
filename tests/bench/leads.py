"""`make bench ONLY=leads`: how long the desk takes for its lists with many leads, in milliseconds.

Each line is the median of seven; a page has a hundred leads.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import insert
from sqlalchemy.orm import Session

from workshop import config
from workshop.accounts import user as users
from workshop.accounts.user import User
from workshop.database import Database
from workshop.leads import listing, search
from workshop.leads.doubles import doubles_of
from workshop.leads.filter import Filter
from workshop.leads.lead import LeadRow
from workshop.leads.listing import PAGE, Place
from workshop.leads.spreadsheet import as_csv
from workshop.migrate import migrate

MANY = 100_000
TIMES = 7
TODAY = date(2026, 11, 30)
FIRST = ("Fatima", "Jan", "Mirjam", "Bas", "Zeynep", "Anneke", "Tom", "Sofie", "Karim", "Els", "Piet", "Noor")
LAST = ("de Vries", "el Idrissi", "Bakker", "Yilmaz", "Smit", "Jansen", "Visser", "Mulder", "Kuiper")
SCHOOLS = ("Regenboog", "Zonnebloem", "Kompas", "Wegwijzer", "Toren", "Ark", "Springplank", "Klimop")
PLACES = ("Utrecht", "Almere", "Zwolle", "Breda", "Leiden", "Assen", "Venlo", "Gouda")
ASKED = {
    "all": Filter(),
    "one school": Filter(words="regenboog utrecht 97"),
    "a name": Filter(words="fatima idrissi"),
    "a telephone number": Filter(words="06 00012345"),
    "a word that all have": Filter(words="de"),
    "nothing like it": Filter(words="zzzz"),
    "a status": Filter(status=3),
    "still open": Filter(outcome="open"),
    "mine": Filter(owner="me"),
    "overdue": Filter(due="overdue"),
    "doubles": Filter(doubles=True),
}


def main(many: int = MANY) -> None:
    """Prints the figures."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(config.load({"WORKSHOP_DATA": folder}).database_url)
        migrate(database)
        with database.write() as session:
            person = users.find_or_add(session, "sam@example.org", "Sam", "staff")
            session.execute(insert(LeadRow), _leads(many, person.id))
        print(f"{many:,} leads, {Path(folder, 'workshop.sqlite').stat().st_size / 1e6:.0f} MB")
        for name, asked in ASKED.items():
            print(f"{name:24}{_measured(database, _page_of(person, asked)):8.1f} ms")
        deep = Place(_at(many // 100), many // 100)
        far = _measured(database, lambda s: listing.page(s, listing.seen_by(person), PAGE, deep))
        print(f"{'the last pages':24}{far:8.1f} ms")
        double = _measured(database, lambda s: doubles_of(s, s.get_one(LeadRow, 50)))
        print(f"{'doubles of one':24}{double:8.1f} ms")
        began = time.perf_counter()
        size = sum(map(len, as_csv(database, listing.pages(database, listing.all_leads()))))
        print(f"{'all as CSV':24}{time.perf_counter() - began:8.1f} s, {size / 1e6:.0f} MB")


def _leads(many: int, owner: int) -> list[dict[str, object]]:
    chance = random.Random(1)
    return [_lead(number, owner, chance) for number in range(many)]


def _lead(number: int, owner: int, chance: random.Random) -> dict[str, object]:
    name = f"{chance.choice(FIRST)} {chance.choice(LAST)}"
    school = f"De {chance.choice(SCHOOLS)} {chance.choice(PLACES)} {number % 977}"
    telephone, email = f"+316{number:08d}", f"p{number}@school{number % 3000}.example.org"
    return {
        "submission": f"s{number}",
        "came_by": "room",
        "leader_name": name,
        "telephone": telephone,
        "email": email,
        "school": school,
        "profile": "",
        "board": "",
        "question": "Hoe beginnen we?",
        "language": "nl",
        "receipt": f"r{number}",
        "status_id": 1 + number % 5,
        "owner_id": owner if number % 7 == 0 else None,
        "next_on": TODAY + timedelta(days=number % 700 - 300) if number % 4 == 0 else None,
        "search": search.of_details(name, school, email, telephone=telephone),
        "created_at": _at(number),
        "changed_at": _at(number),
    }


def _at(number: int) -> int:
    return 1_700_000_000_000 + number * 1000


def _page_of(person: User, asked: Filter) -> Callable[[Session], object]:
    def page(session: Session) -> object:
        dialect = session.get_bind().dialect
        leads = listing.filtered(listing.seen_by(person), asked, person, TODAY, dialect)
        found = listing.page(session, leads, PAGE + 1, by_day=asked.goes_by_day)
        return found, listing.count(session, leads)

    return page


def _measured(database: Database, ask: Callable[[Session], object]) -> float:
    seconds = []
    for _ in range(TIMES):
        with database.read() as session:
            began = time.perf_counter()
            ask(session)
            seconds.append(time.perf_counter() - began)
    return statistics.median(seconds) * 1000


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
