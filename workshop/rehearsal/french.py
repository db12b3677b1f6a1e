"""What rehearsal attendees say in French."""

from workshop.rehearsal.speech import Speech, Theme

BEGINNING = Theme(
    ("commencer", "débuter", "d’abord", "essayer", "déployer"),
    (
        "Commencer petit, avec un groupe, et regarder après un mois ce que cela donne",
        "Un jour fixe par semaine, pour que la classe sache à quoi s’attendre",
        "Se mettre d’accord avant sur qui est responsable de quoi",
        "D’abord observer deux semaines, puis faire soi-même",
        "Quelqu’un dans l’équipe qui a du temps pour les questions",
        "Dire tôt aux parents qui vient, et pourquoi",
        "Pas comme remplaçant, mais comme un visage connu de l’équipe",
        "Commencer avec ceux qui en ont envie",
    ),
)
WORK = Theme(
    ("travail", "tâche", "faire", "activité"),
    (
        "De la technique, par une menuisière qui en fait tous les jours",
        "Lire avec un petit groupe dans le couloir",
        "Calculer avec de vrais montants",
        "Un projet sur l’eau, avec quelqu’un de la station d’épuration",
        "Apprendre dehors : le potager et la mare",
        "De la musique et du théâtre, on n’en fait jamais assez",
        "Raconter ce que c’est que travailler : beaucoup d’enfants ne le voient pas chez eux",
        "Cuisiner, et apprendre les fractions en même temps",
    ),
)
LEARNING = Theme(
    ("apprendre", "formation", "former", "cours"),
    (
        "De petits modules que l’on suit à côté de son métier",
        "Plus de pratique, et plus tôt : dès le premier jour dans une classe",
        "Reconnaître ce que l’on sait déjà, même sans diplôme",
        "Évaluer ensemble avec l’école, et non chacun pour soi",
        "Apprendre à déléguer : ce n’est nulle part au programme",
        "Des interlocuteurs fixes, pour ne pas recommencer chaque année",
        "Des cours à des heures où les gens qui travaillent peuvent venir",
        "Des stages à deux, avec quelqu’un d’un autre métier",
    ),
)
SELF = Theme(
    ("pour vous", "vous-même", "change", "demain", "confiance"),
    (
        "Je dois apprendre à lâcher prise, et cela m’impressionne",
        "Plus de temps pour les enfants qui ont vraiment besoin de moi",
        "Mieux expliquer pourquoi je fais ce que je fais",
        "Que j’ai le droit de demander de l’aide plus souvent",
        "Lundi j’en parle avec ma collègue",
        "Rester curieux, même après vingt ans devant une classe",
        "Moins faire tout seul",
        "Que je peux être fière de mon métier",
    ),
)
TOGETHER = Theme(
    ("ensemble", "équipe", "école", "entre nous"),
    (
        "Une demi-heure ensemble chaque semaine, et qui ait vraiment lieu",
        "Employer les mêmes mots, et laisser les sigles à la maison",
        "Passer une journée à suivre l’autre",
        "Préparer ensemble, en reparler ensemble",
        "Quelqu’un qui organise, sinon cela reste un projet",
        "Le respect du métier de l’autre, et cela commence par des questions",
        "Le café. Vraiment, tout commence là",
        "Un seul but pour l’enfant, et le redire chaque fois",
    ),
)
ANYTHING = (
    "La confiance",
    "Du temps pour bien faire",
    "Commencer, simplement, et corriger en route",
    "Que les enfants voient combien de façons il y a d’être malin",
    "Des accords clairs et une porte ouverte",
    "Plus de gens différents autour de l’enfant",
    "Je voudrais encore y réfléchir à la maison",
    "Une école appartient à tout le quartier",
    "Du calme dans l’équipe",
    "Montrer ce qui va déjà bien",
)
MESSAGES = (
    "J’étais aujourd’hui dans une salle pleine de gens de l’école et j’ai pensé à toi. Tu viens une fois ?",
    "Tu voulais faire quelque chose avec des enfants. Voici l’occasion : un jour par semaine.",
    "Tu racontes si bien ton travail. Il y a des classes qui aimeraient t’entendre.",
    "{friend}, c’est vraiment pour toi. Appelle-moi, je t’en dirai plus.",
    "{friend}, tes enfants seraient fiers de toi. Et leur maîtresse serait contente.",
    "Un jour par semaine devant une classe, à côté de ton travail. Je sais que tu en es capable.",
    "Tu cherches depuis longtemps quelque chose qui ait plus de sens. C’est peut-être ceci.\n\n"
    "On en parle samedi ?",
    "Pas besoin d’être instituteur pour apprendre quelque chose aux enfants. Je l’ai appris aujourd’hui.",
    "Cher {friend}, ton entreprise et notre école : cela irait bien ensemble. Tu y penses ?",
    "Tu m’as appris le vélo, le calcul et à ne pas lâcher. Une classe a besoin de quelqu’un comme toi.",
    "Je me lance. Tu viens aussi ? À deux, c’est plus gai.",
    "N’aie pas peur, ce n’est pas de la publicité. J’ai juste trouvé que c’était pour toi.",
    "Bonjour {friend}, tes mains habiles et trente enfants curieux. Imagine un peu.",
    "Pour le jour où tu diras encore que tes journées se ressemblent. Ici, aucune n’est pareille.",
    "Ce que tu sais des plantes, personne ne le sait dans notre école. Viens le raconter.",
    "J’ai donné ton nom quand on a demandé qui devrait encore en être. J’espère que tu veux bien.",
)
FIRST_NAMES = (
    *("Camille", "Youssef", "Marie", "Louis", "Fatima", "Jules", "Chloé", "Mehdi", "Anne", "Hugo"),
    *("Inès", "Pierre", "Naomi", "Guillaume", "Samira", "Théo", "Rose", "Kofi", "Ingrid", "Hassan"),
    *("Manon", "Luc", "Priya", "Gilles", "Odile", "Nora", "Sacha", "Aïcha", "Mathis", "Marguerite"),
    *("Leïla", "Rémi", "Jamila", "Hélène", "Amir", "Zoé", "Loïs", "André"),
)

