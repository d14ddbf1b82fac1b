"""Floating catchments: what PySAL's `access` gives, a naive second way, and what must hold whatever the places."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Point

from analytics.pendling.opland import afstande, foelsomhed, opland, spaend_over_stoerrelser, vaegte
from geo.projection import to_metres

ACCESS = yaml.safe_load((Path(__file__).parent / "access.yaml").read_text(encoding="utf-8"))
DECAYS = ("ingen", "trin", "jaevn")
METHODS = ("totrins", "balanceret")
WAYS = st.tuples(st.sampled_from(DECAYS), st.sampled_from(METHODS))


@st.composite
def lande(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Any few places: citizens, capacity, and km between them."""
    size = draw(st.integers(1, 7))
    points = np.array(draw(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=size, max_size=size)))
    people = np.array(draw(st.lists(st.integers(1, 90_000), min_size=size, max_size=size)), dtype=float)
    capacity = np.array(draw(st.lists(st.integers(0, 300), min_size=size, max_size=size)), dtype=float) / 10
    return people, capacity, _between(points)


def _between(points: np.ndarray) -> np.ndarray:
    return np.hypot(*(points[:, None] - points).transpose(2, 0, 1))


def _weight(distance: float, km: float, decay: str) -> float:
    """One weight, written out."""
    if distance > km:
        return 0.0
    if decay == "ingen" or km == 0:
        return 1.0
    if decay == "jaevn":
        return float(np.exp(-0.5 * (distance / (km / 2)) ** 2))
    return 1.0 if distance <= km / 3 else 0.68 if distance <= 2 / 3 * km else 0.22


def _naive(people, capacity, distance, km, decay, method) -> list[float]:
    """Home by home and clinic by clinic: the capacity that each home reaches."""
    places = range(len(people))
    counted = [[_weight(distance[clinic][home], km, decay) for home in places] for clinic in places]
    if method == "balanceret":
        whole = [sum(counted[clinic][home] for clinic in places) for home in places]
        counted = [[counted[clinic][home] / whole[home] for home in places] for clinic in places]
    reached = [0.0] * len(people)
    for clinic in places:
        users = sum(people[home] * counted[clinic][home] for home in places)
        for home in places:
            reached[home] += people[home] * counted[clinic][home] * capacity[clinic] / users
    return reached


@pytest.mark.parametrize("way", ACCESS["naaet_pr_borger"])
def test_the_figures_are_those_of_access(way):
    method, decay, km = way.split()
    people = np.array(ACCESS["borgere"], dtype=float)
    found = opland(
        people, np.array(ACCESS["kapacitet"]), _between(np.array(ACCESS["steder"])), float(km), decay, method
    )
    assert (found.kapacitet_naaet / people).tolist() == pytest.approx(ACCESS["naaet_pr_borger"][way], rel=1e-12)


@given(lande(), st.integers(0, 90), WAYS)
def test_the_naive_second_way_gives_the_same(land, km, way):
    people, capacity, distance = land
    for there in (distance, np.triu(distance) * 2 + np.tril(distance)):  # out of town is twice as far as into it
        found = opland(people, capacity, there, km, *way)
        assert found.kapacitet_naaet == pytest.approx(_naive(people, capacity, there, km, *way), abs=1e-9)
        assert found.naar.tolist() == [sum(row[home] <= km for row in there) for home in range(len(people))]


@given(lande(), st.integers(0, 90), WAYS)
def test_all_capacity_is_handed_out_and_no_more(land, km, way):
    _, capacity, _ = land
    assert opland(*land, km, *way).kapacitet_naaet.sum() == pytest.approx(capacity.sum(), abs=1e-9)


@given(lande(), st.integers(0, 90), st.sampled_from(DECAYS))
def test_where_each_clinic_has_the_same_for_all_who_use_it_the_balanced_variant_gives_all_the_same(land, km, decay):
    people, _, distance = land
    weights = np.array([[_weight(each, km, decay) for each in row] for row in distance])
    users = weights / weights.sum(axis=0) @ people
    assert users.sum() == pytest.approx(people.sum())  # nobody counts for more than one
    found = opland(people, users / 1000, distance, km, decay, "balanceret")
    assert found.borgere_pr_kapacitet_naaet == pytest.approx(np.full(len(people), 1000.0))


@given(lande(), WAYS)
def test_where_nobody_reaches_another_area_coverage_is_the_plain_figure(land, way):
    people, capacity, distance = land
    apart = distance + np.where(np.eye(len(people)), 0, 100)
    found = opland(people, capacity, apart, 50, *way)
    assert found.kapacitet_naaet == pytest.approx(capacity)
    assert found.naar.tolist() == [1] * len(people)
    with np.errstate(divide="ignore"):
        assert found.borgere_pr_kapacitet_naaet == pytest.approx(people / capacity)


@given(lande(), st.sampled_from(METHODS))
def test_where_everybody_reaches_everything_all_have_the_same(land, method):
    people, capacity, distance = land
    found = opland(people, capacity, distance, 1000, "ingen", method)
    assert found.kapacitet_naaet == pytest.approx(capacity.sum() * people / people.sum(), abs=1e-9)
    assert found.naar.tolist() == [len(people)] * len(people)


