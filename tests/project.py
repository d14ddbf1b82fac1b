"""The project as the tests see it: where it lies, its pages as `ramme.py` declares them, and copies to spoil."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from pages.view import kinds

ROOT = Path(__file__).resolve().parents[1]
PARTS = ("app.py", "ramme.py", ".streamlit", "analytics", "dansk", "data", "geo", "pages")


@dataclass(frozen=True)
class Page:
    """A page: its script, its title and its address."""

    script: str
    title: str
    url_path: str

    @property
    def name(self) -> str:
        return self.url_path or "overblik"


@cache
def pages() -> tuple[Page, ...]:
    """Every `st.Page(...)` in `ramme.py`, so that a new page is tested without a word here."""
    tree = ast.parse((ROOT / "ramme.py").read_text(encoding="utf-8"))
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "Page":
            options = {word.arg: ast.literal_eval(word.value) for word in node.keywords}
            found.append(Page(ast.literal_eval(node.args[0]), options["title"], options.get("url_path", "")))
    return tuple(found)


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
