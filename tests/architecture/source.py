"""The project's Python files as the tests of its layout read them: each parsed once in a process."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

from tests.project import ROOT


@cache
def tree(file: Path) -> ast.Module:
    """What a file holds; it is looked at and never changed."""
    return ast.parse(file.read_text(encoding="utf-8"))


def place(file: Path) -> str:
    """Where a file lies in the project, as told when it is at fault."""
    return file.relative_to(ROOT).as_posix()
