"""Every setting, with its default and its environment variable, in one place."""

import os
import re
import secrets
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from pathlib import Path

from workshop.language import _

LEAST_SECRET = 32
"""Characters below which a secret could be guessed."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What one installation runs with. Paths are absolute; `public_url` has no slash at its end."""

    data: Path
    """WORKSHOP_DATA: the folder for the database, the secret, PDFs, and what was added; default `./data`."""
    database_url: str
    """WORKSHOP_DATABASE_URL: an SQLAlchemy address; default SQLite in the data folder."""
    secret: str
    """WORKSHOP_SECRET: signs sessions and phones' tokens; default: made once, in `data/secret`."""
    host: str = "0.0.0.0"
    """WORKSHOP_HOST: the address to listen on."""
    port: int = 8000
    """WORKSHOP_PORT."""
    public_url: str | None = None
    """WORKSHOP_PUBLIC_URL: where people reach it, such as https://workshop.example.org; default: this
    machine's own address on the local network, followed when it changes."""
    proxies: int = 0
    """WORKSHOP_PROXIES: how many reverse proxies stand before it whose X-Forwarded-* headers count."""
    smtp_url: str | None = None
    """WORKSHOP_SMTP_URL: smtp://user:password@host:587; default: no mail is sent."""
    mail_from: str | None = None
    """WORKSHOP_MAIL_FROM: the address that mail comes from; default: the user of WORKSHOP_SMTP_URL where that
    is an address, or else `workshop@` and the host of the public address."""
    organisation: str = ""
    """WORKSHOP_ORGANISATION: who keeps the data of people, as the privacy page names it."""
    contact: str = ""
    """WORKSHOP_CONTACT: the e-mail address to which people write about their data."""
    answers_per_minute: int = 60
    """WORKSHOP_ANSWERS_PER_MINUTE: how much one phone may send, in a burst of a third of it."""
    wrong_codes_per_minute: int = 120
    """WORKSHOP_WRONG_CODES_PER_MINUTE: how many wrong join codes one address may try. A school is
    often one address, so it is generous; the codes are 30 bits."""
    webhooks_private: bool = False
    """WORKSHOP_WEBHOOKS_PRIVATE: `yes` lets webhooks also go to addresses of an inner network, and over plain
    http; default: only to the internet, over https, so that nobody reaches our own network by them."""

    @property
    def files(self) -> Path:
        """The folder of the PDFs that jobs make."""
        return self.data / "files"

    @property
    def designs(self) -> Path:
        """The folder of the card designs that `workshop designs add` put there."""
        return self.data / "designs"

    @property
    def fonts(self) -> Path:
        """The folder of the fonts that `workshop fonts add` fetched."""
        return self.data / "fonts"

    @property
    def secure(self) -> bool:
        """Whether people come in over https, so that cookies may be sent there only."""
        return bool(self.public_url and self.public_url.startswith("https://"))


def load(environment: Mapping[str, str] | None = None) -> Settings:
    """Reads the environment; makes the data folder and the secret where they are missing.

    Raises:
        ValueError: a number is none.
        OSError: the data folder cannot be written.
    """
    env = os.environ if environment is None else environment
    data = Path(env.get("WORKSHOP_DATA") or "data").expanduser().resolve()
    (data / "files").mkdir(parents=True, exist_ok=True)
    return Settings(
        data=data,
        database_url=env.get("WORKSHOP_DATABASE_URL") or f"sqlite:///{data / 'workshop.sqlite'}",
        secret=env.get("WORKSHOP_SECRET") or _kept_secret(data / "secret"),
        host=env.get("WORKSHOP_HOST") or str(_DEFAULTS["host"]),
        port=_number(env, "WORKSHOP_PORT", "port"),
        public_url=_address(env),
        proxies=_number(env, "WORKSHOP_PROXIES", "proxies"),
        smtp_url=env.get("WORKSHOP_SMTP_URL") or None,
        mail_from=_mail_from(env),
        organisation=env.get("WORKSHOP_ORGANISATION", "").strip(),
        contact=env.get("WORKSHOP_CONTACT", "").strip(),
        answers_per_minute=_number(env, "WORKSHOP_ANSWERS_PER_MINUTE", "answers_per_minute"),
        wrong_codes_per_minute=_number(env, "WORKSHOP_WRONG_CODES_PER_MINUTE", "wrong_codes_per_minute"),
        webhooks_private=_yes(env, "WORKSHOP_WEBHOOKS_PRIVATE"),
    )


_DEFAULTS = {field.name: field.default for field in fields(Settings)}


def _number(env: Mapping[str, str], name: str, setting: str) -> int:
    text = env.get(name) or _DEFAULTS[setting]
    try:
        return int(str(text))
    except ValueError:
        wrong = _("{name} must be a whole number, not '{text}'").format(name=name, text=text)
        raise ValueError(wrong) from None


def _yes(env: Mapping[str, str], name: str) -> bool:
    text = env.get(name) or "no"
    if text not in ("yes", "no"):
        raise ValueError(_("{name} must be yes or no, not '{text}'").format(name=name, text=text))
    return text == "yes"


def _address(env: Mapping[str, str]) -> str | None:
    text = (env.get("WORKSHOP_PUBLIC_URL") or "").rstrip("/")
    if text and not re.match(r"https?://[^/\s]+", text):
        wrong = _("WORKSHOP_PUBLIC_URL must begin with https:// or http://, not '{text}'")
        raise ValueError(wrong.format(text=text))
    return text or None


def _mail_from(env: Mapping[str, str]) -> str | None:
    text = (env.get("WORKSHOP_MAIL_FROM") or "").strip()
    if text and not re.fullmatch(r"[!-~]+@[A-Za-z0-9.-]+", text):
        wrong = _("WORKSHOP_MAIL_FROM must be an e-mail address such as {example}, not '{text}'")
        raise ValueError(wrong.format(example="workshop@example.org", text=text))
    return text or None


def _kept_secret(path: Path) -> str:
    if not path.exists():
        _make_secret(path)
    secret = path.read_text()
    if len(secret) < LEAST_SECRET:
        wrong = _("{path} is too short to protect anybody: delete it, and a new one is made")
        raise ValueError(wrong.format(path=path))
    return secret


def _make_secret(path: Path) -> None:
    # Written beside its place and linked: of two processes that start together one wins, and neither ever
    # reads a half.
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".secret-")
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(48))
    with suppress(FileExistsError):
        os.link(name, path)
    Path(name).unlink()
