"""Min kommune: every kommune, several side by side, a shared scenario, and one theme at a time."""

from __future__ import annotations

import csv
import json
import re

import pytest
from streamlit.testing.v1 import AppTest

from analytics.grundlag import Grundlag
from analytics.scenarie import Scenarie, forslag, udregning
from analytics.scenarie.regning import Regning
from pages.kommune import afsnit, alle
from pages.kommune.parametre import AFSNIT
from pages.reading import queries
from tests.app import insides
from tests.app.conftest import Run, stands
from tests.project import ROOT

PAGE = "pages/kommune/min_kommune.py"
SCENARIO = "1.s3eLXkYROKH"
with (ROOT / "data" / "kilder" / "register" / "kommune.csv").open(encoding="utf-8", newline="") as file:
    KOMMUNER = {row["kommune_id"]: row["navn"] for row in csv.DictReader(file) if row["i_region_hovedstaden"] == "true"}
THEME_IDS = tuple(AFSNIT.options())
THEMES = tuple(theme.tema for theme in afsnit.every([queries.profile("gladsaxe")], {}))


def test_every_kommune_has_all_themes_with_their_sources() -> None:
    for kommune, name in KOMMUNER.items():
        themes = afsnit.every([queries.profile(kommune)], {})
        assert [theme.id for theme in themes] == list(THEME_IDS)
        assert all(name in theme.fund and theme.kilder for theme in themes), name


def test_a_kommune_leads_to_what_is_due_of_it_and_to_the_meetings_that_name_it() -> None:
    [projects] = [each for each in afsnit.every([queries.profile("frederiksberg")], {}) if each.id == "projekter"]
    assert [(way.tekst, dict(way.valg)) for way in projects.videre] == [
        ("Frister, der angår Frederiksberg", {"kommune": "frederiksberg"}),
        (
            "Nævnt i 2 punkter på mødet 19. april 2024",
            {"moedetavle": "punkter", "moede": "001", "kommune": "frederiksberg"},
        ),
    ]


ALL = ".".join(THEME_IDS)


def folds(app: AppTest) -> list[str]:
    """What the sections say where they are folded."""
    return [box.label for box in app.expander if any(box.label.startswith(f"**{tema}** – ") for tema in THEMES)]


@pytest.mark.parametrize("kommune", ["gladsaxe", "koebenhavn", "lyngby-taarbaek"])
def test_a_kommune_opens_with_where_it_sticks_out_and_the_picture(kommune: str, run: Run) -> None:
    app = run(PAGE, {"kommune": kommune})
    assert KOMMUNER[kommune] in stands(app)
    assert len(app.header) == 1
    assert len(insides.charts(app)) == 2
    assert [KOMMUNER[kommune] in each for each in folds(app)] == [False] + [True] * (len(THEMES) - 1)
    assert len([caption for caption in app.caption if caption.value.startswith("Kilde: ")]) == 1


def test_what_is_folded_out_stands_in_the_link(run: Run) -> None:
    """A link made before, which says one theme, opens the page with that theme folded out."""
    assert not sources_of(run(PAGE, {"kommune": "gladsaxe"}))
    assert sources_of(run(PAGE, {"kommune": "gladsaxe", "afsnit": "sosu"})) == 1
    app = run(PAGE, {"kommune": "gladsaxe", "afsnit": ALL})
    stands(app)
    assert sources_of(app) == len(THEMES)


def sources_of(app: AppTest) -> int:
    """How many sections are folded out: each has its sources, and the picture has too."""
    return len([caption for caption in app.caption if caption.value.startswith("Kilde: ")]) - 1


