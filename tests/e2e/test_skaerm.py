"""Every page's first screen holds what it must, and none gets worse than `tests/skaerm/lofter.yaml` says."""

from __future__ import annotations

import pytest

from pages.navigation.registry import PAGES, Page
from tests.e2e.browser import Visitor
from tests.skaerm import limits
from tests.skaerm.demands import ABOUT, missing
from tests.skaerm.measure import SCREENS, first_screen, open_view

THREE_SIZES = ("baerbar", "telefon", "projektor")
NOT_YET = frozenset(
    {
        *("overblik", "min-kommune", "fysioterapi-kapacitet", "mobilitet-sammenlign", "mobilitet-indsats"),
        *("vip-klima", "vip-infrastruktur", "fysioterapi-pendling", "fysioterapi-scenarie"),
    }
)
"""Pages that do not hold it yet; their limits hold them meanwhile."""
VIEWS = [
    *((page, "") for page in PAGES if page.name not in NOT_YET),
    *((page, f"emne={emne}") for page in PAGES if page.name == "resultatmaal" for emne in ("kommuner", "sosu")),
]
"""Every page as it opens, and those of its parts that are pages of their own."""


@pytest.mark.grundig(6)
@pytest.mark.parametrize("size", THREE_SIZES)
@pytest.mark.parametrize(("page", "query"), VIEWS, ids=[f"{page.name}{query and '-'}{query}" for page, query in VIEWS])
def test_a_first_screen_is_a_finding_and_a_picture_and_few_words(
    page: Page, query: str, size: str, visitor: Visitor
) -> None:
    address = f"{page.address}?{query}" if query else page.address
    found = first_screen(open_view(visitor, address, SCREENS[size]))
    lacks = list(missing(found, SCREENS[size], picture=page.name not in ABOUT))
    assert not lacks, "\n".join([f"{page.name}, {size}: {found.overskrift}", *lacks, " ".join(found.tekst)])


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
