"""One server for all browser tests of a process, and windows that one test leaves to the next."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from data import store
from tests.e2e.browser import Visitor, visiting
from tests.e2e.server import Server

expect.set_options(timeout=30_000)  # much longer than anything takes: a busy machine is no fault


@pytest.fixture(scope="session")
def built(database_folder: Path) -> Path:
    """A folder with a built database, for a server that is started again; it is to be copied."""
    store.build()
    return database_folder


@pytest.fixture(scope="session")
def server(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(shutil.copytree(built, tmp_path_factory.mktemp("server") / "database")) as started:
        yield started


@pytest.fixture
def cold_server(built: Path, tmp_path: Path) -> Iterator[Server]:
    """A server that nobody has visited."""
    with Server(shutil.copytree(built, tmp_path / "database")) as started:
        yield started


@pytest.fixture(scope="session")
def windows() -> list[Page]:
    """The windows that no test has at the moment."""
    return []


@pytest.fixture
def visit(browser: Browser, windows: list[Page]) -> Iterator[Callable[..., Visitor]]:
    """Open windows: `visit(server, size="telefon")`; a browser's complaint fails the test when it ends."""
    with visiting(browser, windows) as window:
        yield window


@pytest.fixture
def visitor(visit: Callable[..., Visitor], server: Server) -> Visitor:
    """A window on the shared server."""
    return visit(server)
