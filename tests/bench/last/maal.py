"""
How many at once? `make last ANTAL=20 SEKUNDER=15` plays so many visitors and tells what they met, without a search.

Server and visitors share the machine: the visitors' own share of the processor is told apart. Where there are more than
two cores, the server gets two and the visitors the others.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from tests.bench.last import skabelon
from tests.bench.last.skabelon import Template
from tests.bench.maal_udefra import SCENARIO
from tests.e2e.proxy import deployed
from tests.e2e.server import Server
from tests.project import ROOT

CORES = 2
SLIDER = "Valby, speciale 51"
WITHIN = 500.0
"""Milliseconds that 95 % of the moves must stay within, where the highest number of visitors is looked for."""
_IDIOMATIC = str(Path(__file__).with_name("idiomatisk.py"))
_STEP = 10


@dataclass(frozen=True)
class Load:
    """What so many visitors met, and what part of a core they and the server took meanwhile."""

    visitors: int
    first_pages: Sequence[float]
    moves: Sequence[float]
    sizes: Sequence[int]
    errors: Sequence[str]
    own_share: float
    servers_share: float

    @property
    def high(self) -> float:
        """Milliseconds that 95 % of the moves were answered within; endless where none was."""
        ordered = sorted(self.moves)
        return ordered[min(len(ordered) - 1, -(-len(ordered) * 95 // 100) - 1)] if ordered else float("inf")

    @property
    def holds(self) -> bool:
        """Whether all were served, 95 % of the moves in time."""
        return not self.errors and len(self.first_pages) == self.visitors and self.high <= WITHIN

    def told(self) -> str:
        """The load in one line."""
        first = statistics.median(self.first_pages) if self.first_pages else float("nan")
        middle = statistics.median(self.moves) if self.moves else float("nan")
        return (
            f"{self.visitors} besøgende: første side {first:.0f} ms, {len(self.moves)} træk, median {middle:.0f} ms, "
            f"95 % inden for {self.high:.0f} ms, {len(self.errors)} fejl; af en kerne brugte serveren "
            f"{100 * self.servers_share:.0f} % og de besøgende {100 * self.own_share:.0f} %"
        )


def played(url: str, template: Template, visitors: int, seconds: float, processes: Sequence[int]) -> Load:
    """Let so many visitors come, and move for so many seconds; `processes` are the server's."""
    for process in processes:
        for thread in Path(f"/proc/{process}/task").iterdir():
            os.sched_setaffinity(int(thread.name), _cores()[:CORES])
    before, began = _processor_time(processes), time.monotonic()
    answer = subprocess.run(
        [sys.executable, "-m", "tests.bench.last.besoegende", url, str(visitors), str(seconds)],
        cwd=ROOT,
        input=template.written(),
        capture_output=True,
        check=True,
        text=True,
        preexec_fn=lambda: os.sched_setaffinity(0, _cores()[CORES:] or _cores()),
    )
    took = time.monotonic() - began
    told = json.loads(answer.stdout)
    return Load(
        visitors,
        told["first_pages"],
        told["moves"],
        told["sizes"],
        told["errors"],
        told["processor_seconds"] / took,
        (_processor_time(processes) - before) / took,
    )


def processor_times(url: str, template: Template, moves: int, processes: Sequence[int]) -> list[float]:
    """Milliseconds of the server's processor for a move of a visitor who is alone, five times, so many moves each."""
    here = skabelon.at(template, url)
    times = []
    with connect(
        f"{url}/_stcore/stream".replace("http", "ws", 1),
        origin=Origin(url),
        subprotocols=[Subprotocol("streamlit")],
        max_size=None,
        proxy=None,
    ) as socket:
        _said(socket, here.first)
        for _ in range(5):
            before = _processor_time(processes)
            for step in range(moves):
                _said(socket, here.moved_to(step / 10))
            times.append(1000 * (_processor_time(processes) - before) / moves)
    return times


def _said(socket: ClientConnection, message: bytes) -> None:
    """Say something and wait until the script has run."""
    answer = ForwardMsg()
    socket.send(message)
    while answer.WhichOneof("type") != "script_finished":
        answer.ParseFromString(socket.recv(timeout=60, decode=False))


def _cores() -> list[int]:
    return sorted(os.sched_getaffinity(0))


def _processor_time(processes: Sequence[int]) -> float:
    """Seconds that the processor has worked for the processes, all threads, also those that have ended (Linux)."""
    total = 0
    for process in processes:
        figures = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        total += int(figures[11]) + int(figures[12])
    return total / os.sysconf("SC_CLK_TCK")


def highest(play: Callable[[int], Load], begin: int, most: int = 400) -> tuple[int, list[Load]]:
    """
    Return the highest number of visitors that holds, in whole tens, and all that was tried.

    It is doubled until it does not hold, and then halved in between; one that does not hold is given a second chance.
    """
    tried: list[Load] = []

    def holds(number: int) -> bool:
        for _ in range(2):
            tried.append(play(number))
            if tried[-1].holds:
                return True
        return False

    low, high = 0, begin
    while high <= most and holds(high):
        low, high = high, 2 * high
    high = min(high, most + _STEP)
    while high - low > _STEP:
        middle = (low + high) // 2 // _STEP * _STEP
        low, high = (middle, high) if holds(middle) else (low, middle)
    return low, tried


@contextmanager
def app(browser: Browser, folder: Path, project: Path = ROOT) -> Iterator[tuple[str, Template, list[int]]]:
    """The app alone: its address, the template of a visitor with a shared link, and its process."""
    with Server(folder / "last", project) as server:
        yield server.url, skabelon.taken(browser, server, SCENARIO, SLIDER, shared=True), [server.process_id]


@contextmanager
def deployment(folder: Path, template: Template) -> Iterator[tuple[str, Template, list[int]]]:
    """The app as `deploy/` has it: two processes behind nginx, whose own time is not told."""
    (folder / "drift").mkdir(parents=True, exist_ok=True)
    with deployed(folder / "drift", folder / "drift" / "database") as running:
        yield running.url, template, [server.process_id for server in running.processes.values()]


@contextmanager
def idiomatic(browser: Browser, folder: Path) -> Iterator[tuple[str, Template, list[int]]]:
    """The same page in plain Streamlit with Streamlit's own settings, but for a browser of its own."""
    project = folder / "idiomatisk"
    project.mkdir(parents=True, exist_ok=True)
    plain = {"STREAMLIT_SERVER_HEADLESS": "true", "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false"}
    with Server(project / "database", project, environment=plain, script=_IDIOMATIC) as server:
        template = skabelon.taken(browser, server, "", SLIDER, shared=False)
        yield server.url, template, [server.process_id]