@pytest.mark.grundig(3)
@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({"kommune": "broendby", "kommuner": "koebenhavn"}, 2),
        ({"kommuner": "koebenhavn.bornholm"}, 2),
        ({"kommune": "dragoer", "kommuner": "ishoej.vallensbaek.herlev.koebenhavn.bornholm"}, 6),
        ({"kommune": "broendby", "kommuner": "broendby", "scenarie": SCENARIO}, 1),
        ({"kommuner": "egedal", "scenarie": SCENARIO}, 1),
        ({"kommune": "broendby", "kommuner": "gladsaxe.koebenhavn", "scenarie": SCENARIO}, 3),
    ],
)
def test_several_stand_side_by_side(query: dict[str, str], shown: int, run: Run) -> None:
    app = run(PAGE, {**query, "afsnit": ALL})
    stands(app)
    chosen = {query.get("kommune", ""), *query.get("kommuner", "").split(".")} - {""}
    assert len(chosen) == shown
    assert all(KOMMUNER[each] in folds(app)[3] for each in chosen)
    for chart in insides.charts(app):
        figure = json.loads(chart.spec)
        assert [trace["name"] for trace in figure["data"][2:]] == [KOMMUNER[each] for each in in_order(query)]
        assert len({trace["marker"]["symbol"] for trace in figure["data"][2:]}) == shown


def in_order(query: dict[str, str]) -> list[str]:
    each = [query.get("kommune", ""), *query.get("kommuner", "").split(".")]
    return list(dict.fromkeys(filter(None, each)))


@pytest.mark.parametrize("kommuner", ["albertslund", "koebenhavn", "koebenhavn.bornholm"])
def test_every_dot_stands_in_the_table_with_its_figure(kommuner: str, run: Run) -> None:
    app = run(PAGE, {"kommuner": kommuner})
    app.session_state["tal-rygrad"] = True
    app.run()
    (sent,) = insides.messages(app, "rygrad")
    table = json.loads(sent)
    cells = [cell["t"] for row in table["raekker"] for cell in row["celler"][1:] if cell["t"]]
    wide, narrow = (json.loads(chart.spec)["data"] for chart in insides.charts(app))
    assert [trace["x"] for trace in wide] == [trace["x"] for trace in narrow]
    told = [re.sub("<.*?>", "|", each) for trace in wide for each in trace["customdata"]]
    figures = {each.split("|")[-1].split(": ")[-1].split("\N{NO-BREAK SPACE}")[0] for each in told}
    assert figures <= {cell.strip("()") for cell in cells}
    unknown = [cell for cell in cells if cell.startswith(("(", "ikke"))]
    assert len(told) == len(cells) - len(unknown)


@pytest.mark.parametrize(
    ("chosen", "finding"),
    [
        ("halsnaes.gladsaxe", "Gladsaxe: 4.869 i speciale 51 og 6.766 i speciale 62"),
        ("halsnaes.albertslund", "Halsnæs med 4.324 i speciale 51 og Albertslund med 4.949 i speciale 62"),
        ("halsnaes.koebenhavn", "København (Valby): 14.324 i speciale 51 og 21.888 i speciale 62"),
    ],
)
def test_one_with_most_citizens_in_both_is_named_once(chosen: str, finding: str) -> None:
    first = afsnit.every([queries.profile(kommune) for kommune in chosen.split(".")], {})[0]
    assert first.fund == f"Flest borgere pr. kapacitet har {finding}"


def test_a_note_says_which_figures_it_is_about() -> None:
    """Money is counted by the clinic and patients by where they live; that is no contradiction when it is said."""
    notes = afsnit.every([queries.profile("halsnaes")], {})[0].noter
    assert any(note.startswith("Tilskud: Opgjort efter klinikkens") for note in notes)
    assert any(note.startswith("Patienter pr. 1.000 borgere: Opgjort efter patientens") for note in notes)


def test_a_note_speaks_of_no_field_where_there_is_none() -> None:
    """The notes are also printed, and stand on a projector."""
    assert "Intet scenarie er valgt." in (notes := afsnit.every([queries.profile("halsnaes")], {})[1].noter)
    assert not any("feltet" in note for note in notes)


def test_more_than_a_link_can_compare_is_said(run: Run) -> None:
    app = run(PAGE, {"kommuner": ".".join(list(KOMMUNER)[:7])})
    assert "Sammenlign med" in app.warning[0].value


