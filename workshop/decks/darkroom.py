"""From a picture's file to what browsers get: checked, upright, no larger than it is shown, and without
anything that was not to be seen, such as where and with what it was taken."""

import hashlib
import io
import warnings
from dataclasses import dataclass

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from workshop.decks.picture import NoPicture, Picture, Print
from workshop.language import _

FORMATS = ("JPEG", "PNG", "WEBP")
MOST_BYTES = 30_000_000
MOST_PIXELS = 60_000_000
"""More than phones make; a small file may unpack to billions, and its first bytes tell how many."""
LARGE, SMALL = 1920, 640
"""The longest side in pixels: for a projector, and for a phone."""
_QUALITY = 82
_BROKEN = (OSError, ValueError, SyntaxError, EOFError, MemoryError, Image.DecompressionBombError)
"""What Pillow raises for files that are not what they say."""


@dataclass(frozen=True, slots=True)
class Developed:
    """A picture and the contents of its two sizes, as WebP."""

    picture: Picture
    large: bytes
    small: bytes


def develop(contents: bytes, name: str) -> Developed:
    """The picture in a file's contents.

    Args:
        name: what mistakes call the file.

    Raises:
        NoPicture: it is none that can be shown.
    """
    if len(contents) > MOST_BYTES:
        raise too_heavy(name)
    image = _opened(contents, name)
    try:
        upright = _upright(image)
    except _BROKEN as error:
        raise _unreadable(name) from error
    exact = image.format == "PNG"
    large, small = _printed(upright, LARGE, exact), _printed(upright, SMALL, exact)
    return Developed(Picture(large[0], small[0]), large[1], small[1])


def too_heavy(name: str) -> NoPicture:
    """Says that a file is larger than it may be."""
    return NoPicture(
        _("'{name}' is larger than {n} MB.").format(name=name, n=MOST_BYTES // 1_000_000),
        _("Save it smaller: {n} pixels wide is enough.").format(n=LARGE),
    )


def _opened(contents: bytes, name: str) -> Image.Image:
    if _is_svg(contents):
        raise NoPicture(
            _("'{name}' is an SVG, which can hold a script.").format(name=name), _("Save it as PNG.")
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of bombs: ours is the lower limit
            image = Image.open(io.BytesIO(contents), formats=FORMATS)
    except UnidentifiedImageError as error:
        raise NoPicture(
            _("'{name}' is no PNG, JPEG or WebP.").format(name=name), _("Save it as one of these.")
        ) from error
    except _BROKEN as error:
        raise _unreadable(name) from error
    if image.width * image.height > MOST_PIXELS:
        raise NoPicture(
            _("'{name}' has more than {n} million pixels.").format(name=name, n=MOST_PIXELS // 1_000_000),
            _("Save it smaller: {n} pixels wide is enough.").format(n=LARGE),
        )
    return image


def _is_svg(contents: bytes) -> bool:
    start = contents[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith(b"<") and b"<svg" in start


def _unreadable(name: str) -> NoPicture:
    return NoPicture(_("'{name}' cannot be read: it is broken.").format(name=name), _("Save it again."))


def _upright(image: Image.Image) -> Image.Image:
    """As cameras mean it, in the colours of the web, and no larger than it is shown."""
    profile = image.info.get("icc_profile")
    if image.format == "JPEG":
        image.draft("RGB", (LARGE, LARGE))  # decodes a large photograph at a part of its size
    image = _in_web_colours(ImageOps.exif_transpose(image), profile)
    image.thumbnail((LARGE, LARGE), Image.Resampling.LANCZOS)
    return image


def _in_web_colours(image: Image.Image, profile: bytes | None) -> Image.Image:
    if image.mode.startswith(("I", "F")):
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")  # 16 bits of grey
    mode = "RGBA" if image.has_transparency_data else "RGB"
    if image.mode not in ("RGB", "RGBA", "CMYK"):
        return image.convert(mode)
    if profile:
        try:
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode=mode)
            return converted or image.convert(mode)
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # the profile is of no use: its colours are taken for those of the web
    return image.convert(mode)


def _printed(image: Image.Image, longest: int, exact: bool) -> tuple[Print, bytes]:
    """One size. A drawing is sharp and small without loss, a photograph with it: whichever is smaller."""
    image = image.copy()
    image.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    image.info.clear()
    contents = _as_webp(image, lossless=False)
    if exact:
        contents = min(_as_webp(image, lossless=True), contents, key=len)
    return Print(hashlib.sha256(contents).hexdigest(), *image.size), contents


def _as_webp(image: Image.Image, *, lossless: bool) -> bytes:
    out = io.BytesIO()
    image.save(out, "WEBP", quality=_QUALITY, lossless=lossless, method=2 if lossless else 4)
    return out.getvalue()
