"""What the bundled decks must tell: every fact and figure, slide by slide, in both languages.

Facts stand apart by a semicolon; where the words may be these or those, a bar stands between them.
"""

DUTCH, ENGLISH = "onderwijsambassadeurs.md", "education-ambassadors.md"
CONTACT = "info@onderwijsambassadeurs.nl"

AGENDA, AMBASSADOR, MOTIVES, MISSION, RESULT, UTRECHT_TABLE, UTRECHT_CHART, SCHOOLS, AMBITION = range(1, 10)
IN_FIVE_YEARS, PER_GROUP, THINK_ALONG, REFLECTIONS, LESSONS, HARVEST, CALL, FRIEND, THANKS = range(10, 19)

UTRECHT = (  # school year, schools, ambassadors
    ("20–21", "1", "11"),
    ("21–22", "6", "23"),
    ("22–23", "20", "36"),
    ("23–24", "24", "40"),
    ("24–25", "31", "40"),
)
CITIES = (
    (52.1, 5.1),  # Utrecht
    (52.1, 4.3),  # The Hague
    (52.4, 5.2),  # Almere
    (51.9, 4.5),  # Rotterdam
)
"""Degrees north and east."""

TOLD = {
    DUTCH: {
        AGENDA: "onderwijsambassadeur; cijfers; Utrecht; heel Nederland; samen aan het werk; denkkracht",
        AMBASSADOR: """buiten het onderwijs; VOG; één dag; een jaar; vrij van taken; eigen werk;
            geen bevoegdheid|niet bevoegd; bekwaam; in de klas; naast de leerkracht""",
        MOTIVES: "samenleving; ontdekken; onderwijs; bij hen|voor hen; win-win; het werk dat ze nu doen",
        MISSION: """missie; onderwijs en samenleving; verbonden; ontwikkelen; begeleid; leerlingen; school;
            visie; vrijwilligers; langere tijd; blijft""",
        RESULT: """meteen|direct; leerkrachten; minder belast; meer aandacht; leerlingen; samenleving;
            dichter; 30 %; ambassadeurs die meedoen; over te stappen; werk in het onderwijs;
            eerste drie schooljaren""",
        UTRECHT_TABLE: "Utrecht; 150 ambassadeurs; 22,5 FTE; extra hulp|extra handen; scholen",
        UTRECHT_CHART: "150; ambassadeurs in vijf schooljaren; 22,5 FTE; Utrecht",
        SCHOOLS: """schooljaar 24–25; 100 scholen; primair onderwijs; actief; 150 ambassadeurs; 8 regio;
            4 steden; Utrecht, Den Haag, Almere, Rotterdam""",
        AMBITION: """2025–2026; onderwijsregio; Midden-Nederland; 27 plekken; deels; subsidie; Amsterdam;
            Den Bosch; hele land; elke school; elk schoolbestuur; primair onderwijs""",
        IN_FIVE_YEARS: """vijf jaar; 20 %; Nederlandse scholen; primair onderwijs; 1350 scholen;
            2000 ambassadeurs""",
        PER_GROUP: "onderzocht; lectoraat Leren en Innoveren; Marnix Academie; Arienne van Staveren",
        CALL: """volgend schooljaar; school; info@onderwijsambassadeurs.nl; wie de school leidt; telefoon;
            e-mail; profiel; bestuur; ondersteuning mag""",
        FRIEND: "achterkant; kaart; iemand die je kent; schrijf",
        THANKS: "dank; jullie; aandacht",
    },
    ENGLISH: {
        AGENDA: """education ambassador; figures; Utrecht; whole of the Netherlands; work together;
            thinking power""",
        AMBASSADOR: """outside education; VOG; one day; one year; released from tasks; own job;
            no teaching licence; able; in class; beside the teacher""",
        MOTIVES: "society; find out; education; right for them; win-win; the work they do now",
        MISSION: """mission; education and society; connected; develop; guided; pupils; school;
            vision; volunteers; longer time; last""",
        RESULT: """at once; teachers; less burdened; more attention; pupils; society; closer;
            30%; ambassadors who take part; move to; work in education; first three school years""",
        UTRECHT_TABLE: "Utrecht; 150 ambassadors; 22.5 FTE; extra help|extra hands; schools",
        UTRECHT_CHART: "150; ambassadors in five school years; 22.5 FTE; Utrecht",
        SCHOOLS: """school year 24–25; 100 primary schools; active; 150 ambassadors; 8 regions; 4 cities;
            Utrecht, The Hague, Almere, Rotterdam""",
        AMBITION: """2025–2026; education region; Midden-Nederland; 27 places; partly; subsidy; Amsterdam;
            Den Bosch; whole country; every primary school; every school board""",
        IN_FIVE_YEARS: "five years; 20%; Dutch primary schools; 1,350 schools; 2,000 ambassadors",
        PER_GROUP: "studied; research group Leren en Innoveren; Marnix Academie; Arienne van Staveren",
        CALL: """next school year; school; info@onderwijsambassadeurs.nl; who leads the school; telephone;
            e-mail; profile; board; may add a request for support""",
        FRIEND: "back of a card; somebody you know; write",
        THANKS: "thank; you; attention",
    },
}

