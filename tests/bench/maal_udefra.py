"""
What is measured from outside, as a user has it, in this checkout or another.

The build as a command, the first page from the start of the process to the finished picture in Chromium, a change of
measure or of area from the press on the mouse to the new picture on the screen, a press on a slider's key to the new
figures, and a movement of its thumb to the painted frame.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, TimeoutError, WebSocket, expect
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

from analytics.kapacitet.maal import MEASURES
from pages.server import hooks
from tests.e2e.browser import Visitor, chromium, new_window
from tests.e2e.server import Server
from tests.project import ROOT

SLOWED = 4
"""So many times slower the processor is made where it is asked whether a picture follows the hand."""
PAGE, SCENARIO, MOBILITY = "fysioterapi-kapacitet", "fysioterapi-scenarie", "mobilitet-sammenlign"
COMMUTING = "fysioterapi-pendling"
WAYS = ("kort", "fliser")
"""The pictures of the patients' ways whose change is measured: the bows, drawn as shapes, and the tiles."""
AREAS = ("Valby", "Fredensborg", "Indre By", "Hvidovre", "Gladsaxe", "Bornholm")

# Resolves to the milliseconds from the press to the frame after the one that the new picture was drawn in.
_STOPWATCH = """() => {
  const stages = []
  const look = (root) => root.querySelectorAll("*").forEach((element) => {
    if (element.classList.contains("billeder")) stages.push(element)
    if (element.shadowRoot) look(element.shadowRoot)
  })
  look(document)
  window.kkrMeasured = new Promise((resolve) => {
    let pressed = null
    document.addEventListener("pointerdown", () => (pressed ??= performance.now()), { capture: true, once: true })
    const observer = new MutationObserver(() => {
      observer.disconnect()
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - pressed)))
    })
    stages.forEach((stage) => observer.observe(stage, { childList: true, subtree: true }))
  })
}"""

# Notes when the canvas was last drawn upon, and the pixels were there.
_CANVAS_STOPWATCH = """() => {
  window.kkrDrawn = window.kkrPressed = 0
  let waiting = false
  const wrap = (kind, name) => {
    const draw = kind.prototype[name]
    kind.prototype[name] = function (...given) {
      draw.apply(this, given)
      if (waiting) return
      waiting = true
      queueMicrotask(() => {
        this.readPixels(0, 0, 1, 1, this.RGBA, this.UNSIGNED_BYTE, new Uint8Array(4))
        window.kkrDrawn = performance.now()
        waiting = false
      })
    }
  }
  for (const name of ["drawArrays", "drawElements", "drawArraysInstanced", "drawElementsInstanced"]) {
    wrap(WebGL2RenderingContext, name)
  }
  document.addEventListener("pointerdown", () => (window.kkrPressed = performance.now()), { capture: true })
}"""

