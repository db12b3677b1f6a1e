"""Unicode's rules as the cards use them."""

import threading

import pytest

from workshop.cards.unicode import breaks, graphemes, levels, script


@pytest.mark.parametrize(
    "clusters",
    [
        ["a", "b"],
        ["x\u0303\u0331", "y"],
        ["👩‍👩‍👧", "!"],
        ["👍🏽", "👍"],
        ["🇳🇱", "🇧🇪"],
        ["❤️", "a"],
        ["\u1112\u1161\u11ab", "\u1100\u1173"],
    ],
)
def test_what_reads_as_one_letter_stays_together(clusters: list[str]) -> None:
    assert graphemes("".join(clusters)) == clusters


@pytest.mark.parametrize(
    "parts",
    [
        ["Dit ", "is ", "een ", "zin."],
        ["school/", "bestuur"],
        ["12/5"],
        ["日", "本", "語", "の", "本。"],
        ["สวัสดี", "ชาว", "โลก"],
        ["👩\u200d👧", "👍🏽 ", "🇳🇱"],
        ["10\u00a0km"],
    ],
)
def test_a_line_may_end_where_the_script_lets_it(parts: list[str]) -> None:
    text = "".join(parts)
    ends = [len("".join(parts[: n + 1])) for n in range(len(parts))]

    assert breaks(text, "nl") == ends


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("abc", "000"),
        ("א", "1"),
        ("abc אב 12", "000011122"),
        ("👍 אב", "1111"),
        ("a👍 אב", "00011"),
        ("אב abc", "111222"),
    ],
)
def test_each_character_runs_in_its_direction(text: str, expected: str) -> None:
    base, found = levels(text)

    assert "".join(map(str, found)) == expected
    assert base == int("a" not in text[:1])


def test_a_script_is_told_by_its_short_name() -> None:
    assert [script(each) for each in "aяא.न"] == ["Latn", "Cyrl", "Hebr", "Zyyy", "Deva"]


def test_threads_do_not_disturb_one_another() -> None:
    text, found = "een zin met אב en 日本 " * 20, []

    def ask() -> None:
        found.extend((tuple(breaks(text, "nl")), tuple(levels(text)[1])) for _ in range(50))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(found) == 200
    assert len(set(found)) == 1
