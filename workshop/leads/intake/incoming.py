"""The file that somebody brought, kept until its leads are in, and never longer than a day."""

import re
import secrets
import time
from pathlib import Path

from workshop.config import Settings

KEPT_SECONDS = 24 * 3600
_NAME = re.compile(r"[A-Za-z0-9_-]{22}")


def keep(settings: Settings, content: bytes) -> str:
    """Keeps the content where only this installation reads it; gives its name, which nobody can guess."""
    sweep(settings)
    name = secrets.token_urlsafe(16)
    path = _folder(settings) / name
    path.touch(0o600)
    path.write_bytes(content)
    return name


def path_of(settings: Settings, name: str) -> Path | None:
    """Where a file is; None where it is not there, or not any more."""
    path = _folder(settings) / name
    return path if _NAME.fullmatch(name) and path.is_file() else None


def forget(settings: Settings, name: str) -> None:
    """Throws a file away."""
    if path := path_of(settings, name):
        path.unlink(missing_ok=True)


def sweep(settings: Settings) -> None:
    """Throws away what was left behind."""
    for path in _folder(settings).iterdir():
        if time.time() - path.stat().st_mtime > KEPT_SECONDS:
            path.unlink(missing_ok=True)


def _folder(settings: Settings) -> Path:
    folder = settings.data / "incoming"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder
