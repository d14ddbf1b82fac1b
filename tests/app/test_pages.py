"""Every page, run from the app's own script."""

from __future__ import annotations

import re

import pytest

from analytics.tabeller import Frames
from pages import components
from pages.fysioterapi.parametre import TITEL
from pages.navigation.registry import ARBEJDSKRAFT, KLIMA, MOEDER, PAGES, Page
from pages.reading import queries
from pages.view import links
from pages.view.kinds import Choice
from tests.app import insides
from tests.app.conftest import Run, stands
from tests.project import parameters

EVERY_PAGE = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


@EVERY_PAGE
def test_the_page_runs(page: Page, run: Run) -> None:
    app = run(page.script, {})
    stands(app)
    assert [title.value for title in app.title] == [page.title]


AS_IT_IS = {
    "omraader": r"København er 9 områder|København: 9 områder|9 prikker",
    "kommuner": "København er her én kommune",
    "regionen": "Siden viser ikke den enkelte kommune",
    "papirerne": "",
}
"""How a page says that it shows København, by what it tells of; one about the papers shows no kommune."""


TWO_STOPS = re.compile(r'[a-zæøå]\.\.[ "]')
"""A sentence that ends with an abbreviation, and was stopped once more."""


@pytest.mark.grundig(4)
@EVERY_PAGE
def test_a_page_says_how_it_shows_koebenhavn_where_it_is_chosen(page: Page, run: Run) -> None:
    app = run(page.script, {"kommune": "koebenhavn"})
    stands(app)
    said = " ".join([*(each.value for each in app.caption), *(each.placeholder for each in app.selectbox)])
    assert re.search(AS_IT_IS[page.parts], said), said


def test_a_kommune_that_is_one_area_needs_no_word_of_it(run: Run) -> None:
    told = run(KLIMA.script, {"kommune": "fredensborg"}).caption[-1].value
    assert told.startswith("Tallene er papirernes egne")


@pytest.mark.grundig(6)
@EVERY_PAGE
def test_the_page_runs_with_every_value_of_every_choice(page: Page, run: Run) -> None:
    used = run(page.script, {}).session_state["_visning_nu"].used
    for name in used:
        parameter = parameters()[name]
        if not isinstance(parameter, Choice):
            continue
        values = list(parameter.options())
        for value in {values[0], values[len(values) // 2], values[-1]} - {parameter.without_link(page.address)}:
            app = run(page.script, {parameter.name: parameter.write(value)})
            assert not app.exception, (parameter.name, value)
            assert not app.warning, (parameter.name, value)
            read_aloud = [*(chart.alt for chart in insides.charts(app)), *insides.messages(app)]
            assert not [text for text in read_aloud if TWO_STOPS.search(text)], (parameter.name, value)


@pytest.mark.grundig(10)
@EVERY_PAGE
@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"speciale": "99", "omraade": "atlantis", "foo": "bar", "maal": ""}, ["99", "atlantis", "foo", "Mål"]),
        ({"aar": "1999", "maal": "<script>alert(1)</script>", "soeg": "x" * 61}, ["1999", "script", "xxx"]),
        ({"aar": "2027.5", "maal": "**fed** [link](http://andetsteds)"}, ["2027.5", "link"]),
        ({"aar": "٢٠٢٧", "v": "broken"}, ["٢٠٢٧", "ukendt format"]),
        ({"aar": "9" * 5000, "v": "1.0123456789.maal~findes-ikke_speciale~62"}, ["9999", "findes-ikke"]),
        ({"v": "x" * 5000}, ["for langt"]),
    ],
    ids=["unknown", "markup", "decimal", "other-digits", "packed", "far-too-long"],
)
def test_what_a_link_cannot_hold_is_said_once(page: Page, run: Run, query: dict[str, str], said: list[str]) -> None:
    app = run(page.script, query)
    assert not app.exception
    assert not app.error
    assert len(app.warning) == 1
    assert [part for part in said if part not in app.warning[0].value] == []
    assert [title.value for title in app.title] == [page.title]
    assert not set(query) & set(app.query_params)


@pytest.mark.parametrize(
    ("difference", "said"),
    [
        ("forslag-kapacitet-forslag-effekt-amager-62-kapacitet-foer", "Trykt **9,30**, genberegnet **8,48**."),
        ("tekst-tal-ventetid-62-fredensborg", "Trykt **4**, genberegnet **4,7**."),
    ],
)
def test_a_difference_is_shown_with_the_decimals_that_show_it(difference: str, said: str, run: Run) -> None:
    app = run("pages/om/kildekontrol.py", {"afvigelse": difference})
    assert any(said in element.value for element in app.markdown)


DIFFERENCES = "pages/om/kildekontrol.py"


def test_source_checks_open_with_what_changes_a_decision(run: Run) -> None:
    app = run(DIFFERENCES, {})
    assert stands(app) == "5 forskelle i papirerne ændrer en beslutning"
    [everything] = app.expander
    assert everything.label.startswith("Alle ")
    assert not everything.proto.expanded


@pytest.mark.parametrize(
    ("query", "finding"),
    [
        ({"art": "trykfejl"}, r"[0-9]+ af [0-9]+ forskelle passer på valget"),
        ({"soeg": "valby"}, r"[0-9]+ af [0-9]+ forskelle passer på valget"),
        ({"sortering": "sted-op"}, "5 forskelle i papirerne ændrer en beslutning"),
        ({"afvigelse": "tekst-tal-ventetid-62-fredensborg"}, r"Papiret modsiger sig selv [0-9]+ steder; .*"),
        ({"afvigelse": "tekst-tal-ventetid-62-gennemsnit"}, "5 forskelle i papirerne ændrer en beslutning"),
    ],
)
def test_a_link_to_differences_opens_the_list_of_them(query: dict[str, str], finding: str, run: Run) -> None:
    app = run(DIFFERENCES, query)
    assert re.fullmatch(finding, stands(app))
    [everything] = app.expander
    assert everything.proto.expanded
    assert bool(app.subheader) == ("afvigelse" in query), "the chosen difference is told"


def test_sources_open_with_where_the_figures_stand(run: Run, rows: list[components.Row]) -> None:
    assert stands(run("pages/om/kilder.py", {})) == f"Tallene står i 5 mødepapirer og {_tables()} tabeller"
    papers = [row for row in rows if row.cells[-1].text in {"000", "001", "002", "003", "004"}]
    counted = [
        table.source.kilde_id for table in queries.descriptions() if table.source and table.name in queries.tables()
    ]
    assert {row.cells[-1].text: int(row.cells[2].text) for row in papers} == {
        row.cells[-1].text: counted.count(row.cells[-1].text) for row in papers
    }
    assert len(papers) == 5


def _tables() -> int:
    return sum(table.name in queries.tables() for table in queries.descriptions())


def test_a_chosen_row_of_a_table_stands_first_and_is_told_as_printed(run: Run, rows: list[components.Row]) -> None:
    app = run("pages/om/kilder.py", {"tabel": "fysio_kapacitet", "linje": "4317"})
    assert stands(app) == "Kapacitet pr. planlægningsområde"
    assert app.markdown[0].value.endswith("Tabel 3 og 4, side 5-7**"), "document, table and page come first"
    assert [info.value for info in app.info] == ["Trykt på side 6: «Brøndby 8,76 366 4587»"]
    content = [row for row in rows if len(row.cells) == len(rows[0].cells)]
    assert (content[0].cells[0].text, content[0].cells[-1].text) == ("Brøndby", "4317"), "the line comes last"
    assert [row.id for row in content[:2]] == ["valgt", None]
    assert len(content) == len(queries.tables()["fysio_kapacitet"])


@pytest.mark.parametrize("linje", ["0", "1"])
def test_a_table_without_a_chosen_row_stands_in_its_order(linje: str, run: Run, rows: list[components.Row]) -> None:
    """Also where a link holds a line that no row begins at."""
    app = run("pages/om/kilder.py", {"tabel": "fysio_kapacitet", "linje": linje})
    assert stands(app)
    assert not app.info
    assert rows[0].cells[0].text == "Bornholm"
    assert {row.id for row in rows} == {None}


def test_the_method_opens_with_its_answer(run: Run) -> None:
    assert stands(run("pages/om/metode.py", {})) == "Tallene er trykt i papirerne eller regnet efter formlerne her"


def test_the_front_page_leads_to_every_other_page_and_says_what_is_recomputed(run: Run) -> None:
    app = run("pages/overblik/forside.py", {})
    ways = {element.proto.label.strip("*") for element in app.get("page_link")}
    assert {page.title for page in PAGES if page.section is not None} - {"Overblik"} <= ways
    assert any(re.fullmatch(r"Hvad er der frist for\? \d+ frister? er passeret\.", way) for way in ways)
    text = "\n".join(element.value for element in app.markdown)
    assert "fra 16.177 til 8.653" in text
    assert "14.465 til 8.138" in text
    assert "**Metro til Bispebjerg**: 19,4\N{NO-BREAK SPACE}mia. kr. mod 25\N{NO-BREAK SPACE}mia. kr." in text


