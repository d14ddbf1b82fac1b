"""Every fault that can be made in SQL: the files of `data/sql`, and statements that stand in Python."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.mutation.mutant import Kind, Mutant, mutant, other_number

# Comments, texts and quoted names, where nothing is calculated, and what Python fills into a statement.
_SKIPPED = re.compile(r"--[^\n]*|'(?:[^']|'')*'|\"(?:[^\"\n]|\"\")*\"|\{[^{}]*\}")
_TOKEN = re.compile(
    r"[A-Za-z_][\w]*|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\*\*|<=|>=|<>|!=|:=|=>|->|::|\|\||[-+*/%<>=(),.;\[\]]"
)
_SWAPPED = {
    "+": ("-", Kind.ARITHMETIC),
    "-": ("+", Kind.ARITHMETIC),
    "*": ("/", Kind.ARITHMETIC),
    "**": ("*", Kind.ARITHMETIC),
    "/": ("*", Kind.ARITHMETIC),
    "%": ("*", Kind.ARITHMETIC),
    "<": ("<=", Kind.COMPARISON),
    "<=": ("<", Kind.COMPARISON),
    ">": (">=", Kind.COMPARISON),
    ">=": (">", Kind.COMPARISON),
    "=": ("<>", Kind.COMPARISON),
    "<>": ("=", Kind.COMPARISON),
    "!=": ("=", Kind.COMPARISON),
}
_CALLS = {
    "min": ("max", Kind.COMPARISON),
    "max": ("min", Kind.COMPARISON),
    "arg_min": ("arg_max", Kind.COMPARISON),
    "arg_max": ("arg_min", Kind.COMPARISON),
    "least": ("greatest", Kind.COMPARISON),
    "greatest": ("least", Kind.COMPARISON),
    "bool_and": ("bool_or", Kind.BOOLEAN),
    "bool_or": ("bool_and", Kind.BOOLEAN),
    "sum": ("avg", Kind.ARITHMETIC),
    "avg": ("sum", Kind.ARITHMETIC),
    "abs": ("", Kind.ARITHMETIC),
    "floor": ("ceil", Kind.ROUNDING),
    "ceil": ("floor", Kind.ROUNDING),
    "trunc": ("ceil", Kind.ROUNDING),
}
_NOT_OPERANDS = {
    "SELECT", "DISTINCT", "WHERE", "AND", "OR", "NOT", "ON", "WHEN", "THEN", "ELSE", "CASE", "IN", "BETWEEN", "BY",
    "HAVING", "LIMIT", "AS", "ALL", "FROM", "VALUES", "RETURN",
}  # fmt: skip
_REPLACED = {
    "TRUE": ("false", Kind.CONSTANT),
    "FALSE": ("true", Kind.CONSTANT),
    "AND": ("OR", Kind.BOOLEAN),
    "OR": ("AND", Kind.BOOLEAN),
    "NOT": ("", Kind.BOOLEAN),
    "DESC": ("", Kind.SORT),
}
_NO_RULE = {("OR", "CREATE")}
_AFTER_EVERY_COLUMN = {")", ",", "", "FROM", "EXCLUDE", "REPLACE"}
_ENDS_KEY = {"LIMIT", "ROWS", "RANGE", "NULLS", "OFFSET", "UNION", "ASC", "DESC"}


def mutants(path: str, source: str, start: int = 0, end: int | None = None) -> Iterator[Mutant]:
    """Yield every fault that can be made in the SQL between two places of a file."""
    statement = _Statement(source, start, len(source) if end is None else end)
    for place in range(len(statement.tokens)):
        for first, last, after, kind in statement.changes(place):
            yield mutant(path, source, first, last, after, kind)


Change = tuple[int, int, str, Kind]


class _Statement:
    """The words and signs of a stretch of SQL, with their places in the file."""

    def __init__(self, source: str, start: int, end: int) -> None:
        self.start = start
        self.hidden = _SKIPPED.sub(lambda found: re.sub(r"[^\n]", "\x00", found[0]), source[start:end])
        self.tokens = [(found[0], start + found.start(), start + found.end()) for found in _TOKEN.finditer(self.hidden)]
        self.ranges = self._ands_of_between()

    def word(self, place: int) -> str:
        """Return a word or sign in capitals, nothing where the text has ended."""
        return self.tokens[place][0].upper() if 0 <= place < len(self.tokens) else ""

    def changes(self, place: int) -> Iterator[Change]:
        """Yield what can be changed at a word or sign."""
        text, first, last = self.tokens[place]
        after = self.word(place + 1)
        if text in _SWAPPED:
            yield from self._sign(place)
        elif text[0].isdigit():
            yield first, last, other_number(text), Kind.CONSTANT
        elif text in _CALLS and after == "(":
            yield (first, last, *_CALLS[text])
        elif text == "round" and after == "(":
            yield first, last, "" if self._has_one_argument(place + 1) else "trunc", Kind.ROUNDING
        else:
            yield from self._word(place)

    def _sign(self, place: int) -> Iterator[Change]:
        text, first, last = self.tokens[place]
        before, after = self.word(place - 1), self.word(place + 1)
        is_binary = _is_operand(before) or (
            place > 0 and "\x00" in self.hidden[self.tokens[place - 1][2] - self.start : first - self.start]
        )
        is_every_column = text == "*" and (not is_binary or before == "." or after in _AFTER_EVERY_COLUMN)
        if text in "+-" and not is_binary:
            yield first, last, "", Kind.ARITHMETIC
        elif not is_every_column:
            yield (first, last, *_SWAPPED[text])

    def _word(self, place: int) -> Iterator[Change]:
        _, first, last = self.tokens[place]
        before, word, after = (self.word(at) for at in (place - 1, place, place + 1))
        if (word, before) in _NO_RULE or place in self.ranges:
            return
        if word in _REPLACED:
            yield (first, last, *_REPLACED[word])
        elif word == "IS" and after == "NULL":
            yield last, last, " NOT", Kind.BOOLEAN
        elif word in {"WHERE", "HAVING", "QUALIFY"}:
            yield last, last, " true OR", Kind.FILTER
        elif (word == "DISTINCT" and after != "FROM") or (word, after) == ("LEFT", "JOIN"):
            yield first, last, "", Kind.FILTER
        elif (before, word) == ("ORDER", "BY") and (key := self._end_of_key(place + 1)) is not None:
            end = self.tokens[key - 1][2]
            yield end, end, " DESC", Kind.SORT

    def _ands_of_between(self) -> set[int]:
        """The places of the words AND that belong to a BETWEEN."""
        found, open_at, depth = set[int](), list[int](), 0
        for place, (text, _, _) in enumerate(self.tokens):
            depth += (text == "(") - (text == ")")
            if text.upper() == "BETWEEN":
                open_at.append(depth)
            elif text.upper() == "AND" and open_at and open_at[-1] == depth:
                open_at.pop()
                found.add(place)
        return found

    def _end_of_key(self, place: int) -> int | None:
        """The place where the first key of an ORDER BY ends, None where it is the last first or the text ends."""
        depth = 0
        for at in range(place, len(self.tokens)):
            word = self.word(at)
            if depth == 0 and (word in {",", ")", ";"} or word in _ENDS_KEY):
                return None if word == "DESC" else at
            depth += (word in "([") - (word in ")]")
        return None

    def _has_one_argument(self, place: int) -> bool:
        depth = 0
        for text, _, _ in self.tokens[place:]:
            depth += (text == "(") - (text == ")")
            if depth == 0 or (depth == 1 and text == ","):
                return depth == 0
        return True


def _is_operand(token: str) -> bool:
    return bool(token) and (token[-1].isalnum() or token[-1] in "_)]") and token not in _NOT_OPERANDS
