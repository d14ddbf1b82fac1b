"""The mobility pages: every measure's sheet, every filter, and everything that is computed with the ratings."""

from __future__ import annotations

import csv

import pytest
from streamlit.testing.v1 import AppTest

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


@pytest.mark.parametrize("picture", parametre.REGN.options())
@pytest.mark.parametrize("weights", [{}, {"vaegt-1": "10", "vaegt-4": "0"}, {f"vaegt-{nr}": "0" for nr in range(1, 6)}])
@pytest.mark.parametrize("view", ["normal", "projektor"])
def test_every_picture_stands_under_any_weights(picture: str, weights: dict[str, str], view: str, run: Run) -> None:
    app = run(COMPARE, {"fane": "regn", "regn": picture, "pakke": "1.2", "visning": view, **weights})
    stands(app)
    assert app.header
    assert "Dine vægte, ikke rapportens" in _text(app)


def test_no_weights_at_all_are_said(run: Run) -> None:
    app = run(COMPARE, {"fane": "regn", **{f"vaegt-{nr}": "0" for nr in range(1, 7)}})
    stands(app)
    assert "over nul" in app.info[0].value


@pytest.mark.parametrize(
    ("chosen", "shown"), [("", 0), ("7", 0), ("1.12", 1), ("1.2.3.4.5.6", 1), ("1.2.3.4.5.6.7", 0)]
)
def test_two_to_six_can_stand_side_by_side(chosen: str, shown: int, run: Run) -> None:
    app = run(COMPARE, {"fane": "side", "sammen": chosen} if chosen else {"fane": "side"})
    stands(app)
    assert bool(app.info) == (not shown)


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


@pytest.mark.parametrize("picture", ["rang", "pris"])
def test_what_is_computed_can_be_seen_for_some_measures(picture: str, run: Run) -> None:
    """The places stay those among all 33."""
    some = run(COMPARE, {"fane": "regn", "regn": picture, "kommune": "gladsaxe"})
    stands(some)
    assert picture == "pris" or "øverst af de 13 viste" in some.header[0].value
    none = run(COMPARE, {"fane": "regn", "regn": picture, "soeg": "qqqq"})
    stands(none)
    assert not none.header
    assert "Fjern et filter" in none.info[0].value
