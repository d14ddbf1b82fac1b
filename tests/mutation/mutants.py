"""Every small change that could be made to a rule, in Python and in SQL; no line is left out."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

ROOMS = ("analytics", "data")
"""Where rules stand: all Python and all SQL below these."""


@dataclass(frozen=True, order=True)
class Mutant:
    """One change: its file, where in its text it stands, what stands there, and what is put in its place."""

    file: str
    start: int
    end: int
    before: str
    after: str
    kind: str
    line: int

    def applied(self, text: str) -> str:
        """Return the file's text with the change made."""
        assert text[self.start : self.end] == self.before
        return text[: self.start] + self.after + text[self.end :]


def all_mutants(root: Path) -> list[Mutant]:
    """Return every mutant of the rooms, in one order."""
    found: list[Mutant] = []
    for room in ROOMS:
        for file in sorted((root / room).rglob("*")):
            name = file.relative_to(root).as_posix()
            if file.suffix == ".py":
                found += python_mutants(name, file.read_text(encoding="utf-8"))
            elif file.suffix == ".sql":
                found += sql_mutants(name, file.read_text(encoding="utf-8"))
    return sorted(set(found))


_OPERATORS: dict[type[ast.operator], tuple[str, str]] = {
    **{ast.Add: ("+", "-"), ast.Sub: ("-", "+"), ast.Mult: ("*", "/"), ast.Div: ("/", "*")},
    **{ast.FloorDiv: ("//", "/"), ast.Mod: ("%", "*"), ast.Pow: ("**", "*")},
    **{ast.BitAnd: ("&", "|"), ast.BitOr: ("|", "&"), ast.MatMult: ("@", "*")},
}
_COMPARED: dict[type[ast.cmpop], tuple[str, str]] = {
    **{ast.Lt: ("<", "<="), ast.LtE: ("<=", "<"), ast.Gt: (">", ">="), ast.GtE: (">=", ">")},
    **{ast.Eq: ("==", "!="), ast.NotEq: ("!=", "==")},
    **{ast.Is: ("is", "is not"), ast.IsNot: ("is not", "is"), ast.In: ("in", "not in"), ast.NotIn: ("not in", "in")},
}
_EXTREMES = {"max": "min", "min": "max", "argmax": "argmin", "argmin": "argmax", "idxmax": "idxmin", "idxmin": "idxmax"}
_BOOLEAN: dict[type[ast.boolop], tuple[str, str]] = {ast.And: ("and", "or"), ast.Or: ("or", "and")}


def python_mutants(name: str, text: str) -> Iterator[Mutant]:
    """Return the mutants of a Python file."""
    return _Python(name, text).mutants()


