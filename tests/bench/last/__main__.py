"""`make last ANTAL=20 SEKUNDER=15 HVAD=app`: a short load run, told line by line; HVAD is app, drift or idiomatisk."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from tests.bench.last import maal
from tests.e2e.browser import chromium


def main() -> int:
    """Play the visitors and tell what they met; 1 when something failed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--antal", type=int, default=20)
    parser.add_argument("--sekunder", type=float, default=15)
    parser.add_argument("--hvad", choices=("app", "drift", "idiomatisk"), default="app")
    parser.add_argument("--soeg", action="store_true", help="find the highest number, beginning with --antal")
    asked = parser.parse_args()
    expect.set_options(timeout=60_000)  # a slow machine is measured too
    with (
        tempfile.TemporaryDirectory() as temporary,
        sync_playwright() as playwright,
        chromium(playwright.chromium) as browser,
    ):
        folder = Path(temporary)
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
            return 1 if play(asked.antal).errors else 0


if __name__ == "__main__":
    sys.exit(main())
