"""The map in Chromium: coloured pixels with WebGL, shapes without it, and nobody else is asked for anything."""

from __future__ import annotations

import base64
import math
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, TimeoutError, expect

from geo import areas, landkort
from pages.components import assets
from pages.style import theme
from tests.e2e.browser import Visitor, chromium, visiting
from tests.e2e.server import Server

pytestmark = pytest.mark.grundig(1)  # the processor draws every map here

HARD_TO_HIT = pytest.mark.grundig(0)  # see `choose`

PAGE = "fysioterapi-kapacitet?billede=kort"
CANVAS = ".st-key-landkort-webgl canvas"
SHAPES = ".kort .omraade path"

# How many pixels of each colour a picture has, counted by the browser itself.
_COUNT = """async ({ png, colours }) => {
  const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob())
  const canvas = new OffscreenCanvas(picture.width, picture.height), context = canvas.getContext("2d")
  context.drawImage(picture, 0, 0)
  const { data } = context.getImageData(0, 0, picture.width, picture.height)
  const seen = new Map()
  for (let at = 0; at < data.length; at += 4) {
    const key = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2]
    seen.set(key, (seen.get(key) ?? 0) + 1)
  }
  return colours.map((colour) => seen.get(parseInt(colour.slice(1), 16)) ?? 0)
}"""


@pytest.fixture(scope="module")
def with_webgl(browser: Browser) -> Iterator[Browser]:
    with chromium(browser.browser_type, webgl=True) as drawing:
        yield drawing


@pytest.fixture
def look(with_webgl: Browser) -> Iterator[Callable[..., Visitor]]:
    with visiting(with_webgl, []) as window:
        yield window


def pixels(page: Page, colours: list[str], canvas: str = CANVAS) -> list[int]:
    """How many pixels of the map have each colour."""
    png = base64.b64encode(page.locator(canvas).last.screenshot()).decode()
    blank = page.context.new_page()  # the app's own page may fetch nothing from a data: address
    counts: list[int] = blank.evaluate(_COUNT, {"png": png, "colours": colours})
    blank.close()
    return counts


def wait_for(page: Page, colours: list[str], least: int) -> list[int]:
    """Wait until the map has so many pixels of each colour, and return how many it has."""
    for _ in range(60):
        found = pixels(page, colours)
        if min(found) >= least:
            break
        page.wait_for_timeout(500)
    return found


def spot(
    page: Page, area: str, which: landkort.Cutting = "region", size: landkort.Size = "almindelig"
) -> tuple[float, float]:
    """Where an area's middle is in the window."""
    cut = landkort.cut(which, size)
    lon, lat = landkort.place(which, *areas.points()[area])
    page.locator(CANVAS).last.scroll_into_view_if_needed()
    box = page.locator(CANVAS).last.bounding_box()
    assert box is not None
    pixels_a_degree = 512 * 2**cut.zoom / 360

    def north(degrees: float) -> float:
        return math.degrees(math.asinh(math.tan(math.radians(degrees))))

    return (
        box["x"] + box["width"] / 2 + (lon - cut.lon) * pixels_a_degree,
        box["y"] + box["height"] / 2 - (north(lat) - north(cut.lat)) * pixels_a_degree,
    )


def choose(page: Page, area: str, address: Callable[[str], bool], which: landkort.Cutting = "region") -> None:
    """
    Click on an area until the address is as wanted.

    deck.gl takes a press for a click when it has found out within a quarter of a second what is pressed on, and the
    processor of a machine without graphics takes longer when it has much else to do.
    """
    for _ in range(20):
        page.mouse.click(*spot(page, area, which))
        try:
            page.wait_for_url(address, timeout=3000)
        except TimeoutError:
            continue
        return
    assert address(page.url)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_canvas_has_every_class_and_land_and_sea(
    mode: theme.Mode, server: Server, look: Callable[..., Visitor]
) -> None:
    visitor = look(server)
    visitor.page.emulate_media(color_scheme=mode)
    page = visitor.open(PAGE)
    colours = [theme.as_in(colour, mode) for colour in (*theme.WORSE, theme.LAND, theme.SEA)]
    assert min(wait_for(page, colours, 150)) >= 150
    expect(page.locator(SHAPES)).to_have_count(0)


def test_another_measure_paints_the_areas_anew(server: Server, look: Callable[..., Visitor]) -> None:
    page = look(server).open(PAGE)
    light = theme.as_in(theme.WORSE[0], "light")
    (before,) = wait_for(page, [light], 150)
    page.get_by_text("62 vederlagsfri", exact=True).click()
    for _ in range(60):
        (after,) = pixels(page, [light])
        if abs(after - before) > 1000:
            break
        page.wait_for_timeout(500)
    assert after > before + 1000


