"""The VIP boards in Chromium: what the components draw, and that the address follows pointer and keys."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e.browser import Visitor
from tests.e2e.server import Server


def test_the_board_is_read_as_it_stood_at_a_meeting(visitor: Visitor) -> None:
    window = visitor.open("vip-klima?klimatavle=maal")
    expect(window.locator(".tilstand.ikke_naaet")).to_have_text("ikke nået til fristen (004, l. 44)")
    window.get_by_role("combobox", name="Som det stod").click()
    window.get_by_role("option", name="På KKR-mødet 19. april 2024").click()
    expect(window).to_have_url(re.compile("dato=2024-04-19"))
    expect(window.locator(".tilstand.ikke_naaet")).to_have_count(0)
    expect(window.locator(".tilstand.ikke_maalt")).to_have_count(4)


def test_a_phone_has_the_first_of_each_project_and_all_of_the_one_that_is_chosen(
    server: Server, visit: Callable[..., Visitor]
) -> None:
    phone = visit(server, "telefon")
    window = phone.open("vip-klima")
    lead = window.get_by_text("Tovholder: Albertslund, fra november 2022.")
    expect(lead).to_be_hidden()
    window.get_by_role("navigation", name="Gå til et projekt").get_by_role("button", name="2 Madspild").press("Enter")
    expect(window.get_by_role("listitem").get_by_role("button", name="2 Madspild", exact=True)).to_be_in_viewport()
    window.get_by_role("button", name="Alt om projektet: 2 Madspild").press("Enter")
    expect(window).to_have_url(re.compile("klimaprojekt=madspild"))
    expect(window.locator(".kortene > li")).to_have_count(1)
    expect(lead).to_be_visible()
    expect(window.get_by_role("button", name="2 Madspild", exact=True)).to_be_focused()
    assert f"da~{dt.date.today().isoformat()}" in phone.shared_link()


def test_a_project_fits_the_projector_a_part_at_a_time(server: Server, visit: Callable[..., Visitor]) -> None:
    visitor = visit(server, "projektor")
    window = visitor.open("vip-klima?visning=projektor&klimaprojekt=klimaplaner")
    for part in ("Status", "Fremad", "Mål og resultat"):
        window.get_by_role("radio", name=part, exact=True).click()
        visitor.settle()
        expect(window.locator(".kortene > li")).to_be_in_viewport(ratio=0.999)


def test_both_prices_stand_at_their_marks_and_lead_to_the_catalogue(visitor: Visitor) -> None:
    window = visitor.open("vip-infrastruktur?dato=2025-12-31")
    metro = window.locator(".skala li").filter(has_text="Metro til Hvidovre Hospital")
    expect(metro.locator(".maerkat")).to_have_text(["Listen: ca. 14 mia. kr.", re.compile("Kataloget: 11 \\+ 8 = 19")])
    old, new = (metro.locator(f".spaend.{form}").bounding_box() for form in ("foer", "efter"))
    assert old and new and old["x"] < new["x"]
    window.get_by_text("De samme priser som tabel").click()
    expect(window.get_by_role("link", name="27 Etablering af Ring 5 Syd")).to_have_attribute(
        "href", "mobilitet-indsats?indsats=27"
    )
