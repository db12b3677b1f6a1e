"""The processing record that article 30 of the GDPR asks for, as Markdown."""

from collections.abc import Iterator, Mapping

from workshop import days
from workshop.config import Settings
from workshop.language import _, plural
from workshop.personal import PERSONAL, Kind
from workshop.privacy.measures import measures, recipients

UNKNOWN = "–"


def processing_record(settings: Settings, months: Mapping[str, int], now: int) -> str:
    """The record, in the spoken language, of the settings as they are.

    Args:
        settings: who answers for the data, and how mail goes.
        months: how long each kind is kept.
        now: milliseconds since 1970 UTC.
    """
    return "\n".join((*_head(settings, now), *_purposes(settings, months), *_measures(settings)))


def _head(settings: Settings, now: int) -> Iterator[str]:
    yield "# " + _("Record of processing activities")
    yield ""
    yield _("Article 30 of the General Data Protection Regulation. Made on {day}.").format(day=days.told(now))
    yield ""
    abroad = _("Transfers to countries outside the European Economic Area")
    yield _line(_("Controller"), settings.organisation or UNKNOWN)
    yield _line(_("Contact"), settings.contact or UNKNOWN)
    yield _line(abroad, _("none by this software"))
    yield ""


def _purposes(settings: Settings, months: Mapping[str, int]) -> Iterator[str]:
    for kind in PERSONAL.values():
        yield f"## {kind.called()}"
        yield ""
        yield from (_line(*each) for each in _of_kind(kind, settings, months))
        yield ""


def _of_kind(kind: Kind, settings: Settings, months: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    yield _("Purpose"), kind.purpose()
    yield _("Legal basis"), kind.basis()
    yield _("Data subjects"), kind.whose()
    yield _("Categories of data"), kind.what()
    yield _("Recipients"), " ".join(recipients(settings)) or _("nobody outside the organisation")
    kept = plural("one month", "{n} months", months[kind.name]) if kind.name in months else ""
    yield _("Erased after"), kept or _("as soon as the purpose is met, or at the person's wish")


def _measures(settings: Settings) -> Iterator[str]:
    yield "## " + _("Technical and organisational measures")
    yield ""
    yield from (f"- {each}" for each in measures(settings))
    yield ""


def _line(name: str, value: str) -> str:
    return f"- {name}: {value}"
