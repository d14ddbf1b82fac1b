"""Where the projects are: stretches between two ends that the list names, and nothing that it does not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pandas as pd

from analytics.tabeller import Frames
from analytics.tavler import vipsted
from tests.unit.tavler.smaa_tavler import tables

LATER = date(2026, 6, 1)
END = {"del": 1, "rolle": "ende", "lon": 12.0, "lat": 55.0, "noejagtighed": "sted", "kilde_id": "a", "kilde_linje": 1}


def _frames(*places: Mapping[str, object]) -> Frames:
    rows = [{"projekt_id": "p1", "sted": f"s{nr}", "raekkefoelge": nr, **END, **of} for nr, of in enumerate(places, 1)]
    return {**tables(projects=[{}, {}]), "vip_sted": pd.DataFrame(rows)}


def _stretches(*places: Mapping[str, object]) -> list[tuple[str, str]]:
    found = vipsted.steder(_frames(*places), LATER)
    return [(each.fra.sted, each.til.sted) for each in vipsted.straekninger(found)]


def test_a_stretch_goes_between_ends_that_follow_each_other() -> None:
    assert _stretches({}, {}, {}) == [("s1", "s2"), ("s2", "s3")]


def test_a_stretch_is_of_one_undertaking_of_one_project() -> None:
    assert _stretches({}, {"del": 2}) == []
    assert _stretches({}, {"projekt_id": "p2"}) == []


def test_what_is_passed_by_or_has_no_point_is_no_end() -> None:
    assert _stretches({"rolle": "forbi"}, {}) == []
    assert _stretches({"lon": None, "lat": None, "noejagtighed": None}, {}) == []


def test_a_place_is_known_from_its_papers_day() -> None:
    frames = _frames({"kilde_id": "c"})
    assert vipsted.steder(frames, date(2024, 4, 18)) == ()
    [place] = vipsted.steder(frames, date(2024, 4, 19))
    assert (place.punkt, place.kilde.kort) == ((12.0, 55.0), "c, l. 1")


def test_projects_without_a_point_are_told() -> None:
    found = vipsted.steder(_frames({"lon": None, "lat": None}, {"projekt_id": "p2"}), LATER)
    assert vipsted.uden_punkt(["p1", "p2", "p3"], found) == ("p1", "p3")


def test_a_projects_places_points_and_stretches_are_counted_by_themselves() -> None:
    nowhere = {"projekt_id": "p2", "lon": None, "lat": None, "noejagtighed": None}
    found = vipsted.steder(_frames({}, {}, {"rolle": "forbi"}, nowhere), LATER)
    counted = {project: vipsted.optalt(project, found) for project in ("p1", "p2", "p3")}
    assert counted == {"p1": vipsted.Stedtal(3, 3, 1), "p2": vipsted.Stedtal(1, 0, 0), "p3": vipsted.Stedtal(0, 0, 0)}
