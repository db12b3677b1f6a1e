"""The fold of the answers: what people said, as it stands now. Pure: no I/O, no clock."""

from msgspec import Struct

from workshop.events import (
    Answered,
    AnswerEdited,
    AnswerHeld,
    AnswerHidden,
    AnswerPinned,
    AnswerRedacted,
    AnswerReported,
    AnswerSettled,
    AnswerShown,
    AnswerUnpinned,
    AnswerUnsettled,
    AnswerWithdrawn,
    AnyEvent,
    Joined,
    ModerationBegun,
    ModerationEnded,
    ParticipantMuted,
    ParticipantUnmuted,
    Recorded,
    RehearsalBegun,
    RehearsalEnded,
    RehearsalErased,
    Value,
    VoteGiven,
    VoteTakenBack,
    WorkshopClosed,
)

REPORTS_THAT_HOLD = 3
"""So many people must find that an answer should not be seen, before it waits for the presenter."""


class Answer(Struct, gc=False):
    """What a participant sent to a question, with its last text and whether it may be seen."""

    id: str
    participant: str
    slide: int
    question: int
    value: Value
    at: int
    seq: int
    hidden: bool = False
    waiting: bool = False
    """Whether the presenter has still to decide; nobody else sees it until then."""
    pinned: bool = False
    withdrawn: bool = False
    """Whether it is gone: taken back, or erased for good."""
    counted: bool = True
    """Whether its participant has given it: until it is taken back, not when it is erased."""
    settled: bool = False
    """Whether what was asked has been answered in the room."""
    held: bool = False
    """Whether it waits because of the word filter."""
    sheet: int = 0
    """The number of the paper sheet on which it was written; 0: it came from a phone."""
    approved: bool = False
    """Whether the presenter showed it after reports: those do not hold it any more."""

    @property
    def visible(self) -> bool:
        """Whether it may be on a screen, on a card and in a count."""
        return not (self.hidden or self.waiting or self.withdrawn)


