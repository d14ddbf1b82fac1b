"""A kommune beside all others: its lines, places and where it sticks out, against known figures and a naive count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.begreber import FIRST_YEAR, KOEBENHAVN
from analytics.kapacitet.formler import Reference
from analytics.kapacitet.fund import MANGE, Akse
from analytics.kapacitet.maal import MEASURES
from analytics.kapacitet.rangorden import INGEN_RAEKKE, i_orden
from analytics.kommune.kommuneprofil import Maalinger, maalinger
from analytics.kommune.maaltal import Maaltal
from analytics.kommune.rygrad import (
    Kontrast,
    Placering,
    Rygrad,
    Rygradslinje,
    Udsving,
    kontraster,
    placering,
    rygrad,
    steder,
    udsving,
)
from analytics.tabeller import Frames

BY_SPECIALE = [
    *("borgere-pr-kapacitet", "patienter-pr-kapacitet", "ventetid-gns", "ventetid-maks", "tilskud-pr-borger"),
    *("tilskud-pr-patient", "patienter-pr-1000"),
]
OF_NONE = [("befolkningstilvaekst", 51), ("deltagelser-i-alt-2024-pr-1000", 51), ("sosu-begge-2023-pr-1000", 51)]
KNOWN = [*((name, 51) for name in BY_SPECIALE), *((name, 62) for name in BY_SPECIALE), *OF_NONE]
"""The lines that stand today, in their order; what is of no speciale comes last."""

FEW = st.dictionaries(st.sampled_from("abcdefghij"), st.integers(0, 6).map(float), min_size=1)


@pytest.fixture(scope="module")
def maalt(frames: Frames) -> Maalinger:
    return maalinger(frames)


@pytest.fixture(scope="module")
def kommune_af(frames: Frames) -> Mapping[str, str]:
    rows = frames["omraade"]
    return dict(zip(rows["omraade_id"], rows["kommune_id"], strict=True))


@given(FEW)
def test_a_place_is_counted_from_the_end_that_is_nearer(figures: dict[str, float]) -> None:
    """The naive count: how many are higher, how many lower."""
    for sted, tal in i_orden(figures).items():
        higher = sum(other > figures[sted] for other in figures.values())
        lower = sum(other < figures[sted] for other in figures.values())
        alike = len(figures) - higher - lower
        found = placering(tal)
        assert found == Placering("hoej" if higher <= lower else "lav", 1 + min(higher, lower), alike, len(figures))
        assert found.yderst == (0 in (higher, lower))


def test_what_is_unknown_has_no_place() -> None:
    assert placering(INGEN_RAEKKE) is None
    assert placering(i_orden({"a": float("nan"), "b": 1.0})["a"]) is None


def test_albertslund_shares_the_longest_wait_with_three_others(maalt: Maalinger, kommune_af: Mapping[str, str]) -> None:
    first, *others = udsving(rygrad(maalt, ["albertslund"], kommune_af), "albertslund", kommune_af)
    assert (first.af.maal.id, first.af.speciale, first.vaerdi) == ("ventetid-maks", 62, 52)
    assert first.placering == Placering("hoej", 1, 4, 37)
    assert [(each.af.maal.id, each.placering.plads) for each in others] == [
        ("patienter-pr-kapacitet", 2),
        ("befolkningstilvaekst", 6),
    ]


def test_fredensborg_is_the_fifth_worst_served(maalt: Maalinger, kommune_af: Mapping[str, str]) -> None:
    found = udsving(rygrad(maalt, ["fredensborg"], kommune_af), "fredensborg", kommune_af)
    assert [(each.af.maal.id, each.af.speciale, each.vaerdi, each.placering) for each in found] == [
        ("tilskud-pr-borger", 62, 73, Placering("lav", 1, 1, 28)),
        ("ventetid-gns", 62, 4.7, Placering("lav", 3, 1, 37)),
        ("borgere-pr-kapacitet", 51, 8338, Placering("hoej", 5, 1, 37)),
    ]


def test_every_kommune_sticks_out_by_a_naive_count_of_all_its_figures(
    maalt: Maalinger, kommune_af: Mapping[str, str]
) -> None:
    for kommune in dict.fromkeys(kommune_af.values()):
        of = rygrad(maalt, [kommune], kommune_af)
        best: dict[str, tuple[float, int, float, str, int, str]] = {}
        for line in of.linjer:
            values = list(line.af.kendte.values())
            width = max([*values, line.af.reference.vaerdi or 0]) - min([*values, line.af.reference.vaerdi or 0])
            for sted in steder(line.af, kommune, kommune_af):
                own = line.af.kendte.get(sted)
                alike = values.count(own) if own is not None else 0
                if own is None or alike > MANGE:
                    continue
                out = 1 + min(sum(v > own for v in values), sum(v < own for v in values))
                away = abs(own - (line.af.reference.vaerdi or 0)) / width
                key = (out / len(values), alike, -round(away, 9), line.af.maal.id, line.af.speciale, sted)
                table = line.af.maal.tabel
                best[table] = min(best.get(table, key), key)
        expected = [key[3:] for key in sorted(best.values())[:3]]
        found = [(each.af.maal.id, each.af.speciale, each.sted) for each in udsving(of, kommune, kommune_af)]
        assert found == expected, kommune
        assert len(found) == 3


def test_the_lines_compare_places_of_any_size_once_each(maalt: Maalinger, kommune_af: Mapping[str, str]) -> None:
    lines = rygrad(maalt, ["gladsaxe"], kommune_af).linjer
    keys = [(line.af.maal.id, line.af.speciale) for line in lines]
    assert len(set(keys)) == len(keys)
    assert [key for key in keys if key in KNOWN] == KNOWN
    assert not {"kapacitet", "klinikker", "befolkning", "ventetid-min"} & {each for each, _ in keys}
    of_physiotherapy = [line.af for line in lines if line.af.maal in MEASURES.values()]
    order = [(not of.maal.efter_speciale, of.speciale) for of in of_physiotherapy]
    assert order == sorted(order)
    assert {line.af.aar for line in lines if line.af.maal.id == "borgere-pr-kapacitet"} == {FIRST_YEAR}


def test_koebenhavn_is_nine_places_or_one_and_has_no_line_without_a_figure(
    maalt: Maalinger, kommune_af: Mapping[str, str]
) -> None:
    of = rygrad(maalt, [KOEBENHAVN], kommune_af)
    assert {len(steder(line.af, KOEBENHAVN, kommune_af)) for line in of.linjer} == {1, 9}
    assert {each.maal.id for each in of.uden_tal} == {"tilskud-pr-borger", "tilskud-pr-patient"}
    assert not {each.maal.id for each in of.uden_tal} & {line.af.maal.id for line in of.linjer}
    together = rygrad(maalt, [KOEBENHAVN, "gladsaxe"], kommune_af)
    assert not together.uden_tal
    alone = {(each.maal.id, each.speciale) for each in (*of.uden_tal, *(line.af for line in of.linjer))}
    assert {(line.af.maal.id, line.af.speciale) for line in together.linjer} == alone


@pytest.mark.parametrize(("same", "stands"), [(2, True), (3, False), (4, False)])
def test_a_line_on_which_most_have_the_same_says_nothing(same: int, stands: bool, maalt: Maalinger) -> None:
    figures = {name: 1.0 if nr < same else float(nr) for nr, name in enumerate("abcd")}
    of = _measured("ventetid-gns", figures)
    found = rygrad(replace(maalt, fysioterapi=(of,)), ["a"], {each: each for each in figures})
    assert ("ventetid-gns" in {line.af.maal.id for line in found.linjer}) == stands


def test_a_line_reaches_from_the_lowest_to_the_highest_and_holds_the_region() -> None:
    of = _measured("ventetid-gns", {"a": 2.0, "b": 8.0, "c": 8.0, "d": 3.0}, 10.0)
    (line,) = rygrad(Maalinger((of,), {"": {}}, {"": {}}), ["a"], ALONE).linjer
    assert (line.akse, line.region, line.lavest, line.hoejest) == (Akse(2.0, 10.0), 1.0, ("a",), ("b", "c"))
    without = replace(of, reference=Reference(None, ""))
    (line,) = rygrad(Maalinger((without,), {"": {}}, {"": {}}), ["a"], ALONE).linjer
    assert (line.akse, line.region) == (Akse(2.0, 8.0), None)


def _measured(maal: str, figures: Mapping[str, float], region: float = 0.0) -> Maaltal:
    return Maaltal(MEASURES[maal], FIRST_YEAR, 51, i_orden(figures), Reference(region, ""))


def _line(maal: str, figures: Mapping[str, float], region: float = 0.0) -> Rygradslinje:
    ends = [*figures.values(), region]
    return Rygradslinje(_measured(maal, figures, region), Akse(min(ends), max(ends)))


ALONE = {each: each for each in "abcdefgh"}


def test_what_more_share_than_are_named_sticks_nowhere_out() -> None:
    four = _line("ventetid-gns", dict.fromkeys("abcd", 5.0) | {"e": 1.0, "f": 2.0, "g": 3.0, "h": 4.0})
    five = _line("ventetid-gns", dict.fromkeys("abcde", 5.0) | {"f": 1.0, "g": 2.0, "h": 3.0})
    assert [each.placering.delt for each in udsving(Rygrad((four,), ()), "a", ALONE)] == [4]
    assert udsving(Rygrad((five,), ()), "a", ALONE) == ()


def test_of_as_few_further_out_fewer_alike_come_first_and_then_the_one_farther_from_the_region() -> None:
    shared = _line("ventetid-gns", {"a": 9.0, "b": 9.0, "c": 1.0})
    near = _line("tilskud-pr-borger", {"a": 9.0, "b": 2.0, "c": 1.0}, 8.0)
    far = _line("befolkningstilvaekst", {"a": 9.0, "b": 2.0, "c": 1.0}, 1.0)
    found = udsving(Rygrad((shared, near, far), ()), "a", ALONE)
    # What a kommune has is looked for by the kommune, what an area has by the area.
    assert [each.af.maal.id for each in found] == ["befolkningstilvaekst", "tilskud-pr-borger", "ventetid-gns"]
    assert found[0] == Udsving(far.af, "a", 9.0, Placering("hoej", 1, 1, 3))
    assert len(udsving(Rygrad((shared, near, far), ()), "a", ALONE, antal=2)) == 2


def test_kommuner_differ_most_where_most_places_stand_between_them() -> None:
    wide = _line("ventetid-gns", {"a": 1.0, "b": 3.0, "c": 2.0, "d": 2.5})
    narrow = _line("tilskud-pr-borger", {"a": 1.0, "b": 90.0, "c": 95.0, "d": 99.0})
    same = _line("befolkningstilvaekst", {"a": 1.0, "b": 1.0, "c": 5.0, "d": 6.0})
    found = kontraster(Rygrad((narrow, same, wide), ()), ["b", "a"], ALONE)
    assert found == (Kontrast(wide.af, "a", 1.0, "b", 3.0), Kontrast(narrow.af, "a", 1.0, "b", 90.0))
    assert kontraster(Rygrad((wide,), ()), ["a"], ALONE) == ()


def test_areas_of_one_kommune_do_not_differ_from_each_other() -> None:
    of = _line("ventetid-gns", {"a": 1.0, "b": 9.0, "c": 5.0, "d": 6.0})
    (found,) = kontraster(Rygrad((of,), ()), ["x", "c"], {"a": "x", "b": "x", "c": "c", "d": "d"})
    assert {found.lavest, found.hoejest} & {"c"}
