"""The funnel: how many came in, answered, wrote a card, …, and what became of it. Counts only, of nobody."""

from flask import Flask


def init_app(app: Flask) -> None:
    """Puts in the steps that the journal tells, and adds the pages."""
    from workshop.funnel import attended
    from workshop.funnel.pages import funnel
    from workshop.funnel.step import FUNNEL, Step
    from workshop.language import _

    FUNNEL["joined"] = Step(10, lambda: _("Joined"), attended.joined)
    FUNNEL["answered"] = Step(
        20,
        lambda: _("Gave an answer"),
        attended.answered,
        of="joined",
        share=lambda: _("{share} % of those who joined"),
    )
    app.register_blueprint(funnel)
