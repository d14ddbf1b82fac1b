"""No page's first screen gets worse than `tests/skaerm/lofter.yaml` says."""

from __future__ import annotations

import pytest

from pages.navigation.registry import PAGES, Page
from tests.e2e.browser import Visitor
from tests.skaerm import limits
from tests.skaerm.measure import SCREENS, first_screen, open_view


@pytest.mark.grundig(3)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_first_screen_gets_worse(page: Page, visitor: Visitor) -> None:
    found = first_screen(open_view(visitor, page.address, SCREENS["baerbar"]))
    worse = limits.worse(limits.figures(found), limits.read()[page.name])
    assert not worse, "\n".join(
        [f"{page.name}: worse than tests/skaerm/lofter.yaml says. See `make skaerm SIDE={page.name}`.", *worse]
        + [f"  {cut.slags}: «{cut.tekst}» ({cut.y} px)" for cut in found.skaaret]
        + [f"  {text}" for text in (*found.engelsk, *found.oplaest)]
    )
