"""The mobility pages: every measure's sheet, every filter, and everything that is computed with the ratings."""

from __future__ import annotations

import csv

import pytest
from streamlit.testing.v1 import AppTest

from pages import components
from pages.mobilitet import parametre
from tests.app.conftest import Run, stands
from tests.project import ROOT

COMPARE, SHEET = "pages/mobilitet/sammenlign.py", "pages/mobilitet/indsats.py"
with (ROOT / "data" / "kilder" / "004" / "mobilitet_indsats.csv").open(encoding="utf-8", newline="") as file:
    MEASURES = {row["indsats_nr"]: row for row in csv.DictReader(file)}
WARNINGS = ("sammenligne indsatsernes vurdering på tværs", "grove skøn", "Synergi mellem indsatser")


def _text(app: AppTest) -> str:
    return "\n".join(element.value for element in (*app.markdown, *app.caption, *app.header))


def test_there_are_33_measures() -> None:
    assert len(MEASURES) == 33


@pytest.mark.grundig(11)
@pytest.mark.parametrize("nr", MEASURES)
def test_every_measure_has_its_sheet(nr: str, run: Run) -> None:
    app = run(SHEET, {"indsats": nr})
    stands(app)
    assert app.header[0].value == f"{nr} {MEASURES[nr]['navn']}"
    assert MEASURES[nr]["beskrivelse"] in _text(app)
    assert f"Side {MEASURES[nr]['side']} i kataloget." in _text(app)


@pytest.mark.parametrize("query", [{}, {"fane": "side"}, {"fane": "regn"}, {"fane": "regn", "regn": "pakke"}])
def test_the_catalogues_own_warnings_stand_above_everything(query: dict[str, str], run: Run) -> None:
    text = _text(run(COMPARE, query))
    assert all(warning in text for warning in WARNINGS)


WEIGHTS = {
    "lige": {},
    "relevans": {"vaegt-1": "10", "vaegt-4": "0"},
    "samfundsøkonomi": {f"vaegt-{nr}": "0" for nr in range(1, 6)},
}
EXPRESS, CYCLES = "7 S-togseksprestunnel København H - Hellerup", "19 Udbygning af supercykelstinettet"
PARKING = "21 Parkér og rejs: Favrholm St."
FOUND = {
    ("rang", "lige"): (f"er nr. {EXPRESS} øverst: blandt de 5 bedste 99 % af gangene", EXPRESS, 33),
    ("rang", "relevans"): (
        f"er nr. {EXPRESS} øverst: blandt de 5 bedste 99 % af gangene",
        EXPRESS,
        33,
    ),
    ("rang", "samfundsøkonomi"): (
        f"er nr. {CYCLES} øverst: blandt de 5 bedste 31 % af gangene",
        CYCLES,
        33,
    ),
    ("afgoer", "lige"): (
        "10 ukendte vurderinger kan hver for sig ændre, hvem der er de 5 øverste",
        "2 BRT på Frederikssundsvej",
        10,
    ),
    ("afgoer", "relevans"): (
        "15 ukendte vurderinger kan hver for sig ændre, hvem der er de 5 øverste",
        "1 S-togsdrift på Kystbanen",
        15,
    ),
    ("afgoer", "samfundsøkonomi"): (
        "23 ukendte vurderinger kan hver for sig ændre, hvem der er de 5 øverste",
        "2 BRT på Frederikssundsvej",
        23,
    ),
    ("pris", "lige"): ("nr. 24 Cykelparkering ved superknudepunkter billigst: 130 mio. kr.", PARKING, 33),
    ("pris", "relevans"): ("nr. 10 Kortere rejsetid på lokalbanerne billigst: 180 mio. kr.", PARKING, 33),
    ("pris", "samfundsøkonomi"): (f"nr. {PARKING} billigst: 15 mio. kr.", PARKING, 33),
    **{
        ("pakke", weights): (
            "Pakken har 2 indsatser og koster 4,4 mia. kr. af 10 mia. kr.",
            "1 S-togsdrift på Kystbanen",
            2 + 6,
        )
        for weights in WEIGHTS
    },
}
"""What each picture finds under some weights: how its headline ends, the first row of its table, and how many rows."""


