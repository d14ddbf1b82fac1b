"""
Is it fast enough? `make bench` prints a table, and ends with an error when a target is missed.

`maal_udefra` measures from outside, as a user has it; `maal_hentning` what is fetched the first time; `maal_sider` what
each page costs the server; `last` how many can be there at once; `maal_beregning` what takes how long without a
browser; `sammenlign` sets two checkouts side by side. `make bench JSON=fil` writes the table as JSON too, and
`make bench DEL="last beregning"` measures some of the parts.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.bench.last import krav
from tests.bench.maal_beregning import measurements
from tests.bench.maal_hentning import fetched
from tests.bench.maal_sider import opened
from tests.bench.maal_udefra import Row, Times, measured
from tests.e2e.browser import chromium
from tests.project import ROOT


@dataclass(frozen=True)
class Result:
    """
    What was measured, each value, the unit, and what the median must stay below (None: only told).

    `high_target` is what 95 % of the values must stay within, where that is asked for; `at_least` is what the median
    must reach, where more is better.
    """

    name: str
    values: list[float]
    unit: str
    target: float | None
    high_target: float | None = None
    at_least: float | None = None

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
        reached = self.at_least is None or self.median >= self.at_least
        return within and reached and (self.target is None or self.median < self.target)

    @property
    def limit(self) -> str:
        """What is asked of it, in words."""
        asked = (
            "" if self.target is None else f"under {_danish(self.target)}",
            "" if self.high_target is None else f"95 % højst {_danish(self.high_target)}",
            "" if self.at_least is None else f"mindst {_danish(self.at_least)}",
        )
        return ", ".join(filter(None, asked))

    def row(self) -> str:
        """The result as a row of the table."""
        met = "" if not self.limit else "ja" if self.is_met else "NEJ"
        figures = (str(len(self.values)), _danish(self.median), _danish(self.high), self.unit, self.limit, met)
        return f"| {' | '.join((self.name, *figures))} |"

    def told(self) -> dict[str, object]:
        """The result as JSON has it."""
        return {
            "maaling": self.name,
            "antal": len(self.values),
            "median": self.median,
            "percentil_95": self.high,
            "enhed": self.unit,
            "krav": self.limit or None,
            "opfyldt": self.is_met if self.limit else None,
        }


def _of(rows: dict[Row, list[float]]) -> list[Result]:
    return [
        Result(row.name, values, row.unit, row.target, row.high_target, row.at_least) for row, values in rows.items()
    ]


def circumstances() -> dict[str, object]:
    """Where, when and of what it was measured."""
    said = {
        line.partition(":")[0].strip(): line.partition(":")[2].strip()
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    }
    commit = subprocess.run(["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True)
    return {
        "maskine": said.get("model name", platform.machine()),
        "kerner": len(os.sched_getaffinity(0)),
        "belastning_foer": round(os.getloadavg()[0], 2),
        "python": platform.python_version(),
        "dato": datetime.now(UTC).strftime("%Y-%m-%d %H:%M"),
        "commit": commit.stdout.strip() or None,
    }


PARTS: Mapping[str, Callable[[Browser, Path], Iterable[Result]]] = {
    "udefra": lambda browser, folder: _of(measured(browser, folder, Times())),
    "hentning": lambda browser, folder: _of(fetched(browser, folder)),
    "sider": lambda browser, folder: _of(opened(folder)),
    "last": lambda browser, folder: _of(krav.met(browser, folder)),
    "beregning": lambda browser, folder: [Result(*each) for each in measurements()],
}
"""What is measured, by the names that parts of it are asked for, in the order of the table."""


def _danish(value: float) -> str:
    return f"{value:.0f}" if value >= 20 or value == int(value) else f"{value:.2f}".replace(".", ",")


def main() -> int:
    """Measure, print the table, and return 1 when a target is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--json", type=Path)
    parser.add_argument("--del", dest="parts", nargs="+", choices=PARTS, default=list(PARTS))
    asked = parser.parse_args()
    where = circumstances()
    with (
        tempfile.TemporaryDirectory() as temporary,
        sync_playwright() as playwright,
        chromium(playwright.chromium) as browser,
    ):
        folder = Path(temporary)
        results = [result for part in PARTS if part in asked.parts for result in PARTS[part](browser, folder)]
    print("Målt " + ", ".join(f"{name} {value}" for name, value in where.items()) + ".\n")
    print("| Måling | Antal | Median | 95. percentil | Enhed | Krav til medianen | Opfyldt |")
    print("| --- | ---: | ---: | ---: | --- | --- | --- |")
    for result in results:
        print(result.row())
    if asked.json:
        table = {**where, "maalinger": [result.told() for result in results]}
        asked.json.write_text(json.dumps(table, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0 if all(result.is_met for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
