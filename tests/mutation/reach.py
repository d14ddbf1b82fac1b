"""
Which tests come by which line: a plugin of pytest that writes it down while all tests run once, and what reads it.

What is worked out once and kept (a fixture of the session, a cached function or property, the database) is come by
by every test that uses it, not only by the first: caches are emptied before each test, and a fixture's lines belong to
all that ask for it.
"""

from __future__ import annotations

import ast
import functools
import json
import os
import sys
from collections import defaultdict
from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import coverage
import pytest

from tests.project import ROOT

FOLDER = "KKR_MUTATION_RAEKKEVIDDE"
"""The environment variable that names the folder where each process writes what its tests came by."""
PARTS = ("analytics", "dansk", "data", "geo")
_DATABASE = "fixture:database_folder"


@dataclass
class Reach:
    """Each test's seconds, the tests that come by each line, and the tests that read the database."""

    seconds: dict[str, float] = field(default_factory=dict)
    lines: dict[str, dict[int, set[str]]] = field(default_factory=dict)
    readers: set[str] = field(default_factory=set)

    def tests(self, path: str, line: int) -> set[str]:
        """
        Return the tests that may notice a fault in this line.

        SQL is come by by all that read the database. A line that only an import comes by (a constant of the module), or
        that runs in processes which the tests start, is taken to be come by by all that come by its module, and a
        module that none comes by, by all.
        """
        if path.endswith(".sql"):
            return self.readers
        module = self.lines.get(path, {})
        return module.get(line) or set().union(*module.values()) or set(self.seconds)


def read(folder: Path) -> Reach:
    """Return what all processes have written in the folder."""
    reach = Reach()
    contexts: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    users: dict[str, set[str]] = defaultdict(set)
    for file in sorted(folder.glob("*.json")):
        told = json.loads(file.read_text(encoding="utf-8"))
        reach.seconds |= told["seconds"]
        for test, fixtures in told["fixtures"].items():
            for fixture in fixtures:
                users[f"fixture:{fixture}"].add(test)
        for path, lines in told["lines"].items():
            for line, names in lines.items():
                contexts[path][int(line)].update(names)
    reach.readers = _resolved(_connecting(contexts["data/store.py"]), users, set())
    reach.lines = {
        path: {line: _resolved(names, users, reach.readers) for line, names in lines.items()}
        for path, lines in contexts.items()
    }
    return reach


def _resolved(names: Iterable[str], users: Mapping[str, set[str]], readers: set[str]) -> set[str]:
    """Tests, from the names of tests and of fixtures; the database's own belongs to those that read it."""
    tests: set[str] = set()
    for name in names:
        tests |= readers if name == _DATABASE else users[name] if name.startswith("fixture:") else {name}
    return tests - {""}


def _connecting(lines: Mapping[int, set[str]]) -> set[str]:
    """What comes by `Store.connect`."""
    tree = ast.parse((ROOT / "data" / "store.py").read_text(encoding="utf-8"))
    inside = {
        line
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name == "connect"
        for line in range(node.body[0].lineno, (node.end_lineno or node.lineno) + 1)
    }
    return set().union(*(names for line, names in lines.items() if line in inside))


class Recorder:
    """Writes down what each test comes by, and how long it takes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.seconds: dict[str, float] = defaultdict(float)
        self.fixtures: dict[str, list[str]] = {}
        self.contexts = [""]
        self.caches: list[Any] = []
        self.coverage = coverage.Coverage(
            data_file=None, config_file=False, source=[str(ROOT / part) for part in PARTS], messages=False
        )
        self.coverage.start()

    @pytest.hookimpl
    def pytest_collection_finish(self, session: pytest.Session) -> None:
        for name, module in list(sys.modules.items()):
            if name.split(".")[0] in (*PARTS, "tests"):
                values = (value for value in vars(module).values() if not isinstance(value, (type, ModuleType)))
                self.caches += [value for value in values if hasattr(value, "cache_clear")]

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        for cache in self.caches:
            cache.cache_clear()
        _forget_properties()
        self.fixtures[item.nodeid] = list(getattr(item, "fixturenames", []))
        self._enter(item.nodeid)
        try:
            return (yield)
        finally:
            self._leave()

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any]) -> Generator[None, object, object]:
        if fixturedef.scope == "function":
            return (yield)
        self._enter(f"fixture:{fixturedef.argname}")
        try:
            result = yield
            if fixturedef.argname == "database_folder":
                from data import store

                store.build()
            return result
        finally:
            self._leave()

    @pytest.hookimpl
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.seconds[report.nodeid] += report.duration if report.when == "call" else 0

    @pytest.hookimpl
    def pytest_sessionfinish(self) -> None:
        self.coverage.stop()
        data = self.coverage.get_data()
        lines = {
            Path(file).relative_to(ROOT).as_posix(): {
                line: [name for name in names if name] for line, names in data.contexts_by_lineno(file).items()
            }
            for file in data.measured_files()
        }
        told = {"seconds": self.seconds, "fixtures": self.fixtures, "lines": lines}
        (self.folder / f"{os.getpid()}.json").write_text(json.dumps(told), encoding="utf-8")

    def _enter(self, context: str) -> None:
        self.contexts.append(context)
        self.coverage.switch_context(context)

    def _leave(self) -> None:
        self.contexts.pop()
        self.coverage.switch_context(self.contexts[-1])


_kept: list[tuple[dict[str, Any], str]] = []


def _get(self: functools.cached_property[Any], instance: object, owner: object = None) -> Any:
    """As `cached_property` does it, but known to `_forget_properties`."""
    if instance is None:
        return self
    values, name = instance.__dict__, str(self.attrname)
    if name not in values:
        values[name] = self.func(instance)
        _kept.append((values, name))
    return values[name]


def _forget_properties() -> None:
    while _kept:
        values, name = _kept.pop()
        values.pop(name, None)


def pytest_configure(config: pytest.Config) -> None:
    """Record in each process that runs tests: where they run on several, not in the one that hands them out."""
    if hasattr(config, "workerinput") or not config.getoption("numprocesses", default=None):
        functools.cached_property.__get__ = _get  # type: ignore[method-assign]
        config.pluginmanager.register(Recorder(Path(os.environ[FOLDER])), "mutation-recorder")
