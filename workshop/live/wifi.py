"""The room's Wi-Fi as a QR code, so that phones need not type its password."""

from workshop import qr
from workshop.workshops import Workshop


def wifi_code(workshop: Workshop) -> str:
    """What a phone's camera takes as a network to join, as SVG; empty where the presenter set none."""
    if not workshop.wifi_name:
        return ""
    kind = "WPA" if workshop.wifi_password else "nopass"
    name, password = (_escaped(text) for text in (workshop.wifi_name, workshop.wifi_password))
    return qr.svg(f"WIFI:T:{kind};S:{name};P:{password};;")


def _escaped(text: str) -> str:
    return "".join(f"\\{c}" if c in '\\;,:"' else c for c in text)
