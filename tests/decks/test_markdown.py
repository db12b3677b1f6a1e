"""How a deck's Markdown becomes slides."""

import pytest

from tests.decks.written import FRONT, deck, slide
from workshop.decks.markdown import parse
from workshop.kinds.chart import Chart
from workshop.kinds.choice import Choice
from workshop.kinds.fact import Fact
from workshop.kinds.friend import Friend
from workshop.kinds.lead import Lead
from workshop.kinds.map import Map, Place
from workshop.kinds.open import Open
from workshop.kinds.table import Table

EVERY_KIND = {
    "chart": ("::: chart\n| Jaar | Aantal |\n| --- | --- |\n| 24 | 5 |\n:::", Chart),
    "choice": ("::: choice\n- rood\n- blauw\n:::", Choice),
    "fact": ('::: fact {value="30 %" label=samen}\nZij **durven**.\n:::', Fact),
    "friend": ("::: friend\nSchrijf iets.\n:::", Friend),
    "lead": ('::: lead {to="a@example.org"}\nWij bewaren dit.\n:::', Lead),
    "map": ("::: map\n- Utrecht (52.09, 5.12): 3\n:::", Map),
    "open": ("::: open {max=40 answers=2}\n- Wat?\n- Hoe?\n:::", Open),
    "table": ("::: table\n| a | b |\n| --- | --- |\n| 1 | 2 |\n:::", Table),
}


def test_a_deck_has_a_title_and_slides() -> None:
    read = parse("---\ntitle: Proef\nsubtitle: Van alles\n---\n\n# Een\n\nTekst\n\n---\n\n# Twee\n\n- x\n")

    assert (read.title, read.subtitle) == ("Proef", "Van alles")
    assert [(slide.number, slide.title, slide.body) for slide in read.slides] == [
        (1, "Een", "<p>Tekst</p>"),
        (2, "Twee", "<ul>\n<li>x</li>\n</ul>"),
    ]


def test_a_slide_is_found_by_its_number() -> None:
    read = deck("# Een\n\n---\n\n# Twee\n")

    assert read.slide(2) == read.slides[1]
    assert [read.slide(number) for number in (-1, 0, 3)] == [None, None, None]


@pytest.mark.parametrize("dashes", ["---", "-----", "- - -", "---   "])
def test_a_line_of_dashes_begins_a_slide(dashes: str) -> None:
    assert len(deck(f"# Een\n\n{dashes}\n\n# Twee\n").slides) == 2


def test_dashes_right_under_a_text_begin_a_slide_too_and_make_no_heading() -> None:
    first, second = deck("# Een\n\nzomaar tekst\n---\n# Twee\n").slides

    assert first.body == "<p>zomaar tekst</p>"
    assert second.title == "Twee"


def test_dashes_right_under_a_list_begin_a_slide_too() -> None:
    assert [slide.title for slide in deck("# Een\n\n- a\n---\n# Twee\n").slides] == ["Een", "Twee"]


@pytest.mark.parametrize("line", ["***", "___"])
def test_a_line_of_stars_is_only_a_line(line: str) -> None:
    (only,) = deck(f"# Een\n\na\n\n{line}\n\nb\n").slides

    assert "<hr" in only.body


def test_stray_dashes_make_no_empty_slides() -> None:
    read = deck("---\n\n# Een\n\n---\n\n---\n\n# Twee\n\n---\n")

    assert [(slide.number, slide.title) for slide in read.slides] == [(1, "Een"), (2, "Twee")]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_are_read(end: str) -> None:
    source = FRONT + "# Een\n\ntekst\n---\n# Twee\n\n::: open\n- Wat?\n:::\n"

    assert parse(source.replace("\n", end)) == parse(source)


def test_the_title_is_plain_text() -> None:
    (only,) = deck("# Een **vette** [titel](https://example.org) `x` &amp; meer\n").slides

    assert only.title == "Een vette titel x & meer"


def test_only_the_first_heading_is_the_title() -> None:
    (only,) = deck("# Een\n\n# Nog een\n\n## Kop\n").slides

    assert only.title == "Een"
    assert only.body == "<h1>Nog een</h1>\n<h2>Kop</h2>"


def test_html_is_shown_as_text() -> None:
    (only,) = deck(
        "# Een <i>kop</i>\n\n<script>alert(1)</script> en <b onclick=x()>b</b>\n\n<div>\nblok\n</div>\n"
    ).slides

    assert only.title == "Een <i>kop</i>"
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in only.body
    assert not any(tag in only.body for tag in ("<script", "<b", "<div"))


@pytest.mark.parametrize(
    "link",
    [
        "[klik](javascript:alert(1))",
        "[klik](JaVaScRiPt:alert(1))",
        "[klik](java&#115;cript:alert(1))",
        "[klik](vbscript:x)",
        "[klik](file:///etc/passwd)",
        "[klik](data:text/html;base64,PHNjcmlwdD4=)",
        "<javascript:alert(1)>",
        "[klik][r]\n\n[r]: javascript:alert(1)",
    ],
)
def test_a_link_that_would_run_something_is_dead(link: str) -> None:
    assert "href" not in slide(link).body


def test_a_link_to_a_page_or_a_mail_address_works() -> None:
    body = slide("[a](https://example.org/?a=1&b=2) <mailto:a@example.org>").body

    assert 'href="https://example.org/?a=1&amp;b=2"' in body
    assert 'href="mailto:a@example.org"' in body


