"""A public class's name means one thing in the whole project: whoever searches for it finds one definition."""

from __future__ import annotations

import ast
from collections import defaultdict

from tests.project import ROOT

ROOMS = ("analytics", "dansk", "data", "geo", "pages")
FILES = tuple(file for room in ROOMS for file in sorted((ROOT / room).rglob("*.py")))


def classes() -> dict[str, list[str]]:
    found = defaultdict(list)
    for file in FILES:
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found[node.name].append(file.relative_to(ROOT).as_posix())
    return found


def test_no_two_public_classes_have_one_name() -> None:
    found = classes()
    assert len(found) > 150
    assert {name: files for name, files in found.items() if len(files) > 1} == {}
