"""Leads with a pipeline, consents, tags, a time line and a search.

A lead gets a number of its own, and nothing by which it could be found back among the answers of a
workshop: the events of forms do not say any more which participant sent them.
"""

import hashlib
import json
import secrets

import sqlalchemy as sa
from alembic import op

from workshop.leads.search import of_details
from workshop.leads.status import STANDARD

revision = "0007_leads"
down_revision = "0006_printers"

PREFIX = "rehearsal-"
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INDEXES = {
    "ix_leads_newest": ["created_at", "id"],
    "ix_leads_of_workshop": ["workshop_id", "created_at", "id"],
    "ix_leads_of_status": ["status_id", "created_at", "id"],
    "ix_leads_of_owner": ["owner_id", "created_at", "id"],
    "ix_leads_due": ["next_on", "id"],
    "ix_leads_email": ["email"],
    "ix_leads_telephone": ["telephone"],
}
# Whoever makes the table of leads anew in a later migration has to make these anew as well.
SQLITE_SEARCH = (
    "CREATE VIRTUAL TABLE lead_search USING fts5("
    "search, content='leads', content_rowid='id', tokenize='unicode61', prefix='2 3 4')",
    "CREATE TRIGGER lead_search_added AFTER INSERT ON leads BEGIN"
    " INSERT INTO lead_search(rowid, search) VALUES (new.id, new.search); END",
    "CREATE TRIGGER lead_search_gone AFTER DELETE ON leads BEGIN"
    " INSERT INTO lead_search(lead_search, rowid, search) VALUES ('delete', old.id, old.search); END",
    "CREATE TRIGGER lead_search_changed AFTER UPDATE OF search ON leads BEGIN"
    " INSERT INTO lead_search(lead_search, rowid, search) VALUES ('delete', old.id, old.search);"
    " INSERT INTO lead_search(rowid, search) VALUES (new.id, new.search); END",
)
POSTGRESQL_SEARCH = ("CREATE INDEX lead_search ON leads USING gin (to_tsvector('simple', search))",)


def upgrade() -> None:
    connection = op.get_bind()
    old = [dict(row) for row in connection.execute(sa.text("SELECT * FROM leads")).mappings()]
    op.drop_table("leads")
    _make_statuses()
    _make_leads()
    _make_what_belongs_to_a_lead()
    is_sqlite = connection.dialect.name == "sqlite"
    for statement in SQLITE_SEARCH if is_sqlite else POSTGRESQL_SEARCH:
        op.execute(statement)
    _bring_over(connection, sorted(old, key=lambda lead: int(str(lead["created_at"]))))
    _unlink_events(connection)


