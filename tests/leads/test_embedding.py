"""The page of the form afterwards: who sees it, and what it gives them to share."""

import html
import re
from pathlib import Path

from flask.testing import FlaskClient

from tests.kinds.drawn import HOSTILE, Page
from tests.leads.conftest import SignIn
from tests.workshops import new_workshop
from workshop.accounts.user import User
from workshop.database import Database
from workshop.decks.markdown import parse
from workshop.leads.embedding import frame
from workshop.workshops import Workshop


def address(workshop: Workshop) -> str:
    return f"/workshops/{workshop.id}/form"


def test_the_owner_staff_and_admin_see_it_a_colleague_and_a_stranger_do_not(
    sign_in: SignIn,
    client: FlaskClient,
    workshop: Workshop,
    owner: User,
    staff: User,
    admin: User,
    colleague: User,
) -> None:
    for who in (owner, staff, admin):
        assert sign_in(who).get(address(workshop)).status_code == 200

    assert sign_in(colleague).get(address(workshop)).status_code == 403
    assert client.get(address(workshop)).headers["Location"].startswith("/sign-in")
    assert sign_in(owner).get("/workshops/99/form").status_code == 404


def test_it_gives_the_address_the_code_and_the_frame(
    sign_in: SignIn, client: FlaskClient, workshop: Workshop, owner: User
) -> None:
    page = sign_in(owner).get(address(workshop))

    [field] = Page(page.text).all("input", id="address")
    path = f"/form/{workshop.code}"
    assert str(field["value"]).endswith(path)
    assert page.text.count("<svg") == 1
    code = html.unescape(re.findall(r"<textarea.*?>(.*?)</textarea>", page.text, re.DOTALL)[0])
    [framed] = Page(code).all("iframe")
    assert framed["src"] == f"{field['value']}?inside=yes"
    assert framed["title"]
    [preview] = Page(page.text).all("iframe")
    assert preview["src"] == f"{path}?inside=yes"
    assert client.get(str(preview["src"])).status_code == 200


def test_only_this_page_shows_a_frame_of_our_own(sign_in: SignIn, workshop: Workshop, owner: User) -> None:
    mine = sign_in(owner)

    assert "frame-src 'self'" in mine.get(address(workshop)).headers["Content-Security-Policy"]
    assert "frame-src" not in mine.get("/leads").headers["Content-Security-Policy"]


def test_without_a_public_address_it_says_so(sign_in: SignIn, workshop: Workshop, owner: User) -> None:
    assert "no public address with https" in sign_in(owner).get(address(workshop)).text


def test_a_deck_without_a_form_has_no_such_page_and_nothing_leads_there(
    database: Database, tmp_path: Path, sign_in: SignIn, workshop: Workshop, staff: User, admin: User
) -> None:
    with database.write() as session:
        without = new_workshop(session, tmp_path)

    for each, there in ((workshop, 1), (without, 0)):
        assert sign_in(staff).get(address(each)).status_code == (200 if there else 404)
        desk = Page(sign_in(staff).get(f"/leads?workshop={each.id}").text)
        results = Page(sign_in(admin).get(f"/workshops/{each.id}/results").text)
        assert len(desk.all("a", href=address(each))) == there
        assert len(results.all("a", href=address(each))) == there


def test_what_a_deck_is_called_cannot_leave_its_attribute() -> None:
    deck = parse(f"---\ntitle: Proef\norganisation: '{HOSTILE[:40].replace(chr(39), '')}'\n---\n\n# Een\n")

    [(tag, attributes)] = Page(frame("https://x.example/form/ABCDEF", deck)).elements

    assert tag == "iframe"
    assert attributes.keys() == {"src", "title", "width", "height", "loading", "style"}
