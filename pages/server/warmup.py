"""What is done while the server already answers, so that no visitor waits for it."""

from __future__ import annotations

import gc
import logging
import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from pages.access import settings
from pages.server import embedding, log, output

_LOG = logging.getLogger("kkr")
_UNTIL_DRAWN = 5.0
"""Seconds after the start when the first page is drawn, and what takes the interpreter's time may be done."""


@asynccontextmanager
async def lifespan(app: Any) -> AsyncIterator[dict[str, Any]]:
    """Build the database and fill the caches in a thread of its own; the first page waits for no more."""
    output.of_python_alone()
    log.in_lines_of_json()
    embedding.tell_of_wrong_names()
    for remark in settings.remarks():
        _LOG.warning(remark)
    threading.Thread(target=_warm_up, name="kkr-opvarmning", daemon=True).start()
    yield {}


def _warm_up() -> None:
    # What keeps a cache in Streamlit is imported when its runtime has started.
    from analytics import heltal
    from pages.reading import queries

    try:
        queries.warm_up()
    except Exception as error:  # whatever it is, the pages say it in Danish; a server that does not start says nothing
        _LOG.error("Databasen kunne ikke læses ved opstart: %s", error)
    # What is read stays: kept out of the collector's way, it never again holds the interpreter for all sessions.
    gc.collect()
    gc.freeze()
    time.sleep(_UNTIL_DRAWN)
    heltal.load_solver()
