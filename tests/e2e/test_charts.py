"""The charts in Chromium: drawn in both themes and at three sizes, told in words, taken away, and leading somewhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Locator, expect

from pages.drawing.charts import template
from pages.style import theme
from tests.e2e.browser import SIZES, Visitor
from tests.e2e.server import Server

pytestmark = pytest.mark.grundig(1)

PRICES = "mobilitet-sammenlign?fane=regn&regn=pris"
SCRIPT = re.compile(r"/PlotlyChart\.[^/]*\.js$")

# The words of a chart that stand outside its own box, or outside the window.
_CUT = """(chart) => {
  const box = chart.getBoundingClientRect()
  const drawn = (e) => e.getBoundingClientRect().width && e.textContent.trim()
  const words = [...chart.querySelectorAll('text')].filter(drawn)
  const beyond = (at) => at.left < box.left - 1 || at.right > Math.min(box.right, innerWidth) + 1
  return words.filter((e) => beyond(e.getBoundingClientRect())).map((e) => e.textContent)
}"""


def _charts(visitor: Visitor) -> Locator:
    return visitor.page.get_by_role("figure")


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_chart_stands_whole_in_both_themes_on_every_screen(mode: theme.Mode, visitor: Visitor) -> None:
    visitor.page.emulate_media(color_scheme=mode)
    window = visitor.open(PRICES)
    for size in SIZES:
        visitor.resize(size)
        expect(_charts(visitor)).to_have_count(2)
        for chart in _charts(visitor).all():
            expect(chart.locator(".point").first).to_be_visible()
            expect(chart).to_have_accessible_name(re.compile("Værdi|værdi"))
            assert chart.evaluate(_CUT) == []
            expect(chart.locator(".g-gtitle")).to_be_hidden()
            expect(chart.get_by_role("button")).to_have_count(1)
    ink = _charts(visitor).first.locator(".point").first.evaluate("(e) => getComputedStyle(e).fill")
    assert ink == _written("primaryColor", mode)
    folded = window.locator("table caption", has_text="Anlægspris")
    expect(folded).to_be_hidden()
    window.get_by_text("Tallene som tabel").click()
    expect(window.locator(".tabel tbody tr", has_text="Kystbanen").first).to_be_visible()


def test_a_dark_chart_has_light_colours_and_no_button_on_paper(visitor: Visitor) -> None:
    visitor.page.emulate_media(color_scheme="dark")
    visitor.open(PRICES)
    point = _charts(visitor).first.locator(".point").first
    expect(point).to_have_css("fill", _written("primaryColor", "dark"))
    visitor.page.emulate_media(media="print", color_scheme="dark")
    try:
        expect(point).to_have_css("fill", _written("primaryColor", "light"))
        expect(_charts(visitor).first.locator(".ygrid").first).to_have_css("stroke", _written("borderColor", "light"))
        expect(_charts(visitor).first.locator(".textpoint text").first).to_have_css(
            "fill", _written("primaryColor", "light")
        )
        expect(_charts(visitor).first.get_by_role("button", include_hidden=True)).to_be_hidden()
    finally:
        visitor.page.emulate_media(media="null")


def _written(name: str, mode: theme.Mode) -> str:
    colour = theme.colour(name, mode)
    return f"rgb({', '.join(str(int(colour[i : i + 2], 16)) for i in (1, 3, 5))})"


def test_the_picture_is_taken_away_with_title_and_source(visitor: Visitor, tmp_path: Path) -> None:
    window = visitor.open(PRICES)
    with window.expect_download() as download:
        _charts(visitor).first.get_by_role("button", name="Hent billedet (PNG)").click()
    assert download.value.suggested_filename == "kkr-pris-effekt.png"
    download.value.save_as(tmp_path / "billede.png")
    with Image.open(tmp_path / "billede.png") as picture:
        grey = picture.convert("L")
        above = grey.crop((0, 0, grey.width, 2 * template.HEADING))
        below = grey.crop((0, grey.height - 2 * template.FOOTING, grey.width, grey.height))
        assert (grey.width, grey.height) == (2 * 960, 2 * (430 + template.HEADING + template.FOOTING))
        assert grey.getpixel((0, 0)) == 255, "The ground is not white."
        for part, least in ((above, grey.width / 3), (below, grey.width / 2)):
            dark = part.point(lambda value: 255 * (value < 128)).getbbox()
            assert dark is not None
            assert dark[1] > 2, "The words are cut."
            assert dark[2] - dark[0] > least


def test_a_dot_leads_to_its_sheet_and_the_way_back_to_the_view_it_was_in(visitor: Visitor) -> None:
    window = visitor.open(PRICES)
    _charts(visitor).first.locator(".point").nth(3).click(force=True)
    expect(window).to_have_url(re.compile(r"/mobilitet-indsats\?indsats=4$"))
    visitor.settle()
    expect(window.locator("h2").first).to_have_text(re.compile("^4 "))
    window.go_back()
    expect(window).to_have_url(re.compile(r"fane=regn$"))
    expect(_charts(visitor)).to_have_count(2)
    expect(visitor.notices()).to_have_count(0)


def test_finding_and_figures_stand_before_the_script_comes_and_without_it(
    server: Server, visit: Callable[..., Visitor]
) -> None:
    visitor = visit(server)
    held = []
    visitor.page.route(SCRIPT, lambda route: held.append(route))
    visitor.page.goto(f"{server.url}/{PRICES}")
    expect(visitor.page.get_by_role("heading", name=re.compile("^Billigst"))).to_be_visible()
    sentence = """() => [...document.querySelectorAll('[class*="st-key-diagram-"]')]
      .map((e) => getComputedStyle(e, '::before').content)"""
    said = "each.includes('står tallene i tabellen')"
    visitor.page.wait_for_function(
        f"() => {{ const all = ({sentence})(); return all.length === 2 && all.every((each) => {said}) }}"
    )
    top = visitor.page.get_by_text("Tallene som tabel").bounding_box()
    assert held, "The script was not asked for, or under another name."
    for route in held:
        route.continue_()
    expect(_charts(visitor)).to_have_count(2)
    expect(_charts(visitor).first.locator(".point").first).to_be_visible()
    assert all("tabellen" not in each for each in visitor.page.evaluate(sentence))
    now = visitor.page.get_by_text("Tallene som tabel").bounding_box()
    assert top is not None
    assert now is not None
    assert abs(now["y"] - top["y"]) < 2, "What stands below moved when the picture came."


def test_a_page_without_a_chart_does_not_fetch_the_script(server: Server, visit: Callable[..., Visitor]) -> None:
    visitor = visit(server)
    asked: list[str] = []
    visitor.page.on("request", lambda request: asked.append(request.url))
    visitor.open("kildekontrol")
    assert [url for url in asked if SCRIPT.search(url)] == []
