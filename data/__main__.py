"""Kommandolinjen: ``python -m data byg`` bygger databasen, ``python -m data tjek`` kontrollerer data."""

from __future__ import annotations

import argparse
import sys
import time
from typing import NoReturn

from data import store
from data.clinics import FILE, read_clinics
from data.errors import DataError
from data.package import PACKAGE
from data.validation import package_findings

_USAGE = "brug: python -m data {byg,tjek}"
_HELP = f"""{_USAGE}

  byg    byg databasen af CSV-filerne, hvis de er ændret
  tjek   kontrollér datapakken og, når den findes, data/egne/klinikker.csv
"""


class _DanishParser(argparse.ArgumentParser):
    """argparse's own words are English; there are so few here that they are simply replaced."""

    def format_help(self) -> str:
        return _HELP

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"Kommandoen skal være byg eller tjek.\n{_USAGE}\n")


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code: 0 when all is well, 1 when something is wrong."""
    parser = _DanishParser(prog="python -m data")
    parser.add_argument("kommando", choices=["byg", "tjek"])
    command = parser.parse_args(arguments).kommando
    return _build() if command == "byg" else _check()


def _build() -> int:
    started = time.perf_counter()
    try:
        version = store.build()
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    seconds = f"{time.perf_counter() - started:.1f}".replace(".", ",")
    print(f"Databasen er klar efter {seconds} sekunder. Udgave: {version}")
    return 0


def _check() -> int:
    found = package_findings(PACKAGE)
    print("Datapakken:", _sum_up(len(found)))
    for table, finding in found:
        print(f"  {table}: {finding}")

    clinics = read_clinics()
    errors = clinics.errors if clinics else []
    if clinics is None:
        print(f"Klinikker: filen {FILE.name} findes ikke, og det behøver den ikke.")
    else:
        print(f"Klinikker: {len(clinics.frame)} kan bruges,", _sum_up(len(errors)))
    for error in errors:
        print(f"  {error}")
    return 1 if found or errors else 0


def _sum_up(errors: int) -> str:
    return {0: "ingen fejl.", 1: "1 fejl."}.get(errors, f"{errors} fejl.")


if __name__ == "__main__":
    sys.exit(main())
