"""Every fault that can be made in a Python file."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Sequence
from itertools import pairwise

from tests.mutation import sql_code
from tests.mutation.mutant import Kind, Mutant, mutant, other_number

_ARITHMETIC = {"+": "-", "-": "+", "*": "/", "/": "*", "//": "/", "%": "*", "**": "*", "@": "+"}
_MASKS = {"|": "&", "&": "|", "^": "&"}
_COMPARISON = {
    "<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==",
    "in": "not in", "not in": "in", "is": "is not", "is not": "is",
}  # fmt: skip
_OPERATOR = re.compile(r"\*\*|//|<=|>=|==|!=|[-+*/%@&|^<>]|\bnot\s+in\b|\bis\s+not\b|\bin\b|\bis\b|\band\b|\bor\b")
_CALLS = {
    "min": ("max", Kind.COMPARISON), "max": ("min", Kind.COMPARISON),
    "idxmin": ("idxmax", Kind.COMPARISON), "idxmax": ("idxmin", Kind.COMPARISON),
    "argmin": ("argmax", Kind.COMPARISON), "argmax": ("argmin", Kind.COMPARISON),
    "nsmallest": ("nlargest", Kind.SORT), "nlargest": ("nsmallest", Kind.SORT),
    "minimum": ("maximum", Kind.COMPARISON), "maximum": ("minimum", Kind.COMPARISON),
    "any": ("all", Kind.BOOLEAN), "all": ("any", Kind.BOOLEAN),
    "floor": ("ceil", Kind.ROUNDING), "ceil": ("floor", Kind.ROUNDING),
    "sum": ("mean", Kind.ARITHMETIC), "mean": ("sum", Kind.ARITHMETIC), "median": ("mean", Kind.ARITHMETIC),
    "gt": ("ge", Kind.COMPARISON), "ge": ("gt", Kind.COMPARISON), "lt": ("le", Kind.COMPARISON),
    "le": ("lt", Kind.COMPARISON), "eq": ("ne", Kind.COMPARISON), "ne": ("eq", Kind.COMPARISON),
    "isna": ("notna", Kind.FILTER), "notna": ("isna", Kind.FILTER),
    "isnan": ("isfinite", Kind.FILTER), "isfinite": ("isnan", Kind.FILTER),
    "bfill": ("ffill", Kind.FILTER), "ffill": ("bfill", Kind.FILTER),
}  # fmt: skip
_METHODS_ONLY = {"sum", "mean", "median", "gt", "ge", "lt", "le", "eq", "ne"}
# A step in a chain of calls that can be left out: `frame.dropna()` becomes `frame`.
_STEPS = {
    "dropna": Kind.FILTER, "drop_duplicates": Kind.FILTER, "head": Kind.FILTER, "tail": Kind.FILTER,
    "sort_values": Kind.SORT, "sort_index": Kind.SORT, "round": Kind.ROUNDING, "abs": Kind.ARITHMETIC,
    "clip": Kind.FILTER, "fillna": Kind.FILTER,
}  # fmt: skip
# A call that can be left out: `round(x, 1)` becomes `x`.
_WRAPPERS = {"round": Kind.ROUNDING, "rounded": Kind.ROUNDING, "abs": Kind.ARITHMETIC, "reversed": Kind.SORT}
_ROUNDINGS = {"ROUND_HALF_UP": "ROUND_HALF_EVEN", "ROUND_HALF_EVEN": "ROUND_HALF_UP", "ROUND_FLOOR": "ROUND_CEILING",
              "ROUND_CEILING": "ROUND_FLOOR", "ROUND_DOWN": "ROUND_UP", "ROUND_UP": "ROUND_DOWN"}  # fmt: skip
_IS_SQL = re.compile(r"[rbfRBF]*(\"\"\"|\")\s*(SELECT|WITH|INSERT|DELETE|UPDATE|CREATE|UNPIVOT|FROM)\b")
_DECIMALS = re.compile(r"(?<=\.)\d+(?=[fge%]\})")


def mutants(path: str, source: str) -> list[Mutant]:
    """Return every fault that can be made in a file, in the order of the text, each place and change once."""
    found = _Finder(path, source)
    found.visit(ast.parse(source))
    return sorted(set(found.mutants))


class _Finder(ast.NodeVisitor):
    """Visits all that runs: annotations, decorators and documentation say what code is, and calculate nothing."""

    def __init__(self, path: str, source: str) -> None:
        self.path, self.source, self.mutants = path, source, list[Mutant]()
        self.lines = [0]
        for line in source.split("\n"):
            self.lines.append(self.lines[-1] + len(line) + 1)
        self.in_fstring = False

    # What is visited

    def visit(self, node: ast.AST) -> None:
        if self.in_fstring and isinstance(node, ast.expr) and not self._is_found(node):
            for child in ast.iter_child_nodes(node):
                self.visit(child)
            return
        super().visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for default in [*node.args.defaults, *node.args.kw_defaults]:
            if default is not None:
                self.visit(default)
        for statement in node.body:
            self.visit(statement)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        for statement in node.body:
            self.visit(statement)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def visit_Assign(self, node: ast.Assign) -> None:
        if not _is_type(node.value):
            self.generic_visit(node)

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self.visit(node.body)

    # What is changed

    def visit_BinOp(self, node: ast.BinOp) -> None:
        self.generic_visit(node)
        operator = self._operator(node.left, node.right)
        if operator is None:
            return
        start, end, text = operator
        if text in _MASKS:
            self._add(start, end, _MASKS[text], Kind.BOOLEAN)
        elif text in _ARITHMETIC and not (_is_text(node.left) or _is_text(node.right)):
            self._add(start, end, _ARITHMETIC[text], Kind.ARITHMETIC)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self.generic_visit(node)
        start, end = self._end(node.target), self._start(node.value)
        found = re.search(r"(\*\*|//|[-+*/%@&|^])=", self.source[start:end])
        if found and found[1] in _ARITHMETIC | _MASKS and not _is_text(node.value):
            kind = Kind.ARITHMETIC if found[1] in _ARITHMETIC else Kind.BOOLEAN
            self._add(start + found.start(1), start + found.end(1), (_ARITHMETIC | _MASKS)[found[1]], kind)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        self.generic_visit(node)
        kinds: dict[type[ast.unaryop], Kind] = {
            ast.USub: Kind.ARITHMETIC, ast.Not: Kind.BOOLEAN, ast.Invert: Kind.FILTER
        }  # fmt: skip
        if kind := kinds.get(type(node.op)):
            length = 3 if isinstance(node.op, ast.Not) else 1
            self._add(self._start(node), self._start(node) + length, "", kind)

    def visit_Compare(self, node: ast.Compare) -> None:
        self.generic_visit(node)
        operands = [node.left, *node.comparators]
        for left, right in pairwise(operands):
            if operator := self._operator(left, right):
                start, end, text = operator
                self._add(start, end, _COMPARISON[re.sub(r"\s+", " ", text)], Kind.COMPARISON)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        self.generic_visit(node)
        for left, right in pairwise(node.values):
            if operator := self._operator(left, right):
                start, end, text = operator
                self._add(start, end, "or" if text == "and" else "and", Kind.BOOLEAN)

    def visit_If(self, node: ast.If) -> None:
        self.generic_visit(node)
        self._negate(node.test)

    def visit_While(self, node: ast.While) -> None:
        self.generic_visit(node)
        self._negate(node.test)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self.generic_visit(node)
        self._negate(node.test)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        self.generic_visit(node)
        for condition in node.ifs:
            self._add(self._start(condition), self._end(condition), "True", Kind.FILTER)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        self.generic_visit(node)
        if _is_mask(node.slice):
            self._add(self._end(node.value), self._end(node), "", Kind.FILTER)
        elif isinstance(node.slice, ast.Tuple) and node.slice.elts and _is_mask(node.slice.elts[0]):
            self._add(self._start(node.slice.elts[0]), self._end(node.slice.elts[0]), ":", Kind.FILTER)

    def visit_Call(self, node: ast.Call) -> None:
        keywords = [word for word in node.keywords if not (_name(node.func) == "zip" and word.arg == "strict")]
        for child in (node.func, *node.args, *(word.value for word in keywords)):
            self.visit(child)
        name = _name(node.func)
        end = self._end(node.func)
        is_method = isinstance(node.func, ast.Attribute)
        if name in _CALLS and (is_method or name not in _METHODS_ONLY):
            self._add(end - len(name), end, *_CALLS[name])
        if name in _STEPS and isinstance(node.func, ast.Attribute) and not _is_module(node.func.value):
            self._add(end - len(name) - 1, self._end(node), "", _STEPS[name])
        elif name in _WRAPPERS and node.args:
            first = node.args[0]
            text = self.source[self._start(first) : self._end(first)]
            self._add(self._start(node), self._end(node), f"({text})", _WRAPPERS[name])
        elif name == "sorted" and node.args and not is_method:
            first = node.args[0]
            text = self.source[self._start(first) : self._end(first)]
            text = f"({text})" if isinstance(first, ast.GeneratorExp) and not text.startswith("(") else text
            self._add(self._start(node), self._end(node), f"list({text})", Kind.SORT)
        elif name == "filter" and len(node.args) == 2 and not is_method:
            second = node.args[1]
            text = self.source[self._start(second) : self._end(second)]
            self._add(self._start(node), self._end(node), f"iter({text})", Kind.FILTER)

    def visit_Expr(self, node: ast.Expr) -> None:
        self.generic_visit(node)
        call = node.value
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "sort":
            self._add(self._start(node), self._end(node), "pass", Kind.SORT)

    def visit_Name(self, node: ast.Name) -> None:
        if node.id in _ROUNDINGS and isinstance(node.ctx, ast.Load):
            self._add(self._start(node), self._end(node), _ROUNDINGS[node.id], Kind.ROUNDING)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        self.generic_visit(node)
        if node.attr in _ROUNDINGS:
            self._add(self._end(node) - len(node.attr), self._end(node), _ROUNDINGS[node.attr], Kind.ROUNDING)

    def visit_Constant(self, node: ast.Constant) -> None:
        start, end = self._start(node), self._end(node)
        text = self.source[start:end]
        if isinstance(node.value, bool):
            self._add(start, end, str(not node.value), Kind.CONSTANT)
        elif isinstance(node.value, int | float):
            self._add(start, end, other_number(text), Kind.CONSTANT)
        elif isinstance(node.value, str):
            self._statement(start, end)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        start, end = self._start(node), self._end(node)
        if self._statement(start, end):
            return
        for found in _DECIMALS.finditer(self.source, start, end):
            self._add(found.start(), found.end(), str(int(found[0]) + 1), Kind.ROUNDING)
        outer, self.in_fstring = self.in_fstring, True
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                self.visit(part.value)
        self.in_fstring = outer

    # How

    def _statement(self, start: int, end: int) -> bool:
        """Add the faults of a statement in SQL; tell whether the text is one."""
        opening = _IS_SQL.match(self.source, start, end)
        if opening:
            inner = opening.end(1)
            self.mutants += sql_code.mutants(self.path, self.source, inner, end - len(opening[1]))
        return opening is not None

    def _negate(self, test: ast.expr) -> None:
        """A condition that no comparison or word in it can be turned in, is turned as a whole."""
        if not isinstance(test, ast.Compare | ast.BoolOp | ast.UnaryOp | ast.NamedExpr):
            start, end = self._start(test), self._end(test)
            if not self.in_fstring or self._is_found(test):
                self._add(start, end, f"(not {self.source[start:end]})", Kind.BOOLEAN)

    def _operator(self, left: ast.expr, right: ast.expr) -> tuple[int, int, str] | None:
        start, end = self._end(left), self._start(right)
        gap = re.sub(r"#[^\n]*", lambda comment: " " * len(comment[0]), self.source[start:end])
        found = _OPERATOR.search(gap)
        return (start + found.start(), start + found.end(), found[0]) if found else None

    def _add(self, start: int, end: int, after: str, kind: Kind) -> None:
        self.mutants.append(mutant(self.path, self.source, start, end, after, kind))

    def _is_found(self, node: ast.expr) -> bool:
        """Whether the node stands where it says: older versions of Python misplace some that are inside a text."""
        text = self.source[self._start(node) : self._end(node)]
        try:
            return ast.dump(ast.parse(f"({text})", mode="eval").body) == ast.dump(node)
        except SyntaxError:
            return False

    def _start(self, node: ast.AST) -> int:
        return self._offset(node.lineno, node.col_offset)  # type: ignore[attr-defined]

    def _end(self, node: ast.AST) -> int:
        return self._offset(node.end_lineno, node.end_col_offset)  # type: ignore[attr-defined]

    def _offset(self, line: int, column: int) -> int:
        """The place of a character, from its line and its column in bytes."""
        first = self.lines[line - 1]
        text = self.source[first : self.lines[line] - 1]
        return first + len(text.encode()[:column].decode(errors="ignore"))


def _name(function: ast.expr) -> str:
    return (
        function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""
    )


def _is_module(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id in {"np", "pd", "math", "itertools", "heapq", "statistics"}


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _is_type(node: ast.expr) -> bool:
    """Whether an expression is a union of types: `str | int`."""
    return (
        isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.BitOr)
        and all(
            isinstance(part, ast.Constant)
            or _is_type(part)
            or _name(part) in dir(builtins)
            or _name(part)[:1].isupper()
            for part in (node.left, node.right)
        )
    )


def _is_mask(node: ast.expr) -> bool:
    """Whether an index picks rows by a condition."""
    if isinstance(node, ast.Compare):
        return True
    if isinstance(node, ast.UnaryOp):
        return isinstance(node.op, ast.Invert)
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.BitAnd | ast.BitOr) and (_is_mask(node.left) or _is_mask(node.right))
    return isinstance(node, ast.Call) and _name(node.func) in {"isin", "notna", "isna", "eq", "ne", "between"}


def of(path: str, source: str) -> Sequence[Mutant]:
    """Return every fault of a file in Python or SQL."""
    return list(sql_code.mutants(path, source)) if path.endswith(".sql") else mutants(path, source)
