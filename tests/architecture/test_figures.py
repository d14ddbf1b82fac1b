"""
Figures are written and rounded by `dansk` alone: one rule, decimal, halves away from zero.

Python's own formats and pandas' and numpy's rounding take halves to the even digit of a binary number: 0,125 becomes
0,12 there and 0,13 by `dansk`, and the same figure would stand as two on two pages.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

import pytest

from tests.architecture.source import place, tree
from tests.project import ROOT

FILES = tuple(file for room in ("analytics", "data", "geo", "pages") for file in sorted((ROOT / room).rglob("*.py")))

ALLOWED: Mapping[str, tuple[str, frozenset[str]]] = {
    "analytics/grundlag.py": (
        "what is left of tenths, without the noise of binary subtraction",
        frozenset({"round(self.hoejst - self.reserveret, 6)"}),
    ),
    "analytics/mobilitet/centralevaegte.py": (
        "weighted values are compared, and equal to the last digit that a star can move",
        frozenset({"np.round(values, _DECIMALS)"}),
    ),
    "analytics/mobilitet/godepakker.py": ("sums are equal to a millionth", frozenset({"round(part.vaerdi, 6)"})),
    "analytics/mobilitet/pakker.py": (
        "sums are equal to a millionth; and whether prices are whole",
        frozenset({"round(float(values[rows].sum()), 6)", "np.round(cost)"}),
    ),
    "analytics/mobilitet/rangorden.py": (
        "mean places are equal to a billionth",
        frozenset({"self.foran.sum(axis=0).round(9)"}),
    ),
    "analytics/mobilitet/vaegtning.py": (
        "weighted values are compared, and equal to the last digit that a star can move",
        frozenset({"np.round((stjerner * shares).sum(axis=-1), _DECIMALS)"}),
    ),
    "analytics/optimering/blandet.py": ("a solver's 0.999999 is 1", frozenset({"np.round(values[np.array(self.x)])"})),
    "analytics/optimering/minimax.py": (
        "levels are compared, and equal to a set number of digits",
        frozenset(
            {
                "np.round(figures / task.average()[row], _DIGITS)",
                "np.round(task.per_capacity(given) / task.average()[:, None], _DIGITS)",
                "np.round(np.sort(relative, axis=1)[:, ::-1].sum(axis=0), _DIGITS - 1)",
            }
        ),
    ),
    "analytics/optimering/opgave.py": (
        "tenths, without the noise of binary division",
        frozenset({"np.round(np.array(each) * TIENDEDELE)"}),
    ),
    "analytics/optimering/vandstand.py": ("whether a number is whole", frozenset({"np.round(values)"})),
    "analytics/scenarie/model.py": (
        "what a link or a slider says, without the noise of binary addition",
        frozenset({"round(float(value), 3)"}),
    ),
    "analytics/scenarie/noegletal.py": (
        "the same of what is spent",
        frozenset({"round(self.budget.til_nye - self.brugt, 6)", "round(float(used), 6)"}),
    ),
    "analytics/scenarie/vaegte.py": (
        "weights have the decimals that a link can say",
        frozenset({"round(a, 1)", "round(f, 2)", "round(float(p), 1)"}),
    ),
    "analytics/trafiklys.py": (
        "fractions, asked how many decimals they have; `number` writes them",
        frozenset({"round(value, d)"}),
    ),
    "data/clinics.py": (
        "a point has points, as in the file that it was read from: 55.7, 12.5",
        frozenset({"{lat:g}", "{lon:g}"}),
    ),
    "data/export.py": ("roughly how wide a cell is", frozenset({"{value:,.2f}"})),
    "pages/drawing/charts/heat.py": (
        "where a colour lies on its scale",
        frozenset({"np.round(_LOG * np.log10(values[filled]))"}),
    ),
    "pages/drawing/charts/slope.py": (
        "where a line's ends and its labels stand",
        frozenset({"round(low + each / pixels, _DECIMALS)", "figures.map(math.log10).round(_DECIMALS)"}),
    ),
    "pages/view/kinds.py": (
        "a number of tenths as an address has it",
        frozenset({"round(value, 1)", "{value:.1f}"}),
    ),
}
"""Where something is rounded or formatted otherwise, by file, each with its reason: none of it is a figure shown."""


def otherwise_written(module: ast.Module) -> Iterator[str]:
    """Return each figure of a module that Python, pandas or numpy rounds to decimals or writes, as Python has it."""
    for node in ast.walk(module):
        if isinstance(node, ast.FormattedValue) and node.format_spec is not None:
            spec = "".join(part.value for part in ast.walk(node.format_spec) if isinstance(part, ast.Constant))
            if spec[-1:] in set("eEfFgGn%d") or "," in spec:
                yield f"{{{ast.unparse(node.value)}:{spec}}}"
        elif isinstance(node, ast.Call):
            plain = isinstance(node.func, ast.Name) and node.func.id == "round" and len(node.args) > 1
            if plain or (isinstance(node.func, ast.Attribute) and node.func.attr == "round"):
                yield ast.unparse(node)
            if isinstance(node.func, ast.Name) and node.func.id == "format":
                yield ast.unparse(node)
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod) and _is_text(node.left):
            yield ast.unparse(node)


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def test_a_figure_is_written_and_rounded_by_dansk() -> None:
    found = {place(file): set(otherwise_written(tree(file))) for file in FILES}
    for at in found:
        if at.startswith("geo/"):  # where things lie in a picture is no figure shown
            found[at] = {each for each in found[at] if not each.startswith(("round(", "{tenths"))}
    assert len(found) > 400
    assert {at: of for at, of in found.items() if of} == {at: set(of) for at, (_, of) in ALLOWED.items()}


def test_every_exception_is_of_a_file_and_has_a_reason() -> None:
    assert set(ALLOWED) <= {place(file) for file in FILES}
    assert all(reason and found for reason, found in ALLOWED.values())


@pytest.mark.parametrize(
    "code",
    [
        "text = f'{share:.1f} %'",
        "text = f'{share:.0%}'",
        "text = f'{count:,}'",
        "text = f'{number:d}'",
        "text = format(share, '.1f')",
        "text = '%.1f' % share",
        "shown = round(share, 1)",
        "table = found.round(3)",
        "shown = np.round(found, 1)",
        "shown = np.round(found)",
    ],
)
def test_each_other_way_is_seen(code: str) -> None:
    assert list(otherwise_written(ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    ["text = f'{name}'", "text = f'{name:<20}'", "text = f'{nr:02}'", "shown = tal.rounded(share, 1)", "round(x)"],
)
def test_what_rounds_no_figure_is_let_be(code: str) -> None:
    assert not list(otherwise_written(ast.parse(code)))
