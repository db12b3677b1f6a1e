"""A letter as it goes over the line: nobody's words can become a header, a link or a tag."""

from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from tests.mail.conftest import letter
from workshop.mail.letter import Item, Letter
from workshop.mail.message import Stamp, message

STAMP = Stamp("<abc@letters.workshop.invalid>", 1_790_000_000_000, "workshop@example.org")
NASTY = "Els\r\nBcc: all@example.org\r\n\r\n<b>Hi</b>\u2028X-Evil: 1"


def sent(of: Letter) -> EmailMessage:
    """What arrives."""
    found = message_from_bytes(message(of, STAMP).as_bytes(), policy=policy.default)
    assert isinstance(found, EmailMessage)
    return found


def body(of: EmailMessage, kind: str) -> str:
    part = of.get_body((kind,))
    assert part is not None
    content: str = part.get_content()
    return content.replace("\r\n", "\n")


def test_a_letter_has_the_headers_of_a_letter() -> None:
    found = sent(letter(sender="Samen voor de klas", reply_to="info@example.org"))

    assert found["From"] == "Samen voor de klas <workshop@example.org>"
    assert found["To"] == "sam@example.org"
    assert found["Reply-To"] == "info@example.org"
    assert found["Subject"] == "Somebody would like to hear more"
    assert found["Message-ID"] == "<abc@letters.workshop.invalid>"
    assert found["Date"] == "Mon, 21 Sep 2026 14:13:20 +0000"
    assert found["Auto-Submitted"] == "auto-generated"


def test_its_words_are_there_as_plain_text_and_as_html_in_its_language() -> None:
    found = sent(letter(language="nl", paragraphs=("Één § ‘school’.",), closing=("Tot ziens.",)))

    assert body(found, "plain") == "Één § ‘school’.\n\nTot ziens.\n"
    html = body(found, "html")
    assert '<html lang="nl" dir="ltr">' in html
    assert "<p>Één § ‘school’.</p>" in html


@pytest.mark.parametrize("field", ["subject", "sender"])
def test_a_line_break_in_a_name_begins_no_header(field: str) -> None:
    found = sent(letter(**{field: NASTY}))

    assert found["Bcc"] is found["X-Evil"] is None
    assert found["To"] == "sam@example.org"
    assert body(found, "plain") == "De Regenboog left the form.\n"


@pytest.mark.parametrize("field", ["to", "reply_to"])
@pytest.mark.parametrize(
    "address", ["sam@example.org\r\nBcc: all@example.org", "a@b.org, c@d.org", "sam", "<sam@example.org>"]
)
def test_what_is_no_single_address_makes_no_letter_and_no_error_that_repeats_it(
    field: str, address: str
) -> None:
    assert letter(**{field: " sam@example.org "})

    with pytest.raises(ValueError, match=r"^no e-mail address$"):
        letter(**{field: address})


def test_what_people_typed_is_text_and_not_html() -> None:
    item = Item(NASTY, "https://x.org/?a=1&b=2", NASTY)

    html = body(sent(letter(paragraphs=(NASTY,), items=(item,))), "html")

    assert "<b>" not in html
    assert "&lt;b&gt;Hi" in html


def test_only_the_letters_own_link_is_one() -> None:
    own = "https://workshop.example.org/r/1?a=1&b=2"
    html = body(sent(letter(paragraphs=(f"Here: {own}\nand http://evil.example",), link=own)), "html")

    assert html.count("<a ") == 1
    assert 'href="https://workshop.example.org/r/1?a=1&amp;b=2"' in html
    assert "<br>" in html


def test_a_button_has_its_link_in_both_forms() -> None:
    found = sent(letter(link="https://workshop.example.org/leads/7", button="Open the lead"))

    assert "Open the lead:\nhttps://workshop.example.org/leads/7" in body(found, "plain")
    assert '<a href="https://workshop.example.org/leads/7">Open the lead</a>' in body(found, "html")


def test_every_byte_is_ascii_with_short_lines_and_the_same_each_time() -> None:
    of = letter(subject="Één " * 60, sender="Ünïcode", paragraphs=("zónder einde " * 400,))

    first, second = (message(of, STAMP).as_bytes() for _ in range(2))

    assert first == second
    assert first.isascii()
    assert max(map(len, first.split(b"\r\n"))) <= 998
    assert b"\n" not in first.replace(b"\r\n", b"")


def test_an_address_in_another_script_gets_its_host_in_ascii() -> None:
    assert letter(to="info@bücher.example.org").to == "info@xn--bcher-kva.example.org"


def test_a_letter_is_kept_and_read_back_whole() -> None:
    items = (Item("a", "https://x.org", "b"),)
    one = letter(items=items, closing=("c",), reply_to="r@example.org", sender="S")

    assert Letter.from_json(one.as_json()) == one
