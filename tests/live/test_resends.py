"""Any order of joins, answers and resends, through the real journal, gives the same room."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.live.test_room import facts, fold
from tests.workshops import OPEN, new_workshop
from workshop import journal
from workshop.database import Database
from workshop.events import Answered, AnyEvent, Joined
from workshop.journal import Entry
from workshop.migrate import migrate


def told(database: Database, workshop_id: int, events: list[tuple[str, AnyEvent]]) -> list[AnyEvent]:
    """What the journal holds after all of it was sent."""
    for submission, event in events:
        with database.write() as session:
            journal.append(session.connection(), [Entry(workshop_id, event, submission)])
    with database.engine.connect() as connection:
        recorded = journal.read_since(connection, workshop_id, 0)
    assert [record.seq for record in recorded] == list(range(1, len(recorded) + 1))
    return [record.event for record in recorded]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_resends_in_any_order_change_nothing(data: st.DataObject) -> None:
    people = ["p", "q", "r"]
    sent: list[tuple[str, AnyEvent]] = [(f"join-{person}", Joined(person)) for person in people]
    sent += [(f"{p}-{n}", Answered(p, f"{p}-{n}", OPEN, 0, f"{p}{n}")) for p in people for n in range(2)]
    resent = data.draw(st.lists(st.sampled_from(sent), max_size=8))
    shuffled = data.draw(st.permutations(sent + resent))

    with TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{folder}/w.sqlite")
        migrate(database)
        with database.write() as session:
            workshop_id = new_workshop(session, Path(folder)).id
        events = told(database, workshop_id, shuffled)
        database.engine.dispose()

    assert facts(fold(events)) == facts(fold([event for _submission, event in sent]))
