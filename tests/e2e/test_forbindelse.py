"""A connection that goes away and comes back: what was moved meanwhile is sent, and people are told in Danish."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.e2e.browser import Visitor, new_window
from tests.e2e.ledning import Line
from tests.e2e.server import Server

pytestmark = pytest.mark.grundig(1)

PAGE = "fysioterapi-scenarie"
IN_TOUCH = '[data-testid="stApp"][data-test-connection-state="CONNECTED"]'
LINE = ".kkr-forbindelse"
AWAY = "Ingen forbindelse. Det, I flytter, sendes, når den er tilbage."
GONE = "Forbindelsen er væk. Prøver igen …"
BACK = "Forbindelsen er tilbage. Trykkede du på en knap imens, så tryk igen."
_WHAT_IS_SAID = """() => {
  window.sagt = []
  new MutationObserver(() => {
    const text = document.querySelector(".kkr-forbindelse")?.textContent
    if (text && text !== window.sagt.at(-1)) window.sagt.push(text)
  }).observe(document.body, { childList: true, subtree: true, characterData: true })
}"""
ENGLISH = re.compile(r"\b(Connect\w*|error|server is)\b")


@pytest.fixture
def line(server: Server) -> Iterator[Line]:
    made = Line(server.port)
    yield made
    made.close()


@pytest.fixture
def visitor(line: Line, browser: Browser) -> Iterator[Visitor]:
    """A window at the end of the line; its complaints of the cut are what is wanted."""
    opened = Visitor(new_window(browser), line.url)
    yield opened
    opened.close()


def _slider(window: Page, name: str) -> Locator:
    return window.get_by_role("slider", name=name, exact=True)


def _holds(visitor: Visitor, **expected: str) -> None:
    """The address has what the server has been told."""
    expect(visitor.page).to_have_url(
        re.compile("".join(f"(?=.*[?&]{k.replace('_', '-')}={v}(&|$))" for k, v in expected.items()))
    )


def _is_away(visitor: Visitor) -> None:
    """One Danish line says so: nothing in English, and nothing lies over the page."""
    expect(visitor.page.locator(LINE)).to_have_text(GONE)
    expect(visitor.page.get_by_role("dialog")).to_have_count(0)
    assert not ENGLISH.search(visitor.text())


def _is_back(visitor: Visitor) -> None:
    expect(visitor.page.locator(IN_TOUCH)).to_be_visible()
    expect(visitor.page.locator(LINE)).to_have_count(0)
    visitor.settle()


@pytest.mark.grundig(1)  # always
def test_a_connection_that_was_cut_for_five_seconds_leaves_the_view_as_it_was(visitor: Visitor, line: Line) -> None:
    window = visitor.open(PAGE)
    valby, news = _slider(window, "Valby, speciale 51"), window.locator(".besked")
    _slider(window, "Amager, speciale 51").press("ArrowRight")
    _holds(visitor, k51_amager="4.8")
    visitor.settle()
    began = time.monotonic()
    line.cut()
    expect(window.locator(IN_TOUCH)).to_have_count(0)
    expect(news).to_be_hidden()
    valby.press("ArrowRight")
    valby.press("ArrowRight")
    expect(news).to_have_text(AWAY)
    _is_away(visitor)
    # What Streamlit would have lost cannot be chosen in vain.
    expect(window.get_by_role("button", name="Ingen nye", exact=True)).to_be_disabled()
    window.wait_for_timeout(max(0, 5000 - 1000 * (time.monotonic() - began)))  # so long it is to be away
    expect(valby).to_have_value("3.8")
    _is_away(visitor)
    line.mend()
    _is_back(visitor)
    expect(news).to_be_hidden()
    expect(valby).to_have_value("3.8")
    _holds(visitor, k51_valby="3.8", k51_amager="4.8")
    expect(window.locator(".st-key-scenarie-regler")).to_contain_text("over budgettet")
    for valby_then, amager_then in (("3.6", "4.8"), ("3.6", "4.7")):
        window.get_by_role("button", name="Fortryd").click()
        _holds(visitor, k51_valby=valby_then, k51_amager=amager_then)


def test_a_file_whose_connection_is_cut_on_the_way_says_so_in_danish_and_comes_when_asked_again(
    visitor: Visitor, line: Line
) -> None:
    window = visitor.open("fysioterapi-kapacitet")
    visitor.settle()
    file = window.get_by_role("button", name="CSV").first
    line.silence()
    file.click()
    line.cut()
    expect(window.get_by_test_id("stDownloadButtonError")).to_have_text("Forbindelsen blev afbrudt. Prøv igen.")
    _is_away(visitor)
    expect(file).to_be_disabled()
    line.mend()
    _is_back(visitor)
    with window.expect_download() as taken:
        file.click()
    assert taken.value.suggested_filename.endswith(".csv")


def _sleep(browser: Browser, server: Server, seconds: float) -> None:
    """
    Let phones sleep for so long, and hold that each has its view and what can be undone.

    One has its connection cut; the other's is forgotten on the way, and looks open until something is sent on it. On
    each there is a page with sliders and one with Streamlit's own choices.
    """
    lines = {"cut": Line(server.port), "silence": Line(server.port)}
    phones: dict[str, tuple[Visitor, Visitor]] = {}
    for way, line in lines.items():
        sliders, choices = (Visitor(new_window(browser), line.url) for _ in range(2))
        sliders.open(PAGE)
        _slider(sliders.page, "Valby, speciale 51").press("ArrowRight")
        _holds(sliders, k51_valby="3.7")
        choices.open("fysioterapi-kapacitet?speciale=62&omraade=amager")
        phones[way] = sliders, choices
    for way, line in lines.items():
        getattr(line, way)()
    phones["cut"][0].page.wait_for_timeout(1000 * seconds)
    for each in phones["cut"]:
        _is_away(each)
    for line in lines.values():
        line.mend()
    for way, (sliders, choices) in phones.items():
        choices.page.get_by_role("radio", name="51 almindelig").click()
        expect(choices.page).not_to_have_url(re.compile("speciale=62"), timeout=60_000)
        _slider(sliders.page, "Amager, speciale 51").press("ArrowRight")
        _holds(sliders, k51_valby="3.7", k51_amager="4.8")
        for each in (sliders, choices):
            expect(each.page.locator(IN_TOUCH)).to_be_visible()
            each.settle()
            assert not ENGLISH.search(each.text()), way
            expect(each.page.get_by_role("dialog")).to_have_count(0)
        for valby_then in ("3.7", "3.6"):
            sliders.page.get_by_role("button", name="Fortryd").click()
            _holds(sliders, k51_valby=valby_then, k51_amager="4.7")
        assert "omraade=amager" in choices.page.url
        sliders.close()
        choices.close()
    for line in lines.values():
        line.close()


@pytest.mark.grundig(0)  # in `make grundig` alone
def test_phones_that_slept_for_140_seconds_wake_up_as_they_were(server: Server, browser: Browser) -> None:
    """Longer than Streamlit itself keeps a session that is away."""
    _sleep(browser, server, 140)


def test_what_is_pressed_on_a_connection_that_only_looks_open_is_sent_or_said_to_be_lost(
    visitor: Visitor, line: Line
) -> None:
    window = visitor.open("fysioterapi-kapacitet?speciale=62")
    window.evaluate(_WHAT_IS_SAID)
    line.silence()
    line.mend()  # the phone is awake; the network has forgotten its connection
    window.get_by_role("radio", name="51 almindelig").click()
    expect(window).not_to_have_url(re.compile("speciale=62"), timeout=60_000)
    expect(window.locator(IN_TOUCH)).to_be_visible()
    expect(window.locator(LINE)).to_have_count(0)
    assert window.evaluate("window.sagt") == [GONE, BACK]
    assert not ENGLISH.search(visitor.text())


@pytest.mark.parametrize("moved_before", [False, True])
def test_what_was_moved_reaches_a_server_that_has_begun_anew(
    cold_server: Server, browser: Browser, moved_before: bool
) -> None:
    """It knows nothing of the page, and all of it answers again: what was moved, and what is pressed afterwards."""
    visitor = Visitor(new_window(browser), cold_server.url)
    window = visitor.open(PAGE)
    valby, news = _slider(window, "Valby, speciale 51"), window.locator(".besked")
    if moved_before:
        _slider(window, "Amager, speciale 51").press("ArrowRight")
        _holds(visitor, k51_amager="4.8")
        visitor.settle()
    cold_server.stop()
    expect(window.locator(IN_TOUCH)).to_have_count(0)
    valby.press("PageUp")
    expect(news).to_have_text(AWAY)
    cold_server.start()
    expect(window.locator(IN_TOUCH)).to_be_visible(timeout=30_000)
    expect(news).to_be_hidden(timeout=30_000)
    _holds(visitor, k51_valby="4.1", k51_amager="4.8" if moved_before else "4.7")
    expect(valby).to_have_value("4.1")
    window.get_by_role("button", name="Fortryd").click()
    _holds(visitor, k51_valby="3.6")
    window.get_by_role("button", name="Ingen nye", exact=True).click()
    expect(window).to_have_url(re.compile("udgangspunkt=ingen"))
    visitor.close()


def test_a_view_that_was_turned_meanwhile_is_the_servers_too(visitor: Visitor, line: Line) -> None:
    window = visitor.open(PAGE)
    line.cut()
    expect(window.locator(IN_TOUCH)).to_have_count(0)
    window.locator('.speciale[data-speciale="62"] .fane').click()
    line.mend()
    expect(window.locator(IN_TOUCH)).to_be_visible()
    _holds(visitor, speciale="62")


def test_where_the_socket_is_refused_the_page_says_what_must_be_opened(visitor: Visitor, line: Line) -> None:
    line.refuse("/_stcore/stream")
    window = visitor.page
    window.goto(f"{line.url}/fysioterapi-kapacitet")
    said = window.locator(LINE)
    expect(said).to_contain_text("åbne for WebSocket til wss://", timeout=8000)
    expect(said).to_contain_text("/_stcore/stream")
    expect(window.get_by_role("dialog")).to_have_count(0)


def test_the_network_is_not_blamed_while_nobody_has_refused_the_socket(visitor: Visitor, line: Line) -> None:
    """As where many come at once: that it takes long is all that is known. Streamlit gives it up after a while."""
    line.hold("/_stcore/stream")
    window = visitor.page
    window.goto(f"{line.url}/fysioterapi-kapacitet")
    expect(window.locator(LINE)).to_have_text("Venter på forbindelsen …", timeout=8000)
    expect(window.locator(LINE)).to_contain_text("åbne for WebSocket", timeout=60_000)
