"""A workshop of ours as people meet it: a fresh data folder, and `workshop web` in its own process."""

import re
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path

from tests.bench.line import Line
from tests.server import Server
from workshop.decks.deck import Deck
from workshop.decks.store import deck_of, load
from workshop.live.tokens import Tokens
from workshop.workshops import by_code

_CSRF = re.compile(r'name="csrf_token" value="([^"]+)"')


class Hall:
    """The workshop, its server, not started yet, and who may come in.

    Unless a test says so, nothing limits how fast a phone may answer but a question's own number of answers.
    """

    def __init__(self, data: Path, deck: Path | None = None, per_minute: int = 1_000_000) -> None:
        self.server = Server(data, "web", WORKSHOP_ANSWERS_PER_MINUTE=str(per_minute))
        self._cookie = ""
        self._tokens = Tokens(self.server.settings.secret)
        with self.server.database.write() as session:
            workshop = by_code(session, self.server.ready.code)
            assert workshop is not None
            if deck:
                workshop.deck_version_id = load(session, deck).id
            self.open_slide = _first_open(deck_of(session, workshop.deck_version_id))
            self.workshop_id = workshop.id

    def phone(self, token: str | None = None) -> Line:
        """A phone: a new one, or the one that has this token."""
        return Line({"token": token or self.token()})

    def token(self) -> str:
        """A new phone's, as its page would hold it."""
        return self._tokens.new(self.workshop_id)

    async def presenter(self) -> Line:
        """Somebody who is signed in and directs the workshop."""
        self._cookie = self._cookie or self._sign_in()  # the link works once
        return await Line({"presenter": self.workshop_id}, self._cookie).open(self.server.port)

    async def projector(self) -> Line:
        """The screen in front."""
        key = self.server.ready.projector_key
        return await Line({"projector": key}).open(self.server.port)

    def _sign_in(self) -> str:
        """Uses the sign-in link as a browser does; gives the session's cookie."""
        cookies = CookieJar()
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(cookies))
        link = self.server.base + self.server.ready.sign_in_path
        with browser.open(link) as page:
            found = _CSRF.search(page.read().decode())
        assert found, "the sign-in page has no form"
        browser.open(link, urllib.parse.urlencode({"csrf_token": found[1]}).encode()).close()
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in cookies)


def _first_open(deck: Deck) -> int:
    return next(s.number for s in deck.slides if s.asks and s.asks.name == "open")