@pytest.mark.parametrize("view", ["normal", "projektor"])
@pytest.mark.parametrize(("picture", "weights"), FOUND)
def test_every_picture_finds_what_it_finds_under_the_weights(
    picture: str, weights: str, view: str, run: Run, rows: list[components.Row]
) -> None:
    headline, first, count = FOUND[(picture, weights)]
    query = {"fane": "regn", "regn": picture, "pakke": "1.2", "visning": view, **WEIGHTS[weights]}
    app = run(COMPARE, query)
    assert stands(app).replace("\N{NO-BREAK SPACE}", " ").endswith(headline)
    assert (rows[0].cells[0].text, len(rows)) == (first, count)
    assert "Dine vægte, ikke rapportens" in _text(app)


def test_every_picture_has_its_finding() -> None:
    assert {picture for picture, _ in FOUND} == set(parametre.REGN.options())


def test_no_weights_at_all_are_said(run: Run) -> None:
    app = run(COMPARE, {"fane": "regn", **{f"vaegt-{nr}": "0" for nr in range(1, 7)}})
    stands(app)
    assert "over nul" in app.info[0].value


@pytest.mark.parametrize(("chosen", "count"), [("", 0), ("7", 1), ("1.2.3.4.5.6.7", 7)])
def test_fewer_than_two_or_more_than_six_cannot_stand_side_by_side(chosen: str, count: int, run: Run) -> None:
    app = run(COMPARE, {"fane": "side", "sammen": chosen} if chosen else {"fane": "side"})
    assert stands(app) == ""
    assert [info.value for info in app.info] == [f"Vælg mellem 2 og 6 indsatser. Der er valgt {count}."]


@pytest.mark.parametrize(
    ("chosen", "finding"),
    [
        ("1.12", "0 af 12 vurderinger er ikke lavet, og 0 af 2 indsatser mangler en anlægspris"),
        ("1.2.3.4.5.6", "5 af 36 vurderinger er ikke lavet, og 0 af 6 indsatser mangler en anlægspris"),
        ("8.32", "2 af 12 vurderinger er ikke lavet, og 2 af 2 indsatser mangler en anlægspris"),
    ],
)
def test_two_to_six_stand_side_by_side_with_a_cell_each(
    chosen: str, finding: str, run: Run, rows: list[components.Row]
) -> None:
    app = run(COMPARE, {"fane": "side", "sammen": chosen})
    assert stands(app) == finding
    assert not app.info
    count = len(chosen.split("."))
    assert [len(row.cells) for row in rows[:6]] == [1 + count] * 6
    assert [row.cells[0].text for row in rows[6:9]] == ["Hvad det er", "Anlæg, 2024-priser", "CO2e i anlæg"]


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ({}, set(MEASURES)),
        ({"tema": "knudepunkter"}, {nr for nr, row in MEASURES.items() if row["tema"] == "Knudepunkter"}),
        ({"pris": "kendt"}, {nr for nr, row in MEASURES.items() if row["anlaeg_status"] == "oplyst"}),
        ({"soeg": "supercykel"}, {"19"}),
        ({"soeg": "ingenting-hedder-saadan"}, set()),
    ],
)
def test_a_filter_leaves_what_it_says(query: dict[str, str], left: set[str], run: Run) -> None:
    app = run(COMPARE, query)
    stands(app)
    if left:
        assert f"af {6 * len(left)} vurderinger" in app.header[0].value
    else:
        assert app.info


