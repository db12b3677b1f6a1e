"""`workshop rehearse`."""

import os
import signal
import sys
from typing import Any
from urllib.parse import urlsplit

import click

from workshop.failure import Failure
from workshop.language import _

HERE = "http://127.0.0.1:8000"


@click.command()
@click.argument("code")
@click.option("--phones", type=click.IntRange(1, 500), default=30, show_default=True)
@click.option("--url", default=HERE, show_default=True, help="Where the workshop is.")
@click.option(
    "--pace",
    type=click.Choice(["calm", "lively"]),
    default="calm",
    show_default=True,
    help="calm: people think as they do in a room; lively: much comes at once.",
)
@click.option("--minutes", type=click.IntRange(1), help="End after so long; default: at Ctrl-C.")
def rehearse(code: str, phones: int, url: str, pace: str, minutes: int | None) -> None:
    """Let invented attendees join the workshop with this CODE and answer, until Ctrl-C.

    They come in like phones in the room, follow the slides, answer in the deck's language, leave
    leads and write cards. All of it is kept as real answers are: rehearse in a workshop of its own.

    Example: workshop rehearse K7PX2M --phones 30 --pace lively
    """
    url = _address(url)
    # Hundreds of connections in one process. Before anything else is imported that opens one.
    from gevent import monkey

    monkey.patch_all()
    _rehearse("".join(code.split()).replace("-", "").upper(), phones, url, pace, minutes)


def _rehearse(code: str, phones: int, url: str, pace: str, minutes: int | None) -> None:
    import gevent

    from workshop.rehearsal.attendee import PACES
    from workshop.rehearsal.crowd import Crowd
    from workshop.rehearsal.page import KEY, NotIn, come_in

    try:
        come_in(url, code)
    except NotIn as reason:
        raise Failure(str(reason)) from reason
    except OSError as error:
        raise Failure(_("nobody answers at {url}; start it: workshop serve").format(url=url)) from error
    crowd = Crowd(url, code, phones, PACES[pace])
    for number in (signal.SIGINT, signal.SIGTERM):
        gevent.signal_handler(number, crowd.stopped.set)
    if minutes:
        gevent.spawn_later(60 * minutes, crowd.stopped.set)
    if KEY in os.environ:
        os.nice(10)  # started by the server of a room: that one goes first
    _run(crowd)
    click.echo(_("Rehearsal of {code}: {summary}.").format(code=code, summary=crowd.tally.summary()))
    if crowd.gone_wrong:
        raise Failure(crowd.gone_wrong)


def _run(crowd: Any) -> None:
    if not sys.stderr.isatty():
        crowd.run(lambda _line: None)
        return
    from rich.console import Console

    with Console(stderr=True).status(_("Rehearsal: the phones come in")) as status:
        crowd.run(lambda line: status.update(_("Rehearsal: {line}").format(line=line)))


def _address(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        text = _("'{url}' is no address such as {example}").format(url=url, example=HERE)
        raise click.BadParameter(text, param_hint="--url")
    return f"{parts.scheme}://{parts.netloc}"