def test_where_all_capacity_is_in_one_place_those_within_reach_share_it():
    distance = _between(np.array([[0, 0], [5, 0], [9, 0]]))
    people = np.array([1000.0, 3000.0, 500.0])
    found = opland(people, np.array([8.0, 0.0, 0.0]), distance, 5)
    assert found.kapacitet_naaet.tolist() == [2, 6, 0]
    assert found.borgere_pr_kapacitet_naaet.tolist() == [500, 500, np.inf]
    assert found.naar.tolist() == [2, 3, 2]


def test_the_balanced_variant_counts_a_citizen_once():
    distance = _between(np.array([[0, 0], [4, 0], [8, 0]]))
    people, capacity = np.array([60.0, 30.0, 60.0]), np.array([3.0, 0.0, 0.0])
    # The middle reaches three clinics and the ends two: a third of 30 and half of 60 use the first.
    assert opland(people, capacity, distance, 4).kapacitet_naaet.tolist() == [2, 1, 0]
    assert opland(people, capacity, distance, 4, "ingen", "balanceret").kapacitet_naaet == pytest.approx(
        [2.25, 0.75, 0]
    )


@given(st.integers(1, 60), st.lists(st.floats(0, 80), min_size=2, max_size=6), st.sampled_from(DECAYS))
def test_what_is_farther_never_counts_for_more(km, distances, decay):
    weights = vaegte(np.array(sorted(distances)), km, decay)
    assert all(near >= far for near, far in pairwise(weights))
    assert ((weights >= 0) & (weights <= 1)).all()
    assert [weight > 0 for weight in weights] == [distance <= km for distance in sorted(distances)]
    assert vaegte(np.array([0.0]), km, decay).tolist() == [1.0]


def test_the_edge_of_a_catchment_and_of_a_step_is_within():
    at = np.array([0.0, 3.0, 3.1, 6.0, 6.1, 9.0, 9.1])
    assert vaegte(at, 9, "ingen").tolist() == [1, 1, 1, 1, 1, 1, 0]
    assert vaegte(at, 9, "trin").tolist() == [1, 1, 0.68, 0.68, 0.22, 0.22, 0]
    assert vaegte(np.array([4.5, 9.0, 9.1]), 9, "jaevn").tolist() == pytest.approx([0.6065, 0.1353, 0], abs=1e-4)
    assert vaegte(at, 0, "jaevn").tolist() == [1, 0, 0, 0, 0, 0, 0]


def test_a_catchment_of_less_than_nothing_and_an_area_without_citizens_are_refused():
    with pytest.raises(ValueError, match="mindst 0 km"):
        vaegte(np.zeros((1, 1)), -1)
    for people in ([0.0], [100.0, 0.0]):
        with pytest.raises(ValueError, match="uden borgere"):
            opland(np.array(people), np.ones(len(people)), np.zeros((len(people),) * 2), 5)


def test_km_as_the_crow_flies_are_those_of_the_map(areas):
    ids = tuple(areas["omraade_id"])
    metres = [to_metres(Point(lon, lat)) for lon, lat in zip(areas["lon"], areas["lat"], strict=True)]
    on_map = np.array([[one.distance(other) / 1000 for other in metres] for one in metres])
    found = afstande(areas, ids)
    assert found == pytest.approx(on_map, rel=0.005, abs=1e-6)  # UTM stretches Bornholm, far from its middle
    assert np.array_equal(found, found.T)
    assert found[ids.index("bornholm")].max() > 140
    turned = afstande(areas, ids[::-1])
    assert np.array_equal(turned, found[::-1, ::-1])
    with pytest.raises(KeyError):
        afstande(areas, ("ingensteds",))


@given(lande(), WAYS)
def test_the_figures_by_size_are_those_of_each_size(land, way):
    people, capacity, distance = land
    ids = list("abcdefg")[: len(people)]
    decay, method = way
    sizes = (0, 7.5, 30)
    frame = foelsomhed(ids, people, capacity + 0.1, distance, stoerrelser=sizes, aftagen=decay, metode=method)
    assert frame["omraade_id"].to_list() == ids * 3
    for km in sizes:
        own = frame[frame["km"] == km]
        figures = opland(people, capacity + 0.1, distance, km, *way).borgere_pr_kapacitet_naaet
        assert own["borgere_pr_kapacitet_naaet"].to_list() == figures.tolist()
        assert own["plads"].to_list() == [1 + sum(other > figure for other in figures) for figure in figures]


def test_the_most_sensitive_is_first():
    frame = pd.DataFrame(
        {
            "omraade_id": ["a", "b", "c"] * 3,
            "km": [0, 0, 0, 5, 5, 5, 9, 9, 9],
            "borgere_pr_kapacitet_naaet": [100.0, 50, 40, 100, 90, 40, 120, 40, 90],
            "plads": [1, 2, 3, 1, 2, 3, 1, 3, 2],
        }
    )
    found = spaend_over_stoerrelser(frame)
    assert list(found.itertuples(index=False, name=None)) == [
        ("b", 40, 9, 90, 5, 2.25, 3, 2),
        ("c", 40, 0, 90, 9, 2.25, 3, 2),
        ("a", 100, 0, 120, 9, 1.2, 1, 1),
    ]
