"""All that the doctor looks at, in order: first the laptop alone, then the way to it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from workshop.addresses import own_addresses
from workshop.assets import VENDOR
from workshop.config import Settings
from workshop.doctor import (
    clock,
    dead_letters,
    files,
    folder,
    forwarded,
    handshake,
    mail,
    own,
    public,
    secret,
    tables,
)
from workshop.doctor.finding import Finding
from workshop.doctor.stand_in import server_here

Found = Finding | public.Answer


def examine(settings: Settings, env: Mapping[str, str], url: str | None) -> Iterator[Finding]:
    """Looks at one thing after the other.

    Args:
        settings: what the server runs with.
        env: where the settings came from.
        url: the address to test, where it is not the public address or this computer's own.
    """
    yield folder.judge(folder.look(settings.data))
    yield secret.judge(secret.look(settings, bool(env.get("WORKSHOP_SECRET"))))
    yield tables.judge(tables.look(settings.database_url))
    yield files.judge(files.look(VENDOR), VENDOR)
    yield public.judge_form(settings)
    yield own.judge(own_addresses(), settings)
    date = ""
    for found in _server(settings, env, url):
        if isinstance(found, Finding):
            yield found
        else:
            date = found.date
    yield mail.check(settings.smtp_url)
    yield from mail.check_sender(settings)
    yield from dead_letters.check(settings)
    yield clock.judge(datetime.now().astimezone(), date)


def _server(settings: Settings, env: Mapping[str, str], url: str | None) -> Iterator[Found]:
    if url:
        yield from _way_in(url, settings, running=True)
        return
    with server_here(settings, env) as here:
        yield here.finding
        if here.base:
            yield handshake.judge(here.base, handshake.look(here.base))
        if settings.public_url:
            behind = replace(settings, secret=here.secret)
            yield from _way_in(settings.public_url, behind, running=bool(here.base))


def _way_in(url: str, settings: Settings, *, running: bool) -> Iterator[Found]:
    answer = public.ask(f"{url}/")
    yield public.judge_answer(url, answer, running=running)
    if answer.status != 200:
        return
    yield answer
    shake = handshake.look(url, origin=url)
    yield handshake.judge(url, shake, None if shake.greeted else handshake.look(url))
    if not public.is_loopback(url):
        yield forwarded.judge(forwarded.look(url, settings.secret), url, settings)
