"""The room's Wi-Fi as a QR code, as a phone's camera reads it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import scan
from workshop.live.wifi import wifi_code
from workshop.workshops import Workshop


def code(name: str, password: str = "") -> str:
    """What a camera reads in the lobby."""
    return scan.read(wifi_code(Workshop(wifi_name=name, wifi_password=password)))


def taken(text: str) -> tuple[str, str, str]:
    """Kind, name and password, as a phone takes them from the text: a backslash keeps the next sign."""
    found = re.fullmatch(r"WIFI:T:(\w+);S:((?:\\.|[^\\;])*);P:((?:\\.|[^\\;])*);;", text, re.DOTALL)
    assert found, text
    name, password = (re.sub(r"\\(.)", r"\1", part) for part in found.groups()[1:])
    return found[1], name, password


def test_a_network_has_a_name_and_a_password() -> None:
    assert code("Studiedag", "welkom2026") == "WIFI:T:WPA;S:Studiedag;P:welkom2026;;"


def test_an_open_network_has_no_password() -> None:
    assert code("Gasten") == "WIFI:T:nopass;S:Gasten;P:;;"


def test_where_no_network_is_set_there_is_no_code() -> None:
    assert wifi_code(Workshop(wifi_name="", wifi_password="x")) == ""


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("a;b", r"a\;b"),
        ("a,b", r"a\,b"),
        ("a:b", r"a\:b"),
        ('a"b', r"a\"b"),
        ("a\\b", r"a\\b"),
        ("a\\;b", r"a\\\;b"),
        ("School één – gang 2", "School één – gang 2"),
        ("<b>&amp;</b>", "<b>&amp\\;</b>"),
    ],
)
def test_signs_that_mean_something_are_kept_apart_with_a_backslash(name: str, written: str) -> None:
    assert code(name, name) == f"WIFI:T:WPA;S:{written};P:{written};;"


NAMES = st.text(st.sampled_from('ab;,:"\\é 1'), min_size=1, max_size=32)


@settings(max_examples=30, deadline=None)
@given(NAMES, st.text(st.sampled_from('ab;,:"\\é 1'), max_size=63))
def test_any_name_and_password_are_read_as_they_were_set(name: str, password: str) -> None:
    kind, read_name, read_password = taken(code(name, password))

    assert (read_name, read_password) == (name, password)
    assert kind == ("WPA" if password else "nopass")
