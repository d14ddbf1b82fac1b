"""Min kommune: every kommune, several side by side, a shared scenario, and one theme at a time."""

from __future__ import annotations

import csv

import pytest

from analytics.grundlag import Grundlag
from analytics.scenarie import Scenarie, forslag, udregning
from analytics.scenarie.regning import Regning
from pages.kommune import afsnit
from pages.kommune.parametre import AFSNIT
from pages.reading import queries
from tests.app.conftest import Run, stands
from tests.project import ROOT

PAGE = "pages/kommune/min_kommune.py"
SCENARIO = "1.s3eLXkYROKH"
with (ROOT / "data" / "kilder" / "register" / "kommune.csv").open(encoding="utf-8", newline="") as file:
    KOMMUNER = {row["kommune_id"]: row["navn"] for row in csv.DictReader(file) if row["i_region_hovedstaden"] == "true"}
THEME_IDS = tuple(AFSNIT.options())
THEMES = len(THEME_IDS)


def test_every_kommune_has_all_themes_with_their_sources() -> None:
    for kommune, name in KOMMUNER.items():
        themes = afsnit.every([queries.profile(kommune)], {})
        assert [theme.id for theme in themes] == list(THEME_IDS)
        assert all(name in theme.fund and theme.kilder for theme in themes), name


@pytest.mark.parametrize("kommune", ["gladsaxe", "koebenhavn", "lyngby-taarbaek"])
def test_a_kommune_stands_with_all_themes(kommune: str, run: Run) -> None:
    app = run(PAGE, {"kommune": kommune})
    stands(app)
    assert len(app.header) == THEMES
    assert all(KOMMUNER[kommune] in header.value for header in app.header)
    assert len([caption for caption in app.caption if caption.value.startswith("Kilde: ")]) == THEMES


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
    app = run(PAGE, query)
    stands(app)
    assert len(app.header) == THEMES
    chosen = {query.get("kommune", ""), *query.get("kommuner", "").split(".")} - {""}
    assert len(chosen) == shown
    assert all(KOMMUNER[each] in app.header[3].value for each in chosen)


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
    without, given = run(PAGE, {"kommune": "broendby"}), run(PAGE, {"kommune": "broendby", "scenarie": SCENARIO})
    assert any("Intet scenarie er valgt" in caption.value for caption in without.caption)
    assert not any("Intet scenarie er valgt" in caption.value for caption in given.caption)
    assert any("Stil et scenarie op" in caption.value for caption in without.caption)
    assert not any("Stil et scenarie op" in caption.value for caption in given.caption)
    assert "scenariet giver Brøndby 1,5 i speciale 51 og 0,4 i speciale 62" in given.header[1].value
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
    assert app.header[1].value.endswith(f"; scenarie A {given}; scenarie B {given}")
    assert len(worked_out) == 2
    own, proposed = worked_out
    assert own.tillaeg[("broendby", 51)] == 1.5
    assert proposed.tillaeg == forslag(queries.foundation()).tillaeg


def test_a_scenario_that_cannot_be_read_is_said(run: Run) -> None:
    app = run(PAGE, {"kommune": "broendby", "scenarie": f"{SCENARIO}.sxxx"})
    assert not app.exception
    assert "scenarie B" in app.warning[0].value
    assert "scenariet giver" in app.header[1].value


def test_a_link_in_the_field_is_taken_in(run: Run) -> None:
    app = run(PAGE, {"kommune": "broendby"})
    app.text_input(key="_scenariefelt").set_value(f"http://kkr.test/fysioterapi-scenarie?scenarie={SCENARIO}").run()
    stands(app)
    assert "scenariet giver Brøndby" in app.header[1].value
    assert SCENARIO in app.query_params["scenarie"]


@pytest.mark.parametrize("theme", THEME_IDS)
@pytest.mark.parametrize("kommuner", ["", "koebenhavn.bornholm"])
def test_a_projector_shows_one_theme_at_a_time(theme: str, kommuner: str, run: Run) -> None:
    query = {"kommune": "gladsaxe", "visning": "projektor", "afsnit": theme}
    app = run(PAGE, query | ({"kommuner": kommuner} if kommuner else {}))
    stands(app)
    assert len(app.header) == 1
