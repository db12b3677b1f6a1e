"""The API: what programs may ask and change, by a token that a person made for them."""

from flask import Flask

START = "/api/v1"


def init_app(app: Flask) -> None:
    """Adds the API, the page on which people make tokens for it, and what webhooks tell of leads."""
    from workshop.api import bearer, lead, pages, problem
    from workshop.api.routes import blueprint
    from workshop.api.views import operations
    from workshop.hooks import SUBJECTS
    from workshop.leads.acceptance import ARRIVALS
    from workshop.leads.change import CHANGES
    from workshop.leads.erasing import ERASED
    from workshop.web import ERRORS, csrf

    app.extensions[bearer.NAME] = bearer.Gate()
    api = blueprint(operations(), START)
    csrf.exempt(api)  # a token, unlike a cookie, goes along only where a program puts it
    app.register_blueprint(api)
    app.register_blueprint(pages.account)
    ERRORS[f"{START}/"] = problem.of_http
    ARRIVALS["webhooks"] = lead.tell_left
    CHANGES["webhooks"] = lead.tell_changed
    ERASED["webhooks"] = lead.tell_erased
    SUBJECTS["lead.left"] = SUBJECTS["lead.changed"] = lead.told
