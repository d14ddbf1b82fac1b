"""One Chromium for the components' scripts, and a bare window for each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.components.stage import Stage
from tests.e2e.browser import CHROMIUM, MISSING, chromium, new_window

expect.set_options(timeout=30_000)  # much longer than anything takes: a busy machine is no fault


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.fail(MISSING, pytrace=False)
    with sync_playwright() as playwright, chromium(playwright) as started:
        yield started


@pytest.fixture
def stage(browser: Browser) -> Iterator[Stage]:
    page = new_window(browser)
    yield Stage(page)
    page.context.close()
