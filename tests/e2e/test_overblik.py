"""The front page in Chromium: its questions, the way to one's own kommune, and that it follows from page to page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.browser import Visitor

pytestmark = pytest.mark.grundig(1)

QUESTIONS = {
    "Hvor er det sværest?": "fysioterapi-kapacitet",
    "Hvad hvis …?": "fysioterapi-scenarie",
    "Hvor tager patienterne hen?": "fysioterapi-pendling",
    "Hvad får vi for 5 mia.?": r"mobilitet-sammenlign\?.*beloeb=5",
    "Hvordan går projekterne?": "vip-klima",
}


@pytest.mark.parametrize(("question", "leads"), QUESTIONS.items())
def test_a_question_leads_to_its_answer(visitor: Visitor, question: str, leads: str) -> None:
    window = visitor.open("")
    window.get_by_role("link", name=question).click()
    expect(window).to_have_url(re.compile(leads))
    visitor.settle()
    expect(visitor.notices().filter(has_text=re.compile("Linket|kan ikke være"))).to_have_count(0)


@pytest.mark.parametrize(("area", "kommune"), [("fredensborg", "fredensborg"), ("valby", "koebenhavn")])
def test_a_tile_opens_its_kommune_and_the_way_back_has_it_marked(visitor: Visitor, area: str, kommune: str) -> None:
    window = visitor.open("")
    window.locator(f'[data-omraade="{area}"] rect').first.click()
    expect(window).to_have_url(re.compile(f"min-kommune.*kommune={kommune}"))
    expect(window.locator("h1")).to_have_text("Min kommune")
    visitor.settle()
    window.go_back()
    expect(window.locator("h1")).to_have_text("Overblik")
    expect(window.locator(".omraade.egen")).to_have_count(9 if kommune == "koebenhavn" else 1)


def test_a_kommune_is_chosen_from_the_list_and_offered_on_the_next_page(visitor: Visitor) -> None:
    window = visitor.open("")
    window.get_by_role("combobox", name="Vælg din kommune").fill("Fred")
    window.get_by_role("option", name="Fredensborg", exact=True).click()
    expect(window).to_have_url(re.compile("min-kommune.*kommune=fredensborg"))
    visitor.settle()
    window.get_by_test_id("stTopNav").get_by_text("Fysioterapi", exact=True).click()
    window.get_by_test_id("stTopNavDropdownLink").filter(has_text="Patienternes veje").click()
    expect(window.locator("h1")).to_have_text("Patienternes veje")
    visitor.settle()
    window.get_by_role("button", name="Vis Fredensborg").click()
    expect(window).to_have_url(re.compile("omraade=fredensborg"))
    expect(window.get_by_role("button", name="Vis Fredensborg")).to_have_count(0)


@pytest.mark.parametrize("size", [(390, 844), (1366, 768)])
def test_koebenhavns_nine_areas_are_offered_where_areas_are_shown(visitor: Visitor, size: tuple[int, int]) -> None:
    window = visitor.page
    window.set_viewport_size({"width": size[0], "height": size[1]})
    visitor.open("?kommune=koebenhavn")
    expect(window.get_by_text("København er 9 områder").first).to_be_visible()
    window.get_by_role("link", name="Hvor tager patienterne hen?").click()
    expect(window.locator("h1")).to_have_text("Patienternes veje")
    visitor.settle()
    offered = window.get_by_role("combobox", name="Vælg et af Københavns områder")
    offered.click()
    expect(window.get_by_role("option")).to_have_count(9)
    window.get_by_role("option", name="Amager", exact=True).click()
    expect(window).to_have_url(re.compile("omraade=amager"))
    assert window.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_who_decides_leads_to_its_table_and_shows_what_is_printed(visitor: Visitor) -> None:
    window = visitor.open("")
    expect(
        window.get_by_text("KKR Hovedstaden godkender, styrer Erhvervshuset og udpeger.", exact=True)
    ).to_be_visible()
    rows = window.locator(".tabel", has_text="Erhvervshusets bestyrelse").locator("tbody tr")
    assert rows.filter(has_text="002, l. 97").count() == 1
    expect(rows.filter(has_text="002, l. 97").get_by_role("link")).to_have_attribute(
        "href", "kilder?tabel=beslutning&linje=97"
    )
