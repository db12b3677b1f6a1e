"""Why a letter was not sent: kept with its job as a word of ours and what the server said."""

from collections.abc import Callable

from workshop.language import _

TEXTS: dict[str, Callable[[], str]] = {
    "setting": lambda: _("WORKSHOP_SMTP_URL is no address of a mail server"),
    "away": lambda: _("The mail server cannot be reached."),
    "broke_off": lambda: _("The mail server broke off the conversation."),
    "sign_in": lambda: _("The mail server refuses the user or the password."),
    "not_secret": lambda: _("The mail server offers no encryption, so the password was not sent."),
    "not_now": lambda: _("The mail server does not take it now."),
    "refused": lambda: _("The mail server refuses it for good; look at the address."),
}
LONGEST = 200


def written(word: str, said: str = "", recipient: str = "") -> str:
    """A trouble as it is kept. Servers like to repeat the recipient's address, which has no place here."""
    said = " ".join(said.split()).replace(recipient or "\0", "…")[:LONGEST]
    return f"{word}: {said}" if said else word


def told(kept: str) -> str:
    """A trouble in the spoken language, with what the server said."""
    word, _colon, said = kept.partition(": ")
    if word not in TEXTS:
        return kept
    return f"{TEXTS[word]()} ({said})" if said else TEXTS[word]()
