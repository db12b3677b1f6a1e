"""The secret that signs sessions and phones' tokens."""

from dataclasses import dataclass
from pathlib import Path

from workshop.config import Settings
from workshop.doctor.finding import Finding, bad, good, warning
from workshop.language import _

SHORTEST = 32
"""Characters: what `config` makes has 64; a shorter one of one's own could be guessed."""
NAME = "WORKSHOP_SECRET"


@dataclass(frozen=True, slots=True)
class Secret:
    """What was seen of the secret; never the secret itself."""

    path: Path | None
    """Its file; None where the environment holds it."""
    there: bool
    readable: bool = True
    length: int = 0
    mode: int = 0o600


def look(settings: Settings, from_environment: bool) -> Secret:
    """Looks at the secret."""
    if from_environment:
        return Secret(None, True, length=len(settings.secret))
    path = settings.data / "secret"
    try:
        mode = path.stat().st_mode & 0o777
    except OSError:
        return Secret(path, False)
    return Secret(path, True, bool(settings.secret), len(settings.secret), mode)


def judge(secret: Secret) -> Finding:
    """What to think of it."""
    about = _("Secret")
    if not secret.there:
        text = _("{path} is not there yet; it is made at the first start").format(path=secret.path)
        return warning(about, text)
    where = str(secret.path or NAME)
    if not secret.readable:
        text = _("{path} is empty or cannot be read").format(path=where)
        return bad(about, text, _("give it to the user who runs the server, or delete it"))
    if secret.length < SHORTEST:
        text = _("{where} has only {n} characters").format(where=where, n=secret.length)
        return bad(about, text, _too_short(secret))
    if secret.mode & 0o077:
        text = _("others on this computer can read {path}").format(path=where)
        return bad(about, text, f"chmod 600 {where}")
    return good(about, _("{where}, long enough, for you only").format(where=where))


def _too_short(secret: Secret) -> str:
    if secret.path is None:
        return _("set one of 32 characters or more")
    return _("delete the file: a long one is made at the next start, and everybody signs in again")