def test_a_quote_in_a_link_stays_in_the_link() -> None:
    body = slide("""[a](https://example.org/" "x\\" onmouseover=\\"alert(1)")""").body

    assert 'onmouseover="' not in body
    assert "onmouseover='" not in body


def test_notes_are_for_the_presenter_and_not_on_the_slide() -> None:
    only = slide("Tekst\n\n::: notes\nZeg **dit** en <b>dat</b>.\n:::\n\n::: notes\nEn dit.\n:::")

    assert only.body == "<p>Tekst</p>"
    assert only.notes == "<p>Zeg <strong>dit</strong> en &lt;b&gt;dat&lt;/b&gt;.</p><p>En dit.</p>"
    assert only.figures == ()


@pytest.mark.parametrize("name", EVERY_KIND)
def test_each_kind_is_read_from_its_container(name: str) -> None:
    text, kind = EVERY_KIND[name]

    (figure,) = slide(text).figures

    assert type(figure) is kind
    assert figure.name == name


def test_what_stands_in_a_container_is_read_into_its_figure() -> None:
    figures = {name: slide(text).figures[0] for name, (text, _kind) in EVERY_KIND.items()}

    assert figures["fact"] == Fact("30 %", "samen", "<p>Zij <strong>durven</strong>.</p>")
    assert figures["open"] == Open(("Wat?", "Hoe?"), longest=40, most=2)
    assert figures["choice"] == Choice(("rood", "blauw"), several=False)
    assert figures["map"] == Map("nl", (Place("Utrecht", 52.09, 5.12, 3),))
    assert figures["lead"] == Lead("Wij bewaren dit.", to="a@example.org")
    assert figures["friend"] == Friend("Schrijf iets.")


def test_a_slide_may_have_several_figures_in_their_order() -> None:
    both = EVERY_KIND["fact"][0] + "\n\n" + EVERY_KIND["open"][0]

    only = slide(both)

    assert [figure.name for figure in only.figures] == ["fact", "open"]
    assert only.asks == only.figures[1]


def test_the_words_of_a_question_are_its_own_or_the_slides() -> None:
    assert slide("::: open\n- Wat?\n- Hoe?\n:::").question(1) == "Hoe?"
    assert slide("::: open\n:::").question(0) == "Titel"


@pytest.mark.parametrize(
    ("written", "value", "label"),
    [
        ("value=30 label=samen", "30", "samen"),
        ('value="30 %" label="a } b = c"', "30 %", "a } b = c"),
        ('value=30 label=""', "30", ""),
        ('  value=30\tlabel="<b>&amp;"  ', "30", "<b>&amp;"),
        ('label=later value="é–ü"', "é–ü", "later"),
    ],
)
def test_attributes_are_read_bare_or_between_quotes(written: str, value: str, label: str) -> None:
    (figure,) = slide(f"::: fact {{{written}}}\n:::").figures

    assert figure == Fact(value, label, "")


@pytest.mark.parametrize(
    "container",
    [
        ":::open\n- Wat?\n:::",
        ":::: open\n- Wat?\n::::",
        "::: open\n- Wat?\n:::::",
        ":::\topen\n- Wat?\n:::  ",
        "  ::: open\n  - Wat?\n  :::",
        "> ::: open\n> - Wat?\n> :::",
    ],
)
def test_a_container_may_be_written_in_these_ways(container: str) -> None:
    assert slide(container).figures == (Open(("Wat?",)),)


@pytest.mark.parametrize("fence", ["```", "~~~", "````"])
def test_dashes_and_colons_in_a_code_block_are_code(fence: str) -> None:
    code = "---\n::: open\n:::\n# geen titel\n<b>"

    (only,) = deck(f"# Een\n\n{fence}\n{code}\n{fence}\n\nna\n").slides

    assert only.figures == ()
    assert "---\n::: open\n:::\n# geen titel\n&lt;b&gt;" in only.body
    assert only.body.endswith("<p>na</p>")


def test_an_indented_code_block_is_code_too() -> None:
    assert "::: open\n---" in slide("    ::: open\n    ---\n").body


def test_a_line_across_a_container_stays_in_it() -> None:
    (figure,) = slide("::: fact {value=1}\na\n\n---\n\nb\n:::").figures

    assert figure.body == "<p>a</p>\n<hr />\n<p>b</p>"


@pytest.mark.parametrize("last", ["", "\n", "\n\n  ", "\n\t", "\n   \n"])
def test_the_file_may_end_in_any_way(last: str) -> None:
    assert slide(f"::: open\n- Wat?\n:::{last}").figures == (Open(("Wat?",)),)


@pytest.mark.parametrize("separator", ["\u2028", "\x0b", "\x0c", "\x85"])
def test_only_a_line_end_ends_a_line(separator: str) -> None:
    only = slide(f"voor{separator}::: open\n\n::: open\n- Wat?\n:::")

    assert only.figures == (Open(("Wat?",)),)


def test_a_zero_character_becomes_a_sign_that_it_was_there() -> None:
    assert slide("a\0b").body == "<p>a\ufffdb</p>"


def test_the_same_source_gives_the_same_deck() -> None:
    source = FRONT + "# Een\n\n" + EVERY_KIND["chart"][0]

    assert parse(source) == parse(source)


def test_a_long_deck_is_read() -> None:
    read = deck("\n\n---\n\n".join(f"# Dia {n}\n\n" + "Woorden. " * 100 for n in range(400)))

    assert len(read.slides) == 400
