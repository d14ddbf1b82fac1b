"""The examples in the docstrings of dansk and analytics say what is so."""

from __future__ import annotations

import doctest
import pkgutil
from importlib import import_module

import pytest

import analytics
import dansk

MODULES = sorted(
    found.name
    for package in (analytics, dansk)
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_hold(name: str) -> None:
    assert doctest.testmod(import_module(name)).failed == 0


def test_there_are_examples() -> None:
    finder = doctest.DocTestFinder(exclude_empty=True)
    examples = [len(test.examples) for name in MODULES for test in finder.find(import_module(name))]
    assert sum(examples) >= 25
