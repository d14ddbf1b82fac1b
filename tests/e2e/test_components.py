"""Each component's script alone in Chromium, on a bare page: how it writes figures, begins, ends and fails."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from dansk import alfabet, tal
from data import store
from pages import components
from pages.components import assets

_ADDRESS = "http://komponent.test/"

# Counts what a script has begun and not ended.
_ACCOUNT = """
window.live = { timers: new Set(), observers: new Set(), listeners: 0 }
for (const [begin, end] of [["setTimeout", "clearTimeout"], ["setInterval", "clearInterval"]]) {
  const [begun, ended] = [window[begin].bind(window), window[end].bind(window)]
  window[begin] = (call, ...rest) => {
    const id = begun(() => { if (begin === "setTimeout") live.timers.delete(id); call() }, ...rest)
    live.timers.add(id)
    return id
  }
  window[end] = (id) => { live.timers.delete(id); ended(id) }
}
for (const name of ["ResizeObserver", "IntersectionObserver", "MutationObserver"]) {
  window[name] = class extends window[name] {
    observe(...of) { live.observers.add(this); super.observe(...of) }
    disconnect() { live.observers.delete(this); super.disconnect() }
  }
}
for (const on of [window, document]) {
  const [add, remove] = [on.addEventListener.bind(on), on.removeEventListener.bind(on)]
  on.addEventListener = (...of) => { live.listeners += 1; add(...of) }
  on.removeEventListener = (...of) => { live.listeners -= 1; remove(...of) }
}
"""

_TABLE = '<div class="tabel"><div class="rulle" tabindex="0" role="region"></div></div>'
_SLIDERS = '<div class="skydere"></div>'
_CHOSEN = '<div class="valgtlinje" hidden><span role="status"></span><button type="button"></button></div>'
_MAP = (
    '<div class="kort"><div class="billeder"></div><ul class="signatur"></ul>'
    '<div class="tip" role="status" hidden></div></div>'
)
_TABLE_MESSAGE = {
    "alt": "Tal", "kolonner": [{"id": "a", "tekst": "Navn", "art": "tekst"}],
    "raekker": [{"celler": [{"t": "Valby", "v": "Valby"}]}],
}  # fmt: skip
_SLIDERS_MESSAGE = {
    "hoejst": 5, "trin": 0.5, "raekkenavn": "Område", "enhed": "", "soejler": [{"tekst": "51", "farve": "#123456"}],
    "raekker": [{"navn": "Valby", "skydere": [{"navn": "v", "tekst": "Valby", "vaerdi": 1.5, "farve": "#123456"}]}],
}  # fmt: skip
_MAP_MESSAGE = {
    "geometri": assets.address("geometri.json"), "billede": "fliser", "alt": "Områder", "cirkler": [], "signatur": [],
    "omraader": {"valby": {"navn": "Valby", "tekst": "1", "beskrivelse": "Valby: 1", "farve": None, "samlet": ""}},
}  # fmt: skip
_CHOSEN_MESSAGE = {"tekst": "Valby", "linktekst": "Se", "maal": "findes-ikke"}
_ALONE = [
    ("tabel", _TABLE, _TABLE_MESSAGE, "table"),
    ("skydere", _SLIDERS, _SLIDERS_MESSAGE, "input[type=range]"),
    ("kort", _MAP, _MAP_MESSAGE, "svg"),
    ("valgt", _CHOSEN, _CHOSEN_MESSAGE, "button"),
]


def _serve(route: Route) -> None:
    path = urlsplit(route.request.url).path
    if path == "/":
        route.fulfill(body="<!doctype html><meta charset=utf-8><main></main>", content_type="text/html")
    elif found := assets.find(path.rpartition("/")[2]):
        route.fulfill(body=found[0], content_type=found[1])
    else:
        route.fulfill(status=404)


@pytest.fixture
def bare(browser: Browser) -> Iterator[Page]:
    """A page with nothing on it, at an address where only the assets are served."""
    context = browser.new_context(locale="da-DK")
    page = context.new_page()
    page.add_init_script(_ACCOUNT)
    page.route("**/*", _serve)
    page.goto(_ADDRESS)
    yield page
    context.close()


def _mount(page: Page, name: str, html: str, message: object) -> None:
    page.evaluate(
        """async ([script, html, data]) => {
          const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }))
          window.loader = (await import(url)).default
          const parentElement = document.querySelector("main")
          parentElement.innerHTML = "<style></style>" + html
          window.component = { data, parentElement, setTriggerValue: () => {} }
          window.end = window.loader(window.component)
        }""",
        [components.loader(name), html, message],
    )


def _live(page: Page) -> list[int]:
    return list(page.evaluate("[live.timers.size, live.observers.size, live.listeners]"))


def _written(page: Page, values: list[list[object]]) -> list[str]:
    # Python's own text of a value goes over, and the browser reads the same number.
    return list(
        page.evaluate(
            "async ([address, values]) => { const { number } = await import(address);"
            " return JSON.parse(values).map(([value, decimals, sign]) => number(value, decimals, sign)) }",
            [_ADDRESS + assets.address("danish.js"), json.dumps(values)],
        )
    )


def test_the_script_writes_figures_as_the_server_does(bare: Page) -> None:
    chance = random.Random(7)
    figures = [0.125, 2.675, 11.65, 1.005, -0.04, -0.5, 0.0, -0.0, 1e15, 1e22, 1e-7, 5e-324, 999.95, -1234.5, 0.00005]
    figures += [chance.randrange(-(10**6), 10**6) / 10 ** chance.randrange(5) for _ in range(800)]
    figures += [(2 * chance.randrange(-5000, 5000) + 1) / 2 ** chance.randrange(1, 6) for _ in range(600)]  # halves
    figures += [round(chance.uniform(-100, 100), 3) // 0.01 / 100 + 0.005 for _ in range(300)]
    figures += [chance.uniform(-1, 1) * 10 ** chance.randrange(-12, 16) for _ in range(300)]
    asked: list[list[object]] = [[v, d, s] for v in figures for d in range(5) for s in (False, True)]
    assert len(asked) >= 10_000
    expected = [tal.number(v, d, sign=s) for v, d, s in asked]  # type: ignore[arg-type]
    wrong = [(a, w, e) for a, w, e in zip(asked, _written(bare, asked), expected, strict=True) if w != e]
    assert not wrong, wrong[:10]


def test_the_script_sorts_names_as_the_server_does(bare: Page) -> None:
    with store.connect() as con:
        rows = con.execute(
            "SELECT navn FROM kommune UNION SELECT navn FROM omraade UNION SELECT navn FROM aktoer"
            " UNION SELECT indsats_nr || ' ' || navn FROM mobilitet_indsats UNION SELECT navn FROM vip_projekt"
        ).fetchall()
    names = [str(name) for (name,) in rows]
    random.Random(3).shuffle(names)
    assert len(names) > 90
    got = bare.evaluate(
        "async ([address, names]) => { const { collator } = await import(address);"
        " return names.sort(collator.compare) }",
        [_ADDRESS + assets.address("danish.js"), names],
    )
    assert got == sorted(names, key=alfabet.order)


@pytest.mark.parametrize(("name", "html", "message", "drawn"), _ALONE)
def test_what_a_component_begins_ends_with_it(bare: Page, name: str, html: str, message: object, drawn: str) -> None:
    before = _live(bare)
    for _ in range(3):
        _mount(bare, name, html, message)
        expect(bare.locator(f"main {drawn}").first).to_be_attached()
        bare.evaluate("loader(component)")  # drawn again, as at every run of the page's script
        bare.wait_for_timeout(50)
        bare.evaluate("loader(component)()")
        bare.evaluate("document.querySelector('main').replaceChildren()")
    bare.wait_for_timeout(300)
    assert _live(bare) == before


def test_the_chosen_bar_asks_for_its_target_while_it_stands_and_no_longer(bare: Page) -> None:
    _mount(bare, "valgt", _CHOSEN, _CHOSEN_MESSAGE)
    expect(bare.locator("main [role=status]")).to_have_text("Valby")
    bare.wait_for_function("live.timers.size === 1")
    bare.evaluate("end()")
    assert _live(bare)[0] == 0


_PARTS: list[Callable[[], str]] = [
    lambda: assets.address("kort.js"),
    lambda: assets.address("kort.css"),
    lambda: assets.address("geometri.json"),
]


@pytest.mark.parametrize("part", _PARTS)
def test_what_fails_once_is_asked_for_again(bare: Page, part: Callable[[], str]) -> None:
    failed: list[str] = []

    def once(route: Route) -> None:
        if failed:
            route.fallback()
        else:
            failed.append(route.request.url)
            route.fulfill(status=503)

    bare.route(f"**/{part()}*", once)
    _mount(bare, "kort", _MAP, _MAP_MESSAGE)
    expect(bare.locator("main svg .omraade")).to_have_count(1)
    assert failed
    assert bare.locator(".hentefejl").count() == 0


@pytest.mark.parametrize(
    ("name", "html", "message", "drawn", "part"),
    [("kort", _MAP, _MAP_MESSAGE, "svg", part) for part in _PARTS]
    + [("tabel", _TABLE, _TABLE_MESSAGE, "table", lambda: assets.address("danish.js"))],
)
def test_what_never_comes_is_said_in_danish_and_can_be_tried_again(
    bare: Page, name: str, html: str, message: object, drawn: str, part: Callable[[], str]
) -> None:
    pattern = f"**/{part()}*"
    bare.route(pattern, lambda route: route.abort())
    _mount(bare, name, html, message)
    said = bare.get_by_role("alert")
    expect(said).to_contain_text("kunne ikke vises")
    bare.unroute(pattern)
    said.get_by_role("button", name="Prøv igen").click()
    expect(bare.locator(f"main {drawn}").first).to_be_visible()
    expect(said).to_have_count(0)


def test_a_component_that_has_gone_stops_asking(bare: Page) -> None:
    bare.route(f"**/{assets.address('tabel.js')}*", lambda route: route.abort())
    _mount(bare, "tabel", _TABLE, _TABLE_MESSAGE)
    bare.wait_for_function("live.timers.size === 1")
    bare.evaluate("end()")
    bare.wait_for_timeout(100)
    assert _live(bare)[0] == 0
    assert bare.get_by_role("alert").count() == 0
