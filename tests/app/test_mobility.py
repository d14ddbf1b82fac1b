"""The mobility pages: every measure's sheet, every filter, and everything that is computed with the ratings."""

from __future__ import annotations

import csv

import pytest
from streamlit.testing.v1 import AppTest

from pages import components
from pages.drawing import landkort
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
    assert f"Side {MEASURES[nr]['side']} efter katalogets oversigt." in _text(app)


@pytest.mark.parametrize(
    "query", [{}, {"fane": "side"}, *({"fane": "regn", "regn": picture} for picture in parametre.REGN.options())]
)
def test_the_catalogues_own_warnings_stand_beside_everything(query: dict[str, str], run: Run) -> None:
    """What it says of comparing across stands by itself under the finding, unfolded."""
    app = run(COMPARE, query)
    text = _text(app)
    assert all(warning in text for warning in WARNINGS)
    assert sum(each.value.startswith("⚠ Kataloget selv: ") for each in app.caption) == 1


WEIGHTS = {
    "lige": {},
    "relevans": {"vaegt-1": "10", "vaegt-4": "0"},
    "samfundsøkonomi": {f"vaegt-{nr}": "0" for nr in range(1, 6)},
}
PARKING = "21 Parkér og rejs: Favrholm St."
CHEAPEST = "Billigst i den bedste halvdel:"
FOUND = {
    ("rang", "lige"): ("S-togstunnel ligger øverst: blandt de 5 bedste 99 % af gangene", "7 S-togstunnel", 33),
    ("rang", "relevans"): ("S-togstunnel ligger øverst: blandt de 5 bedste 99 % af gangene", "7 S-togstunnel", 33),
    ("rang", "samfundsøkonomi"): (
        "Supercykelstier ligger øverst: blandt de 5 bedste 32 % af gangene",
        "19 Supercykelstier",
        33,
    ),
    ("afgoer", "lige"): (
        "10 ukendte vurderinger kan hver for sig ændre de 5 øverste",
        "2 BRT på Frederikssundsvej",
        10,
    ),
    ("afgoer", "relevans"): (
        "15 ukendte vurderinger kan hver for sig ændre de 5 øverste",
        "1 S-togsdrift på Kystbanen",
        15,
    ),
    ("afgoer", "samfundsøkonomi"): (
        "23 ukendte vurderinger kan hver for sig ændre de 5 øverste",
        "2 BRT på Frederikssundsvej",
        23,
    ),
    ("pris", "lige"): (f"{CHEAPEST} Cykelparkering, 130 mio. kr.", PARKING, 33),
    ("pris", "relevans"): (f"{CHEAPEST} Hurtigere lokalbaner, 180 mio. kr.", PARKING, 33),
    ("pris", "samfundsøkonomi"): (f"{CHEAPEST} P+R Favrholm, 15 mio. kr.", PARKING, 33),
    **{
        ("pakke", weights): (
            "Pakken har 2 indsatser og koster 4,4 mia. kr.",
            "1 S-togsdrift på Kystbanen",
            2 + 6,
        )
        for weights in WEIGHTS
    },
    **{
        ("central", weights): ("S-togstunnel er bedst under 55 % af alle vægte", "7 S-togstunnel", 22)
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


@pytest.mark.parametrize(("chosen", "count"), [("7", 1), ("1.2.3.4.5.6.7", 7)])
def test_fewer_than_two_or_more_than_six_cannot_stand_side_by_side(chosen: str, count: int, run: Run) -> None:
    app = run(COMPARE, {"fane": "side", "sammen": chosen})
    assert stands(app) == ""
    assert [info.value for info in app.info] == [f"Vælg mellem 2 og 6 indsatser. Der er valgt {count}."]


@pytest.mark.parametrize(
    ("chosen", "finding"),
    [
        ("", "Supercykelstier har flest stjerner på fem pejlemærker, 30 km/t i byer på ingen"),
        ("1.12", "Kystbanen har flest stjerner på tre pejlemærker, Metro Hvidovre Hospital på ét"),
        ("1.2.3.4.5.6", "6 indsatser side om side på hvert pejlemærke"),
        ("8.32", "Tog Roskilde-Lufthavnen har flest stjerner på ét pejlemærke, Kørselsafgifter på fire"),
    ],
)
def test_two_to_six_stand_side_by_side_with_a_cell_each(
    chosen: str, finding: str, run: Run, rows: list[components.Row]
) -> None:
    """Two of them until others are chosen."""
    app = run(COMPARE, {"fane": "side", **({"sammen": chosen} if chosen else {})})
    assert stands(app) == finding
    assert not app.info
    count = len((chosen or "19.28").split("."))
    assert [len(row.cells) for row in rows[:6]] == [1 + count] * 6
    assert [row.cells[0].text for row in rows[6:9]] == ["Hvad det er", "Anlæg, 2024-priser", "CO2e i anlæg"]


@pytest.mark.parametrize(
    ("order", "finding"),
    [
        ("folkesundhed-ned", "Supercykelstier er eneste indsats med fem stjerner for folkesundhed: 2,5 mia. kr."),
        (
            "co2e-driftsfase-ned",
            "Tre stjerner for CO2e driftsfase: 3 indsatser, billigst Supercykelstier (2,5 mia. kr.)",
        ),
        (
            "attraktiv-kollektiv-transport-op",
            "Fem stjerner for attraktiv kollektiv transport: 2 indsatser, billigst Metro Bispebjerg (25 mia. kr.)",
        ),
        ("samfundsoekonomi-ned", "Supercykelstier har højest intern rente: 23 %, 2,5 mia. kr."),
        ("pris-op", "P+R Favrholm er billigst at anlægge: 15 mio. kr."),
        ("nr-op", "10 af 33 indsatser har ingen kendt anlægspris"),
    ],
)
def test_the_overview_says_who_is_best_on_what_it_is_ordered_by(order: str, finding: str, run: Run) -> None:
    assert stands(run(COMPARE, {"matrix": order})).replace("\N{NO-BREAK SPACE}", " ") == finding


def test_the_overview_opens_with_the_best_for_public_health(run: Run) -> None:
    assert stands(run(COMPARE, {})) == stands(run(COMPARE, {"matrix": "folkesundhed-ned"}))


def test_of_those_shown_the_only_one_is_said_to_be_of_them(run: Run) -> None:
    found = stands(run(COMPARE, {"tema": "cykel", "matrix": "co2e-driftsfase-ned"}))
    assert (
        found
        == "Cykel har én indsats: Supercykelstier, tre stjerner for CO2e driftsfase, 2,5\N{NO-BREAK SPACE}mia. kr."
    )
    some = stands(run(COMPARE, {"tema": "vej", "pris": "kendt", "matrix": "sammenhaeng-og-fremkommelighed-ned"}))
    assert some.startswith("Rute 16 er eneste viste indsats med fire stjerner for sammenhæng og fremkommelighed")
    tie = stands(run(COMPARE, {"tema": "knudepunkter", "matrix": "tvaergaaende-relevans-ned"}))
    assert tie.startswith(
        "Knudepunkter: 5 indsatser har to stjerner for tværgående relevans, billigst P+R Favrholm (15"
    )
    # A screen for a whole room shows one theme at a time, and says which.
    assert stands(run(COMPARE, {"visning": "projektor"})).startswith("Kollektiv trafik: kun S-togstunnel har tre")
    assert stands(run(COMPARE, {"pris": "kendt", "tema": "vej", "matrix": "samfundsoekonomi-ned"})).startswith(
        "Rute 16"
    )
    none = stands(run(COMPARE, {"tema": "knudepunkter", "matrix": "samfundsoekonomi-ned"}))
    assert none == "Ingen af de 5 viste har stjerner for samfundsøkonomi"


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
def test_a_filter_leaves_what_it_says(
    query: dict[str, str], left: set[str], run: Run, rows: list[components.Row]
) -> None:
    app = run(COMPARE, query)
    stands(app)
    assert _shown(rows) == left
    assert bool(app.info) == (not left)


def _shown(rows: list[components.Row]) -> set[str]:
    """The numbers of the measures that the overview has."""
    return {row.cells[0].text.split()[0] for row in rows if row.cells[0].link}


def test_a_whole_room_sees_one_theme_at_a_time(run: Run, rows: list[components.Row]) -> None:
    """The first, unless the link has one; whoever goes back to their own screen has all of them again."""
    for query, theme in (({}, "Kollektiv trafik"), ({"tema": "vej"}, "Vej")):
        rows.clear()
        stands(run(COMPARE, {"visning": "projektor", **query}))
        assert _shown(rows) == {nr for nr, row in MEASURES.items() if row["tema"] == theme}
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


@pytest.mark.parametrize("view", ["normal", "projektor"])
def test_a_package_is_proposed_at_once_and_said_to_be_proved(view: str, run: Run, rows: list[components.Row]) -> None:
    app = run(COMPARE, {"fane": "regn", "regn": "pakke", "vaegt-4": "10", "visning": view})
    assert stands(app) == "Mest for 10 mia. kr.: 12 indsatser"
    assert any(caption.value.startswith("Bevist: Ingen anden pakke") for caption in app.caption)
    assert len(rows) == 12 + 6
    assert "pakke" not in app.query_params, "It is a proposal, and follows the weights."


def test_a_demand_on_stars_leaves_others_out_of_the_proposal(run: Run, rows: list[components.Row]) -> None:
    query = {"fane": "regn", "regn": "pakke", "krav": "folkesundhed", "krav-stjerner": "3"}
    assert stands(run(COMPARE, query)) == "Mest for 10 mia. kr.: 2 indsatser"
    assert _shown(rows) == {"19", "24"}
    assert stands(run(COMPARE, {**query, "krav": "samfundsoekonomi", "krav-stjerner": "5"})).startswith("Ingen pakke")


def test_a_block_that_can_do_nothing_on_what_weighs_most_says_so(run: Run, rows: list[components.Row]) -> None:
    run(COMPARE, {"fane": "regn", "regn": "pakke", "vaegt-3": "10"})
    says = {row.cells[0].text.split()[0] for row in rows if row.cells[-1].text == "uden effekt på CO2e driftsfase"}
    assert {"10", "17", "25"} >= says
    assert says


def test_what_is_in_all_packages_as_good_is_told_and_the_others_can_be_chosen(run: Run) -> None:
    app = run(COMPARE, {"fane": "regn", "regn": "pakke", "vaegt-4": "10", "beloeb": "20"})
    text = _text(app)
    assert "I alle pakker, der er lige så gode" in text
    assert "Kun i nogle af dem:** Lokalbane Frederiksværk, Lokalbane Helsinge og Rute 16." in text
    (first, *_) = [button for button in app.button if str(button.key).startswith("pakke-anden")]
    first.click().run()
    assert str(app.header[0].value).startswith("Pakken har ")
    assert "pakke" in app.query_params
    alone = run(COMPARE, {"fane": "regn", "regn": "pakke", "vaegt-4": "10", "beloeb": "5"})
    assert "Ingen anden pakke er lige så god" in _text(alone)


def test_one_press_sets_all_weights(run: Run) -> None:
    app = run(COMPARE, {"fane": "regn", "vaegt-1": "9"})
    for words, weights in parametre.FORVALG.items():
        (press,) = [button for button in app.button if button.label == words]
        press.click().run()
        said = {nr: "".join(app.query_params.get(f"vaegt-{nr}", "5")) for nr in parametre.GOALS}
        assert said == {nr: str(weight) for nr, weight in weights.items()}


def test_the_weights_that_make_a_measure_the_best_can_be_taken(run: Run) -> None:
    app = run(COMPARE, {"fane": "regn", "regn": "central", "bedst-naar": "19"})
    assert stands(app).startswith("Supercykelstier er bedst, når folkesundhed tæller mest: ")
    (press,) = [button for button in app.button if button.label == "Brug de vægte"]
    press.click().run()
    assert "".join(app.query_params["vaegt-4"]) == "10"
    never = run(COMPARE, {"fane": "regn", "regn": "central", "bedst-naar": "6"})
    assert stands(never) == "BRT i købstæderne er aldrig bedst, uanset vægtene"


def test_a_worsening_counts_where_it_is_switched_on(run: Run, rows: list[components.Row]) -> None:
    query = {"fane": "regn", "regn": "pris", "vaegt-2": "10"}
    stands(run(COMPARE, query))
    before = {row.cells[0].text: row.cells[-1].text for row in rows}
    rows.clear()
    stands(run(COMPARE, {**query, "forvaerring": "ja"}))
    after = {row.cells[0].text: row.cells[-1].text for row in rows}
    changed = {name.split()[0] for name in before if before[name] != after[name]}
    assert changed == {"25", "27", "28", "29", "30"}


@pytest.mark.parametrize(("nr", "has_points"), [("19", True), ("28", False)])
def test_the_dots_on_a_map_are_explained_where_there_are_any(nr: str, has_points: bool, run: Run) -> None:
    app = run(SHEET, {"indsats": nr})
    assert any("En prik er et sted" in caption.value for caption in app.caption) == has_points


@pytest.mark.parametrize(
    ("nr", "explained"),
    [
        ("1", ["kommuner, hvor arket nævner et sted"]),
        ("28", ["hele regionen"]),
        ("27", ["kan være med; arket siger det ikke"]),
        ("30", ["følger af arkets ord", "kan være med; arket siger det ikke"]),
    ],
)
def test_only_the_colours_of_a_map_are_explained(
    nr: str, explained: list[str], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The one place of indsats 27 whose kommune is known, Køge, lies outside the region: none of it is in colour."""
    shown: list[str] = []
    monkeypatch.setattr(landkort, "show", lambda _key, _areas, legend, **_: shown.extend(words for _, words in legend))
    stands(run(SHEET, {"indsats": nr}))
    assert shown == explained


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
        ("rang", "Kørselsafgifter ligger øverst af de viste: blandt de 5 bedste 93 % af gangene"),
        ("pris", "BRT Ring 4, 2,4 mia. kr."),
    ],
)
def test_what_is_computed_can_be_seen_for_some_measures(
    picture: str, finding: str, run: Run, rows: list[components.Row]
) -> None:
    """The places stay those among all 33."""
    app = run(COMPARE, {"fane": "regn", "regn": picture, "kommune": "gladsaxe"})
    assert stands(app).replace("\N{NO-BREAK SPACE}", " ").endswith(finding)
    assert len(rows) == 9
    none = run(COMPARE, {"fane": "regn", "regn": picture, "soeg": "qqqq"})
    stands(none)
    assert not none.header
    assert "Fjern et filter" in none.info[0].value
