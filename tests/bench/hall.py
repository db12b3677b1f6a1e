"""A workshop of ours as people meet it: a fresh data folder, and `workshop web` in its own process."""

import re
import sys
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path

from tests.bench.line import Line
from tests.bench.server import Server, free_port
from workshop import config
from workshop.config import Settings
from workshop.database import Database
from workshop.decks.deck import Deck
from workshop.decks.store import deck_of, load
from workshop.demo import prepare
from workshop.live.tokens import Tokens
from workshop.workshops import Workshop, by_code

_CSRF = re.compile(r'name="csrf_token" value="([^"]+)"')


class Hall:
    """The workshop, its server, and who may come in. Nothing limits how fast a phone may answer."""

    def __init__(self, data: Path, deck: Path | None = None) -> None:
        environment = {
            "WORKSHOP_DATA": str(data),
            "WORKSHOP_HOST": "127.0.0.1",
            "WORKSHOP_PORT": str(free_port()),
            "WORKSHOP_ANSWERS_PER_MINUTE": "1000000",
        }
        settings = config.load(environment)
        self.database = Database(settings.database_url)
        self._tokens = Tokens(settings.secret)
        self._prepare(settings, deck)
        self.server = Server([sys.executable, "-m", "workshop", "web"], environment, settings.port)

    def token(self) -> str:
        """A new phone's, as its page would hold it."""
        return self._tokens.new(self.workshop.id)

    async def presenter(self) -> Line:
        """Somebody who is signed in and directs the workshop."""
        line = Line({"presenter": self.workshop.id}, self._sign_in())
        return await line.open(self.server.address)

    async def projector(self) -> Line:
        """The screen in front."""
        return await Line({"projector": self.workshop.projector_key}).open(self.server.address)

    def close(self) -> None:
        """Ends the server."""
        self.server.stop()
        self.database.engine.dispose()

    def _prepare(self, settings: Settings, deck: Path | None) -> None:
        ready = prepare(settings)
        self._sign_in_path = ready.sign_in_path
        with self.database.write() as session:
            workshop = by_code(session, ready.code)
            assert workshop is not None
            if deck:
                workshop.deck_version_id = load(session, deck).id
            self.workshop: Workshop = workshop
            self.open_slide = _first_open(deck_of(session, workshop.deck_version_id))

    def _sign_in(self) -> str:
        """Uses the sign-in link as a browser does; gives the session's cookie."""
        cookies = CookieJar()
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(cookies))
        link = f"{self.server.address}{self._sign_in_path}"
        with browser.open(link) as page:
            found = _CSRF.search(page.read().decode())
        assert found, "the sign-in page has no form"
        browser.open(link, urllib.parse.urlencode({"csrf_token": found[1]}).encode()).close()
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in cookies)


def _first_open(deck: Deck) -> int:
    return next(s.number for s in deck.slides if s.asks and s.asks.name == "open")
