"""Chinese, Japanese and Korean: each in its own face where the fonts were added, else boxes."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from tests.cards import paper
from workshop.assets import VENDOR
from workshop.cards import face
from workshop.cards.added import fonts_in
from workshop.cards.card import Card
from workshop.cards.east import families, helpful, language_of
from workshop.cards.face import MESSAGE, Face
from workshop.cards.takeaway import Passage, render_takeaway
from workshop.cards.typesetter import Typesetter

EAST = VENDOR / "east"
SENTENCES = {
    "ja": "日本語の文章、「引用」です。１２３ｱｲｳとカタカナー",
    "zh": "今天的天气很好，我们去学校吧！“你好”，世界。",
    "zh-Hant": "學校裡的老師說：國語很有趣。",
    "ko": "안녕하세요, 오늘 와 주셔서 감사합니다. 大韓民國",
    "mixed": "Hoi 你好 こんにちは 안녕 😀 مرحبا, A4纸 ①★",
    "beyond 16 bits": "𠮷野家で会いましょう。",
}


@pytest.fixture
def added() -> Iterator[None]:
    with fonts_in(EAST):
        yield


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The families of the files that are looked into from now on."""
    seen: list[str] = []
    load = face.load

    def noticed(path: Path) -> Face:
        seen.append(path.parent.name)
        return load(path)

    monkeypatch.setattr(face, "load", noticed)
    return seen


def faces_of(text: str, language: str = "nl") -> set[str]:
    """Which faces a take-away page with this text holds."""
    out = BytesIO()
    design = paper.DESIGN
    cover = Card(message="", heading="A")
    render_takeaway(
        cover, [Passage("A", (text,))], design.__class__("#b4532a", "#2f5d62", language=language), out
    )
    return {name.decode() for name in re.findall(rb"/BaseFont/[A-Z]{6}\+(\w+)", out.getvalue())}


def eastern(names: set[str]) -> set[str]:
    return {match[1] for name in names if (match := re.fullmatch("Notosans(jp|kr|sc|tc)regular", name))}


@pytest.mark.usefixtures("added")
@pytest.mark.parametrize("text", SENTENCES.values(), ids=SENTENCES.keys())
def test_a_sentence_is_drawn_and_reads_back_as_it_was_typed(text: str) -> None:
    pdf, report = paper.printed([Card(message=text, heading=text, kicker=text, signature=text)])

    front, back = paper.texts(pdf, back=False)[0], paper.texts(pdf, back=True)[0]
    assert report.boxes == {}
    assert paper.squeezed(front).count(paper.squeezed(text)) == 2
    assert paper.squeezed(back).count(paper.squeezed(text)) == 2


@pytest.mark.parametrize("text", SENTENCES.values(), ids=SENTENCES.keys())
def test_without_the_fonts_there_are_boxes_and_no_letter_is_lost(text: str) -> None:
    pdf, report = paper.printed([Card(message=text)])

    assert {*map(chr, report.boxes)} <= {*text}
    assert len(report.boxes) > 5
    assert paper.squeezed(text) in paper.squeezed(paper.texts(pdf, back=True)[0])


@pytest.mark.usefixtures("added")
@pytest.mark.parametrize(
    ("text", "language", "used"),
    [
        ("直線の骨", "nl", {"jp"}),
        ("直線 뼈", "nl", {"kr"}),
        ("直线 骨", "nl", {"sc"}),
        ("直骨", "ja", {"jp"}),
        ("直骨", "ko", {"kr"}),
        ("直骨", "zh", {"sc"}),
        ("直骨の", "zh", {"jp"}),
        ("直骨の한", "zh", {"jp", "kr"}),
    ],
)
def test_han_is_drawn_as_the_language_of_its_text_draws_it(text: str, language: str, used: set[str]) -> None:
    assert eastern(faces_of(text, language)) == used


@pytest.mark.usefixtures("added")
def test_latin_letters_beside_han_stay_in_their_own_face() -> None:
    made = Typesetter("zh").word("用A5骨", MESSAGE)

    assert len(made.runs) == 3
    assert made.runs[0].font == made.runs[2].font


@pytest.mark.usefixtures("added")
@pytest.mark.parametrize(
    "text", ["Een kaart voor jou – 5€", "Hoi 🎉👩\u200d👩\u200d👧!", "مرحبا", "नमस्ते", "ꦗ"]
)
def test_what_is_not_eastern_opens_none_of_the_large_files(text: str, opened: list[str]) -> None:
    setter = Typesetter("nl").reading(text)
    for word in text.split():
        setter.word(word, MESSAGE)

    assert {name for name in opened if name in families("nl")} == set()


def test_a_bold_face_that_is_missing_is_stood_in_for_by_the_regular_one(added: None) -> None:
    made = Typesetter("ja").word("骨", face.HEADING)

    assert made.boxes == ()


@pytest.mark.parametrize(
    ("text", "among", "language"),
    [
        ("Kom je?", "nl", "nl"),
        ("Kom je – ja?", "ja", "ja"),
        ("骨", "nl", "zh-Hans"),
        ("骨", "zh-TW", "zh-TW"),
        ("骨の", "zh-TW", "ja"),
        ("骨の", "ja-JP", "ja-JP"),
        ("뼈", "nl", "ko"),
        ("ㄅㄆ", "nl", "zh-Hans"),
    ],
)
def test_letters_tell_the_language_as_far_as_they_can(text: str, among: str, language: str) -> None:
    assert language_of(text, among) == language


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("ja", "noto-sans-jp"),
        ("ko-KR", "noto-sans-kr"),
        ("zh", "noto-sans-sc"),
        ("zh-Hant", "noto-sans-tc"),
        ("zh-TW", "noto-sans-tc"),
        ("nl", "noto-sans-sc"),
        ("und", "noto-sans-sc"),
    ],
)
def test_the_font_of_the_language_comes_first_and_the_others_help(language: str, first: str) -> None:
    order = families(language)

    assert order[0] == first
    assert len({*order}) == 4


@pytest.mark.parametrize(
    ("boxes", "language", "there", "names"),
    [
        ("", "nl", [], []),
        ("骨", "nl", [], ["chinese"]),
        ("骨", "ja", [], ["japanese"]),
        ("骨", "ko", [], ["korean"]),
        ("骨の", "nl", [], ["japanese"]),
        ("骨한", "nl", [], ["korean"]),
        ("한の骨ㄅ", "nl", [], ["chinese", "japanese", "korean"]),
        ("，", "nl", [], ["chinese"]),
        ("ー。", "nl", [], ["japanese"]),
        ("𠮷", "nl", ["chinese"], ["japanese"]),
        ("𠮷", "nl", ["chinese", "japanese", "korean"], []),
        ("ꦗ\ue000", "nl", [], []),
    ],
)
def test_the_sets_that_would_help_are_named(
    boxes: str, language: str, there: list[str], names: list[str]
) -> None:
    assert helpful(map(ord, boxes), language, there) == names
