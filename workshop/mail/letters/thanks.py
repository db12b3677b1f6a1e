"""To who left the form: thank you, and the way to a copy of it. Staff may write it themselves."""

from workshop.language import _, speaking, spoken
from workshop.mail.letter import Letter
from workshop.mail.letters.kind import Example, LetterKind
from workshop.mail.letters.named import named
from workshop.mail.wording import Wording

NAME = "thanks"


def letter(
    to: str,
    language: str,
    name: str,
    school: str,
    organisation: str,
    receipt_link: str,
    *,
    reply_to: str = "",
    wording: Wording | None = None,
) -> Letter:
    """The letter.

    Args:
        to: who left the form.
        language: in which they did.
        name: theirs, as they typed it; may be empty.
        school: theirs, as they typed it; may be empty.
        organisation: in whose name it goes out.
        receipt_link: leads to what they filled in and agreed to, where they can also withdraw it.
        reply_to: whom an answer reaches.
        wording: the staff's own words, from `wordings.wording_of`; default: ours.
    """
    with speaking(language):
        values = {
            "name": named(name),
            "school": named(school),
            "organisation": organisation,
            "link": receipt_link,
        }
        subject, paragraphs = (wording or first_wording()).filled(values)
        return Letter(
            to,
            spoken(),
            subject,
            paragraphs,
            link=receipt_link,
            sender=organisation,
            reply_to=reply_to,
        )


def first_wording() -> Wording:
    """Our words, in the spoken language."""
    text = _(
        "Hello {name},\n\n"
        "Thank you for leaving the form. We will be in touch soon.\n\n"
        "What you filled in and what you agreed to stands here. There you can also withdraw it:\n"
        "{link}\n\n"
        "Kind regards,\n{organisation}"
    )
    return Wording(_("Thank you, and a copy of what you filled in"), text)


def _example(example: Example) -> Letter:
    return letter(
        example.to,
        example.language,
        "Noor",
        "De Regenboog",
        "Samen voor de klas",
        f"{example.base}/receipt",
        wording=example.wording,
    )


KIND = LetterKind(
    NAME,
    lambda: _("Thank you"),
    lambda: _("To who left the form, at once, where an e-mail address was filled in."),
    _example,
    wording=first_wording,
    places={
        "name": lambda: _("the name that was filled in"),
        "school": lambda: _("the school that was filled in"),
        "organisation": lambda: _("your organisation, as the deck names it"),
        "link": lambda: _("the page with the copy, where consent can be withdrawn"),
    },
    needed=frozenset({"link"}),
)
