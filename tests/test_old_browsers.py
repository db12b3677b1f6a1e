"""What the phone's page runs and wears works on a telephone of six years: in Chrome 87 and in Safari 15.

A script that has something newer breaks, so it has none, or asks first. A style that is newer is passed
over: what counts then stands before it in the same rule, or around it stands an `@supports`. That is a must
where a `var()` is in it, for such a line is only found wanting when the one before it is forgotten already.
Where a browser does not know one selector of a list it passes over the whole rule. Only rules that can match
something on a phone are looked at: much of a kind's style sheet is for the projector.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest
from jinja2 import Environment, meta

from workshop import assets
from workshop.assets import TEMPLATES
from workshop.kinds import KINDS
from workshop.live.pages import sheets_of_phone
from workshop.packed import bare

NEWER_SCRIPT = {
    "a static block": r"\bstatic\s*\{",
    "#x in": r"#\w+ in\b",
    "await at the top": r"(?m)^(?:(?:const|let) [^=]+= )?await\b",
    "a look behind": r"\(\?<[=!]",
    "an import with attributes": r"\bfrom\s*\"[^\"]+\"\s*(?:with|assert)\b",
    "at": r"\.at\(",
    "findLast": r"\.findLast(?:Index)?\(",
    "toSorted": r"\.to(?:Sorted|Reversed|Spliced)\(|\.with\(",
    "groupBy": r"\.(?:groupBy|fromAsync|withResolvers|canParse)\(",
    "structuredClone": r"\bstructuredClone\(",
    "hasOwn": r"\bObject\.hasOwn\(",
    "randomUUID": r"\.randomUUID\(",
    "AbortSignal": r"(?<!AbortSignal\.timeout \? )\bAbortSignal\.(?:timeout|any)\(",
    "a dialog": r"\.(?:showModal|showPopover|togglePopover)\(",
    "requestSubmit": r"\.requestSubmit\(",
    "requestIdleCallback": r"\brequestIdleCallback\(",
    "checkVisibility": r"\.checkVisibility\(",
    "BroadcastChannel": r"\bnew BroadcastChannel\b",
    "locks": r"\bnavigator\.locks\.",
    "a transition of views": r"\.startViewTransition\(",
    "inert": r"\.inert\b",
}
NEWER_SELECTOR = {
    "has": r":has\(",
    "is": r":(?:is|where)\(",
    "not of several": r":not\([^()]*,",
    "nesting": r"&",
    "states": r":(?:dir|user-invalid|user-valid|popover-open|modal|open)\b",
}
NEWER_VALUE = {
    "units of the view": r"\d[dsl]v[hwib]\b|\d[dsl]v(?:min|max)\b",
    "units of a container": r"\dcq(?:w|h|i|b|min|max)\b",
    "clip": r"^overflow(?:-[xy])?:.*\bclip\b",
    "colours": r"\b(?:color-mix|oklch|oklab|lch|lab|color|light-dark)\(",
    "subgrid": r"\bsubgrid\b",
    "a ratio": r"^aspect-ratio:",
    "words for readers": r"^content:.*\" / \"",
    "sums": r"\b(?:round|mod|rem|sin|cos|pow|sqrt|hypot|log|exp|abs|sign)\(",
    "fields that grow": r"^field-sizing:",
    "turns": r"^(?:translate|scale|rotate):",
}
NEWER_GROUP = r"@(?:layer|container|scope|starting-style|property)\b|@media[^{]*[<>]"
CLASS = re.compile(r"\.([\w-]+)")
AND = re.compile(r",(?![^()]*\))")
STRING = re.compile(r"[\"'`]([^\"'`\n]*)[\"'`]")
PARSER = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)


@dataclass(frozen=True, slots=True)
class Rule:
    """Selectors with the lines of what they set, and the groups around them, such as `@media`."""

    groups: tuple[str, ...]
    selectors: str
    lines: tuple[str, ...]


ASKED = sorted(kind.name for kind in KINDS.values() if kind.asks and not kind.is_form)
SCRIPTS = (*assets.modules_of("js/phone.js", *(f"js/kinds/{kind}.js" for kind in ASKED)), "js/worker.js")
SHEETS = [name for half in sheets_of_phone(ASKED, reactions=True) for name in half]


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_of_the_phone_needs_no_newer_browser(name: str) -> None:
    script = bare((assets.STATIC / name).read_bytes()).decode()

    assert newer(script, NEWER_SCRIPT) == []


@pytest.mark.parametrize("name", SHEETS)
def test_a_style_of_the_phone_has_something_to_fall_back_on(name: str) -> None:
    rules = [rule for rule in rules_of(assets.stylesheet([name])) if is_for_phones(rule)]

    assert [wrong for rule in rules for wrong in newer_in(rule)] == []


@pytest.mark.parametrize(
    ("script", "wrong"),
    [
        ("list.at(-1)", ["at"]),
        ("class A { static { } #b() {} }", ["a static block"]),
        ("const a = await b", ["await at the top"]),
        ("/(?<=a)b/.test(c)", ["a look behind"]),
        ("AbortSignal.timeout(1)", ["AbortSignal"]),
        ("AbortSignal.timeout ? AbortSignal.timeout(1) : undefined", []),
        ("navigator.locks?.request(a)", []),
    ],
)
def test_what_is_newer_in_a_script_is_found(script: str, wrong: list[str]) -> None:
    assert newer(script, NEWER_SCRIPT) == wrong


@pytest.mark.parametrize(
    ("styles", "wrong"),
    [
        (".phone { block-size: 100dvh }", [".phone: block-size: 100dvh"]),
        (".phone { block-size: 100vh; block-size: 100dvh }", []),
        (".phone { color: red; color: color-mix(var(--a)) }", [".phone: color: color-mix(var(--a))"]),
        ("@supports (color: color-mix(a)) { .phone { color: color-mix(var(--a)) } }", []),
        (".phone:has(a) { color: red }", [".phone:has(a)"]),
        ("@supports selector(:has(*)) { .phone:has(a) { color: red } }", []),
        ("@media (min-width: 3rem) { .phone:not(a, b) { color: red } }", [".phone:not(a, b)"]),
        ("@container (min-width: 3rem) { .phone { color: red } }", [".phone"]),
    ],
)
def test_what_is_newer_in_a_style_is_found(styles: str, wrong: list[str]) -> None:
    assert [line for rule in rules_of(styles) for line in newer_in(rule)] == wrong


def newer(text: str, table: dict[str, str]) -> list[str]:
    """What of a table is in a text."""
    return [name for name, pattern in table.items() if re.search(pattern, text)]


def newer_in(rule: Rule) -> Iterator[str]:
    """What an old browser passes over without having anything else."""
    groups = " ".join(rule.groups)
    if re.search(NEWER_GROUP, groups):
        yield rule.selectors
    if newer(rule.selectors, NEWER_SELECTOR) and "@supports selector(" not in groups:
        yield rule.selectors
    if "@supports (" in groups:
        return
    known = set()
    for line in rule.lines:
        property_, _colon, _value = line.partition(":")
        if not newer(line, NEWER_VALUE):
            known.add(property_)
        elif property_ not in known or "var(" in line:
            yield f"{rule.selectors}: {line}"


def is_for_phones(rule: Rule) -> bool:
    """Whether one of its selectors has only classes that the phone's page may have."""
    return any(words_of_phone() >= set(CLASS.findall(selector)) for selector in AND.split(rule.selectors))


