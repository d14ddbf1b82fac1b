"""
Is it slower than it was? `make bench MOD=/sti/til/et/andet/checkout` measures both, turn by turn, on the same machine.

The other checkout may be older: it is driven from outside alone, with this one's packages, and its computations are
measured by its own `python -m tests.bench.maal_beregning`. A row that only one of them has is named, and not compared.
"""

from __future__ import annotations

import math
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.bench.maal_hentning import fetched
from tests.bench.maal_udefra import Times, measured
from tests.e2e.browser import chromium
from tests.project import ROOT

ROUNDS = 8
ALLOWED = 0.10
"""So much slower a row may be, and is not called slower before it is two standard errors as well."""
TIMES = Times(builds=1, starts=1, visits=1, changes=12, presses=20, handouts=2)


@dataclass(frozen=True)
class Comparison:
    """A row's median in each round, before and now."""

    name: str
    unit: str
    before: Sequence[float]
    now: Sequence[float]

    @property
    def change(self) -> float:
        """How much slower it is now, as a share of what it was."""
        return statistics.mean(self.now) / statistics.mean(self.before) - 1

    @property
    def error(self) -> float:
        """The standard error of the change, as a share of what it was."""
        return math.hypot(standard_error(self.before), standard_error(self.now)) / statistics.mean(self.before)

    @property
    def is_slower(self) -> bool:
        """Whether it is slower by more than is allowed and by two standard errors, which a single round has not."""
        return len(self.now) > 1 and self.change > ALLOWED and self.change > 2 * self.error

    def row(self) -> str:
        """Return the comparison as a row of the table."""
        cells = [self.name, self.unit]
        for values in (self.before, self.now):
            cells += [_danish(statistics.median(values)), _danish(standard_error(values))]
        cells += [
            f"{_danish(100 * self.change)} %",
            f"{_danish(100 * self.error)} %",
            "JA" if self.is_slower else "nej",
        ]
        return f"| {' | '.join(cells)} |"


def standard_error(values: Sequence[float]) -> float:
    """
    Return the standard error of the values' mean, 0 for one alone.

    >>> standard_error([1.0, 3.0])
    1.0
    """
    return statistics.stdev(values) / math.sqrt(len(values)) if len(values) > 1 else 0.0


def rounds(browser: Browser, folder: Path, projects: Sequence[Path], number: int) -> Iterator[list[dict[str, float]]]:
    """Measure every checkout once a round, in turn from first and from last, and yield each row's median for each."""
    for at in range(number):
        found: dict[Path, dict[str, float]] = {}
        for project in projects if at % 2 == 0 else reversed(projects):
            own = folder / f"{at}-{projects.index(project)}"
            own.mkdir()
            outside = measured(browser, own, TIMES, project) | fetched(browser, own, project, times=1)
            found[project] = {f"{row.name}|{row.unit}": statistics.median(values) for row, values in outside.items()}
            found[project] |= _computed(project, own)
        yield [found[project] for project in projects]


def _computed(project: Path, folder: Path) -> Mapping[str, float]:
    """The medians that a checkout's own measurement of its computations prints."""
    command = [sys.executable, "-m", "tests.bench.maal_beregning"]
    environment = {**os.environ, "KKR_DATABASE_MAPPE": str(folder / "beregning")}
    printed = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False).stdout
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in printed.splitlines() if line[:1] == "|"]
    return {f"{name}|{unit}": float(median.replace(",", ".")) for name, _, median, _, unit, *_ in rows}


def _name_and_unit(name: str) -> tuple[str, str]:
    before, _, after = name.partition("|")
    return before, after


def _danish(value: float) -> str:
    return f"{value:.3g}".replace(".", ",") if abs(value) < 1000 else f"{value:.0f}"


def main(other: Path, number: int = ROUNDS) -> int:
    """Measure both, print the table, and return 1 when a row is slower than it was."""
    projects = [other.resolve(), ROOT]
    with (
        tempfile.TemporaryDirectory() as temporary,
        sync_playwright() as playwright,
        chromium(playwright.chromium) as browser,
    ):
        told = list(rounds(browser, Path(temporary), projects, number))
    names = {name: None for round_ in told for each in round_ for name in each}
    shared = [name for name in names if all(name in each for round_ in told for each in round_)]
    # What is printed as 0,00 has no share that it could be slower by.
    long_enough = [name for name in shared if any(before[name] for before, _ in told)]
    comparisons = [
        Comparison(*_name_and_unit(name), [before[name] for before, _ in told], [now[name] for _, now in told])
        for name in long_enough
    ]
    print(f"{number} runder hver, skiftevis: før er {other}.\n")
    print("| Måling | Enhed | Før | ± | Nu | ± | Ændring | ± | Langsommere |")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |")
    for comparison in comparisons:
        print(comparison.row())
    for name in sorted(set(shared) - set(long_enough)):
        print(f"For kort til at sammenligne: {name.split('|')[0]}")
    for name in sorted(names.keys() - set(shared)):
        print(f"Kun i det ene: {name.split('|')[0]}")
    return 1 if any(comparison.is_slower for comparison in comparisons) else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
