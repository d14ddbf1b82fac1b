"""Every page's first screen holds what it must, and none gets worse than `tests/skaerm/lofter.yaml` says."""

from __future__ import annotations

import pytest

from pages.navigation.registry import PAGES, Page
from tests.e2e.browser import Visitor
from tests.skaerm import limits
from tests.skaerm.demands import ABOUT, missing
from tests.skaerm.measure import SCREENS, first_screen, open_view

SCREEN_SIZES = ("baerbar", "skrivebord", "telefon", "projektor")
VIEWS = [
    *((page.name, page.address) for page in PAGES),
    *((f"resultatmaal-{emne}", f"resultatmaal?emne={emne}") for emne in ("kommuner", "beretning")),
    *((f"arbejdskraft-{emne}", f"arbejdskraft?emne={emne}") for emne in ("rekruttering", "anbefalinger", "sosu")),
    ("min-kommune-fredensborg", "min-kommune?kommune=fredensborg"),
]
"""Every page as it opens, and those of its views that are pages of their own, with their addresses."""


@pytest.mark.grundig(2)
@pytest.mark.parametrize("size", SCREEN_SIZES)
@pytest.mark.parametrize(("name", "address"), VIEWS, ids=[name for name, _ in VIEWS])
def test_a_first_screen_is_a_finding_and_a_picture_and_few_words(
    name: str, address: str, size: str, visitor: Visitor
) -> None:
    found = first_screen(open_view(visitor, address, SCREENS[size]))
    lacks = list(missing(found, SCREENS[size], picture=name not in ABOUT))
    assert not lacks, "\n".join([f"{name}, {size}: {found.overskrift}", *lacks, " ".join(found.tekst)])


@pytest.mark.grundig(1)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_first_screen_gets_worse(page: Page, visitor: Visitor) -> None:
    found = first_screen(open_view(visitor, page.address, SCREENS["baerbar"]))
    worse = limits.worse(limits.figures(found), limits.read()[page.name])
    assert not worse, "\n".join(
        [f"{page.name}: worse than tests/skaerm/lofter.yaml says. See `make skaerm SIDE={page.name}`.", *worse]
        + [f"  {cut.slags}: «{cut.tekst}» ({cut.y} px)" for cut in found.skaaret]
        + [f"  {text}" for text in (*found.engelsk, *found.oplaest)]
    )
