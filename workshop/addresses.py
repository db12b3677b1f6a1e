"""Where people reach this installation: its public address, or the laptop's own on the local network."""

import ipaddress
import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import ifaddr

from workshop import qr
from workshop.config import Settings

Find = Callable[[], list[str]]
"""Gives this machine's addresses, the one that phones most likely reach first."""


@dataclass(frozen=True, slots=True)
class JoinAddress:
    """Where phones come in: as a link, as what people type (with and without the code), and as QR code."""

    link: str
    host: str
    short: str
    svg: str


class Addresses:
    """Follows the machine's own address; a public address stays what it is."""

    def __init__(self, settings: Settings, find: Find | None = None) -> None:
        self._settings = settings
        self.find = find or own_addresses
        self.base = self._now()

    def look(self) -> bool:
        """Looks again; says whether the address changed."""
        before, self.base = self.base, self._now()
        return self.base != before

    def join(self, code: str) -> JoinAddress:
        """Where phones come in with this code."""
        link = f"{self.base}/{code}"
        host = self.base.partition("://")[2]
        return JoinAddress(link, host, f"{host}/{code}", qr.svg(link))

    def _now(self) -> str:
        if self._settings.public_url:
            return self._settings.public_url
        host = next(iter(self.find()), "127.0.0.1")
        port = "" if self._settings.port == 80 else f":{self._settings.port}"
        return f"http://{host}{port}"


def own_addresses() -> list[str]:
    """This machine's IPv4 addresses: the way to the outside first, then the likely local networks."""
    found = dict.fromkeys(_way_out())
    found |= dict.fromkeys(sorted(_of_adapters(), key=_likelihood))
    return list(found)


def _way_out() -> Iterable[str]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # sends nothing: UDP only looks up the route
        except OSError:
            return
        yield str(probe.getsockname()[0])


def _of_adapters() -> Iterable[str]:
    for adapter in ifaddr.get_adapters():
        for ip in adapter.ips:
            if isinstance(ip.ip, str) and _is_reachable(ip.ip):
                yield ip.ip


def _is_reachable(text: str) -> bool:
    address = ipaddress.ip_address(text)
    return not (address.is_loopback or address.is_link_local or address.version == 6)


def _likelihood(text: str) -> int:
    # 172.16/12 is mostly the inner network of containers.
    return next((n for n, start in enumerate(("192.168.", "10.")) if text.startswith(start)), 2)
