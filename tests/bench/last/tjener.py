"""
Streamlit with a window into its memory: `python -m tests.bench.last.tjener run app.py`, as `streamlit run app.py`.

Whoever asks `KKR_VINDUE`, a port of this machine, is told how many sessions there are and how much Python holds.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

from streamlit.runtime import Runtime
from streamlit.web import cli

PORT = "KKR_VINDUE"
"""The environment variable that says which port the window is at."""


def held() -> dict[str, int]:
    """
    Count the sessions, connected or waiting for their browser, and what is left when Python has collected: the blocks
    and the objects of its heap, and the bytes that the process has in memory.
    """
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return {
        "sessioner": len(Runtime.instance()._session_mgr.list_sessions()),  # noqa: SLF001  # nothing public counts them
        "blokke": sys.getallocatedblocks(),
        "objekter": len(gc.get_objects()),
        "bytes": pages * os.sysconf("SC_PAGE_SIZE"),
    }


class _Window(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """Tell what is held."""
        told = json.dumps(held()).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(told)))
        self.end_headers()
        self.wfile.write(told)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


if __name__ == "__main__":
    window = HTTPServer(("127.0.0.1", int(os.environ[PORT])), _Window)
    threading.Thread(target=window.serve_forever, daemon=True).start()
    cli.main(prog_name="streamlit")
