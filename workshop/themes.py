"""The fold of a harvest: themes that the presenter made, and the answers sorted into them. Pure."""

from collections.abc import Container

from msgspec import Struct

from workshop.events import AnswerSorted, AnyEvent, ThemeNamed, ThemeRemoved

NONE = 0
"""Stands for no theme; themes are numbered 1, 2, …, and a number is never used again."""


class Harvest(Struct):
    """The themes of one harvest slide."""

    names: dict[int, str] = {}
    """In the order in which they were made."""
    sorted: dict[str, int] = {}
    """The theme of an answer, by its id."""
    last: int = NONE

    def theme_of(self, answer: str) -> int:
        """The theme into which an answer was sorted; NONE where it was not, or its theme is gone."""
        theme = self.sorted.get(answer, NONE)
        return theme if theme in self.names else NONE


class Themes(Struct):
    """The harvests of a workshop."""

    by_slide: dict[int, Harvest] = {}

    def of(self, slide: int) -> Harvest:
        """The harvest of a slide; an empty one where nothing was done yet."""
        return self.by_slide.get(slide) or Harvest()

    def names_of(self, answer: str) -> list[str]:
        """The themes into which an answer was sorted, of all harvests."""
        found = ((harvest, harvest.theme_of(answer)) for harvest in self.by_slide.values())
        return [harvest.names[theme] for harvest, theme in found if theme != NONE]

    def apply(self, event: AnyEvent) -> bool:
        """Folds one event in; tells whether it was about themes."""
        match event:
            case ThemeNamed(slide=slide, theme=theme, name=name):
                harvest = self._begun(slide)
                is_new = theme not in harvest.names
                harvest.names[theme] = name
                if is_new:  # one that was removed comes back to its place
                    harvest.names = dict(sorted(harvest.names.items()))
                harvest.last = max(harvest.last, theme)
            case ThemeRemoved(slide=slide, theme=theme):
                self._begun(slide).names.pop(theme, None)
            case AnswerSorted(slide=slide, answer=answer, theme=theme):
                self._begun(slide).sorted[answer] = theme
            case _:
                return False
        return True

    def forget(self, left: Container[str]) -> None:
        """Forgets where answers were sorted that are not among those that are left."""
        for harvest in self.by_slide.values():
            harvest.sorted = {answer: theme for answer, theme in harvest.sorted.items() if answer in left}

    def _begun(self, slide: int) -> Harvest:
        return self.by_slide.setdefault(slide, Harvest())
