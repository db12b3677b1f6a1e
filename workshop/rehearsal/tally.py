"""What a rehearsal has come to so far."""

from collections import Counter
from dataclasses import dataclass, field

from workshop.language import _, plural


@dataclass(slots=True)
class Tally:
    """Counts of all phones together."""

    phones: int
    slide: int = 0
    of: int = 0
    ended: bool = False
    here: set[int] = field(default_factory=set)
    """The numbers of the phones that are connected."""
    came_in: set[int] = field(default_factory=set)
    saved: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    """What the server did not take, by the code of its refusal."""

    def follow(self, slide: int, of: int, ended: bool) -> None:
        """Notes where the presenter is."""
        self.slide, self.of, self.ended = slide, of, ended

    def line(self) -> str:
        """How it stands, in one line."""
        phones = _("{n} of {of} phones").format(n=len(self.here), of=self.phones)
        return ", ".join((phones, self._place(), *self._counts()))

    def summary(self) -> str:
        """What came of it, in one line."""
        phones = _("{n} of {of} phones came in").format(n=len(self.came_in), of=self.phones)
        return ", ".join((phones, *self._counts()))

    def _place(self) -> str:
        if self.ended:
            return _("the workshop has ended")
        if not self.slide:
            return _("in the lobby")
        return _("slide {n} of {of}").format(n=self.slide, of=self.of)

    def _counts(self) -> list[str]:
        saved = self.saved
        words = {
            "answers": plural("one answer", "{n} answers", saved["answers"]),
            "choices": plural("one choice", "{n} choices", saved["choices"]),
            "leads": plural("one lead", "{n} leads", saved["leads"]),
            "cards": plural("{n} card", "{n} cards", saved["cards"]),
        }
        counts = [text for what, text in words.items() if saved[what]]
        if self.refused:
            reasons = ", ".join(f"{n} {code}" for code, n in self.refused.most_common())
            counts.append(_("not taken: {reasons}").format(reasons=reasons))
        return counts or [_("nothing sent yet")]
