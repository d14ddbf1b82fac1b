"""The source checks: how many each family makes, and how many of each kind differ."""

from __future__ import annotations

from analytics.tabeller import Frames
from data import store
from tests.guld.figures import Figures


def figures(frames: Frames) -> Figures:
    """Return checks and differences by family, and differences by kind."""
    from analytics import kildekontrol

    with store.connect() as con:
        findings = kildekontrol.findings(con)
        tally = kildekontrol.tally(con, findings)
    return {
        "kontrolleret": dict(zip(tally["kontrol"], tally["kontrolleret"], strict=True)),
        "afviger": dict(zip(tally["kontrol"], tally["afviger"], strict=True)),
        "arter": dict(findings["art"].value_counts().sort_index()),
        "afvigelser": dict(zip(findings["afvigelse_id"], findings["forskel_pct"], strict=True)),
    }
