"""The room's Wi-Fi as a QR code, so that phones need not type its password."""

import unicodedata

from workshop import qr
from workshop.workshops import Workshop

LONGEST_NAME = 32
"""Bytes, by the standard (IEEE 802.11)."""
LONGEST_PASSWORD = 64
"""Characters: up to 63 of a passphrase, or a key of 64."""
_TURN = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def tidy_wifi(typed: str) -> str:
    """A name or a password without what cannot stand in one, or would turn the lobby's words around.

    No more is changed: what a phone joins is this name and no other.
    """
    return "".join(c for c in typed if unicodedata.category(c) not in ("Cc", "Cs") and c not in _TURN).strip()


def fits_wifi(name: str, password: str) -> bool:
    """Whether a network can have this name and password; a part of them would join none."""
    return len(name.encode()) <= LONGEST_NAME and len(password) <= LONGEST_PASSWORD


def wifi_code(workshop: Workshop) -> str:
    """What a phone's camera takes as a network to join, as SVG; empty where the presenter set none."""
    if not workshop.wifi_name:
        return ""
    kind = "WPA" if workshop.wifi_password else "nopass"
    name, password = (_escaped(text) for text in (workshop.wifi_name, workshop.wifi_password))
    return qr.svg(f"WIFI:T:{kind};S:{name};P:{password};;")


def _escaped(text: str) -> str:
    return "".join(f"\\{c}" if c in '\\;,:"' else c for c in text)
