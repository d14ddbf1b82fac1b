"""The project as the tests see it: where it lies, what links to it can hold, and copies to spoil."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from pages.view import kinds

ROOT = Path(__file__).resolve().parents[1]
PARTS = ("app.py", "ramme.py", ".streamlit", "analytics", "dansk", "data", "geo", "pages")


@cache
def parameters() -> Mapping[str, kinds.Parameter[Any]]:
    """Every parameter that a link can hold, by name: those of the view, and of each subject that declares some."""
    subjects = sorted((ROOT / "pages").glob("*/parametre.py"))
    names = ["pages.view.parameters", *(f"pages.{file.parent.name}.parametre" for file in subjects)]
    return kinds.declared_in(*map(import_module, names))


def copy_project(folder: Path) -> Path:
    """A copy of what the app needs to run, without databases and without files of a user's own."""
    folder.mkdir(parents=True)
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(
                source,
                folder / part,
                ignore=shutil.ignore_patterns("__pycache__", "database", "klinikker.csv", "tabeller"),
            )
        else:
            shutil.copy(source, folder / part)
    return folder
