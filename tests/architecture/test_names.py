"""A public class's name means one thing in the whole project, and no function is written twice."""

from __future__ import annotations

import ast
from collections import defaultdict

from tests.architecture.source import place, tree
from tests.project import ROOT

ROOMS = ("analytics", "dansk", "data", "geo", "pages")
FILES = tuple(file for room in ROOMS for file in sorted((ROOT / room).rglob("*.py")))
LONG = 70
"""A function of one line shorter than this, as what hands on one value, may be like another."""


def classes() -> dict[str, list[str]]:
    found = defaultdict(list)
    for file in FILES:
        for node in tree(file).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found[node.name].append(place(file))
    return found


def test_no_two_public_classes_have_one_name() -> None:
    found = classes()
    assert len(found) > 150
    assert {name: files for name, files in found.items() if len(files) > 1} == {}


def bodies() -> dict[str, list[str]]:
    """What each function does, without its docstring, and the functions that do just that."""
    found = defaultdict(list)
    for file in FILES:
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.FunctionDef):
                does = [each for each in node.body if not (isinstance(each, ast.Expr) and _is_text(each.value))]
                text = "\n".join(map(ast.unparse, does))
                if len(does) > 1 or len(text) > LONG:
                    found[text].append(f"{place(file)}: {node.name}")
    return found


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def test_nothing_is_written_twice() -> None:
    found = bodies()
    assert len(found) > 500
    assert [functions for functions in found.values() if len(functions) > 1] == []
