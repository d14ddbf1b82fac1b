"""What Python sends a component, and what its script makes of it: one contract, held on both sides."""

from __future__ import annotations

import json
import math
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

from dansk import tal
from data import limits
from pages.components.tables import Looks
from pages.projekter.parametre import KLIMAPROJEKT
from pages.tavler import boards
from pages.view import sharing
from tests.components.stage import Stage, components, messages

KEYED = """(keys) => {
  for (const key of keys) {
    const place = document.body.appendChild(document.createElement("div"))
    place.className = `st-key-${key}`
    place.style.cssText = "height: 30px"
    place.innerHTML = "<details><summary>Boks</summary>Inden i</details>"
  }
}"""
"""Containers as the page has them, by their keys."""

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
    json.dumps(cell.message(Looks()), allow_nan=False)


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


CARDS = (
    boards.Card(
        "letbane",
        "Letbanen",
        "Hovedstadens Letbane",
        (boards.Chip("i_gang", "i gang"),),
        (
            boards.Section(
                "Hvad der er sket",
                (
                    boards.Point(
                        "Sporene er lagt.",
                        "004, l. 12",
                        "kilde?tabel=vip_status",
                        "Af to dele.",
                        (boards.Chip("naaet", "nået"),),
                        fremhaevet=True,
                    ),
                    boards.Point("Uden kilde"),
                ),
                "Juni 2023",
            ),
            boards.Section("Tidligere", (boards.Point("Før det"),), foldet=True),
            boards.Section("Parter", (boards.Point("To kommuner"),)),
        ),
        graa=True,
    ),
    boards.Card("busser", "Busserne", None, (), (), daempet=True),
)


def test_cards_message_is_drawn_as_it_says(stage: Stage) -> None:
    with messages() as sent:
        boards.cards("k", CARDS, alt="Projekter", large=True)
        stage.mount("cards", {**sent("cards"), "valgt": "letbane"})
    page = stage.page
    expect(page.locator(".tavle")).to_contain_class("stor")
    expect(page.locator("ul.kortene")).to_have_attribute("aria-label", "Projekter")
    first, second = page.locator("ul.kortene > li").nth(0), page.locator("ul.kortene > li").nth(1)
    expect(first).to_have_class("graa")
    expect(second).to_have_class("daempet")
    expect(first.locator("p.under")).to_have_text("Hovedstadens Letbane")
    expect(first.locator("> p.tilstande .tilstand")).to_have_text(["i gang"])
    expect(first.locator("> p.tilstande .tilstand")).to_contain_class("i_gang")
    expect(first.locator("h4")).to_have_text(["Hvad der er sket", "Tidligere", "Parter"])
    expect(first.locator(".dato")).to_have_text(["Juni 2023"])
    point = first.locator("li.fremhaevet")
    expect(point).to_have_text("Sporene er lagt. (004, l. 12)Af to dele.nået")
    expect(point.get_by_role("link", name="(004, l. 12)")).to_have_attribute("href", "kilde?tabel=vip_status")
    expect(point.locator(".tilstand")).to_contain_class("naaet")
    assert point.locator(".tilstand svg path").get_attribute("d")
    expect(first.locator("a")).to_have_count(1)
    expect(first.locator("section").last).to_have_text("ParterTo kommuner")
    folded = first.locator("details")
    expect(folded).not_to_have_attribute("open", "")
    folded.locator("summary").click()
    stage.say({**sent("cards"), "valgt": "letbane"})
    expect(page.locator("details")).to_have_attribute("open", "")  # as the reader left it
    expect(first.locator("h3 button")).to_have_attribute("aria-pressed", "true")
    first.locator("h3 button").click()
    second.locator("h3 button").click()
    assert page.evaluate("() => window.sent") == [["valgt", ""], ["valgt", "busser"]]


