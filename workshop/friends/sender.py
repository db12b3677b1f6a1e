"""The sender's own page of a card: its address holds, besides the card's token, a key that only the server
can make. Who was given the card can read it; who wrote it can also have it mailed."""

import base64
import hashlib
import hmac
import secrets

from flask import url_for

from workshop.house import settings

_BYTES = 9


def key_of(secret: str, token: str) -> str:
    """The key of a card's sender; 72 bits, as the token itself."""
    made = hmac.new(secret.encode(), f"sender of {token}".encode(errors="surrogatepass"), hashlib.sha256)
    return base64.urlsafe_b64encode(made.digest()[:_BYTES]).decode()


def is_key(secret: str, token: str, key: str) -> bool:
    """Whether it is."""
    return secrets.compare_digest(key_of(secret, token).encode(), key.encode(errors="surrogatepass"))


def sender_address(token: str) -> str:
    """Where a card's sender finds it."""
    return url_for("sender.page", token=token, key=key_of(settings().secret, token))
