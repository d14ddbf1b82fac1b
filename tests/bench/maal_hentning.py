"""What a browser fetches the first time, and how long that takes on a poor connection."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.bench.maal_udefra import Driver, Row
from tests.e2e.browser import chromium, new_window
from tests.e2e.server import Server
from tests.project import ROOT

# A page of each kind: its address, which of the two large scripts it must load, and the most megabytes in all.
_PLOTLY, _DECK = "PlotlyChart.", "DeckGlJsonChart."
PAGES = {
    "uden diagram": ("metode", set(), 1.0),
    "med Plotly": ("resultatmaal", {_PLOTLY}, 2.4),
    "med pydeck": ("fysioterapi-kapacitet?billede=kort", {_DECK}, 1.9),
    "med begge": ("fysioterapi-kapacitet?billede=kort&omraade=valby", {_PLOTLY, _DECK}, 3.2),
}
FETCHED = {kind: Row(f"Hentet første gang, side {kind}", "MB", most) for kind, (_, _, most) in PAGES.items()}
MEGABITS, DELAY = 1.6, 150
TITLE = Row(f"Titlen ved {MEGABITS} Mbit/s og {DELAY} ms".replace(".", ","), "s", 6)
TIMES = 3

# As the browser itself counts what came over the wire, headers and all.
_SIZES = """() => ["navigation", "resource"].flatMap((kind) => performance.getEntriesByType(kind))
  .map((entry) => [entry.name, entry.transferSize])"""


def fetched(browser: Browser, folder: Path, project: Path = ROOT, times: int = TIMES) -> dict[Row, list[float]]:
    """
    Measure a checkout: megabytes of each kind of page, and seconds to the title on a poor connection.

    A kind of page that the checkout does not have is left out.
    """
    expect.set_options(timeout=60_000)  # a slow machine is measured too
    with Server(folder / "hentning", project) as server, chromium(browser.browser_type, webgl=True) as drawing:
        sizes = {FETCHED[kind]: list(_megabytes(drawing, server, kind)) for kind in PAGES}
        titles = [_title(drawing, server) for _ in range(times)]
    return {row: values for row, values in sizes.items() if values} | {TITLE: titles}


def _megabytes(browser: Browser, server: Server, kind: str) -> Iterator[float]:
    address, needed, _ = PAGES[kind]
    visitor = Driver(new_window(browser), server.url)
    window = visitor.open(address)
    visitor.traffic.wait()
    came = dict(window.evaluate(_SIZES))
    if {each for each in (_PLOTLY, _DECK) if any(each in name for name in came)} == needed:
        yield sum(came.values()) / 1e6
    window.context.close()


def _title(browser: Browser, server: Server) -> float:
    """Seconds from the address to the title on the screen."""
    window = new_window(browser)
    poor = {"offline": False, "latency": DELAY, "downloadThroughput": MEGABITS * 125_000, "uploadThroughput": 93_750}
    session = window.context.new_cdp_session(window)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", poor)
    started = time.perf_counter()
    window.goto(f"{server.url}/metode", wait_until="commit")
    expect(window.locator("h1").first).to_be_visible()
    took = time.perf_counter() - started
    window.context.close()
    return took
