"""What must hold on every page, in Chromium; a new page in `ramme.py` is tested without a word here."""

from __future__ import annotations

import re
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.e2e.browser import SIZES, Visitor
from tests.e2e.server import Server
from tests.project import Page, pages

PICTURES = Path(__file__).parent / "skaermbilleder"
EVERY_PAGE = pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)

# A view of each page that is not its default: parameters, and a text that only that view has.
VIEWS = {
    "overblik": ("", "Hvem beslutter hvad"),
    "fysioterapi-kapacitet": ("?maal=ventetid-maks&speciale=62&omraade=valby", "Valby: alle tal"),
    "kilder": ("?tabel=fysio_ventetid", "uger_maks|Ventetid"),
    "kildekontrol": ("?art=modstrid&soeg=valby", "Valby"),
    "metode": ("?visning=projektor", "Kildekontrollen"),
}
ENGLISH = """
Choose|Search|Select|Press|Loading|Deploy|Rerun|Download|Upload|Browse|Clear|Settings|Print|Error|Warning|
Page not found|No results|No options|Not found|Connecting|null|None|nan|NaN|NaT|undefined|true|false
""".replace("\n", "")

# What axe finds in Streamlit's own elements, which no page of ours can change.
STREAMLITS_OWN: dict[str, str] = {}


def _view(page: Page) -> tuple[str, str]:
    query, text = VIEWS.get(page.name, ("", ""))
    return f"{page.url_path}{query}", text


@EVERY_PAGE
def test_a_link_opened_on_a_server_just_started_gives_the_whole_view(
    page: Page, cold_server: Server, visit: Callable[..., Visitor]
) -> None:
    address, text = _view(page)
    visitor = visit(cold_server)
    window = visitor.open(address)
    expect(window.locator("h1")).to_have_text(page.title)
    expect(window.get_by_role("button", name="Del visning")).to_be_visible()
    navigation = window.get_by_test_id("stTopNav")
    expect(navigation).to_contain_text("Overblik")
    expect(navigation).to_contain_text("Om tallene")
    expect(window.get_by_role("dialog")).to_have_count(0)
    expect(visitor.notices()).to_have_count(0)
    assert re.search(text, visitor.text())
    assert "Traceback" not in cold_server.log


@EVERY_PAGE
def test_the_document_is_danish_and_guarded(page: Page, server: Server, visitor: Visitor) -> None:
    window = visitor.open(page.url_path)
    assert window.locator("html").get_attribute("lang") == "da"
    expect(window).to_have_title(re.compile(f"{page.title}|KKR Overblik"))
    with urllib.request.urlopen(
        urllib.request.Request(f"{server.url}/{page.url_path}", headers={"Accept": "text/html"})
    ) as answer:
        policy = answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "same-origin"
        assert b'<html lang="da">' in answer.read()
    for rule in ("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'"):
        assert rule in policy
    assert "unsafe-eval" not in policy


@EVERY_PAGE
def test_no_english_and_no_programmers_words_are_read(page: Page, visitor: Visitor) -> None:
    visitor.open(_view(page)[0])
    for expander in visitor.page.get_by_test_id("stExpander").locator("summary").all()[:3]:
        expander.click()
    visitor.settle()
    words = re.compile(rf"(?<![\w-])({ENGLISH})(?![\w-])")
    assert words.findall(visitor.text()) == []


@EVERY_PAGE
def test_everyone_can_use_the_page(page: Page, visitor: Visitor) -> None:
    window = visitor.open(_view(page)[0])
    found = Axe().run(
        window, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], "resultTypes": ["violations"]}
    )
    faults = [
        f"{rule['id']} ({rule['impact']}): {node['target']} {node['html'][:160]}"
        for rule in found.response["violations"]
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
        if not any(own in str(node["target"]) for own in STREAMLITS_OWN)
    ]
    assert faults == []


@EVERY_PAGE
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off(page: Page, size: str, server: Server, visit: Callable[..., Visitor]) -> None:
    visitor = visit(server, size)
    window = visitor.open(_view(page)[0])
    widths = window.evaluate("""() => {
      const main = document.querySelector('[data-testid="stMain"]')
      const block = document.querySelector('[data-testid="stMainBlockContainer"]')
      const room = block.getBoundingClientRect().right + 1
      const beyond = [...block.querySelectorAll('*')].filter((e) =>
        e.checkVisibility() && e.getBoundingClientRect().right > room && e.getBoundingClientRect().width > 1)
      return { page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        main: main.scrollWidth - main.clientWidth, block: block.scrollWidth - block.clientWidth,
        beyond: beyond.map((e) => e.outerHTML.slice(0, 120)).slice(0, 3) }
    }""")
    height = window.evaluate("() => document.querySelector('[data-testid=\"stMain\"]').scrollHeight")
    PICTURES.mkdir(exist_ok=True)
    window.screenshot(path=PICTURES / f"{page.name}-{size}.png")
    window.set_viewport_size({"width": SIZES[size][0], "height": min(height + 60, 8000)})
    visitor.settle()
    window.screenshot(path=PICTURES / f"{page.name}-{size}-hel.png")
    assert widths == {"page": 0, "main": 0, "block": 0, "beyond": []}


@EVERY_PAGE
def test_the_page_is_shared_with_every_value_written_out(
    page: Page, server: Server, visit: Callable[..., Visitor]
) -> None:
    first = visit(server)
    first.open(_view(page)[0])
    link = first.shared_link()
    assert re.fullmatch(rf"{re.escape(server.url)}/{page.url_path}\?v=1\.[0-9a-f]{{10}}\.[!-~]*", link)
    assert len(link) <= 300
    picture = first.page.get_by_alt_text("QR-kode med linket til denne visning")
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 100

    second = visit(server)
    second.open(link.removeprefix(server.url))
    expect(second.page.locator("h1")).to_have_text(page.title)
    expect(second.notices()).to_have_count(0)
    assert second.query() == first.query()
    assert second.shared_link() == link


@EVERY_PAGE
def test_what_no_link_can_hold_is_said_in_one_notice(page: Page, visitor: Visitor) -> None:
    visitor.open(f"{page.url_path}?speciale=99&omraade=atlantis&aar=1999&foo=bar&visning=")
    expect(visitor.notices()).to_have_count(1)
    said = visitor.notices().inner_text()
    for word in ("99", "atlantis", "1999", "foo"):
        assert word in said
    assert not {"speciale", "omraade", "aar", "foo", "visning"} & set(visitor.query())
    expect(visitor.page.locator("h1")).to_have_text(page.title)


@EVERY_PAGE
def test_the_projector_has_larger_type(page: Page, server: Server, visit: Callable[..., Visitor]) -> None:
    def size(address: str) -> float:
        window = visit(server, "projektor").open(address)
        return float(window.evaluate("() => parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)"))

    assert size(f"{page.url_path}?visning=projektor") > 1.25 * size(page.url_path)
