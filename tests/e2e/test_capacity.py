"""The page of capacity in Chromium: every way to change the view, and that the address follows."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pandas as pd
import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

from tests.e2e.browser import Visitor
from tests.e2e.server import Server

pytestmark = pytest.mark.grundig(2)

PAGE = "fysioterapi-kapacitet"
VALBY = '[data-omraade="valby"]'
STEP = """(way) => new Promise((taken) => {
  const look = (event) => {
    if (!event.isTrusted) return
    removeEventListener("popstate", look)
    taken()
  }
  addEventListener("popstate", look)
  history[way]()
})"""
FOCUSED = """() => {
  let element = document.activeElement
  while (element?.shadowRoot) element = element.shadowRoot.activeElement
  return element?.dataset?.omraade ?? ""
}"""


def _address(visitor: Visitor, **values: str) -> None:
    """Wait until the address says so, and hold that it is plain ASCII."""
    for name, value in values.items():
        expect(visitor.page).to_have_url(re.compile(rf"[?&]{name}={re.escape(value)}(&|$)"))
    visitor.settle()
    assert visitor.page.url.isascii()
    assert "%" not in visitor.page.url


def _same_view_cold(visitor: Visitor, visit: Callable[..., Visitor], server: Server) -> None:
    """Open the visitor's address in another window: it shows the same finding and the same picture."""
    other = visit(server)
    other.open(visitor.page.url.removeprefix(server.url))
    assert other.headline() == visitor.headline()
    assert other.page.locator("div.billeder").inner_text() == visitor.page.locator("div.billeder").inner_text()
    assert other.page.locator(".omraade.daempet").count() == visitor.page.locator(".omraade.daempet").count()
    expect(other.notices()).to_have_count(0)


@pytest.mark.grundig(1)
@pytest.mark.parametrize("picture", ["fliser", "kort"])
def test_an_area_is_chosen_by_pointer(visitor: Visitor, picture: str) -> None:
    window = visitor.open(f"{PAGE}?billede={picture}")
    window.locator(f"{VALBY} rect" if picture == "fliser" else f"{VALBY}.klinik").last.click()
    _address(visitor, omraade="valby")
    expect(window.get_by_role("heading", name="Valby: alle tal")).to_be_visible()
    expect(window.locator(f"{VALBY}.valgt").first).to_be_visible()


def test_what_is_pointed_at_on_the_tiles_is_seen_on_the_small_map(visitor: Visitor) -> None:
    window = visitor.open(PAGE)
    small = window.locator(".smaakort .sted")
    expect(small).to_have_count(37)
    window.locator(f".flisekort {VALBY} rect").first.hover()
    expect(window.locator(f".smaakort {VALBY}.peget")).to_have_count(1)
    expect(window.locator(".tip")).to_contain_text("Valby: 14.324, ringest dækket af 37")
    window.locator('.smaakort [data-omraade="gribskov"]').hover()
    expect(window.locator('.flisekort [data-omraade="gribskov"].peget')).to_have_count(1)
    expect(window.locator(".peget")).to_have_count(2)
    window.locator('.smaakort [data-omraade="gribskov"]').click()
    _address(visitor, omraade="gribskov")


def test_the_chosen_area_is_let_go_by_another_click(visitor: Visitor) -> None:
    window = visitor.open(f"{PAGE}?omraade=valby")
    window.locator(VALBY).first.click()
    expect(window.get_by_role("heading", name="Valby: alle tal")).to_have_count(0)
    assert "omraade" not in visitor.query()


def test_an_area_is_chosen_in_the_list(visitor: Visitor) -> None:
    window = visitor.open(PAGE)
    expect(window.locator(".tabel tbody th[scope=row]")).to_have_count(8)
    window.get_by_text("Vis alle", exact=True).click()
    _address(visitor, liste="alle")
    expect(window.locator(".tabel tbody th[scope=row]")).to_have_count(37)
    window.locator(".tabel").get_by_role("button", name="Ballerup", exact=True).click()
    _address(visitor, omraade="ballerup")
    expect(window.get_by_role("heading", name="Ballerup: alle tal")).to_be_visible()


def test_an_area_is_chosen_by_keys_alone(visitor: Visitor) -> None:
    window = visitor.open(PAGE)
    for _ in range(60):
        window.keyboard.press("Tab")
        if window.evaluate(FOCUSED):
            break
    entry = window.evaluate(FOCUSED)
    assert entry
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"):
        window.keyboard.press(key)
    window.keyboard.press("ArrowDown")
    chosen = window.evaluate(FOCUSED)
    assert chosen not in ("", entry)
    window.keyboard.press("Enter")
    _address(visitor, omraade=chosen)
    assert window.evaluate(FOCUSED) == chosen  # the focus stays where it was
    window.keyboard.press("Enter")
    expect(window).not_to_have_url(re.compile("omraade="))


def test_the_measure_is_chosen_from_the_list(visitor: Visitor, visit: Callable[..., Visitor], server: Server) -> None:
    window = visitor.open(PAGE)
    before = visitor.headline()
    window.get_by_role("combobox", name="Mål").click()
    window.get_by_role("option", name="Kapacitet", exact=True).click()
    _address(visitor, maal="kapacitet")
    assert visitor.headline() != before
    _same_view_cold(visitor, visit, server)


