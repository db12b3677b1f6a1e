"""What rehearsal attendees say in German."""

from workshop.rehearsal.speech import Speech, Theme

BEGINNING = Theme(
    ("einsetzen", "einsatz", "beginnen", "anfangen", "zuerst", "ausprobieren"),
    (
        "Klein anfangen, mit einer Gruppe, und nach einem Monat schauen, was es bringt",
        "Ein fester Tag in der Woche, damit die Klasse weiß, woran sie ist",
        "Vorher absprechen, wer wofür zuständig ist",
        "Erst zwei Wochen zuschauen, dann selbst etwas machen",
        "Jemanden im Team benennen, der Zeit für Fragen hat",
        "Den Eltern früh sagen, wer kommt und warum",
        "Nicht als Vertretung, sondern als festes Gesicht im Team",
        "Mit denen beginnen, die Lust darauf haben",
    ),
)
WORK = Theme(
    ("arbeit", "aufgabe", "tun", "machen"),
    (
        "Technik, von einer Tischlerin, die das jeden Tag macht",
        "Mit einer kleinen Gruppe auf dem Flur lesen",
        "Rechnen mit echten Beträgen",
        "Ein Projekt über Wasser, mit jemandem vom Wasserwerk",
        "Draußen lernen: der Schulgarten und der Teich",
        "Musik und Theater, das kommt bei uns immer zu kurz",
        "Erzählen, wie es ist zu arbeiten: Viele Kinder kennen das nicht von zu Hause",
        "Kochen, und dabei Brüche üben",
    ),
)
LEARNING = Theme(
    ("lernen", "ausbildung", "fortbildung", "schulung", "kurs"),
    (
        "Kurze Bausteine, die man neben dem Beruf machen kann",
        "Mehr Praxis, und früher: schon am ersten Tag in einer Klasse",
        "Anerkennen, was jemand schon kann, auch ohne Abschluss",
        "Gemeinsam mit der Schule beurteilen, nicht jeder für sich",
        "Lernen abzugeben: Das steht nirgends im Lehrplan",
        "Feste Ansprechpersonen, damit man nicht jedes Jahr von vorn beginnt",
        "Unterricht zu Zeiten, zu denen Berufstätige können",
        "Praktika zu zweit, mit jemandem aus einem anderen Fach",
    ),
)
SELF = Theme(
    ("für dich", "für sie", "du selbst", "ändert", "nimmst du", "morgen", "vertrauen"),
    (
        "Ich muss lernen loszulassen, und das finde ich aufregend",
        "Mehr Zeit für die Kinder, die mich wirklich brauchen",
        "Besser erklären, warum ich tue, was ich tue",
        "Dass ich öfter um Hilfe bitten darf",
        "Am Montag spreche ich darüber mit meiner Kollegin",
        "Neugierig bleiben, auch nach zwanzig Jahren vor der Klasse",
        "Weniger allein machen",
        "Dass ich ruhig stolz auf meinen Beruf sein darf",
    ),
)
TOGETHER = Theme(
    ("zusammen", "gemeinsam", "team", "miteinander", "schule"),
    (
        "Jede Woche eine halbe Stunde zusammen, die auch wirklich stattfindet",
        "Dieselben Wörter benutzen, und Abkürzungen zu Hause lassen",
        "Einen Tag miteinander mitlaufen",
        "Gemeinsam vorbereiten, gemeinsam nachbesprechen",
        "Jemand, der es organisiert, sonst bleibt es beim Plan",
        "Achtung vor dem Beruf der anderen, das beginnt mit Fragen",
        "Kaffee. Wirklich, damit fängt es an",
        "Ein Ziel für das Kind, und es jedes Mal wieder nennen",
    ),
)
ANYTHING = (
    "Vertrauen",
    "Zeit, um es gut zu machen",
    "Einfach anfangen, und unterwegs nachsteuern",
    "Dass Kinder sehen, auf wie viele Arten man klug sein kann",
    "Klare Absprachen und eine offene Tür",
    "Mehr verschiedene Menschen um das Kind herum",
    "Darüber möchte ich zu Hause noch nachdenken",
    "Eine Schule gehört dem ganzen Viertel",
    "Ruhe im Team",
    "Zeigen, was schon gut läuft",
)
MESSAGES = (
    "Ich saß heute in einem Raum voller Leute aus der Schule und dachte an dich. Kommst du einmal mit?",
    "Du wolltest doch immer etwas mit Kindern machen. Hier ist deine Chance: ein Tag in der Woche.",
    "Du erzählst so gut von deiner Arbeit. Es gibt Klassen, die das gern hören würden.",
    "{friend}, das ist wirklich etwas für dich. Ruf mich an, dann erzähle ich dir mehr.",
    "{friend}, deine Kinder wären stolz auf dich. Und ihre Lehrerin froh.",
    "Ein Tag pro Woche vor der Klasse, neben deiner Arbeit. Ich weiß, dass du das kannst.",
    "Du suchst schon länger etwas mit mehr Sinn. Vielleicht ist es das.\n\nReden wir am Samstag darüber?",
    "Man muss nicht Lehrer sein, um Kindern etwas beizubringen. Das habe ich heute gelernt.",
    "Hallo {friend}, euer Betrieb und unsere Schule: Das würde gut passen. Denkst du mit?",
    "Du hast mir Radfahren, Rechnen und Durchhalten beigebracht. Die Sechste könnte so jemanden brauchen.",
    "Ich mache es. Machst du auch mit? Zusammen ist es schöner.",
    "Keine Sorge, keine Werbung. Ich fand einfach, das ist etwas für dich.",
    "Hallo {friend}, deine geschickten Hände und dreißig neugierige Kinder. Stell dir das vor.",
    "Für den Fall, dass deine Tage wieder einmal alle gleich sind. Hier ist es keiner.",
    "Was du über Pflanzen weißt, weiß an unserer Schule niemand. Komm und erzähl es.",
    "Ich habe deinen Namen genannt, als sie fragten, wer noch dabei sein sollte. Ich hoffe, das ist recht.",
)
FIRST_NAMES = (
    *("Anna", "Mehmet", "Katrin", "Jonas", "Fatma", "Lukas", "Greta", "Yusuf", "Heike", "Tim"),
    *("Emine", "Peter", "Nele", "Wilhelm", "Samira", "Jörg", "Rosa", "Kofi", "Ingrid", "Hassan"),
    *("Wiebke", "Lars", "Priya", "Günther", "Ulrike", "Nora", "Sven", "Zeynep", "Matthias", "Marlies"),
    *("Dilan", "Rick", "Jamila", "Hilde", "Amir", "Bärbel", "Zoë", "André"),
)

