"""The whole bundled deck, as a room lives through it: from the lobby to leads and printed cards."""

import io

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from tests.browser.room import SLOW, Room, answer, go_to
from workshop.decks.store import BUNDLED, read_file

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DECK = read_file(BUNDLED / "onderwijsambassadeurs.md")[1]


def test_a_room_goes_through_the_whole_deck_to_leads_and_cards(room: Room) -> None:
    presenter, projector = room.presenter(), room.projector()
    phones = [room.phone() for _ in range(3)]

    expect(projector.locator("[data-count=people]")).to_have_text("3", timeout=SLOW)
    _every_slide_until_the_questions_reaches_every_screen(presenter, projector, phones)
    _answers_to_the_six_questions_land_on_the_wall(presenter, projector, phones)
    _people_tick_the_lessons_that_they_recognise(presenter, projector, phones)
    _the_call_to_action_becomes_a_lead(presenter, projector, phones[0])
    _a_message_to_a_friend_becomes_a_card(presenter, projector, phones[1])
    go_to(presenter, 18)
    expect(phones[2].get_by_role("heading", level=1)).to_have_text("Dank jullie wel", timeout=SLOW)

    presenter.get_by_role("link", name="Aanmeldingen").click()
    expect(presenter.get_by_text("Obs De Regenboog")).to_be_visible()
    text = _printed(presenter, "Vriendenkaarten")
    assert "Lieve Sanne, dit is echt iets voor jou." in text
    assert "Voor Sanne" in text
    assert "Vertrouwen geven" in _printed(presenter, "Antwoordkaarten")


def _every_slide_until_the_questions_reaches_every_screen(
    presenter: Page, projector: Page, phones: list[Page]
) -> None:
    for slide in DECK.slides[:12]:
        go_to(presenter, slide.number)
        for screen in (projector, *phones):
            expect(screen.locator("h1").first).to_have_text(slide.title, timeout=SLOW)


def _answers_to_the_six_questions_land_on_the_wall(
    presenter: Page, projector: Page, phones: list[Page]
) -> None:
    answer(phones[0], "Vertrouwen geven", question=0)
    answer(phones[1], "Koken met groep 8", question=1)
    answer(phones[2], "Tijd om te leren", question=5)

    wall = projector.locator(".wall .card")
    expect(wall).to_have_count(3, timeout=SLOW)
    expect(phones[0].locator(".note-state").first).to_have_text("✓ opgeslagen", timeout=SLOW)
    presenter.locator(".moderated", has_text="Koken").get_by_role("button", name="Verberg").click()
    expect(wall).to_have_count(2, timeout=SLOW)
    expect(projector.get_by_text("Koken met groep 8")).to_have_count(0)


def _people_tick_the_lessons_that_they_recognise(
    presenter: Page, projector: Page, phones: list[Page]
) -> None:
    go_to(presenter, 14)
    for phone in phones:
        phone.locator(".option").first.click()
    phones[0].locator(".option").nth(2).click()

    expect(presenter.locator("[data-answers]")).to_have_text("3 antwoorden", timeout=SLOW)
    expect(projector.get_by_text("De uitslag komt als iedereen heeft geantwoord.")).to_be_visible()
    presenter.keyboard.press("r")

    counts = projector.locator(".tally-count")
    expect(counts.first).to_have_text("3", timeout=SLOW)
    expect(counts.nth(2)).to_have_text("1", timeout=SLOW)


def _the_call_to_action_becomes_a_lead(presenter: Page, projector: Page, phone: Page) -> None:
    go_to(presenter, 16)
    phone.get_by_role("button", name="Verstuur").click()
    expect(phone.locator("#school-error")).to_be_visible(timeout=SLOW)
    phone.fill("#leader_name", "Els de Vries")
    phone.fill("#email", "els@regenboog.example.org")
    phone.fill("#school", "Obs De Regenboog")
    phone.get_by_role("checkbox").check()
    phone.locator("form[data-form] button:not([type])").click()

    expect(projector.locator("[data-count=leads]")).to_have_text("1", timeout=SLOW)
    expect(phone.locator("[data-done]")).to_be_visible(timeout=SLOW)


def _a_message_to_a_friend_becomes_a_card(presenter: Page, projector: Page, phone: Page) -> None:
    go_to(presenter, 17)
    phone.fill("#friend_name", "Sanne")
    phone.fill("#message", "Lieve Sanne, dit is echt iets voor jou.")
    phone.fill("#sender_name", "Karin")
    phone.get_by_role("button", name="Maak mijn kaart").click()

    expect(projector.locator("[data-count=friends]")).to_have_text("1", timeout=SLOW)
    expect(phone.locator("[data-done]")).to_contain_text("Sanne", timeout=SLOW)


def _printed(presenter: Page, kind: str) -> str:
    workshop = presenter.url.split("workshop=")[-1] if "workshop=" in presenter.url else "1"
    presenter.goto(f"{presenter.url.split('/leads')[0].split('/workshops')[0]}/workshops/{workshop}/cards")
    presenter.get_by_role("radio", name=kind).check()
    presenter.get_by_role("button", name="Maak de pdf").click()
    done = presenter.locator(".job").first
    expect(done.get_by_role("link", name="Open de pdf")).to_be_visible(timeout=SLOW)
    address = done.get_by_role("link", name="Open de pdf").get_attribute("href")
    pdf = presenter.request.get(presenter.url.split("/workshops")[0] + (address or "")).body()
    pages = pypdfium2.PdfDocument(io.BytesIO(pdf))
    return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in pages)


def test_quick_presses_go_as_many_slides(room: Room) -> None:
    presenter = room.presenter()

    for _ in range(5):
        presenter.keyboard.press("ArrowRight")
    presenter.keyboard.press("ArrowLeft")

    expect(presenter.locator("[data-place]")).to_have_text("4 van 18", timeout=SLOW)


def test_h_shows_the_code_large_on_the_projector_until_the_next_slide(room: Room) -> None:
    presenter, projector = room.presenter(), room.projector()

    for is_shown in (True, False, True):
        presenter.keyboard.press("h")
        expect(projector.locator("[data-large]")).to_be_visible(visible=is_shown, timeout=SLOW)
        # The projector is told first; a press goes by what the presenter's own page shows.
        expect(presenter.locator("[data-code]")).to_have_attribute(
            "aria-pressed", str(is_shown).lower(), timeout=SLOW
        )
    presenter.keyboard.press(" ")
    expect(projector.locator("[data-large]")).to_be_hidden(timeout=SLOW)
    expect(projector.locator("h1").first).to_have_text(DECK.slides[0].title)
