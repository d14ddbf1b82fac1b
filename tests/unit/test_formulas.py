"""What a spreadsheet takes for a formula, and what is a figure with its sign."""

from __future__ import annotations

import pytest

from data import formulas


@pytest.mark.parametrize("text", ["=1", "+45 12", "-A1", "@SUM(A1)", "\t=1", "\r=1", "-"])
def test_a_cell_that_begins_as_a_formula_is_taken_for_one(text: str) -> None:
    assert formulas.is_taken_for_one(text) and formulas.is_one(text)


@pytest.mark.parametrize("text", ["-1", "+1,5", "-1.000,25", "-3 %", "+12%"])
def test_a_figure_with_its_sign_is_no_formula_where_figures_may_stand(text: str) -> None:
    assert formulas.is_taken_for_one(text) and not formulas.is_one(text)


@pytest.mark.parametrize("text", ["", "Valby", "1+1", "A=1", " =1", "–1"])
def test_other_text_is_none(text: str) -> None:
    assert not formulas.is_taken_for_one(text) and not formulas.is_one(text)
