"""The fold of how slides show their answers: in which way, and at which question they are. Pure."""

from msgspec import Struct

from workshop.events import AnyEvent, QuestionPosed, WallArranged


class Walls(Struct):
    """The walls of a workshop, by slide."""

    ways: dict[int, str] = {}
    """Where a presenter chose another than the deck's."""
    posed: dict[int, int] = {}
    """The question to which a presenter came."""
    reached: dict[int, int] = {}
    """The furthest of them: those up to it may be answered, also by a phone that was away."""

    def way(self, slide: int) -> str:
        """The way in which answers hang; an empty text is that of the deck."""
        return self.ways.get(slide, "")

    def question(self, slide: int) -> int:
        """The question that is asked now, where a slide asks them in turn."""
        return self.posed.get(slide, 0)

    def apply(self, event: AnyEvent) -> bool:
        """Folds one event in; tells whether it was about walls."""
        match event:
            case WallArranged(slide=slide, way=way):
                self.ways[slide] = way
                if not way:
                    del self.ways[slide]
            case QuestionPosed(slide=slide, question=question):
                self.posed[slide] = question
                if not question:
                    del self.posed[slide]
                self.reached[slide] = max(question, self.reached.get(slide, 0))
            case _:
                return False
        return True
