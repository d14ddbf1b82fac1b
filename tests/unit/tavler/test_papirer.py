"""When the papers are from: no earlier and no later than what stands in them allows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics import papirer
from analytics.papirer import Tid
from analytics.tabeller import Frames
from tests.unit.tavler.smaa_tavler import tables

DAYS = st.dates(date(2025, 1, 1), date(2025, 12, 31))


@given(DAYS, DAYS)
def test_a_papers_year_is_narrowed_by_what_it_tells(first: date, last: date) -> None:
    """Paper d is of 2025, whatever it tells."""
    times = [{"kilde_id": "d", "dag": first.isoformat()}, {"kilde_id": "d", "ende": "senest", "dag": last.isoformat()}]
    assert papirer.tider(tables(times=times))["d"] == Tid(first, last)
    assert papirer.tider(tables(times=times[:1]))["d"] == Tid(first, date(2025, 12, 31))
    assert papirer.tider(tables())["d"] == Tid(date(2025, 1, 1), date(2025, 12, 31))


def test_a_paper_counts_from_its_first_day() -> None:
    frames = tables(times=[{"kilde_id": "d", "dag": "2025-05-31"}])
    assert "d" not in papirer.kendte_kilder(frames, date(2025, 5, 30))
    assert "d" in papirer.kendte_kilder(frames, date(2025, 5, 31))


@pytest.mark.parametrize(
    ("dato", "precision", "time"),
    [
        ("2025-01-01", "aar", Tid(date(2025, 5, 31), date(2025, 12, 31))),
        ("2025-06-01", "dag", Tid(date(2025, 6, 1), date(2025, 6, 1))),
        ("2025-05-01", "maaned", Tid(date(2025, 5, 1), date(2025, 5, 31))),
    ],
)
def test_a_row_is_from_its_papers_days_unless_it_says_other_ones(dato: str, precision: str, time: Tid) -> None:
    times = papirer.tider(tables(times=[{"kilde_id": "d", "dag": "2025-05-31"}]))
    assert papirer.tid_for({"dato": dato, "dato_praecision": precision, "kilde_id": "d"}, times) == time


def test_each_papers_time_is_as_its_dates_and_meetings_to_come_say(frames: Frames) -> None:
    assert papirer.tider(frames) == {
        "000": Tid(date(2020, 3, 1), date(2020, 9, 30)),
        "001": Tid(date(2024, 4, 19), date(2024, 4, 19)),
        "002": Tid(date(2022, 11, 8), date(2022, 11, 30)),
        "003": Tid(date(2020, 1, 1), date(2020, 3, 31)),
        "004": Tid(date(2025, 5, 31), date(2025, 12, 31)),
    }


def test_a_paper_without_a_day_of_its_own_has_a_reason_for_both_ends(frames: Frames) -> None:
    for paper in papirer.alle(frames):
        if paper.tid and paper.tid.fra < paper.tid.til:
            assert [reason.ende for reason in paper.grunde] == ["tidligst", "senest"], paper
            assert (paper.grunde[0].dag, paper.grunde[1].dag) == (paper.tid.fra, paper.tid.til)
        else:
            assert not paper.grunde, paper


def test_a_day_before_a_paper_was_whole_knows_nothing_of_it(frames: Frames) -> None:
    for kilde_id, time in papirer.tider(frames).items():
        assert kilde_id not in papirer.kendte_kilder(frames, time.fra - timedelta(days=1))
    assert "004" not in papirer.kendte_kilder(frames, date(2025, 1, 15))
