"""
The papers held against themselves: what DuckDB found to differ, and what each check says of it.

The database holds the pairs of printed and recomputed figures (table ``kildekontrol``) and those that rounding does
not explain (view ``kildeafvigelse``). Each check has one entry here, in the module of its subject: what it compares,
what it tolerates, of what kind a difference is, and the words for it.
"""

from analytics.kildekontrol.beslutninger import Beslutningsfund, beslutninger
from analytics.kildekontrol.fund import (
    Finding,
    Tally,
    as_findings,
    as_tallies,
    contradictions,
    entries,
    findings,
    in_all,
    select,
    tally,
)
from analytics.kildekontrol.maerker import Marks
from analytics.kildekontrol.registret import CHECKS
from analytics.kildekontrol.slags import KINDS, Kind

__all__ = [
    "CHECKS",
    "KINDS",
    "Beslutningsfund",
    "Finding",
    "Kind",
    "Marks",
    "Tally",
    "as_findings",
    "as_tallies",
    "beslutninger",
    "contradictions",
    "entries",
    "findings",
    "in_all",
    "select",
    "tally",
]