GAINS = {
    DUTCH: {
        "Leerling": "tijd en aandacht; inspirerende mensen; gelijke kansen",
        "Leerkracht*": "werkdruk; gelukkiger in het werk; professionals; lerarentekort",
        "School/bestuur": "onderwijskwaliteit; personeel; HR, anders organiseren; goede werkgever",
        "Ambassadeur": "onderwijs kennen; betrokken bij de samenleving; groeien als persoon; gemeenschap",
        "Organisatie": """professioneler; betrokken bij de samenleving; toekomstige medewerkers;
            goede werkgever""",
    },
    ENGLISH: {
        "Pupil": "time and attention; inspiring people; equal chances",
        "Teacher*": "workload; happier at work; professionals; teacher shortage",
        "School/board": "educational quality; mix of staff; HR, organised differently; good employer",
        "Ambassador": "understands education; engaged with society; personal growth; community",
        "Organisation": "professional; engaged with society; future staff; good employer",
    },
}
"""What each target group gains, from the top of its column."""

PUT_TO_THE_ROOM = {
    DUTCH: {
        THINK_ALONG: """anders bevoegden; anders bevoegden & doen; opleider & partnerschap; voor jou & vak;
            hybride professional; beroepen & samen""",
        REFLECTIONS: """diversiteit & ken & erken; slimmer & anders & organiseren;
            landschap & partners & efficiënt & positief""",
        LESSONS: """delegeren & klas & school & opleidingsinstituut;
            vertrouwen & organisaties & opleidingen & collega’s & studenten;
            landschap & wie is er & goed onderwijs & elk niveau;
            praten & organisaties & opleidingen & collega’s & studenten""",
        HARVEST: "plek & werkt & organisatie & partnerschap; opleiding; jezelf & professional",
    },
    ENGLISH: {
        THINK_ALONG: """other qualifications; other qualifications & do; teacher trainer & partnership;
            for you & profession; hybrid professional; professions & together""",
        REFLECTIONS: """diversity & know & acknowledge; smarter & differently & organising;
            landscape & partners & efficient & positive""",
        LESSONS: """delegate & class & school & institute;
            trusting & organisations & training & colleagues & students;
            landscape & who is there & good education & every level;
            talking & organisations & training & colleagues & students""",
        HARVEST: "place & work & organisation & partnership; training; yourself & professional",
    },
}
"""What is asked or put forward one by one, each with the words that belong together in it."""


def apart(facts: str, mark: str = ";") -> list[str]:
    return [" ".join(fact.split()) for fact in facts.split(mark)]
