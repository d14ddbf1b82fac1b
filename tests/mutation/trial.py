"""One fault tried: a copy of the project with the fault in it, and a run of the tests that may notice it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

from tests.mutation.mutant import Mutant
from tests.project import ROOT

CHOSEN = "KKR_MUTATION_UDVALGTE"
"""The environment variable that names the file with the tests to run, in order, and all that there were."""
DATABASE = "KKR_MUTATION_DATABASE"
"""The environment variable that names a folder with a database of the tables, for faults that cannot change it."""
SUITES = ("tests/unit", "tests/data")
"""What must catch a fault."""
GOLDEN = ("tests/guld",)
"""What is asked when nothing else has caught it; it does not count."""
_SURROUNDINGS = {"OMP_NUM_THREADS": "1", "KKR_GRUNDIG": "tilfaelde"}
_LEFT_OUT = shutil.ignore_patterns(
    ".*", "__pycache__", "database", "egne", "skaermbilleder", "node_modules", "tabeller"
)
_PASSED, _NONE_RUN = 0, 5


@dataclass(frozen=True)
class Outcome:
    """Whether a fault was caught, by what, how long that took in seconds, and whether only golden figures moved."""

    caught: bool
    by: str
    seconds: float
    golden: bool = False


class Copy:
    """A copy of the project that faults are made in, one at a time."""

    def __init__(self, folder: Path, database: Path | None = None) -> None:
        self.root, self.database, self.temporary = folder / "projekt", database, folder / "midlertidig"
        shutil.copytree(ROOT, self.root, ignore=_LEFT_OUT)
        shutil.copytree(ROOT / ".streamlit", self.root / ".streamlit")
        if (ROOT / "data" / "egne").exists():
            shutil.copytree(ROOT / "data" / "egne", self.root / "data" / "egne")

    def run(self, arguments: Sequence[str], environment: dict[str, str], patience: float) -> tuple[int, str]:
        """Run pytest in the copy and return how it ended and what it wrote."""
        self.temporary.mkdir(exist_ok=True)
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--no-header", *arguments]
        process = subprocess.Popen(
            command,
            cwd=self.root,
            env={**os.environ, **_SURROUNDINGS, "TMPDIR": str(self.temporary), **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        try:
            output, _ = process.communicate(timeout=patience)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, 9)
            process.communicate()
            return -1, ""
        finally:
            shutil.rmtree(self.temporary, ignore_errors=True)
        return process.returncode, output

    def try_out(self, mutant: Mutant, tests: Sequence[str], known: Sequence[str], patience: float) -> Outcome:
        """Put the fault in, run the tests until one fails, and take the fault out again."""
        started = time.monotonic()
        chosen = self.root.parent / "udvalgte.json"
        chosen.write_text(json.dumps({"chosen": list(tests), "known": list(known)}), encoding="utf-8")
        environment = {CHOSEN: str(chosen)}
        if self.database and mutant.path.startswith(("analytics/", "geo/")):
            environment[DATABASE] = str(self.database)
        files = list(dict.fromkeys(test.split("::")[0] for test in tests))
        with self._spoiled(mutant):
            ended, output = self.run(["-x", "--tb=no", "-p", "tests.mutation.trial", *files], environment, patience)
        by = "tiden løb ud" if ended == -1 else _first_failure(output)
        return Outcome(ended not in (_PASSED, _NONE_RUN), by, time.monotonic() - started)

    @contextmanager
    def _spoiled(self, mutant: Mutant) -> Iterator[None]:
        file = self.root / mutant.path
        source = file.read_text(encoding="utf-8")
        try:
            self._write(file, mutant.apply(source))
            yield
        finally:
            self._write(file, source)

    @staticmethod
    def _write(file: Path, text: str) -> None:
        """Write a file, and forget what Python has kept of it: two changes in a second look alike to it."""
        file.write_text(text, encoding="utf-8")
        for compiled in (file.parent / "__pycache__").glob(f"{file.stem}.*"):
            compiled.unlink()


def _first_failure(output: str) -> str:
    lines = [line for line in output.splitlines() if line.startswith(("FAILED", "ERROR"))]
    return lines[0].split(" - ")[0] if lines else ""


# As a plugin of pytest, in the run itself: the chosen tests and no others, without looking for the simplest example.


def pytest_configure() -> None:
    """Let a property stop at the first example that fails, and try the same examples for each fault."""
    settings.register_profile(
        "mutation",
        deadline=None,
        derandomize=True,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    settings.load_profile("mutation")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the chosen tests, in their order; tests that the fault has given other names come last."""
    if CHOSEN not in os.environ:
        return
    told = json.loads(Path(os.environ[CHOSEN]).read_text(encoding="utf-8"))
    order, known = {test: place for place, test in enumerate(told["chosen"])}, set(told["known"])
    kept = [item for item in items if item.nodeid in order or item.nodeid not in known]
    left_out = [item for item in items if item.nodeid not in order and item.nodeid in known]
    items[:] = sorted(kept, key=lambda item: order.get(item.nodeid, len(order)))
    config.hook.pytest_deselected(items=left_out)


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: pytest.FixtureDef[Path]) -> Generator[None, object, object]:
    """Begin with a built database where the fault cannot change it; its name says whether it is the right one."""
    folder = yield
    if fixturedef.argname == "database_folder" and DATABASE in os.environ and isinstance(folder, Path):
        shutil.copytree(os.environ[DATABASE], folder, dirs_exist_ok=True)
    return folder
