"""Every page on a phone and on a projector: one line above the finding, nothing cut off, and type that can be read."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from playwright.sync_api import Page as Window
from playwright.sync_api import expect

from pages.navigation import registry
from pages.navigation.registry import KAPACITET, OVERBLIK, PAGES, SCENARIE, Page
from tests.e2e.browser import Visitor
from tests.e2e.server import Server

pytestmark = pytest.mark.grundig(2)

EVERY_PAGE = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
NAME, FIGURE = 22, 30
"""The least size on a projector, in pixels of 1080."""

_KIT = """
  const main = document.querySelector('[data-testid="stMain"]')
  const box = (e) => e.getBoundingClientRect()
  const shown = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  const seen = (e) => shown(e) && box(e).width > 1
  const components = [...main.querySelectorAll('[data-testid="stBidiComponentIsolated"]')].map((e) => e.shadowRoot)
  const inside = (selector) => components.flatMap((root) => [...(root?.querySelectorAll(selector) ?? [])])
"""

# What can be used, with its sides, above the page's first finding: the first heading or large figure below
# the title.
_BEFORE = f"""() => {{
  {_KIT}
  const finding = box([...main.querySelectorAll('h2, h3, [data-testid="stMetric"]')].filter(seen)[0]).top
  const sides = ["top", "bottom", "left", "right"], used = [], walk = (node) => {{
    const usable = 'button, input, select, a[href], summary, [role="radio"], [role="combobox"]'
    if (node.matches(usable) && seen(node) && box(node).right > 0) used.push(node)
    for (const child of (node.shadowRoot ?? node).children) walk(child)
  }}
  walk(document.body)
  return used.filter((e) => box(e).bottom <= finding)
    .map((e) => [e.ariaLabel || e.textContent.trim(), ...sides.map((side) => box(e)[side])])
}}"""

# The type of names and of figures in pictures and tables, as the screen has it, each with its text.
_TYPE = f"""() => {{
  {_KIT}
  const found = {{ name: [], figure: [] }}
  const size = (own) => {{
    const scale = own.ownerSVGElement ? own.closest('text').getScreenCTM().a : 1
    return Math.round(10 * parseFloat(getComputedStyle(own).fontSize) * scale) / 10
  }}
  const figure = (own) =>
    own.closest('.soejle .tal, .par .tal, text.tal, .cockpit :is(b, .pr, .aendring)')
    || (own.closest('td.tal:not(.lang)') && !own.closest('.note'))
  const walk = (node) => {{
    if (node.nodeType === Node.TEXT_NODE) {{
      const own = node.parentElement, range = document.createRange()
      range.selectNodeContents(node)
      if (!node.textContent.trim() || own.closest('caption, .maerke') || !shown(own) || box(range).width < 2) return
      found[figure(own) ? 'figure' : 'name'].push([size(own), node.textContent.trim().slice(0, 40)])
    }} else if (node.matches?.(':not(style, script)')) node.childNodes.forEach(walk)
  }}
  inside('.tabel, .fliser, .tavle, .skala, .skydere, .cockpit').forEach(walk)
  return found
}}"""

# Where the first picture, table or box below the headline begins, as a share of the window.
_PICTURE = f"""() => {{
  {_KIT}
  const drawn = inside('.tabel table, .billeder svg, .tavle .kortene, .skala ul, .skydere .raekke, .cockpit .raekke')
  drawn.push(...main.querySelectorAll('.js-plotly-plot, .vega-embed, [data-testid="stMetric"], .stExpander'))
  const tops = drawn.filter(shown).map((e) => box(e).top)
  return tops.length ? Math.min(...tops) / innerHeight : null
}}"""

_SIDEWAYS = f"""() => {{
  {_KIT}
  const beyond = [...main.querySelectorAll('*')].filter((e) => seen(e) && box(e).right > innerWidth + 1)
  const wider = document.documentElement.scrollWidth - innerWidth
  return [wider, main.scrollWidth - main.clientWidth, beyond.map((e) => e.outerHTML.slice(0, 120)).slice(0, 3)]
}}"""


def _one_line(window: Window) -> None:
    """Hold that all that can be used above the finding stands in one line, and is nothing but the frame's."""
    above: list[tuple[str, float, float, float, float]] = window.evaluate(_BEFORE)
    names = [name for name, *_ in above]
    assert any("enu" in name for name in names), names
    assert any("Del visning" in name for name in names), names
    assert max(top for _, top, *_ in above) < min(bottom for _, _, bottom, *_ in above), above
    sides = sorted((left, right) for *_, left, right in above)
    assert all(right <= left + 2 for (_, right), (left, _) in pairwise(sides)), above  # borders may be shared