STANDINGS = (
    boards.Standing(
        "letbane",
        "Letbanen",
        (boards.Chip("forsinket", "forsinket"), boards.Chip("ikke_naaet", "1 mål ikke nået")),
        "Sporene er lagt",
        "2 år 7 mdr.",
        "19. april 2024",
        "004, l. 12",
        "kilde?tabel=vip_status",
        graa=True,
    ),
    boards.Standing("busser", "Busserne", (), "Ingen status", daempet=True),
)


def test_standings_message_is_drawn_as_it_says(stage: Stage) -> None:
    with messages() as sent:
        boards.standings("s", STANDINGS, alt="Projekter", chooses=KLIMAPROJEKT, large=True)
        stage.mount("standings", sent("standings"))
    page = stage.page
    expect(page.locator(".tavle")).to_contain_class("stor")
    first, second = page.get_by_role("list", name="Projekter").get_by_role("listitem").all()
    expect(first).to_have_class("graa")
    expect(second).to_have_class("daempet")
    expect(first.locator(".tilstand")).to_have_text(["forsinket", "1 mål ikke nået"])
    expect(first.locator(".ord")).to_have_text("Sporene er lagt")
    expect(first.locator(".alder")).to_have_text("2 år 7 mdr.19. april 2024 (004, l. 12)")
    expect(first.get_by_role("link", name="(004, l. 12)")).to_have_attribute("href", "kilde?tabel=vip_status")
    expect(second.locator(".alder")).to_have_text("")
    expect(second.locator("a")).to_have_count(0)
    second.get_by_role("button", name="Busserne").click()
    assert page.evaluate("() => window.sent") == [["valgt", "busser"]]
    stage.say(sent("standings"))
    expect(page.get_by_role("button", name="Busserne")).to_be_focused()


def test_each_state_that_python_knows_has_an_icon(stage: Stage) -> None:
    states = get_args(boards.State)
    card = boards.Card("a", "A", None, [boards.Chip(state, state) for state in states], ())
    with messages() as sent:
        boards.cards("k", [card], alt="Tilstande")
        stage.mount("cards", sent("cards"))
    drawn = stage.page.locator(".tilstand")
    expect(drawn).to_have_text(list(states))
    icons = drawn.locator("path").evaluate_all("(paths) => paths.map((path) => path.getAttribute('d'))")
    assert all(icons)
    assert "undefined" not in icons
    assert len(set(icons)) == len(states)


def test_a_scales_message_is_drawn_as_it_says(stage: Stage) -> None:
    axis = boards.Axis(0, 200, [(0.0, "0"), (0.5, "100"), (1.0, "200 mio. kr.")])
    rows = [
        boards.ScaleRow(
            "Letbanen",
            (
                boards.Lane((boards.Span(20, 60, "sikker"),), "20-60"),
                boards.Lane((boards.Span(180, 300, "ventet"),), "til 300"),
            ),
            "004, l. 12",
            "kilde?tabel=vip_projekt",
            "2024",
        ),
        boards.ScaleRow(
            "Busserne", (boards.Lane((boards.Span(50, 50, "usikker"),), "50"), boards.Lane((), "intet")), skel=True
        ),
    ]
    with messages() as sent:
        boards.scale("s", "Priser", rows, axis, alt="Hvad det koster", line=(50, "loftet"))
        stage.mount("scale", sent("scale"))
    page = stage.page
    expect(page.locator(".hoved > span")).to_have_text("Priser")
    expect(page.get_by_role("list", name="Hvad det koster").locator("> li")).to_have_count(2)
    expect(page.locator(".akse span")).to_have_text(["0", "100", "200 mio. kr."])
    assert _styles(page, ".akse span", "left") == ["0%", "50%", "100%"]
    assert _styles(page, ".skala", "--trin") == ["50%"]
    expect(page.locator("li .navn").nth(0)).to_have_text("Letbanen (004, l. 12)2024")
    expect(page.get_by_role("link", name="(004, l. 12)")).to_have_attribute("href", "kilde?tabel=vip_projekt")
    expect(page.locator("ul > li").nth(1)).to_have_class("skel")
    assert _styles(page, ".spaend", "left") == ["10%", "90%", "25%"]
    kinds = page.locator(".spaend").evaluate_all("(spans) => spans.map((span) => span.className)")
    assert kinds == ["spaend sikker", "spaend ventet efter-skala", "spaend usikker prik"]
    expect(page.locator(".maerkat")).to_have_text(["20-60", "til 300", "50", "intet"])
    expect(page.locator(".maerkat.foran")).to_have_text(["til 300"])
    lines = page.locator(".spor .linje")
    assert _styles(page, ".spor .linje", "left") == ["25%", "25%"]
    expect(lines.first).to_have_attribute("title", "loftet")


