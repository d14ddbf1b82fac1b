"""Every page can be read and used in every state: light and dark, laptop, phone and projector, whatever is open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from pages.navigation.registry import PAGES, Page
from pages.om.fejl_i_streamlit import FEJL, RETTET, VERSION
from pages.server import hooks
from pages.style import theme
from tests.e2e.axe import has, what_axe_finds
from tests.e2e.browser import Visitor
from tests.e2e.server import Server
from tests.project import ROOT

MENU = '[data-testid="stExpandSidebarButton"]'
CLOSED = {
    "menuen": f'{MENU}, [data-testid="stTopNav"] [data-testid="stTopNavSection"]',
    "en boks": '[data-testid="stMain"] [data-testid="stPopover"] button',
    "en liste": '[data-testid="stMain"] [data-testid="stSelectbox"] [role="combobox"]',
    "flere valg": '[data-testid="stMain"] [data-testid="stMultiSelect"] [role="combobox"]',
}
"""What opens over a page, by what it is; of a list and of choices of several the first is enough: they are alike."""


_FILLED = """() => [...document.querySelectorAll('[data-testid="stPopoverBody"]')]
  .every((box) => box.querySelector('[data-testid="stElementContainer"]'))"""
"""Whether what a box holds has begun to come: one that is still empty can be rolled by nobody's keyboard."""


@pytest.mark.grundig(1)
@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(
    ("size", "query"), [("baerbar", ""), ("telefon", ""), ("projektor", "?visning=projektor")], ids=lambda value: value
)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_everyone_can_read_and_use_every_state(
    page: Page, size: str, query: str, mode: theme.Mode, server: Server, visit: Callable[..., Visitor]
) -> None:
    visitor = visit(server, size)
    visitor.page.emulate_media(color_scheme=mode)
    visitor.open(f"{page.address}{query}")
    found = {state: faults for state in _states(visitor) if (faults := what_axe_finds(visitor.page))}
    assert found == {}


def _states(visitor: Visitor) -> Iterator[str]:
    """Bring the window from one state to the next, and yield what each is."""
    yield "foldet"
    window = visitor.page
    for what, closed in CLOSED.items():
        each = window.locator(f":is({closed}):visible")
        for place in range(each.count() if what == "en boks" else min(1, each.count())):
            yield from _opened(visitor, each.nth(place), what)
    fold = window.get_by_role("button", name="Valg", exact=True)
    if fold.count() and fold.is_visible():
        fold.click()
        yield "valgene foldet ud"
    folded = window.locator('[data-testid="stExpander"] details:not([open]) > summary:visible')
    # One at a time: what is unfolded is no longer among them, and may hold boxes of its own.
    while folded.count():
        folded.first.click()
        visitor.settle()
    visitor.traffic.wait()  # what was unfolded asks for scripts of its own, and has no names before they come
    visitor.settle()
    yield "udfoldet"


def _opened(visitor: Visitor, opener: Locator, what: str) -> Iterator[str]:
    name = opener.get_attribute("aria-label") or opener.inner_text()
    opener.click()
    visitor.traffic.wait()
    visitor.settle()
    visitor.page.wait_for_function(_FILLED)
    visitor.settle()  # the first of what it holds has come: the run that draws it goes on until the last has
    yield f"{what}: {name}"
    code = visitor.page.get_by_role("button", name="Vis QR-kode på hele skærmen")
    if code.count() and code.is_visible():
        code.click()
        large = visitor.page.get_by_alt_text("QR-koden på hele skærmen")
        expect(large).to_be_visible()
        yield "QR-koden på hele skærmen"
        visitor.page.keyboard.press("Escape")
        expect(large).to_be_hidden()
    visitor.page.keyboard.press("Escape")
    expect(visitor.page.get_by_test_id("stPopoverBody")).to_have_count(0)
    visitor.settle()


@pytest.mark.grundig(0)  # in `make grundig` alone: it starts a server of its own
def test_what_is_called_streamlits_is_on_a_page_with_nothing_of_ours(
    tmp_path: Path, visit: Callable[..., Visitor]
) -> None:
    assert VERSION == hooks.STREAMLIT
    with Server(tmp_path / "database", script="tests/e2e/bar.py") as bare:
        visitor = visit(bare, "telefon")
        window = visitor.open("")
        window.locator(MENU).click()
        visitor.settle()
        assert [fault.regel for fault in (*FEJL, *RETTET) if not has(window, fault)] == []


def test_the_faults_of_streamlit_are_told_in_the_documentation() -> None:
    told = (ROOT / "docs" / "tilgaengelighed.md").read_text(encoding="utf-8")
    assert VERSION in told
    rows = [f"| `{fault.regel}` | `{fault.element}` | {fault.hvad} | {fault.udvej} |" for fault in (*FEJL, *RETTET)]
    assert [row for row in rows if row not in told] == []