def test_the_front_page_asks_five_questions_and_says_who_decides_of_every_subject(
    run: Run, rows: list[components.Row], frames: Frames
) -> None:
    app = run("pages/overblik/forside.py", {})
    assert "Valby" in stands(app)
    asked = [element.proto.label.strip("*") for element in app.get("page_link")][:5]
    assert asked == [
        "Hvor er det sværest?",
        "Hvad hvis …?",
        "Hvor tager patienterne hen?",
        "Hvad får vi for 5 mia.?",
        "Hvordan går projekterne?",
    ]
    decided = frames["beslutning"]
    told = [(row.group, row.cells[0].text) for row in rows if row.group]
    assert len(told) == len(decided)
    assert len({subject for subject, _ in told}) == decided["emne"].nunique() == 9
    assert {row.cells[2].text.split(",")[0] for row in rows if row.group} == set(decided["kilde_id"])
    does = "\n".join(row.cells[1].text for row in rows if row.group and row.cells[0].text == "KKR Hovedstaden")
    assert all(word in does for word in ("godkender", "styrer Erhvervshuset", "udpege"))


def test_a_kommune_chosen_on_the_front_page_is_marked_and_leads_on(run: Run) -> None:
    app = run("pages/overblik/forside.py", {"kommune": "fredensborg"})
    stands(app)
    assert any("8.338, 5.\N{NO-BREAK SPACE}ringest dækket af 37" in caption.value for caption in app.caption)
    assert "Se Fredensborg" in [element.proto.label for element in app.get("page_link")]
    several = run("pages/overblik/forside.py", {"kommune": "koebenhavn"})
    assert any("København er 9 områder" in caption.value for caption in several.caption)


OFFERS = [
    ("pages/fysioterapi/pendling/side.py", {"omraade": "ingen"}, "fredensborg", "Vis Fredensborg", "fredensborg"),
    ("pages/fysioterapi/scenarie/side.py", {"omraade": "ingen"}, "ishoej", "Vis Ishøj", "ishoej"),
]


@pytest.mark.parametrize(("page", "query", "kommune", "words", "area"), OFFERS)
def test_a_kommune_chosen_elsewhere_is_offered_where_areas_are_shown(
    page: str, query: dict[str, str], kommune: str, words: str, area: str, run: Run
) -> None:
    app = run(page, {**query, "kommune": kommune})
    stands(app)
    app.button(key="tilbud-egen").click().run()
    stands(app)
    assert app.session_state["_visning_nu"].values["omraade"] == area
    assert words not in [button.label for button in app.button]


def test_koebenhavn_is_offered_as_nine_areas_and_an_area_as_its_kommune(run: Run) -> None:
    app = run("pages/fysioterapi/pendling/side.py", {"kommune": "koebenhavn"})
    assert len(app.selectbox(key="tilbud-egen").options) == 9
    app.selectbox(key="tilbud-egen").select("amager").run()
    assert app.session_state["_visning_nu"].values["omraade"] == "amager"
    other = run("pages/mobilitet/sammenlign.py", {"omraade": "amager"})
    assert [button.label for button in other.button if button.key == "tilbud-egen"] == ["Vis København"]


@pytest.mark.grundig(1)
@pytest.mark.parametrize(
    ("page", "query"), [(MOEDER, {}), (MOEDER, {"moedetavle": "betaling"}), (ARBEJDSKRAFT, {"emne": "sosu"})]
)
def test_an_area_chosen_elsewhere_is_offered_as_its_kommune(page: Page, query: dict[str, str], run: Run) -> None:
    app = run(page.script, {**query, "omraade": "ishoej"})
    stands(app)
    app.button(key="tilbud-egen").click().run()
    stands(app)
    assert app.session_state["_visning_nu"].values["kommune"] == "ishoej"


@EVERY_PAGE
def test_nothing_is_offered_where_nothing_was_chosen(page: Page, run: Run) -> None:
    app = run(page.script, {})
    assert "tilbud-egen" not in [control.key for control in (*app.button, *app.selectbox)]


def test_a_cleared_field_is_empty_and_its_link_says_so(run: Run) -> None:
    page = "pages/fysioterapi/scenarie/side.py"
    app = run(page, {})
    field = app.text_input(key="_titel")
    assert field.value == TITEL.without_link() != ""
    field.set_value("").run()
    assert app.text_input(key="_titel").value == ""
    assert app.query_params["titel"] == ""
    linked = run(page, {"titel": ""})
    assert linked.text_input(key="_titel").value == ""
    assert not linked.warning
    shared = run(page, {"v": links.encode({"ti": ""}, queries.version())})
    assert shared.text_input(key="_titel").value == ""
    assert not shared.warning
