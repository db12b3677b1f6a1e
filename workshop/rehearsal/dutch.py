"""What rehearsal attendees say in Dutch."""

from workshop.rehearsal.speech import Speech, Theme

DEPLOYING = Theme(
    ("zetten scholen", "zet je", "inzet", "echt werkt"),
    (
        "Begin klein, met één groep, en kijk na een maand wat het oplevert",
        "Een vaste dag in de week, zodat de klas weet waar ze aan toe is",
        "Vooraf afspreken wie waarvoor verantwoordelijk is",
        "Kijk naar wat iemand goed kan en zoek daar de klas bij, niet andersom",
        "Niet als invaller, maar als vast gezicht in het team",
        "Geef ze een maatje in het team dat tijd heeft voor vragen",
        "Laat ze meedraaien in de vergaderingen, dan horen ze er echt bij",
        "Vertel ouders vroeg wie er voor de klas komt en waarom",
        "Eerst twee weken meekijken, dan pas zelf iets doen",
    ),
)
WORK = Theme(
    ("welk werk", "wat doen", "taken"),
    (
        "Techniekles, van een timmerman die het elke dag doet",
        "Met een klein groepje lezen op de gang",
        "Rekenen met echte bedragen, door iemand van een bank",
        "Een project over water, met iemand van het waterschap",
        "Buiten leren: de moestuin en de vijver",
        "Muziek en theater, want dat schiet er bij ons altijd bij in",
        "Kinderen die vastlopen even apart nemen",
        "Programmeren met groep 7 en 8",
        "Vertellen hoe het is om te werken: dat kennen veel kinderen niet van huis uit",
        "Koken, en ondertussen breuken oefenen",
    ),
)
TRAINING = Theme(
    ("opleid", "cursus"),
    (
        "Korte modules die je naast je baan kunt doen",
        "Meer praktijk en eerder: de eerste dag al in een klas",
        "Erken wat iemand al kan, ook zonder diploma",
        "Opleiders die zelf af en toe weer voor de klas staan",
        "Samen met de school beoordelen, niet ieder apart",
        "Een basis pedagogiek voor iedereen die met kinderen werkt",
        "Studenten leren delegeren: dat zit nu nergens in het programma",
        "Vaste contactpersonen, zodat je niet elk jaar opnieuw begint",
        "Meer verschillende studenten in één lokaal, daar leert iedereen van",
    ),
)
OWN_PROFESSION = Theme(
    ("voor jou", "eigen vak", "jezelf", "neem je"),
    (
        "Ik moet leren loslaten, en dat vind ik spannend",
        "Ik krijg er een collega bij die heel anders kijkt dan ik",
        "Meer tijd voor de kinderen die mij echt nodig hebben",
        "Ik word meer regisseur en minder uitvoerder",
        "Beter uitleggen waarom ik doe wat ik doe",
        "Dat ik vaker om hulp mag vragen",
        "Maandag ga ik hierover in gesprek met mijn duo",
        "Nieuwsgierig blijven, ook na twintig jaar voor de klas",
        "Minder alleen doen",
        "Dat ik best trots mag zijn op mijn vak",
    ),
)
HYBRID = Theme(
    ("hybride", "twee banen"),
    (
        "Twee werkgevers die elkaar ook spreken, dat scheelt veel",
        "Je neemt de klas mee naar kantoor: ik leg nu beter uit",
        "Je moet wel twee agenda’s kunnen lezen",
        "Waardering, ook in geld",
        "Je hoort bij twee teams en soms bij geen van beide",
        "Het houdt je scherp in allebei je vakken",
        "Een rooster dat niet elke zes weken verandert",
        "Ruimte om te groeien, ook als je maar één dag op school bent",
    ),
)
TOGETHER = Theme(
    ("samen", "beroepen", "elkaar"),
    (
        "Elke week een half uur samen, en dat ook echt laten doorgaan",
        "Dezelfde woorden gebruiken, en afkortingen thuislaten",
        "Een dag met elkaar meelopen",
        "Samen voorbereiden, samen nabespreken",
        "Fouten mogen maken zonder dat er meteen een protocol komt",
        "Iemand die het organiseert, anders blijft het bij plannen",
        "Respect voor elkaars vak, dat begint bij vragen stellen",
        "Koffie. Echt, daar begint het",
        "Eén doel voor het kind, en dat elke keer weer benoemen",
    ),
)
WORKPLACE = Theme(
    ("plek waar", "organisatie", "partnerschap", "team"),
    (
        "Er komt meer lucht in het rooster",
        "Het dwingt ons om taken anders te verdelen",
        "We worden zichtbaarder in de wijk",
        "Bij ons bedrijf staan mensen er al voor in de rij",
        "Het vraagt een directeur die durft",
        "Onze samenwerking met bedrijven wordt eindelijk concreet",
        "Eerlijk gezegd ook onrust, daar moeten we het over hebben",
        "Personeelszaken moet anders leren kijken naar wie we aannemen",
    ),
)
CONSEQUENCES = Theme(
    ("gevolg", "welke gevolgen", "toekomst"),
    (
        "De opleiding komt dichter bij de school te staan",
        "Meer zij-instromers die weten waar ze aan beginnen",
        "Lessen op tijden waarop werkende mensen kunnen",
        "Het programma moet losser: niet iedereen hoeft hetzelfde te leren",
        "Docenten gaan zelf weer het veld in",
        "Stages in duo’s, met iemand uit een ander vak",
        "Meer aandacht voor samenwerken, minder voor alles alleen kunnen",
    ),
)
ANYTHING = (
    "Vertrouwen",
    "Tijd om het goed te doen",
    "Gewoon beginnen, en onderweg bijsturen",
    "Dat kinderen zien dat je op veel manieren slim kunt zijn",
    "Duidelijke afspraken en een open deur",
    "Meer verschillende mensen om het kind heen",
    "Hier wil ik thuis nog even over nadenken",
    "Een school is van de hele wijk",
    "Rust in het team",
    "Laten zien wat er al goed gaat",
)
MESSAGES = (
    "Ik zat vandaag in een zaal vol onderwijsmensen en dacht aan jou. Kom je een keer mee?",
    "Jij wilde ooit iets met kinderen, weet je nog? Dit is je kans: één dag in de week.",
    "Jij kunt zo goed vertellen over je werk. Er zijn klassen die dat graag horen.",
    "{friend}, dit is echt iets voor jou. Bel me, dan vertel ik er meer over.",
    "Lieve {friend}, je kinderen zouden trots op je zijn. En hun juf ook blij.",
    "Eén dag per week voor de klas, naast je gewone baan. Ik weet zeker dat je het kunt.",
    "Je zoekt al een tijdje iets met meer betekenis. Misschien is dit het.\n\n"
    "Zullen we er zaterdag over praten?",
    "Je hoeft geen juf te zijn om kinderen iets te leren. Dat leerde ik vandaag.",
    "Beste {friend}, jullie bedrijf en onze school: dat zou mooi samengaan. Denk je mee?",
    "Jij hebt mij leren fietsen, rekenen en volhouden. Groep 6 kan ook wel zo iemand gebruiken.",
    "Ik ga het doen. Doe jij ook mee? Samen is leuker.",
    "Niet schrikken, geen reclame. Ik vond dit gewoon iets voor jou.",
    "Hoi {friend}, je technische handen en dertig nieuwsgierige kinderen. Stel je voor.",
    "Voor als je weer eens zegt dat je dagen op elkaar lijken. Hier is er geen een hetzelfde.",
    "Wat jij over planten weet, weet op onze school niemand. Kom het vertellen.",
    "Ik heb je naam genoemd toen ze vroegen wie er nog bij moest zijn. Ik hoop dat het mag.",
)
FIRST_NAMES = (
    *("Sanne", "Youssef", "Marijke", "Daan", "Fatima", "Joost", "Lotte", "Mehmet", "Annelies"),
    *("Bram", "Esra", "Pieter", "Naomi", "Willem", "Samira", "Tjeerd", "Roos", "Kofi", "Ingrid"),
    *("Hassan", "Femke", "Luuk", "Priya", "Gijs", "Aaltje", "Noor", "Sven", "Zeynep", "Thijs"),
    *("Margriet", "Dewi", "Rik", "Jamila", "Hilde", "Amir", "Trijntje", "Bo", "Loïs", "André"),
)

