"""The VIP boards in Chromium: what the components draw, and that the address follows pointer and keys."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.browser import Visitor
from tests.e2e.server import Server

pytestmark = pytest.mark.grundig(2)


def test_the_board_is_read_as_it_stood_at_a_meeting(visitor: Visitor) -> None:
    window = visitor.open("vip-klima?klimatavle=maal")
    expect(window.locator(".tilstand.ikke_naaet")).to_have_text("ikke nået til fristen (004, l. 44)")
    window.get_by_role("combobox", name="Som det stod").click()
    window.get_by_role("option", name="På KKR-mødet 19. april 2024").click()
    expect(window).to_have_url(re.compile("dato=2024-04-19"))
    expect(window.locator(".tilstand.ikke_naaet")).to_have_count(0)
    expect(window.locator(".tilstand.ikke_maalt")).to_have_count(4)


def test_a_name_leads_to_all_that_is_said_of_the_project_and_back(
    server: Server, visit: Callable[..., Visitor]
) -> None:
    phone = visit(server, "telefon")
    window = phone.open("vip-klima")
    rows = window.get_by_role("list", name="Alle 7 klimaprojekter er afsluttet").get_by_role("listitem")
    expect(rows).to_have_count(7)
    expect(rows.first.locator(".tilstand.ikke_naaet")).to_have_text("1 mål ikke nået")
    lead = window.get_by_text("Tovholder: Albertslund, fra november 2022.")
    expect(lead).to_have_count(0)
    window.get_by_role("button", name="Madspild", exact=True).press("Enter")
    expect(window).to_have_url(re.compile("klimaprojekt=madspild"))
    expect(window.locator(".kortene > li")).to_have_count(1)
    expect(lead).to_be_visible()
    assert f"da~{dt.date.today().isoformat()}" in phone.shared_link()


def test_the_goal_that_was_not_met_is_red_on_the_projector(server: Server, visit: Callable[..., Visitor]) -> None:
    window = visit(server, "projektor").open("vip-klima?visning=projektor")
    sign = window.locator(".tilstand.ikke_naaet")
    expect(sign).to_have_text("1 mål ikke nået")
    expect(sign).to_have_css("background-color", "rgb(181, 56, 31)")
    expect(window.locator(".stillingerne > li").last).to_be_in_viewport(ratio=0.999)


def test_a_project_fits_the_projector_a_part_at_a_time(server: Server, visit: Callable[..., Visitor]) -> None:
    visitor = visit(server, "projektor")
    window = visitor.open("vip-klima?visning=projektor&klimaprojekt=klimaplaner")
    for part in ("Status", "Fremad", "Mål og resultat"):
        window.get_by_role("radio", name=part, exact=True).click()
        visitor.settle()
        expect(window.locator(".kortene > li")).to_be_in_viewport(ratio=0.999)


def test_each_price_has_its_arrow_and_leads_to_the_catalogue(visitor: Visitor) -> None:
    window = visitor.open("vip-infrastruktur?infratavle=priser&dato=2025-12-31")
    chart = window.get_by_test_id("stPlotlyChart")
    expect(chart.get_by_text("ca. 14 mia. kr. → 19 mia. kr.")).to_be_visible()
    window.get_by_text("Tallene som tabel").click()
    expect(window.get_by_role("link", name="27 Etablering af Ring 5 Syd")).to_have_attribute(
        "href", "mobilitet-indsats?indsats=27"
    )