GERMAN = Speech(
    themes=(BEGINNING, WORK, LEARNING, SELF, TOGETHER),
    anything=ANYTHING,
    questions=(
        "Wen rufe ich an, wenn jemand an einem Tag nicht kann?",
        "Bekomme ich die Fahrtkosten erstattet?",
        "Was mache ich, wenn ein Kind mir etwas erzählt, das mir Sorgen macht?",
        "Darf ich einmal zuschauen, bevor ich zusage?",
        "Wie viel Zeit kostet die Vorbereitung wirklich?",
        "Brauche ich ein Führungszeugnis?",
        "Woran merken wir, dass es den Kindern hilft?",
        "Was machen Schulen, die damit schon Erfahrung haben?",
        "Geht das auch an einer Schule mit nur vier Klassen?",
        "Wer entscheidet, was unterrichtet wird?",
        "Dürfen Eltern auch mitmachen?",
        "Wann beginnt die nächste Runde?",
    ),
    openers=(
        "Bei uns an der Schule: ",
        "Ich schließe mich an: ",
        "Doch noch einmal: ",
        "Für mich vor allem das: ",
        "Am Tisch sprachen wir darüber: ",
        "Kurz gesagt: ",
    ),
    messages=MESSAGES,
    first_names=FIRST_NAMES,
    surnames=("Probeperson", "Beispiel", "Erfunden", "Übung", "Generalprobe", "Testmann"),
    schools=(
        "Übungsschule Zum Probeballon",
        "Grundschule Erfundener Drache",
        "Beispielschule Luftschloss",
        "Die Generalprobe",
        "Grundschule Nirgendwo",
        "Übungsschule Sandburg",
    ),
    boards=("Stiftung Beispielschulen", "Übungsträger Mitte", "Verein Sozusagen"),
    profiles=(
        "Eine erfundene Schule mit 210 Kindern, zum Üben.",
        "Kleine Dorfschule, die es nur in dieser Probe gibt.",
        "Stadtschule mit vierzehn Gruppen, ausgedacht zum Üben.",
        "",
    ),
    support=(
        "Wie finden wir jemanden, der Technik unterrichten kann?",
        "Wer bezahlt was, und wie lange?",
        "Können wir mit einer Gruppe anfangen?",
        "",
        "",
    ),
)
