"""Reading and choosing on every screen: cards, the line that answers a tap, labels on the map, and keys."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, expect
from playwright.sync_api import Page as Window

from tests.e2e.browser import Visitor
from tests.e2e.server import Server

pytestmark = pytest.mark.grundig(1)

CAPACITY = "fysioterapi-kapacitet"
FOCUSED = """() => {
  let element = document.activeElement
  while (element?.shadowRoot) element = element.shadowRoot.activeElement
  return [element?.dataset?.omraade, element?.getAttribute("aria-label"), element?.textContent].filter(Boolean)[0] ?? ""
}"""


def _tab_to(window: Window, wanted: str) -> None:
    """Press Tab until what is in focus is called that, and complain where it is never reached."""
    passed = []
    for _ in range(60):
        window.keyboard.press("Tab")
        passed.append(str(window.evaluate(FOCUSED)).strip()[:40])
        if re.search(wanted, passed[-1]):
            return
    pytest.fail(f"{wanted} is not reached by Tab: {passed}")


@pytest.mark.grundig(1)
@pytest.mark.parametrize("address", ["kildekontrol", "kilder", "kilder?tabel=fysio_ventetid", "metode"])
def test_a_wide_table_is_cards_on_a_phone(address: str, server: Server, visit: Callable[..., Visitor]) -> None:
    visitor = visit(server, "telefon")
    window = visitor.open(address)
    for frame in window.locator(".tabel:visible .rulle").all():
        assert frame.evaluate("e => e.scrollWidth - e.clientWidth") == 0
    table = window.get_by_role("table").first
    expect(table.get_by_role("columnheader").first).to_be_attached()
    row = table.get_by_role("row").nth(1)
    expect(row.get_by_role("rowheader")).to_have_count(1)
    assert row.get_by_role("cell").count() >= 2


def test_cards_are_sorted_and_shown_some_at_a_time(server: Server, visit: Callable[..., Visitor]) -> None:
    visitor = visit(server, "telefon")
    window = visitor.open("kildekontrol")
    window.get_by_text(re.compile("^Alle [0-9]+ forskelle$")).click()
    table = window.locator(".tabel", has_text="række for række")
    cards = table.locator("tbody tr:visible")
    expect(cards).to_have_count(25)
    window.get_by_role("button", name=re.compile("Vis flere")).click()
    expect(cards).to_have_count(50)
    window.get_by_role("columnheader", name="Sted").get_by_role("button").click()
    expect(window).to_have_url(re.compile("sortering=sted-op"))
    visitor.settle()
    places = [text for text in cards.locator("th").all_inner_texts() if text.startswith("Bilag 1,")]
    assert places == sorted(places)
    expect(table.locator("tbody th").first).to_have_text(re.compile("^Bilag"))


@pytest.mark.grundig(1)
@pytest.mark.parametrize(
    ("address", "tapped", "link", "told"),
    [
        (f"{CAPACITY}?billede=kort&cirkler=nej", '[data-omraade="valby"] path', "Se alle tal", "Valby: alle tal"),
        (CAPACITY, ".tabel tbody tr:nth-child(4) button", "Se alle tal", "Bispebjerg: alle tal"),
        (
            "kildekontrol?art=modstrid",
            ':nth-match(.tabel tbody button:has-text("Tabel 7, København"), 1)',
            "Se forklaringen",
            "Tabel 7, København",
        ),
    ],
    ids=["map", "list", "difference"],
)
def test_a_tap_is_answered_in_sight_and_leads_to_what_it_chose(
    address: str, tapped: str, link: str, told: str, server: Server, visit: Callable[..., Visitor]
) -> None:
    visitor = visit(server, "telefon")
    window = visitor.open(address)
    window.emulate_media(reduced_motion="reduce")
    window.locator(tapped).last.click()
    button = window.get_by_role("button", name=re.compile(link))
    expect(button).to_be_in_viewport()
    heading = window.get_by_role("heading", name=re.compile(told))
    expect(heading).not_to_be_in_viewport()
    button.click()
    expect(heading).to_be_in_viewport()
    expect(button).to_be_hidden()


def test_from_measure_to_download_by_keys_alone(visitor: Visitor) -> None:
    window = visitor.open(CAPACITY)
    _tab_to(window, "^Mål")
    window.keyboard.type("Patienter pr. k")
    window.keyboard.press("Enter")
    expect(window).to_have_url(re.compile("maal=patienter-pr-kapacitet"))
    visitor.settle()
    _tab_to(window, "^gribskov")
    window.keyboard.press("ArrowDown")
    window.keyboard.press("Enter")
    expect(window).to_have_url(re.compile("omraade=hilleroed"))
    visitor.settle()
    _tab_to(window, "^Se alle tal")
    window.keyboard.press("Enter")
    expect(window.get_by_role("heading", name="Hillerød: alle tal")).to_be_in_viewport()
    _tab_to(window, "CSV, Hillerød$")
    with window.expect_download() as waiting:
        window.keyboard.press("Enter")
    assert waiting.value.suggested_filename == "kkr-profil.csv"


@pytest.mark.grundig(1)
@pytest.mark.parametrize("size", ["projektor", "baerbar", "telefon"])
def test_names_and_figures_on_the_map_can_be_read(size: str, server: Server, visit: Callable[..., Visitor]) -> None:
    window = visit(server, size).open(f"{CAPACITY}?billede=kort&cirkler=nej&omraade=glostrup")
    labels = window.locator(".maerkat")
    heights = labels.locator("tspan").evaluate_all(
        "all => all.map(e => parseFloat(getComputedStyle(e).fontSize) * e.getCTM().a)"
    )
    assert min(heights) > 9
    region = window.locator("div.billeder svg").first.locator(".maerkat").all_text_contents()
    for name in ("Gribskov", "Bornholm", "Glostrup"):  # Glostrup is small, but chosen
        assert any(name in text for text in region)
    beyond = window.locator("div.billeder svg").evaluate_all(
        """all => all.flatMap(svg => [...svg.querySelectorAll(".maerkat")].filter(label => {
          const [a, b] = [label.getBoundingClientRect(), svg.getBoundingClientRect()]
          return a.left < b.left - 1 || a.right > b.right + 1
        }).map(label => label.textContent))"""
    )
    assert beyond == []


def test_the_controls_of_a_row_stand_in_line(visitor: Visitor) -> None:
    window = visitor.open(CAPACITY)
    tops = window.locator('.st-key-filtre [data-testid="stWidgetLabel"]').evaluate_all(
        "all => all.map(e => Math.round(e.getBoundingClientRect().top))"
    )
    assert len(tops) == 6
    assert max(tops) - min(tops) <= 1


def test_every_picture_of_an_area_says_its_finding_and_can_be_taken_away(visitor: Visitor) -> None:
    window = visitor.open(f"{CAPACITY}?omraade=valby")
    captions = window.locator(".tabel caption").all_text_contents()
    assert len(captions) == 4
    assert [caption for caption in captions if not re.search(r"\d", caption)] == []
    assert "14.324" in (window.locator("div.billeder svg").first.get_attribute("aria-label") or "")
    expect(window.get_by_role("button", name="CSV")).to_have_count(4)
    source = re.compile("^Kilde: ")
    expect(window.get_by_test_id("stCaptionContainer").filter(has_text=source)).to_have_count(3)
    expect(window.get_by_test_id("stPlotlyChart").get_by_text(source)).to_have_count(1)  # the PNG's own line


@pytest.mark.grundig(1)
@pytest.mark.parametrize("table", ["kilde", "fysio_kapacitet"], ids=["our-own", "printed"])
def test_every_table_of_kilder_can_be_taken_to_excel(table: str, visitor: Visitor) -> None:
    window = visitor.open(f"kilder?tabel={table}")
    with window.expect_download() as waiting:
        window.get_by_role("button", name="Excel").click()
    assert waiting.value.suggested_filename == f"kkr-{table}.xlsx"


def test_a_finger_that_scrolls_past_a_slider_moves_the_page_only(server: Server, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    visitor = Visitor(context.new_page(), server.url)
    window = visitor.open("fysioterapi-scenarie")
    slider = window.get_by_role("slider", name="Amager, speciale 51", exact=True)
    slider.scroll_into_view_if_needed()
    before = slider.input_value()
    _swipe(visitor, slider, across=0, down=-200)
    assert window.evaluate("() => document.querySelector('[data-testid=\"stMain\"]').scrollTop") > 0
    assert slider.input_value() == before
    slider.evaluate("e => e.scrollIntoView({ block: 'center' })")  # clear of the lines that stay in sight
    _swipe(visitor, slider, across=-60, down=0)
    expect(slider).not_to_have_value(before)
    context.close()


def _swipe(visitor: Visitor, start: Locator, *, across: int, down: int, steps: int = 12) -> None:
    """Draw a finger from the right part of an element, as a touch screen reports it."""
    session = visitor.page.context.new_cdp_session(visitor.page)
    box = start.bounding_box()
    assert box is not None
    x, y = box["x"] + 0.8 * box["width"], box["y"] + box["height"] / 2
    for step in range(steps + 1):
        at = {"x": x + across * step / steps, "y": y + down * step / steps}
        session.send("Input.dispatchTouchEvent", {"type": "touchMove" if step else "touchStart", "touchPoints": [at]})
        visitor.page.wait_for_timeout(16)
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    visitor.settle()