@cache
def words_of_phone() -> set[str]:
    """All words in the phone's templates and in the strings of its scripts, classes among them."""
    templates = [TEMPLATES / "live/phone.html", TEMPLATES / "live/phone_slide.html"]
    templates += [*TEMPLATES.glob("kinds/*/phone.html")]
    sources = [path.read_text() for path in templates]
    for source in sources:
        for name in meta.find_referenced_templates(PARSER.parse(source)):
            if name and (again := (TEMPLATES / name).read_text()) not in sources:
                sources.append(again)
    strings = [text for name in SCRIPTS for text in STRING.findall((assets.STATIC / name).read_text())]
    return set(re.findall(r"(?<![\w.])[\w-]+", " ".join([*sources, *strings]).replace(".html", "")))


def rules_of(styles: str) -> Iterator[Rule]:
    """The rules of a style sheet, in their order."""
    groups: list[str] = []
    for before, end in re.findall(r"([^{}]*)([{}])", re.sub(r"/\*.*?\*/", "", styles, flags=re.S)):
        text = " ".join(before.split())
        if end == "{":
            groups.append(text)
            continue
        if text:
            lines = (line.strip() for line in text.split(";"))
            yield Rule(tuple(groups[:-1]), groups[-1], tuple(filter(None, lines)))
        groups.pop()
