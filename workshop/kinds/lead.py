"""The call to action: a form by which people say that they want to hear more."""

import re
from dataclasses import dataclass
from typing import ClassVar, Literal, Self, get_args

from workshop.decks.block import Block, Item, read_info
from workshop.kinds.kind import Kind
from workshop.language import _

FieldKind = Literal[
    "name", "telephone", "email", "school", "profile", "board", "question", "line", "text", "choice", "agree"
]
KINDS: tuple[FieldKind, ...] = get_args(FieldKind)
OWN_COLUMNS = KINDS[: KINDS.index("line")]
"""Kinds that every list of leads knows, so that a form has each of them once at most."""
MOST_FIELDS = 15
MOST_OPTIONS = 20


@dataclass(frozen=True, slots=True)
class Asked:
    """A field of the form, as a deck declares it: `- Label {kind=… required=true}`."""

    kind: FieldKind
    label: str
    required: bool = False
    options: tuple[str, ...] = ()
    help: str = ""
    purpose: str = ""
    """Of kind `agree`: one word for what the person agrees to; the label is the sentence."""


@dataclass(frozen=True, slots=True)
class Lead(Kind):
    """The call-to-action form: what it asks, what a person agrees to, and where leads are mailed."""

    name: ClassVar[str] = "lead"
    asks: ClassVar[bool] = True
    is_form: ClassVar[bool] = True
    fixed: ClassVar[tuple[str, ...]] = ("asked",)

    consent: str
    to: str = ""
    confirm: bool = False
    """Whether an e-mail address is confirmed by a link that is mailed there."""
    asked: tuple[Asked, ...] = ()
    """The fields; without any, the usual ones."""

    @classmethod
    def read(cls, block: Block) -> Self:
        items, consent = block.items_and_text()
        if not consent:
            block.mistakes.add(
                block.line,
                _("The form does not say what people agree to."),
                _("Write in one sentence who keeps what, and for what."),
            )
        asked = tuple(_asked(item, block) for item in items)
        _check(asked, block)
        return cls(consent=consent, to=_to(block), confirm=block.flag("confirm"), asked=asked)

    @property
    def build(self) -> dict[str, object]:
        # The same in each language: a field that is asked in one only would stay empty in the other.
        kinds = ", ".join(each.kind + ("!" if each.required else "") for each in self.asked)
        return {"confirm": self.confirm, "fields": kinds}


def _to(block: Block) -> str:
    to = block.text("to")
    if to and not re.fullmatch(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+", to):
        block.mistakes.add(
            block.line,
            _("'{name}' is '{text}'.").format(name="to", text=to),
            _("Write one e-mail address, such as info@example.org."),
        )
    return to


def _asked(item: Item, block: Block) -> Asked:
    label, attributes = read_info(item.text, item.line, block.mistakes)
    inner = Block(block.name, item.line, [], "", block.mistakes, block.gallery, attributes)
    kind = inner.one_of("kind", ("line", *(kind for kind in KINDS if kind != "line")))
    asked = Asked(
        kind=kind,  # type: ignore[arg-type]  # one_of gives one of them
        label=label,
        required=inner.flag("required"),
        options=tuple(filter(None, (option.strip() for option in inner.text("options").split(";")))),
        help=inner.text("help"),
        purpose=inner.text("purpose", required=kind == "agree"),
    )
    inner.refuse_leftovers()
    _check_options(asked, item, block)
    return asked


def _check_options(asked: Asked, item: Item, block: Block) -> None:
    if asked.kind == "choice" and not 2 <= len(asked.options) <= MOST_OPTIONS:
        block.mistakes.add(
            item.line,
            _("A choice has 2 to {n} options.").format(n=MOST_OPTIONS),
            _('Write them between quotes with semicolons: options="Primary school; Secondary school".'),
        )
    if not asked.label:
        block.mistakes.add(
            item.line, _("This field has no name."), _("Write what is asked before the brace.")
        )


def _check(asked: tuple[Asked, ...], block: Block) -> None:
    kinds = [each.kind for each in asked]
    for kind in OWN_COLUMNS:
        if kinds.count(kind) > 1:
            block.mistakes.add(
                block.line,
                _("The form asks '{kind}' twice.").format(kind=kind),
                _("Make the second one kind=line or kind=text."),
            )
    purposes = [each.purpose for each in asked if each.kind == "agree"]
    if len(set(purposes)) < len(purposes):
        block.mistakes.add(
            block.line,
            _("Two sentences to agree to have the same purpose."),
            _("Give each a word of its own: purpose=newsletter."),
        )
    if asked and not {"telephone", "email"} & set(kinds):
        block.mistakes.add(
            block.line,
            _("Nobody can be reached by this form."),
            _("Add a line with {kind=telephone} or {kind=email}."),
        )
    if len(asked) > MOST_FIELDS:
        block.mistakes.add(
            block.line,
            _("The form has more than {n} fields.").format(n=MOST_FIELDS),
            _("Nobody fills in so many on a phone: ask what you need to call back."),
        )
