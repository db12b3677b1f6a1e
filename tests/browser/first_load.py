"""A phone's first visit, over a line as slow as one wants: what comes over it, and when."""

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, Page

from tests.browser.room import SLOW

_PAINTED = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
_ENABLED = "() => document.querySelector('.send-button:enabled') && performance.now()"
_SAVED = "() => document.querySelector('.note-state[data-state=saved]') && performance.now()"


@dataclass
class FirstLoad:
    """What came: each address with its bytes on the wire, headers too; and milliseconds since the start."""

    sizes: dict[str, int] = field(default_factory=dict)
    steps: dict[str, int] = field(default_factory=dict)
    """Each address with the number of answers that had to come before it was asked for."""
    asked_twice: list[str] = field(default_factory=list)
    read_ms: float = 0
    answerable_ms: float = 0
    saved_ms: float = 0

    @property
    def kib(self) -> float:
        """All that came, in KiB."""
        return sum(self.sizes.values()) / 1024


def first_load(browser: Browser, address: str, latency: int = 0, kbit: int = 0) -> FirstLoad:
    """Opens the page of a phone that was never there, writes an answer, and waits until it is saved.

    Args:
        browser: which Chromium.
        address: of a workshop whose slide asks an open question.
        latency: milliseconds from a request to the first byte of its answer.
        kbit: kilobits a second, both ways; 0 for no limit.
    """
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, locale="nl-NL", is_mobile=True, has_touch=True
    )
    page = context.new_page()
    page.set_default_timeout(SLOW)
    came = FirstLoad()
    _watch(page, came, latency, kbit)
    page.goto(address, wait_until="commit")
    page.locator("textarea").first.fill("Vertrouwen geven", timeout=SLOW)
    came.read_ms = _moment(page, _PAINTED)
    came.answerable_ms = _moment(page, _ENABLED)
    page.locator(".send-button:enabled").click()
    came.saved_ms = _moment(page, _SAVED)
    page.wait_for_load_state("networkidle")
    context.close()
    return came


def _watch(page: Page, came: FirstLoad, latency: int, kbit: int) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    bytes_a_second = kbit * 125 or -1
    session.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": latency,
            "downloadThroughput": bytes_a_second,
            "uploadThroughput": bytes_a_second,
        },
    )
    addresses: dict[str, str] = {}

    def asked(event: dict[str, Any]) -> None:
        address = addresses[event["requestId"]] = event["request"]["url"]
        if address in came.steps:
            came.asked_twice.append(address)
        initiator = event.get("initiator", {})
        stack = initiator.get("stack", {}).get("callFrames") or [{}]
        by = initiator.get("url") or stack[0].get("url")
        came.steps.setdefault(address, came.steps.get(by, -1) + 1)

    def arrived(event: dict[str, Any]) -> None:
        address = addresses[event["requestId"]]
        came.sizes[address] = came.sizes.get(address, 0) + round(event["encodedDataLength"])

    session.on("Network.requestWillBeSent", asked)
    session.on("Network.loadingFinished", arrived)


def _moment(page: Page, expression: str) -> float:
    return float(page.wait_for_function(expression).json_value())
