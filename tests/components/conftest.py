"""A bare window for each test of a component's script."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.components.stage import Stage
from tests.e2e.browser import new_window

expect.set_options(timeout=30_000)  # much longer than anything takes: a busy machine is no fault


@pytest.fixture
def stage(browser: Browser) -> Iterator[Stage]:
    page = new_window(browser)
    yield Stage(page)
    page.context.close()
