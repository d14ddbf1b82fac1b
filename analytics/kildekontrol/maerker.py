"""The look-up of the finding that belongs beside a figure."""

from __future__ import annotations

import pandas as pd

from analytics.kildekontrol.fund import Finding, as_findings
from analytics.kildekontrol.slags import GRAVEST_FIRST


class Marks:
    """
    Looks up the finding that belongs beside a figure.

    Built once from the frame that `findings` returns. When several findings share a figure, a contradiction comes
    before a misprint, a misprint before a different basis, that before what the extract lost, and then the largest.
    """

    def __init__(self, rows: pd.DataFrame) -> None:
        self._by_figure: dict[tuple[str, str, str | None, str | None], list[Finding]] = {}
        figures = (finding for finding in as_findings(rows) if not finding.medlemmer)
        for finding in sorted(figures, key=_severity):
            key = (finding.tabel, finding.felt, finding.omraade_id, finding.kommune_id)
            self._by_figure.setdefault(key, []).append(finding)

    def mark(
        self,
        tabel: str,
        felt: str,
        *,
        omraade_id: str | None = None,
        kommune_id: str | None = None,
        raekke: str | None = None,
        speciale: int | None = None,
        aar: int | None = None,
    ) -> Finding | None:
        """
        The finding of the figure ``felt`` in the row of ``tabel`` that the keys name, or None.

        ``raekke`` is the printed row's name, for totals that are no area and no kommune ("Syd", "I alt"). ``speciale``,
        ``aar`` and ``raekke`` that are not given, or that the finding does not have, tell nothing apart.
        """
        wanted = {"raekke": raekke, "speciale": speciale, "aar": aar}
        for finding in self._by_figure.get((tabel, felt, omraade_id, kommune_id), []):
            if all(value in (None, getattr(finding, name) or value) for name, value in wanted.items()):
                return finding
        return None


def _severity(finding: Finding) -> tuple[int, float]:
    return GRAVEST_FIRST.index(finding.art), -abs(finding.forskel_pct or 0)
