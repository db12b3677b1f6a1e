"""What rehearsal attendees say in English."""

from workshop.rehearsal.speech import Speech, Theme

DEPLOYING = Theme(
    ("do schools", "employ", "deploy", "really works"),
    (
        "Start small, with one class, and look after a month at what it brings",
        "The same day every week, so that the children know what to expect",
        "Agree beforehand on who is responsible for what",
        "Look at what somebody is good at and find the class for it, not the other way round",
        "As a regular face in the team, never as a stopgap",
        "Give them a buddy in the team who has time for questions",
        "Invite them to the staff meetings, so that they really belong",
        "Tell parents early who will be in the classroom and why",
        "Watch for two weeks, and only then do something yourself",
    ),
)
WORK = Theme(
    ("what work", "which work", "tasks"),
    (
        "Woodwork, by a carpenter who does it every day",
        "Reading in the corridor with a small group",
        "Sums with real money, by somebody from a bank",
        "A project about water with an engineer",
        "Learning outdoors: the garden and the pond",
        "Music and theatre, as we never get round to those",
        "Some time apart with children who are stuck",
        "Programming with the oldest pupils",
        "Telling what a working day is like: many children have no idea",
        "Cooking, with fractions on the side",
    ),
)
TRAINING = Theme(
    ("train", "course"),
    (
        "Short modules that fit beside a job",
        "More practice and sooner: in a classroom from day one",
        "Credit for what somebody can do already, with or without a certificate",
        "Trainers who teach a class themselves now and then",
        "Assess together with the school rather than each alone",
        "Some basic pedagogy for everybody who works with children",
        "Teach students to delegate: it is nowhere in the programme now",
        "One contact who stays, so that we need not start over every year",
        "Different kinds of students in one room: all of them learn from it",
    ),
)
OWN_PROFESSION = Theme(
    ("for you", "own profession", "yourself", "take home"),
    (
        "I have to learn to let go, and I find that exciting",
        "A colleague who looks at everything in another way than I do",
        "More time for the children who need me most",
        "I become a director more than an actor",
        "Explaining better why I do what I do",
        "That I may ask for help more often",
        "On Monday I will talk about this with my teaching partner",
        "Staying curious, even after twenty years in class",
        "Doing fewer things alone",
        "That my profession is something to be proud of",
    ),
)
HYBRID = Theme(
    ("hybrid", "two jobs"),
    (
        "Two employers who also talk with each other, that saves a lot",
        "You take the classroom to the office: I explain things better now",
        "You need to be good with two calendars",
        "Appreciation, in money too",
        "You belong to two teams, and sometimes to neither",
        "It keeps you sharp in both of your professions",
        "A timetable that does not change every six weeks",
        "Room to grow, even if you are at school only one day a week",
    ),
)
TOGETHER = Theme(
    ("together", "professions", "each other"),
    (
        "Half an hour together each week, and never cancel it",
        "Use the same words, and leave the abbreviations at home",
        "Follow each other around for a day",
        "Prepare together, look back together",
        "Being allowed to make mistakes without a new protocol",
        "Somebody who organises it, or it will remain a plan",
        "Respect for each other’s craft, which starts with asking questions",
        "Coffee. Honestly, that is where it starts",
        "One goal for the child, and saying it every time",
    ),
)
WORKPLACE = Theme(
    ("place where", "organisation", "partnership", "team"),
    (
        "There is more air in the timetable",
        "It makes us divide our tasks in a new way",
        "The neighbourhood gets to see us more",
        "In our company people are queueing up for it",
        "It takes a head teacher with some courage",
        "At last our ties with companies become concrete",
        "To be honest also some unrest, which we have to talk about",
        "We will have to think again about whom we hire",
    ),
)
CONSEQUENCES = Theme(
    ("lead to", "does it lead", "consequence", "future"),
    (
        "Training moves closer to the school",
        "More career changers who know what they are getting into",
        "Classes at hours when working people can come",
        "A looser programme: not everybody needs to learn the same",
        "Lecturers go back into the field themselves",
        "Placements in pairs, with somebody from another profession",
        "More attention for working together, less for doing everything alone",
    ),
)
ANYTHING = (
    "Trust",
    "Time to do it well",
    "Just start, and steer on the way",
    "That children see how many ways there are to be clever",
    "Clear agreements and an open door",
    "More kinds of people around the child",
    "I want to think about this a bit more at home",
    "A school belongs to the whole neighbourhood",
    "Calm in the team",
    "Showing what goes well already",
)
MESSAGES = (
    "I was in a room full of teachers today and kept thinking of you. Will you come along one day?",
    "You once said that you wanted to work with children. Here is your chance: one day a week.",
    "You tell so well about your work. There are classes that would love to hear it.",
    "{friend}, this is really something for you. Call me and I will tell you more.",
    "Dear {friend}, your children would be proud of you. And their teacher would be happy.",
    "One day a week in class, beside your own job. I am sure that you can do it.",
    "You have been looking for something with more meaning. Perhaps this is it.\n\n"
    "Shall we talk on Saturday?",
    "You need not be a teacher to teach children something. That is what I learnt today.",
    "Dear {friend}, your company and our school would go well together. Will you think along?",
    "You taught me to ride a bicycle and to carry on. A class could do with somebody like you.",
    "I am going to do it. Will you join me? It is more fun with two.",
    "Do not worry, I am not selling anything. I just thought that this was something for you.",
    "Hi {friend}, your clever hands and thirty curious children. Imagine that.",
    "For when you say again that all your days are alike. No two are the same here.",
    "What you know about plants nobody knows at our school. Come and tell us.",
    "I mentioned your name when they asked who else should be here. I hope you do not mind.",
)
FIRST_NAMES = (
    *("Sarah", "Yusuf", "Mary", "Dan", "Fatima", "Joe", "Charlotte", "Mehmet", "Alice", "Ben"),
    *("Esra", "Peter", "Naomi", "William", "Samira", "Terry", "Rose", "Kofi", "Ingrid", "Hassan"),
    *("Fiona", "Luke", "Priya", "Giles", "Agnes", "Nora", "Sven", "Zeynep", "Tess", "Margaret"),
    *("Dewi", "Rick", "Jamila", "Hilda", "Amir", "Trudy", "Bo", "Lois", "Andrew", "Siân"),
)