def test_a_whole_room_sees_one_theme_at_a_time(run: Run) -> None:
    """The first, unless the link has one; whoever goes back to their own screen has all of them again."""
    for query, theme in (({}, "Kollektiv trafik"), ({"tema": "vej"}, "Vej")):
        app = run(COMPARE, {"visning": "projektor", **query})
        stands(app)
        count = sum(row["tema"] == theme for row in MEASURES.values())
        assert f"af {6 * count} vurderinger" in app.header[0].value
    assert "tema" not in run(COMPARE, {"visning": "projektor"}).query_params


def test_a_package_by_hand_says_what_it_lacks(run: Run) -> None:
    app = run(COMPARE, {"fane": "regn", "regn": "pakke", "pakke": "4.13.26", "beloeb": "5"})
    stands(app)
    text = _text(app)
    assert "forudsætter" in text
    assert "overlapper" in text
    assert "over beløbet" in text
    assert "26" in text.split("uden", 1)[1]


def test_a_package_without_a_price_does_not_cost_nothing(run: Run) -> None:
    app = run(COMPARE, {"fane": "regn", "regn": "pakke", "pakke": "8.32"})
    stands(app)
    assert app.header[0].value == "Pakken har 2 indsatser og ingen anlægspris"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({}, "Forslag under dine forudsætninger: 2 BRT på Frederikssundsvej"),
        ({"visning": "projektor"}, "Forslaget under dine forudsætninger har 12 indsatser. Bevist:"),
        ({"pakke": "2.4.6.10.11.16.17.19.20.21.22.24"}, "Pakken er forslaget under dine forudsætninger. Bevist:"),
    ],
)
def test_a_proposal_is_told_before_it_is_said_to_be_best(query: dict[str, str], said: str, run: Run) -> None:
    app = run(COMPARE, {"fane": "regn", "regn": "pakke", "vaegt-4": "10", **query})
    stands(app)
    assert any(caption.value.startswith(said) for caption in app.caption)


@pytest.mark.parametrize(("nr", "has_points"), [("19", True), ("28", False)])
def test_the_dots_on_a_map_are_explained_where_there_are_any(nr: str, has_points: bool, run: Run) -> None:
    app = run(SHEET, {"indsats": nr})
    assert any("En prik er et sted" in caption.value for caption in app.caption) == has_points


def test_equals_at_the_edge_of_the_top_are_told(run: Run) -> None:
    """Six are among the five at the top where the last two are equal."""
    app = run(COMPARE, {"fane": "regn", "regn": "afgoer", "vaegt-4": "10"})
    assert any("De er 6, fordi de sidste af dem står lige." in caption.value for caption in app.caption)


@pytest.mark.parametrize("chosen", [{"fane": "side", "sammen": "1.1"}, {"fane": "regn", "pakke": "2.2"}])
def test_the_same_measure_twice_is_no_choice(chosen: dict[str, str], run: Run) -> None:
    app = run(COMPARE, chosen)
    assert not app.exception
    assert len(app.warning) == 1
    assert set(app.query_params) == set(chosen) - {"sammen", "pakke"}


@pytest.mark.parametrize(
    ("picture", "finding"),
    [
        ("rang", "nr. 32 Indførelse af kørselsafgifter øverst af de 13 viste: blandt de 5 bedste 93 % af gangene"),
        ("pris", "er nr. 2 BRT på Frederikssundsvej billigst: 800 mio. kr."),
    ],
)
def test_what_is_computed_can_be_seen_for_some_measures(
    picture: str, finding: str, run: Run, rows: list[components.Row]
) -> None:
    """The places stay those among all 33."""
    app = run(COMPARE, {"fane": "regn", "regn": picture, "kommune": "gladsaxe"})
    assert stands(app).replace("\N{NO-BREAK SPACE}", " ").endswith(finding)
    assert len(rows) == 13
    none = run(COMPARE, {"fane": "regn", "regn": picture, "soeg": "qqqq"})
    stands(none)
    assert not none.header
    assert "Fjern et filter" in none.info[0].value
