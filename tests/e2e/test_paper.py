"""Every page on paper: the rows and columns of the screen, no control, and a foot with day, link and number."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Page as Window
from playwright.sync_api import expect

from dansk.dato import day
from geo import areas
from pages.drawing.charts import template
from pages.navigation.registry import PAGES, SCENARIE, Page
from tests.e2e.browser import Visitor
from tests.e2e.server import Server
from tests.e2e.test_pages import VIEWS
from tests.paper import Paper, printed, squeezed

pytestmark = pytest.mark.grundig(3)
A4 = (595, 842)  # points
ROOM = 703  # of the page's 210 mm what the margins leave, in pixels
ROOM_ACROSS = 1032

# What both scripts below begin with: what is seen, and what is a control outside tables, boards, pictures and sliders.
_KIT = """
  const unseen = ["SCRIPT", "STYLE", "NOSCRIPT"]
  const seen = (node) => node.nodeType === Node.ELEMENT_NODE && !unseen.includes(node.tagName) &&
    (node.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ||
      getComputedStyle(node).display === "contents")
  const role = ["button", "radio", "combobox", "tab", "slider"].map((name) => `[role="${name}"]`)
  const control = ["button", "input", "select", "textarea", ...role].join(", ")
  const content = "table, .tavle, .kort, .skydere, .cockpit"
  const used = (node) => node.matches(control) && !node.closest(content)
  const below = (node) => [...(node.shadowRoot ?? node).childNodes]
"""

# Headings, and texts that a table or a board stands below; also those that are folded away on the screen.
_LEADS = (
    'h2, h3, h4, [data-testid="stElementContainer"]:has([data-testid="stMarkdown"])'
    ':has(+ [data-testid="stElementContainer"] [data-testid="stBidiComponentIsolated"])'
)

# Every table that is seen, in the shadow trees too: its rows of cells; and the texts of controls, and of all else.
_ON_SCREEN = f"""() => {{
  {_KIT}
  const found = {{ tables: [], controls: [], rest: [], folded: [], leads: [] }}
  // A note in a cell may be for phones alone.
  const written = (node) => seen(node) ? below(node).map(text).join("") : ""
  const text = (node) => node.nodeType === Node.TEXT_NODE ? node.textContent : written(node)
  const link = '[data-testid="stPageLink"]:not(.st-key-spoergsmaal *)'
  const menu = `[data-testid="stHeader"], ${{link}}, label:not([data-testid="stMetric"] *)`
  const walk = (node, inside) => {{
    if (node.nodeType === Node.TEXT_NODE) found[inside].push(node.textContent)
    if (!seen(node) || node.dataset?.testid === "stIconMaterial") return
    if (node.tagName === "TABLE")
      found.tables.push([...node.rows].map((row) => [...row.cells].map(text)))
    const own = inside === "controls" || used(node) || node.matches(menu) ? "controls" : "rest"
    below(node).forEach((child) => walk(child, own))
  }}
  walk(document.body, "rest")
  const folded = [...document.querySelectorAll('[class*="st-key-ogsaa-papir-"] details:not([open])')]
  const whole = (node) => node.nodeType === Node.TEXT_NODE ? node.textContent
    : unseen.includes(node.tagName) ? "" : below(node).map(whole).join("")
  found.folded = folded.map(whole)
  found.leads = [...document.querySelectorAll('{_LEADS}')].map((each) => each.textContent)
  return found
}}"""

# In print: controls that are still seen, what reaches out of its sheet, what is cut off where it stands, and letters
# too pale for their ground.
_ON_PAPER = f"""([room, across]) => {{
  {_KIT}
  const found = {{ controls: [], beyond: [], cut: [], pale: [] }}
  const channels = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number)
  const light = (colour) => {{
    const [r, g, b] = channels(colour)
    return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255
  }}
  const ground = (node) => {{
    for (let at = node; at; at = at.parentElement ?? at.getRootNode().host) {{
      const colour = getComputedStyle(at).backgroundColor
      if ((channels(colour)[3] ?? 1) > 0.5) return colour
    }}
    return "rgb(255, 255, 255)"
  }}
  const walk = (node, width) => {{
    // Where a chart is dragged there is nothing to see.
    if (!seen(node) || node.classList.contains("draglayer")) return
    const style = getComputedStyle(node)
    const wide = node.hasAttribute("data-bred") ? across : width
    const box = node.getBoundingClientRect()
    const drawn = box.width > 1 && box.height > 1
    const name = `${{node.tagName}} ${{node.className?.baseVal ?? node.className}} ${{node.textContent.slice(0, 40)}}`
    if (drawn && box.right > wide + 1) found.beyond.push(`${{Math.round(box.right)}} ${{name}}`)
    if (drawn && used(node)) found.controls.push(name)
    const says = below(node).some((child) => child.nodeType === Node.TEXT_NODE && child.textContent.trim())
    const within = drawn && says && style.overflowX !== "visible"
    if (within && (node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1))
      found.cut.push(name)
    if (says && drawn && !node.closest("svg") && Math.abs(light(style.color) - light(ground(node))) < 0.25)
      found.pale.push(name)
    below(node).forEach((child) => walk(child, wide))
  }}
  walk(document.body, room)
  return found
}}"""


def _views() -> list[Any]:
    own = [pytest.param(page, page.address, id=page.name) for page in PAGES]
    other = [pytest.param(page, f"{page.address}{VIEWS[page.name][0]}", id=f"{page.name}-visning") for page in PAGES]
    return own + [view for view in other if view.values[1] not in {each.values[1] for each in own}]


@pytest.mark.grundig(1)
@pytest.mark.parametrize(("page", "address"), _views())
def test_what_is_on_the_screen_is_on_the_paper(page: Page, address: str, visitor: Visitor) -> None:
    window = visitor.open(address)
    screen = window.evaluate(_ON_SCREEN)
    paper = printed(window)
    assert squeezed(page.title) in paper.sheets[0]
    assert all(sorted(size) == pytest.approx(A4, abs=1) for size in paper.sizes)
    rest = squeezed("".join([*screen["rest"], *screen["folded"]]))
    assert [row for table in screen["tables"] for row in table if not _stands(row, paper)] == []
    assert [table[0] for table in screen["tables"] if not _headed(table, rest, paper)] == []

    labels = {label for label in map(squeezed, screen["controls"]) if label and label not in rest}
    assert {"Delvisning", "Tilpapir"} <= labels
    assert {label for label in labels if label in paper.text} == set()

    link = squeezed(visitor.shared_link())
    for number, sheet in enumerate(paper.sheets, start=1):
        assert squeezed(day(date.today()) + link) in sheet
        counted = f"Side{number}af{len(paper.sheets)}"
        assert counted in sheet
        # No sheet is blank, and the first has more than the page's title.
        left = sheet.replace(squeezed(day(date.today()) + link), "").replace(counted, "")
        assert left.replace(squeezed(page.title), "") if number == 1 else left, f"sheet {number} of {len(paper.sheets)}"
        assert _left_alone(left, screen, paper) == [], f"at the foot of sheet {number} of {len(paper.sheets)}"


def _stands(row: list[str], paper: Paper) -> bool:
    """Whether all cells of a row stand beside each other on one sheet."""
    return any(squeezed("".join(row)) in sheet for sheet in paper.sheets)


def _left_alone(sheet: str, screen: dict[str, Any], paper: Paper) -> list[str]:
    """What the sheet ends with that leads to what is on the next: a heading, a text before a table, a table's head."""
    leads = [lead for lead in map(squeezed, screen["leads"]) if lead and paper.text.count(lead) == 1]
    heads = [head for table in screen["tables"] if len(head := squeezed("".join(table[0]))) > 12]
    return [end for end in (*leads, *heads) if sheet.endswith(end)]


