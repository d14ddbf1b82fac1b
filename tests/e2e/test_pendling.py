"""Patienternes veje in Chromium: everything that can be clicked chooses, and the address follows."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from itertools import pairwise

import pandas as pd
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from pages.fysioterapi.parametre import VEJE
from pages.style import theme
from tests.e2e.browser import SIZES, Visitor, chromium, visiting
from tests.e2e.server import Server
from tests.e2e.test_landkort import pixels

pytestmark = pytest.mark.grundig(2)

PAGE = "fysioterapi-pendling"
SVG = ".billeder.kort > svg"


def chosen(visitor: Visitor, area: str) -> None:
    """Wait until the address says that the area is chosen, and the view stands."""
    expect(visitor.page).to_have_url(re.compile(rf"[?&]omraade={area}(&|$)"))
    visitor.settle()


def test_a_bow_chooses_its_other_end_and_the_bows_are_then_its_own(visitor: Visitor) -> None:
    window = visitor.open(f"{PAGE}?omraade=fredensborg")
    assert visitor.headline().startswith("7 af 10 patienter fra Fredensborg")
    drawing = window.locator(SVG).first
    expect(drawing.locator(".bue")).not_to_have_count(0)
    drawing.locator('.bue[data-omraade="hoersholm"]').first.dispatch_event("click")
    chosen(visitor, "hoersholm")
    assert "Hørsholm" in visitor.headline()
    told = [bow.get_attribute("data-tip") or "" for bow in window.locator(SVG).first.locator(".bue").all()]
    assert told
    assert all("Hørsholm" in each for each in told)


@pytest.mark.grundig(1)
@pytest.mark.parametrize("picture", ["kort", "fliser", "opland"])
def test_an_area_is_chosen_on_the_picture_and_let_go_again(picture: str, visitor: Visitor) -> None:
    window = visitor.open(f"{PAGE}?veje={picture}")
    window.locator('.omraade[data-omraade="helsingoer"]').first.press("Enter")
    chosen(visitor, "helsingoer")
    assert "Helsingør" in visitor.headline()
    window.locator('.omraade[data-omraade="helsingoer"]').first.press("Enter")
    expect(window).not_to_have_url(re.compile("omraade="))


@pytest.mark.grundig(1)
@pytest.mark.parametrize(("picture", "table"), [("kort", "De største strømme"), ("rangorden", "Behandles hjemme")])
def test_a_row_chooses_its_area(picture: str, table: str, visitor: Visitor) -> None:
    window = visitor.open(f"{PAGE}?veje={picture}&omraade=fredensborg")
    window.locator(".tabel", has_text=table).get_by_role("button", name="Helsingør").first.click()
    chosen(visitor, "helsingoer")


def test_a_square_of_the_matrix_chooses_the_home_and_every_cell_is_in_the_table(visitor: Visitor) -> None:
    window = visitor.open(f"{PAGE}?veje=matrix&matrixorden=stoerrelse")
    targets = window.get_by_role("figure").locator(".scatterlayer .trace").first.locator(".point")
    expect(targets).to_have_count(1259)
    targets.first.click(force=True)  # of the first row and column: the area with most patients, at home
    chosen(visitor, "amager")
    window.get_by_text("Tallene som tabel").click()
    visitor.settle()
    rows = window.locator(".tabel", has_text="Klinik i").locator("tbody tr")
    expect(rows).to_have_count(38)
    assert rows.first.locator("th, td").count() == 39
    expect(window.get_by_text("kendes ikke (16 til 58)", exact=True)).to_be_visible()


def test_a_line_of_the_slope_chooses_and_no_name_stands_on_another(visitor: Visitor) -> None:
    window = visitor.open(f"{PAGE}?veje=daekning")
    for size in SIZES:
        visitor.resize(size)
        chart = window.get_by_role("figure")
        expect(chart.locator(".point").first).to_be_visible()
        names = [box for each in _texts(chart) if (box := each.bounding_box())]
        assert len(names) >= 2 * 37
        right = sorted(box["y"] for box in names[-37:])
        assert all(later - earlier > 10 for earlier, later in pairwise(right))
    visitor.resize("baerbar")
    window.get_by_role("figure").locator(".scatterlayer .trace").last.locator(".point").first.click(force=True)
    expect(window).to_have_url(re.compile("omraade="))


def _texts(chart: Locator) -> list[Locator]:
    return chart.locator(".textpoint text").all()


def test_the_slider_leaves_out_the_thin_bows(visitor: Visitor) -> None:
    window = visitor.open(f"{PAGE}?omraade=valby&mindst-patienter=10")
    expect(window.locator(SVG).first.locator(".bue").first).to_be_attached()
    many = window.locator(SVG).first.locator(".bue").count()
    slider = window.get_by_role("slider", name="Vis fra så mange patienter")
    for _ in range(5):
        slider.press("ArrowRight")
    expect(window).to_have_url(re.compile("mindst-patienter=[4-6]0"))
    visitor.settle()
    assert 0 < window.locator(SVG).first.locator(".bue").count() < many


def test_all_areas_stand_in_the_order_of_any_figure_and_the_address_says_which(visitor: Visitor) -> None:
    window = visitor.open(f"{PAGE}?veje=rangorden")
    rows = window.locator(".tabel tbody tr")
    expect(rows).to_have_count(37)
    expect(rows.first).to_contain_text("Fredensborg")
    window.get_by_role("columnheader", name=re.compile("^Kommer ind")).get_by_role("button").click()
    expect(window).to_have_url(re.compile("vejorden=ind-"))


@pytest.mark.grundig(1)
@pytest.mark.parametrize("picture", VEJE.options())
def test_the_address_opens_the_same_view_cold_and_so_does_the_shared_link(
    picture: str, visitor: Visitor, visit: Callable[..., Visitor], server: Server
) -> None:
    visitor.open(f"{PAGE}?veje={picture}&omraade=gladsaxe")
    shared = visitor.shared_link()
    for address in (visitor.page.url, shared):
        other = visit(server)
        other.open(address.removeprefix(server.url))
        assert other.headline() == visitor.headline()
        expect(other.notices()).to_have_count(0)


def test_the_table_is_taken_away_long_and_wide(visitor: Visitor) -> None:
    window = visitor.open(PAGE)
    frames = []
    for name in ("lang", "bred"):
        with window.expect_download() as waiting:
            window.locator(f".st-key-csv-pendling-{name}").get_by_role("button").click()
        content = waiting.value.path().read_bytes()
        frames.append(pd.read_csv(io.BytesIO(content), sep=";", decimal=",", thousands=".", encoding="utf-8-sig"))
    long, wide = frames
    assert len(long) == 38 * 38
    assert len(wide) == 38
    assert long["patienter"].sum() == 150_247


def test_a_chart_whose_script_is_blocked_is_a_sentence_in_danish_and_its_table(
    browser: Browser, server: Server
) -> None:
    window = browser.new_context(locale="da-DK").new_page()
    window.route("**/PlotlyChart.*", lambda route: route.abort())
    visitor = Visitor(window, server.url)
    visitor.open(f"{PAGE}?veje=daekning")
    # For a script of Streamlit's that is gone the page loads itself once; what is pressed before that is undone by it.
    window.wait_for_function("() => performance.getEntriesByType('navigation')[0].type === 'reload'")
    visitor.settle()
    alert = window.locator('[class*="st-key-diagram-"] [role="alert"]')
    expect(alert).to_be_attached()
    expect(alert).to_be_hidden()
    window.get_by_text("Tallene som tabel").click()
    expect(window.locator(".tabel", has_text="Ændring").locator("tbody tr")).to_have_count(37)
    window.context.close()


def test_on_paper_the_bows_and_the_areas_flows_are_there(visitor: Visitor) -> None:
    window = visitor.open(f"{PAGE}?omraade=fredensborg")
    window.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    window.emulate_media(media="print")
    expect(window.locator(".bue").first).to_be_visible()
    expect(window.get_by_text("Hørsholm").first).to_be_visible()
    expect(window.get_by_role("combobox", name="Område")).to_be_hidden()
    window.emulate_media(media="null")


@pytest.fixture(scope="module")
def with_webgl(browser: Browser) -> Iterator[Browser]:
    with chromium(browser.browser_type, webgl=True) as drawing:
        yield drawing


@pytest.mark.grundig(0)  # the processor draws it, and `test_landkort` says that maps are drawn
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_canvas_has_bows_over_its_areas(mode: theme.Mode, server: Server, with_webgl: Browser) -> None:
    ground = theme.as_in(theme.AROUND_AVERAGE[2], mode)
    with visiting(with_webgl, []) as window:
        visitor = window(server)
        visitor.page.emulate_media(color_scheme=mode)
        page = visitor.open(f"{PAGE}?omraade=vesterbro&mindst-patienter=500")
        (few,) = _steady(page, ground)
        visitor.open(f"{PAGE}?omraade=vesterbro&mindst-patienter=10")
        (many,) = _steady(page, ground)
        assert 1000 < many < few - 500
        expect(page.locator(".bue")).to_have_count(0)


def _steady(page: Page, colour: str) -> list[int]:
    """How many pixels of the map have the colour, once they stand."""
    before = [0]
    for _ in range(60):
        now = pixels(page, [colour], ".st-key-pendling-kort-webgl canvas")
        if now == before and now[0] > 1000:
            break
        before = now
        page.wait_for_timeout(500)
    return now