# Resolves to the milliseconds from the key press to the frame after the one in which each table shows other figures.
_KEY_STOPWATCH = """(captions) => {
  const tables = []
  const look = (root) => root.querySelectorAll("*").forEach((element) => {
    if (element.classList.contains("tabel")) tables.push(element)
    if (element.shadowRoot) look(element.shadowRoot)
  })
  look(document)
  const pressed = new Promise((resolve) =>
    document.addEventListener("keydown", () => resolve(performance.now()), { capture: true, once: true }))
  window.kkrMeasured = Promise.all(captions.map((caption) => new Promise((resolve) => {
    const table = tables.find((each) => each.querySelector("caption")?.textContent.startsWith(caption))
    const figures = () => table.querySelector("tbody")?.textContent
    const before = figures()
    const observer = new MutationObserver(() => {
      if (!figures() || figures() === before) return
      observer.disconnect()
      requestAnimationFrame(() => requestAnimationFrame(async () => resolve(performance.now() - (await pressed))))
    })
    observer.observe(table, { childList: true, subtree: true, characterData: true })
  })))
}"""
# Resolves to the milliseconds from the key press to the frame after the one in which the scenario's figures are others,
# and to that in which the server's finding is. An older checkout has its figures in a table.
_SCENARIO_STOPWATCH = """() => {
  let figures
  const look = (root) => root.querySelectorAll("*").forEach((element) => {
    const caption = element.matches(".tabel") ? element.querySelector("caption")?.textContent : null
    if (element.matches(".maalere") || caption?.startsWith("Nøgletal for scenariet")) figures ??= element
    if (element.shadowRoot) look(element.shadowRoot)
  })
  look(document)
  const pressed = new Promise((resolve) =>
    document.addEventListener("keydown", () => resolve(performance.now()), { capture: true, once: true }))
  const changed = (place, text) => new Promise((resolve) => {
    const before = text()
    const observer = new MutationObserver(() => {
      if (!text() || text() === before) return
      observer.disconnect()
      requestAnimationFrame(() => requestAnimationFrame(async () => resolve(performance.now() - (await pressed))))
    })
    observer.observe(place, { childList: true, subtree: true, characterData: true })
  })
  const finding = () => document.querySelector(".st-key-scenarie-fund")?.textContent
  window.kkrMeasured = Promise.all([
    changed(figures, () => figures.textContent),
    changed(document.querySelector('[data-testid="stMain"]'), finding),
  ])
}"""
# Resolves to the milliseconds from the next movement of the pointer to after the paint of the frame that holds dot,
# change, tile and figures anew; never, where one of them stands still.
_DRAG_STOPWATCH = """() => {
  const places = [...document.querySelectorAll('[data-testid="stBidiComponentIsolated"]')]
  const root = places.map((place) => place.shadowRoot).find((each) => each?.querySelector(".cockpit"))
  const row = root.querySelector('[data-raekke="valby"] .bane')
  const look = () => [
    row.querySelector(".efter").style.left, row.querySelector(".aendring").textContent,
    root.querySelector('[data-omraade="valby"]').getAttribute("aria-label"), root.querySelector(".maalere").textContent,
  ]
  const before = look()
  window.kkrMeasured = new Promise((resolve) => {
    root.addEventListener("pointermove", (event) => requestAnimationFrame(() => {
      const painted = new MessageChannel()
      painted.port1.onmessage = () => {
        const took = performance.now() - event.timeStamp
        if (look().every((each, place) => each !== before[place])) resolve(took)
      }
      painted.port2.postMessage(null)
    }), { capture: true, once: true })
  })
}"""
# Resolves to the milliseconds from the key press to the frame after the one in which the page's finding is another.
_FINDING_STOPWATCH = """() => {
  const finding = document.querySelector('[data-testid="stMain"]')
  const text = () => finding.querySelector('[data-testid="stHeading"] h2')?.textContent
  const before = text()
  const pressed = new Promise((resolve) =>
    document.addEventListener("keydown", () => resolve(performance.now()), { capture: true, once: true }))
  window.kkrMeasured = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!text() || text() === before) return
      observer.disconnect()
      requestAnimationFrame(() => requestAnimationFrame(async () => resolve(performance.now() - (await pressed))))
    })
    observer.observe(finding, { childList: true, subtree: true, characterData: true })
  })
}"""


@dataclass(frozen=True)
class Times:
    """How many times each thing is done."""

    builds: int = 7
    visits: int = 4
    starts: int = 5
    changes: int = 36
    presses: int = 40
    drags: int = 40
    handouts: int = 7


@dataclass(frozen=True)
class Row:
    """
    What is measured: its name, its unit, what the median must stay below, and what 95 % must stay within.

    `at_least` is what the median must reach, where more is better.
    """

    name: str
    unit: str
    target: float | None = None
    high_target: float | None = None
    at_least: float | None = None


