"""What is asked of the app under load, and what it does: rows of `make bench`."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from playwright.sync_api import Browser

from tests.bench.last import maal
from tests.bench.last.skabelon import Template
from tests.bench.maal_udefra import Row

VISITORS, SECONDS, SHORT = 60, 60.0, 20.0
"""The meeting that is asked for: so many visitors for so long. Where the highest number is looked for, less long."""
ALONE = 40

FIRST_PAGES = Row(f"Første side, {VISITORS} besøgende på to sekunder", "ms", 300)
MOVES = Row(f"Træk i en skyder hvert andet sekund, {VISITORS} besøgende", "ms", high_target=200)
ERRORS = Row("… hvor mange af dem der fik en fejl", "besøgende", 1)
SIZES = Row("… sendt ved et træk", "kB", 20)
OWN_TIME = Row("… de besøgendes egen del af en kerne", "%")
MOVE_TIME = Row("Serverens processortid til et træk i en skyder", "ms", 17.5)
HIGHEST = Row("Flest besøgende med 95 % af trækkene inden for 0,5 s, som i deploy/", "besøgende", at_least=120)
IDIOMATIC = Row("… det samme for siden i almindelig Streamlit", "besøgende")
TIMES_IDIOMATIC = Row("… hvor mange gange flere", "gange", at_least=5)


def met(browser: Browser, folder: Path) -> dict[Row, list[float]]:
    """Measure the app alone, then as it is deployed, and the same page in plain Streamlit."""
    with maal.app(browser, folder) as (url, template, processes):
        alone = maal.played(url, template, VISITORS, SECONDS, processes)
        times = maal.processor_times(url, template, ALONE, processes)
    with maal.deployment(folder, template) as (url, template, processes):
        most, _ = maal.highest(partial(_short, url, template, processes), VISITORS)
    with maal.idiomatic(browser, folder) as (url, template, processes):
        plain, _ = maal.highest(partial(_short, url, template, processes), 10)
    return {
        FIRST_PAGES: list(alone.first_pages),
        MOVES: list(alone.moves),
        ERRORS: [float(len(alone.errors))],
        SIZES: [size / 1000 for size in alone.sizes],
        OWN_TIME: [100 * alone.own_share],
        MOVE_TIME: times,
        HIGHEST: [float(most)],
        IDIOMATIC: [float(plain)],
        TIMES_IDIOMATIC: [most / max(plain, 1)],
    }


def _short(url: str, template: Template, processes: list[int], visitors: int) -> maal.Load:
    return maal.played(url, template, visitors, SHORT, processes)
