"""A tour of all screens: a deck with every kind of slide, answered by made-up people, shown stop by stop."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from playwright.sync_api import Browser, Page, expect

from tests.browser.room import SLOW, Room, room_with
from workshop.decks.markdown import parse
from workshop.events import (
    Answered,
    AnswerHidden,
    AnswerPinned,
    AnswerSorted,
    Joined,
    ModerationBegun,
    ModerationEnded,
    NickTaken,
    QuestionClosed,
    Reacted,
    ResultShown,
    RoundBegun,
    SeatTaken,
    SlideShown,
    ThemeNamed,
    TimerStarted,
    Value,
    VoteGiven,
)
from workshop.kinds import KINDS
from workshop.kinds.kind import Counted, Kind
from workshop.kinds.open import Open
from workshop.kinds.reactions import Reactions
from workshop.kinds.shared import Shared
from workshop.live.tokens import Tokens

PEOPLE = 24
MANY = 120
TEXTS = (
    "Begin klein: één dagdeel per week, met één groep.",
    "Koken, timmeren, programmeren",
    "Tijd om elkaar te leren kennen",
    "Ik sta er niet meer alleen voor",
    "Samen voorbereiden, samen nakijken, samen lachen: dat scheelt, en het is nog leuk ook.",
    "Laat het team zelf kiezen waar iemand helpt",
    "Ouders erbij",
    "Een leerling een uur lang echt aandacht geven",
)
DECK = """# Wie is een onderwijsambassadeur?

- Komt van **buiten het onderwijs**
- Zegt **één dag** toe, **een jaar** lang

::: notes
Twee minuten.
:::

---

# Wat levert het op?

::: fact {value="30 %" label="van de ambassadeurs"}
Zij durven over te stappen.
:::

---

# Utrecht in cijfers

::: table {caption="Utrecht" note="Bij elkaar 150." highlight="24–25"}
| Schooljaar | Scholen |
| --- | ---: |
| 23–24 | 24 |
| 24–25 | 31 |
:::

---

# Van 11 naar 40

::: chart {value="Ambassadeurs" highlight="24–25" big="150" big_label="in vijf jaar"}
| Schooljaar | Ambassadeurs |
| --- | ---: |
| 23–24 | 36 |
| 24–25 | 40 |
:::

---

# Waar vind je de scholen?

::: map {outline=nl caption="Steden die meedoen"}
- Utrecht (52.09, 5.12)
- Almere (52.37, 5.22)
:::

---

# Denk mee

::: open {max=280}
- Hoe zetten scholen mensen in die niet bevoegd maar wel bekwaam zijn?
- Wat verandert er voor jou?
- Hoe werken beroepen beter samen?
:::

---

# Wat herken je?

::: choice {several=true}
- Leren en durven delegeren
- Elkaar vertrouwen
- Het landschap kennen
:::

---

# Hoe ver zijn jullie?

::: scale {low="nog niet" high="helemaal"}
- Wij werken samen
- Wij delen kennis
:::

---

# Wat gaat voor?

::: ranking
- Tijd
- Vertrouwen
- Geld
:::

---

# Verdeel honderd punten

::: points
- Opleiding
- Begeleiding
- Vervanging
:::

---

# Hoeveel scholen?

::: number {min=0 max=100}
:::

---

# Waar sta je?

::: place {left="alleen" right="samen" bottom="rust" top="vaart"}
:::

---

# Wat heb je nodig?

::: words
:::

---

# Wat zou je veranderen?

::: ideas {votes=2}
:::

---

# De beste ideeën

::: best
:::

---

# Jullie vragen

::: questions {always=true}
:::

---

# Wereldcafé

::: cafe
- Hoe werven we?
- Hoe begeleiden we?
:::

---

# Wat horen we?

::: harvest {from="Denk mee" votes=2}
:::

---

# Welke stad was de eerste?

::: quiz {seconds=60}
- Almere
- [x] Utrecht
- Geen van beide: het begon op een school in een dorp, met één ouder en één dagdeel
- Amersfoort
:::

---

# De stand

::: podium
:::

---

# Een verhaal uit de klas

Er was eens een school waar **een bakker** leerde rekenen.

::: reactions {signs="👏 ❤️ 💡 🤔"}
:::

---

# Doet jouw school mee?

::: lead {to="info@example.org"}
De stichting mag bewaren wat ik hier invul.
:::

---

# Geef het door

