"""The words that a presenter's filter begins with, by language. Pure data.

Short on purpose: words that are coarse whoever says them, and hardly anything else. No names of groups of
people, no illnesses, nothing that is also an animal, a plant or a first name: those are for the presenter to
add, who knows the room. A language that is not here begins with an empty list.
"""

COARSE: dict[str, tuple[str, ...]] = {
    "nl": (
        "kut", "kutten", "kutzooi", "kutwijf", "klote", "klotezooi", "kloten", "klootzak", "klootzakken",
        "lul", "lullen", "lulkoek", "zeiklul", "oetlul", "rotzak", "hufter", "hufters", "trut",
        "trutten", "teringlijer", "kankerlijer", "kankerwijf", "tyfuslijer", "tyfuswijf", "klere", "kolere",
        "godverdomme", "gvd", "hoer", "hoeren", "hoerenzoon", "slet", "sletten", "neuk", "neuken", "neukt",
        "geneukt", "bek houden", "hou je bek", "rot op", "oprotten", "optyfen", "optiefen", "opgetyft",
        "opgesodemieterd", "fuck", "fucking", "shit", "bitch",
    ),
    "en": (
        "fuck", "fucks", "fucked", "fucker", "fuckers", "fucking", "fuck off", "motherfucker", "shit",
        "shits", "shitty", "shithead", "bullshit", "bitch", "bitches", "bastard", "bastards", "asshole",
        "assholes", "arsehole", "arseholes", "dickhead", "dickheads", "cunt", "cunts", "twat", "twats",
        "wanker", "wankers", "slut", "sluts", "whore", "whores", "cocksucker", "piss off", "bollocks",
    ),
    "de": (
        "scheiße", "scheiß", "scheißen", "beschissen", "arsch", "arschloch", "arschlöcher", "fotze",
        "fotzen", "wichser", "wichsen", "hure", "huren", "hurensohn", "schlampe", "schlampen", "miststück",
        "drecksau", "ficken", "fick", "fickt", "gefickt", "fick dich", "verpiss dich", "halt die fresse",
        "leck mich", "fuck", "shit",
    ),
    "fr": (
        "merde", "merdique", "putain", "pute", "putes", "connard", "connards", "connasse", "connasses",
        "conne", "salope", "salopes", "salaud", "salauds", "enculé", "enculés", "enculer", "niquer", "nique",
        "niqué", "ta gueule", "ferme ta gueule", "va te faire foutre", "foutre", "couilles", "chier",
        "fais chier", "fuck", "shit",
    ),
}  # fmt: skip


def coarse_words(language: str) -> tuple[str, ...]:
    """The words to begin with."""
    return COARSE.get(language[:2].lower(), ())
