"""The app as a process of its own: `streamlit run app.py` on a free port of this machine."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from urllib.error import URLError

from tests.project import ROOT

PATIENCE = 60.0  # seconds to wait for a start


class Server:
    """
    A running app; `database` is its folder of databases, `project` the folder that it is started in.

    It answers on `port`, or on one that is free, and below the address `base`, e.g. `/kkr`; `environment` is what it
    has beside this process's own. `script` is what Streamlit is told to run, and `module` what stands for Streamlit.
    """

    def __init__(
        self,
        database: Path,
        project: Path = ROOT,
        port: int | None = None,
        base: str = "",
        environment: Mapping[str, str] = MappingProxyType({}),
        script: str = "app.py",
        module: str = "streamlit",
    ) -> None:
        self.script, self.module = script, module
        self.database, self.project, self.base, self.environment = database, project, base, environment
        self.port = port or free_port()
        self.log_file = database.parent / f"{database.name}-{self.port}.log"

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}{self.base}"

    @property
    def log(self) -> str:
        return self.log_file.read_text(encoding="utf-8")

    @property
    def process_id(self) -> int:
        return self._process.pid

    def start(self) -> Server:
        """Start the process and wait until it answers."""
        self.database.mkdir(parents=True, exist_ok=True)
        options = ["--server.port", str(self.port), "--server.address", "127.0.0.1"]
        options += ["--server.baseUrlPath", self.base.strip("/")] if self.base else []
        with self.log_file.open("w", encoding="utf-8") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", self.module, "run", self.script, *options],
                cwd=self.project,
                env={**os.environ, "KKR_DATABASE_MAPPE": str(self.database), **self.environment},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        deadline = time.monotonic() + PATIENCE
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                self.stop()
                raise RuntimeError(f"The app did not start:\n{self.log}")
            time.sleep(0.05)
        return self

    def stop(self) -> None:
        """End this process, and no other."""
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=2) as answer:
                return bool(answer.status == 200)
        except (URLError, ConnectionError, TimeoutError):
            return False

    def __enter__(self) -> Server:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
