"""Where a target is: its address, and whether a machine of that kind may be called at all. Pure."""

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

LONGEST_URL = 2_000
PORTS = {"https": 443, "http": 80}
_WRITTEN = re.compile(r"[\x21-\x7e]+")
_GIVEN_OUT = IPv6Network("2000::/3")
"""All that was given out for use on the internet so far."""
_NAT64 = IPv6Network("64:ff9b::/96")
"""By which networks that have only IPv6 reach IPv4 (RFC 6052): the address is in the last four bytes."""


@dataclass(frozen=True, slots=True)
class Place:
    """The parts of an address that a call needs."""

    secure: bool
    host: str
    port: int
    netloc: str
    path: str


def place_of(url: str) -> Place:
    """The place of an address.

    Raises:
        ValueError: it is none that can be called.
    """
    host_written = _host_in_ascii(url.strip())
    if len(url) > LONGEST_URL or not _WRITTEN.fullmatch(host_written):
        raise ValueError("no address")
    parts = urlsplit(host_written)
    if parts.scheme not in PORTS or not parts.hostname or "@" in parts.netloc or parts.fragment:
        raise ValueError("no address of a web server")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    port = parts.port or PORTS[parts.scheme]
    return Place(parts.scheme == "https", parts.hostname, port, parts.netloc, path)


def is_public(text: str) -> bool:
    """Whether an IP address is of the internet, and not of a network that only we can reach."""
    address = ip_address(text.partition("%")[0])
    if isinstance(address, IPv6Address):
        inner = _inner(address)
        if inner is not None:
            return is_public(str(inner))
        if address not in _GIVEN_OUT:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _inner(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that a call to this IPv6 address would reach."""
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)


def _host_in_ascii(url: str) -> str:
    parts = urlsplit(url)
    if not parts.hostname or parts.hostname.isascii():
        return url
    # Internationalised names as the name servers know them (RFC 3490); UnicodeError is a ValueError.
    return url.replace(parts.netloc, parts.netloc.lower().encode("idna").decode(), 1)
