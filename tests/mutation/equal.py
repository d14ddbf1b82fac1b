"""Faults that change nothing: `ligestillede.yaml`, each with an argument that can be checked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.mutation.mutant import Mutant

FILE = Path(__file__).with_name("ligestillede.yaml")


@dataclass(frozen=True)
class Equal:
    """A fault that is called equal: the file, the line as it reads, the change, and why nobody can see it."""

    fil: str
    linje: str
    aendring: str
    grund: str

    def is_of(self, mutant: Mutant) -> bool:
        """Whether this is the fault."""
        return (self.fil, self.linje, self.aendring) == (mutant.path, mutant.text, mutant.change)


def equals(file: Path = FILE) -> list[Equal]:
    """Read the faults that are called equal."""
    return [Equal(**entry) for entry in yaml.safe_load(file.read_text(encoding="utf-8")) or []]


def argument(mutant: Mutant, among: Collection[Equal]) -> str | None:
    """Why a fault is equal, None where nobody has said so."""
    return next((entry.grund for entry in among if entry.is_of(mutant)), None)