def _styles(page: Page, selector: str, name: str) -> list[str]:
    """What the script has set of that property on each."""
    read = "(found, name) => found.map((each) => each.style.getPropertyValue(name))"
    return [str(each) for each in page.locator(selector).evaluate_all(read, name)]


def test_a_selections_message_is_drawn_as_it_says(stage: Stage) -> None:
    page = stage.page
    page.evaluate(KEYED, ["profil"])
    page.evaluate("() => { document.querySelector('.st-key-profil').style.marginTop = '3000px' }")
    with messages() as sent:
        components.chosen_bar("valgtlinje-x", "Valby: 14.324 borgere", "Vis områdeprofil", "profil")
        stage.mount("selection", sent("selection"))
    bar = page.locator(".valgtlinje")
    expect(bar.get_by_role("status")).to_have_text("Valby: 14.324 borgere")
    expect(bar.get_by_role("button")).to_have_text("Vis områdeprofil ↓")
    bar.get_by_role("button").click()
    expect(bar).to_be_hidden()
    assert page.locator(".st-key-profil").evaluate("(place) => place.getBoundingClientRect().top < innerHeight")


def test_a_clipboards_message_is_drawn_as_it_says(stage: Stage) -> None:
    with messages() as sent:
        components.copy_field("kopi", "https://eksempel.dk/?v=1")
        stage.mount("clipboard", sent("clipboard"))
    page = stage.page
    field = page.get_by_label("Link til visningen")
    expect(field).to_have_value("https://eksempel.dk/?v=1")
    page.evaluate(
        "() => Object.defineProperty(navigator, 'clipboard',"
        " { value: { writeText: async (text) => { window.copied = text } } })"
    )
    page.get_by_role("button", name="Kopiér link").click()
    expect(page.get_by_role("status")).to_have_text("Kopieret")
    assert page.evaluate("() => window.copied") == "https://eksempel.dk/?v=1"
    stage.say(sent("clipboard"))
    expect(page.get_by_role("status")).to_have_text("")


def test_a_jumps_message_is_drawn_as_it_says(stage: Stage) -> None:
    page = stage.page
    page.evaluate(KEYED, ["oeverst", "optimum"])
    with messages() as sent:
        places = {"optimum": "Det bedst mulige", "findes-ikke": "Intet sted"}
        components.shortcuts("genveje-x", "Længere nede på siden", places, below="oeverst")
        stage.mount("jumps", sent("jumps"))
    row = page.locator("nav.genveje")
    expect(row).to_have_attribute("aria-label", "Længere nede på siden")
    expect(row.locator("button")).to_have_text(["Det bedst mulige", "Intet sted"])
    row.get_by_text("Intet sted").dispatch_event("click")
    row.get_by_text("Det bedst mulige").dispatch_event("click")
    expect(page.locator(".st-key-optimum details")).to_have_attribute("open", "")
    margin = page.locator(".st-key-optimum").evaluate("(place) => place.style.scrollMarginTop")
    height = page.locator(".st-key-oeverst").evaluate("(place) => place.getBoundingClientRect().height")
    assert margin == f"{height:g}px"


