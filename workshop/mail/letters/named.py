"""What somebody typed as a name, fit to stand in a letter that goes to somebody else. Pure."""

import re

from workshop.mail.letter import one_line

LONGEST = 80


def named(typed: str) -> str:
    """The name on one line, and nothing in it that a mail program would turn into a link.

    Whoever fills in a form chooses both the address and the name: without this, anybody could have us send
    their own link to anybody else.
    """
    apart = re.sub(r"\w*:/+|[/\\@<>]", " ", one_line(typed))
    return one_line(re.sub(r"(?<=\w)\.(?=\w{2})", ". ", apart))[:LONGEST].strip()