ENGLISH = Speech(
    themes=(DEPLOYING, WORK, TRAINING, OWN_PROFESSION, HYBRID, TOGETHER, WORKPLACE, CONSEQUENCES),
    anything=ANYTHING,
    questions=(
        "Who do I call when somebody cannot come?",
        "Are travel costs paid?",
        "What do I do when a child tells me something that worries me?",
        "May I come and have a look before I say yes?",
        "How much time does preparing really take?",
        "Is a background check needed?",
        "How do we know that it works for the children?",
        "What do schools do that have done this for years?",
        "Would it work in a school with only four classes?",
        "Who decides what is taught?",
        "Can parents join in too?",
        "When does the next round begin?",
    ),
    openers=(
        "At our school: ",
        "I agree with what is up there: ",
        "Once more: ",
        "For me this above all: ",
        "We talked about it at our table: ",
        "In short: ",
    ),
    messages=MESSAGES,
    first_names=FIRST_NAMES,
    surnames=("Rehearsal", "Example", "Inventedson", "Practice", "Placeholder", "Testman"),
    schools=(
        "Trial Balloon Practice School",
        "The Imaginary Kite Primary School",
        "Example School The Air Castle",
        "Dress Rehearsal Primary",
        "Nowhere Primary School",
        "Sandcastle Practice School",
    ),
    boards=("Example Schools Trust", "Practice Board Midlands", "So To Speak Foundation"),
    profiles=(
        "An invented school with 210 pupils, for practice.",
        "A small village school that exists in this rehearsal only.",
        "A city school with fourteen classes, made up to practise with.",
        "",
    ),
    support=(
        "How do we find somebody who can teach technology?",
        "Who pays for what, and for how long?",
        "May we begin with a single class?",
        "",
        "",
    ),
)
