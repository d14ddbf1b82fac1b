"""What Python sends a component, and what its script makes of it: one contract, held on both sides."""

from __future__ import annotations

import json
import math

from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import expect

from dansk import tal
from tests.components.stage import Stage, components, messages

CELLS = st.builds(
    components.Cell,
    st.text(max_size=5),
    st.none() | st.floats() | st.text(max_size=5),
    bar=st.none() | st.floats(),
    start=st.floats(),
    pair=st.none() | st.tuples(st.floats(), st.floats()),
)


@given(CELLS)
def test_no_cell_holds_what_json_has_not(cell: components.Cell) -> None:
    json.dumps(cell.message(), allow_nan=False)


def test_a_figure_that_is_no_number_is_not_known() -> None:
    cell = components.Cell("nan", math.nan, bar=math.nan)
    assert (cell.text, cell.value, cell.bar, cell.unknown) == (tal.UNKNOWN, None, None, True)


def test_a_tables_message_is_drawn_as_it_says(stage: Stage) -> None:
    columns = (
        components.Column("navn", "Område"),
        components.Column("tal", "Borgere", "soejle", linje=0.5, linjetekst="regionen"),
    )
    rows = [
        components.Row(
            (components.Cell("Valby"), components.Cell("14.324", 14324.0, bar=1.0, colour="#7A2A16")), id="valby"
        ),
        components.Row((components.Cell("Ishøj"), components.Cell(tal.UNKNOWN, unknown=True)), id="ishoej"),
        components.Row(
            (
                components.Cell("Amager"),
                components.Cell("7.162", 7162.0, bar=0.5, mark=components.Mark("▲", "Modstrid", "k", "modstrid")),
            ),
            id="amager",
        ),
    ]
    with messages() as sent:
        components.table(
            "t",
            columns,
            rows,
            alt="Borgere pr. kapacitet",
            chosen="valby",
            on_choose=lambda place: None,
            sorting=components.Sorting("tal", True),
            on_sort=lambda wanted: None,
        )
        stage.mount("tables", sent("tables"))
    page = stage.page
    expect(page.locator("tbody tr th")).to_have_text(["Valby", "Amager", "Ishøj"])  # unknown last
    expect(page.locator("tbody tr").nth(0)).to_contain_class("valgt")
    expect(page.locator("tbody tr").nth(2).locator("td")).to_contain_class("ukendt")
    expect(page.locator("caption")).to_have_text("Borgere pr. kapacitet")
    expect(page.get_by_role("link", name="Modstrid")).to_have_attribute("href", "k")
    assert page.locator("tbody .fyld").nth(0).evaluate("(bar) => bar.style.width") == "100%"
    page.get_by_role("button", name="Amager").click()
    page.get_by_role("button", name="Borgere").click()
    assert page.evaluate("() => window.sent") == [
        ["valgt", "amager"],
        ["sorter", {"kolonne": "tal", "faldende": False}],
    ]


def test_a_maps_message_is_drawn_as_it_says(stage: Stage) -> None:
    shown = {
        "valby": components.Area("Valby", "14.324", "Valby: 14.324 borgere", "#7A2A16", "#FFFFFF", valgt=True),
        "amager": components.Area("Amager", "–", "Amager: ikke oplyst", None),
    }
    with messages() as sent:
        components.area_map(
            "m", "fliser", shown, [("#7A2A16", "ringest"), (None, "ikke oplyst")], alt="Kort", on_choose=lambda a: None
        )
        stage.mount("areas", sent("areas"))
    page = stage.page
    expect(page.get_by_role("button", name="Valby: 14.324 borgere")).to_have_attribute("aria-pressed", "true")
    unknown = page.get_by_role("button", name="Amager: ikke oplyst").locator("rect").first
    assert (unknown.get_attribute("fill") or "").startswith("url(#")
    expect(page.locator(".signatur li")).to_have_text(["ringest", "ikke oplyst"])
    page.get_by_role("button", name="Amager: ikke oplyst").click()
    assert page.evaluate("() => window.sent") == [["valgt", "amager"]]


def test_a_sliders_message_is_drawn_as_it_says_and_its_steps_are_python_s(stage: Stage) -> None:
    slider = components.Slider("k51-valby", "Valby, speciale 51", 1.5, "#0B5A8A")
    with messages() as sent:
        components.sliders(
            "s",
            [components.SliderRow("Valby", [slider])],
            [("51", "#0B5A8A")],
            rows_are="Område",
            highest=10,
            step=0.1,
            unit="kapaciteter",
            on_change=lambda values: None,
        )
        stage.mount("slider", sent("slider"))
    page = stage.page
    field = page.get_by_label("Valby, speciale 51, tal")
    expect(field).to_have_value(tal.number(1.5, 1))
    for _ in range(12):
        page.get_by_role("button", name="Mere: Valby, speciale 51").click()
    values = [sent["k51-valby"] for _, sent in page.evaluate("() => window.sent")]
    assert values == [tal.rounded(1.5 + step / 10, 1) for step in range(1, 13)]
    expect(field).to_have_value("2,7")
    field.fill("99")
    field.press("Enter")
    assert page.evaluate("() => window.sent.at(-1)") == ["aendret", {"k51-valby": 10}]
