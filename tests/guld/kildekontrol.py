"""The source checks: how many each family makes, how many of each kind differ, and how far rounding lets each reach."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import duckdb
import pandas as pd

from analytics.tabeller import Frames
from data import store
from tests.guld.figures import Figures

_SUMMED = ("trykt", "genberegnet", "halv", "nedre", "oevre", "raekke_tal", "kilde_linje", "kilde_linje_2")


def figures(frames: Frames) -> Figures:
    """Return checks and entries by family, entries by kind, all differences, and the sums of each check's figures."""
    from analytics import kildekontrol

    with store.connect() as con:
        findings = kildekontrol.findings(con)
        tally = kildekontrol.tally(con, findings)
        reach = _reach(con)
    return {
        "kontrolleret": dict(zip(tally["kontrol"], tally["kontrolleret"], strict=True)),
        "afviger": dict(zip(tally["kontrol"], tally["afviger"], strict=True)),
        "arter": dict(findings.loc[findings["samlet_i"].isna(), "art"].value_counts().sort_index()),
        "afvigelser": dict(zip(findings["afvigelse_id"], findings["forskel_pct"], strict=True)),
        "regler": reach,
    }


def _reach(con: duckdb.DuckDBPyConnection) -> Figures:
    """Return the sums over each check: of its figures, how far they reach down and up, and what its words need."""
    rows = con.execute("SELECT * FROM kildekontrol ORDER BY afvigelse_id").df()
    return {"-".join(map(str, name)): _of_one(group) for name, group in rows.groupby(["kontrol", "regel"])}


def _of_one(rows: pd.DataFrame) -> Figures:
    holds = rows["holder"].dropna()
    told: dict[str, float] = {}
    for led in rows["led"].dropna():
        for name, value in json.loads(led).items():
            told[f"led {name}"] = told.get(f"led {name}", 0) + _size(value)
    sums = {name: rows[name].sum() for name in _SUMMED if rows[name].notna().any()}
    reach = {
        "nedad": (rows["genberegnet"] - rows["nedre"]).sum(),
        "opad": (rows["oevre"] - rows["genberegnet"]).sum(),
    }
    counted = {"kontroller": len(rows)} | ({"holder": int(holds.astype(bool).sum())} if len(holds) else {})
    return counted | _plain(sums | reach | told)


def _size(value: Any) -> float:
    """A figure as it is; a word or a list counts as many as it has letters or members."""
    if value is None:
        return 0
    return float(value) if isinstance(value, int | float) else float(len(value))


def _plain(sums: Mapping[str, float]) -> dict[str, float]:
    """What cancels out is nothing, whatever is left behind the decimal point."""
    return {name: round(float(value), 6) for name, value in sums.items()}
