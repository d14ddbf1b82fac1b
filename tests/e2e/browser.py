"""Chromium as a visitor uses it: opens a view, waits until it stands still, and keeps account of what went wrong."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Browser, BrowserType, ConsoleMessage, Error, Locator, Page, Request, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from tests.e2e.server import Server

CHROMIUM = Path(os.environ.get("KKR_CHROMIUM") or "/usr/bin/chromium")
MISSING = (
    f"Testene bruger browseren Chromium, og den findes ikke som {CHROMIUM}. "
    "Debian og Ubuntu: sudo apt-get install chromium. Ligger den et andet sted, så sæt KKR_CHROMIUM."
)
SIZES = {"projektor": (1920, 1080), "baerbar": (1366, 768), "telefon": (390, 844)}
_SWITCHES = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # no other host can be reached, if one is asked for
]

# Streamlit asks below the page's own address before it asks at the root, and takes the 404s as the answer.
_QUIET, _PATIENCE = 0.5, 30.0  # seconds

# The page has had nothing to do twice, a moment apart: what came has been run, and has asked for what it needs.
_IDLE = """() => new Promise((done) =>
  requestIdleCallback(() => setTimeout(() => requestIdleCallback(() => done(), { timeout: 2000 }), 50),
    { timeout: 2000 }))"""

# What the page still waits for: its title, the script, and every component. A map is drawn when the browser has said
# what it can draw, in a run of its own; a component says when it is drawn, as its script and style come on their own.
_AWAITED = """() => {
  const missing = ['[data-testid="stSkeleton"]', '[class*="-webgl"]:not(:has(canvas))',
    '[data-testid="stBidiComponentIsolated"]:not([data-tegnet])']
  const title = document.querySelector("h1")?.checkVisibility({ visibilityProperty: true }) === true
  const script = document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState
  return [title ? [] : "the title", script === "notRunning" ? [] : `the script, ${script}`,
    ...missing.map((selector) => [...document.querySelectorAll(selector)].map((each) =>
      `${selector} in ${each.closest('[class*="st-key-"]')?.className}`))].flat()
}"""
_STANDS = f"() => !({_AWAITED})().length"

_PROBE = re.compile(r"/[^/]+/_stcore/(health|host-config)$")

# Everything that can be read on the page, also inside the components' shadow trees.
_VISIBLE_TEXT = """() => {
  const texts = []
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) { texts.push(node.textContent); return }
    if (node.nodeType !== Node.ELEMENT_NODE) return
    if (["SCRIPT", "STYLE", "NOSCRIPT"].includes(node.tagName) || node.dataset.testid === "stIconMaterial") return
    const shown = node.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    if (!shown && getComputedStyle(node).display !== "contents") return
    if (node.tagName === "INPUT") texts.push(node.value || node.placeholder)
    ;(node.shadowRoot ?? node).childNodes.forEach(walk)
    texts.push("\\n")
  }
  walk(document.body)
  return texts.join(" ")
}"""


class Faults:
    """What a visitor's browser complained of: requests to elsewhere, console errors, and scripts that failed."""

    def __init__(self, page: Page, host: str) -> None:
        self._host = host
        self.found: list[str] = []
        self._listeners: dict[str, Callable[..., None]] = {
            "console": self._console,
            "pageerror": self._error,
            "request": lambda request: self._address(request.url),
            "websocket": lambda socket: self._address(socket.url),
        }
        for event, listener in self._listeners.items():
            page.on(event, listener)  # type: ignore[call-overload]
        self._page = page

    def stop(self) -> None:
        """Listen no more: the window is another test's."""
        for event, listener in self._listeners.items():
            self._page.remove_listener(event, listener)

    def _error(self, error: Error) -> None:
        # deck.gl has WebAssembly with it for formats that no map of ours has, and the policy refuses it.
        if not str(error).startswith(
            "WebAssembly.instantiate(): Compiling or instantiating WebAssembly module violates"
        ):
            self.found.append(f"pageerror: {error}")

    def _stays(self, url: str) -> bool:
        parts = urlsplit(url)
        return parts.scheme in ("data", "blob", "about") or parts.netloc == self._host

    def _address(self, url: str) -> None:
        if not self._stays(url):
            self.found.append(f"request to elsewhere: {url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not _PROBE.search(urlsplit(message.location["url"]).path):
            self.found.append(f"console: {message.text} ({message.location['url']})")


# Drawn by the processor: a machine that runs tests has no graphics of its own.
_WEBGL = {
    True: ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
    False: ["--disable-gpu", "--disable-3d-apis"],
}


@contextmanager
def chromium(kind: BrowserType, *, webgl: bool = False) -> Iterator[Browser]:
    """Start Debian's Chromium; with `webgl` maps are drawn on a canvas, slowly by the processor, else as shapes."""
    if not CHROMIUM.exists():
        raise FileNotFoundError(MISSING)
    browser = kind.launch(executable_path=CHROMIUM, args=[*_SWITCHES, *_WEBGL[webgl]])
    yield browser
    browser.close()


def new_window(browser: Browser) -> Page:
    """A window that remembers nothing of others, on a laptop's screen."""
    width, height = SIZES["baerbar"]
    return browser.new_context(viewport={"width": width, "height": height}, locale="da-DK").new_page()


class Traffic:
    """What a window has asked for and not got yet. A map's worker, a blob: address, never says that it has come."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._underway: set[Request] = set()
        self._changed = time.monotonic()
        page.on("request", self._begin)
        page.on("requestfinished", self._end)
        page.on("requestfailed", self._end)

    def _begin(self, request: Request) -> None:
        if urlsplit(request.url).scheme in ("http", "https"):
            self._underway.add(request)
            self._changed = time.monotonic()

    def _end(self, request: Request) -> None:
        self._underway.discard(request)
        self._changed = time.monotonic()

    def forget(self) -> None:
        """Wait no more for what another address asked for."""
        self._underway.clear()

    def wait(self) -> None:
        """Wait until nothing has been asked for or answered for half a second."""
        late = time.monotonic() + _PATIENCE
        while self._underway or time.monotonic() - self._changed < _QUIET:
            if time.monotonic() > late:
                raise TimeoutError(", ".join(sorted(request.url for request in self._underway)))
            self._page.wait_for_timeout(50)

    def calm(self) -> None:
        """Wait until the page, when it has had nothing to do for a moment, has asked for nothing more."""
        late = time.monotonic() + _PATIENCE
        seen = None
        while self._underway or seen != self._changed:
            if time.monotonic() > late:
                raise TimeoutError(", ".join(sorted(request.url for request in self._underway)))
            seen = self._changed
            try:
                self._page.evaluate(_IDLE)
            except Error:  # the page loads itself again, as it does once where a script is gone
                self._page.wait_for_load_state()
                seen = None

    def stop(self) -> None:
        """Listen no more: the window is another test's."""
        self._page.remove_listener("request", self._begin)
        self._page.remove_listener("requestfinished", self._end)
        self._page.remove_listener("requestfailed", self._end)


class Visitor:
    """Somebody at a browser window, on one server."""

    def __init__(self, page: Page, url: str) -> None:
        self.url = url
        self.page = page
        self.faults = Faults(self.page, urlsplit(url).netloc)
        self.traffic = Traffic(self.page)

    def open(self, address: str) -> Page:
        """Open an address of the app and wait until the view stands."""
        self.traffic.forget()
        self.page.goto(f"{self.url}/{address.lstrip('/')}")
        self.settle()
        self.traffic.calm()  # Streamlit fetches the scripts of its elements one by one
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until the script has run and every component is drawn."""
        try:
            self.page.wait_for_function(_STANDS, timeout=120_000)  # a busy machine is no fault
        except PlaywrightTimeout as late:
            raise TimeoutError(", ".join(self.page.evaluate(_AWAITED)) or "what came only now") from late

    def text(self) -> str:
        """Everything that can be read in the window."""
        return str(self.page.evaluate(_VISIBLE_TEXT))

    def headline(self) -> str:
        """The view's finding: the first heading below the title."""
        return self.page.locator('[data-testid="stHeading"] h2').first.inner_text()

    def query(self) -> dict[str, str]:
        """What the address says of the view."""
        return dict(parse_qsl(urlsplit(self.page.url).query))

    def shared_link(self) -> str:
        """Open «Del visning» and return the link, which is left open."""
        self.page.get_by_role("button", name="Del visning").click()
        field = self.page.get_by_label("Link til visningen")
        expect(field).to_have_value(re.compile("v=1"))
        return field.input_value()

    def notices(self) -> Locator:
        """The notices in the page."""
        return self.page.get_by_test_id("stAlert")

    def resize(self, size: str) -> None:
        """Move the window to a screen of that size."""
        width, height = SIZES[size]
        self.page.set_viewport_size({"width": width, "height": height})

    def leave(self) -> Page:
        """Leave the window to another, with nothing in it."""
        self.faults.stop()
        self.traffic.stop()
        self.page.unroute_all(behavior="ignoreErrors")  # what a test held back, or answered itself
        self.page.emulate_media(reduced_motion="null", color_scheme="null", forced_colors="null")
        self.page.evaluate("() => { if (location.origin !== 'null') sessionStorage.clear() }")
        self.page.goto("about:blank")
        return self.page

    def close(self) -> None:
        """Close the window."""
        self.page.close()


@contextmanager
def visiting(browser: Browser, windows: list[Page]) -> Iterator[Callable[..., Visitor]]:
    """
    Open windows at servers, `window(server, "telefon")`, and assert in the end that the browser complained of nothing.

    Windows that others have left, `windows`, come first: one that has run the app's scripts before runs them again in
    half the time.
    """
    opened: list[Visitor] = []

    def window(server: Server, size: str = "baerbar") -> Visitor:
        opened.append(Visitor(windows.pop() if windows else new_window(browser), server.url))
        opened[-1].resize(size)
        return opened[-1]

    yield window
    windows.extend(visitor.leave() for visitor in reversed(opened))
    faults = [fault for visitor in opened for fault in visitor.faults.found]
    assert not faults, "\n".join(faults)