BUILD = Row("Bygning af databasen, fra kommando til færdig", "s", 3)
FIRST_PAGE = Row("Fra start til færdig første side", "s", 5)
FIRST_BUILD = Row("… når databasen først skal bygges", "s")
FIRST_RUN = Row("Serverens processortid til scenariets første kørsel", "ms")
CHANGE = Row("Skift af mål til nyt billede", "ms", 200)
SENT = Row("Sendt ved skift af mål", "kB")
ON_THE_WIRE = Row("… på ledningen", "kB", 12)
CHANGE_ON_MAP = Row("Skift af mål til nyt Landkort", "ms", 400)
SENT_ON_MAP = Row("Sendt ved skift af mål, Landkort", "kB")
ON_THE_WIRE_ON_MAP = Row("… på ledningen, Landkort", "kB", 12)
REDRAWN = {
    "kort": Row("Valg af område til nye buer", "ms", 200),
    "fliser": Row("Valg af område til nye fliser", "ms", 200),
}
REDRAWN_SENT = {way: Row(f"Sendt ved valg af område, {way}", "kB") for way in WAYS}
REDRAWN_ON_THE_WIRE = {way: Row(f"… på ledningen, {way}", "kB", 20) for way in WAYS}
FIGURES = Row("Tastetryk på skyder til nye nøgletal", "ms", 120, 250)
FINDING = Row("Tastetryk på skyder til serverens fund", "ms", 120, 250)
MOVED = Row("Sendt ved et tastetryk på en skyder", "kB", 20)
DRAGGED = Row(f"Træk i skyder til tegnet billede, {SLOWED} gange langsommere processor", "ms", 33)
RANKED = Row("Tastetryk på vægt til ny rangorden", "ms", 150)
PACKED = Row("Tastetryk på beløb til ny pakke", "ms", 150)
CODE = Row("Tryk på «Del visning» til link og QR-kode", "s", 1)
HANDOUT = Row("Tryk på mødebilag til færdig PDF", "s", 1)


def measured(browser: Browser, folder: Path, times: Times, project: Path = ROOT) -> dict[Row, list[float]]:
    """
    Measure a checkout and return each row's values; `folder` is for its databases.

    Raises an error of Playwright where the checkout has not what is pressed or waited for.
    """
    expect.set_options(timeout=60_000)  # a slow machine is measured too
    changes = list(_changes(browser, folder, project, times.changes))
    on_map = list(_changes_on_map(browser, folder, project, times.changes))
    figures, findings, moved = zip(*_presses(browser, folder, project, times.presses), strict=True)
    redrawn = {way: list(_area_changes(browser, folder, project, times.changes, way)) for way in WAYS}
    dragged = list(_drags(browser, folder, project, times.drags))
    ranked, packed = zip(*_mobility(browser, folder, project, times.presses), strict=True)
    codes, handouts = zip(*_handed_out(browser, folder, project, times.handouts), strict=True)
    return {
        BUILD: list(_builds(folder, project, times.builds)),
        FIRST_PAGE: list(_first_pages(browser, folder, project, times.starts, built=True)),
        FIRST_BUILD: list(_first_pages(browser, folder, project, times.starts, built=False)),
        FIRST_RUN: _scenarios(folder, project, times.visits),
        CHANGE: [took for took, _, _ in changes],
        SENT: [size / 1000 for _, size, _ in changes],
        ON_THE_WIRE: [size / 1000 for _, _, size in changes],
        **(
            {
                CHANGE_ON_MAP: [took for took, _, _ in on_map],
                SENT_ON_MAP: [size / 1000 for _, size, _ in on_map],
                ON_THE_WIRE_ON_MAP: [size / 1000 for _, _, size in on_map],
            }
            if on_map
            else {}
        ),
        **{REDRAWN[way]: [took for took, _, _ in each] for way, each in redrawn.items() if each},
        **{REDRAWN_SENT[way]: [whole / 1000 for _, whole, _ in each] for way, each in redrawn.items() if each},
        **{REDRAWN_ON_THE_WIRE[way]: [packed / 1000 for _, _, packed in each] for way, each in redrawn.items() if each},
        FIGURES: list(figures),
        FINDING: list(findings),
        MOVED: [size / 1000 for size in moved],
        **({DRAGGED: dragged} if dragged else {}),
        RANKED: list(ranked),
        PACKED: list(packed),
        CODE: list(codes),
        HANDOUT: list(handouts),
    }


def _builds(folder: Path, project: Path, times: int) -> Iterator[float]:
    for number in range(times):
        environment = {**os.environ, "KKR_DATABASE_MAPPE": str(folder / f"byg-{number}")}
        started = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "data", "byg"], cwd=project, env=environment, check=True, capture_output=True
        )
        yield time.perf_counter() - started


