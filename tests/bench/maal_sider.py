"""
What each page costs the server when it is opened the first time: `make bench DEL=sider`.

It is the processor's time for a new session's first run, by the web socket alone: what 60 phones that scan one code
at once wait for.
"""

from __future__ import annotations

from pathlib import Path

from pages.navigation.registry import PAGES
from tests.bench.maal_udefra import Row, first_runs
from tests.e2e.server import Server

TIMES = 3
OPENED = {page: Row(f"Serverens processortid til første kørsel: {page.title}", "ms") for page in PAGES}


def opened(folder: Path) -> dict[Row, list[float]]:
    """Measure every page."""
    with Server(folder / "sider") as server:
        return {row: list(first_runs(server, page.address, TIMES)) for page, row in OPENED.items()}
