"""A fault that can be made: where in the code, of which kind, and what stands there before and after."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What sort of thing a fault changes."""

    ARITHMETIC = "regning"
    COMPARISON = "sammenligning"
    BOOLEAN = "logik"
    FILTER = "filter"
    SORT = "sortering"
    ROUNDING = "afrunding"
    CONSTANT = "konstant"


@dataclass(frozen=True, order=True)
class Mutant:
    """Replace the characters `start` to `end` of a file by `after`; `path` is the file's place in the project."""

    path: str
    start: int
    end: int
    after: str
    kind: Kind
    line: int
    before: str
    text: str
    """The line that the fault is in, without its indent."""

    @property
    def change(self) -> str:
        """What was before and what comes after, as one line."""
        return f"{squeezed(self.before)} → {squeezed(self.after) or '(intet)'}"

    def apply(self, source: str) -> str:
        """Return the file's text with the fault in it."""
        return source[: self.start] + self.after + source[self.end :]


def mutant(path: str, source: str, start: int, end: int, after: str, kind: Kind) -> Mutant:
    """Return the fault that replaces these characters of a file's text."""
    first = source.rfind("\n", 0, start) + 1
    last = source.find("\n", start)
    text = source[first : last if last >= 0 else len(source)].strip()
    return Mutant(path, start, end, after, kind, source.count("\n", 0, start) + 1, source[start:end], text)


def squeezed(text: str) -> str:
    """
    Return a text with each stretch of blanks as one.

    >>> squeezed("a\\n    + b")
    'a + b'
    """
    return re.sub(r"\s+", " ", text).strip()


def other_number(text: str) -> str:
    """
    Return another number near this one: one more, or for what is smaller than one the double.

    >>> other_number("0"), other_number("37"), other_number("0.05"), other_number("1e-9"), other_number("10_000")
    ('1', '38', '0.1', '1e-06', '10001')
    """
    if re.fullmatch(r"[\d_]+|0[xob]\w+", text, re.IGNORECASE):
        return str(int(text, 0 if text[:1] == "0" and len(text) > 1 and not text.isdigit() else 10) + 1)
    value = float(text)
    if value == 0:
        return "1.0"
    if abs(value) < 1e-4:
        return repr(value * 1000)
    return repr(value * 2 if abs(value) < 1 else value + 1)
