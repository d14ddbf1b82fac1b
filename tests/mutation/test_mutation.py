"""The faults that can be made: each kind is found, what is no rule is let be, and the arguments are of today's code."""

from __future__ import annotations

import ast
import json
import random
from dataclasses import asdict
from pathlib import Path

import duckdb
import pytest

from tests.mutation import __main__ as run
from tests.mutation import equal, python_code, sql_code
from tests.mutation.mutant import Mutant
from tests.mutation.trial import Outcome
from tests.project import ROOT

PARTS = ("analytics", "data", "dansk", "geo")


@pytest.fixture(scope="module")
def everything() -> list[Mutant]:
    return run.pool(PARTS)


def changes(source: str) -> set[str]:
    return {found.apply(source) for found in python_code.mutants("x.py", source)}


def statements(source: str) -> set[str]:
    return {found.apply(source) for found in sql_code.mutants("x.sql", source)}


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("a + b * c", {"a - b * c", "a + b / c"}),
        ("-a", {"a"}),
        ("a <= b < c", {"a < b < c", "a <= b <= c"}),
        ("a in b and c is not d", {"a not in b and c is not d", "a in b or c is not d", "a in b and c is d"}),
        ("x if a else y", {"x if (not a) else y"}),
        ("[x for x in xs if f(x)]", {"[x for x in xs if True]"}),
        ("frame[frame.a == b]", {"frame", "frame[frame.a != b]"}),
        ("frame.loc[~mask, 'a']", {"frame.loc[:, 'a']", "frame.loc[mask, 'a']"}),
        ("frame.dropna().sort_values('a')", {"frame.dropna()", "frame.sort_values('a')"}),
        ("(a).sort_values('a')", {"(a)"}),
        ("sorted(xs, key=f)", {"list(xs)"}),
        ("xs.sort()", {"pass"}),
        ("round(x, n)", {"(x)"}),
        ("max(xs)", {"min(xs)"}),
        ("f(0.5, 10, a=True)", {"f(1.0, 10, a=True)", "f(0.5, 11, a=True)", "f(0.5, 10, a=False)"}),
        ('f"{100 * x:.1f} %"', {'f"{101 * x:.1f} %"', 'f"{100 / x:.1f} %"', 'f"{100 * x:.2f} %"'}),
        ("(a  # not + here\n + b)", {"(a  # not + here\n - b)"}),
        ('æ = "øå" * x * y', {'æ = "øå" * x / y'}),
        ('con.execute("SELECT a FROM t WHERE b > c")', {
            'con.execute("SELECT a FROM t WHERE true OR b > c")', 'con.execute("SELECT a FROM t WHERE b >= c")'}),
    ],
)  # fmt: skip
def test_each_kind_of_fault_is_found_in_python(source: str, wanted: set[str]) -> None:
    assert changes(source) == wanted


@pytest.mark.parametrize(
    "source",
    ["x: int | None = y", "Value = str | int", "@f(1)\ndef g(a: 'b | c') -> d | e: return a", "zip(a, b, strict=True)",
     "x = 'a' + y", '"""1 + 2"""'],
)  # fmt: skip
def test_what_says_only_what_code_is_is_no_rule(source: str) -> None:
    assert changes(source) == set()


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("SELECT a * b, t.*, count(*) FROM t", {"SELECT a / b, t.*, count(*) FROM t"}),
        ("SELECT a ** b FROM t", {"SELECT a * b FROM t"}),
        ("SELECT 'a + b', -x FROM t -- a + b", {"SELECT 'a + b', x FROM t -- a + b"}),
        ("SELECT x BETWEEN a AND b AND c", {"SELECT x BETWEEN a AND b OR c"}),
        ("SELECT a FROM t ORDER BY f(a, b), c", {"SELECT a FROM t ORDER BY f(a, b) DESC, c"}),
        ("SELECT a FROM t ORDER BY a DESC", {"SELECT a FROM t ORDER BY a "}),
        ("SELECT round(a, 2), max(b) FROM t",
         {"SELECT trunc(a, 2), max(b) FROM t", "SELECT round(a, 3), max(b) FROM t",
          "SELECT round(a, 2), min(b) FROM t"}),
        ("FROM t LEFT JOIN u USING (a) WHERE b IS NULL", {
            "FROM t  JOIN u USING (a) WHERE b IS NULL", "FROM t LEFT JOIN u USING (a) WHERE true OR b IS NULL",
            "FROM t LEFT JOIN u USING (a) WHERE b IS NOT NULL"}),
    ],
)  # fmt: skip
def test_each_kind_of_fault_is_found_in_sql(source: str, wanted: set[str]) -> None:
    assert statements(source) == wanted


def test_faults_of_the_project_can_be_read_as_code(everything: list[Mutant]) -> None:
    with duckdb.connect() as con:
        for one in random.Random(20240101).sample(everything, 200):
            code = one.apply((ROOT / one.path).read_text(encoding="utf-8"))
            if one.path.endswith(".sql"):
                con.extract_statements(code)
            else:
                ast.parse(code)


def test_every_part_has_faults_of_every_kind(everything: list[Mutant]) -> None:
    assert len(everything) > 2000
    for part in ("analytics/", "data/"):
        assert len({one.kind for one in everything if one.path.startswith(part)}) == 7


def test_each_argument_is_of_a_fault_that_can_be_made_today(everything: list[Mutant]) -> None:
    stale = [entry for entry in equal.equals() if not any(entry.is_of(one) for one in everything)]
    assert not stale, "Ingen fejl svarer til " + "; ".join(f"{one.fil}: {one.linje} ({one.aendring})" for one in stale)
    assert all(len(entry.grund.split()) >= 8 for entry in equal.equals())


def test_a_run_that_was_broken_off_goes_on_with_what_was_not_caught(tmp_path: Path, everything: list[Mutant]) -> None:
    caught, missed = everything[0], everything[-1]
    file = tmp_path / "resultat.jsonl"
    outcomes = {caught: Outcome(True, "FAILED tests/unit/test_x.py::test_y", 1.5), missed: Outcome(False, "", 2.0)}
    lines = [{"froe": 1, **asdict(mutant), **asdict(outcome), "grund": None} for mutant, outcome in outcomes.items()]
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    assert run.caught_before(file) == {caught: outcomes[caught]}
    assert run.caught_before(tmp_path / "ny.jsonl") == run.caught_before(None) == {}


def test_what_is_drawn_stays_drawn_when_another_file_changes(everything: list[Mutant]) -> None:
    drawn = run.draw(everything, 1, 220)
    assert len(set(drawn)) == 220
    assert set(drawn) != set(run.draw(everything, 2, 220))
    others = [one for one in everything if one.path != drawn[0].path]
    assert set(run.draw(others, 1, 220)) >= {one for one in drawn if one.path != drawn[0].path}
