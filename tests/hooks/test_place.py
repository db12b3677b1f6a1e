"""Which addresses can be called, and which machines may be."""

import pytest

from workshop.hooks.place import Place, is_public, place_of


def test_an_address_is_taken_apart() -> None:
    assert place_of("https://crm.example.org:8443/in?key=a%20b") == Place(
        True, "crm.example.org", 8443, "crm.example.org:8443", "/in?key=a%20b"
    )
    assert place_of("https://crm.example.org") == Place(True, "crm.example.org", 443, "crm.example.org", "/")
    assert place_of("http://[::1]:80/").host == "::1"


def test_a_name_in_other_letters_is_called_as_name_servers_know_it() -> None:
    assert place_of("https://Büro.example/a").host == "xn--bro-hoa.example"


@pytest.mark.parametrize(
    "url",
    [
        *("", "crm.example.org", "ftp://example.org/", "https://", "https:///path", "javascript:alert(1)"),
        *("https://user:password@example.org/", "https://example.org/#part", "https://example.org:99999/"),
        *("https://example.org/a b", "https://example.org/\r\nX-Evil: 1", "https://example.org/é"),
        *("https://[::1", "https://" + "a" * 3000, "https://ex\u202eample..org/", "file:///etc/passwd"),
    ],
)
def test_what_cannot_be_called_is_no_place(url: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - urlsplit and idna have texts of their own
        place_of(url)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:4700::1111", "64:ff9b::5db8:d70e"])
def test_machines_of_the_internet_may_be_called(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1"),
        *("169.254.169.254", "100.64.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "239.1.1.1", "240.0.0.1"),
        *("255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12:3456::1", "ff02::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:a9fe:a9fe", "64:ff9b::7f00:1", "2002:7f00:1::"),
        *("2001:0:7f00:1::", "2001:db8::1", "::127.0.0.1", "64:ff9b:1::1", "fec0::1"),
    ],
)
def test_machines_that_only_we_can_reach_may_not(address: str) -> None:
    assert not is_public(address)
