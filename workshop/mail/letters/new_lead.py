"""To those who follow up: somebody left the form. Who it is stands at the desk, not in the letter."""

from workshop.language import _, speaking, spoken
from workshop.mail.letter import Letter, one_line
from workshop.mail.letters.kind import Example, LetterKind
from workshop.mail.letters.named import named


def letter(to: str, language: str, school: str, desk_link: str, workshop: str = "") -> Letter:
    """The letter.

    Args:
        to: the address that the form names.
        language: of those who get it.
        school: that left it; the only thing in the letter that tells anything.
        desk_link: leads to the lead at the desk.
        workshop: the title of the workshop in which it was left, if it was one.
    """
    with speaking(language):
        school = named(school) or _("A school")
        happened = _("{school} would like to hear more.")
        if workshop:
            happened = _("{school} would like to hear more, after “{workshop}”.")
        return Letter(
            to,
            spoken(),
            _("{school} would like to hear more").format(school=school),
            (
                happened.format(school=school, workshop=one_line(workshop)),
                _("Who it is and how to reach them stands at the desk; a letter is no place for that."),
            ),
            link=desk_link,
            button=_("Open the lead"),
        )


def _example(example: Example) -> Letter:
    title = "Meer mensen voor de klas"
    return letter(example.to, example.language, "De Regenboog", f"{example.base}/leads", title)


KIND = LetterKind(
    "new-lead",
    lambda: _("A new lead"),
    lambda: _("To the address that the form names with “to=”, as soon as somebody leaves it."),
    _example,
)
