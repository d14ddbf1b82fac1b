"""A table and the foot on paper, each drawn alone: every row once, its head on every sheet, whatever the link holds."""

from __future__ import annotations

from datetime import date

from playwright.sync_api import expect

from dansk.dato import day
from tests.components.stage import Stage, components, messages
from tests.paper import printed, squeezed


def test_a_long_table_has_its_head_on_every_sheet_and_every_row_once_and_whole(stage: Stage) -> None:
    rows = [[f"Sted nummer {n}", f"{n}.000", f"En længere bemærkning om sted {n}, " * 4] for n in range(100, 220)]
    with messages() as sent:
        components.table(
            "t",
            (
                components.Column("a", "Stedets navn"),
                components.Column("b", "Borgere", "tal"),
                components.Column("c", "Ord"),
            ),
            [components.Row(tuple(map(components.Cell, row))) for row in rows],
            alt="Steder",
            height=200,
        )
        stage.mount("tables", sent("tables"))
    expect(stage.page.locator("tbody tr")).to_have_count(len(rows))
    paper = printed(stage.page)
    assert len(paper.sheets) > 3
    assert all(sheet.count("StedetsnavnBorgereOrd") == 1 for sheet in paper.sheets)
    for row in rows:
        assert [sheet.count(squeezed("".join(row))) for sheet in paper.sheets].count(1) == 1, row


def test_the_foot_of_every_sheet_says_the_day_and_the_link_whatever_is_in_it(stage: Stage) -> None:
    link = r'http://kkr.example/side?v=1.ab.a~"b\c}*/<d>'
    stage.page.add_style_tag(content="@page { size: A4; margin: 20mm } body { height: 3000px }")
    with messages() as sent:
        components.print_foot("papir-prøve", link)
        stage.mount("paper", sent("paper"))
    expect(stage.page.locator("body > div")).to_have_attribute("data-tegnet", "")
    paper = printed(stage.page)
    assert len(paper.sheets) > 2
    assert all(squeezed(day(date.today()) + link) in sheet for sheet in paper.sheets)
    expect(stage.page.locator("button:visible")).to_have_count(0)


def test_the_button_opens_the_browsers_print(stage: Stage) -> None:
    stage.page.evaluate("() => { window.prints = 0; window.print = () => (window.prints += 1) }")
    with messages() as sent:
        components.print_button("til-papir", "Til papir", "http://kkr.example/")
        stage.mount("paper", sent("paper"))
    stage.page.get_by_role("button", name="Til papir").click()
    assert stage.page.evaluate("() => window.prints") == 1
