"""One server and one browser for all browser tests of a process; a window of its own for each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.e2e.browser import CHROMIUM, MISSING, Visitor, chromium
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


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visitor]]:
    """Open windows: `visit(server, size="telefon")`; a browser's complaint fails the test when it ends."""
    opened: list[Visitor] = []

    def window(server: Server, size: str = "baerbar") -> Visitor:
        opened.append(Visitor(browser, server.url, size))
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
