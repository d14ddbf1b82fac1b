"""A mark on what is no test does nothing and is not complained of: it stood meant for the test beside it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.project import ROOT

FILES = sorted((ROOT / "tests").rglob("*.py"))


def marked_in_vain(code: str) -> Iterator[str]:
    """The functions and classes that have a mark of pytest's and are no tests."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            marks = [ast.unparse(mark) for mark in node.decorator_list]
            if any(".mark." in mark for mark in marks) and not node.name.startswith(("test", "Test")):
                yield f"{node.lineno}: {node.name}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_every_mark_is_on_a_test(file: Path) -> None:
    assert not list(marked_in_vain(file.read_text(encoding="utf-8")))


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
    assert list(marked_in_vain(code)) == found