@pytest.mark.grundig(1)
@EVERY_PAGE
def test_on_a_phone_one_line_stands_before_the_finding(
    page: Page, server: Server, visit: Callable[..., Visitor]
) -> None:
    visitor = visit(server, "telefon")
    window = visitor.open(page.address)
    _one_line(window)
    assert window.evaluate(_SIDEWAYS) == [0, 0, []]
    button = window.get_by_role("button", name="Valg", exact=True)
    if button.count():
        button.click()
        expect(window.locator('[data-testid="stMain"] [class*="st-key-filtre"]').first).to_be_visible()
        assert window.evaluate(_SIDEWAYS) == [0, 0, []]


@pytest.mark.grundig(1)
@EVERY_PAGE
def test_on_a_projector_one_line_stands_before_the_finding_and_all_can_be_read_from_the_back_row(
    page: Page, server: Server, visit: Callable[..., Visitor]
) -> None:
    visitor = visit(server, "projektor")
    window = visitor.open(f"{page.address}?visning=projektor")
    _one_line(window)
    sizes = window.evaluate(_TYPE)
    assert [each for each in sizes["name"] if each[0] < NAME] == []
    assert [each for each in sizes["figure"] if each[0] < FIGURE] == []
    if page.section is not None:  # a statement that the law asks for is text
        begins = window.evaluate(_PICTURE)
        assert begins is None or begins <= 1 / 3, begins
    assert window.evaluate(_SIDEWAYS) == [0, 0, []]


def test_the_folded_menu_leads_to_every_page_and_the_projector_goes_along(
    server: Server, visit: Callable[..., Visitor]
) -> None:
    visitor = visit(server, "projektor")
    window = visitor.open(f"{KAPACITET.address}?visning=projektor")
    expect(window.get_by_test_id("stTopNav")).to_be_hidden()
    window.get_by_role("button", name="Menu").click()
    links = window.get_by_test_id("stPopoverBody").get_by_role("link")
    expect(links).to_have_count(sum(map(len, registry.sections().values())))
    links.filter(has_text=SCENARIE.title).click()
    expect(window.locator("h1")).to_have_text(SCENARIE.title)
    visitor.settle()
    assert visitor.query()["visning"] == "projektor"
    window.get_by_role("radio", name="Normal").click()
    expect(window.get_by_test_id("stTopNav")).to_be_visible()


@pytest.mark.parametrize("page", [OVERBLIK, KAPACITET, SCENARIE], ids=lambda page: page.name)
def test_a_link_shared_from_a_projector_opens_as_any_other(
    page: Page, server: Server, visit: Callable[..., Visitor]
) -> None:
    large, plain = visit(server, "projektor"), visit(server)
    large.open(f"{page.address}?visning=projektor")
    plain.open(page.address)
    link = large.shared_link()
    assert link == plain.shared_link()
    other = visit(server)
    other.open(link.removeprefix(server.url))
    assert "visning" not in other.query()
    expect(other.notices()).to_have_count(0)
    expect(other.page.get_by_role("radio", name="Normal")).to_be_checked()


def test_the_code_fills_the_screen_and_escape_takes_it_away_again(
    server: Server, visit: Callable[..., Visitor]
) -> None:
    visitor = visit(server, "projektor")
    window = visitor.open(f"{KAPACITET.address}?visning=projektor")
    visitor.shared_link()
    button = window.get_by_role("button", name="Vis QR-kode på hele skærmen")
    button.click()
    code = window.get_by_alt_text("QR-koden på hele skærmen")
    box = code.bounding_box()
    assert box is not None
    assert box["height"] == box["width"] == 1080
    window.keyboard.press("Escape")
    expect(code).to_be_hidden()
    expect(button).to_be_focused()
