"""Which fonts can be added: npm packages, each pinned by its version and by the hash of its archive. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

FILES = ("regular.ttf", "bold.ttf", "LICENSE")
"""What is kept of a family: the two weights that cards use."""


@dataclass(frozen=True, slots=True)
class Family:
    """One npm package; it keeps the same files for each of the families."""

    name: str
    """That of its folder, and of the package."""
    title: str
    """As its files are called."""
    version: str
    integrity: str
    """As an npm lock has it."""
    fetched: int
    """Bytes that come over the network."""
    kept: int
    """Bytes that stay."""

    @property
    def package(self) -> str:
        """What npm calls it."""
        return f"@expo-google-fonts/{self.name}"

    @property
    def sources(self) -> dict[str, str]:
        """Where each kept file is in the package."""
        regular = f"400Regular/{self.title}_400Regular.ttf"
        bold = f"700Bold/{self.title}_700Bold.ttf"
        return dict(zip(FILES, (regular, bold, "LICENSE_FONT"), strict=True))

    @property
    def pin(self) -> str:
        """What tells this version from another."""
        return f"{self.package}@{self.version} {self.integrity}\n"


@dataclass(frozen=True, slots=True)
class FontSet:
    """What somebody asks for by one name."""

    name: str
    families: tuple[Family, ...]

    @property
    def fetched(self) -> int:
        """Bytes that come over the network."""
        return sum(family.fetched for family in self.families)

    @property
    def kept(self) -> int:
        """Bytes that stay."""
        return sum(family.kept for family in self.families)


CHINESE = FontSet(
    "chinese",
    (
        Family(
            "noto-sans-sc",
            "NotoSansSC",
            "0.4.3",
            "sha512-9rAwdFTFHbO/u6Cs0gj2jZbW74TGIiaFNQnXYH2s5wA1bzVkwbaviL4t8YUV642eGYjg86eH6DkAEQmfNHDncQ==",
            fetched=56_954_252,
            kept=21_112_692,
        ),
        Family(
            "noto-sans-tc",
            "NotoSansTC",
            "0.4.3",
            "sha512-69XAOTLPz0WlAxL6qJEKlDMxHsBd4J1M39HjV0gPF2o1xWVALOsVWvDgistnecVockA9wbU/tH5C/gyS2PdnHg==",
            fetched=38_808_616,
            kept=14_218_060,
        ),
    ),
)
JAPANESE = FontSet(
    "japanese",
    (
        Family(
            "noto-sans-jp",
            "NotoSansJP",
            "0.4.3",
            "sha512-Fl+Z6vtD24HFAYsvzB0S9Nery1ly16B9PesdY0wBd+wEHAvkNglnkTUspU0HqGOubkmoa8zusJrKv6vDx1o70A==",
            fetched=28_996_407,
            kept=10_945_360,
        ),
    ),
)
KOREAN = FontSet(
    "korean",
    (
        Family(
            "noto-sans-kr",
            "NotoSansKR",
            "0.4.3",
            "sha512-EVS/uJPcf1TgJtjmQmrFr0oGdcl7ml09CSu0E/AyGzR0UfzdR2pBbzWWPsnuzZiGUl643ODYwYiXK5+B+fLjhQ==",
            fetched=27_602_552,
            kept=12_374_188,
        ),
    ),
)
SETS = (CHINESE, JAPANESE, KOREAN)
ALL = "all"
NAMES = tuple(each.name for each in SETS)


def named(names: Iterable[str]) -> list[FontSet]:
    """The sets with these names; `all` is each of them."""
    wished = {*names}
    return [each for each in SETS if ALL in wished or each.name in wished]
