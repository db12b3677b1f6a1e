"""A workshop on a phone's home screen: its manifest, its icons, and the worker that opens it offline."""

import io
import json

import pytest
from flask.testing import FlaskClient
from PIL import Image

from workshop import assets
from workshop.workshops import Workshop


@pytest.fixture
def manifest(client: FlaskClient, workshop: Workshop) -> dict[str, object]:
    answer = client.get(f"/{workshop.code}/app.webmanifest")
    assert answer.mimetype == "application/manifest+json"
    said: dict[str, object] = json.loads(answer.text)
    return said


def test_the_home_screen_opens_this_workshop_and_nothing_else(
    manifest: dict[str, object], workshop: Workshop
) -> None:
    assert manifest["name"] == "Een kleine presentatie"
    assert manifest["start_url"] == manifest["scope"] == manifest["id"] == f"/{workshop.code}"
    assert manifest["display"] == "standalone"
    assert manifest["lang"] == "nl"


def test_the_manifest_holds_nothing_of_the_phone_that_asks(client: FlaskClient, workshop: Workshop) -> None:
    first = client.get(f"/{workshop.code}/app.webmanifest").text
    client.get(f"/{workshop.code}")

    assert client.get(f"/{workshop.code}/app.webmanifest").text == first
    assert workshop.projector_key not in first


def test_its_icons_are_there_in_the_sizes_that_it_says(
    client: FlaskClient, manifest: dict[str, object]
) -> None:
    icons = manifest["icons"]
    assert isinstance(icons, list)

    drawn = {(icon["sizes"], icon["purpose"]): picture(client, icon["src"]) for icon in icons}

    assert {sizes for sizes, _purpose in drawn} == {"192x192", "512x512"}
    for (sizes, purpose), image in drawn.items():
        assert f"{image.width}x{image.height}" == sizes
        assert image.getpixel((image.width // 2, image.height // 2)) == (0xFF, 0xFD, 0xF8, 255)
        corner = (0xA8, 0x43, 0x1F, 255) if purpose == "maskable" else (0, 0, 0, 0)
        assert image.getpixel((0, 0)) == corner


def picture(client: FlaskClient, address: str) -> Image.Image:
    answer = client.get(address)
    assert answer.mimetype == "image/png"
    return Image.open(io.BytesIO(answer.data))


@pytest.mark.parametrize("address", ["/icon-9000-round.png", "/icon-192-star.png", "/ZZZZZZ/app.webmanifest"])
def test_what_there_is_none_of_is_not_there(client: FlaskClient, address: str) -> None:
    assert client.get("/icon-192-round.png").status_code == 200
    assert client.get(address).status_code == 404


def test_the_page_names_its_manifest_and_its_icon(client: FlaskClient, workshop: Workshop) -> None:
    page = client.get(f"/{workshop.code}").text

    assert f'<link rel="manifest" href="/{workshop.code}/app.webmanifest">' in page
    assert '<link rel="apple-touch-icon" href="/icon-180-full.png">' in page
    assert page.count('<meta name="theme-color"') == 2


def test_the_worker_is_a_new_one_with_each_version(client: FlaskClient) -> None:
    answer = client.get("/sw.js")

    assert answer.mimetype == "text/javascript"
    assert answer.headers["Cache-Control"] == "no-cache"
    assert answer.text.startswith(f'const VERSION = "{assets.fingerprint()}";\n')


@pytest.mark.parametrize("address", ["/", "/sign-in", "/projector/{key}", "/sw.js"])
def test_only_our_own_worker_and_manifest_may_be_used(
    client: FlaskClient, workshop: Workshop, address: str
) -> None:
    policy = client.get(address.format(key=workshop.projector_key)).headers["Content-Security-Policy"]

    assert "worker-src 'self'" in policy
    assert "manifest-src 'self'" in policy


@pytest.mark.parametrize("address", ["/", "/sign-in", "/projector/{key}"])
def test_no_other_page_has_a_worker(client: FlaskClient, workshop: Workshop, address: str) -> None:
    page = client.get(address.format(key=workshop.projector_key))

    assert page.status_code == 200
    assert "manifest" not in page.text
    assert "phone.js" not in page.text
