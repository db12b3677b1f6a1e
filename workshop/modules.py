"""Which scripts a page's script will ask for, so that the page can ask for all of them at once.

A browser sees what a module imports when the module is there: on a slow line each step costs a round trip.
"""

import posixpath
import re
from collections.abc import Callable, Iterable

_IMPORTED = re.compile(r'^(?:import|export)\b(?:[^"();]*?\bfrom)?\s*"([^"]+)"', re.M)
_BROUGHT = re.compile(r'\bbring\(\s*"([^"]+)"')
"""What is wanted soon but not first: static/js/bring.js."""


def modules(entries: Iterable[str], read: Callable[[str], str]) -> list[str]:
    """The names of all modules that run for `entries`, these first; what only comes later stands last.

    Args:
        entries: names of modules, such as `js/phone.js`.
        read: gives the source of a module.
    """
    found = dict.fromkeys(entries)
    later: dict[str, None] = {}
    queue = list(found)
    for name in queue:
        source = read(name)
        later |= dict.fromkeys(_beside(name, _BROUGHT.findall(source)))
        fresh = [other for other in _beside(name, _IMPORTED.findall(source)) if other not in found]
        found |= dict.fromkeys(fresh)
        queue += dict.fromkeys(fresh)
    return [*found, *(name for name in later if name not in found)]


def _beside(name: str, addresses: Iterable[str]) -> list[str]:
    folder = posixpath.dirname(name)
    return [posixpath.normpath(posixpath.join(folder, address)) for address in addresses]
