"""To an address that somebody filled in: is it yours (double opt-in)."""

from workshop.language import _, plural, speaking, spoken
from workshop.mail.letter import Letter
from workshop.mail.letters.kind import Example, LetterKind


def letter(to: str, language: str, organisation: str, link: str, days: int) -> Letter:
    """The letter.

    Args:
        to: the address in question. Nothing else that was typed is in the letter: it may be a stranger's.
        language: in which the form was filled in.
        organisation: whose form it was.
        link: confirms the address.
        days: for which the link works.
    """
    with speaking(language):
        asked = _(
            "Somebody filled in this e-mail address in a form of {organisation}. Was it you? "
            "Then confirm it here:"
        )
        return Letter(
            to,
            spoken(),
            _("Is this your e-mail address?"),
            (asked.format(organisation=organisation),),
            link=link,
            button=_("Yes, this is my address"),
            closing=(
                _("It was not you? Then there is nothing to do: no more letters will come."),
                plural("The link works for one day.", "The link works for {n} days.", days),
            ),
            sender=organisation,
        )


def _example(example: Example) -> Letter:
    return letter(example.to, example.language, "Samen voor de klas", f"{example.base}/confirm", 7)


KIND = LetterKind(
    "confirm",
    lambda: _("Is this your address"),
    lambda: _("To who left the form, where its address has to be confirmed."),
    _example,
)
