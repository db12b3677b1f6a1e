"""Leads: the form by which people say that they want to hear more, and the list of who did."""

from typing import cast

from flask import Flask

from workshop.forms import CAME_BY_CARD, ERASERS, FORM_ON_PAGE, FORMS
from workshop.funnel.step import FUNNEL, Among, Step
from workshop.house import NAME, House
from workshop.kinds.lead import Lead
from workshop.language import _
from workshop.leads import (
    counts,
    desk,
    embedding,
    exports,
    field,
    following,
    form,
    intake,
    letters,
    open_form,
    personal,
    pipeline_page,
    receipt,
    schools,
)
from workshop.leads.acceptance import accept
from workshop.leads.lead import came_by_card, erase_simulated
from workshop.personal import register
from workshop.web import csrf

__all__ = ["accept", "following", "init_app"]


def init_app(app: Flask) -> None:
    """Takes the forms that phones send, and adds the pages where leads are followed up."""
    FORMS[Lead.name] = accept
    ERASERS[Lead.name] = erase_simulated
    FORM_ON_PAGE[Lead.name] = open_form.on_page
    CAME_BY_CARD[Lead.name] = came_by_card
    register(personal.leads())
    _into_the_funnel()
    app.jinja_env.globals["has_lead_form"] = embedding.asks_for_leads
    app.jinja_env.globals["lead_fields"] = field.fields
    app.jinja_env.globals["lead_agreements"] = form.agreements
    for part in (desk, exports, pipeline_page, receipt, open_form, embedding):
        app.register_blueprint(part.blueprint)
    intake.init_app(app)
    letters.init_app(cast(House, app.extensions[NAME]).settings)
    schools.init_app(app)
    # Who has a receipt's address has its key; and a form inside another site has no session to protect.
    csrf.exempt(receipt.blueprint)
    csrf.exempt(open_form.blueprint)


def _into_the_funnel() -> None:
    FUNNEL["leads"] = Step(
        60,
        lambda: _("Leads"),
        counts.left,
        of="joined",
        share=lambda: _("{share} for every 100 who joined"),
        among=Among(lambda: _("of which by a card: {n}"), counts.by_card),
        is_aim=True,
    )
    FUNNEL["won"] = Step(
        70, lambda: _("Won"), counts.won, of="leads", share=lambda: _("{share} % of the leads")
    )
