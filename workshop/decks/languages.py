"""One deck in several languages: a file each, put together where they are built alike. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from workshop.decks.deck import Deck, Slide
from workshop.decks.mistakes import DeckError, Mistake
from workshop.kinds import Kind
from workshop.kinds.kind import LINES
from workshop.language import _


class Written(NamedTuple):
    """A deck in one language, and the file in which it stands."""

    name: str
    source: str
    deck: Deck


def together(files: Sequence[Written]) -> Deck:
    """The first deck with the others as its translations.

    Raises:
        DeckError: with each place at which one is not built as the first is.
    """
    main, *others = files
    errors = []
    for number, other in enumerate(others, start=1):
        if mistakes := [*_same_language(other, files[:number]), *_differences(other, main)]:
            errors.append(DeckError(other.name, mistakes))
    if errors:
        raise DeckError.of_files(errors)
    return replace(main.deck, translations=tuple(_of(main.deck, other.deck) for other in others))


def _of(main: Deck, translation: Deck) -> Deck:
    """What is no matter of language is that of the main deck."""
    return replace(
        translation,
        look=main.look,
        region=main.region,
        organisation=translation.organisation or main.organisation,
        contact=translation.contact or main.contact,
        logo=translation.logo or main.logo,
    )


def _same_language(other: Written, before: Sequence[Written]) -> list[Mistake]:
    twin = next((each for each in before if each.deck.language == other.deck.language), None)
    if twin is None:
        return []
    what = _("The language is '{name}', as in {file}.").format(name=other.deck.language, file=twin.name)
    return [Mistake(_line_of_language(other.source), what, _("Give each file a language of its own."))]


def _line_of_language(source: str) -> int:
    lines = enumerate(source.split("\n"), start=1)
    return next((number for number, line in lines if line.lstrip().startswith("language:")), 1)


def _differences(other: Written, main: Written) -> list[Mistake]:
    found: list[Mistake] = []
    for there, here in zip_longest(main.deck.slides, other.deck.slides):
        if there is None or here is None:
            return [*found, _other_count(other, main)]
        if mistake := _other_figures(here, there, main.name):
            return [*found, mistake]  # mostly a slide too many or too few: what follows is out of step
        found += _other_build(here, there, main.name)
    return found


def _other_count(other: Written, main: Written) -> Mistake:
    here, there = other.deck.slides, main.deck.slides
    line = here[len(there)].line if len(here) > len(there) else here[-1].line
    what = _("There are {here} slides, and {there} in {file}.")
    return Mistake(line, what.format(here=len(here), there=len(there), file=main.name), _same_slides())


def _other_figures(here: Slide, there: Slide, file: str) -> Mistake | None:
    names, wanted = _names(here), _names(there)
    if names == wanted:
        return None
    what = _("Slide {n} has {here}, and in {file} it has {there}.")
    said = what.format(n=here.number, here=_listed(names), there=_listed(wanted), file=file)
    return Mistake(here.line, said, _same_slides())


def _other_build(here: Slide, there: Slide, file: str) -> list[Mistake]:
    pairs = zip(here.figures, there.figures, here.figure_lines, strict=True)
    return [
        Mistake(line, what, _("Make it the same: answers in all languages are counted together."))
        for figure, wanted, line in pairs
        if figure.asks
        for what in _said_differences(figure, wanted, file)
    ]


def _said_differences(here: Kind, there: Kind, file: str) -> list[str]:
    lines = _("'{kind}' has {here} lines, and in {file} {there}.")
    value = _("'{kind}' has {name}={here}, and in {file} {name}={there}.")
    return [
        (lines if name == LINES else value).format(
            kind=here.name, name=name, here=_written(here.build[name]), there=_written(wanted), file=file
        )
        for name, wanted in there.build.items()
        if here.build[name] != wanted
    ]


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str("" if value is None else value)


def _names(slide: Slide) -> list[str]:
    return [figure.name for figure in slide.figures]


def _listed(names: list[str]) -> str:
    return ", ".join(f"‘{name}’" for name in names) or _("words only")


def _same_slides() -> str:
    return _("Give all files the same slides in the same order.")
