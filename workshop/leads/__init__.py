"""Leads: the form by which people say that they want to hear more, and the list of who did."""

from flask import Flask

from workshop.forms import ERASERS, FORMS
from workshop.kinds.lead import Lead
from workshop.leads import desk, form, personal
from workshop.leads.acceptance import accept
from workshop.leads.lead import erase_simulated
from workshop.personal import register

__all__ = ["accept", "init_app"]


def init_app(app: Flask) -> None:
    """Takes the forms that phones send, and adds the pages where leads are followed up."""
    FORMS[Lead.name] = accept
    ERASERS[Lead.name] = erase_simulated
    register(personal.leads())
    app.jinja_env.globals["lead_fields"] = form.fields
    app.register_blueprint(desk.blueprint)
