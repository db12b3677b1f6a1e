"""The pictures that lie beside a deck's file."""

import difflib
import re
from dataclasses import dataclass, field
from pathlib import Path

from workshop.decks.darkroom import MOST_BYTES, Developed, develop, too_heavy
from workshop.decks.picture import NoPicture, Picture
from workshop.language import _

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


@dataclass(slots=True)
class Folder:
    """An album: the pictures in a folder and in those below it, each developed once."""

    path: Path
    prints: dict[Path, Developed]
    """What was developed before, also for another album."""
    developed: dict[str, Developed] = field(default_factory=dict)
    """By the name that the deck uses."""
    _missing: dict[str, NoPicture] = field(default_factory=dict)

    def __call__(self, name: str) -> Picture:
        """The picture with this name.

        Raises:
            NoPicture: there is none, or none that may be shown.
        """
        if name in self._missing:
            raise self._missing[name]
        if name not in self.developed:
            try:
                self.developed[name] = self._print(name)
            except NoPicture as none:
                self._missing[name] = none
                raise
        return self.developed[name].picture

    def _print(self, name: str) -> Developed:
        path = self._place(name).resolve()
        if path not in self.prints:
            self.prints[path] = develop(self._contents(path, name), name)
        return self.prints[path]

    def _contents(self, path: Path, name: str) -> bytes:
        try:
            if not path.is_file():
                raise FileNotFoundError
            if path.stat().st_size > MOST_BYTES:
                raise too_heavy(name)
            return path.read_bytes()
        except OSError as error:
            raise NoPicture(
                _("There is no picture '{name}' that can be read.").format(name=name), self._nearest(name)
            ) from error

    def _place(self, name: str) -> Path:
        if _SCHEME.match(name):
            raise NoPicture(
                _("'{name}' lies on the internet; a room may have none.").format(name=name),
                _("Save the picture beside the deck and write its file's name."),
            )
        path = self.path / name if name.isprintable() else self.path / ".."
        if "\\" in name or not path.resolve().is_relative_to(self.path.resolve()):
            raise NoPicture(
                _("'{name}' leads out of the deck's folder.").format(name=name),
                _("Put the picture beside the deck, or in a folder beside it."),
            )
        return path

    def _nearest(self, name: str) -> str:
        folder = (self.path / name).parent
        names = sorted(path.name for path in folder.iterdir() if path.is_file()) if folder.is_dir() else []
        wanted = Path(name).name
        same = [other for other in names if other.casefold() == wanted.casefold()]
        if near := same or difflib.get_close_matches(wanted, names, 1):
            return _("Did you mean '{name}'?").format(name=near[0])
        return _("Put it beside the deck's file.")
