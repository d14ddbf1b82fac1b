"""A connection that goes away and comes back: what was moved meanwhile is sent, and people are told in Danish."""

from __future__ import annotations

import re
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


def test_what_is_moved_while_the_connection_is_away_is_sent_when_it_is_back(visitor: Visitor, line: Line) -> None:
    window = visitor.open(PAGE)
    line.cut()
    expect(window.locator(IN_TOUCH)).to_have_count(0)
    valby, news = _slider(window, "Valby, speciale 51"), window.locator(".besked")
    expect(news).to_be_hidden()
    valby.press("ArrowRight")
    valby.press("ArrowRight")
    expect(news).to_have_text(AWAY)
    window.wait_for_timeout(6000)  # longer than an answer is waited for while there is a connection
    expect(valby).to_have_value("3.8")
    assert not re.search(r"\b(Connect\w*|error|server is)\b", visitor.text())
    line.mend()
    expect(window.locator(IN_TOUCH)).to_be_visible()
    expect(news).to_be_hidden()
    expect(valby).to_have_value("3.8")
    _holds(visitor, k51_valby="3.8")
    expect(window.locator(".st-key-scenarie-regler")).to_contain_text("over budgettet")


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


def test_while_the_connection_is_away_one_line_says_so_and_nothing_can_be_chosen_in_vain(
    visitor: Visitor, line: Line
) -> None:
    window = visitor.open("fysioterapi-kapacitet?speciale=62")
    line.cut()
    expect(window.locator(LINE)).to_have_text("Forbindelsen er væk. Prøver igen …")
    expect(window.get_by_role("radio", name="51 almindelig")).to_be_disabled()
    window.wait_for_timeout(6000)  # longer than Streamlit waited with its own dialog
    expect(window.get_by_role("dialog")).to_have_count(0)
    assert not re.search(r"\b(Connect\w*|error|server is)\b", visitor.text())
    line.mend()
    expect(window.locator(IN_TOUCH)).to_be_visible()
    expect(window.locator(LINE)).to_have_count(0)
    window.get_by_role("radio", name="51 almindelig").click()
    expect(window).not_to_have_url(re.compile("speciale=62"))


def test_where_the_socket_is_refused_the_page_says_what_must_be_opened(visitor: Visitor, line: Line) -> None:
    line.refuse("/_stcore/stream")
    window = visitor.page
    window.goto(f"{line.url}/fysioterapi-kapacitet")
    said = window.locator(LINE)
    expect(said).to_contain_text("åbne for WebSocket til wss://", timeout=8000)
    expect(said).to_contain_text("/_stcore/stream")
    expect(window.get_by_role("dialog")).to_have_count(0)
