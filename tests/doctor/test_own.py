from dataclasses import replace

import pytest

from workshop.config import Settings
from workshop.doctor import own
from workshop.doctor.finding import Level

WIFI, CABLE = "192.168.1.20", "10.0.0.5"


def test_the_line_says_where_the_code_leads_and_which_other_addresses_there_are(
    settings: Settings,
) -> None:
    found = own.judge([WIFI, CABLE], settings)

    assert found.level is Level.GOOD
    assert f"leads to http://{WIFI}:8000" in found.text
    assert CABLE in found.text


def test_port_80_is_not_written_out(settings: Settings) -> None:
    found = own.judge([WIFI], replace(settings, port=80))

    assert found.text.endswith(f"http://{WIFI}")


def test_a_public_address_stands_in_the_code(settings: Settings) -> None:
    found = own.judge([], replace(settings, public_url="https://workshop.example.org"))

    assert found.level is Level.GOOD
    assert "https://workshop.example.org" in found.text


def test_a_laptop_on_no_network_is_a_note(settings: Settings) -> None:
    found = own.judge([], settings)

    assert found.level is Level.WARNING
    assert "hotspot" in found.remedy


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
def test_a_server_for_this_computer_only_must_be_mended(settings: Settings, host: str) -> None:
    found = own.judge([WIFI], replace(settings, host=host))

    assert found.level is Level.BAD
    assert host in found.text


def test_a_code_that_leads_where_nobody_listens_must_be_mended(settings: Settings) -> None:
    found = own.judge([WIFI, CABLE], replace(settings, host=CABLE))

    assert found.level is Level.BAD
    assert WIFI in found.text


def test_listening_on_the_address_of_the_code_is_fine(settings: Settings) -> None:
    assert own.judge([WIFI, CABLE], replace(settings, host=WIFI)).level is Level.GOOD
