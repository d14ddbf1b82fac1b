"""What is added is checked beside what is printed, and takes the place of none of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pytest

from analytics import kildekontrol
from analytics.tabeller import Frames
from data import description
from data.officials import own
from data.store import Store
from tests.tilfoejelser import PAPERS, Row, as_csv

SAYS = ["afvigelse_id", "raekke", "aar", "felt", "kilde_id", "kilde_linje"]


def _checks(folder: Path, added: Mapping[str, list[Row]]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The findings, and all checks, of the papers with these rows."""
    for name, new in added.items():
        file = own.file_of(folder, name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(as_csv(description.table(name), new))
    with Store(own=folder).connect() as con:
        return kildekontrol.findings(con), con.execute("FROM kildekontrol").df()


@pytest.fixture
def places(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder of added rows, with databases of their own."""
    monkeypatch.setenv("KKR_DATABASE_MAPPE", str(tmp_path / "database"))
    return tmp_path / "egne"


def test_every_printed_figure_is_checked_as_before(places: Path, frames: Frames) -> None:
    """By goals of older and newer papers, and by sums that are called almost as the printed ones or as a kommune."""
    found, made = _checks(places / "ingen", {})
    others = {"tema": "Et andet", "maal": "Et andet mål", "art": "kvantitativ", "maal_tal": 7, "realiseret_tal": 3}
    goals = [
        {"aar": goal.aar, "nr": goal.nr, "del": part, "kilde_id": paper["kilde_id"], "kilde_linje": 1, **others}
        for goal, part in zip(frames["resultatmaal"].itertuples(), frames["resultatmaal"]["del"], strict=True)
        for paper in PAPERS
    ]
    sums = frames["kommunefordeling_total"]
    almost = [
        {"navn": f"{row.navn}.", "aktivitet": row.aktivitet, "aar": 2024, "deltagelser": 5, **_PLACE}
        for row in sums[sums["kommune_id"].isna()].itertuples()
    ]
    named = [
        {"navn": row.navn, "aktivitet": "Driftsforløb", "aar": 2024, "deltagelser": 5, **_PLACE}
        for row in sums[sums["kommune_id"].notna()].itertuples()
    ]
    after, checked = _checks(
        places / "nogle",
        {"kilde": list(PAPERS), "resultatmaal": goals, "kommunefordeling_total": [*almost, *named]},
    )
    for before, now in ((found, after), (made, checked)):
        assert now["afvigelse_id"].is_unique
        kept = now[now["afvigelse_id"].isin(before["afvigelse_id"])]
        pd.testing.assert_frame_equal(_in_order(kept), _in_order(before))
    # The sums that are called almost as printed ones do not add up, and have a key of their own.
    assert {each.partition(".")[0] for each in after["afvigelse_id"] if "." in each} == {
        f"sum-kommunefordeling-total-{name}-2024-i-alt" for name in ("andre-kommuner", "samlet-i-regionen", "total")
    }


_PLACE = {"kilde_id": "005", "kilde_linje": 9}


def _in_order(checks: pd.DataFrame) -> pd.DataFrame:
    """What each check is of; figures that are worked out differ in their last digit from one building to the next."""
    return checks[SAYS].sort_values("afvigelse_id").reset_index(drop=True)
