"""What people paste to break a screen: it is shown as text, within its bounds, or said to be too much."""

import csv
import io
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.planted import (
    CAFE,
    CHOICE,
    FRIEND,
    HARVEST,
    IDEAS,
    LEAD,
    OPEN,
    QUESTIONS,
    WATCH,
    WORDS,
    Planted,
    deck_of,
    plant,
    say,
    show,
    stopped,
)
from tests.browser.room import SLOW, Room
from tests.cards import paper
from tests.cards.paper import squeezed
from tests.server import Server
from workshop.forms import MOST_TYPED
from workshop.kinds.open import LONGEST, tidy
from workshop.spreadsheet import harmless

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAYLOADS = {
    "script": ("<script>window.__ran=1</script>", "\"'><img src=x onerror=window.__ran=1>"),
    "svg": ("<svg onload=window.__ran=1><set/></svg>", "</style><p style=position:fixed;inset:0>"),
    "template": ("{{7*7}}{% raw %}${window.__ran=1}", '=HYPERLINK("javascript:x")'),
    "address": ("javascript:window.__ran=1", "[klik](javascript:window.__ran=1)"),
}
"""Of each pair the first stands in the short fields, and both in the long ones."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("data"), WORKSHOP_ANSWERS_PER_MINUTE="10000")
    server.start()
    yield server
    server.stop()


class Screens:
    """Presenter, projector and a phone of one workshop."""

    def __init__(self, room: Room, planted: Planted) -> None:
        self.presenter, self.projector, self.phone = room.page(), room.page(), room.page()
        for page in self.all:
            page.add_init_script(WATCH)
        self.presenter.goto(planted.presenter)
        self.welcome = self.presenter.locator("h1").text_content()
        assert stopped(self.presenter) == []
        self.presenter.get_by_role("button", name="Inloggen").click()
        self.projector.goto(planted.projector)
        self.phone.set_viewport_size({"width": 390, "height": 844})
        self.phone.goto(f"{room.server.base}/{planted.code}")
        expect(self.presenter.locator("[data-line]")).to_have_text("Verbonden", timeout=SLOW)
        expect(self.phone.locator("[data-line]")).to_have_text("Verbonden", timeout=SLOW)

    @property
    def all(self) -> tuple[Page, Page, Page]:
        return self.presenter, self.projector, self.phone

    def turn(self, slide: int) -> None:
        """Goes one slide on, to this one."""
        self.presenter.keyboard.press("ArrowRight" if slide else "Home")
        for page in self.all:
            expect(page.locator(f'[data-slide="{slide}"]').first).to_be_attached(timeout=SLOW)


@pytest.mark.parametrize("pair", PAYLOADS.values(), ids=PAYLOADS)
def test_what_people_write_is_text_wherever_it_comes_out(
    room: Room, tmp_path: Path, pair: tuple[str, str]
) -> None:
    payload, both = pair[0], " ".join(pair)
    planted = plant(room.server, tmp_path, deck_of(both), both, payload)
    screens = Screens(room, planted)
    shown = {"welcome": screens.welcome or ""}

    for slide in range(FRIEND + 1):
        if slide:
            screens.turn(slide)
        if slide in BEFORE:
            BEFORE[slide](screens)
        for page in screens.all:
            assert stopped(page) == [], f"slide {slide}"
        shown |= texts_of(screens, slide)
    errors = (address.replace("{}", quote(payload, safe="")) for address in ERRORS)
    for address in (planted.card, "/leads", "/workshops", f"/workshops/{planted.id}/cards", *errors):
        screens.presenter.goto(address if address.startswith("http") else room.server.base + address)
        assert stopped(screens.presenter) == [], address
        if address == planted.card:
            shown["card"] = screens.presenter.locator(".letter-words").text_content() or ""
        if address == "/leads":
            shown["desk"] = screens.presenter.locator(".lead h2").first.text_content() or ""

    assert {place: payload[:32] in text for place, text in shown.items()} == dict.fromkeys(shown, True)


@pytest.mark.parametrize("pair", PAYLOADS.values(), ids=PAYLOADS)
def test_what_people_write_is_text_in_the_files_and_on_the_cards(
    room: Room, tmp_path: Path, pair: tuple[str, str]
) -> None:
    payload, both = pair[0], " ".join(pair)
    planted = plant(room.server, tmp_path, deck_of(both), both, payload)
    presenter = signed_in(room, planted)

    answers = rows(presenter, room, planted, "answers.csv")[1:]
    tables = [row for row in rows(presenter, room, planted, "tables.csv") if row]
    prints = {kind: printed(presenter, room, planted, kind) for kind in ("answers", "friends")}

    assert {len(row) for row in answers} == {8}
    told = {int(row[0]): row[4].removeprefix("'") for row in answers}
    assert told == told | dict.fromkeys((OPEN, IDEAS, QUESTIONS, CAFE), both) | {HARVEST: payload}
    assert {row[0] for row in tables if payload in row[0]} >= {f"{IDEAS}. {both}", f"{CAFE}. {both}"}
    for cell in (cell for row in [*answers, *tables] for cell in row):
        assert harmless(cell) == cell
    for kind, pdf in prints.items():
        backs = kind == "friends"
        texts = paper.texts(pdf, back=backs, sides=2 if backs else 1)
        assert squeezed(payload) in squeezed(" ".join(texts))
        assert not [does for does in (b"/JavaScript", b"/Action", b"/OpenAction", b"/URI") if does in pdf]


def test_a_script_that_does_get_in_is_noticed(room: Room) -> None:
    page = room.page()
    page.add_init_script(WATCH)
    page.goto(room.server.base)
    assert stopped(page) == []

    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<p onclick=\"window.__ran=1\" style=\"color:red\">')"
    )

    assert any("style-src" in broken for broken in stopped(page))
    room.complaints.clear()


ERRORS = ("/{}", "/?code={}", "/projector/{}", "/f/{}", "/sign-in?next={}", "/{}/{}")


def sit_down(screens: Screens) -> None:
    """The phone goes to the table at which people wrote."""
    expect(screens.phone.locator("[data-choosing]")).to_be_visible()
    screens.phone.locator('[data-table="0"]').click()
    expect(screens.phone.locator(".cafe .said-text")).to_have_count(1, timeout=SLOW)


def sort_one(screens: Screens) -> None:
    """The presenter puts an answer into the theme."""
    screens.presenter.locator(".sortable").first.focus()
    screens.presenter.keyboard.press("1")
    expect(screens.projector.locator(".sheaf .card")).to_have_count(1, timeout=SLOW)


BEFORE = {CAFE: sit_down, HARVEST: sort_one}
"""What has to be done on a slide before all that people wrote is on the screens."""


def texts_of(screens: Screens, slide: int) -> dict[str, str]:
    """What stands on the screens where this slide shows what people wrote."""
    presenter, projector, phone = screens.all
    places = {
        0: {"lobby": projector.locator("h1"), "wi-fi": projector.locator(".lobby-wifi strong")},
        OPEN: {
            "title": projector.locator("h1"),
            "wall": projector.locator(".wall .card p").first,
            "list": presenter.locator(".moderated p").first,
            "prose": phone.locator(".prose"),
            "notes": presenter.locator("#notes"),
        },
        WORDS: {"cloud": projector.locator(".cloud-list li").first},
        CHOICE: {"option": phone.locator(".option").first, "tally": projector.locator(".option-text").first},
        IDEAS: {
            "idea": projector.locator(".ranked-card p").first,
            "idea of another": phone.locator('[data-kind="ideas"] .said-text'),
        },
        QUESTIONS: {
            "question": projector.locator(".ranked-card p").first,
            "question of another": phone.locator('[data-kind="questions"] .said-text'),
        },
        CAFE: {
            "question of a table": projector.locator(".spot-question").first,
            "where the phone sits": phone.locator("[data-asked]"),
            "on the table": phone.locator(".cafe .said-text"),
        },
        HARVEST: {
            "theme": projector.locator(".sheaf h2").first,
            "sorted": projector.locator(".sheaf .card").first,
            "to sort": presenter.locator(".sortable p").first,
            "to choose": presenter.locator(".sortable option").nth(1),
            "to vote for": phone.locator('[data-kind="harvest"] .option').first,
        },
        LEAD: {"consent": phone.locator(".consent")},
        FRIEND: {"encouragement": phone.locator("form p").first},
    }
    return {place: locator.text_content() or "" for place, locator in places.get(slide, {}).items()}


WILD = {
    "one word": "w" * 280,
    "wide letters": "W" * 280,
    "the widest sign": "\ufdfd" * 100,
    "zalgo": "".join(letter + "\u0335\u0489\u0302\u0323" * 8 for letter in "verdorie"),
    "Thai marks": "ก" + "\u0e47\u0e49\u0e34" * 90,
    "emoji": "🤯" * 280,
    "families": "👨‍👩‍👧‍👦" * 40,
    "flags": "🇳🇱🇸🇷" * 70,
    "turned": "\u202eneer tug \u2067 draai \u2068 om" * 10,
    "nothing": "a" + "\u200b\u200d\u2060\u3164\u00a0" * 55 + "b",
    "lines": "a\n" * 140,
    "an address": "https://" + "subdomein." * 27 + "nl",
}
DECK = "\n\n---\n\n".join(
    [
        "---\ntitle: Wild\nlanguage: nl\n---\n\n# Wat vind je?\n\n::: open\n:::",
        "# Wat heb je nodig?\n\n::: words {results=live}\n:::",
        *(f"# Dia {number}\n\n::: choice\n- a\n- b\n:::" for number in range(CHOICE, IDEAS)),
        "# Wat zou je doen?\n\n::: ideas {results=live}\n:::",
        "# Wat wil je weten?\n\n::: questions\n:::",
        "# Aan tafel\n\n::: cafe {tables=9}\n- Hoe begin je?\n- Hoe ga je door?\n:::",
        "# Wat horen we?\n\n::: harvest {votes=1}\n:::",
        "# Doe mee\n\n::: lead\nWij bewaren dit.\n:::",
        "# Een kaart\n\n::: friend\n:::\n",
    ]
)
# What stands out of the page to the side, and which cards stand outside the wall or on one another.
OUTSIDE = """
    () => {
      const cards = '#stage .card, .note, .moderated, .letter, .lead, .said, .sortable, .phone .option';
      const boxes = [...document.querySelectorAll(cards)]
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width && box.height);
      const wall = document.querySelector('#stage .wall')?.getBoundingClientRect();
      const isClipped = ({ element }) => getComputedStyle(element).overflowX !== 'visible';
      const seen = ({ element, box }) => {
        let { top, bottom, left, right } = box;
        for (let around = element.parentElement; around; around = around.parentElement) {
          const { overflowX, overflowY } = getComputedStyle(around);
          const edge = around.getBoundingClientRect();
          if (overflowY !== 'visible') top = Math.max(top, edge.top);
          if (overflowY !== 'visible') bottom = Math.min(bottom, edge.bottom);
          if (overflowX === 'auto') left = Math.max(left, edge.left);
          if (overflowX === 'auto') right = Math.min(right, edge.right);
        }
        return { top, bottom, left, right };
      };
      const covers = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
      const page = document.documentElement;
      return [
        ...(page.scrollWidth > page.clientWidth ? ['page too wide'] : []),
        ...boxes.map(seen).filter((box) => box.right > innerWidth + 1 || box.left < -1)
          .map(() => 'beside it'),
        ...boxes.filter((one) => !isClipped(one)).map(() => 'not clipped'),
        ...boxes.filter(({ element, box }) => wall && element.matches('.wall .card')
          && (box.right > wall.right + 1 || box.left < wall.left - 1)).map(() => 'card beside the wall'),
        ...boxes.flatMap((one, n) => boxes.slice(n + 1).filter((other) => covers(seen(one), seen(other))))
          .map(({ element }) => `covered: ${element.textContent.slice(0, 40)}`),
      ];
    }