class _Python:
    """A Python file, and the places in its text."""

    def __init__(self, name: str, text: str) -> None:
        self.name, self.text = name, text
        lines = text.splitlines(keepends=True)
        self._lines = [line.encode() for line in lines]
        self._starts = [0]
        for line in lines:
            self._starts.append(self._starts[-1] + len(line))

    def mutants(self) -> Iterator[Mutant]:
        for node in _rules(ast.parse(self.text)):
            yield from self._of(node)

    def _of(self, node: ast.AST) -> Iterator[Mutant]:
        match node:
            case ast.BinOp(left=left, op=operator, right=right) if type(operator) in _OPERATORS and not _is_text(
                left, right
            ):
                yield from self._between(left, right, _OPERATORS[type(operator)], "arithmetic")
            case ast.AugAssign(target=target, op=operator, value=value) if type(
                operator
            ) in _OPERATORS and not _is_text(value):
                sign, other = _OPERATORS[type(operator)]
                yield from self._between(target, value, (f"{sign}=", f"{other}="), "arithmetic")
            case ast.UnaryOp(ast.USub(), operand):
                yield self._replaced(node, operand, "arithmetic")
            case ast.UnaryOp(ast.Not(), operand):
                yield self._replaced(node, operand, "boolean")
            case ast.Compare(left=first, ops=signs, comparators=others):
                for compared, (one, other) in zip(signs, pairwise([first, *others]), strict=True):
                    yield from self._between(one, other, _COMPARED[type(compared)], "comparison")
            case ast.BoolOp(op=joint, values=values):
                for one, other in pairwise(values):
                    yield from self._between(one, other, _BOOLEAN[type(joint)], "boolean")
            case ast.comprehension(ifs=conditions):
                for condition in conditions:
                    yield self._mutant(*self._span(condition), "True", "filter")
            case ast.Call():
                yield from self._call(node)
            case ast.Constant(value) if isinstance(value, bool):
                yield self._mutant(*self._span(node), str(not value), "constant")
            case ast.Constant(value) if isinstance(value, int | float):
                yield self._mutant(*self._span(node), repr(value + 1), "constant")
            case ast.Name("ROUND_HALF_UP"):
                yield self._mutant(*self._span(node), "ROUND_HALF_EVEN", "rounding")

    def _call(self, call: ast.Call) -> Iterator[Mutant]:
        """Sorting, rounding, extremes, and the filters that pandas takes as text."""
        start, end = self._span(call.func)
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        if name in _EXTREMES:
            yield self._mutant(end - len(name), end, _EXTREMES[name], "sort")
        elif name == "sorted" and isinstance(call.func, ast.Name):
            yield self._mutant(start, end, "(lambda rows, **_: list(rows))", "sort")
        elif name in ("sort_values", "sort_index"):
            _, after = self._span(call)
            yield self._mutant(after, after, ".iloc[::-1]", "sort")
        elif name in ("round", "rounded", "floor", "ceil") and call.args and isinstance(call.func, ast.Name):
            yield self._replaced(call, call.args[0], "rounding")
        elif name == "query" and call.args and isinstance(call.args[0], ast.Constant):
            first, last = self._span(call.args[0])
            for sign in re.finditer(r"==|!=|<=|>=|<|>|\band\b|\bor\b", self.text[first:last]):
                other = {"and": "or", "or": "and", "==": "!=", "!=": "==", "<": "<=", "<=": "<", ">": ">=", ">=": ">"}
                yield self._mutant(first + sign.start(), first + sign.end(), other[sign[0]], "filter")

    def _span(self, node: ast.AST) -> tuple[int, int]:
        assert isinstance(node, ast.expr)
        return (
            self._place(node.lineno, node.col_offset),
            self._place(node.end_lineno or node.lineno, node.end_col_offset or node.col_offset),
        )

    def _place(self, line: int, column: int) -> int:
        return self._starts[line - 1] + len(self._lines[line - 1][:column].decode())

    def _between(self, one: ast.AST, other: ast.AST, signs: tuple[str, str], kind: str) -> Iterator[Mutant]:
        """The sign between two expressions, past brackets and comments."""
        first, last = self._span(one)[1], self._span(other)[0]
        wanted = signs[0].split()
        tokens = [token for token in _tokens(self.text[first:last]) if token[0].strip()]
        for at in range(len(tokens) - len(wanted) + 1):
            if [text for text, *_ in tokens[at : at + len(wanted)]] == wanted:
                start, end = first + tokens[at][1], first + tokens[at + len(wanted) - 1][2]
                yield self._mutant(start, end, signs[1], kind)
                return

    def _replaced(self, whole: ast.AST, part: ast.AST, kind: str) -> Mutant:
        """The whole expression, with one of its parts in its place."""
        first, last = self._span(part)
        return self._mutant(*self._span(whole), f"({self.text[first:last]})", kind)

    def _mutant(self, start: int, end: int, after: str, kind: str) -> Mutant:
        line = self.text.count("\n", 0, start) + 1
        return Mutant(self.name, start, end, self.text[start:end], after, kind, line)


