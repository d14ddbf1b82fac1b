"""A bare window for the tests of the components' scripts, which one leaves to the next."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.components.stage import Stage
from tests.e2e.browser import SIZES, new_window

expect.set_options(timeout=30_000)  # much longer than anything takes: a busy machine is no fault


@pytest.fixture(scope="session")
def window(browser: Browser) -> Iterator[Page]:
    page = new_window(browser)
    yield page
    page.context.close()


@pytest.fixture
def stage(window: Page) -> Iterator[Stage]:
    width, height = SIZES["baerbar"]
    window.set_viewport_size({"width": width, "height": height})
    yield Stage(window)
    window.mouse.up()
    window.mouse.move(0, 0)
    window.unroute_all(behavior="ignoreErrors")
    window.goto("about:blank")
