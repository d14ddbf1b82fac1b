"""A copy of the project in which a change is tried, and which tests run which line."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import coverage

from tests.mutation.mutants import Mutant
from tests.project import ROOT

TESTS = ("tests/unit", "tests/data", "tests/guld")
"""What must notice a change: tests that need no browser and draw no page."""
_LEFT_OUT = shutil.ignore_patterns(
    *(".git", ".venv", "__pycache__", "database", "*.duckdb", ".*_cache", ".hypothesis", "skaermbilleder"),
)
_MOST = 150
"""More tests than this are named by their files."""
_PATIENCE = 900.0
"""Seconds: a change that makes a rule run for ever is noticed too."""

Lines = Mapping[str, Mapping[str, list[str]]]
"""By file and line number (as text), the tests that run it."""


@dataclass(frozen=True)
class Outcome:
    """A change, whether a test noticed it, and which did."""

    mutant: Mutant
    caught: bool
    by: str


@contextmanager
def copied() -> Iterator[Path]:
    """A copy of the project in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="kkr-mutation-") as folder:
        project = Path(folder) / "projekt"
        shutil.copytree(ROOT, project, ignore=_LEFT_OUT)
        yield project


def lines_by_test(project: Path) -> Lines:
    """Run all tests once, and return which of them run each line. Raises RuntimeError where one fails."""
    rooms = [f"--cov={room}" for room in ("analytics", "data")]
    done = _pytest(project, ["-n", "2", *rooms, "--cov-context=test", "--cov-report=", *TESTS])
    if done.returncode:
        raise RuntimeError(f"The tests must pass before anything is changed:\n{done.stdout[-3000:]}")
    data = coverage.CoverageData(str(project / ".coverage"))
    data.read()
    found: dict[str, dict[str, list[str]]] = {}
    for file in data.measured_files():
        name = Path(file).relative_to(project).as_posix()
        by_line = {
            str(line): sorted({context.partition("|")[0] for context in contexts if context})
            for line, contexts in data.contexts_by_lineno(file).items()
        }
        found[name] = by_line
    return json.loads(json.dumps(found))  # type: ignore[no-any-return]


def tried(project: Path, mutant: Mutant, lines: Lines) -> Outcome:
    """Make the change in the copy, run the tests that run its line and then all, and take it back."""
    file = project / mutant.file
    text = file.read_text(encoding="utf-8")
    file.write_text(mutant.applied(text), encoding="utf-8")
    try:
        near = _near(mutant, lines)
        for tests in ([near] if near else []) + [list(TESTS)]:
            try:
                done = _pytest(project, ["-x", *tests])
            except subprocess.TimeoutExpired:
                return Outcome(mutant, True, "time")
            if done.returncode not in (0, 5):
                return Outcome(mutant, True, _first_failure(done.stdout))
        return Outcome(mutant, False, "")
    finally:
        file.write_text(text, encoding="utf-8")


def _near(mutant: Mutant, lines: Lines) -> list[str]:
    """The tests that run the line, or those of the checks where it is SQL."""
    if mutant.file.endswith(".sql"):
        return [
            "tests/guld",
            *(f"tests/data/{file.name}" for file in sorted((ROOT / "tests/data").glob("test_kilde*"))),
        ]
    tests = lines.get(mutant.file, {}).get(str(mutant.line), [])
    if len(tests) > _MOST:
        return sorted({test.partition("::")[0] for test in tests})
    return tests


def _pytest(project: Path, arguments: list[str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-B", "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "COVERAGE_FILE": str(project / ".coverage")}
    return subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, timeout=_PATIENCE, check=False
    )


def _first_failure(output: str) -> str:
    for line in output.splitlines():
        if line.startswith(("FAILED ", "ERROR ")):
            return line.split(" ")[1]
    return "collection"
