"""What becomes of a picture's file, and which files are refused."""

import io
import struct
import zlib

import pytest
from PIL import Image, ImageCms

from tests.drawings import garden, logo, plan
from workshop.decks import darkroom
from workshop.decks.darkroom import LARGE, MOST_BYTES, SMALL, develop
from workshop.decks.picture import NoPicture

SVG = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
GPS = 0x8825


def saved(image: Image.Image, format: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, format, **options)
    return out.getvalue()


def opened(contents: bytes) -> Image.Image:
    return Image.open(io.BytesIO(contents))


def refusal(contents: bytes) -> NoPicture:
    with pytest.raises(NoPicture) as refused:
        develop(contents, "foto")
    return refused.value


def bomb(side: int) -> bytes:
    """A PNG of a few kilobytes that says it is so wide and so high."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    data = zlib.compress(bytes(1_000_000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_a_picture_becomes_a_large_and_a_small_one(format: str) -> None:
    developed = develop(saved(garden(2400, 1800), format), "foto")

    large, small = developed.picture.large, developed.picture.small
    assert (large.width, large.height) == (LARGE, 1440)
    assert (small.width, small.height) == (SMALL, 480)
    assert [opened(contents).format for contents in (developed.large, developed.small)] == ["WEBP", "WEBP"]
    assert opened(developed.large).size == (LARGE, 1440)
    assert len(developed.small) < len(developed.large)


def test_a_small_picture_is_not_made_larger() -> None:
    picture = develop(saved(garden(300, 200), "JPEG"), "foto").picture

    assert (picture.large.width, picture.large.height) == (300, 200)
    assert (picture.small.width, picture.small.height) == (300, 200)


def test_where_it_was_taken_and_with_what_is_gone() -> None:
    exif = Image.Exif()
    exif[0x010F] = "Telefoonfabriek"
    exif.get_ifd(GPS)[2] = (52.0, 5.0, 7.0)
    contents = saved(
        garden(400, 300), "JPEG", exif=exif, comment=b"Telefoonfabriek", xmp=b"<x>Telefoonfabriek</x>"
    )
    assert opened(contents).getexif().get_ifd(GPS)
    assert contents.count(b"Telefoonfabriek") == 3

    developed = develop(contents, "foto")

    for kept in (developed.large, developed.small):
        assert not opened(kept).getexif()
        assert not {"exif", "xmp", "icc_profile", "comment"} & opened(kept).info.keys()
        assert b"Telefoonfabriek" not in kept


def test_a_photograph_taken_sideways_stands_upright() -> None:
    image = Image.new("RGB", (300, 200), "white")
    image.paste("red", (0, 0, 60, 200))
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was held on its side: what is left is the top

    developed = develop(saved(image, "JPEG", exif=exif, quality=95), "foto")

    upright = opened(developed.large).convert("RGB")
    assert upright.size == (200, 300)
    red, green, blue = upright.getpixel((100, 20))
    assert red > 200
    assert max(green, blue) < 60


def test_what_is_transparent_stays_so() -> None:
    developed = develop(saved(logo(), "PNG"), "logo.png")

    assert opened(developed.large).convert("RGBA").getpixel((220, 100))[3] == 0


def test_a_drawing_is_kept_as_sharp_as_it_was() -> None:
    drawn = plan()

    developed = develop(saved(drawn, "PNG"), "plan.png")

    assert opened(developed.large).convert("RGB").tobytes() == drawn.tobytes()


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "PA", "I;16", "CMYK"])
def test_pictures_of_every_make_come_out_in_colour(mode: str) -> None:
    format = "JPEG" if mode == "CMYK" else "PNG"
    image = garden(80, 60)
    if mode == "I;16":
        image = Image.new("I;16", (80, 60), 65_535)
    elif mode == "PA":
        image, mode = image.convert("P"), "P"
        image.info["transparency"] = 0
    else:
        image = image.convert(mode)

    developed = develop(saved(image, format), "foto")

    assert opened(developed.large).convert("RGB").getpixel((40, 2))[2] > 150


def test_a_profile_of_other_colours_is_reckoned_with_and_a_broken_one_is_not() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = Image.new("RGB", (20, 20), (200, 80, 40))

    for profile in (lab, b"no profile"):
        developed = develop(saved(image, "PNG", icc_profile=profile), "foto")

        pixel = opened(developed.large).convert("RGB").getpixel((10, 10))
        assert max(abs(a - b) for a, b in zip(pixel, (200, 80, 40), strict=True)) <= 3


def test_the_same_file_gives_the_same_digests() -> None:
    contents = saved(garden(500, 400), "JPEG")

    assert develop(contents, "een") == develop(contents, "twee")


@pytest.mark.parametrize(
    "contents", [SVG, b"\xef\xbb\xbf  " + SVG, b"<svg onload=alert(1)>", b"<!-- x --><svg/>"]
)
def test_an_svg_is_refused_because_it_can_hold_a_script(contents: bytes) -> None:
    refused = refusal(contents)

    assert refused.what == "'foto' is an SVG, which can hold a script."
    assert refused.right == "Save it as PNG."


@pytest.mark.parametrize("format", ["GIF", "BMP", "TIFF", "PDF"])
def test_other_formats_are_refused(format: str) -> None:
    assert refusal(saved(garden(20, 20), format)).what == "'foto' is no PNG, JPEG or WebP."


@pytest.mark.parametrize("contents", [b"", b"zomaar", b"\x89PNG\r\n\x1a\n", bytes(2000)])
def test_what_is_no_picture_is_refused(contents: bytes) -> None:
    assert refusal(contents).what == "'foto' is no PNG, JPEG or WebP."


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_half_a_picture_is_refused(format: str) -> None:
    whole = saved(garden(400, 300), format)

    assert refusal(whole[: len(whole) // 2]).what == "'foto' cannot be read: it is broken."


@pytest.mark.parametrize("side", [7_800, 20_000, 100_000])
def test_a_small_file_that_would_fill_the_memory_is_refused_before_it_is_unpacked(
    side: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    contents = bomb(side)
    assert len(contents) < 2_000
    monkeypatch.setattr(darkroom, "_upright", lambda _image: pytest.fail("it was unpacked"))

    assert refusal(contents).right


def test_a_file_of_too_many_bytes_is_refused() -> None:
    refused = refusal(saved(garden(20, 20), "JPEG") + bytes(MOST_BYTES))

    assert refused.what == "'foto' is larger than 30 MB."
    assert refused.right == "Save it smaller: 1920 pixels wide is enough."
