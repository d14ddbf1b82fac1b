"""One server and one browser for all browser tests of a process; a window of its own for each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from tests.e2e.browser import CHROMIUM, MISSING, Visitor, chromium, new_context
from tests.e2e.server import Server

expect.set_options(timeout=10_000)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.fail(MISSING, pytrace=False)
    with sync_playwright() as playwright, chromium(playwright) as started:
        yield started


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("server") / "database") as started:
        yield started


@pytest.fixture
def cold_server(tmp_path: Path) -> Iterator[Server]:
    """A server that nobody has visited."""
    with Server(tmp_path / "database") as started:
        yield started


@pytest.fixture(scope="session")
def context_of(browser: Browser) -> Callable[[str], BrowserContext]:
    """The screen of each size; a page's view lies in its address and its connection, so nothing else is shared."""
    return cache(lambda size: new_context(browser, size))


@pytest.fixture
def visit(context_of: Callable[[str], BrowserContext]) -> Iterator[Callable[..., Visitor]]:
    """Open windows: `visit(server, size="telefon")`; a browser's complaint fails the test when it ends."""
    opened: list[Visitor] = []

    def window(server: Server, size: str = "baerbar") -> Visitor:
        opened.append(Visitor(context_of(size), server.url))
        return opened[-1]

    yield window
    faults = [fault for visitor in opened for fault in visitor.faults.found]
    for visitor in opened:
        visitor.close()
    assert faults == []


@pytest.fixture
def visitor(visit: Callable[..., Visitor], server: Server) -> Visitor:
    """A window on the shared server."""
    return visit(server)
