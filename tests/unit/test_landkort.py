"""The map for WebGL: geometry by number, cuts that hold what they show, and a specification that says the figures."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import shapely

from geo import areas, drawing, landkort
from pages.components import Arc, Area, Circle
from pages.drawing import deck
from pages.drawing.deck import Ground
from pages.style import theme

CUT = landkort.cut("region", "almindelig")


def shown(**changes: Area) -> dict[str, Area]:
    """An area for each of the 37, of five classes in turn."""
    return {
        key: changes.get(key)
        or Area(
            navn=name,
            tekst=f"{number}.000",
            beskrivelse=f"{name}: {number}.000",
            farve=theme.WORSE[number % 5],
            skrift="#000000",
        )
        for number, (key, name) in enumerate(areas.names().items())
    }


def spec(
    picture: dict[str, Area] | None = None,
    circles: tuple[Circle, ...] = (),
    arcs: tuple[Arc, ...] = (),
    mode: theme.Mode = "light",
) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(
        deck.specification(CUT, picture or shown(), circles, arcs, areas.points(), Ground(mode)).to_json()
    )
    return made


def layer(made: dict[str, Any], kind: str, place: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = [each for each in made["layers"] if each["@@type"] == kind][place]
    return found


def test_the_geometry_has_each_area_by_its_number_and_bornholm_twice() -> None:
    features = landkort.features()["features"]
    names = list(areas.names().values())
    assert [(each["properties"]["i"], each["properties"]["t"]) for each in features[:37]] == list(enumerate(names, 1))
    boxed = features[37]
    assert names[boxed["properties"]["i"] - 1] == "Bornholm"
    assert "halv størrelse" in boxed["properties"]["t"]
    real, small = (shapely.geometry.shape(each["geometry"]) for each in (features[boxed["properties"]["i"] - 1], boxed))
    assert small.bounds[2] < 12.5 < real.bounds[0]


def test_what_is_on_bornholm_stands_in_the_box_but_where_the_cut_is_the_island() -> None:
    roenne = (14.70, 55.10)
    assert landkort.place("bornholm", *roenne) == roenne
    lon, lat = landkort.place("region", *roenne)
    box = shapely.geometry.shape(landkort.features()["features"][37]["geometry"])
    assert box.buffer(0.02).contains(shapely.Point(lon, lat))
    assert landkort.place("region", 12.5, 55.7) == (12.5, 55.7)


def test_every_cut_shows_what_it_is_for() -> None:
    for which, inside in {
        "region": set(areas.names()),
        "koebenhavn": areas.districts(),
        "bornholm": {"bornholm"},
    }.items():
        for size, form in landkort.FORMATS.items():
            cut = landkort.cut(which, size)
            pixels = 512 * 2**cut.zoom / 360
            for key in inside:
                lon, lat = landkort.place(which, *areas.points()[key])
                assert abs(lon - cut.lon) * pixels < form.width / 2, (which, size, key)
                assert abs(lat - cut.lat) * pixels / 0.563 < form.height / 2, (which, size, key)


def test_the_closest_cut_of_an_area_shows_all_of_it() -> None:
    inner = {key for key in areas.names() if landkort.around(key) == "koebenhavn"}
    assert inner >= {*areas.districts(), "frederiksberg"}
    assert not inner & {"bornholm", "fredensborg", "dragoer"}
    assert landkort.around(None) == "region"


def test_the_lines_begin_in_their_areas_and_end_at_their_texts() -> None:
    places = {key: place for key, place in CUT.texts.items() if place.line}
    assert landkort.lines("region", "almindelig") == [
        {"a": place.line, "b": (place.lon, place.lat)} for place in places.values()
    ]
    polygons = areas.polygons()
    assert all(polygons[key].contains(shapely.Point(place.line)) for key, place in places.items() if place.line)


def test_the_land_around_holds_the_neighbours_and_none_of_the_areas_middles() -> None:
    around = [shapely.geometry.shape(each["geometry"]) for each in landkort.land()["features"]]
    land = shapely.union_all([each for each in around if each.area])
    for name, (lat, lon) in {"Roskilde": (55.64, 12.09), "Malmö": (55.60, 13.00), "Greve": (55.585, 12.28)}.items():
        assert land.contains(shapely.Point(lon, lat)), name
    assert not land.contains(shapely.Point(12.75, 55.9))  # Øresund
    frame = next(each for each in around if not each.area)
    assert frame.length > 0


def test_each_area_has_its_own_colour_by_number() -> None:
    areas_layer = layer(spec(), "GeoJsonLayer", 1)
    colours = json.loads(re.fullmatch(r"@@=\((.*)\)\[properties\.i-1\]", areas_layer["getFillColor"])[1])  # type: ignore[index]
    expected = [Ground("light").rgb(area.farve or "") for area in shown().values()]
    assert colours == expected
    assert areas_layer["getLineWidth"] == 1


def test_what_is_unknown_is_grey_and_unlike_every_class_and_what_is_faded_lets_the_ground_through() -> None:
    unknown = Area(navn="Dragør", tekst="–", beskrivelse="Dragør: ikke oplyst", farve=None, skrift="#000000")
    faded = Area(navn="Ishøj", tekst="1", beskrivelse="Ishøj", farve="#7A2A16", skrift="#FFFFFF", daempet=True)
    made = layer(spec(shown(dragoer=unknown, ishoej=faded)), "GeoJsonLayer", 1)
    colours = json.loads(made["getFillColor"].removeprefix("@@=(").removesuffix(")[properties.i-1]"))
    keys = list(areas.names())
    assert colours[keys.index("dragoer")] == Ground("light").rgb(theme.UNKNOWN)
    assert colours[keys.index("ishoej")] == [0x7A, 0x2A, 0x16, 70]


def test_the_chosen_area_has_the_broad_line() -> None:
    valby = Area(navn="Valby", tekst="1", beskrivelse="Valby", farve="#7A2A16", skrift="#FFFFFF", valgt=True)
    made = spec(shown(valby=valby))
    above = layer(made, "GeoJsonLayer", 2)
    number = list(areas.names()).index("valby") + 1
    assert above["getLineWidth"] == f"@@=properties.i=={number}?3:0"
    assert above["data"] == layer(made, "GeoJsonLayer", 1)["data"]
    assert not above["filled"]
    assert not above.get("pickable")
    assert made["layers"].index(above) > made["layers"].index(layer(made, "GeoJsonLayer", 1))


def test_where_nothing_is_chosen_no_line_is_drawn_once_more() -> None:
    assert len([each for each in spec()["layers"] if each["@@type"] == "GeoJsonLayer"]) == 2


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_colours_are_the_themes(mode: theme.Mode) -> None:
    made = spec(mode=mode)
    assert layer(made, "GeoJsonLayer")["getFillColor"] == Ground(mode).rgb(theme.LAND)
    colours = json.loads(
        layer(made, "GeoJsonLayer", 1)["getFillColor"].removeprefix("@@=(").removesuffix(")[properties.i-1]")
    )
    assert colours[4] == Ground(mode).rgb(theme.WORSE[4])


def test_every_area_is_named_with_its_figure() -> None:
    texts = layer(spec(), "TextLayer")["data"]
    said = {row["t"]: row["s"].replace("\n", " ").replace("- ", "-").replace("  ", " ") for row in texts}
    assert said == {area.navn: f"{area.navn} {area.tekst}" for area in shown().values()}
    names = list(areas.names().values())
    assert all(names[row["i"] - 1] == row["t"] for row in texts)


def test_without_figures_only_the_names_that_have_room_are_written() -> None:
    bare = {
        key: Area(navn=area.navn, tekst="", beskrivelse="", farve="#FFFFFF", skrift="#000000")
        for key, area in shown().items()
    }
    made = spec(bare)
    roomy = {areas.names()[key] for key, place in CUT.texts.items() if place.line is None}
    assert {row["t"] for row in layer(made, "TextLayer")["data"]} == roomy
    assert "LineLayer" not in {each["@@type"] for each in made["layers"]}
    # And beside their middles the two that the widest bow leads between.
    bows = (Arc("fredensborg", "hoersholm", 9, "#000000", ""), Arc("valby", "hvidovre", 3, "#000000", ""))
    texts = layer(spec(bare, arcs=bows), "TextLayer")["data"]
    assert {row["t"] for row in texts} == roomy | {"Fredensborg", "Hørsholm"}
    [beside] = [row for row in texts if row["t"] == "Hørsholm"]
    assert tuple(beside["p"]) == areas.points()["hoersholm"]
    assert (beside["s"], beside["a"], beside["i"]) == ("Hørsholm", "start", list(areas.names()).index("hoersholm") + 1)


def test_what_is_pointed_at_says_its_name_and_what_is_told_of_it_as_text() -> None:
    odd = Area(navn="Valby", tekst="1", beskrivelse="Valby: <b>{t} & 1", farve="#FFFFFF", skrift="#000000")
    tip = str(deck.tooltip(list(shown(valby=odd).values()))["html"])
    spans = re.findall("<span>(.*?)</span>", tip)
    assert len(spans) == 37
    assert spans[list(areas.names()).index("valby")] == ": &lt;b&gt;&lbrace;t} &amp; 1"
    assert "<b>{t}</b>" in tip
    assert "span:nth-of-type({i})" in tip


def test_circles_stand_in_their_area_or_at_their_place_with_what_they_count() -> None:
    circles = (Circle(9, "Valby: 4 klinikker", "valby", antal="4"), Circle(5, "Klinik", (12.5, 55.7)))
    made = spec(circles=circles)
    valby, own = layer(made, "ScatterplotLayer")["data"]
    assert (valby["p"], valby["r"], valby["t"]) == (list(areas.points()["valby"]), 9, "Valby: 4 klinikker")
    assert (own["p"], own["i"]) == ([12.5, 55.7], 0)
    (count,) = layer(made, "TextLayer", 1)["data"]
    assert count == {"p": list(areas.points()["valby"]), "s": "4"}
    assert deck.chosen_of({"objects": {"ScatterplotLayer": [own]}}) is None
    assert deck.chosen_of({"objects": {"ScatterplotLayer": [valby]}}) == list(areas.names()).index("valby") + 1


def test_an_arc_goes_from_one_area_to_another() -> None:
    made = layer(spec(arcs=(Arc("valby", "ishoej", 3, "#0B5A8A", "100 patienter"),)), "ArcLayer")
    (arc,) = made["data"]
    assert (arc["a"], arc["b"]) == (list(areas.points()["valby"]), list(areas.points()["ishoej"]))
    assert (arc["w"], arc["t"]) == (3, "100 patienter")
    for end in ("getSourceColor", "getTargetColor"):
        assert _numbered(made[end], "c")[arc["c"]][:3] == [0x0B, 0x5A, 0x8A]
    assert deck.chosen_of({"objects": {"ArcLayer": [arc]}}) is None


def _numbered(expression: str, number: str) -> list[Any]:
    """The values that rows have the numbers of."""
    values: list[Any] = json.loads(expression.removeprefix("@@=(").removesuffix(f")[{number}]"))
    return values


def test_an_arc_chooses_the_area_that_it_leads_to_and_leans_so_that_both_ways_are_seen() -> None:
    made = layer(spec(arcs=(Arc("valby", "ishoej", 3, "#0B5A8A", "100 patienter", "ishoej"),)), "ArcLayer")
    (arc,) = made["data"]
    assert deck.chosen_of({"objects": {"ArcLayer": [arc]}}) == list(areas.names()).index("ishoej") + 1
    assert made["getTilt"] > 0


def test_nothing_is_asked_of_others_and_the_geometry_comes_by_address() -> None:
    made = spec()
    assert made["mapStyle"].startswith("aktiver/stil.")
    assert all(layer(made, "GeoJsonLayer", place)["data"].startswith("aktiver/") for place in (0, 1))
    assert "http" not in json.dumps(made)
    assert len(json.dumps(made, separators=(",", ":"))) < 7000


def test_what_can_be_chosen_has_no_name_or_the_classes_would_fade() -> None:
    """Streamlit fades every colour of a named layer but the chosen one's."""
    arcs = (Arc("valby", "ishoej", 3, "#0B5A8A", ""),)
    chosen_in = [each for each in spec(circles=(Circle(9, "", "valby"),), arcs=arcs)["layers"] if each.get("pickable")]
    assert len(chosen_in) == 4
    assert all(each.get("id") is None for each in chosen_in)


def test_drawing_and_map_have_the_same_names() -> None:
    assert drawing.drawing()["navne"] == areas.names()