def _headed(table: list[list[str]], screen: str, paper: Paper) -> bool:
    """Whether every sheet that has a row of the table, which the screen says nowhere else, has its headings too."""
    head, *rows = (squeezed("".join(row)) for row in table)
    own = [row for row in rows if len(row) > 20 and screen.count(row) == 1]
    return all(head in sheet for sheet in paper.sheets if any(row in sheet for row in own))


@pytest.mark.grundig(1)
@pytest.mark.parametrize(("page", "address"), _views())
def test_no_control_is_on_the_paper_and_nothing_is_cut_or_pale(page: Page, address: str, visitor: Visitor) -> None:
    window = visitor.page
    window.emulate_media(color_scheme="dark")
    visitor.open(address)
    # As the browser does: what is drawn for the screen's width is made ready for paper while it still has it.
    window.evaluate("dispatchEvent(new Event('beforeprint'))")
    window.emulate_media(media="print", color_scheme="dark")
    window.set_viewport_size({"width": ROOM, "height": 980})
    try:
        assert window.evaluate(_ON_PAPER, [ROOM, ROOM_ACROSS]) == {"controls": [], "beyond": [], "cut": [], "pale": []}
    finally:
        window.emulate_media(media="null")


def test_a_chart_that_is_wider_than_the_sheet_is_made_smaller_whole(visitor: Visitor) -> None:
    window = visitor.open("fysioterapi-pendling?veje=daekning")
    picture = window.locator(".main-svg").first
    expect(picture).to_be_attached()
    text = printed(window).text
    assert [name for name in areas.names().values() if squeezed(name) not in text] == []
    window.evaluate("dispatchEvent(new Event('beforeprint'))")
    height = float(picture.get_attribute("height") or 0) - template.HEADING - template.FOOTING
    box = f"0 {template.HEADING} {picture.get_attribute('width')} {height:g}"
    expect(picture).to_have_attribute("viewBox", box)
    window.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(picture).not_to_have_attribute("viewBox", box)


_FOOT_IS_NOT = """(link) => {
  const rules = document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText))
  return rules.some((rule) => rule.startsWith("@page")) && rules.every((rule) => !rule.includes(link))
}"""


