"""The 33 measures of the mobility catalogue with facts and places: against the sheets, and among themselves."""

import csv
import json
import re
from functools import cache
from itertools import pairwise

import pytest
from shapely.geometry import Point, shape

from data import description
from geo.towns import towns
from tests.data.transskription import PACKAGE, ROOT, rows, source_lines
from tests.data.trykte_tekster import fields_of, matches

LAYOUTS = ("indsatser", "indsats_fakta", "indsats_steder")
TABLES = ("mobilitet_indsats", "mobilitet_fakta", "mobilitet_sted")
FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
WORDS = {"Fire": 4.0, "én": 1.0}
EAST_OF_THE_BELT = (10.9, 54.5, 12.8, 56.2)  # lon, lat, lon, lat: Zealand, where all named places lie

Row = dict[str, str]


@cache
def layouts() -> dict[str, dict]:
    found = json.loads((PACKAGE / "004" / "trykte_tekster.json").read_text(encoding="utf-8"))
    return {name: found[name] for name in LAYOUTS}


@cache
def printed(layout: str) -> tuple[Row, ...]:
    with (PACKAGE / "004" / "trykte_tekster.csv").open(encoding="utf-8", newline="") as stream:
        return tuple(row for row in csv.DictReader(stream) if row["trykt_tabel"] == layout)


def lines_of(row: Row) -> range:
    return range(int(row["kilde_linje"]), int(row["kilde_linje_slut"]) + 1)


def sheet(nr: str) -> range:
    """The lines of a measure's sheet."""
    return lines_of(printed("indsatser")[int(nr) - 1])


def values(text: str) -> list[float]:
    """The figures of a sheet's tokens in order, words among them: "20-30.000 t." is 20 and 30000."""
    return [
        WORDS.get(token) or float(token.replace(".", "").replace(",", "."))
        for token in re.findall(rf"{FIGURE.pattern}|{'|'.join(WORDS)}", text)
    ]


def joined(file: str, lines: range) -> str:
    """Printed lines in one, words divided over two lines put together."""
    text = " ".join(" ".join(source_lines(file)[lines.start - 1 : lines.stop - 1]).split())
    return re.sub(r"(?<=\w)- (?=[a-zæøå])", "", text)


def number(cell: str) -> float | None:
    return float(cell) if cell else None


def test_the_measures_are_numbered_1_to_33() -> None:
    assert [row["indsats_nr"] for row in rows("mobilitet_indsats")] == [str(nr) for nr in range(1, 34)]
    for table in TABLES:
        order = [int(row["indsats_nr"]) for row in rows(table)]
        assert order == sorted(order)
        assert all(row["side"] == str(int(row["indsats_nr"]) + 6) for row in rows(table))


def test_the_sheets_follow_each_other_without_a_gap() -> None:
    spans = [lines_of(row) for row in printed("indsatser")]
    first, last = layouts()["indsatser"]["linjer"]
    assert (spans[0].start, spans[-1].stop - 1) == (first, last)
    assert [span.stop for span in spans[:-1]] == [span.start for span in spans[1:]]
    for table in TABLES:
        assert all(int(row["kilde_linje"]) in sheet(row["indsats_nr"]) for row in rows(table))


@pytest.mark.parametrize("layout", ["indsatser", "indsats_fakta"])
def test_each_printed_figure_is_its_cells(layout: str) -> None:
    columns = layouts()[layout]["kolonner"]
    for row in printed(layout):
        own = [column for column in columns if column["kilde_linje"] == int(row["kilde_linje"])]
        text = row["tekst"]
        if layout == "indsatser":
            text = text.removesuffix(rows("mobilitet_indsats")[own_measure(row) - 1]["navn"])
        for column, value in zip(own, values(text), strict=True):
            [cells] = [cells for cells in rows(column["tabel"]) if matches(cells, column["hvor"])]
            assert cells["kilde_linje"] == row["kilde_linje"]
            for field in fields_of(column):
                assert float(cells[field]) == value * column.get("faktor", 1), (row, field)
    assert {column["kilde_linje"] for column in columns} <= {int(row["kilde_linje"]) for row in printed(layout)}


def own_measure(row: Row) -> int:
    return printed("indsatser").index(row) + 1


def test_each_name_is_in_its_printed_row() -> None:
    for row, measure in zip(printed("indsatser"), rows("mobilitet_indsats"), strict=True):
        assert row["tekst"].endswith(measure["navn"])
        assert ("kendes ikke" in row["tekst"].lower() or "kan ikke oplyses" in row["tekst"].lower()) == (
            measure["anlaeg_status"] == "kendes ikke"
        )
    names = {row["kilde_linje"]: row["tekst"].split(", ") for row in printed("indsats_steder")}
    used = {(place["kilde_linje"], place["sted"]) for place in rows("mobilitet_sted")}
    assert used == {(line, name) for line, found in names.items() for name in found}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_printed_tokens_stand_in_the_source_in_order(layout: str) -> None:
    file = layouts()[layout]["fil"]
    [kilde] = [row for row in rows("kilde") if row["kilde_id"] == layouts()[layout]["kilde_id"]]
    assert kilde["fil"] == file
    for row in printed(layout):
        tokens = row["tekst"].split(", ") if layout == "indsats_steder" else row["tekst"].split()
        text = joined(file, lines_of(row)).lower()
        at = 0
        for token in tokens:
            at = text.find(token.lower(), at)
            assert at >= 0, (row, token)
            at += len(token)


