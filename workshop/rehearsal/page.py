"""The page behind the code: who this phone is, and in which language the workshop is held."""

import http.client
import os
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from html.parser import HTMLParser

from workshop.language import _

HEADER = "X-Rehearsal"
"""Holds the key with which a phone comes in as a simulated one."""
KEY = "WORKSHOP_REHEARSAL_KEY"
"""The environment variable in which a rehearsal gets that key from the server that starts it."""
PATIENCE = 20
"""Seconds that the server gets for the page: three hundred phones may ask for it at once."""
# A phone in the room does not go through the proxy that this computer may use.
_straight = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class NotIn(Exception):
    """The phone cannot come in, and trying again does not help; the text says why."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a phone needs from its page."""

    token: str
    language: str


def come_in(url: str, code: str) -> Page:
    """Asks for the page, as a phone does that has just scanned the code.

    Raises:
        NotIn: there is no such workshop, or something else answers at this address.
        OSError: nobody answers.
    """
    try:
        address = f"{url}/{urllib.parse.quote(code, safe='')}"
        headers = {HEADER: os.environ[KEY]} if KEY in os.environ else {}
        asked = urllib.request.Request(address, headers=headers)
        with _straight.open(asked, timeout=PATIENCE) as answer:
            html = answer.read().decode("utf-8", "replace")
    except urllib.error.HTTPError as error:
        error.close()
        raise _not_in(error.code, url, code) from None
    except http.client.HTTPException as error:
        raise OSError(f"{url} broke off") from error
    return read(html, url)


def read(html: str, url: str) -> Page:
    """What stands in a phone's page.

    Raises:
        NotIn: it is no such page.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    if not reader.token:
        raise NotIn(_("what answers at {url} is no workshop of this kind").format(url=url))
    return Page(reader.token, reader.language)


def _not_in(status: int, url: str, code: str) -> Exception:
    if status == 404:
        text = _("{url} has no workshop with the code {code}; see: workshop workshops list")
        return NotIn(text.format(url=url, code=code))
    if status == 429 or status >= 500:
        return OSError(f"{url} answers with status {status}")
    return NotIn(_("{url} answers with status {status}").format(url=url, status=status))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.token = ""
        self.language = "en"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag == "html":
            self.language = attributes.get("lang") or "en"
        elif tag == "body":
            self.token = attributes.get("data-token") or ""
