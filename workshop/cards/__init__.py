"""Printed cards: messages go in, a PDF comes out. Layout and PDF are pure; batch and pages are not."""

from flask import Flask


def init_app(app: Flask) -> None:
    """Adds the pages, and how a worker makes cards."""
    # Here and not above: the layout can be used, and tested, without the web.
    from workshop.cards import sheet_batch
    from workshop.cards.batch import JOB, forget_batches, print_batch
    from workshop.cards.pages import cards
    from workshop.cards.sheet_pages import sheets
    from workshop.forms import ERASERS
    from workshop.jobs.progress import COUNTED
    from workshop.jobs.worker import JOBS
    from workshop.language import either

    JOBS[JOB] = print_batch
    JOBS[sheet_batch.JOB] = sheet_batch.print_sheets
    COUNTED[JOB] = lambda n: either("{done} of {n} card", "{done} of {n} cards", n)
    COUNTED[sheet_batch.JOB] = lambda n: either("{done} of {n} sheet", "{done} of {n} sheets", n)
    ERASERS[JOB] = forget_batches
    app.register_blueprint(cards)
    app.register_blueprint(sheets)