class Answers(Struct):
    """All answers of a workshop, in the order in which they came."""

    by_id: dict[str, Answer] = {}
    by_slide: dict[int, list[str]] = {}
    by_participant: dict[str, list[str]] = {}
    visible_counts: dict[int, int] = {}
    """How many may be seen, by slide: screens ask for it ten times a second."""
    answered: dict[int, dict[str, int]] = {}
    """How many answers each participant has given and not taken back, by slide."""
    moderated: bool = False
    """Whether a new answer waits for the presenter."""
    muted: set[str] = set()
    """Participants whose new answers nobody sees but the presenter."""
    votes: dict[str, set[str]] = {}
    """Who finds an answer a good one, by answer."""
    voted: dict[str, set[str]] = {}
    """The same, by participant."""
    reports: dict[str, set[str]] = {}
    """Who finds that an answer should not be seen, by answer."""
    rehearsal: int = 0
    """How many simulated phones were asked for; 0 when no rehearsal is on."""
    rehearsing: set[str] = set()
    """Simulated participants, also when they have left: until what they sent is erased."""
    rehearsed_from: int = 0
    """When (milliseconds since 1970, UTC) the rehearsal began that is not erased yet; 0 without one."""
    erased: set[str] = set()
    """Simulated participants of an erased rehearsal: nothing of theirs counts, also what comes late."""

    def apply(self, recorded: Recorded) -> Answer | None:
        """Folds one event in; gives the answer that changed, or None."""
        event = recorded.event
        if self.erased and getattr(event, "participant", "") in self.erased:
            return None
        if isinstance(event, Answered):
            answer, was_visible = self._add(event, recorded), False
        else:
            found = self.by_id.get(_concerns(event))
            if found is None:
                self._set_rules(recorded)
                return None
            answer, was_visible = found, found.visible
            self._change(answer, event)
        self.visible_counts[answer.slide] += answer.visible - was_visible
        return answer

    def of_slide(self, slide: int) -> list[Answer]:
        """The slide's answers, hidden and withdrawn ones too, in the order in which they came."""
        return [self.by_id[answer_id] for answer_id in self.by_slide.get(slide, ())]

    def visible_of(self, slide: int) -> list[Answer]:
        """The slide's answers that may be seen."""
        return [answer for answer in self.of_slide(slide) if answer.visible]

    def of_participant(self, participant: str, slide: int) -> list[Answer]:
        """What one phone sent to a slide and did not take back; also what the presenter hid."""
        return [
            answer
            for answer in map(self.by_id.__getitem__, self.by_participant.get(participant, ()))
            if answer.slide == slide and not answer.withdrawn
        ]

    def votes_left(self, participant: str, slide: int, most: int) -> int:
        """How many of `most` votes a participant has not given on a slide; one for an answer that is gone
        is free again."""
        given = map(self.by_id.__getitem__, self.voted.get(participant, ()))
        return most - sum(answer.slide == slide and answer.visible for answer in given)

    def _add(self, event: Answered, recorded: Recorded) -> Answer:
        answer = Answer(
            id=event.answer,
            participant=event.participant,
            slide=event.slide,
            question=event.question,
            value=event.value,
            at=recorded.at,
            seq=recorded.seq,
            hidden=event.participant in self.muted,
            # There is nothing to read in a tick.
            waiting=event.held or (self.moderated and isinstance(event.value, str)),
            held=event.held,
            sheet=event.sheet,
            withdrawn=event.redacted,
        )
        self.by_id[answer.id] = answer
        self.by_slide.setdefault(answer.slide, []).append(answer.id)
        self.by_participant.setdefault(answer.participant, []).append(answer.id)
        self.visible_counts.setdefault(answer.slide, 0)
        given = self.answered.setdefault(answer.slide, {})
        given[answer.participant] = given.get(answer.participant, 0) + 1
        return answer

    def _change(self, answer: Answer, event: AnyEvent) -> None:
        match event:
            case AnswerEdited(value=value, held=held):
                answer.value = value
                # Or a rude text could follow a kind one.
                answer.waiting = answer.waiting or self.moderated or held
                answer.held = answer.held or held
            case AnswerWithdrawn():
                self._take_from_answered(answer)
                answer.withdrawn = True
            case AnswerRedacted():
                # Who answered is still counted as having done so, and may not answer once more instead.
                answer.value, answer.withdrawn = "", True
            case AnswerHidden() | AnswerShown():
                answer.hidden = isinstance(event, AnswerHidden)
                answer.waiting = answer.held = False
                answer.approved = not answer.hidden and answer.id in self.reports
            case AnswerHeld(hidden=hidden, for_word=for_word):
                answer.hidden, answer.waiting, answer.approved = hidden, True, False
                answer.held = for_word
            case AnswerPinned() | AnswerUnpinned():
                answer.pinned = isinstance(event, AnswerPinned)
            case AnswerSettled() | AnswerUnsettled():
                answer.settled = isinstance(event, AnswerSettled)
            case VoteGiven(participant=participant):
                self.votes.setdefault(answer.id, set()).add(participant)
                self.voted.setdefault(participant, set()).add(answer.id)
            case VoteTakenBack(participant=participant):
                self.votes.get(answer.id, set()).discard(participant)
                self.voted.get(participant, set()).discard(answer.id)
            case AnswerReported(participant=participant):
                reports = self.reports.setdefault(answer.id, set())
                reports.add(participant)
                answer.waiting = answer.waiting or (len(reports) >= REPORTS_THAT_HOLD and not answer.approved)

    def _take_from_answered(self, answer: Answer) -> None:
        if not answer.counted:
            return
        answer.counted = False
        given = self.answered[answer.slide]
        given[answer.participant] -= 1
        if not given[answer.participant]:
            del given[answer.participant]

    def _set_rules(self, recorded: Recorded) -> None:
        event = recorded.event
        match event:
            case ModerationBegun() | ModerationEnded():
                self.moderated = isinstance(event, ModerationBegun)
            case ParticipantMuted(participant=participant):
                self.muted.add(participant)
            case ParticipantUnmuted(participant=participant):
                self.muted.discard(participant)
            case (
                Joined(rehearsal=True)
                | RehearsalBegun()
                | RehearsalEnded()
                | RehearsalErased()
                | WorkshopClosed()
            ):
                self._rehearse(event, recorded.at)

    def _rehearse(self, event: AnyEvent, at: int) -> None:
        match event:
            case Joined(participant=participant):
                # One that was on its way when the rehearsal ended is not in any more.
                (self.rehearsing if self.rehearsal else self.erased).add(participant)
            case RehearsalBegun(phones=phones):
                self.rehearsal = phones
                self.rehearsed_from = self.rehearsed_from or at
            case RehearsalEnded() | WorkshopClosed():
                self.rehearsal = 0
            case RehearsalErased():
                self.rehearsal = 0
                self._erase(self.rehearsing)
                self.rehearsing = set()
                self.rehearsed_from = 0

    def _erase(self, participants: set[str]) -> None:
        """Takes away everything that these participants sent, and what they send from now on."""
        self.erased |= participants
        self.muted -= participants
        for participant in participants:
            for answer_id in self.voted.pop(participant, ()):
                self.votes.get(answer_id, set()).discard(participant)
        for reports in self.reports.values():
            reports -= participants
        for given in self.answered.values():
            for participant in participants & given.keys():
                del given[participant]
        gone = {id_ for who in participants for id_ in self.by_participant.pop(who, ())}
        for id_ in gone:
            self._forget(self.by_id.pop(id_))
        for slide, ids in self.by_slide.items():
            self.by_slide[slide] = [id_ for id_ in ids if id_ not in gone]

    def _forget(self, answer: Answer) -> None:
        self.visible_counts[answer.slide] -= answer.visible
        self.reports.pop(answer.id, None)
        for participant in self.votes.pop(answer.id, ()):
            self.voted[participant].discard(answer.id)


def _concerns(event: AnyEvent) -> str:
    return event.answer if isinstance(event, _ABOUT_ONE) else ""


_ABOUT_ONE = (
    AnswerEdited,
    AnswerWithdrawn,
    AnswerRedacted,
    AnswerHidden,
    AnswerShown,
    AnswerHeld,
    AnswerPinned,
    AnswerUnpinned,
    AnswerSettled,
    AnswerUnsettled,
    AnswerReported,
    VoteGiven,
    VoteTakenBack,
)
