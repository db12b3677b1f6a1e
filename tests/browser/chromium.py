"""Starts a Chromium for the browser tests.

`python -m tests.browser.chromium` gets one where there is none.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress

from playwright.sync_api import Browser, Error, Playwright, sync_playwright

VARIABLE = "WORKSHOP_CHROMIUM"
ON_PATH = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PLAYWRIGHTS_OWN = None  # Playwright's word for the browser that it downloaded itself
START_WITHIN = 30_000  # milliseconds

APT_UPDATE = ("apt-get", "update", "-qq")
APT_INSTALL = ("apt-get", "install", "-y", "-qq", "--no-install-recommends")
PLAYWRIGHT = (sys.executable, "-m", "playwright")
# Playwright tries five times: a host that never answers holds it for 25 s instead of 150 s.
PATIENCE = {"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "5000", "DEBIAN_FRONTEND": "noninteractive"}
LONGEST_INSTALL = 300  # seconds


class NoChromiumError(Exception):
    """No browser starts here; the text says what to do."""


def launch(playwright: Playwright) -> Browser:
    """The first Chromium that really starts: one on PATH may be a stub that tells what to install.

    Raises:
        NoChromiumError: none does.
    """
    for path in candidates():
        with suppress(Error):
            return playwright.chromium.launch(executable_path=path, timeout=START_WITHIN)
    raise NoChromiumError(advice())


def candidates() -> Iterator[str | None]:
    if named := os.environ.get(VARIABLE):
        yield named
        return
    yield from filter(None, map(shutil.which, ON_PATH))
    yield PLAYWRIGHTS_OWN


def advice() -> str:
    if named := os.environ.get(VARIABLE):
        return f"{VARIABLE} names {named}, and that does not start as a Chromium"
    return (
        "No Chromium starts here, and the browser tests need one: install it (on Debian: apt-get"
        f" install chromium) or name one, as in {VARIABLE}=/path/to/chromium make test"
    )


def launch_or_get(playwright: Playwright) -> Browser:
    """Like `launch`, and where none starts it installs one: Debian's, else Playwright's."""
    with suppress(NoChromiumError):
        return launch(playwright)
    for source, commands in sources():
        print(f"no Chromium here: getting {source}", flush=True)
        if all(map(succeeds, commands)):
            with suppress(NoChromiumError):
                return launch(playwright)
    raise NoChromiumError(advice())


def sources() -> Iterator[tuple[str, tuple[tuple[str, ...], ...]]]:
    if os.environ.get(VARIABLE):
        return
    if apt_may_install():
        yield "Debian's, by apt-get", (APT_UPDATE, (*APT_INSTALL, "chromium"))
    yield "Playwright's", ((*PLAYWRIGHT, "install", "--only-shell", "chromium"),)


def apt_may_install() -> bool:
    return shutil.which("apt-get") is not None and os.geteuid() == 0


def playwright_starts() -> bool:
    """A bare Debian lacks a library of Playwright's own Node, and Playwright does not say so."""
    return succeeds((*PLAYWRIGHT, "--version")) or (
        apt_may_install()
        and all(map(succeeds, (APT_UPDATE, (*APT_INSTALL, "libatomic1"))))
        and succeeds((*PLAYWRIGHT, "--version"))
    )


def succeeds(command: tuple[str, ...]) -> bool:
    with suppress(OSError, subprocess.TimeoutExpired):
        ended = subprocess.run(
            command, env=PATIENCE | os.environ, timeout=LONGEST_INSTALL, capture_output=True
        )
        return ended.returncode == 0
    return False


def main() -> str | None:
    """Nothing where a browser starts, else what to do: `sys.exit` prints that and fails."""
    if not playwright_starts():
        return "Playwright does not start here; on Debian this helps: apt-get install libatomic1"
    with sync_playwright() as playwright:
        try:
            launch_or_get(playwright).close()
        except NoChromiumError as none:
            return str(none)
    return None


if __name__ == "__main__":
    sys.exit(main())
