"""Golden files: read, compared with the figures as they are now, and written anew (`python -m tests.guld`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

import yaml

from analytics.tabeller import Frames

FOLDER = Path(__file__).parent
UNKNOWN = "ikke oplyst"
DIGITS = 9
"""Significant digits that are kept: more would tell one processor from another, fewer could hide a change."""

Figure = int | float | str | bool
Figures = Mapping[str, "Figure | Figures"]


class Subject(Protocol):
    """A module beside its golden file: it works the file's figures out."""

    @staticmethod
    def figures(frames: Frames) -> Figures:
        """Return the figures by their names, nested under headings; what is not known is `UNKNOWN`."""


def subjects() -> list[str]:
    """Return the names of the subjects that have golden figures."""
    own = {"__init__", "__main__", "figures", "test_guld"}
    return sorted(file.stem for file in FOLDER.glob("*.py") if file.stem not in own)


def now(name: str, frames: Frames) -> dict[str, Figure]:
    """Return a subject's figures as they are now, each under its whole name."""
    subject = cast(Subject, import_module(f"tests.guld.{name}"))
    return dict(_flat(subject.figures(frames)))


def golden(name: str) -> dict[str, Figure]:
    """Return a subject's golden figures, each under its whole name."""
    return dict(_flat(yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))))


def differences(before: Mapping[str, Figure], after: Mapping[str, Figure]) -> list[str]:
    """
    Return a line for each figure that moved, came or went.

    >>> differences({"a": 1, "b": 2}, {"a": 1, "b": 3, "c": 4})
    ['b: 2 -> 3', 'c: new, 4']
    """
    lines = []
    for name in dict.fromkeys([*before, *after]):
        if name not in after:
            lines.append(f"{name}: gone, was {before[name]}")
        elif name not in before:
            lines.append(f"{name}: new, {after[name]}")
        elif before[name] != after[name] or isinstance(before[name], bool) != isinstance(after[name], bool):
            lines.append(f"{name}: {before[name]} -> {after[name]}")
    return lines


def write(name: str, frames: Frames) -> None:
    """Write a subject's golden file anew."""
    subject = cast(Subject, import_module(f"tests.guld.{name}"))
    text = yaml.safe_dump(_plain(subject.figures(frames)), allow_unicode=True, sort_keys=False, width=120)
    heading = f"# Golden figures: see tests/guld/{name}.py. Written by `make guld`.\n"
    (FOLDER / f"{name}.yaml").write_text(heading + text, encoding="utf-8")


def _flat(figures: Figures, above: str = "") -> Iterator[tuple[str, Figure]]:
    for name, value in figures.items():
        whole = f"{above} / {name}" if above else str(name)
        if isinstance(value, Mapping):
            yield from _flat(value, whole)
        else:
            yield whole, _figure(value)


def _plain(figures: Figures) -> dict[str, object]:
    return {
        str(name): _plain(value) if isinstance(value, Mapping) else _figure(value) for name, value in figures.items()
    }


def _figure(value: object) -> Figure:
    """The figure as the file holds it: whole numbers whole, others to so many digits."""
    if isinstance(value, str | bool):
        return value
    number = float(cast(float, value))
    if number != number:
        return UNKNOWN
    if number.is_integer() and abs(number) < 1e15:
        return int(number)
    return float(f"{number:.{DIGITS}g}")
