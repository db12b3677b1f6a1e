"""What people typed, made ready to set: in one normal form. Pure."""

import re
import unicodedata

LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
BLANKS = re.compile("[ \t\x1f\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+")
CONTROLS = re.compile("[\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
SURROGATES = re.compile("[\ud800-\udfff]")
# Unicode's Default_Ignorable_Code_Point: they steer what stands beside them and are never seen.
UNSEEN = re.compile(
    "[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)


def clean(text: str) -> str:
    """NFC, lines ended by a newline only, single spaces, no control characters."""
    if _is_clean(text):
        return text.strip(" ").strip("\n")
    text = CONTROLS.sub("", LINE_ENDS.sub("\n", text))
    text = SURROGATES.sub("\ufffd", BLANKS.sub(" ", text))
    lines = unicodedata.normalize("NFC", text).split("\n")
    return "\n".join(line.strip(" ") for line in lines).strip("\n")


def _is_clean(text: str) -> bool:
    """Whether nothing has to be changed, but for its ends; what is not printable may have to be."""
    return (
        text.replace("\n", "").isprintable()
        and not ("  " in text or " \n" in text or "\n " in text)
        and unicodedata.is_normalized("NFC", text)
    )
