"""What each kind must bring along, so that adding one touches no list elsewhere."""

import re
from pathlib import Path

import pytest

from workshop.assets import STATIC, TEMPLATES
from workshop.kinds import KINDS, Counted, Kind
from workshop.kinds.harvest import Harvest

ASKED = [kind for kind in KINDS.values() if kind.asks and not kind.is_form]
TYPED = re.compile(r"<textarea[^>]*>|<input(?![^>]* type=)[^>]*>")
COUNTED = [kind for kind in ASKED if issubclass(kind, Counted)]


@pytest.mark.parametrize("name", KINDS)
def test_it_has_its_screens_and_its_tests(name: str) -> None:
    assert Path(TEMPLATES, "kinds", name, "phone.html").exists()
    assert Path(TEMPLATES, "kinds", name, "projector.html").exists()
    assert Path(__file__).with_name(f"test_{name}.py").exists()


@pytest.mark.parametrize("kind", ASKED)
def test_a_question_has_its_script_and_its_style(kind: type) -> None:
    assert Path(STATIC, "js", "kinds", f"{kind.name}.js").exists()  # type: ignore[attr-defined]
    assert Path(STATIC, "css", "kinds", f"{kind.name}.css").exists()  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", COUNTED)
def test_a_question_with_one_result_has_its_picture(kind: type[Counted]) -> None:
    assert Path(TEMPLATES, "kinds", kind.name, "result.html").exists()


@pytest.mark.parametrize("kind", ASKED)
def test_a_question_tells_one_answer_as_people_read_it_and_its_tests_say_how(kind: type[Kind]) -> None:
    assert kind.tell is not Kind.tell
    assert ".tell(" in Path(__file__).with_name(f"test_{kind.name}.py").read_text()


@pytest.mark.parametrize("kind", ASKED)
def test_a_question_can_be_answered_on_paper_unless_only_phones_can(kind: type[Kind]) -> None:
    only_phones = kind.is_game or kind is Harvest

    assert (kind.on_paper is Kind.on_paper) is only_phones


@pytest.mark.parametrize(
    "path",
    [*TEMPLATES.glob("kinds/*/phone.html"), TEMPLATES / "kinds/shared.html", TEMPLATES / "forms.html"],
    ids=lambda path: path.relative_to(TEMPLATES).as_posix(),
)
def test_no_field_takes_more_than_a_browser_can_lay_out(path: Path) -> None:
    fields = TYPED.findall(re.sub("{%.*?%}", "", path.read_text()))

    assert [field for field in fields if "maxlength" not in field] == []
