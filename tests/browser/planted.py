"""A workshop in which people's text stands in every place that takes one; and what ran in a page."""

import json
import secrets
import time
import urllib.request
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.server import Server
from workshop.accounts import links
from workshop.accounts import user as users
from workshop.decks.store import load
from workshop.events import AnyEvent, RoundBegun, SlideShown, ThemeNamed
from workshop.journal import Entry, append
from workshop.live.tokens import Tokens
from workshop.workshops import start

OPEN, WORDS, CHOICE, SCALE, RANKING, POINTS, NUMBER, PLACE, TABLE, CHART, FACT, MAP = range(1, 13)
IDEAS, QUESTIONS, CAFE, HARVEST, LEAD, FRIEND = range(13, 19)
_DECK = """---
title: {quoted}
subtitle: {quoted}
organisation: {quoted}
contact: {quoted}
language: nl
---

# {text}

{text}

::: open
:::

::: notes
{text}
:::

---

# {text}

::: words {{results=live}}
:::

---

# {text}

::: choice {{results=live}}
- {text}
- b
:::

---

# {text}

::: scale {{results=live low="{bare}" high="{bare}"}}
- {text}
:::

---

# {text}

::: ranking {{results=live}}
- {text}
- b
- c
:::

---

# {text}

::: points {{results=live}}
- {text}
- b
:::

---

# {text}

::: number {{results=live unit="{bare}"}}
:::

---

# {text}

::: place {{results=live left="{bare}" right="{bare}" top="{bare}" bottom="{bare}"}}
:::

---

# {text}

::: table
| {cell} | {cell} |
| --- | --- |
| {cell} | {cell} |
:::

---

# {text}

::: chart
| {cell} | aantal |
| --- | --- |
| {cell} | 12 |
:::

---

# {text}

::: fact {{value="{bare}" label="{bare}"}}
{text}
:::

---

# {text}

::: map
- {text} (52.09, 5.12)
:::

---

# {text}

::: ideas {{results=live}}
:::

---

# {text}

::: questions {{always=true}}
:::

---

# {text}

::: cafe
- {text}
- b
:::

---

# {text}

::: harvest {{votes=1}}
:::

---

# {text}

::: lead
{text}
:::

---

# {text}

::: friend
{text}
:::
"""
WATCH = """
    window.__broken = [];
    addEventListener('securitypolicyviolation', (event) => {
      window.__broken.push(`${event.violatedDirective} ${event.blockedURI}`);
    });
"""
"""Runs before the page: what its policy had to stop was there to be stopped."""
_RAN = """
    () => [
      ...(window.__ran === undefined ? [] : ['a script ran']),
      ...window.__broken,
      ...[...document.querySelectorAll(
        '[onload], [onerror], [src="x"], [href^="javascript:" i], [style*="fixed"]',
      )].map((element) => element.outerHTML.slice(0, 200)),
    ]
"""


@dataclass(frozen=True, slots=True)
class Planted:
    """The workshop, and the addresses at which its texts come out again."""

    id: int
    code: str
    projector: str
    presenter: str
    card: str
    token: str
    """Of the phone that said it all."""


def deck_of(text: str) -> str:
    """The deck, with a text of one line in every place where Markdown or an attribute can hold it."""
    bare = "".join(character for character in text if character not in '"{}')
    return _DECK.format(quoted=json.dumps(text), text=text, bare=bare, cell=text.replace("|", "\\\\|"))


def plant(
    server: Server, folder: Path, source: str, said: str, names: str, only: Collection[int] | None = None
) -> Planted:
    """Starts a workshop, and sends what people say: `said` in the long fields, `names` in the short ones.

    Args:
        source: the deck's text, with questions and forms on the same slides as `deck_of`.
        only: the slides that do ask the same; default: all.
    """
    path = folder / "deck.md"
    path.write_text(source)
    with server.database.write() as session:
        owner = users.find_or_add(session, f"{secrets.token_hex(8)}@example.org", names, "admin")
        workshop = start(session, load(session, path), owner.id)
        workshop.wifi_name, workshop.wifi_password = names[:32], names[:32]
        link = links.new_link(session, owner, "sign_in", time.time_ns() // 1_000_000)
        session.flush()
        happened: list[AnyEvent] = [SlideShown(slide) for slide in range(1, FRIEND + 1)]
        happened += [RoundBegun(CAFE, 0), ThemeNamed(HARVEST, 1, names[:60])]
        append(session.connection(), [Entry(workshop.id, event) for event in happened])
    token = Tokens(server.settings.secret).new(workshop.id)
    for command in _commands(said, names):
        if only is None or command["slide"] in only:
            send(server, token, command)
    _show(server, workshop.id, 0)
    with server.database.read() as session:
        from workshop.friends.message import of_workshop

        (message,) = of_workshop(session, workshop.id)
    return Planted(
        workshop.id,
        workshop.code,
        f"{server.base}/projector/{workshop.projector_key}",
        server.base + links.path("sign_in", link, f"/workshops/{workshop.id}"),
        f"{server.base}/f/{message.token}",
        token,
    )


def stopped(page: Page) -> list[str]:
    """What ran in a page, or was there to run."""
    found: list[str] = page.evaluate(_RAN)
    return found


def say(server: Server, planted: Planted, slide: int, text: str) -> None:
    """Another phone answers."""
    token = Tokens(server.settings.secret).new(planted.id)
    send(server, token, {"do": "answer", "slide": slide, "question": 0, "value": text[:280]})


def show(server: Server, planted: Planted, slide: int) -> None:
    """The presenter goes to a slide."""
    _show(server, planted.id, slide)


def send(server: Server, token: str, command: dict[str, object]) -> None:
    """What a phone sends, and that it was taken."""
    body = json.dumps({"id": secrets.token_urlsafe(16), **command}).encode()
    head = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    request = urllib.request.Request(f"{server.base}/live/submissions", body, head)
    with urllib.request.urlopen(request, timeout=20) as answered:
        acknowledged = json.load(answered)
    assert "ok" in acknowledged, (command, acknowledged)


def _commands(said: str, names: str) -> Iterator[dict[str, object]]:
    answers: list[tuple[int, Any]] = [
        (OPEN, said[:280]),
        (WORDS, names[:40]),
        (CHOICE, [0]),
        (SCALE, [1]),
        (RANKING, [0, 1, 2]),
        (POINTS, [60, 40]),
        (NUMBER, 50),
        (PLACE, [500, 500]),
        (IDEAS, said[:280]),
        (QUESTIONS, said[:280]),
        (CAFE, said[:280]),
        (HARVEST, [1]),
    ]
    yield {"do": "sit", "slide": CAFE, "table": 0}
    for slide, value in answers:
        yield {"do": "answer", "slide": slide, "question": 0, "value": value}
    lead = {"leader_name": names, "school": names, "board": names, "profile": said, "question": said}
    lead |= {"telephone": "0612345678", "email": "k@school.nl", "consent": "yes"}
    yield {"do": "form", "slide": LEAD, "fields": lead}
    friend = {"friend_name": names[:60], "message": said[:600], "sender_name": names[:60]}
    yield {"do": "form", "slide": FRIEND, "fields": friend}


def _show(server: Server, workshop_id: int, slide: int) -> None:
    with server.database.write() as session:
        append(session.connection(), [Entry(workshop_id, SlideShown(slide))])