def _tokens(text: str) -> list[tuple[str, int, int]]:
    """The tokens of a piece of Python on one line or several, with their places, comments left out."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    found = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type in (tokenize.OP, tokenize.NAME):
                found.append(
                    (token.string, starts[token.start[0] - 1] + token.start[1], starts[token.end[0] - 1] + token.end[1])
                )
    except (tokenize.TokenError, IndentationError):
        pass  # the piece ends in the middle of an expression: what came before its end has been found
    return found


def _rules(tree: ast.AST) -> Iterator[ast.AST]:
    """Every node that is run and is no type: annotations and the aliases of types say nothing of rules."""
    for field, value in ast.iter_fields(tree):
        if field in ("annotation", "returns") or _is_alias(tree, field):
            continue
        for node in value if isinstance(value, list) else [value]:
            if isinstance(node, ast.AST):
                yield node
                yield from _rules(node)


def _is_alias(node: ast.AST, field: str) -> bool:
    """Whether an assignment gives a type a name: `Value = str | int`."""
    if field != "value" or not isinstance(node, ast.Assign):
        return False
    names = [part for part in ast.walk(node.value) if isinstance(part, ast.Name)]
    unions = any(isinstance(part, ast.BitOr) for part in ast.walk(node.value))
    return (
        unions
        and all(isinstance(target, ast.Name) and target.id[:1].isupper() for target in node.targets)
        and all(name.id[:1].isupper() or name.id in ("str", "int", "float", "bool", "bytes", "dt") for name in names)
    )


def _is_text(*parts: ast.AST) -> bool:
    return any(
        isinstance(part, ast.JoinedStr) or (isinstance(part, ast.Constant) and isinstance(part.value, str))
        for part in parts
    )


_SQL = re.compile(
    r"(?P<skip>--[^\n]*|'(?:[^']|'')*'|\"[^\"]*\"|count\(\*\)|->|::|\bSELECT\s+(?:\w+\.)?\*|\w+\.\*|,\s*\*)"
    r"|(?P<sign><=|>=|<>|!=|<|>|=|\+|-|\*|/)"
    r"|(?P<word>\b(?:AND|OR|DESC|ASC|max|min|round|floor|ceil|abs|greatest|least|IS NOT NULL|IS NULL)\b)"
    r"|(?P<number>(?<![\w.])\d+(?:\.\d+)?(?![\w.]))",
    flags=re.IGNORECASE,
)
_SQL_SIGNS = {
    **{"<=": "<", ">=": ">", "<": "<=", ">": ">=", "=": "<>", "<>": "=", "!=": "="},
    **{"+": "-", "-": "+", "*": "/", "/": "*"},
}
_SQL_WORDS = {
    **{"and": ("OR", "boolean"), "or": ("AND", "boolean"), "desc": ("ASC", "sort"), "asc": ("DESC", "sort")},
    **{"max": ("min", "sort"), "min": ("max", "sort"), "greatest": ("least", "sort"), "least": ("greatest", "sort")},
    **{"round": ("ceil", "rounding"), "floor": ("ceil", "rounding"), "ceil": ("floor", "rounding")},
    **{"abs": ("sign", "arithmetic"), "is null": ("IS NOT NULL", "filter"), "is not null": ("IS NULL", "filter")},
}


def sql_mutants(name: str, text: str) -> Iterator[Mutant]:
    """Return the mutants of an SQL file."""
    for found in _SQL.finditer(text):
        if found["skip"] is not None:
            continue
        line = text.count("\n", 0, found.start()) + 1
        if found["sign"]:
            kind = "arithmetic" if found[0] in "+-*/" else "comparison"
            after = _SQL_SIGNS[found[0]]
        elif found["word"]:
            after, kind = _SQL_WORDS[found[0].lower()]
        else:
            after, kind = str(float(found[0]) + 1) if "." in found[0] else str(int(found[0]) + 1), "constant"
        yield Mutant(name, found.start(), found.end(), found[0], after, kind, line)