def _make_statuses() -> None:
    statuses = op.create_table(
        "lead_statuses",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("place", NUMBER, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lead_statuses")),
    )
    op.bulk_insert(
        statuses,
        [{"place": n, "name": name, "outcome": end} for n, (name, end) in enumerate(STANDARD, start=1)],
    )


def _make_leads() -> None:
    texts = (
        "leader_name",
        "telephone",
        "email",
        "school",
        "profile",
        "board",
        "question",
        "extra",
        "answers",
    )
    op.create_table(
        "leads",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("workshop_id", NUMBER, nullable=True),
        sa.Column("submission", sa.String(), nullable=False),
        sa.Column("came_by", sa.String(), nullable=False),
        sa.Column("card", sa.String(), nullable=True),
        sa.Column("simulated", sa.Boolean(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in texts),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("receipt", sa.String(), nullable=False),
        sa.Column("email_confirmed_at", NUMBER, nullable=True),
        sa.Column("status_id", NUMBER, nullable=False),
        sa.Column("owner_id", NUMBER, nullable=True),
        sa.Column("next_action", sa.String(), nullable=False),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("merged_into", NUMBER, nullable=True),
        sa.Column("search", sa.String(), nullable=False),
        sa.Column("version", NUMBER, nullable=False),
        sa.Column("created_at", NUMBER, nullable=False),
        sa.Column("changed_at", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["workshop_id"], ["workshops.id"], name="fk_leads_workshop_id_workshops"),
        sa.ForeignKeyConstraint(["status_id"], ["lead_statuses.id"], name="fk_leads_status_id_lead_statuses"),
        sa.ForeignKeyConstraint(["owner_id"], ["users.id"], name="fk_leads_owner_id_users"),
        sa.ForeignKeyConstraint(["merged_into"], ["leads.id"], name="fk_leads_merged_into_leads"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leads")),
        sa.UniqueConstraint("receipt", name=op.f("uq_leads_receipt")),
    )
    for name, columns in INDEXES.items():
        op.create_index(name, "leads", columns)
    merged = sa.text("merged_into IS NOT NULL")
    op.create_index("ix_leads_merged", "leads", ["merged_into"], sqlite_where=merged, postgresql_where=merged)
    op.create_index("ix_leads_submission", "leads", ["submission"], unique=True)


def _make_what_belongs_to_a_lead() -> None:
    op.create_table(
        "lead_consents",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("lead_id", NUMBER, nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("wording", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("given_at", NUMBER, nullable=False),
        sa.Column("withdrawn_at", NUMBER, nullable=True),
        _of_lead("lead_consents"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lead_consents")),
    )
    op.create_index("ix_lead_consents_lead_id", "lead_consents", ["lead_id"])
    op.create_table(
        "lead_tags",
        sa.Column("lead_id", NUMBER, nullable=False),
        sa.Column("tag", sa.String(), nullable=False),
        _of_lead("lead_tags"),
        sa.PrimaryKeyConstraint("lead_id", "tag", name=op.f("pk_lead_tags")),
    )
    op.create_index("ix_lead_tags_tag", "lead_tags", ["tag", "lead_id"])
    op.create_table(
        "lead_happenings",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("lead_id", NUMBER, nullable=False),
        sa.Column("at", NUMBER, nullable=False),
        sa.Column("by_id", NUMBER, nullable=True),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        _of_lead("lead_happenings"),
        sa.ForeignKeyConstraint(["by_id"], ["users.id"], name="fk_lead_happenings_by_id_users"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lead_happenings")),
    )
    op.create_index("ix_lead_happenings_lead_id", "lead_happenings", ["lead_id", "at"])
    op.create_table(
        "lead_views",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("user_id", NUMBER, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("query", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name="fk_lead_views_user_id_users", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lead_views")),
        sa.UniqueConstraint("user_id", "name", name=op.f("uq_lead_views_user_id")),
    )


def _of_lead(name: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["lead_id"], ["leads.id"], name=f"fk_{name}_lead_id_leads", ondelete="CASCADE"
    )


def _bring_over(connection: sa.Connection, old: list[dict[str, object]]) -> None:
    first = connection.execute(sa.text("SELECT min(id) FROM lead_statuses")).scalar_one()
    for lead in old:
        new = {
            "workshop": lead["workshop_id"],
            "submission": lead["id"],
            "simulated": str(lead["participant"]).startswith(PREFIX),
            "receipt": secrets.token_urlsafe(16),
            "status": first,
            "search": of_details(
                *(
                    str(lead[name])
                    for name in ("leader_name", "school", "board", "email", "question", "profile")
                ),
                telephone=str(lead["telephone"]),
            ),
            **lead,
            "email": str(lead["email"]).lower(),
        }
        connection.execute(_NEW_LEAD, new)
        version = hashlib.sha256(str(lead["consent_text"]).encode()).hexdigest()[:8]
        connection.execute(_NEW_CONSENT, {**new, "version": version})
        connection.execute(_NEW_HAPPENING, new)


_NEW_LEAD = sa.text(
    "INSERT INTO leads (workshop_id, submission, came_by, simulated, leader_name, telephone, email, school,"
    " profile, board, question, extra, answers, language, receipt, status_id, next_action, search, version,"
    " created_at, changed_at)"
    " VALUES (:workshop, :submission, 'room', :simulated, :leader_name, :telephone, :email, :school,"
    " :profile, :board, :question, '[]', '[]', :language, :receipt, :status, '', :search, 1,"
    " :created_at, :created_at)"
)
_NEW_CONSENT = sa.text(
    "INSERT INTO lead_consents (lead_id, purpose, wording, version, language, given_at)"
    " SELECT id, 'contact', :consent_text, :version, :language, :created_at FROM leads"
    " WHERE receipt = :receipt"
)
_NEW_HAPPENING = sa.text(
    "INSERT INTO lead_happenings (lead_id, at, what, text)"
    " SELECT id, :created_at, 'left', '' FROM leads WHERE receipt = :receipt"
)


def _unlink_events(connection: sa.Connection) -> None:
    found = connection.execute(
        sa.text('SELECT workshop_id, seq, body FROM events WHERE body LIKE \'{"is":"LeadLeft"%\'')
    )
    for row in found.all():
        body = json.loads(row.body)
        if str(body.pop("participant", "")).startswith(PREFIX):
            body["simulated"] = True
        connection.execute(
            sa.text("UPDATE events SET body = :body WHERE workshop_id = :workshop_id AND seq = :seq"),
            {"body": json.dumps(body, separators=(",", ":")), "workshop_id": row.workshop_id, "seq": row.seq},
        )