def test_a_price_is_there_as_its_status_says() -> None:
    for row in rows("mobilitet_indsats"):
        low, high = number(row["anlaeg_mio_kr_lav"]), number(row["anlaeg_mio_kr_hoej"])
        assert (low is not None) == (row["anlaeg_status"] in ("oplyst", "opstart og drift")), row["navn"]
        assert (low is None) == (high is None)
        assert low is None or 0 < low <= high
    status = {row["indsats_nr"]: row["anlaeg_status"] for row in rows("mobilitet_indsats")}
    assert [nr for nr, text in status.items() if text == "kun drift"] == ["8", "9"]
    assert [nr for nr, text in status.items() if text == "opstart og drift"] == ["32"]
    [caveat] = description.table("mobilitet_indsats").caveats
    assert caveat.where == {"indsats_nr": 32}


def test_construction_needs_a_price_before_it_emits() -> None:
    for row in rows("mobilitet_indsats"):
        low, high = number(row["co2_anlaeg_t_lav"]), number(row["co2_anlaeg_t_hoej"])
        assert (low is None) == (high is None)
        if low is not None:
            assert 1000 <= low <= high <= 10 * low, row["navn"]
            assert row["anlaeg_status"] == "oplyst", row["navn"]


def test_an_internal_rate_is_marked_where_it_is_a_limit() -> None:
    rates = {row["indsats_nr"]: row for row in rows("mobilitet_indsats") if row["intern_rente_pct"]}
    assert set(rates) == {"1", "19", "25", "27"}
    assert {nr for nr, row in rates.items() if row["intern_rente_op_til"] == "true"} == {"25"}
    assert all(bool(row["intern_rente_op_til"]) == bool(row["intern_rente_pct"]) for row in rows("mobilitet_indsats"))


def test_themes_are_runs_of_the_catalogues_numbers() -> None:
    themes = [row["tema"] for row in rows("mobilitet_indsats")]
    assert len(set(themes)) == 6
    assert sum(before != after for before, after in pairwise(themes)) == 5


def test_facts_are_numbered_and_in_printed_order() -> None:
    for nr in {row["indsats_nr"] for row in rows("mobilitet_fakta")}:
        own = [row for row in rows("mobilitet_fakta") if row["indsats_nr"] == nr]
        assert [row["raekke"] for row in own] == [str(count) for count in range(1, len(own) + 1)]
        lines = [int(row["kilde_linje"]) for row in own]
        assert lines == sorted(lines)


def test_a_fact_has_both_ends_and_a_unit_or_says_that_it_is_lost() -> None:
    for row in rows("mobilitet_fakta"):
        low, high = number(row["vaerdi_lav"]), number(row["vaerdi_hoej"])
        if low is None:
            assert high is None
            assert not row["enhed"]
            assert "tabt" in row["forbehold"]
        else:
            assert low <= high
            assert row["enhed"]
    assert [row["indsats_nr"] for row in rows("mobilitet_fakta") if not row["vaerdi_lav"]] == ["14"]


def test_extra_passengers_totals_and_potential_are_kept_apart() -> None:
    kinds = {row["hvad"]: set() for row in rows("mobilitet_fakta")}
    for row in rows("mobilitet_fakta"):
        kinds[row["hvad"]].add(row["enhed"])
    assert kinds["Flere passagerer"] == {"passagerer pr. døgn", "pct."}
    assert kinds["Passagerer i alt"] == kinds["Passagerpotentiale"] == {"passagerer pr. døgn"}
    for row in rows("mobilitet_fakta"):
        if row["hvad"] == "Passagerpotentiale":
            more = [
                float(other["vaerdi_hoej"])
                for other in rows("mobilitet_fakta")
                if other["indsats_nr"] == row["indsats_nr"]
                and other["gaelder"] == row["gaelder"]
                and (other["hvad"], other["enhed"]) == ("Flere passagerer", "passagerer pr. døgn")
            ]
            assert all(extra < float(row["vaerdi_lav"]) for extra in more), row


@pytest.mark.parametrize(("table", "field"), [("mobilitet_fakta", "enhed"), ("mobilitet_udvikling", "enhed")])
def test_units_are_a_closed_list_all_in_use(table: str, field: str) -> None:
    assert set(description.table(table).field(field).allowed) == {row[field] for row in rows(table) if row[field]}


