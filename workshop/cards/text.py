"""What people typed, made ready to set: in one normal form, and cut where it may be cut."""

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
JOINER = "\u200d"
# After these a line may end inside a word: in 'school/bestuur', not in 'e-mail'.
SEAM = re.compile(r"(?<=\w\w)[-\u2010\u2013\u2014/]+(?=\w\w)|\u200b")


def clean(text: str) -> str:
    """NFC, lines ended by a newline only, single spaces, no control characters."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    text = CONTROLS.sub("", LINE_ENDS.sub("\n", text))
    text = SURROGATES.sub("\ufffd", BLANKS.sub(" ", text))
    lines = unicodedata.normalize("NFC", text).split("\n")
    return "\n".join(line.strip(" ") for line in lines).strip("\n")


def pieces(word: str) -> list[str]:
    """A word, cut where a line may end inside it."""
    if word.isalpha():
        return [word]
    ends = [seam.end() for seam in SEAM.finditer(word)]
    starts = [0, *ends]
    return [part for a, b in zip(starts, [*ends, len(word)], strict=True) if (part := word[a:b])]


def graphemes(text: str) -> list[str]:
    """What a reader takes for one letter: a base with all that is written on it.

    The rules of UAX #29 that matter where nothing is shaped: marks, joined and coloured emoji,
    flags, Hangul syllables in parts.
    """
    if text.isascii():
        return list(text)
    clusters: list[str] = []
    for character in text:
        if clusters and _goes_on(clusters[-1], character):
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters


def _goes_on(cluster: str, character: str) -> bool:
    return (
        unicodedata.category(character) in ("Mn", "Mc", "Me")
        or UNSEEN.match(character) is not None
        or "\U0001f3fb" <= character <= "\U0001f3ff"
        or "\u1160" <= character <= "\u11ff"
        or (cluster[-1] == JOINER and unicodedata.category(character) == "So")
        or (len(cluster) == 1 and _is_flag_half(cluster) and _is_flag_half(character))
    )


def _is_flag_half(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"
