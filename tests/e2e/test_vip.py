"""The VIP boards in Chromium: what the components draw, and that the address follows pointer and keys."""

from __future__ import annotations

import datetime as dt
import re

from playwright.sync_api import expect

from tests.e2e.browser import Visitor


def test_the_board_is_read_as_it_stood_at_a_meeting(visitor: Visitor) -> None:
    window = visitor.open("vip-klima?klimatavle=maal")
    expect(window.locator(".tilstand.ikke_naaet")).to_have_text("ikke nået til fristen (004, l. 44)")
    window.get_by_role("combobox", name="Som det stod").click()
    window.get_by_role("option", name="På KKR-mødet 19. april 2024").click()
    expect(window).to_have_url(re.compile("dato=2024-04-19"))
    expect(window.locator(".tilstand.ikke_naaet")).to_have_count(0)
    expect(window.locator(".tilstand.ikke_maalt")).to_have_count(4)


def test_a_project_is_chosen_by_keys_and_today_is_written_out_when_shared(visitor: Visitor) -> None:
    window = visitor.open("vip-klima")
    window.get_by_role("button", name="2 Madspild").press("Enter")
    expect(window).to_have_url(re.compile("klimaprojekt=madspild"))
    expect(window.locator(".kortene > li")).to_have_count(1)
    expect(window.get_by_text("Tovholder: Albertslund, fra november 2022.")).to_be_visible()
    expect(window.get_by_role("button", name="2 Madspild")).to_be_focused()
    assert f"da~{dt.date.today().isoformat()}" in visitor.shared_link()


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