@HARD_TO_HIT
def test_what_is_pointed_at_is_told_and_what_is_clicked_is_chosen(server: Server, look: Callable[..., Visitor]) -> None:
    visitor = look(server)
    page = visitor.open(PAGE)
    wait_for(page, [theme.as_in(theme.WORSE[4], "light")], 150)
    page.mouse.move(*spot(page, "hilleroed"))
    tip = page.locator(".landkort-tip")
    expect(tip).to_be_visible()
    assert " ".join(tip.inner_text().split()) == "Hillerød: 3.886, 12. bedst dækket af 37"
    choose(page, "hilleroed", lambda url: "omraade=hilleroed" in url)
    expect(page.locator(".tabel tr.valgt")).to_contain_text("Hillerød")
    choose(page, "hilleroed", lambda url: "omraade" not in url)


@HARD_TO_HIT
def test_the_buttons_fly_to_koebenhavn_and_the_link_says_so(server: Server, look: Callable[..., Visitor]) -> None:
    visitor = look(server)
    page = visitor.open(PAGE)
    worst = theme.as_in(theme.WORSE[4], "light")
    (before,) = wait_for(page, [worst], 150)
    page.get_by_role("radio", name="København").click()
    page.wait_for_url("**udsnit=koebenhavn**")
    for _ in range(60):
        (after,) = pixels(page, [worst])
        if after > 4 * before:
            break
        page.wait_for_timeout(500)
    assert after > 4 * before
    choose(page, "valby", lambda url: "omraade=valby" in url, "koebenhavn")


def test_a_phone_gets_a_map_for_its_width(server: Server, look: Callable[..., Visitor]) -> None:
    page = look(server, "telefon").open(PAGE)
    height = landkort.FORMATS["smal"].height
    page.wait_for_function(f"() => document.querySelector('{CANVAS}')?.clientHeight === {height}")
    assert min(wait_for(page, [theme.as_in(theme.WORSE[4], "light")], 50)) >= 50


@pytest.mark.parametrize("missing", ["DeckGlJsonChart", "omraader."])
def test_where_the_map_or_its_areas_cannot_be_had_the_shapes_are_drawn(
    missing: str, server: Server, with_webgl: Browser
) -> None:
    page = with_webgl.new_context(locale="da-DK").new_page()
    page.route(f"**/*{missing}*", lambda route: route.abort())
    visitor = Visitor(page, server.url)
    page.goto(f"{server.url}/{PAGE}")
    expect(page.locator(SHAPES).first).to_be_visible()
    expect(page.locator(CANVAS)).to_have_count(0)
    assert "Error" not in visitor.text()
    page.context.close()


@pytest.mark.grundig(1)
def test_without_webgl_the_same_map_is_drawn_in_shapes(visitor: Visitor) -> None:
    asked: list[str] = []
    visitor.page.on("request", lambda request: asked.append(request.url))
    page = visitor.open(f"{PAGE}&omraade=valby")
    expect(page.locator(SHAPES).first).to_be_visible()
    fills = {path.evaluate("(path) => getComputedStyle(path).fill") for path in page.locator(SHAPES).all()}
    assert len(fills) == len(theme.WORSE)
    page.locator('.kort [data-omraade="hilleroed"]').first.press("Enter")
    page.wait_for_url("**omraade=hilleroed**")
    assert [url for url in asked if "DeckGl" in url] == []  # 0,8 MB of script that nothing would draw with


def test_on_paper_the_map_is_drawn_in_shapes(server: Server, look: Callable[..., Visitor]) -> None:
    page = look(server).open(PAGE)
    wait_for(page, [theme.as_in(theme.WORSE[4], "light")], 150)
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator(SHAPES).first).to_be_visible()
    expect(page.locator(CANVAS).first).to_be_hidden()
    page.emulate_media(media="screen")


def test_geometry_travels_once(server: Server, look: Callable[..., Visitor]) -> None:
    visitor = look(server)
    asked: list[str] = []
    visitor.page.on("request", lambda request: asked.append(request.url))
    page = visitor.open(PAGE)
    wait_for(page, [theme.as_in(theme.WORSE[4], "light")], 150)
    asked.clear()
    page.get_by_text("62 vederlagsfri", exact=True).click()
    visitor.settle()
    assert [url for url in asked if assets.address("omraader.json") in url] == []