def test_the_foot_leads_to_the_view_as_it_is_now(visit: Callable[..., Visitor], server: Server) -> None:
    visitor = visit(server)
    window = visitor.open(SCENARIE.address)
    before = _link(printed(window))
    window.get_by_role("button", name="Mere: Valby, speciale 51").click()
    expect(window).to_have_url(re.compile("valby"))
    # The foot comes with its component, a moment after the address.
    window.wait_for_function(_FOOT_IS_NOT, arg=before)
    after = _link(printed(window))
    assert after != before
    other = visit(server)
    other.open(after.removeprefix(server.url))
    # What the scenario is compared with follows a rule until somebody chooses; a link says what it was.
    assert other.query() == {**visitor.query(), "mod": "forslaget"}


def _link(paper: Paper) -> str:
    found = re.search(rf"http://\S+?(?={squeezed(SCENARIE.title)})", paper.sheets[0])
    assert found is not None
    return found[0]


def test_the_button_prints_and_a_link_opens_the_page_with_it(visitor: Visitor) -> None:
    window: Window = visitor.open(PAGES[1].address)
    window.evaluate("() => { window.prints = 0; window.print = () => (window.prints += 1) }")
    window.get_by_role("button", name="Til papir").click()
    assert window.evaluate("() => window.prints") == 1


def test_a_page_that_is_being_drawn_anew_is_not_printed_pale(visitor: Visitor) -> None:
    window = visitor.open("kilder")
    boxes = window.get_by_test_id("stElementContainer")
    # As Streamlit has it of what waits.
    boxes.evaluate_all("(all) => all.forEach((each) => (each.style.opacity = 0.33))")
    window.emulate_media(media="print")
    assert set(boxes.evaluate_all("(all) => all.map((each) => getComputedStyle(each).opacity)")) == {"1"}
    window.emulate_media(media="null")


def test_the_front_page_has_each_question_with_its_answer_and_asks_nobody_to_click(visitor: Visitor) -> None:
    window = visitor.open("")
    questions = window.locator(".st-key-spoergsmaal")
    pairs = zip(
        questions.get_by_test_id("stPageLink").all_text_contents(),
        questions.get_by_test_id("stCaptionContainer").all_text_contents(),
        strict=True,
    )
    told = [squeezed(question + answer) for question, answer in pairs]
    text = printed(window).text
    assert len(told) == 5
    assert [each for each in told if each not in text or "selv" in each] == []


def test_a_measures_stars_stand_once_on_the_paper(visitor: Visitor) -> None:
    window = visitor.open("mobilitet-indsats")
    assert visitor.text().count("Tværgående relevans") == 2
    assert printed(window).text.count("Tværgåenderelevans") == 1


def test_a_place_in_a_paper_stands_on_one_line(visitor: Visitor) -> None:
    window = visitor.open("")
    window.emulate_media(media="print")
    window.set_viewport_size({"width": ROOM, "height": 980})
    lines = window.locator("td.ubrudt.kort a").evaluate_all(
        "(all) => all.map((each) => [each.textContent, each.getClientRects().length])"
    )
    assert len(lines) > 20
    assert [text for text, count in lines if count > 1] == []
    window.emulate_media(media="null")


@pytest.mark.grundig(1)
@pytest.mark.parametrize("address", ["metode", "resultatmaal"])
def test_a_box_is_headed_by_its_title_alone(address: str, visitor: Visitor) -> None:
    window = visitor.open(address)
    window.emulate_media(media="print")
    left = "(all) => all.map((each) => each.getBoundingClientRect().left)"
    boxes = window.locator(".stExpander summary:visible")
    indents = [
        title - box for box, title in zip(boxes.evaluate_all(left), boxes.locator("p").evaluate_all(left), strict=True)
    ]
    assert indents
    assert [indent for indent in indents if abs(indent) > 0.5] == []
    window.emulate_media(media="null")


# How wide a chart is drawn for the sheet, and its words that reach out of what is shown of it.
_FOR_THE_SHEET = """(chart) => {
  dispatchEvent(new Event("beforeprint"))
  const box = chart.querySelector(".main-svg").viewBox.baseVal
  const at = chart.querySelector(".svg-container").getBoundingClientRect()
  const out = (each) => {
    const { left, right, top, width } = each.getBoundingClientRect()
    return width > 0 && (left < at.left - 1 || right > at.left + box.width + 1 || top < at.top - 1)
  }
  return [box.width, [...chart.querySelectorAll("text")].filter(out).map((each) => each.textContent)]
}"""


def test_a_wide_chart_is_drawn_for_the_sheet_whatever_the_windows_width(visitor: Visitor) -> None:
    window = visitor.page
    widths = []
    for wide in (1366, 1920):
        window.set_viewport_size({"width": wide, "height": 900})
        visitor.open("moeder")
        chart = window.get_by_test_id("stPlotlyChart").first
        picture = chart.locator(".main-svg").first
        expect(picture).to_be_attached()
        on_screen = picture.get_attribute("width") or ""
        width, out = chart.evaluate(_FOR_THE_SHEET)
        assert out == []
        widths.append(width)
        window.evaluate("dispatchEvent(new Event('afterprint'))")
        expect(picture).to_have_attribute("width", on_screen)
    assert widths[0] == widths[1] < 1000