DUTCH = Speech(
    themes=(DEPLOYING, WORK, TRAINING, OWN_PROFESSION, HYBRID, TOGETHER, WORKPLACE, CONSEQUENCES),
    anything=ANYTHING,
    questions=(
        "Wie is het aanspreekpunt als iemand een dag niet kan?",
        "Krijg ik een vergoeding voor het reizen?",
        "Wat als een kind mij iets vertelt waar ik van schrik?",
        "Mag ik een keer komen kijken voor ik ja zeg?",
        "Hoeveel tijd kost de voorbereiding echt?",
        "Is er een verklaring omtrent het gedrag nodig?",
        "Hoe weten we of het werkt voor de kinderen?",
        "Wat doen scholen die hier al langer mee bezig zijn?",
        "Kan het ook op een school met maar vier klassen?",
        "Wie beslist er over het lesprogramma?",
        "Mogen ouders ook meedoen?",
        "Wanneer begint de volgende ronde?",
    ),
    openers=(
        "Bij ons op school: ",
        "Eens met wat er al staat: ",
        "Toch nog eens: ",
        "Voor mij vooral dit: ",
        "We hadden het er aan tafel over: ",
        "Kort gezegd: ",
    ),
    messages=MESSAGES,
    first_names=FIRST_NAMES,
    surnames=("Proefpersoon", "Voorbeeld", "Verzonnen", "Oefening", "Generale", "Testmans"),
    schools=(
        "Oefenschool De Proefballon",
        "Basisschool De Verzonnen Vlieger",
        "Voorbeeldschool Het Luchtkasteel",
        "De Generale Repetitie",
        "Basisschool Nergens",
        "Oefenschool ’t Zandkasteel",
    ),
    boards=("Stichting Voorbeeldscholen", "Oefenbestuur Midden", "Stichting Bij Wijze Van Spreken"),
    profiles=(
        "Een verzonnen school met 210 leerlingen, voor de oefening.",
        "Kleine dorpsschool die alleen in deze repetitie bestaat.",
        "Stadsschool met veertien groepen, bedacht om mee te oefenen.",
        "",
    ),
    support=(
        "Hoe vinden we iemand die technische lessen kan geven?",
        "Wie betaalt wat, en hoe lang?",
        "Kunnen we eerst met één groep beginnen?",
        "",
        "",
    ),
)