def test_an_uploads_message_is_drawn_as_it_says(stage: Stage) -> None:
    with messages() as sent:
        components.table_input("fil", "Vælg en CSV-fil", "Eller indsæt tabellen her", on_text=lambda text: None)
        stage.mount("upload", sent("upload"))
    page = stage.page
    expect(page.locator("label span")).to_have_text(["Vælg en CSV-fil", "Eller indsæt tabellen her"])
    chosen, table = page.locator("input[type=file]"), "navn;tal\nRødovre;3,5\n"
    for encoding in ("utf-8", "windows-1252"):
        chosen.set_input_files(
            {"name": "a.csv", "mimeType": "text/csv", "buffer": "navn;tal\nRødovre;3,5\n".encode(encoding)}
        )
        expect(page.locator("textarea")).to_have_value("navn;tal\nRødovre;3,5\n")
        page.locator("textarea").fill("")
    page.locator("textarea").fill("navn\nValby")
    page.get_by_role("button", name="Indlæs").click()
    read = [["laest", table], ["laest", table], ["laest", "navn\nValby"]]
    assert page.evaluate("() => window.sent") == read
    chosen.set_input_files({"name": "a.csv", "mimeType": "text/csv", "buffer": b"x" * (limits.BYTES + 1)})
    expect(page.locator("label span").nth(1)).to_have_text(
        "Tabellen fylder mere end 5 MB, som er det meste, der læses."
    )
    expect(page.locator("textarea")).to_have_value("")
    page.locator("textarea").evaluate("(place, size) => (place.value = 'x'.repeat(size))", limits.BYTES + 1)
    page.get_by_role("button", name="Indlæs").click()
    expect(page.locator("label span").nth(1)).to_have_text(sent("upload")["forStor"])
    assert page.evaluate("() => window.sent") == read


def test_a_folds_message_is_drawn_as_it_says_and_the_page_is_told(stage: Stage) -> None:
    with messages() as sent:
        components.fold_button("foldeknap-side", "Valg")
        stage.mount("fold", sent("fold"))
    page = stage.page
    button, says = page.get_by_role("button", name="Valg", exact=True), page.locator("html[data-foldet-ud]")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(says).to_have_count(1)
    stage.say(sent("fold"))  # as after every run
    expect(button).to_have_attribute("aria-expanded", "true")
    button.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(says).to_have_count(0)
    button.click()
    stage.leave()
    expect(says).to_have_count(0)  # the next page begins folded


@pytest.mark.grundig(2)
@pytest.mark.parametrize("closing", ["Escape", "click", "Luk"])
@pytest.mark.parametrize("size", [(1920, 1080), (390, 844)])
def test_a_picture_fills_the_screen_until_it_is_closed(stage: Stage, closing: str, size: tuple[int, int]) -> None:
    page = stage.page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    with messages() as sent:
        components.whole_screen(
            "stor", "Vis QR-kode på hele skærmen", sharing.qr_code("https://eksempel.dk/"), "QR-kode"
        )
        stage.mount("wholescreen", sent("wholescreen"))
    page.evaluate("() => ['keydown', 'keyup'].forEach((on) => addEventListener(on, ({ key }) => (window.heard = key)))")
    button, picture = page.get_by_role("button", name="Vis QR-kode"), page.get_by_alt_text("QR-kode")
    expect(picture).to_be_hidden()
    button.click()
    expect(picture).to_be_in_viewport(ratio=1)
    box = picture.bounding_box()
    assert box is not None
    assert box["width"] == box["height"] == min(size)
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 100
    if closing == "Escape":
        page.keyboard.press("Escape")
    elif closing == "click":
        picture.click()
    else:
        page.get_by_role("button", name="Luk").click()
    expect(picture).to_be_hidden()
    expect(button).to_be_focused()
    assert page.evaluate("() => window.heard") is None  # nothing behind it is closed too
    # A key that follows at once, before the window has been told that the picture is closed, is for what is behind it.
    button.click()
    picture.evaluate("""image => {
      image.closest("dialog").close()
      image.getRootNode().host.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }))
    }""")
    assert page.evaluate("() => window.heard") == "Escape"
