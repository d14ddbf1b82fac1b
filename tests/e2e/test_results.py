"""The page of goals and figures per kommune in Chromium: what is chosen, what is marked, and what is read far away."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Locator, expect

from tests.e2e.browser import Visitor
from tests.e2e.server import Server

PAGE = "resultatmaal"


def _rows(visitor: Visitor, caption: str) -> Locator:
    table = visitor.page.locator(".tabel table").filter(has=visitor.page.locator("caption", has_text=caption))
    return table.locator("tbody tr")


def test_a_theme_is_chosen_by_key_and_fits_a_projector(server: Server, visit: Callable[..., Visitor]) -> None:
    visitor = visit(server, "projektor")
    window = visitor.open(f"{PAGE}?visning=projektor")
    theme = _rows(visitor, "Antal delmål i hvert tema").get_by_role("button", name="Knudepunktsfunktion")
    expect(theme).to_be_in_viewport(ratio=1)
    theme.focus()
    theme.press("Enter")
    expect(window).to_have_url(re.compile("maaltema=knudepunktsfunktion"))
    visitor.settle()
    rows = _rows(visitor, "for 2024 er nået")
    expect(rows).to_have_count(7)
    expect(rows.last).to_be_in_viewport(ratio=1)
    for word, colour in (("grøn", "rgb(30, 122, 80)"), ("gul", "rgb(232, 185, 62)"), ("blank", "rgba(0, 0, 0, 0)")):
        expect(rows.locator(".status", has_text=word).first).to_have_css("background-color", colour)
    assert "47" in rows.last.inner_text()


def test_on_a_phone_a_theme_is_chosen_first_and_its_years_are_a_press_away(
    server: Server, visit: Callable[..., Visitor]
) -> None:
    visitor = visit(server, "telefon")
    window = visitor.open(f"{PAGE}?dato=2025-12-31")
    expect(window.get_by_role("heading", name="Effekt i virksomhederne")).to_be_hidden()
    _rows(visitor, "Antal delmål i hvert tema").get_by_role("button", name="Effekt i virksomhederne").click()
    expect(window).to_have_url(re.compile("maaltema=effekt-i-virksomhederne"))
    visitor.settle()
    expect(window.get_by_role("heading", name="Effekt i virksomhederne: ingen af")).to_be_in_viewport(ratio=1)
    earlier = window.get_by_text("Mål for 2023, status i 001 fra 19. april 2024")
    expect(earlier).not_to_be_in_viewport()
    window.get_by_role("navigation", name="Længere nede").get_by_role("button", name="Mål for 2023").click()
    expect(earlier).to_be_in_viewport()


def test_a_tile_of_koebenhavn_chooses_all_nine_and_the_low_totals_are_marked(visitor: Visitor) -> None:
    window = visitor.open(f"{PAGE}?emne=kommuner")
    window.locator('[data-omraade="valby"] rect').last.click()
    expect(window).to_have_url(re.compile("kommune=koebenhavn"))
    visitor.settle()
    expect(window.get_by_role("heading", name="København: alle tal")).to_be_visible()
    expect(window.locator(".omraade.valgt")).to_have_count(9)
    sums = _rows(visitor, "nederst summerne")
    marked = {row.locator("th").inner_text() for row in sums.all() if row.locator("a.maerke").count()}
    assert marked == {"Andre kommuner", "Total"}
    sums.last.locator("a.maerke").click()
    expect(window.get_by_text("15.975").first).to_be_visible()