def test_a_measure_at_places_names_some_and_any_kommune_finds_what_concerns_it() -> None:
    places = {row["indsats_nr"]: set() for row in rows("mobilitet_indsats")}
    for row in rows("mobilitet_sted"):
        places[row["indsats_nr"]].add(row["kommune_id"])
    for row in rows("mobilitet_indsats"):
        if row["omfang"] == "steder":
            assert places[row["indsats_nr"]], row["navn"]
    everywhere = {row["indsats_nr"] for row in rows("mobilitet_indsats") if row["omfang"] == "hele regionen"}
    hvidovre = {nr for nr, found in places.items() if "hvidovre" in found}
    assert hvidovre == {"4", "12", "13", "23"}
    assert not hvidovre & everywhere
    assert {nr for nr, found in places.items() if "" in found} == {"27", "31"}


SAYS = {
    "9": "Sjælland",
    "18": "mange kommuners yderområder",
    "19": "samtlige kommuner i Region Hovedsta-",
    "24": "flere steder",
    "26": "alle hoved- stadsregionens kommuner",
    "28": "alle regionens kommuner",
    "29": "alle regionens kommuner",
    "30": "primært i centralkommunerne og Ringbyen",
    "32": "hele hoved- stadsområdet",
    "33": "hele hovedstadsregionen",
}
"""The words of the sheets that say how far a measure reaches, at the line that is told."""


def test_each_reach_beyond_places_has_its_reason_in_its_line() -> None:
    reaching = {row["indsats_nr"]: row for row in rows("mobilitet_indsats") if row["omfang"] != "steder"}
    assert set(reaching) == set(SAYS)
    assert all(row["omfang_grund"].endswith(".") and row["omfang_linje"] for row in reaching.values())
    file = next(row["fil"] for row in rows("kilde") if row["kilde_id"] == "004")
    for nr, row in reaching.items():
        line = int(row["omfang_linje"])
        assert SAYS[nr] in " ".join(" ".join(source_lines(file)[line - 1 : line + 2]).split()), nr


def test_a_place_without_a_point_is_a_road_without_a_kommune() -> None:
    for row in rows("mobilitet_sted"):
        filled = {bool(row[field]) for field in ("kommune_id", "lon", "lat", "koordinat_kilde", "noejagtighed")}
        assert len(filled) == 1, row
    roads = {row["sted"] for row in rows("mobilitet_sted") if not row["lon"]}
    assert all(re.search("vej(en)?$", road) for road in roads)


def test_places_lie_in_their_kommune() -> None:
    collection = json.loads((ROOT / "geo" / "omraader.geojson").read_text(encoding="utf-8"))
    areas: dict[str, list] = {}
    for feature in collection["features"]:
        areas.setdefault(feature["properties"]["kommune_id"], []).append(shape(feature["geometry"]))
    inside = {row["kommune_id"] for row in rows("kommune") if row["i_region_hovedstaden"] == "true"}
    for row in rows("mobilitet_sted"):
        if not row["lon"]:
            continue
        point = Point(float(row["lon"]), float(row["lat"]))
        if row["kommune_id"] in inside:
            assert any(area.covers(point) for area in areas[row["kommune_id"]]), row
        else:
            west, south, east, north = EAST_OF_THE_BELT
            assert west < point.x < east, row
            assert south < point.y < north, row
            assert not any(area.covers(point) for found in areas.values() for area in found), row


def test_points_are_those_of_the_source_they_name() -> None:
    with (ROOT / "geo" / "landemaerker.csv").open(encoding="utf-8", newline="") as stream:
        marks = {(float(mark["lon"]), float(mark["lat"])) for mark in csv.DictReader(stream)}
    areas = {(float(area["lon"]), float(area["lat"])): area["kommune_id"] for area in rows("omraade")}
    named = {(town.lon, town.lat) for town in towns()}
    region = {row["kommune_id"] for row in rows("kommune") if row["i_region_hovedstaden"] == "true"}
    for row in rows("mobilitet_sted"):
        if not row["lon"]:
            continue
        point = (float(row["lon"]), float(row["lat"]))
        if row["koordinat_kilde"] == "landemaerker":
            assert point in marks, row
            assert row["kommune_id"] == "koebenhavn"
        elif row["koordinat_kilde"] == "beregnet af kortet":
            assert areas[point] == row["kommune_id"], row
            assert row["noejagtighed"] == "kommune"
        elif row["kommune_id"] in region:
            assert point in named, row


def test_descriptions_are_short_sentences() -> None:
    for row in rows("mobilitet_indsats"):
        for text in filter(None, (row["beskrivelse"], row["obs"])):
            assert text.endswith(".")
            assert len(re.findall(r"[a-zæøå)]{2,}\. (?=[A-ZÆØÅ])", text)) < 3, text


def test_the_forecast_has_changes_and_shares() -> None:
    assert len(rows("mobilitet_udvikling")) == 28
    shares = {row["noegletal"] for row in rows("mobilitet_udvikling") if row["fra_aar"] == row["til_aar"]}
    assert all("andel" in name for name in shares)
    assert len(shares) == sum("andel" in row["noegletal"] for row in rows("mobilitet_udvikling"))
    assert {(row["fra_aar"], row["til_aar"]) for row in rows("mobilitet_udvikling")} == {
        ("2025", "2035"),
        ("2035", "2035"),
    }
