"""Forms that phones send over the live connection, each taken by the part that owns it.

The live part knows only this: a form has a name, its slide's kind, and the part behind it turns its
fields into an entry for the journal. So a form has the same id, the same resending and the same
acknowledgement as an answer.
"""

import base64
import hashlib
import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup
from sqlalchemy import Connection
from sqlalchemy.orm import Session

from workshop.decks.deck import Deck
from workshop.journal import Entry
from workshop.language import _
from workshop.refused import Refused

MOST_TYPED = 5_000
"""Characters of a field. The browser cuts off the rest before it lays it out: of a million that takes seven
seconds."""


@dataclass(frozen=True, slots=True)
class Submission:
    """A filled-in form: who sent it, from which slide, and the id that the phone gave it."""

    id: str
    workshop_id: int
    participant: str
    deck: Deck
    slide: int
    fields: Mapping[str, str]
    secret: str

    def token(self, purpose: str) -> str:
        """An unguessable token for what comes of it: the same each time the form is sent again."""
        named = f"{purpose}\0{self.workshop_id}\0{self.id}".encode()
        made = hmac.new(self.secret.encode(), named, hashlib.sha256).digest()
        return base64.urlsafe_b64encode(made[:16]).decode().rstrip("=")

    def digest(self) -> str:
        """Names the contents without telling them, so that an id with other contents is noticed."""
        text = "\0".join(f"{key}\0{value}" for key, value in sorted(self.fields.items()))
        whole = f"{self.id}\0{text}".encode(errors="surrogatepass")  # half an emoji, which is not kept
        return hmac.new(self.secret.encode(), whole, hashlib.sha256).hexdigest()[:32]


class FieldsRefused(Refused):
    """Some fields are not right: `fields` has a text for each, to stand beside it."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        super().__init__("fields", _("Look at the marked fields."))
        self.fields = dict(fields)


Accept = Callable[[Submission], Entry]
"""Checks a form and gives its entry; raises FieldsRefused."""

FORMS: dict[str, Accept] = {}
"""The forms by the name of their slide's kind; each part puts its own in when the app is made."""

Erase = Callable[[Connection, int, int], None]
"""Deletes what a rehearsal left outside the journal: gets the workshop's id and when the rehearsal began
(milliseconds since 1970, UTC), and works in the transaction of the event."""

ERASERS: dict[str, Erase] = {}
"""By the name of the part that knows such rows; each part puts its own in when the app is made."""

FormOnPage = Callable[[Deck, int, str], Markup]
"""Draws a form on the page that a card leads to, in the spoken language: gets the deck, the workshop's id and
the card's, by which what is sent can be counted. The form brings its own address and its own protection."""

FORM_ON_PAGE: dict[str, FormOnPage] = {}
"""By the name of the slide's kind; each part puts its own in when the app is made."""

CountByCard = Callable[[Session, int], Mapping[str, int]]
"""How much came of each card of a workshop, by the card's id; cards of which nothing came are left out."""

CAME_BY_CARD: dict[str, CountByCard] = {}
"""By the name of the form; each part puts its own in when the app is made."""
