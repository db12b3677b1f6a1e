"""Static files on the line: packed where the browser takes it so, and kept for good."""

import gzip
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from workshop import assets, packed
from workshop.assets import STATIC, fingerprint

ZIPPED = {"Accept-Encoding": "gzip, deflate"}
TEXTS = ["css/tokens.css", "js/phone.js", "img/icon.svg", "vendor/socket.io/socket.io.esm.min.js"]


def address(name: str) -> str:
    return f"/static/{fingerprint()}/{name}"


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_comes_packed_and_is_the_same_unpacked(client: FlaskClient, name: str) -> None:
    answer = client.get(address(name), headers=ZIPPED)

    assert answer.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in answer.headers["Vary"]
    content = (STATIC / name).read_bytes()
    assert gzip.decompress(answer.data) == (packed.bare(content) if name.endswith(".js") else content)


@pytest.mark.parametrize("accepted", ["", "identity", "gzip;q=0", "br"])
def test_a_browser_that_does_not_take_it_packed_gets_it_plain(client: FlaskClient, accepted: str) -> None:
    answer = client.get(address("js/phone.js"), headers={"Accept-Encoding": accepted})

    assert "Content-Encoding" not in answer.headers
    assert answer.data == packed.bare((STATIC / "js/phone.js").read_bytes())


@pytest.mark.parametrize("name", [*TEXTS, "vendor/fraunces/latin.woff2"])
def test_a_browser_keeps_it_for_good(client: FlaskClient, name: str) -> None:
    with client.get(address(name), headers=ZIPPED) as answer:
        assert answer.status_code == 200

    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_what_is_packed_already_is_sent_as_it_is(client: FlaskClient) -> None:
    with client.get(address("vendor/fraunces/latin.woff2"), headers=ZIPPED) as answer:
        font = answer.data

    assert "Content-Encoding" not in answer.headers
    assert font.startswith(b"wOF2")


def test_a_file_of_another_version_is_not_there(client: FlaskClient) -> None:
    assert client.get("/static/000000000000/js/phone.js").status_code == 404


OUTSIDE = ["../workshop/web.py", "%2e%2e/pyproject.toml", "js/../../README.md", "../templates/base.css"]


@pytest.mark.parametrize("name", [*OUTSIDE, "nothing.js", "js"])
def test_nothing_outside_the_folder_is_served(client: FlaskClient, name: str) -> None:
    assert client.get(address(name)).status_code == 404


def test_scripts_come_without_their_comments_and_with_all_else() -> None:
    script = b"""// Why this is here.
import { a } from "./a.js";

/** What it does.
 * @param {string} b */
export function c(b) {
  // Because.
  return /** @type {any} */ (a("https://x", b)); // so
}
"""

    assert (
        packed.bare(script)
        == b"""import { a } from "./a.js";

export function c(b) {
  return /** @type {any} */ (a("https://x", b)); // so
}
"""
    )


@pytest.mark.parametrize("path", sorted((assets.STATIC / "js").rglob("*.js")), ids=lambda path: path.name)
def test_no_text_of_a_script_looks_like_a_comment(path: Path) -> None:
    for text in re.findall(r"`[^`]*`", path.read_text()):
        assert not re.search(r"^\s*(//|/\*\*)", text, re.M)