::: friend
Schrijf het zoals je het zou zeggen.
:::
"""

SLIDES = parse(f"---\ntitle: Rondgang\n---\n{DECK}").slides
NUMBERS = {slide.title: slide.number for slide in SLIDES}


class Tour:
    """The room of the tour, and the way through it."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.phone = room.phone()

    def slides(self) -> Iterator[tuple[int, str]]:
        """Goes from slide to slide, each empty at first; gives its number and the kind that phones answer."""
        for number in range(1, len(SLIDES) + 1):
            self.show(number)
            asks = SLIDES[number - 1].asks
            yield number, asks.name if asks else ""

    def show(self, number: int) -> None:
        """Goes to a slide, and waits until the phone is there."""
        self.room.record(SlideShown(number))
        self._expect(number)

    def answer_myself(self, number: int, kind: str) -> None:
        """Lets the tour's own phone answer once; it comes in anew, as it knows only what it sent itself."""
        values = [TEXTS[4]] if issubclass(KINDS[kind], Open) else self._values(number, KINDS[kind], 1)
        token = self.phone.locator("body").get_attribute("data-token") or ""
        me = Tokens(self.room.server.settings.secret).read(token)[1]
        self.room.record(*(Answered(me, f"{number}-mijn" + "x" * 16, number, 0, value) for value in values))
        self.show(0)  # when the phone is back, the room knows what stands in its journal
        self.show(number)
        self.phone.reload()
        self._expect(number)
        expect(self.phone.locator("[data-line]")).to_have_attribute("data-status", "ok", timeout=SLOW)

    def answer(self, number: int, kind: str) -> None:
        """Lets people answer the slide, and shows the room what comes of it."""
        known = KINDS.get(kind)
        self._react(number)
        if known is None or known.is_form or kind == "harvest":
            return
        if known.is_game:
            self.room.record(*(NickTaken(f"p{n}") for n in range(PEOPLE)))
        if issubclass(known, Counted):
            self._count(number, known)
        else:
            self._write(number, known)
        if kind == "cafe":
            self.room.record(*(SeatTaken(f"p{n}", number, n % 2) for n in range(PEOPLE)))
            self.room.record(RoundBegun(number, 0))
        self.room.record(ResultShown(number))

    def theme(self, number: int) -> None:
        """Sorts what came before into two themes."""
        said = [f"6-{n}" + "x" * 16 for n in range(len(TEXTS))]
        self.room.record(ThemeNamed(number, 1, "Tijd en rust"), ThemeNamed(number, 2, "Samen doen"))
        self.room.record(*(AnswerSorted(number, id_, n % 2 + 1) for n, id_ in enumerate(said[:6])))
        self.room.record(ResultShown(number))

    def moderate(self, number: int) -> None:
        """One answer in front, one hidden, one that waits, and a time that runs."""
        first, second = (f"{number}-{n}" + "x" * 16 for n in range(2))
        waiting = Answered("p99", f"{number}-wacht" + "x" * 16, number, 0, "Mag dit getoond worden?")
        self.room.record(AnswerPinned(first), AnswerHidden(second), ModerationBegun(), waiting)
        self.room.record(ModerationEnded(), TimerStarted(number, 300))

    def play(self, number: int) -> None:
        """Lets a game's time run, and the tour's own phone press."""
        self.room.record(TimerStarted(number, 300))
        expect(self.phone.locator("[data-countdown]")).to_be_visible(timeout=SLOW)
        self.phone.locator(".quiz-option").nth(1).click()
        expect(self.phone.locator(".quiz fieldset .note-state")).to_have_text("✓ opgeslagen", timeout=SLOW)

    def overfill(self, number: int) -> None:
        """Lets far more people write than the wall shows at once."""
        said = (f"{TEXTS[n % len(TEXTS)]} ({n})" for n in range(MANY))
        self.room.record(
            *(Answered(f"v{n}", f"{number}-v{n}" + "x" * 16, number, 0, text) for n, text in enumerate(said))
        )

    def close(self, number: int) -> None:
        """Closes the slide's question."""
        self.room.record(QuestionClosed(number))

    def _react(self, number: int) -> None:
        own = next((figure for figure in SLIDES[number - 1].figures if isinstance(figure, Reactions)), None)
        signs = range(len(own.signs) if own else 0)
        self.room.record(*(Reacted(f"p{n}", number, sign) for sign in signs for n in range(9 - 2 * sign)))

    def _expect(self, number: int) -> None:
        slide = self.phone.locator("#slide > .slide")
        expect(slide).to_have_attribute("data-slide", str(number), timeout=SLOW)

    def _count(self, number: int, kind: type[Counted]) -> None:
        self._say(number, self._values(number, kind, PEOPLE))

    def _values(self, number: int, kind: type[Kind], people: int) -> list[Value]:
        form = self.phone.locator("[data-kind]").first
        attributes = form.evaluate(
            "(f) => Object.fromEntries([...f.attributes].map((a) => [a.name, a.value]))"
        )
        return [kind.pretend(attributes, Random(n), Random(number)) for n in range(people)]

    def _write(self, number: int, kind: type) -> None:
        self._say(number, list(TEXTS))
        if issubclass(kind, Shared):
            votes = [(n, m) for n in range(len(TEXTS)) for m in range(n % 4)]
            self.room.record(*(VoteGiven(f"q{m}", f"{number}-{n}" + "x" * 16) for n, m in votes))

    def _say(self, number: int, values: list[Value]) -> None:
        questions = max(self.phone.locator("#slide .questions > form").count(), 1)
        self.room.record(
            *(
                Answered(f"p{n}", f"{number}-{n}" + "x" * 16, number, n % questions, value)
                for n, value in enumerate(values)
            )
        )


@contextmanager
def tour(browser: Browser, folder: Path, **environment: str) -> Iterator[Tour]:
    """A tour through a room of its own, with people in it."""
    people = [Joined(f"p{n}") for n in range(PEOPLE)]
    with room_with(browser, folder, DECK, *people, **environment) as room:
        yield Tour(room)


def settle(page: Page) -> None:
    """Waits until what moves has come to rest."""
    page.wait_for_timeout(400)
    page.evaluate("() => document.fonts.ready.then(() => 0)")
    page.evaluate("() => Promise.all(document.getAnimations().map((each) => each.finished.catch(() => 0)))")
