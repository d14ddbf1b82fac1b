"""The mobility pages in Chromium: the matrix, the sheet, the user's own weights, and what is shared."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.browser import Visitor
from tests.e2e.server import Server

pytestmark = pytest.mark.grundig(1)

COMPARE, SHEET = "mobilitet-sammenlign", "mobilitet-indsats"


def _table(visitor: Visitor, caption: str) -> Locator:
    return visitor.page.locator(".tabel table").filter(has=visitor.page.locator("caption", has_text=caption))


def _rows(visitor: Visitor, caption: str) -> Locator:
    return _table(visitor, caption).locator("tbody tr")


def test_the_whole_matrix_is_seen_at_once_on_a_projector(server: Server, visit: Callable[..., Visitor]) -> None:
    visitor = visit(server, "projektor")
    visitor.open(COMPARE)
    rows = _rows(visitor, "Hver indsats vurderet")
    expect(rows).to_have_count(33)
    expect(rows.first).to_be_in_viewport(ratio=1)
    expect(rows.last).to_be_in_viewport(ratio=1)
    for kind in ("positiv", "ingen_positiv_effekt", "ikke_vurderet", "uafgjort"):
        mark = _table(visitor, "Hver indsats vurderet").locator(f".varmefelt.{kind}").first
        expect(mark).to_have_attribute("aria-label", re.compile(r"\S"))


def test_the_matrix_is_sorted_and_leads_to_a_sheet_and_back(visitor: Visitor) -> None:
    window = visitor.open(COMPARE)
    expect(window.locator("h2").first).to_have_text(re.compile("^Supercykelstier er eneste indsats med fem stjerner"))
    window.get_by_role("button", name="CO2e driftsfase").click()
    expect(window).to_have_url(re.compile("matrix=co2e-driftsfase-ned"))
    expect(window.locator("h2").first).to_have_text(re.compile("^Tre stjerner for CO2e driftsfase"))
    visitor.settle()
    first = _rows(visitor, "Hver indsats vurderet").first
    expect(first.locator("th")).to_have_text(re.compile("^19 "))
    first.get_by_role("link").click()
    expect(window.locator("h2").first).to_have_text(re.compile("^19 "))
    expect(window).to_have_url(re.compile(rf"/{SHEET}\?indsats=19$"))
    visitor.settle()
    window.get_by_role("button", name="Næste").click()
    expect(window.locator("h2").first).to_have_text(re.compile("^20 "))
    expect(window).to_have_url(re.compile("indsats=20"))
    window.go_back()
    expect(window.locator("h2").first).to_have_text(re.compile("^19 "))
    window.go_back()
    expect(_rows(visitor, "Hver indsats vurderet").first.locator("th")).to_have_text(re.compile("^19 "))


def test_themes_keep_together_under_their_names_however_they_are_sorted(visitor: Visitor) -> None:
    window = visitor.open(f"{COMPARE}?grupper=ja&matrix=tvaergaaende-relevans-op")
    window.get_by_role("button", name="Anlæg, mio. kr.").click()
    expect(window).to_have_url(re.compile("matrix=pris-ned"))
    visitor.settle()
    texts = [text.strip() for text in _rows(visitor, "Hver indsats vurderet").locator("th").all_inner_texts()]
    assert len(texts) == 33 + 6
    assert texts[0] == "Kollektiv trafik"
    assert [text.split()[0] for text in texts[texts.index("Knudepunkter") + 1 :]][:5] == ["23", "24", "20", "22", "21"]
    assert texts[texts.index("Vej") + 1].startswith("27 ")


def test_a_weight_moves_the_rank_and_the_address(visitor: Visitor) -> None:
    window = visitor.open(f"{COMPARE}?fane=regn&regn=rang")
    order = _rows(visitor, "Indsatserne i orden").locator("th")
    before = order.all_inner_texts()
    health = window.get_by_role("slider", name="Vægt på Folkesundhed", exact=True)
    health.focus()
    health.press("End")
    expect(window).to_have_url(re.compile("vaegt-4=10"))
    expect(order).not_to_have_text(before)
    for nr, name in ((1, "Tværgående relevans"), (2, "Sammenhæng og fremkommelighed")):
        slider = window.get_by_role("slider", name=f"Vægt på {name}", exact=True)
        slider.focus()
        slider.press("Home")
        expect(window).to_have_url(re.compile(f"vaegt-{nr}=0"))


@pytest.mark.parametrize(
    ("address", "seen"),
    [
        (f"{COMPARE}?fane=regn&regn=pakke&pakke=4.12.26&beloeb=14&vaegt-4=9", "Pakken har 3 indsatser"),
        (f"{COMPARE}?fane=side&sammen=1.12.25", "Fakta og tekster om 3 indsatser"),
    ],
)
def test_what_is_put_together_opens_from_its_link_on_a_phone(
    address: str, seen: str, visitor: Visitor, server: Server, visit: Callable[..., Visitor]
) -> None:
    visitor.open(address)
    link = visitor.shared_link()
    phone = visit(server, "telefon")
    phone.open(link.removeprefix(visitor.url))
    assert seen in phone.text()
    assert phone.query() == visitor.query()
    expect(phone.notices()).to_have_count(0)


def test_a_package_is_proposed_at_once_and_put_together_by_hand(visitor: Visitor) -> None:
    window = visitor.open(f"{COMPARE}?fane=regn&regn=pakke&beloeb=4")
    expect(window.get_by_role("heading", name=re.compile("^Mest for 4 mia. kr.: "))).to_be_visible()
    window.get_by_role("button", name="Mere: Beløb i mia. kr.").click()
    expect(window).to_have_url(re.compile("beloeb=5"))
    expect(window.get_by_role("heading", name=re.compile("^Mest for 5 mia. kr.: "))).to_be_visible()
    expect(_rows(visitor, "Hvad pakken giver")).to_have_count(6)
    window.get_by_role("button", name="Ret i forslaget").click()
    expect(window).to_have_url(re.compile(r"pakke=[0-9.]+"))
    visitor.settle()
    expect(window.get_by_role("heading", name=re.compile("Pakken har"))).to_be_visible()
    window.get_by_role("button", name="Tilbage til forslaget").click()
    expect(window.get_by_role("heading", name=re.compile("^Mest for 5 mia. kr."))).to_be_visible()


def test_a_weights_share_follows_the_hand_and_one_press_sets_them_all(visitor: Visitor) -> None:
    window = visitor.open(f"{COMPARE}?fane=regn")
    group = window.get_by_role("group", name="CO2e driftsfase", exact=True)
    expect(group).to_contain_text("tæller 17 %")
    slider = window.get_by_role("slider", name="Vægt på CO2e driftsfase", exact=True)
    # Held, and not let go: the server is not asked.
    slider.evaluate("(range) => { range.value = 10; range.dispatchEvent(new Event('input')) }")
    expect(group).to_contain_text("tæller 29 %")
    assert "vaegt-3" not in window.url
    window.get_by_role("button", name="Kun folkesundhed").click()
    expect(window).to_have_url(re.compile("vaegt-1=0"))
    visitor.settle()
    expect(window.get_by_role("group", name="Folkesundhed", exact=True)).to_contain_text("tæller 100 %")
    expect(group).to_contain_text("tæller 0 %")


def test_the_whole_heat_table_fits_a_phone_across(server: Server, visit: Callable[..., Visitor]) -> None:
    visitor = visit(server, "telefon")
    window = visitor.open(COMPARE)
    table = _table(visitor, "Hver indsats vurderet")
    expect(table).to_be_visible()
    assert table.evaluate("(of) => of.getBoundingClientRect().right <= innerWidth + 1")
    link = _rows(visitor, "Hver indsats vurderet").first.get_by_role("link")
    link.click()
    expect(window).to_have_url(re.compile(rf"/{SHEET}\?indsats=19$"))


def test_a_block_of_the_package_leads_to_its_sheet(visitor: Visitor) -> None:
    window = visitor.open(f"{COMPARE}?fane=regn&regn=pakke&pakke=1.12")
    window.locator('[data-testid="stPlotlyChart"] .point path').first.click(force=True)
    expect(window).to_have_url(re.compile(r"/mobilitet-indsats\?indsats=12$"))
