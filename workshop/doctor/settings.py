"""The settings as the server will have them; unlike `config.load` this makes nothing."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from workshop import config
from workshop.config import Settings


def look(environment: Mapping[str, str]) -> Settings:
    """The settings; without a secret where there is none yet or where it cannot be read.

    Raises:
        ValueError: a number is none.
    """
    data = Path(environment.get("WORKSHOP_DATA") or "data").expanduser().resolve()
    with TemporaryDirectory() as folder:
        elsewhere = Path(folder).resolve()
        found = config.load({**environment, "WORKSHOP_DATA": str(elsewhere)})
    return replace(
        found,
        data=data,
        database_url=found.database_url.replace(str(elsewhere), str(data)),
        secret=environment.get("WORKSHOP_SECRET") or _kept(data / "secret"),
    )


def _kept(path: Path) -> str:
    try:
        return path.read_text()
    except (OSError, UnicodeError):
        return ""
