"""Who says what: deals the texts out so that not two say the same before all has been said."""

from random import Random

from workshop.rehearsal.asked import Question
from workshop.rehearsal.speech import Speech


class Talk:
    """What the people of one rehearsal have said so far."""

    def __init__(self, speech: Speech, random: Random) -> None:
        self._speech = speech
        self._random = random
        self._left: dict[tuple[str, ...], list[str]] = {}
        self._dealt: set[tuple[str, ...]] = set()

    def answer(self, question: Question) -> str:
        """An answer that fits the question and its longest answer."""
        answers = self._speech.answers_to(question.text)
        again = answers in self._dealt
        text = self._deal(answers)
        if again and self._random.random() < 0.7:
            text = self._opened(text)
        return text if len(text) <= question.longest else _shortened(text, question.longest)

    def question(self, asked: Question) -> str:
        """Something that somebody wants to know."""
        text = self._deal(self._speech.questions)
        return text if len(text) <= asked.longest else _shortened(text, asked.longest)

    def friend_card(self, random: Random) -> dict[str, str]:
        """The fields of a card: for whom, what, and from whom."""
        friend, sender = random.sample(self._speech.first_names, 2)
        message = self._deal(self._speech.messages).replace("{friend}", friend)
        return {"friend_name": friend, "message": message, "sender_name": sender}

    def _deal(self, texts: tuple[str, ...]) -> str:
        left = self._left.setdefault(texts, [])
        if not left:
            left += self._random.sample(texts, len(texts))
        text = left.pop()
        if not left:
            self._dealt.add(texts)
        return text

    def _opened(self, text: str) -> str:
        return self._random.choice(self._speech.openers) + text[0].lower() + text[1:]


def _shortened(text: str, longest: int) -> str:
    return text[: longest - 1].rstrip() + "…"
