"""Every page can be read and used in every state: light and dark, laptop, phone and projector, folded and unfolded."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pytest

from pages.navigation.registry import PAGES, Page
from tests.e2e.axe import what_axe_finds
from tests.e2e.browser import Visitor
from tests.e2e.server import Server

Theme = Literal["light", "dark"]


@pytest.mark.grundig(1)
@pytest.mark.parametrize("unfolded", [False, True], ids=["foldet", "udfoldet"])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("size", "query"), [("baerbar", ""), ("telefon", ""), ("projektor", "?visning=projektor")], ids=lambda value: value
)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_everyone_can_read_and_use_the_state(
    page: Page, size: str, query: str, theme: Theme, unfolded: bool, server: Server, visit: Callable[..., Visitor]
) -> None:
    visitor = visit(server, size)
    visitor.page.emulate_media(color_scheme=theme)
    window = visitor.open(f"{page.address}{query}")
    assert window.evaluate("() => matchMedia('(prefers-color-scheme: dark)').matches") == (theme == "dark")
    if unfolded:
        folded = window.locator('[data-testid="stExpander"] details:not([open]) > summary:visible')
        # One at a time: what is unfolded is no longer among them, and may hold boxes of its own.
        while folded.count():
            folded.first.click()
            visitor.settle()
        visitor.traffic.wait()  # what was unfolded asks for scripts of its own, and has no names before they come
        visitor.settle()
    assert what_axe_finds(window) == []