def test_the_speciale_is_chosen(visitor: Visitor, visit: Callable[..., Visitor], server: Server) -> None:
    window = visitor.open(PAGE)
    before = visitor.headline()
    window.get_by_text("62 vederlagsfri", exact=True).first.click()
    _address(visitor, speciale="62")
    assert visitor.headline() != before
    _same_view_cold(visitor, visit, server)


def test_the_year_is_chosen_by_arrow_keys(visitor: Visitor, visit: Callable[..., Visitor], server: Server) -> None:
    window = visitor.open(PAGE)
    before = visitor.headline()
    slider = window.get_by_role("slider", name="År")
    slider.focus()
    slider.press("ArrowRight")
    _address(visitor, aar="2025")
    slider.press("End")
    _address(visitor, aar="2030")
    assert visitor.headline() != before
    _same_view_cold(visitor, visit, server)


@pytest.mark.grundig(1)
@pytest.mark.parametrize(
    ("label", "option", "name", "value", "seen"),
    [
        ("Planområde", "Midt", "planomraade", "midt", "daempet"),
        ("Kommune", "Høje-Taastrup", "kommune", "hoeje-taastrup", "egen"),
    ],
)
def test_the_place_is_chosen_from_the_list(
    visitor: Visitor,
    visit: Callable[..., Visitor],
    server: Server,
    label: str,
    option: str,
    name: str,
    value: str,
    seen: str,
) -> None:
    window = visitor.open(PAGE)
    window.get_by_role("combobox", name=label).fill(option[:5])
    window.get_by_role("option", name=option, exact=True).click()
    _address(visitor, **{name: value})
    expect(window.locator(f".omraade.{seen}").first).to_be_visible()
    _same_view_cold(visitor, visit, server)


def test_the_picture_is_chosen(visitor: Visitor, visit: Callable[..., Visitor], server: Server) -> None:
    window = visitor.open(PAGE)
    window.get_by_text("Landkort", exact=True).last.click()
    _address(visitor, billede="kort")
    expect(window.locator(".omraade path").first).to_be_visible()
    expect(window.get_by_text("Skematisk kort")).to_be_visible()
    _same_view_cold(visitor, visit, server)


def test_a_kommune_outside_the_planomraade_is_said(visitor: Visitor) -> None:
    visitor.open(f"{PAGE}?planomraade=bornholm&kommune=ballerup")
    expect(visitor.notices()).to_have_count(1)


def test_the_back_button_goes_back_in_the_view(visitor: Visitor) -> None:
    window = visitor.open(PAGE)
    before = visitor.headline()
    window.get_by_text("62 vederlagsfri", exact=True).first.click()
    _address(visitor, speciale="62")
    window.go_back()
    expect(window).not_to_have_url(re.compile("speciale"))
    expect(window.locator('[data-testid="stHeading"] h2').first).to_have_text(before)


def test_however_quickly_back_and_forward_each_step_is_a_view_that_was_seen(visitor: Visitor) -> None:
    window = visitor.open(f"{PAGE}?aar=2027")
    window.get_by_text("62 vederlagsfri", exact=True).first.click()
    _address(visitor, speciale="62")
    menu = window.get_by_test_id("stTopNav")
    for section, page in [("Mobilitet", "Mobilitetsindsatser"), ("Fysioterapi", "Kapacitet og klinikker")]:
        menu.get_by_text(section, exact=True).click()
        window.get_by_test_id("stTopNavDropdownLink").filter(has_text=page).click()
        expect(window.locator("h1")).to_have_text(page)
        visitor.settle()
    _address(visitor, aar="2027", speciale="62")
    window.get_by_text("51 almindelig", exact=True).first.click()
    expect(window).not_to_have_url(re.compile("speciale"))
    first, second = "kapacitet?aar=2027", "speciale=62&aar=2027"
    seen = [first, second, "mobilitet-sammenlign", second, first]

    def stands(step: str) -> None:
        """Nothing is awaited of a component: one may belong to a step that is passed already."""
        title = "Mobilitetsindsatser" if "mobilitet" in step else "Kapacitet og klinikker"
        window.wait_for_timeout(1000)
        expect(window.locator("h1")).to_have_text(title)
        expect(window).to_have_url(re.compile(f"{re.escape(step)}$"))

    for way, last in [("back", seen[0]), ("forward", seen[-1])]:
        for _ in seen[1:]:
            window.evaluate(STEP, way)  # a step asked for before the one before it is taken would be none
            window.wait_for_timeout(40)
        stands(last)
    for step in seen[-2::-1]:
        window.go_back()
        stands(step)


