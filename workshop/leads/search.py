"""Finding leads by words: SQLite's FTS5 and PostgreSQL's text search, fed with the same plain words.

The words are made plain here, small letters without accents, so that both find the same. FTS5 has a table
of its own, `lead_search`, which triggers of the migration keep; PostgreSQL has an index on the column.
"""

import re
import unicodedata

from sqlalchemy import ColumnElement, Connection, Dialect, column, func, literal_column, select, table, text
from sqlalchemy.dialects.postgresql import TSVECTOR

from workshop.leads.lead import LeadRow

MOST_WORDS = 8


def plain(words: str) -> str:
    """Small letters and digits without accents, with one space between words."""
    # Twice: what is taken apart may be a capital, and a small letter may be taken apart in its turn.
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", words).casefold())
    letters = "".join(c if c.isalnum() else " " for c in parts if not unicodedata.combining(c))
    return " ".join(letters.split())


def of_details(*texts: str, telephone: str = "") -> str:
    """What the search goes by, of a lead with these texts; a number also as it is dialled at home."""
    home = re.sub(r"^\+\d\d", "0", telephone)
    return " ".join(filter(None, [*map(plain, texts), telephone.lstrip("+"), home]))


def words_of(typed: str) -> list[str]:
    """The words that somebody looks for; each may be the beginning of a longer one. Digits with spaces
    between them are one number."""
    joined = re.sub(r"(?<=[\d+])[\s().-]+(?=\d)", "", typed)
    return plain(joined).split()[:MOST_WORDS]


def matches(typed: str, dialect: Dialect) -> ColumnElement[bool]:
    """That a lead has all these words, or words that begin so; or that one does which was merged into it."""
    there = _has_words(words_of(typed), dialect)
    merged = select(LeadRow.merged_into).where(LeadRow.merged_into.is_not(None), there)
    return there | LeadRow.id.in_(merged)


def _has_words(words: list[str], dialect: Dialect) -> ColumnElement[bool]:
    if dialect.name == "sqlite":
        found = table("lead_search", column("rowid"))
        asked = " ".join(f'"{word}"*' for word in words)
        match = text("lead_search MATCH :asked").bindparams(asked=asked)
        return LeadRow.id.in_(select(found.c.rowid).where(match))
    asked = " & ".join(f"{word}:*" for word in words)
    vector = func.to_tsvector(literal_column("'simple'"), LeadRow.search, type_=TSVECTOR)
    return vector.bool_op("@@")(func.to_tsquery(literal_column("'simple'"), asked))


def purge(connection: Connection) -> None:
    """Lets SQLite's search forget the words of rows that are gone: they stay in its pieces until these are
    merged. Later versions can be told to do so by themselves (3.42: secure-delete)."""
    if connection.dialect.name == "sqlite":
        connection.execute(text("INSERT INTO lead_search(lead_search) VALUES ('optimize')"))
