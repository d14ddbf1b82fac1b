"""
`make last ANTAL=20 SEKUNDER=15 HVAD=app`: a short load run, told line by line.

HVAD is app, drift, idiomatisk, or udholdenhed: those who come and go for so many seconds.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from tests.bench.last import maal, udholdenhed
from tests.e2e.browser import chromium


def main() -> int:
    """Play the visitors and tell what they met; 1 when something failed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--antal", type=int, default=20)
    parser.add_argument("--sekunder", type=float, default=15)
    parser.add_argument("--hvad", choices=("app", "drift", "idiomatisk", "udholdenhed"), default="app")
    parser.add_argument("--soeg", action="store_true", help="find the highest number, beginning with --antal")
    asked = parser.parse_args()
    expect.set_options(timeout=60_000)  # a slow machine is measured too
    with (
        tempfile.TemporaryDirectory() as temporary,
        sync_playwright() as playwright,
        chromium(playwright.chromium) as browser,
    ):
        folder = Path(temporary)
        if asked.hvad == "udholdenhed":
            soaked = udholdenhed.soak(browser, folder, asked.antal, asked.sekunder)
            print(soaked.told())
            for error in soaked.errors[:3]:
                print(f"  {error}")
            return 0 if soaked.holds else 1
        if asked.hvad == "drift":
            with maal.app(browser, folder) as (_, template, _):
                pass
            started = maal.deployment(folder, template)
        else:
            started = maal.app(browser, folder) if asked.hvad == "app" else maal.idiomatic(browser, folder)
        with started as (url, template, processes):

            def play(number: int) -> maal.Load:
                load = maal.played(url, template, number, asked.sekunder, processes)
                print(load.told(), flush=True)
                for error in load.errors[:3]:
                    print(f"  {error}")
                return load

            if asked.soeg:
                print(f"Højeste antal: {maal.highest(play, asked.antal)[0]}")
                return 0
            failed = play(asked.antal).errors
            if asked.hvad != "drift":
                times = maal.processor_times(url, template, 40, processes)
                print(f"Serverens processortid til et træk: {statistics.median(times):.1f} ms".replace(".", ","))
            return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
