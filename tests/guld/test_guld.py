"""The figures that the papers come to are those of the golden files."""

from __future__ import annotations

import pytest

from analytics.tabeller import Frames
from tests.guld import figures


@pytest.mark.parametrize("name", figures.subjects())
def test_no_figure_has_moved(name: str, frames: Frames) -> None:
    moved = figures.differences(figures.golden(name), figures.now(name, frames))
    assert not moved, "\n".join(
        [f"{len(moved)} figures of tests/guld/{name}.yaml moved or are new. If so meant: make guld.", *moved]
    )


def test_every_golden_file_has_the_module_that_works_it_out() -> None:
    assert {file.stem for file in figures.FOLDER.glob("*.yaml")} == set(figures.subjects())
