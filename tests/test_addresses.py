"""Where people reach the workshop: a public address stays, the laptop's own is followed."""

import ipaddress
from dataclasses import replace

import pytest

from tests import scan
from workshop.addresses import Addresses, own_addresses
from workshop.config import Settings

HOME, SCHOOL = "192.168.1.20", "10.3.7.8"


class Laptop:
    """A machine that is carried from network to network."""

    def __init__(self, *addresses: str) -> None:
        self.addresses = list(addresses)

    def find(self) -> list[str]:
        return self.addresses


def test_phones_come_in_at_the_laptops_own_address(settings: Settings) -> None:
    addresses = Addresses(settings, Laptop(HOME, SCHOOL).find)

    join = addresses.join("K7QX2M")

    assert addresses.base == f"http://{HOME}:8000"
    assert join.link == f"http://{HOME}:8000/K7QX2M"
    assert (join.host, join.short) == (f"{HOME}:8000", f"{HOME}:8000/K7QX2M")
    assert scan.read(join.svg) == join.link


def test_the_port_that_browsers_take_by_themselves_is_left_out(settings: Settings) -> None:
    addresses = Addresses(replace(settings, port=80), Laptop(HOME).find)

    assert addresses.base == f"http://{HOME}"


def test_another_network_is_noticed_and_every_address_follows(settings: Settings) -> None:
    laptop = Laptop(HOME)
    addresses = Addresses(settings, laptop.find)
    before = addresses.join("K7QX2M")

    laptop.addresses = [SCHOOL]

    assert addresses.look()
    after = addresses.join("K7QX2M")
    assert (before.host, after.host) == (f"{HOME}:8000", f"{SCHOOL}:8000")
    assert scan.read(after.svg) == f"http://{SCHOOL}:8000/K7QX2M"


def test_the_same_network_is_no_change(settings: Settings) -> None:
    laptop = Laptop(HOME)
    addresses = Addresses(settings, laptop.find)

    laptop.addresses = [HOME, SCHOOL]

    assert not addresses.look()
    assert addresses.base == f"http://{HOME}:8000"


def test_without_a_network_there_is_the_laptop_itself_and_then_the_network_again(settings: Settings) -> None:
    laptop = Laptop(HOME)
    addresses = Addresses(settings, laptop.find)

    laptop.addresses = []
    assert addresses.look()
    assert addresses.base == "http://127.0.0.1:8000"

    laptop.addresses = [HOME]
    assert addresses.look()
    assert addresses.base == f"http://{HOME}:8000"


def test_nothing_is_looked_up_again_until_somebody_looks(settings: Settings) -> None:
    laptop = Laptop(HOME)
    addresses = Addresses(settings, laptop.find)

    laptop.addresses = [SCHOOL]

    assert addresses.join("K7QX2M").host == f"{HOME}:8000"


@pytest.mark.parametrize("url", ["https://workshop.example.org", "http://example.org:81/tool"])
def test_a_public_address_stays_what_it_is(settings: Settings, url: str) -> None:
    laptop = Laptop(HOME)
    addresses = Addresses(replace(settings, public_url=url), laptop.find)

    laptop.addresses = [SCHOOL]

    assert not addresses.look()
    join = addresses.join("K7QX2M")
    assert join.link == scan.read(join.svg) == f"{url}/K7QX2M"
    assert join.short == f"{url.partition('://')[2]}/K7QX2M"


def test_this_machines_own_addresses_are_ones_that_others_can_reach() -> None:
    for text in own_addresses():
        address = ipaddress.ip_address(text)

        assert address.version == 4
        assert not address.is_unspecified
