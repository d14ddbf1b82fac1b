"""The tasks of the klima projects, and the plan after them, by the day that they are read on."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pandas as pd

from analytics.tabeller import Frames
from analytics.tavler import klimaalliance, vipopgave
from tests.unit.tavler.smaa_tavler import tables

LATER = date(2026, 6, 1)
AT = {"kilde_id": "c", "kilde_linje": 1}


def test_tasks_stand_by_project_own_ones_first_in_order() -> None:
    rows = [("p2", "sammen", 1), ("p1", "sammen", 2), ("p1", "sammen", 1), ("p1", "hver kommune", 1)]
    frames = tables(projects=[{}, {}, {}]) | {
        "vip_opgave": pd.DataFrame(
            [{"projekt_id": p, "hvem": who, "raekkefoelge": nr, "opgave": f"{p}{who}{nr}", **AT} for p, who, nr in rows]
        )
    }
    found = vipopgave.opgaver(frames, LATER)
    assert [(of.projekt.projekt_id, [task.tekst for task in of.opgaver]) for of in found] == [
        ("p1", ["p1hver kommune1", "p1sammen1", "p1sammen2"]),
        ("p2", ["p2sammen1"]),
    ]
    assert [task.tekst for task in found[0].af("sammen")] == ["p1sammen1", "p1sammen2"]
    assert vipopgave.fund(found) == vipopgave.Opgavefund(egne=1, sammen=3)
    assert vipopgave.opgaver(frames, date(2024, 4, 18)) == (), "that paper was not there yet"


def test_each_project_has_tasks_of_both_kinds(frames: Frames) -> None:
    found = vipopgave.opgaver(frames, LATER)
    assert len(found) == 7
    assert all(of.af(who) for of in found for who in vipopgave.HVEM)
    counts = Counter(frames["vip_opgave"]["hvem"])
    assert vipopgave.fund(found) == vipopgave.Opgavefund(counts["hver kommune"], counts["sammen"])


def test_the_plan_is_told_from_its_paper_on(frames: Frames) -> None:
    assert klimaalliance.plan(frames, date(2025, 5, 30)) == ()
    points = klimaalliance.plan(frames, date(2025, 5, 31))
    assert len(dict.fromkeys(point.omraade for point in points)) == 6
    found = klimaalliance.udledning(points)
    assert [(part.navn, part.pct) for part in found.dele] == [("Energi", 59), ("Transport", 29)]
    assert (found.kendt, found.rest) == (88, 12)
    [begin] = [point for point in points if point.lav != point.hoej and point.enhed == "kommuner"]
    assert (begin.lav, begin.hoej, begin.naar) == (3, 7, "2. halvår")
