"""Tell a friend: messages that become cards, the pages that a card leads to, and what comes of it."""

from dataclasses import replace

from flask import Flask

from workshop.friends.acceptance import accept

__all__ = ["accept", "init_app"]


def init_app(app: Flask) -> None:
    """Takes in 'tell a friend' forms, and adds the pages of a card and of a workshop's cards."""
    from workshop.forms import ERASERS, FORMS
    from workshop.friends import chain_page, counts, mail, message, pages, personal, sender_pages, writing
    from workshop.friends.erasure import COPIES
    from workshop.friends.sender import sender_address
    from workshop.funnel.step import FUNNEL, Step
    from workshop.jobs.retries import RETRIES, THREE_DAYS
    from workshop.jobs.worker import JOBS
    from workshop.language import _
    from workshop.personal import register

    FORMS["friend"] = accept
    ERASERS["friend"] = message.erase_simulated
    COPIES[mail.JOB] = mail.forget
    JOBS[mail.JOB] = mail.send
    RETRIES[mail.JOB] = replace(THREE_DAYS, by_hand=False)  # the address is forgotten with the last attempt
    register(personal.messages())
    FUNNEL["cards"] = Step(
        30,
        lambda: _("Cards written"),
        counts.cards,
        of="answered",
        share=lambda: _("{share} for every 100 who answered"),
    )
    FUNNEL["visited"] = Step(
        50,
        lambda: _("Cards looked at"),
        counts.visited,
        of="cards",
        share=lambda: _("{share} % of the cards"),
    )
    app.jinja_env.globals["sender_address"] = sender_address
    for part in (pages.friends, writing.writing, sender_pages.sender, chain_page.chain):
        app.register_blueprint(part)
