"""Names to play under: an adjective and an animal, given by the fold. Pure: no I/O, no clock.

The journal holds who took a name, not which: the next free one in an order that never changes. So what people
are called is the same after every restart, and says nothing of who they are.
"""

from msgspec import Struct

from workshop.language import DEFAULT, spoken

MOST_TAKEN = 6
"""How many names one phone may take: the first, and a few others."""

_STRIDE = 271
"""Shuffles the names: has no divisor in common with their number, and neighbours share neither word."""

# Each adjective in the forms that its language needs, each animal with the number of the form that it takes.
# Dutch: before a het-word without an article, before a de-word. French: masculine, feminine,
# and behind the animal. German: masculine, feminine, neuter. English needs one.
_ADJECTIVES = {
    "nl": """
        Vrolijk,Vrolijke Dapper,Dappere Slim,Slimme Rustig,Rustige Snel,Snelle Vriendelijk,Vriendelijke
        Nieuwsgierig,Nieuwsgierige Zonnig,Zonnige Handig,Handige Grappig,Grappige Wijs,Wijze Wakker,Wakkere
        Zacht,Zachte Sterk,Sterke Lenig,Lenige Geduldig,Geduldige Trots,Trotse Vlijtig,Vlijtige
        Gastvrij,Gastvrije Eerlijk,Eerlijke Muzikaal,Muzikale
        Sportief,Sportieve Helder,Heldere Tevreden,Tevreden
    """,
    "en": """
        Cheerful Brave Clever Calm Swift Friendly Curious Sunny Handy Funny Wise Lively Gentle Strong Nimble
        Patient Proud Busy Generous Honest Musical Sporty Bright Merry
    """,
    "de": """
        Fröhlicher,Fröhliche,Fröhliches Mutiger,Mutige,Mutiges Kluger,Kluge,Kluges Ruhiger,Ruhige,Ruhiges
        Schneller,Schnelle,Schnelles Netter,Nette,Nettes Neugieriger,Neugierige,Neugieriges
        Sonniger,Sonnige,Sonniges Geschickter,Geschickte,Geschicktes Lustiger,Lustige,Lustiges
        Weiser,Weise,Weises Wacher,Wache,Waches Sanfter,Sanfte,Sanftes Starker,Starke,Starkes
        Flinker,Flinke,Flinkes Geduldiger,Geduldige,Geduldiges Stolzer,Stolze,Stolzes
        Fleißiger,Fleißige,Fleißiges Großzügiger,Großzügige,Großzügiges Ehrlicher,Ehrliche,Ehrliches
        Musikalischer,Musikalische,Musikalisches Sportlicher,Sportliche,Sportliches Heller,Helle,Helles
        Zufriedener,Zufriedene,Zufriedenes
    """,
    "fr": """
        joyeux,joyeuse courageux,courageuse malin,maligne calme,calme rapide,rapide gentil,gentille
        curieux,curieuse radieux,radieuse habile,habile drôle,drôle sage,sage vif,vive doux,douce fort,forte
        agile,agile patient,patiente fier,fière studieux,studieuse généreux,généreuse honnête,honnête
        musicien,musicienne sportif,sportive brillant,brillante content,contente
    """,
}
_ANIMALS = {
    "nl": """
        Otter,1 Vos,1 Uil,1 Egel,1 Konijn,0 Eekhoorn,1 Bever,1 Merel,1 Hert,0 Dolfijn,1 Pinguïn,1 Panda,1
        Lama,1 Zeehond,1 IJsvogel,1 Ooievaar,1 Vlinder,1 Paard,0 Kikker,1 Schildpad,1 Roodborstje,0 Giraffe,1
        Lieveheersbeestje,0 Kameel,1
    """,
    "en": """
        Otter,0 Fox,0 Owl,0 Hedgehog,0 Rabbit,0 Squirrel,0 Beaver,0 Blackbird,0 Deer,0 Dolphin,0 Penguin,0
        Panda,0 Llama,0 Seal,0 Kingfisher,0 Stork,0 Butterfly,0 Horse,0 Frog,0 Tortoise,0 Robin,0 Giraffe,0
        Ladybird,0 Camel,0
    """,
    "de": """
        Otter,0 Fuchs,0 Eule,1 Igel,0 Kaninchen,2 Eichhörnchen,2 Biber,0 Amsel,1 Reh,2 Delfin,0 Pinguin,0
        Panda,0 Lama,2 Seehund,0 Eisvogel,0 Storch,0 Schmetterling,0 Pferd,2 Frosch,0 Schildkröte,1
        Rotkehlchen,2 Giraffe,1 Marienkäfer,0 Kamel,2
    """,
    "fr": """
        Loutre,1 Renard,0 Chouette,1 Hérisson,0 Lapin,0 Écureuil,0 Castor,0 Merle,0 Cerf,0 Dauphin,0
        Pingouin,0 Panda,0 Lama,0 Phoque,0 Mésange,1 Cigogne,1 Papillon,0 Cheval,0 Grenouille,1 Tortue,1
        Moineau,0 Girafe,1 Coccinelle,1 Chameau,0
    """,
}
_BEHIND = ("fr",)
"""Languages in which the adjective follows the animal."""
KINDS_OF_EACH = 24
NAMES = KINDS_OF_EACH * KINDS_OF_EACH


class Nicks(Struct):
    """Who plays under which name: the numbers of the names, which `name` turns into words."""

    given: dict[str, int] = {}
    """By participant."""
    times: dict[str, int] = {}
    """How many names each participant has taken."""
    used: set[int] = set()
    last: int = -1
    """The one that was given last: one that was just given back is not the next."""

    def give(self, participant: str) -> None:
        """Gives a participant the next free name, for the one that they have."""
        # When every name is in use they go round once more, with a number.
        size = NAMES * (1 + len(self.used) // NAMES)
        number = (self.last + 1) % size
        while number in self.used:
            number = (number + 1) % size
        self.used.discard(self.given.get(participant, -1))
        self.used.add(number)
        self.given[participant] = self.last = number
        self.times[participant] = self.times.get(participant, 0) + 1

    def may_take(self, participant: str) -> bool:
        """Whether a participant may still have another name."""
        return self.times.get(participant, 0) < MOST_TAKEN

    def name(self, participant: str) -> str:
        """What a participant is called, in the spoken language; empty without a name."""
        number = self.given.get(participant)
        return "" if number is None else name(number)


def name(number: int) -> str:
    """The words of a name: 'Vrolijke Otter'."""
    language = spoken() if spoken() in _ANIMALS else DEFAULT
    round_, place = divmod(number, NAMES)
    adjective, animal = divmod(place * _STRIDE % NAMES, KINDS_OF_EACH)
    creature, _comma, form = _ANIMALS[language].split()[animal].partition(",")
    said = _ADJECTIVES[language].split()[adjective].split(",")[int(form)]
    words = f"{creature} {said}" if language in _BEHIND else f"{said} {creature}"
    return f"{words} {round_ + 1}" if round_ else words
