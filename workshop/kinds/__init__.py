"""The kinds of container that a deck can have: every file in this folder is one."""

import pkgutil
from importlib import import_module

from workshop.kinds.kind import KINDS, Counted, Kind

for _module in pkgutil.iter_modules(__path__, f"{__name__}."):
    import_module(_module.name)

__all__ = ["KINDS", "Counted", "Kind"]
