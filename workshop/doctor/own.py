"""The laptop's own addresses: which one the QR code shows, and whether phones can reach it."""

import ipaddress

from workshop.config import Settings
from workshop.doctor.finding import Finding, bad, good, warning
from workshop.language import _


def judge(found: list[str], settings: Settings) -> Finding:
    """What to think of this computer's addresses, the likeliest first."""
    about = _("QR code")
    if settings.public_url:
        return good(about, _("leads to {url}").format(url=settings.public_url))
    if _only_this_computer(settings.host):
        text = _("WORKSHOP_HOST={host} lets in this computer only").format(host=settings.host)
        return bad(about, text, _("leave WORKSHOP_HOST out"))
    if not found:
        text = _("this computer is on no network, so no phone can come in")
        return warning(about, text, _("join the room's Wi-Fi, or start a hotspot"))
    if settings.host not in ("0.0.0.0", "::", found[0]):
        text = _("leads to {address}, and the server listens on {host} only")
        text = text.format(address=found[0], host=settings.host)
        return bad(about, text, _("leave WORKSHOP_HOST out, or set WORKSHOP_PUBLIC_URL"))
    port = "" if settings.port == 80 else f":{settings.port}"
    text = _("leads to {url}").format(url=f"http://{found[0]}{port}")
    if found[1:]:
        others = ", ".join(found[1:])
        text += _("; this computer's other addresses: {others}").format(others=others)
    return good(about, text)


def _only_this_computer(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
