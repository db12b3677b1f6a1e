"""What the terminal says of a rehearsal."""

from workshop.rehearsal.tally import Tally


def test_before_the_first_slide_the_phones_are_in_the_lobby() -> None:
    tally = Tally(30, here={1, 2})

    assert tally.line() == "2 of 30 phones, in the lobby, nothing sent yet"


def test_the_line_follows_the_slides_and_what_was_saved() -> None:
    tally = Tally(2, here={0, 1})

    tally.follow(12, 18, False)
    tally.saved.update(answers=5, cards=1)

    assert tally.line() == "2 of 2 phones, slide 12 of 18, 5 answers, 1 card"


def test_the_line_says_that_the_workshop_has_ended() -> None:
    tally = Tally(1)

    tally.follow(18, 18, True)

    assert "the workshop has ended" in tally.line()


def test_the_summary_says_what_the_server_did_not_take_and_why() -> None:
    tally = Tally(3, came_in={0, 1, 2})

    tally.saved.update(leads=1)
    tally.refused.update(closed=2)

    assert tally.summary() == "3 of 3 phones came in, one lead, not taken: 2 closed"
