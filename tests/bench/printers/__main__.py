"""`python -m tests.bench.printers NAME LETTERS PDF`: prints once, in this process, and tells what it took."""

import json
import sys
import time
from importlib import import_module
from pathlib import Path

from tests.bench import letters


def main(name: str, source: Path, target: Path) -> None:
    """The clock starts when the program is loaded and stops when the file is there."""
    printer = import_module(f"tests.bench.printers.{name}")
    began = time.perf_counter()
    printer.print_cards(letters.read(source), target)
    print(json.dumps({"seconds": time.perf_counter() - began}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
