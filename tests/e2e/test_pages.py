"""What must hold on every page, in Chromium; a new page of the registry is asked for a view in `VIEWS`."""

from __future__ import annotations

import re
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Window

from pages.navigation.registry import PAGES, Page
from tests.e2e.axe import what_axe_finds
from tests.e2e.browser import SIZES, Visitor, visiting
from tests.e2e.server import Server

PICTURES = Path(__file__).parent / "skaermbilleder"
EVERY_PAGE = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)

# A view of each page that is not its default: parameters, and a text that only that view has.
VIEWS = {
    "overblik": ("", "Hvem beslutter hvad"),
    "min-kommune": ("?kommune=gladsaxe", "Gladsaxe er nævnt i"),
    "moeder": (
        "?moedetavle=betaling&kommune=hvidovre&dato=2025-12-31",
        "Hvidovre: ca. [0-9.]+ kr. til Telehjerters programledelse",
    ),
    "fysioterapi-kapacitet": ("?maal=ventetid-maks&speciale=62&omraade=valby", "Valby: alle tal"),
    "fysioterapi-pendling": ("?veje=daekning&omraade=valby", "Valby: fra 14.207 til"),
    "fysioterapi-scenarie": ("?aar=2027&k51-valby=3.6&k62-valby=1&mod=forslaget", "Ringest dækket i 2027"),
    "vip-klima": ("?klimatavle=maal&dato=2024-04-19", "Som det stod, 19. april 2024"),
    "vip-infrastruktur": ("?infraprojekt=ring-5-syd&dato=2025-12-31", r"Ring 5 Syd: ca. 6,6\smia. kr."),
    "kilder": ("?tabel=fysio_ventetid", "uger_maks|Ventetid"),
    "kildekontrol": ("?art=modstrid&soeg=valby", "Valby"),
    "mobilitet-sammenlign": ("?fane=regn&regn=pakke&pakke=1.12&vaegt-1=9", "Pakken har 2 indsatser"),
    "mobilitet-indsats": ("?indsats=27", "27 Etablering af Ring 5 Syd"),
    "resultatmaal": ("?emne=kommuner&opgjort=pr-1000&kommune=glostrup", "Glostrup: alle tal"),
    "arbejdskraft": ("?emne=sosu&uddannelse=ssa&kommune=glostrup", "Glostrup: alle tal"),
    "socialt": ("?doegn-retlige=0&doegn-sociale=0&doegn-solo=365", r"365 døgn"),
    "metode": ("?visning=projektor", "Kildekontrollen"),
    "tilgaengelighed": ("?visning=projektor", "Digitaliseringsstyrelsen"),
    "privatliv": ("?visning=projektor", "Siden gemmer intet"),
}
ENGLISH = """
Choose|Search|Select|Press|Loading|Deploy|Rerun|Download|Upload|Browse|Clear|Settings|Print|Error|Warning|
Page not found|No results|No options|Not found|Connecting|null|None|nan|NaN|NaT|undefined|true|false
""".replace("\n", "")
# Of what is read aloud, also Streamlit's own names of its buttons.
ENGLISH_NAMES = (
    rf"{ENGLISH}|Open|Close|Expand|Collapse|Sidebar|App pages|Main menu|Remove|Selected|Theme|file upload|"
    "Fullscreen|Show"
)

# How far the page is wider than the window, and what reaches beyond its right edge.
_ROOM = """() => {
  const main = document.querySelector('[data-testid="stMain"]')
  const block = document.querySelector('[data-testid="stMainBlockContainer"]')
  const room = block.getBoundingClientRect().right + 1
  const beyond = [...block.querySelectorAll('*')].filter((e) =>
    e.checkVisibility() && e.getBoundingClientRect().right > room && e.getBoundingClientRect().width > 1)
  return { page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    main: main.scrollWidth - main.clientWidth, block: block.scrollWidth - block.clientWidth,
    beyond: beyond.map((e) => e.outerHTML.slice(0, 120)).slice(0, 3) }
}"""


_TYPE_SIZE = (
    "() => parseFloat(getComputedStyle(document.querySelector('[data-testid=\"stCaptionContainer\"]')).fontSize)"
)


def _view(page: Page) -> tuple[str, str]:
    assert page.name in VIEWS, f"Giv siden {page.name} en visning i VIEWS, som ikke er dens egen."
    query, text = VIEWS[page.name]
    return f"{page.address}{query}", text


@dataclass(frozen=True)
class Opened:
    """A page's view in a window; the tests of it look at the same window."""

    page: Page
    text: str
    server: Server
    visitor: Visitor

    @property
    def window(self) -> Window:
        return self.visitor.page


def _opened(page: Page, server: Server, visitor: Visitor) -> Opened:
    address, text = _view(page)
    visitor.open(address)
    return Opened(page, text, server, visitor)


@pytest.fixture(scope="module", params=PAGES, ids=lambda page: page.name)
def opened(request: pytest.FixtureRequest, server: Server, browser: Browser, windows: list[Window]) -> Iterator[Opened]:
    with visiting(browser, windows) as visit:
        yield _opened(request.param, server, visit(server))


@pytest.mark.grundig(1)
@EVERY_PAGE
def test_a_link_opened_on_a_server_just_started_gives_the_whole_view(
    page: Page, cold_server: Server, visit: Callable[..., Visitor]
) -> None:
    cold = _opened(page, cold_server, visit(cold_server))
    _has_its_frame(cold)
    assert "Traceback" not in cold.server.log


