"""Markdown with YAML front matter, read into a deck. Pure: text in, deck or mistakes out.

Slides stand apart by `---`, as in Marp and reveal.js. Raw HTML is shown as text.
"""

from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from workshop.decks.block import Block, plain, read_info
from workshop.decks.closing import OPENING, note_what_stays_open
from workshop.decks.deck import Deck, Slide
from workshop.decks.front_matter import UNREAD, read_front_matter, read_logo, read_look
from workshop.decks.gallery import Gallery
from workshop.decks.mistakes import DeckError, Mistakes
from workshop.decks.picture import Album, NoPicture, Picture
from workshop.decks.signs import read_signs
from workshop.kinds import KINDS, Kind
from workshop.language import _

NOTES = "notes"
NEXT = "next"
"""Not a figure: where the deck goes on after this slide."""
MOST_CHARACTERS = 500_000
LONGEST_TITLE = 300


def parse(source: str, name: str = "deck", album: Album | None = None) -> Deck:
    """The deck that `source` describes.

    Args:
        source: the whole text of the file.
        name: what the mistakes call the file.
        album: where its pictures are; without one an image stays the text that it is.

    Raises:
        DeckError: with all the mistakes in it; nothing is half-loaded.
    """
    mistakes = Mistakes()
    if len(source) > MOST_CHARACTERS:
        _too_long(mistakes)
        raise DeckError(name, mistakes.found)
    gallery = Gallery(album or _no_picture, mistakes)
    tokens = (_WITH_PICTURES if album else _READER).parse(
        f"{source}\n"
    )  # a container's rule stumbles over a last line of blanks
    note_what_stays_open(tokens, source, mistakes)
    front, tokens = _split_front_matter(tokens, mistakes)
    values = read_front_matter(front, mistakes)
    parts = [(line, tokens_, _sort(tokens_)) for line, tokens_ in _split_slides(tokens)]
    titles = tuple(sorted_.title for _line_, _tokens, sorted_ in parts)
    slides = [
        _slide(number, line, tokens_, sorted_, titles, gallery)
        for number, (line, tokens_, sorted_) in enumerate(parts, start=1)
    ]
    if not slides:
        mistakes.add(1, _("The deck has no slides."), _("Write '# Title' and some text."))
    logo = read_logo(values, front, gallery)
    _note_standing_without_game(slides, tokens, mistakes)
    if mistakes.found:
        raise DeckError(name, mistakes.found)
    look, notices = read_look(values)
    return Deck(
        title=values["title"],
        subtitle=values["subtitle"],
        language=values["language"],
        organisation=values["organisation"],
        contact=values["contact"],
        region=values["region"],
        look=look,
        slides=tuple(slides),
        notices=tuple(notices),
        reactions=read_signs(values["reactions"], 1, mistakes),
        logo=logo,
    )


def _no_picture(name: str) -> Picture:
    raise NoPicture(
        _("There is no picture '{name}' that can be read.").format(name=name),
        _("Put it beside the deck's file."),
    )


def _note_standing_without_game(slides: list[Slide], tokens: list[Token], mistakes: Mistakes) -> None:
    if any(slide.is_game for slide in slides) or not any(slide.shows_standing for slide in slides):
        return
    for token in tokens:
        kind = token.info.partition("{")[0].strip() if token.type == OPENING else ""
        if kind in KINDS and KINDS[kind].shows_standing:
            mistakes.add(
                _line(token),
                _("'{kind}' shows points, and this deck has no quiz.").format(kind=kind),
                _("Put a slide with ::: quiz before it."),
            )


def _markdown(*without: str) -> MarkdownIt:
    # html off: tags come out as text. No lheading: '---' under a line of text is a new slide here, not an
    # underlined heading.
    reader = MarkdownIt("commonmark", {"html": False, "typographer": False})
    reader.enable("table").disable(["lheading", *without])
    reader.use(front_matter_plugin)
    reader.use(container_plugin, name="block", validate=lambda *_: True)
    return reader


_WITH_PICTURES = _markdown()
_READER = _markdown("image")


def _too_long(mistakes: Mistakes) -> None:
    mistakes.add(
        1,
        _("The deck is longer than {n} characters.").format(n=MOST_CHARACTERS),
        _("Split it into several decks."),
    )


def _split_front_matter(tokens: list[Token], mistakes: Mistakes) -> tuple[str, list[Token]]:
    if tokens and tokens[0].type == "front_matter":
        return tokens[0].content, tokens[1:]
    mistakes.add(1, _("The deck has no front matter."), _("Start with ---, 'title: …', and ---."))
    return f"title: {UNREAD}", tokens


