"""`workshop serve`, `web`, `worker` and `migrate`."""

import click

from workshop import config
from workshop.language import _


@click.command()
@click.option("--host", help="The address to listen on; default: WORKSHOP_HOST or 0.0.0.0.")
@click.option("--port", type=int, help="The port; default: WORKSHOP_PORT or 8000.")
def serve(host: str | None, port: int | None) -> None:
    """Run everything: migrate, then a web process and a worker, until Ctrl-C.

    Example: workshop serve --port 8000
    """
    from workshop.serve.both import run, with_options

    run(with_options(config.load(), host, port))


@click.command()
@click.option("--host", help="The address to listen on; default: WORKSHOP_HOST or 0.0.0.0.")
@click.option("--port", type=int, help="The port; default: WORKSHOP_PORT or 8000.")
def web(host: str | None, port: int | None) -> None:
    """Run the web process alone.

    Example: workshop web --port 8000
    """
    from workshop.serve.both import with_options
    from workshop.serve.web import run

    run(with_options(config.load(), host, port))


@click.command()
def worker() -> None:
    """Run the worker alone: it makes PDFs and does what else must not keep pages waiting.

    Example: workshop worker
    """
    from workshop.serve.worker import run

    run(config.load())


@click.command()
def migrate() -> None:
    """Bring the database up to date; safe to repeat.

    Example: workshop migrate
    """
    from workshop.database import Database
    from workshop.migrate import migrate as bring_up_to_date

    settings = config.load()
    bring_up_to_date(Database(settings.database_url))
    click.echo(_("The database is up to date."))
