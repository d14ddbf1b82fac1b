"""A mark on what is no test does nothing and is not complained of: it stood meant for the test beside it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.source import place, tree
from tests.project import ROOT

FILES = sorted((ROOT / "tests").rglob("*.py"))


def marked_in_vain(module: ast.Module) -> Iterator[str]:
    """The functions and classes that have a mark of pytest's and are no tests."""
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            marks = [ast.unparse(mark) for mark in node.decorator_list]
            if any(".mark." in mark for mark in marks) and not node.name.startswith(("test", "Test")):
                yield f"{node.lineno}: {node.name}"


def test_every_mark_is_on_a_test() -> None:
    assert len(FILES) > 250
    assert [f"{place(file)}:{each}" for file in FILES for each in marked_in_vain(tree(file))] == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("@pytest.mark.grundig(28)\ndef _sent(): ...", ["2: _sent"]),
        ("@pytest.mark.parametrize('n', [1])\n@pytest.fixture\ndef app(n): ...", ["3: app"]),
        ("@pytest.mark.skip\nclass Shared: ...", ["2: Shared"]),
        ("@pytest.mark.grundig(28)\ndef test_sent(): ...", []),
        ("@pytest.fixture\ndef app(): ...", []),
    ],
)
def test_each_is_seen(code: str, found: list[str]) -> None:
    assert list(marked_in_vain(ast.parse(code))) == found