FRENCH = Speech(
    themes=(BEGINNING, WORK, LEARNING, SELF, TOGETHER),
    anything=ANYTHING,
    questions=(
        "Qui appeler quand quelqu’un ne peut pas venir ?",
        "Les frais de déplacement sont-ils remboursés ?",
        "Que faire si un enfant me confie quelque chose qui m’inquiète ?",
        "Puis-je venir voir avant de dire oui ?",
        "Combien de temps prend vraiment la préparation ?",
        "Faut-il un extrait de casier judiciaire ?",
        "Comment savoir si cela aide les enfants ?",
        "Que font les écoles qui ont déjà de l’expérience ?",
        "Est-ce possible dans une école de quatre classes ?",
        "Qui décide de ce qui est enseigné ?",
        "Les parents peuvent-ils participer aussi ?",
        "Quand commence la prochaine session ?",
    ),
    openers=(
        "Dans notre école : ",
        "D’accord avec ce qui est écrit : ",
        "Je le redis : ",
        "Pour moi surtout ceci : ",
        "Nous en parlions à table : ",
        "En deux mots : ",
    ),
    messages=MESSAGES,
    first_names=FIRST_NAMES,
    surnames=("Essai", "Exemple", "Inventé", "Exercice", "Générale", "Cobaye"),
    schools=(
        "École d’essai Le Ballon",
        "École du Cerf-volant inventé",
        "École modèle Le Château en l’air",
        "La Répétition générale",
        "École de Nulle-Part",
        "École d’exercice Le Château de sable",
    ),
    boards=("Fondation des écoles modèles", "Réseau d’exercice du Centre", "Association Pour Ainsi Dire"),
    profiles=(
        "Une école inventée de 210 élèves, pour l’exercice.",
        "Petite école de village qui n’existe que dans cette répétition.",
        "École de ville de quatorze classes, imaginée pour s’exercer.",
        "",
    ),
    support=(
        "Comment trouver quelqu’un qui puisse enseigner la technique ?",
        "Qui paie quoi, et pendant combien de temps ?",
        "Pouvons-nous commencer avec un seul groupe ?",
        "",
        "",
    ),
)
