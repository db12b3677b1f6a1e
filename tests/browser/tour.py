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
    QuestionClosed,
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
from workshop.kinds.kind import Counted
from workshop.kinds.shared import Shared

PEOPLE = 24
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


class Tour:
    """The room of the tour, and the way through it."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.phone = room.phone()

    def slides(self) -> Iterator[tuple[int, str]]:
        """Goes from slide to slide, each empty at first; gives its number and the kind that phones answer."""
        for number in range(1, len(SLIDES) + 1):
            self.room.record(SlideShown(number))
            expect(self.phone.locator("#slide > .slide")).to_have_attribute(
                "data-slide", str(number), timeout=SLOW
            )
            asks = SLIDES[number - 1].asks
            yield number, asks.name if asks else ""

    def answer(self, number: int, kind: str) -> None:
        """Lets people answer the slide, and shows the room what comes of it."""
        known = KINDS.get(kind)
        if known is None or known.is_form:
            return
        if issubclass(known, Counted):
            self._count(number, known)
        else:
            self._write(number, known)
        if kind == "cafe":
            self.room.record(*(SeatTaken(f"p{n}", number, n % 2) for n in range(PEOPLE)))
            self.room.record(RoundBegun(number, 0))
        if kind == "harvest":
            return
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

    def close(self, number: int) -> None:
        """Closes the slide's question."""
        self.room.record(QuestionClosed(number))

    def _count(self, number: int, kind: type[Counted]) -> None:
        form = self.phone.locator("[data-kind]").first
        attributes = form.evaluate(
            "(f) => Object.fromEntries([...f.attributes].map((a) => [a.name, a.value]))"
        )
        values = [kind.pretend(attributes, Random(n), Random(number)) for n in range(PEOPLE)]
        self._say(number, list(values))

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
    page.evaluate("() => Promise.all(document.getAnimations().map((each) => each.finished.catch(() => 0)))")
