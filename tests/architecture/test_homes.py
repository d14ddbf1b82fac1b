"""Every name has one home: whoever uses it takes it from there, or from the front of its package, and nowhere else."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache

import pytest

from tests.architecture.source import place, tree
from tests.architecture.test_layers import FILES, PACKAGES
from tests.project import ROOT


@cache
def _defined(module: str) -> frozenset[str] | None:
    """What a module of ours makes itself; None where it is a package or none of ours."""
    file = ROOT.joinpath(*module.split(".")).with_suffix(".py")
    if module.split(".")[0] not in PACKAGES or not file.exists():
        return None
    of = tree(file)
    passed_on = {alias.asname or alias.name for node in ast.walk(of) for alias in _aliases(node)}
    named = {node.name for node in of.body if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)}
    return frozenset(named | _assigned(of)) - passed_on


def _assigned(module: ast.Module) -> set[str]:
    return {node.id for node in ast.walk(module) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}


def _aliases(node: ast.AST) -> list[ast.alias]:
    return node.names if isinstance(node, ast.Import | ast.ImportFrom) else []


def _strangers(of: ast.Module) -> Iterator[str]:
    """The names that are taken from a module that has them from another."""
    modules: dict[str, str] = {}
    for node in ast.walk(of):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            home = _defined(node.module)
            for alias in node.names:
                if home is not None and alias.name not in home:
                    yield f"{node.module}.{alias.name}"
                modules[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    assigned = _assigned(of)
    modules = {name: whole for name, whole in modules.items() if name not in assigned}
    for node in ast.walk(of):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules:
            home = _defined(modules[node.value.id])
            if home is not None and node.attr not in home and not node.attr.startswith("__"):
                yield f"{modules[node.value.id]}.{node.attr}"


def test_a_name_is_taken_from_its_home() -> None:
    assert [f"{place(file)}: {name}" for file in FILES for name in _strangers(tree(file))] == []


@pytest.mark.parametrize(
    "source",
    ["from data.store import DataError", "from data import store\nstore.DataError", "from data.clinics import Fault"],
)
def test_a_name_from_elsewhere_would_be_seen(source: str) -> None:
    assert len(list(_strangers(ast.parse(source)))) == 1


def _by_hand(of: ast.Module) -> Iterator[str]:
    """The cells that lead to a source by its own line, and what is printed at one, that `sources` does not make."""
    for node in ast.walk(of):
        if not isinstance(node, ast.Call) or ast.unparse(node.func).rpartition(".")[2] not in ("Cell", "Printed"):
            continue
        read = {
            (ast.unparse(part.value), part.attr)
            for given in (*node.args, *(each.value for each in node.keywords))
            for part in (given, *(given.args if isinstance(given, ast.Call) else ()))
            if isinstance(part, ast.Attribute)
        }
        kilder = {at for at, name in read if name == "kilde_linje" and "kilde" in at.lower()}
        if any((at, name) in read for at in kilder for name in ("kort", "kilde_id")):
            yield ast.unparse(node)


def test_where_something_stands_in_the_papers_is_said_by_sources() -> None:
    assert [f"{place(file)}: {code}" for file in FILES for code in _by_hand(tree(file))] == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("Cell(each.kilde.kort, link=addresses.table(T, each.kilde.kilde_linje))", 1),
        ("sources.Printed(a, b, T, Kilde.af(row).kilde_id, Kilde.af(row).kilde_linje)", 1),
        ("Cell(each.senere.kilde.kort, link=addresses.table(T, each.kilde.kilde_linje))", 0),
        ("Printed(a, b, T, each.kilde_id, each.kilde_linje)", 0),
        ("sources.cell(each.kilde, T)", 0),
    ],
)
def test_a_source_by_hand_would_be_seen(code: str, found: int) -> None:
    assert len(list(_by_hand(ast.parse(code)))) == found
