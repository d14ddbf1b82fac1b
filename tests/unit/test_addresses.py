"""The addresses that the app makes of its own pages: each leads to a page, and asks it what it can be asked."""

from __future__ import annotations

import ast
from urllib.parse import parse_qsl, urlsplit

import pytest

from pages.navigation import addresses
from pages.navigation.registry import (
    INDSATS,
    INFRASTRUKTUR,
    KILDEKONTROL,
    KILDER,
    KLIMA,
    OVERBLIK,
    PAGES,
    foot,
    sections,
)
from pages.reading import queries
from tests.project import ROOT, parameters


@pytest.mark.parametrize(
    ("address", "page", "asked"),
    [
        (addresses.table("fysio_ventetid"), KILDER, {"tabel": "fysio_ventetid"}),
        (addresses.measure(27), INDSATS, {"indsats": "27"}),
        (addresses.project("klima", "plastaffald"), KLIMA, {"klimaprojekt": "plastaffald"}),
        (addresses.project("infrastruktur", "ring-5-syd"), INFRASTRUKTUR, {"infraprojekt": "ring-5-syd"}),
        (addresses.view(KLIMA), KLIMA, {}),
    ],
)
def test_an_address_is_relative_and_asks_what_the_page_can_be_asked(
    address: str, page: object, asked: dict[str, str]
) -> None:
    parts = urlsplit(address)
    assert parts.path == getattr(page, "address", None)
    assert dict(parse_qsl(parts.query)) == asked
    for name, raw in asked.items():
        parameters()[name].read(raw)


def test_every_difference_has_an_address() -> None:
    for afvigelse_id in queries.findings()["afvigelse_id"]:
        parts = urlsplit(addresses.finding(afvigelse_id))
        assert (parts.path, dict(parse_qsl(parts.query))) == (KILDEKONTROL.address, {"afvigelse": afvigelse_id})


def test_the_front_page_can_be_reached_from_any_page() -> None:
    assert addresses.view(OVERBLIK) == "./"
    assert addresses.view(OVERBLIK, visning="projektor") == "./?visning=projektor"


def test_what_cannot_stand_in_an_address_is_written_so_that_it_can() -> None:
    assert addresses.view(KILDER, tabel="a&b=c d") == "kilder?tabel=a%26b%3Dc+d"


def test_every_page_stands_in_one_menu_or_in_the_foot_and_says_one_line() -> None:
    assert [*(page for pages in sections().values() for page in pages), *foot()] == list(PAGES)
    assert len({page.title for page in PAGES}) == len({page.icon for page in PAGES}) == len(PAGES)
    for page in PAGES:
        assert page.answers[-1] in ".?"
        assert "\n" not in page.answers


def test_every_name_that_a_page_is_asked_by_can_stand_in_a_link() -> None:
    """Keywords of `addresses.view`, and of `view` within its own module: the room of addresses knows no parameter."""
    asked = set()
    for file in sorted((ROOT / "pages").rglob("*.py")):
        own = file.parent.name == "navigation"
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == ("view" if own else "addresses.view"):
                asked |= {word.arg for word in node.keywords if word.arg}
    assert {"tabel", "afvigelse", "indsats", "klimaprojekt", "infraprojekt"} <= asked
    assert asked <= set(parameters())
