"""
Is it fast enough? `make bench` prints a table, and ends with an error when a target is missed.

`maal_udefra` measures from outside, as a user has it; `maal_beregning` what takes how long without a browser;
`sammenlign` sets two checkouts side by side.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.bench.maal_beregning import measurements
from tests.bench.maal_udefra import Times, measured
from tests.e2e.browser import chromium


@dataclass(frozen=True)
class Result:
    """
    What was measured, each value, the unit, and what the median must stay below (None: only told).

    `high_target` is what 95 % of the values must stay within, where that is asked for.
    """

    name: str
    values: list[float]
    unit: str
    target: float | None
    high_target: float | None = None

    @property
    def median(self) -> float:
        return statistics.median(self.values)

    @property
    def high(self) -> float:
        """The 95th percentile: the value that 95 % do not exceed."""
        ordered = sorted(self.values)
        return ordered[min(len(ordered) - 1, -(-len(ordered) * 95 // 100) - 1)]

    @property
    def is_met(self) -> bool:
        within = self.high_target is None or self.high <= self.high_target
        return within and (self.target is None or self.median < self.target)

    def row(self) -> str:
        """The result as a row of the table."""
        met = "" if self.target is None else "ja" if self.is_met else "NEJ"
        limit = "" if self.target is None else f"under {_danish(self.target)}"
        limit += "" if self.high_target is None else f", 95 % højst {_danish(self.high_target)}"
        figures = (str(len(self.values)), _danish(self.median), _danish(self.high), self.unit, limit, met)
        return f"| {' | '.join((self.name, *figures))} |"


def _danish(value: float) -> str:
    return f"{value:.0f}" if value >= 20 or value == int(value) else f"{value:.2f}".replace(".", ",")


def main() -> int:
    """Measure, print the table, and return 1 when a target is missed."""
    with (
        tempfile.TemporaryDirectory() as temporary,
        sync_playwright() as playwright,
        chromium(playwright.chromium) as browser,
    ):
        outside = measured(browser, Path(temporary), Times())
        results = (
            *(Result(row.name, values, row.unit, row.target, row.high_target) for row, values in outside.items()),
            *(Result(*each) for each in measurements()),
        )
    print("| Måling | Antal | Median | 95. percentil | Enhed | Krav til medianen | Opfyldt |")
    print("| --- | ---: | ---: | ---: | --- | --- | --- |")
    for result in results:
        print(result.row())
    return 0 if all(result.is_met for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
