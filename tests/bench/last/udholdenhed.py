"""
Does it hold for hours? `make last HVAD=udholdenhed ANTAL=500 SEKUNDER=3600`: so many sessions that come and go.

Each visitor opens a shared link, moves a slider now and then, and leaves; another comes in its stead. When all have
left, no session is to be there, and Python is to hold what it held before: it is told, minute by minute.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from dansk.tal import number
from tests.bench.last import besoegende, skabelon, tjener
from tests.bench.last.maal import SLIDER
from tests.bench.last.skabelon import Template
from tests.bench.maal_udefra import SCENARIO
from tests.e2e.server import Server, free_port
from tests.project import ROOT

STAY, PAUSE = 60.0, 15.0
"""Seconds that a visitor is there, and between two moves: what one process serves 500 at without falling behind."""
KEPT = 5
"""Seconds that the server keeps a session whose browser is gone; in use it is 15 minutes (.streamlit/config.toml)."""
WARM = 90.0
"""
Seconds that as many come and go before the first count: threads are then as many, and caches as full, as they will be.
"""
GROWTH = 0.05
"""So much more Python may hold at the end than at the beginning."""
_OFTEN, _PATIENCE = 60.0, 120.0


@dataclass(frozen=True)
class Held:
    """What the server holds: sessions, blocks and objects of Python's heap, and bytes of the process in memory."""

    sessioner: int
    blokke: int
    objekter: int
    bytes: int

    def told(self, when: str) -> str:
        """What is held, in one line."""
        return (
            f"{when}: {self.sessioner} sessioner, Pythons hob {number(self.blokke)} blokke og {number(self.objekter)} "
            f"objekter, processen {number(self.bytes / 1e6)} MB"
        )


@dataclass(frozen=True)
class Soaked:
    """What a soak came to: what was held before and after, how many came, and what failed."""

    before: Held
    after: Held
    visits: int
    moves: int
    errors: tuple[str, ...]

    @property
    def growth(self) -> float:
        """How much more of the heap is held at the end, as a share."""
        return self.after.blokke / self.before.blokke - 1

    @property
    def holds(self) -> bool:
        """Whether nothing failed, no session is left, and the heap is flat."""
        is_flat = self.after.blokke <= (1 + GROWTH) * self.before.blokke
        return not self.errors and self.after.sessioner == 0 and is_flat

    def told(self) -> str:
        """The soak in one line."""
        return (
            f"{self.visits} besøg, {self.moves} træk, {len(self.errors)} fejl; {self.after.sessioner} sessioner "
            f"tilbage; Pythons hob voksede {number(100 * self.growth, 1)} % (højst {number(100 * GROWTH)} %): "
            f"{'holder' if self.holds else 'HOLDER IKKE'}"
        )


def soak(browser: Browser, folder: Path, visitors: int, seconds: float) -> Soaked:
    """Let so many come and go for so long, and tell on the way what the server holds."""
    with _watched(folder) as (server, look):
        template = skabelon.taken(browser, server, SCENARIO, SLIDER, shared=True)
        _played(server.url, template, visitors, min(WARM, seconds))
        before = _when_all_are_gone(look)
        print(before.told("Før"), flush=True)
        # What they tell is read by another: a pipe holds less than that, and they would wait for ever.
        with ThreadPoolExecutor(1) as reader:
            playing = reader.submit(_start(server.url, template, visitors, seconds).communicate)
            began = told = time.monotonic()
            while not playing.done():
                time.sleep(1)
                if time.monotonic() - told >= _OFTEN:
                    told = time.monotonic()
                    print(look().told(f"{(told - began) / 60:.0f} min"), flush=True)
        came = json.loads(playing.result()[0])
        after = _when_all_are_gone(look)
        print(after.told("Efter"), flush=True)
    return Soaked(before, after, len(came["first_pages"]), len(came["moves"]), tuple(came["errors"]))


@contextmanager
def _watched(folder: Path) -> Iterator[tuple[Server, Looking]]:
    port = free_port()
    environment = {tjener.PORT: str(port), "STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": str(KEPT)}
    with Server(folder / "udholdenhed", environment=environment, module=tjener.__name__) as server:
        yield server, Looking(port)


@dataclass(frozen=True)
class Looking:
    """Looks into the server."""

    port: int

    def __call__(self) -> Held:
        """Return what it holds."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}", timeout=_PATIENCE) as answer:
            return Held(**json.load(answer))


def _when_all_are_gone(look: Looking) -> Held:
    """Wait until no session is left, or they do not go away, and return what is held."""
    late = time.monotonic() + _PATIENCE
    while (held := look()).sessioner and time.monotonic() < late:
        time.sleep(1)
    return held


def _start(url: str, template: Template, visitors: int, seconds: float) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", besoegende.__name__, url, str(visitors), str(seconds), str(PAUSE), str(STAY)]
    playing = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert playing.stdin is not None
    playing.stdin.write(template.written())
    playing.stdin.close()
    playing.stdin = None
    return playing


def _played(url: str, template: Template, visitors: int, seconds: float) -> None:
    _start(url, template, visitors, seconds).communicate()
