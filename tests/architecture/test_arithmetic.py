"""
Pages word what analytics finds: no module of a subject works a figure out.

What is looked for: − × ÷ and their kin, `round`, and whatever adds up, averages, ranks or groups. `+` is let be, since
it joins texts and lists more often than it adds, and so is the size of a list taken by itself.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

import pytest

from pages.navigation.registry import PAGES
from tests.architecture.source import place, tree
from tests.project import ROOT

SUBJECTS = {page.script.split("/")[1] for page in PAGES}
FILES = tuple(
    file
    for room in sorted({*SUBJECTS, "katalog", "kommunetal", "tavler"})
    for file in sorted((ROOT / "pages" / room).rglob("*.py"))
)

OPERATORS = (ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod, ast.Pow)
FUNCTIONS = {"round", "sum", "min", "max"}
METHODS = {
    *("sum", "mean", "median", "min", "max", "round", "rank", "cumsum", "groupby", "diff", "quantile", "nlargest"),
    *("nsmallest", "idxmax", "idxmin", "pct_change", "fsum", "value_counts", "sqrt"),
}

ALLOWED: Mapping[str, tuple[str, frozenset[str]]] = {
    "pages/kommune/forslag.py": ("how many rows are not shown", frozenset({"len(rows) - len(shown)"})),
    "pages/kommune/alle.py": ("how far the work is", frozenset({"done / len(names)"})),
    "pages/fysioterapi/kapacitet/klinikker.py": (
        "the radius of a circle whose area is the figure",
        frozenset({"_PER_CLINIC * math.sqrt(each.vaerdi)", "math.sqrt(each.vaerdi)"}),
    ),
    "pages/fysioterapi/pendling/vejkort.py": (
        "how many pixels a bow is wide",
        frozenset({"max(_THINNEST, _WIDEST * each.bredde)", "_WIDEST * each.bredde"}),
    ),
    "pages/fysioterapi/parametre.py": (
        "steps that a control can take, and how many scenarios fit beside the sliders' own",
        frozenset({"tenths / 10", "FLEST - 1"}),
    ),
    "pages/fysioterapi/scenarie/sammenligning.py": (
        "how many scenarios fit beside the sliders' own",
        frozenset({"FLEST - 1"}),
    ),
    "pages/fysioterapi/scenarie/moedebilag/udfyldning.py": (
        "how many areas are not shown, and the rows of each area",
        frozenset({"len(grundlag.omraader) - len(given)", "of.tabel.groupby('omraade_id')"}),
    ),
    "pages/fysioterapi/scenarie/optimum.py": ("how far a search is", frozenset({"found / len(MAAL)"})),
    "pages/fysioterapi/scenarie/raaderum.py": ("how far the work is", frozenset({"done / of"})),
    "pages/fysioterapi/scenarie/regelkontrol.py": ("a bar is no longer than its cell", frozenset({"min(1.0, share)"})),
    "pages/fysioterapi/scenarie/vaegtvalg.py": ("steps of a control", frozenset({"half / 2", "2 * highest"})),
    "pages/mobilitet/skydere.py": ("a slider of whole numbers sends a float", frozenset({"round(value)"})),
    "pages/socialt/gravide.py": ("where a scale ends", frozenset({"max((each.vaerdi for each in claims))"})),
    "pages/socialt/sikrede.py": (
        "a scale's steps and its amounts in millions, and a slider of whole numbers that sends a float",
        frozenset(
            {"_MOST_STEPS * found", "found * times", "kr / _MILLION", "round(values[parameter.name])"},
        ),
    ),
    "pages/socialt/tidslinje.py": (
        "where a scale of years begins and ends",
        frozenset(
            {
                "min((each.fra for each in events))",
                "max((each.til for each in events))",
                "max(last, today.year)",
            }
        ),
    ),
    "pages/tavler/boards.py": (
        "where something lies on a scale",
        frozenset(
            {
                "place / len(years)",
                "(value - self.low) / (self.high - self.low)",
                "value - self.low",
                "self.high - self.low",
            }
        ),
    ),
    "pages/tavler/opdatering.py": (
        "how many changes are not shown",
        frozenset({"entry.tilfoejet + entry.aendret + entry.fjernet - len(shown)"}),
    ),
    "pages/katalog/indsatser.py": (
        "the neighbours of a measure by number",
        frozenset(
            {
                "max((other for other in _measures() if other < nr), default=None)",
                "min((other for other in _measures() if other > nr), default=None)",
            }
        ),
    ),
}
"""What is worked out in a page all the same, by file, each with its reason."""


def worked_out(module: ast.Module) -> Iterator[str]:
    """Return each calculation of a module, as Python writes it."""
    for node in ast.walk(module):
        if (isinstance(node, ast.BinOp) and _calculates(node)) or (isinstance(node, ast.Call) and _gathers(node)):
            yield ast.unparse(node)


def _calculates(node: ast.BinOp) -> bool:
    return isinstance(node.op, OPERATORS) and not any(_is_no_figure(side) for side in (node.left, node.right))


def _is_no_figure(side: ast.expr) -> bool:
    """Say whether an operand is text, a sequence or a set: then the operator does something else."""
    if isinstance(side, ast.Constant):
        return isinstance(side.value, str)
    if isinstance(side, ast.Call):
        return isinstance(side.func, ast.Name) and side.func.id in {"set", "frozenset"}
    return isinstance(side, ast.JoinedStr | ast.Tuple | ast.List | ast.Set | ast.SetComp)


def _gathers(node: ast.Call) -> bool:
    if isinstance(node.func, ast.Name):
        constant = len(node.args) == 1 and isinstance(node.args[0], ast.Name) and node.args[0].id.isupper()
        return node.func.id in FUNCTIONS and not constant
    return isinstance(node.func, ast.Attribute) and node.func.attr in METHODS


def test_a_page_works_out_nothing_but_what_is_allowed_with_a_reason() -> None:
    found = {place(file): set(worked_out(tree(file))) for file in FILES}
    assert len(found) > 90
    allowed = {at: set(expressions) for at, (_, expressions) in ALLOWED.items()}
    assert {at: of for at, of in found.items() if of} == allowed, "analytics finds it, or it needs a reason"


def test_every_exception_is_of_a_page_and_has_a_reason() -> None:
    assert set(ALLOWED) <= {place(file) for file in FILES}
    assert all(reason and expressions for reason, expressions in ALLOWED.values())


@pytest.mark.parametrize(
    "code",
    [
        "share = part / whole",
        "change = now - before",
        "percent = 100 * share",
        "shown = round(figure, 1)",
        "total = sum(figures)",
        "worst = max(figures, key=size)",
        "total = frame['kroner'].sum()",
        "table = found.round(3)",
        "means = frame.groupby('kommune')",
    ],
)
def test_each_kind_of_calculation_is_seen(code: str) -> None:
    assert list(worked_out(ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    [
        "text = 'område ' + name",
        "text = 'æ' * 3",
        "cells = (Cell(''),) * count",
        "others = set(every) - set(shown)",
        "first = min(SPECIALER)",
        "count = len(rows)",
    ],
)
def test_what_is_no_calculation_is_let_be(code: str) -> None:
    assert not list(worked_out(ast.parse(code)))
