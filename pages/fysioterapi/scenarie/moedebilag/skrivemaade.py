"""Figures as the page writes them."""

from __future__ import annotations

import math

from dansk.maengde import counted
from dansk.tal import number


def is_figure(value: float) -> bool:
    """Return whether there is such a figure: where there is no capacity, citizens per capacity is none."""
    return math.isfinite(value) and value > 0


def per_capacity(value: float) -> str:
    """Return citizens per capacity, or that there is none."""
    return number(value) if is_figure(value) else "ingen"


def number_of_areas(count: int) -> str:
    """Return a number of areas."""
    return counted(count, "område", "områder")