def test_without_a_kommune_one_is_to_be_chosen(run: Run) -> None:
    app = run(PAGE, {})
    stands(app)
    assert app.header[0].value == f"Vælg en af de {len(KOMMUNER)} kommuner"


def test_a_shared_scenario_is_told_beside_the_proposal(run: Run) -> None:
    opened = {"kommune": "broendby", "afsnit": "forslag"}
    without, given = run(PAGE, opened), run(PAGE, {**opened, "scenarie": SCENARIO})
    assert any("Intet scenarie er valgt" in caption.value for caption in without.caption)
    assert not any("Intet scenarie er valgt" in caption.value for caption in given.caption)
    assert any("Stil et scenarie op" in caption.value for caption in without.caption)
    assert not any("Stil et scenarie op" in caption.value for caption in given.caption)
    assert "scenariet giver Brøndby 1,5 i speciale 51 og 0,4 i speciale 62" in folds(given)[1]
    assert any("2030" in subheader.value for subheader in given.subheader)


def test_a_links_scenarios_and_the_proposal_are_worked_out_once_for_all_kommuner(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Finding, table and downloads share it, and a scenario that is there twice is one."""
    worked_out: list[Scenarie] = []
    work = udregning.regn

    def counting(scenarie: Scenarie, grundlag: Grundlag) -> Regning:
        worked_out.append(scenarie)
        return work(scenarie, grundlag)

    monkeypatch.setattr(udregning, "regn", counting)
    twice = f"{SCENARIO}.{SCENARIO.removeprefix('1.')}"
    app = run(PAGE, {"kommune": "broendby", "kommuner": "gladsaxe.koebenhavn", "scenarie": twice})
    given = "giver Brøndby 1,5 i speciale 51 og 0,4 i speciale 62, København 3,6 i speciale 51 og 0,0 i speciale 62"
    assert folds(app)[1].endswith(f"; scenarie A {given}; scenarie B {given}")
    assert len(worked_out) == 2
    own, proposed = worked_out
    assert own.tillaeg[("broendby", 51)] == 1.5
    assert proposed.tillaeg == forslag(queries.foundation()).tillaeg


def test_a_scenario_that_cannot_be_read_is_said(run: Run) -> None:
    app = run(PAGE, {"kommune": "broendby", "scenarie": f"{SCENARIO}.sxxx"})
    assert not app.exception
    assert "scenarie B" in app.warning[0].value
    assert "scenariet giver" in folds(app)[1]


def test_a_link_in_the_field_is_taken_in(run: Run) -> None:
    app = run(PAGE, {"kommune": "broendby", "afsnit": "forslag"})
    app.text_input(key="_scenariefelt").set_value(f"http://kkr.test/fysioterapi-scenarie?scenarie={SCENARIO}").run()
    stands(app)
    assert "scenariet giver Brøndby" in folds(app)[1]
    assert SCENARIO in app.query_params["scenarie"]


@pytest.mark.grundig(5)
@pytest.mark.parametrize("theme", ["", *THEME_IDS])
@pytest.mark.parametrize("kommuner", ["", "koebenhavn.bornholm"])
def test_a_projector_shows_the_picture_or_one_theme_at_a_time(theme: str, kommuner: str, run: Run) -> None:
    query = {"kommune": "gladsaxe", "visning": "projektor"} | ({"afsnit": theme} if theme else {})
    app = run(PAGE, query | ({"kommuner": kommuner} if kommuner else {}))
    stands(app)
    assert len(app.header) == 1
    assert bool(insides.charts(app)) == (not theme)


def test_files_that_cannot_be_made_are_told_in_one_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> bytes:
        raise OSError("no room")

    monkeypatch.setattr(alle, "make_zip", failing)
    app = run(PAGE, {"kommune": "gladsaxe"})
    app.button(key="alle-pdf").click().run()
    assert not app.exception
    assert [error.value for error in app.error] == [alle.FAILED]