"""


def test_no_text_is_too_wild_for_the_screens(room: Room, tmp_path: Path) -> None:
    planted = plant(room.server, tmp_path, DECK, "gewoon", "gewoon", only=(OPEN, WORDS, LEAD, FRIEND))
    for text in WILD.values():
        say(room.server, planted, OPEN, text)
        say(room.server, planted, WORDS, text[:40])
    screens = Screens(room, planted)
    screens.turn(OPEN)
    phone = screens.phone
    for text in list(WILD.values())[:8]:
        phone.locator("textarea").fill(text[:280])
        phone.get_by_role("button", name="Verstuur").click()
    expect(phone.locator('.note-state[data-state="saved"]')).to_have_count(8, timeout=SLOW)
    expect(screens.presenter.locator(".moderated")).to_have_count(len(WILD) + 9, timeout=SLOW)

    for width, height in ((1920, 1080), (1024, 768)):
        screens.projector.set_viewport_size({"width": width, "height": height})
        screens.projector.wait_for_timeout(2500)  # all cards have landed
        assert screens.projector.evaluate(OUTSIDE) == []
    for width in (1280, 390):
        screens.presenter.set_viewport_size({"width": width, "height": 900})
        assert screens.presenter.evaluate(OUTSIDE) == []
    assert phone.evaluate(OUTSIDE) == []
    screens.turn(WORDS)
    for page in screens.all:
        assert page.evaluate(OUTSIDE) == []


@pytest.mark.parametrize(
    "slide", [IDEAS, QUESTIONS, CAFE, HARVEST], ids=["ideas", "questions", "café", "themes"]
)
def test_no_text_is_too_wild_for_what_people_see_of_one_another(
    room: Room, tmp_path: Path, slide: int
) -> None:
    planted = plant(room.server, tmp_path, DECK, "gewoon", "gewoon", only=(CAFE, LEAD, FRIEND))
    for text in WILD.values():
        say(room.server, planted, CAFE if slide == HARVEST else slide, text)
    screens = Screens(room, planted)
    show(room.server, planted, slide)
    for page in screens.all:
        expect(page.locator(f'[data-slide="{slide}"]').first).to_be_attached(timeout=SLOW)
    if slide in WILDLY:
        WILDLY[slide](screens)

    for width, height in ((1920, 1080), (1024, 768)):
        screens.projector.set_viewport_size({"width": width, "height": height})
        screens.projector.wait_for_timeout(1000)  # what moves has come to rest
        assert screens.projector.evaluate(OUTSIDE) == []
    for width in (1280, 390):
        screens.presenter.set_viewport_size({"width": width, "height": 900})
        assert screens.presenter.evaluate(OUTSIDE) == []
    for width in (390, 320):
        screens.phone.set_viewport_size({"width": width, "height": 844})
        assert screens.phone.evaluate(OUTSIDE) == []


def sit_among_others(screens: Screens) -> None:
    screens.phone.locator('[data-table="0"]').click()
    expect(screens.phone.locator(".said")).to_have_count(len(WILD) + 1, timeout=SLOW)


def name_themes(screens: Screens) -> None:
    """The presenter pastes as many names as there may be themes, and sorts an answer into nine of them."""
    field = screens.presenter.locator("[data-new-theme] input")
    piles = screens.presenter.locator(".pile[data-pile]:not([data-pile='0'])")
    for number, text in enumerate(list(WILD.values())[:11], start=2):
        field.fill(text[:60])
        field.press("Enter")
        expect(piles).to_have_count(number, timeout=SLOW)
    for number in range(1, 10):
        screens.presenter.locator(".pile[data-pile='0'] .sortable").first.focus()
        screens.presenter.keyboard.press(str(number))
        expect(piles.nth(number - 1).locator(".sortable")).to_have_count(1, timeout=SLOW)
    expect(screens.phone.locator(".option")).to_have_count(12, timeout=SLOW)


WILDLY = {CAFE: sit_among_others, HARVEST: name_themes}


NAMES = ("W" * 60, "Z\u0335\u0489\u0302" * 20, "\u202e\u2067omed" + "👨‍👩‍👧‍👦" * 7)


@pytest.mark.parametrize("name", NAMES, ids=("wide", "zalgo", "turned"))
def test_no_name_is_too_wild_for_a_card_and_the_desk(room: Room, tmp_path: Path, name: str) -> None:
    planted = plant(room.server, tmp_path, DECK, name * 4, name, only=(LEAD, FRIEND))
    presenter = room.page()
    presenter.goto(planted.presenter)
    presenter.get_by_role("button", name="Inloggen").click()

    for address in (planted.card, f"{room.server.base}/leads?workshop={planted.id}"):
        presenter.goto(address)
        for width in (390, 1280):
            presenter.set_viewport_size({"width": width, "height": 900})
            assert presenter.evaluate(OUTSIDE) == [], address


def test_no_text_is_too_wild_for_the_files_and_the_cards(room: Room, tmp_path: Path) -> None:
    planted = plant(room.server, tmp_path, DECK, "gewoon", "gewoon", only=(FRIEND,))
    for text in WILD.values():
        say(room.server, planted, OPEN, text)
    presenter = signed_in(room, planted)

    answers = rows(presenter, room, planted, "answers.csv")[1:]
    pdf = printed(presenter, room, planted, "answers")

    assert [row[4] for row in answers] == [tidy(text[:280]) for text in WILD.values()]
    assert len(paper.texts(pdf, back=False, sides=1)) >= len(WILD)
    with paper.opened(pdf) as pages:
        sizes = [page.get_size() for page in pages]
    for number, (width, height) in enumerate(sizes):
        for left, bottom, right, top in paper.rectangles(pdf, number):
            assert -1 < left <= right < width + 1
            assert -1 < bottom <= top < height + 1


def signed_in(room: Room, planted: Planted) -> Page:
    """The page of the presenter, for whom the files are."""
    page = room.page()
    page.goto(planted.presenter)
    page.get_by_role("button", name="Inloggen").click()
    expect(page.locator("[data-line]")).to_have_text("Verbonden", timeout=SLOW)
    return page


def rows(presenter: Page, room: Room, planted: Planted, name: str) -> list[list[str]]:
    """The rows of a CSV of the results."""
    answer = presenter.request.get(f"{room.server.base}/workshops/{planted.id}/results/{name}")
    text = io.StringIO(answer.body().decode("utf-8-sig"), newline="")
    return list(csv.reader(text, delimiter=";", strict=True))


def printed(presenter: Page, room: Room, planted: Planted, kind: str) -> bytes:
    """The cards of one kind, as a PDF."""
    presenter.goto(f"{room.server.base}/workshops/{planted.id}/cards")
    presenter.locator(f'[name=kind][value="{kind}"]').check()
    presenter.get_by_role("button", name="Maak de pdf").click()
    address = presenter.locator(".job").first.get_by_role("link", name="Open de pdf")
    expect(address).to_be_visible(timeout=SLOW)
    return presenter.request.get(room.server.base + (address.get_attribute("href") or "")).body()


def phone_of(room: Room, planted: Planted, slide: int) -> Page:
    """A phone that has this slide before it."""
    show(room.server, planted, slide)
    phone = room.page()
    phone.goto(f"{room.server.base}/{planted.code}")
    expect(phone.locator(f'[data-slide="{slide}"]')).to_be_attached(timeout=SLOW)
    return phone


def test_ten_megabytes_pasted_into_a_question_are_cut_at_once_and_said_to_be_too_much(
    room: Room, tmp_path: Path
) -> None:
    planted = plant(room.server, tmp_path, DECK, "x", "x", only=(LEAD, FRIEND))
    phone, frames = room.page(), []
    phone.on("websocket", lambda socket: socket.on("framesent", lambda frame: frames.append(len(frame))))
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    show(room.server, planted, OPEN)
    phone.goto(f"{room.server.base}/{planted.code}")
    expect(phone.locator("[data-line]")).to_have_text("Verbonden", timeout=SLOW)
    phone.evaluate("() => navigator.clipboard.writeText('een woord '.repeat(1_000_000))")

    phone.locator("textarea").focus()
    began = time.monotonic()
    phone.keyboard.press("Control+V")
    expect(phone.locator(".counter")).to_have_text(f"{MOST_TYPED - 1 - LONGEST} te veel")

    assert time.monotonic() - began < 3
    expect(phone.get_by_role("button", name="Verstuur", exact=True)).to_be_disabled()
    phone.locator("textarea").fill("gewoon")
    phone.get_by_role("button", name="Verstuur", exact=True).click()
    expect(phone.locator('.note-state[data-state="saved"]')).to_have_count(1, timeout=SLOW)
    assert max(frames) < MOST_TYPED


TOO_LONG = "Dit is te lang om te versturen."
PASTE = """
    (field, size) => {
      field.value = 'een woord '.repeat(size);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
"""


@pytest.mark.parametrize("websockets", [True, False], ids=["websocket", "http"])
def test_a_novel_in_a_form_is_too_much_and_what_is_shortened_arrives(
    room: Room, tmp_path: Path, *, websockets: bool
) -> None:
    planted = plant(room.server, tmp_path, DECK, "x", "x", only=(LEAD, FRIEND))
    show(room.server, planted, FRIEND)
    phone, asked = room.page(), []
    if not websockets:
        phone.route_web_socket("**/socket.io/**", lambda socket: socket.close())
    phone.on("request", lambda request: asked.append(request.url))
    phone.goto(f"{room.server.base}/{planted.code}")
    expect(phone.locator("[data-line]")).to_contain_text("Verbonden", timeout=SLOW)
    phone.fill("#friend_name", "Sanne")
    phone.fill("#sender_name", "Karin")
    phone.locator("#message").evaluate(PASTE, 20_000)
    send = phone.get_by_role("button", name="Maak mijn kaart")

    send.click()

    expect(phone.locator("[data-form-state]")).to_contain_text(TOO_LONG, timeout=SLOW)
    assert not any("/live/submissions" in url for url in asked)
    assert phone.evaluate(f"localStorage.getItem('outbox-{planted.code}')") is None
    expect(phone.locator("[data-line]")).to_contain_text("Verbonden")
    phone.fill("#message", "Kom je ook?")
    send.click()
    expect(phone.locator("[data-done]")).to_be_visible(timeout=SLOW)


def test_what_an_older_page_left_in_the_outbox_and_never_fits_holds_nothing_up(
    room: Room, tmp_path: Path
) -> None:
    planted = plant(room.server, tmp_path, DECK, "x", "x", only=(LEAD, FRIEND))
    phone = phone_of(room, planted, OPEN)
    old = {"do": "answer", "id": "x" * 22, "slide": OPEN, "question": 0, "value": "y" * 100_000}
    phone.evaluate(f"(old) => localStorage.setItem('outbox-{planted.code}', JSON.stringify([old]))", arg=old)

    phone.reload()

    expect(phone.locator(".note-state")).to_contain_text(TOO_LONG, timeout=SLOW)
    phone.locator("textarea").fill("gewoon")
    phone.get_by_role("button", name="Verstuur", exact=True).click()
    expect(phone.locator('.note-state[data-state="saved"]')).to_have_count(1, timeout=SLOW)


def test_what_a_proxy_finds_too_large_is_said_and_not_sent_for_ever(room: Room, tmp_path: Path) -> None:
    planted = plant(room.server, tmp_path, DECK, "x", "x", only=(LEAD, FRIEND))
    show(room.server, planted, OPEN)
    phone, asked = room.page(), []
    phone.route_web_socket("**/socket.io/**", lambda socket: socket.close())

    def refuse(route: Route) -> None:
        asked.append(route.request.post_data)
        route.fulfill(status=413, content_type="text/html", body="<h1>Request Entity Too Large</h1>")

    phone.route("**/live/submissions*", refuse)
    phone.goto(f"{room.server.base}/{planted.code}")
    expect(phone.locator("[data-line]")).to_contain_text("iets trager", timeout=SLOW)
    phone.locator("textarea").fill("te veel voor deze school")
    phone.get_by_role("button", name="Verstuur").click()

    expect(phone.locator(".note-state")).to_contain_text(TOO_LONG, timeout=SLOW)
    phone.wait_for_timeout(2500)  # longer than the outbox waits before it tries again
    assert len(asked) == 1
    room.complaints[:] = [complaint for complaint in room.complaints if "413" not in complaint]


def test_half_an_emoji_does_not_cut_the_line(room: Room, tmp_path: Path) -> None:
    planted = plant(room.server, tmp_path, DECK, "x", "x", only=(LEAD, FRIEND))
    phone = phone_of(room, planted, OPEN)

    phone.locator("textarea").evaluate(
        """(field) => {
          field.value = 'mooi \\ud83d';
          field.dispatchEvent(new Event('input', { bubbles: true }));
        }"""
    )
    phone.get_by_role("button", name="Verstuur").click()

    expect(phone.locator('.note-state[data-state="saved"]')).to_have_count(1, timeout=SLOW)
    phone.reload()
    expect(phone.locator(".note-text")).to_have_text("mooi", timeout=SLOW)
