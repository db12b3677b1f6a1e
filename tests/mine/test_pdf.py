"""The answers as a PDF: a straight download, for whoever holds the token."""

from flask.testing import FlaskClient

from tests.cards import paper
from tests.mine.test_page import ME, OTHER
from tests.said import OPEN, given, happen, one_of_each
from workshop.database import Database
from workshop.events import AnswerWithdrawn
from workshop.live.tokens import Tokens
from workshop.workshops import Workshop


def test_the_pdf_has_the_questions_and_answers_of_this_phone(
    client: FlaskClient, database: Database, workshop: Workshop, tokens: Tokens
) -> None:
    happen(database, workshop, *one_of_each(ME), given(OTHER, OPEN, "van de ander"))
    happen(database, workshop, given(ME, OPEN, "teruggenomen", id="t" * 22), AnswerWithdrawn(ME, "t" * 22))

    answer = client.post(f"/{workshop.code}/mine/answers.pdf", data={"token": tokens.of(workshop.id, ME)})

    assert answer.mimetype == "application/pdf"
    assert f"mijn antwoorden {workshop.code}.pdf" in answer.headers["Content-Disposition"]
    assert answer.headers["Cache-Control"] == "no-store"
    with paper.opened(answer.data) as pages:
        count = len(pages)
    text = paper.squeezed("".join(paper.whole_text(answer.data, page) for page in range(count)))
    for said in ("Mijnantwoorden", "Vanallesgevraagd", "Watvindje?Meertijd,enminderregels.", "1.gym2.lezen"):
        assert said in text
    assert "vandeander" not in text
    assert "teruggenomen" not in text
