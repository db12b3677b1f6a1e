"""The fold of what the presenter made of a word cloud's words: merged into others, or hidden. Pure."""

from collections.abc import Callable, Iterable

from msgspec import Struct

from workshop.events import AnyEvent, Value, WordHidden, WordMerged, WordRestored

HIDDEN = ""


class Wordings(Struct):
    """What words count as, by slide and by what all writings of a word have in common."""

    by_slide: dict[int, dict[str, str]] = {}

    def of(self, slide: int) -> dict[str, str]:
        """The words of a slide that count as another, or as none (HIDDEN)."""
        return self.by_slide.get(slide, {})

    def apply(self, event: AnyEvent) -> bool:
        """Folds one event in; tells whether it was about words."""
        match event:
            case WordMerged(slide=slide, word=word, into=into):
                self.by_slide.setdefault(slide, {})[word] = into
            case WordHidden(slide=slide, word=word):
                self.by_slide.setdefault(slide, {})[word] = HIDDEN
            case WordRestored(slide=slide, word=word):
                words = self.by_slide.get(slide, {})
                words.pop(word, None)
                if not words:
                    self.by_slide.pop(slide, None)
            case _:
                return False
        return True


def worded(values: Iterable[Value], words: dict[str, str], key: Callable[[str], str]) -> list[Value]:
    """The values as they count: a merged word as the one that it was merged into, and no hidden one."""
    counted = (_counts_as(value, words, key) if isinstance(value, str) else value for value in values)
    return [value for value in counted if value != HIDDEN]


def _counts_as(text: str, words: dict[str, str], key: Callable[[str], str]) -> str:
    for _step in range(len(words)):  # of words that were merged in a circle each stays another
        into = words.get(key(text))
        if into is None or into == text:
            break
        text = into
    return text