@pytest.mark.grundig(2)
def test_a_link_gives_the_whole_view(opened: Opened) -> None:
    _has_its_frame(opened)


def _has_its_frame(opened: Opened) -> None:
    expect(opened.window.locator("h1")).to_have_text(opened.page.title)
    expect(opened.window.get_by_role("button", name="Del visning")).to_be_visible()
    navigation = opened.window.get_by_test_id("stTopNav")
    expect(navigation).to_contain_text("Overblik")
    expect(navigation).to_contain_text("Om tallene")
    expect(opened.window.get_by_role("dialog")).to_have_count(0)
    expect(opened.visitor.notices()).to_have_count(0)
    assert re.search(opened.text, opened.visitor.text())


@pytest.mark.grundig(1)
def test_the_page_is_shared_with_every_value_written_out(
    opened: Opened, server: Server, visit: Callable[..., Visitor]
) -> None:
    link = opened.visitor.shared_link()
    assert re.fullmatch(rf"{re.escape(opened.server.url)}/{opened.page.address}\?v=1\.[0-9a-f]{{10}}\.[!-~]*", link)
    assert len(link) <= 300
    picture = opened.window.get_by_alt_text("QR-kode med linket til denne visning")
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 100

    other = visit(server)
    other.open(link.removeprefix(opened.server.url))
    expect(other.page.locator("h1")).to_have_text(opened.page.title)
    expect(other.notices()).to_have_count(0)
    # How large it is shown is of the screen alone.
    assert other.query() == {name: value for name, value in opened.visitor.query().items() if name != "visning"}
    assert other.shared_link() == link
    opened.window.keyboard.press("Escape")
    expect(picture).to_be_hidden()


@pytest.mark.grundig(2)
def test_the_page_fits_every_screen(opened: Opened) -> None:
    PICTURES.mkdir(exist_ok=True)
    for size, (width, _) in SIZES.items():
        opened.visitor.resize(size)
        opened.visitor.settle()
        opened.window.screenshot(path=PICTURES / f"{opened.page.name}-{size}.png")
        whole = opened.window.evaluate("() => document.querySelector('[data-testid=\"stMain\"]').scrollHeight")
        opened.window.set_viewport_size({"width": width, "height": min(whole + 60, 8000)})
        opened.visitor.settle()
        opened.window.screenshot(path=PICTURES / f"{opened.page.name}-{size}-hel.png")
        assert opened.window.evaluate(_ROOM) == {"page": 0, "main": 0, "block": 0, "beyond": []}, size
    opened.visitor.resize("baerbar")
    opened.visitor.settle()


@pytest.mark.grundig(2)
def test_everyone_can_read_and_use_the_page(opened: Opened) -> None:
    window = opened.window
    assert window.locator("html").get_attribute("lang") == "da"
    expect(window).to_have_title(opened.page.tab)
    assert _skipped_headings(window) == []
    assert what_axe_finds(window) == []
    for expander in window.get_by_test_id("stExpander").locator("summary").all()[:3]:
        expander.click()
    opened.visitor.settle()
    assert re.findall(rf"(?<![\w-])({ENGLISH})(?![\w-])", opened.visitor.text()) == []
    names = window.locator("[aria-label]").evaluate_all("all => all.map(e => e.ariaLabel).join('\\n')")
    assert re.findall(rf"(?<![\w-])({ENGLISH_NAMES})(?![\w-])", names) == []


@EVERY_PAGE
def test_the_document_is_danish_and_guarded(page: Page, server: Server) -> None:
    with urllib.request.urlopen(
        urllib.request.Request(f"{server.url}/{page.address}", headers={"Accept": "text/html"})
    ) as answer:
        policy = answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "same-origin"
        assert b'<html lang="da">' in answer.read()
    for rule in ("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'"):
        assert rule in policy
    assert "unsafe-eval" not in policy


def _skipped_headings(window: Window) -> list[str]:
    """The headings that stand more than one level below the one before them."""
    found = window.locator("h1, h2, h3, h4, h5, h6").evaluate_all(
        "all => all.filter(e => e.checkVisibility()).map(e => [Number(e.tagName[1]), e.textContent.trim()])"
    )
    levels = [level for level, _ in found]
    assert levels[0] == 1
    assert levels.count(1) == 1
    return [found[place + 1][1] for place, (before, after) in enumerate(pairwise(levels)) if after > before + 1]


@pytest.mark.grundig(1)
@EVERY_PAGE
def test_what_no_link_can_hold_is_said_in_one_notice_and_a_whole_room_can_read_it(
    page: Page, server: Server, visit: Callable[..., Visitor]
) -> None:
    visitor = visit(server, "projektor")
    window = visitor.open(f"{page.address}?speciale=99&omraade=atlantis&aar=1999&foo=bar&visning=")
    expect(visitor.notices()).to_have_count(1)
    said = visitor.notices().inner_text()
    for word in ("99", "atlantis", "1999", "foo"):
        assert word in said
    assert not {"speciale", "omraade", "aar", "foo", "visning"} & set(visitor.query())
    expect(window.locator("h1")).to_have_text(page.title)

    before = window.evaluate(_TYPE_SIZE)
    window.get_by_role("radio", name="Projektor").click()
    expect(window).to_have_url(re.compile("visning=projektor"))
    window.wait_for_function(f"before => ({_TYPE_SIZE})() > 1.25 * before", arg=before)
