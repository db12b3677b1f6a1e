"""What a workshop prints: cards of each kind, answer sheets, and the pages on which they are made."""

from flask import Flask


def init_app(app: Flask) -> None:
    """Adds the pages, and how a worker makes cards and answer sheets."""
    from workshop.audit import ABOUT
    from workshop.forms import ERASERS
    from workshop.friends.erasure import COPIES
    from workshop.funnel.step import FUNNEL, Step
    from workshop.jobs.personal import HOLD_PEOPLE
    from workshop.jobs.progress import COUNTED
    from workshop.jobs.worker import JOBS
    from workshop.language import _, either
    from workshop.prints import counts, sheet_batch
    from workshop.prints.batch import JOB, forget_batches, print_batch
    from workshop.prints.forgetting import forget_printed
    from workshop.prints.friend_card import friend_card_pages
    from workshop.prints.pages import cards
    from workshop.prints.sheet_pages import sheets

    JOBS[JOB] = print_batch
    JOBS[sheet_batch.JOB] = sheet_batch.print_sheets
    COUNTED[JOB] = lambda n: either("{done} of {n} card", "{done} of {n} cards", n)
    COUNTED[sheet_batch.JOB] = lambda n: either("{done} of {n} sheet", "{done} of {n} sheets", n)
    HOLD_PEOPLE.add(JOB)
    ABOUT["badges"] = lambda: _("Name badges")
    ERASERS[JOB] = forget_batches
    COPIES[JOB] = forget_printed
    FUNNEL["printed"] = Step(
        40,
        lambda: _("Cards printed"),
        counts.printed,
        of="cards",
        share=lambda: _("{share} % of the cards"),
    )
    app.register_blueprint(cards)
    app.register_blueprint(friend_card_pages)
    app.register_blueprint(sheets)
