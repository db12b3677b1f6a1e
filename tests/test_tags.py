"""Language tags: which there are, which way they are read, and which are near."""

import pytest

from workshop.tags import direction, nearest, own_name, tidied


@pytest.mark.parametrize(
    ("written", "tidy"),
    [
        ("nl", "nl"),
        ("NL", "nl"),
        ("en-gb", "en-GB"),
        ("ZH-hANT-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("de-CH-1901", "de-CH-1901"),
        ("fy", "fy"),
    ],
)
def test_a_tag_is_written_as_it_mostly_is(written: str, tidy: str) -> None:
    assert tidied(written) == tidy


@pytest.mark.parametrize(
    "written", ["", "xx", "nederlands", "nl_BE", "nl-", "-nl", "n", "mul", "ａｒ", "nl\n", "*"]
)
def test_what_is_no_language_is_none(written: str) -> None:
    assert tidied("nl") == "nl"
    assert tidied(written) == ""


@pytest.mark.parametrize(
    "tag", ["ar", "ar-MA", "he", "fa", "ur", "yi", "ckb", "ps", "dv", "uz-Arab", "pa-PK", "syr"]
)
def test_these_are_read_from_right_to_left(tag: str) -> None:
    assert direction(tag) == "rtl"


@pytest.mark.parametrize(
    "tag", ["nl", "en", "tr", "az", "uz", "pa", "ku", "ar-Latn", "ja", "", "nonsense", "x" * 90]
)
def test_all_others_are_read_from_left_to_right(tag: str) -> None:
    assert direction(tag) == "ltr"


@pytest.mark.parametrize(
    ("asked", "there", "found"),
    [
        ("nl", ["en", "nl"], "nl"),
        ("nl-BE", ["en", "nl"], "nl"),
        ("en", ["nl", "en-GB"], "en-GB"),
        ("en-GB", ["en-US", "en-GB"], "en-GB"),
        ("zh-TW", ["zh-Hans", "zh-Hant"], "zh-Hant"),
        ("sr-Latn", ["sr"], None),
        ("pt", ["nl", "en"], None),
        ("*", ["nl"], None),
        ("", ["nl"], None),
    ],
)
def test_near_is_what_somebody_can_read(asked: str, there: list[str], found: str | None) -> None:
    assert nearest(asked, there) == found


@pytest.mark.parametrize(
    ("tag", "name"),
    [("nl", "Nederlands"), ("fr", "Français"), ("ar", "العربية"), ("arc", "arc"), ("xx", "xx")],
)
def test_a_language_is_called_what_its_speakers_call_it(tag: str, name: str) -> None:
    assert own_name(tag) == name