def _first_pages(browser: Browser, folder: Path, project: Path, times: int, *, built: bool) -> Iterator[float]:
    """Seconds from the start of the process; with a database that `make run` has built, or with none."""
    for number in range(times):
        database = folder / ("start-bygget" if built else f"start-{number}")
        if built and number == 0:
            with Server(database, project) as server:
                _open_capacity(browser, server).close()
        started = time.perf_counter()
        with Server(database, project) as server:
            visitor = _open_capacity(browser, server)
            yield time.perf_counter() - started
            visitor.close()


# What an older checkout's component does not say itself shows in its style, which comes with its script.
_DRAWN = """() => [...document.querySelectorAll('[data-testid="stBidiComponentIsolated"]')].filter(
  (place) => !place.shadowRoot?.querySelector("style")?.textContent).length === 0"""


class Driver(Visitor):
    """A visitor of any checkout, also of one whose components do not say when they are drawn."""

    def settle(self) -> None:
        """Wait until the script has run and every component has its style."""
        expect(self.page.locator("h1").first).to_be_visible()
        expect(self.page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')).to_be_visible()
        expect(self.page.locator('[data-testid="stSkeleton"]')).to_have_count(0)
        self.page.wait_for_function(_DRAWN)


def _open_capacity(browser: Browser, server: Server) -> Driver:
    visitor = Driver(new_window(browser), server.url)
    visitor.page.goto(f"{server.url}/{PAGE}")
    expect(visitor.page.locator(".omraade")).to_have_count(37, timeout=20_000)
    expect(visitor.page.locator(".tabel tbody tr").first).to_be_attached(timeout=20_000)
    return visitor


_VISITS = 10
"""So many visits are measured together: the processor's clock ticks a hundred times a second."""


def _scenarios(folder: Path, project: Path, times: int) -> list[float]:
    with Server(folder / "besoeg", project) as server:
        return list(first_runs(server, SCENARIO, times))


def first_runs(server: Server, page: str, times: int) -> Iterator[float]:
    """Milliseconds of the server's processor for a new session's first run of a page, by its web socket alone."""
    for _ in range(_VISITS):
        _visit(server, page)
    for _ in range(times):
        before = _processor_time(server)
        for _ in range(_VISITS):
            _visit(server, page)
        yield 1000 * (_processor_time(server) - before) / _VISITS


def _visit(server: Server, page: str) -> None:
    """Open a page as a browser does, and leave it when it has run."""
    message = BackMsg()
    message.rerun_script.page_name = page
    message.rerun_script.context_info.url = f"{server.url}/{page}"
    address = f"{server.url}/_stcore/stream".replace("http", "ws", 1)
    with connect(
        address, origin=Origin(server.url), subprotocols=[Subprotocol("streamlit")], max_size=None, proxy=None
    ) as socket:
        socket.send(message.SerializeToString())
        answer = ForwardMsg()
        while answer.WhichOneof("type") != "script_finished":
            answer.ParseFromString(socket.recv(timeout=60, decode=False))


def _processor_time(server: Server) -> float:
    """Seconds that the processor has worked for the server, all threads, also those that have ended (Linux)."""
    figures = Path(f"/proc/{server.process_id}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(figures[11]) + int(figures[12])) / os.sysconf("SC_CLK_TCK")


def _changes(browser: Browser, folder: Path, project: Path, times: int) -> Iterator[tuple[float, int, int]]:
    """Milliseconds, and bytes both ways over the web socket, whole and packed, of each change of measure."""
    with Server(folder / "skift", project) as server:
        visitor = Driver(new_window(browser), server.url)
        sent = Sent(visitor)
        window = visitor.open(PAGE)
        # Clinics and waits turn to the map, which is measured by itself.
        names = [measure.navn for measure in MEASURES.values() if measure.tabel != "fysio_ventetid"]
        yield from _choices(visitor, sent, islice(_measures(window, names), times))
        visitor.close()


def _choices(visitor: Driver, sent: Sent, options: Iterable[Locator]) -> Iterator[tuple[float, int, int]]:
    """Choose each option when it is seen: milliseconds from the press, and bytes both ways, whole and packed."""
    for option in options:
        visitor.page.evaluate(_STOPWATCH)
        sent.clear()
        option.click()
        took = float(visitor.page.evaluate("() => window.kkrMeasured"))
        visitor.settle()
        yield took, sent.whole, sent.packed


def _measures(window: Page, names: Sequence[str]) -> Iterator[Locator]:
    """Each measure as it stands in the list, opened when it is asked for; the first is shown, so the second begins."""
    for name in cycle([*names[1:], *names[:1]]):
        window.get_by_role("combobox", name="Mål").click()
        option = window.get_by_role("option", name=name, exact=True)
        option.scroll_into_view_if_needed()
        yield option


def _areas(window: Page) -> Iterator[Locator]:
    """Each area as it stands in the list, opened when it is asked for; the first is shown, so the second begins."""
    for name in cycle([*AREAS[1:], *AREAS[:1]]):
        # Of a long list only what is seen is there.
        window.get_by_role("combobox", name="Område").fill(name)
        option = window.get_by_role("option", name=name, exact=True)
        expect(option).to_be_visible()
        yield option


def _changes_on_map(browser: Browser, folder: Path, project: Path, times: int) -> Iterator[tuple[float, int, int]]:
    """
    The same of the map, from the press to the last time that the canvas was drawn upon; none where there is no canvas.

    The processor draws it here: a machine with a graphics card is faster.
    """
    with Server(folder / "landkort", project) as server, chromium(browser.browser_type, webgl=True) as drawing:
        visitor = Driver(new_window(drawing), server.url)
        sent = Sent(visitor)
        visitor.page.add_init_script(f"({_CANVAS_STOPWATCH})()")
        window = visitor.open(f"{PAGE}?billede=kort")
        try:
            window.locator("canvas").first.wait_for(timeout=20_000)
        except TimeoutError:  # of an older checkout, which has only shapes
            return
        names = [measure.navn for measure in MEASURES.values()]
        for option in islice(_measures(window, names), times):
            _wait_until_drawn(window)
            sent.clear()
            option.click()
            visitor.settle()
            _wait_until_drawn(window)
            yield window.evaluate("() => window.kkrDrawn - window.kkrPressed"), sent.whole, sent.packed
        visitor.close()


def _wait_until_drawn(window: Page) -> None:
    """Wait until the canvas has stood still for half a second."""
    window.wait_for_function("() => performance.now() - Math.max(window.kkrDrawn, window.kkrPressed) > 500")


def _area_changes(
    browser: Browser, folder: Path, project: Path, times: int, way: str
) -> Iterator[tuple[float, int, int]]:
    """
    Milliseconds of each choice of an area, and bytes both ways over the web socket, whole and packed.

    None without the page.
    """
    with Server(folder / "veje", project) as server:
        visitor = Driver(new_window(browser), server.url)
        sent = Sent(visitor)
        window = visitor.open(f"{COMMUTING}?veje={way}&omraade=valby")
        if window.get_by_role("combobox", name="Område").count():
            yield from _choices(visitor, sent, islice(_areas(window), times))
        visitor.close()


def _presses(browser: Browser, folder: Path, project: Path, times: int) -> Iterator[tuple[float, float, int]]:
    """
    Milliseconds from each press on a slider's key to the new figures and to the server's finding, and bytes sent.

    Bytes are those of both ways over the web socket.
    """
    with Server(folder / "skydere", project) as server:
        visitor = Driver(new_window(browser), server.url)
        sent = Sent(visitor)
        window = visitor.open(SCENARIO)
        slider = window.get_by_role("slider", name="Valby, speciale 51", exact=True)
        slider.focus()
        for key in islice(cycle(["ArrowRight"] * 10 + ["ArrowLeft"] * 10), times):
            window.evaluate(_SCENARIO_STOPWATCH)
            sent.clear()
            slider.press(key)
            figures, finding = window.evaluate("() => window.kkrMeasured")
            visitor.settle()
            yield float(figures), float(finding), sent.whole
        visitor.close()


def _drags(browser: Browser, folder: Path, project: Path, times: int) -> Iterator[float]:
    """Milliseconds from each movement of a thumb to the painted frame; none where nothing follows the thumb."""
    with Server(folder / "traek", project) as server:
        visitor = Driver(new_window(browser), server.url)
        window = visitor.open(SCENARIO)
        if window.locator(".cockpit").count():
            expect(window.locator('.cockpit [data-omraade="valby"]')).to_be_visible()
            box = window.get_by_role("slider", name="Valby, speciale 51", exact=True).bounding_box()
            if box is None:
                raise RuntimeError("The slider cannot be seen.")
            y = box["y"] + box["height"] / 2
            window.mouse.move(box["x"] + 0.36 * box["width"], y)
            window.mouse.down()
            slowed = window.context.new_cdp_session(window)
            slowed.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
            for share in islice(cycle([0.1, 0.3, 0.5, 0.7, 0.9, 0.8, 0.6, 0.4, 0.2]), times):
                window.evaluate(_DRAG_STOPWATCH)
                window.mouse.move(box["x"] + share * box["width"], y)
                yield float(window.evaluate("() => window.kkrMeasured"))
        visitor.close()


class Sent:
    """The bytes of the messages over the web socket, either way: whole, and packed as this checkout packs them."""

    def __init__(self, visitor: Visitor) -> None:
        self.clear()
        visitor.page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        for event in ("framereceived", "framesent"):
            packer = zlib.compressobj(wbits=-hooks.WINDOW_BITS, memLevel=hooks.MEMORY_LEVEL)
            socket.on(event, partial(self._add, packer))

    def _add(self, packer: zlib._Compress, payload: str | bytes) -> None:
        message = payload.encode() if isinstance(payload, str) else payload
        self.whole += len(message)
        self.packed += len(packer.compress(message) + packer.flush(zlib.Z_SYNC_FLUSH))

    def clear(self) -> None:
        """Begin again."""
        self.whole = self.packed = 0


def _mobility(browser: Browser, folder: Path, project: Path, times: int) -> Iterator[tuple[float, float]]:
    """Milliseconds from a press on a weight's key to the new ranking, and from one on the amount's to the package's."""
    with Server(folder / "mobilitet", project) as server:
        ranking, package = (Driver(new_window(browser), server.url) for _ in range(2))
        ranking.open(f"{MOBILITY}?fane=regn&regn=rang")
        package.open(f"{MOBILITY}?fane=regn&regn=pakke&pakke=1.2.7.12.19.25.32")
        weight = ranking.page.get_by_role("slider", name="Vægt på Folkesundhed", exact=True)
        amount = package.page.get_by_role("slider", name="Beløb i mia. kr.")
        for key in islice(cycle(["ArrowRight"] * 5 + ["ArrowLeft"] * 5), times):
            ranking.page.evaluate(_KEY_STOPWATCH, ["Indsatserne i orden"])
            weight.press(key)
            (ranked,) = ranking.page.evaluate("() => window.kkrMeasured")
            package.page.evaluate(_FINDING_STOPWATCH)
            amount.press(key)
            yield float(ranked), float(package.page.evaluate("() => window.kkrMeasured"))
            ranking.settle()
            package.settle()


def _handed_out(browser: Browser, folder: Path, project: Path, times: int) -> Iterator[tuple[float, float]]:
    """Seconds from the press on «Del visning» to its QR code, and from that on the handout to the whole PDF."""
    with Server(folder / "bilag", project) as server:
        visitor = Driver(new_window(browser), server.url)
        window = visitor.open(SCENARIO)
        for _ in range(times):
            window.get_by_role("button", name="Mere: Valby, speciale 51", exact=True).click()
            visitor.settle()
            started = time.perf_counter()
            window.get_by_role("button", name="Del visning").click()
            expect(window.get_by_alt_text("QR-kode med linket til denne visning")).to_be_visible()
            shared = time.perf_counter() - started
            window.keyboard.press("Escape")
            visitor.settle()
            started = time.perf_counter()
            with window.expect_download() as waiting:
                window.get_by_role("button", name="Mødebilag").click()
            waiting.value.path()
            yield shared, time.perf_counter() - started
        visitor.close()