def _split_slides(tokens: list[Token]) -> list[tuple[int, list[Token]]]:
    slides: list[tuple[int, list[Token]]] = []
    part: list[Token] = []
    line = 1
    for token in tokens:
        if token.type == "hr" and token.level == 0 and token.markup.startswith("-"):
            slides.append((line, part))
            part, line = [], _line(token) + 1
        else:
            part.append(token)
    slides.append((line, part))
    # An empty part is a stray '---', most often the one at the end.
    return [(line, part) for line, part in slides if part]


@dataclass(slots=True)
class _Parts:
    """A slide's tokens, sorted by what they become."""

    title: str = ""
    heading: Token | None = None
    body: list[Token] = field(default_factory=list)
    blocks: list[tuple[Token, list[Token]]] = field(default_factory=list)


def _slide(
    number: int,
    line: int,
    tokens: list[Token],
    parts: _Parts,
    titles: tuple[str, ...],
    gallery: Gallery,
) -> Slide:
    mistakes = gallery.mistakes
    if parts.heading:
        gallery.refuse(parts.heading, _("Put it below the title, on a line of its own."), 1)
    body, pictures = gallery.take(parts.body)
    if not parts.title:
        mistakes.add(
            tokens[0].map[0] + 1 if tokens[0].map else line,
            _("Slide {n} has no title.").format(n=number),
            _("Start it with '# ' and a few words."),
        )
    if len(parts.title) > LONGEST_TITLE:
        mistakes.add(
            line,
            _("The title of slide {n} is longer than {most} characters.").format(
                n=number, most=LONGEST_TITLE
            ),
            _("Say it in fewer words: it has to fit on a screen."),
        )
    figures: list[tuple[int, Kind]] = []
    asking: list[int] = []
    notes = ""
    goes_on_at = 0
    for opening, inside in parts.blocks:
        if mistakes.at(_line(opening)):
            continue  # it is not closed: what it swallowed would only give mistakes that are none
        block = _block(opening, inside, gallery)
        block.slide, block.titles = number, titles
        if block.name == NOTES:
            block.refuse_pictures()
            notes += block.html
        elif block.name == NEXT:
            block.nothing()
            goes_on_at = block.slide_at(block.text("slide", required=True), block.line)
            block.refuse_leftovers()
        elif (kind := _kind(block)) is not None:
            figures.append((block.line, kind))
            asking += [block.line] * kind.asks
    if len(asking) > 1:
        mistakes.add(
            asking[1],
            _("Slide {n} asks two things at once.").format(n=number),
            _("Put each question or form on a slide of its own."),
        )
    return Slide(
        number=number,
        title=parts.title,
        body=_html(body),
        notes=notes,
        figures=tuple(kind for _at, kind in figures),
        pictures=pictures,
        line=_line(tokens[0]) if tokens[0].map else line,
        figure_lines=tuple(at for at, _kind in figures),
        goes_on_at=goes_on_at,
    )


def _sort(tokens: list[Token]) -> _Parts:
    parts = _Parts()
    position = 0
    while position < len(tokens):
        token = tokens[position]
        if token.type == OPENING:
            end = _closing(tokens, position)
            parts.blocks.append((token, tokens[position + 1 : end]))
            position = end
        elif token.type == "heading_open" and token.tag == "h1" and not parts.title:
            parts.heading = tokens[position + 1]
            parts.title = plain(parts.heading)
            position += 2
        else:
            parts.body.append(token)
        position += 1
    return parts


def _closing(tokens: list[Token], position: int) -> int:
    depth = 0
    for index in range(position, len(tokens)):
        depth += tokens[index].nesting if tokens[index].type.startswith("container_block") else 0
        if depth == 0:
            return index
    return len(tokens)


def _block(opening: Token, inside: list[Token], gallery: Gallery) -> Block:
    line = _line(opening)
    name, attributes = read_info(opening.info, line, gallery.mistakes)
    for token in inside:  # lines count from 1, as editors show them
        if token.map:
            token.map = [token.map[0] + 1, token.map[1]]
    return Block(
        name=name,
        line=line,
        tokens=inside,
        html=_html(inside),
        mistakes=gallery.mistakes,
        gallery=gallery,
        attributes=attributes,
    )


def _kind(block: Block) -> Kind | None:
    if block.name not in KINDS:
        what = _("There is no '{kind}' container.").format(kind=block.name)
        block.mistakes.unknown(block.line, what, block.name, {*KINDS, NOTES, NEXT} - {""})
        return None
    kind = KINDS[block.name].read(block)
    block.refuse_leftovers()
    return kind


def _html(tokens: list[Token]) -> str:
    rendered: str = _READER.renderer.render(tokens, _READER.options, {})
    return rendered.strip()


def _line(token: Token) -> int:
    return (token.map[0] if token.map else 0) + 1
