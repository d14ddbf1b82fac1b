"""The page of goals and figures per kommune in Chromium: what is chosen, what is marked, and what is read far away."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.browser import Visitor
from tests.e2e.server import Server

pytestmark = pytest.mark.grundig(1)

PAGE = "resultatmaal"


def _rows(visitor: Visitor, caption: str) -> Locator:
    table = visitor.page.locator(".tabel table").filter(has=visitor.page.locator("caption", has_text=caption))
    return table.locator("tbody tr")


def test_a_square_is_clicked_and_its_themes_goals_stand_beside_it(
    server: Server, visit: Callable[..., Visitor]
) -> None:
    visitor = visit(server, "projektor")
    window = visitor.open(f"{PAGE}?visning=projektor")
    picture = window.get_by_role("figure")
    expect(picture).to_have_accessible_name(re.compile("12 af 22 delmål for 2024 er nået; 1 er tæt på og 9 kan ikke"))
    squares = picture.locator(".point")
    expect(squares).to_have_count(22)
    for square in squares.all():
        expect(square).to_be_in_viewport(ratio=0.99)
    beside = _rows(visitor, "Ikke nået eller uafgjort i 2024")
    expect(beside).to_have_count(10)
    for word, colour in (("tæt på", "rgb(232, 185, 62)"), ("kan ikke afgøres", "rgb(185, 189, 193)")):
        expect(beside.locator(".status", has_text=word).first).to_have_css("background-color", colour)
    squares.last.click(force=True)
    expect(window).to_have_url(re.compile("maaltema=effekt-i-virksomhederne"))
    visitor.settle()
    expect(_rows(visitor, "Effekt i virksomhederne, 2024")).to_have_count(3)
    expect(squares).to_have_count(22)


def test_on_a_phone_all_squares_of_both_years_are_seen_and_a_theme_is_chosen_above(
    server: Server, visit: Callable[..., Visitor]
) -> None:
    visitor = visit(server, "telefon")
    window = visitor.open(f"{PAGE}?dato=2025-12-31&maalfoer=ja")
    squares = window.get_by_role("figure").locator(".point")
    expect(squares).to_have_count(58)
    for square in squares.all():
        expect(square).to_be_in_viewport(ratio=0.99)
    expect(window.get_by_role("heading", name="Effekt i virksomhederne")).to_be_hidden()
    visitor.open(f"{PAGE}?dato=2025-12-31&maaltema=effekt-i-virksomhederne&maalfoer=ja")
    expect(window.get_by_role("heading", name="Effekt i virksomhederne: ingen af")).to_be_in_viewport(ratio=0.99)
    expect(window.get_by_text("Mål for 2023, status i 001 fra 19. april 2024")).to_be_attached()


def test_the_switch_adds_the_year_before_and_stands_in_the_link(visitor: Visitor) -> None:
    window = visitor.open(PAGE)
    squares = window.get_by_role("figure").locator(".point")
    expect(squares).to_have_count(22)
    window.get_by_text("Vis også tidligere år").click()
    expect(window).to_have_url(re.compile("maalfoer=ja"))
    expect(squares).to_have_count(58)


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