def test_a_page_left_and_returned_to_has_kept_its_view(visitor: Visitor) -> None:
    window = visitor.open(f"{PAGE}?maal=ventetid-gns&speciale=62&omraade=valby&billede=kort")
    before, headline = visitor.query(), visitor.headline()
    menu = window.get_by_test_id("stTopNav")
    menu.get_by_role("link", name="Overblik").click()
    expect(window.locator("h1")).to_have_text("Overblik")
    visitor.settle()
    menu.get_by_text("Fysioterapi", exact=True).click()
    window.get_by_role("link", name="Kapacitet og klinikker").first.click()
    expect(window.locator("h1")).to_have_text("Kapacitet og klinikker")
    _address(visitor, maal="ventetid-gns", speciale="62", omraade="valby", billede="kort")
    assert visitor.query() == before
    assert visitor.headline() == headline


def test_the_shared_link_gives_the_same_view(visitor: Visitor, visit: Callable[..., Visitor], server: Server) -> None:
    visitor.open(f"{PAGE}?speciale=62&aar=2029&planomraade=syd&omraade=amager&billede=kort")
    link = visitor.shared_link()
    for part in ("m~borgere-pr-kapacitet", "s~62", "a~2029", "p~syd", "k~alle"):
        assert part in link
    expect(visitor.page.get_by_text("Linket virker kun på denne maskine")).to_be_visible()
    other = visit(server)
    other.open(link.removeprefix(server.url))
    assert other.headline() == visitor.headline()
    assert other.query() == visitor.query()
    expect(other.page.get_by_role("heading", name="Amager: alle tal")).to_be_visible()


@pytest.mark.grundig(1)
@pytest.mark.parametrize(
    "v",
    ["broken", "", "1.", "2.9843aa810c.maal~kapacitet", "1.9843aa810c.maal~" + "x" * 5000],
    ids=["word", "empty", "bare", "newer-format", "far-too-long"],
)
def test_a_broken_shared_link_opens_the_default_view(v: str, visitor: Visitor) -> None:
    visitor.open(f"{PAGE}?v={v}")
    assert "Valby" in visitor.headline()
    expect(visitor.notices()).to_have_count(1)
    assert "v" not in visitor.query()


def test_what_can_be_read_of_a_broken_link_is_kept(visitor: Visitor) -> None:
    visitor.open(f"{PAGE}?v=1.xyz.maal~kapacitet_speciale~62")
    assert visitor.headline().startswith("Frederiksberg har størst kapacitet")
    expect(visitor.notices()).to_have_count(1)


def test_the_order_of_the_list_is_in_the_link(visitor: Visitor, visit: Callable[..., Visitor], server: Server) -> None:
    window = visitor.open(PAGE)
    first = window.locator(".tabel tbody th").first
    window.locator(".tabel thead button").first.click()
    _address(visitor, orden="navn-op")
    expect(first).to_have_text("Albertslund")
    other = visit(server)
    other.open(visitor.page.url.removeprefix(server.url))
    expect(other.page.locator(".tabel tbody th").first).to_have_text("Albertslund")


def test_the_csv_opens_right_in_a_danish_excel(visitor: Visitor) -> None:
    window = visitor.open(f"{PAGE}?maal=kapacitet")
    with window.expect_download() as waiting:
        window.get_by_role("button", name="CSV").click()
    content = waiting.value.path().read_bytes()
    assert waiting.value.suggested_filename == "kkr-kapacitet.csv"
    assert content.startswith(b"\xef\xbb\xbf")
    frame = pd.read_csv(io.BytesIO(content), sep=";", decimal=",")
    assert len(frame) == 37
    assert frame["kapacitet"].dtype == float
    assert re.search(rb";\d+,\d+;", content)


def test_the_excel_says_where_its_figures_come_from(visitor: Visitor, server: Server) -> None:
    window = visitor.open(f"{PAGE}?speciale=62&planomraade=midt")
    with window.expect_download() as waiting:
        window.get_by_role("button", name="Excel").click()
    book = load_workbook(io.BytesIO(waiting.value.path().read_bytes()))
    assert book.sheetnames == ["Data", "Kilde"]
    source = {str(row[0].value): str(row[1].value) for row in book["Kilde"].iter_rows()}
    assert source["Link til visningen"].startswith(f"{server.url}/{PAGE}?v=1.")
    assert "planområde Midt" in source["Udvalg"]
    assert {"Dokument", "Tabel", "Dataversion"} <= source.keys()


def test_vis_i_kilden_shows_the_printed_row(visitor: Visitor) -> None:
    window = visitor.open(PAGE)
    window.get_by_role("button", name="Vis i kilden").first.click()
    rows = window.get_by_test_id("stPopoverBody").locator(".tabel tbody tr")
    expect(rows).to_have_count(37)
    valby = rows.filter(has_text="Valby").first
    expect(valby).to_contain_text("14.324")
    expect(valby).to_contain_text("004, Tabel 3 og 4, side")


def test_koebenhavn_is_hatched_where_its_row_is_not_whole(visitor: Visitor) -> None:
    window = visitor.open(f"{PAGE}?maal=tilskud-pr-borger")
    hatched = window.locator('.omraade rect[fill^="url(#"]')
    expect(hatched).to_have_count(9)
    label = window.locator(VALBY).first.get_attribute("aria-label") or ""
    assert "kan ikke være hel" in label
    assert "nr." not in label
    expect(window.get_by_text("kan ikke være hel").first).to_be_visible()
