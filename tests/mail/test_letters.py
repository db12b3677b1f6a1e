"""The letters of this house, in each language, filled in by anybody."""

from datetime import date

import pytest

from workshop.language import LANGUAGES
from workshop.mail.letter import Letter
from workshop.mail.letters import LETTERS, confirm, morning, new_lead, thanks
from workshop.mail.letters.kind import Example
from workshop.mail.letters.morning import FollowUp
from workshop.mail.letters.named import named
from workshop.mail.wording import Wording
from workshop.mail.words import as_text

BASE = "https://workshop.example.org"
TODAY = date(2026, 9, 15)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", LETTERS)
def test_every_letter_has_an_example_in_every_language(name: str, language: str) -> None:
    found = LETTERS[name].example(Example("sam@example.org", language, BASE))

    assert (found.to, found.language) == ("sam@example.org", language)
    assert found.link.startswith(BASE)
    assert found.subject
    assert "{" not in found.subject + as_text(found)


@pytest.mark.parametrize("name", LETTERS)
def test_every_letter_differs_from_language_to_language(name: str) -> None:
    kind = LETTERS[name]

    assert len({as_text(kind.example(Example("sam@example.org", each, BASE))) for each in LANGUAGES}) == 4


def test_of_a_new_lead_the_letter_tells_the_school_and_nothing_of_the_person() -> None:
    found = new_lead.letter("info@example.org", "en", "De Regenboog", f"{BASE}/leads/7", "Study day")

    assert found.subject == "De Regenboog would like to hear more"
    assert as_text(found) == (
        "De Regenboog would like to hear more, after “Study day”.\n\n"
        "Who it is and how to reach them stands at the desk; a letter is no place for that.\n\n"
        f"Open the lead:\n{BASE}/leads/7\n"
    )


def test_a_lead_without_a_school_is_a_school() -> None:
    assert new_lead.letter("i@example.org", "nl", "", BASE).subject == "Een school wil meer horen"


def thanked(**changed: object) -> Letter:
    words: dict[str, object] = {
        "to": "noor@example.org",
        "language": "en",
        "name": "Noor",
        "school": "De Regenboog",
        "organisation": "Samen",
        "receipt_link": f"{BASE}/r/abc",
        **changed,
    }
    return thanks.letter(**words)  # type: ignore[arg-type]


def test_who_left_the_form_is_thanked_with_the_way_to_a_copy() -> None:
    found = thanked(reply_to="info@example.org")

    text = as_text(found)
    assert text.startswith("Hello Noor,\n\nThank you")
    assert f"\n{BASE}/r/abc\n" in text
    assert text.endswith("Kind regards,\nSamen\n")
    assert (found.sender, found.reply_to) == ("Samen", "info@example.org")


def test_without_a_name_nobody_is_called_by_it() -> None:
    assert as_text(thanked(name="")).startswith("Hello,\n")


def test_the_staffs_own_words_are_filled_in() -> None:
    own = Wording("For {school}", "Dear {name},\n\nSee {link}.")

    found = thanked(wording=own)

    assert found.subject == "For De Regenboog"
    assert found.paragraphs == ("Dear Noor,", f"See {BASE}/r/abc.")


def test_a_name_that_looks_like_a_place_stays_what_it_is() -> None:
    own = Wording("A", "{name} {link}")

    assert thanked(name="{link}", wording=own).paragraphs == (f"{{link}} {BASE}/r/abc",)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Noor de Vries", "Noor de Vries"),
        ("O.b.s. De Regenboog", "O.b.s. De Regenboog"),
        ("win at https://evil.example/x now", "win at evil. example x now"),
        ("www.evil.com", "www. evil. com"),
        ("mail evil@evil.com", "mail evil evil. com"),
        ("Els\r\nBcc: x@y.org", "Els Bcc: x y. org"),
        ("a" * 200, "a" * 80),
        ("", ""),
    ],
)
def test_a_name_carries_no_link_to_whoever_gets_the_letter(typed: str, name: str) -> None:
    assert named(typed) == name


def test_to_confirm_an_address_nothing_is_told_but_whose_form_it_was() -> None:
    found = confirm.letter("sam@example.org", "en", "Samen", f"{BASE}/c/abc", 7)

    assert found.paragraphs == (
        "Somebody filled in this e-mail address in a form of Samen. Was it you? Then confirm it here:",
    )
    assert found.closing[1] == "The link works for 7 days."


def test_in_the_morning_what_is_overdue_comes_first_and_says_so() -> None:
    follow_ups = [
        FollowUp("De Zonnebloem", "call", TODAY, f"{BASE}/leads/2"),
        FollowUp("De Regenboog", "write", date(2026, 9, 11), f"{BASE}/leads/1"),
    ]

    found = morning.letter("sam@example.org", "en", TODAY, follow_ups, f"{BASE}/leads")

    assert found.subject == "2 follow-ups for Tuesday 15 September"
    assert [(item.text, item.note) for item in found.items] == [
        ("De Regenboog: write", "overdue since 11 September"),
        ("De Zonnebloem: call", ""),
    ]
    assert f"{BASE}/leads/1" in as_text(found)
