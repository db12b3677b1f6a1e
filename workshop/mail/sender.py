"""The address that mail comes from."""

from urllib.parse import urlsplit

from workshop.config import Settings
from workshop.mail.letter import address
from workshop.mail.server import read


def sender(settings: Settings) -> str:
    """The address of WORKSHOP_MAIL_FROM, or what comes nearest to it.

    Raises:
        ValueError: WORKSHOP_SMTP_URL is no address of a mail server.
    """
    if settings.mail_from:
        return settings.mail_from
    server = read(settings.smtp_url or "")
    if "@" in server.user:
        return address(server.user)
    host = urlsplit(settings.public_url or "").hostname
    return f"workshop@{host or server.host}"
