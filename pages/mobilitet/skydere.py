"""Sliders for whole numbers from nought, each with minus, plus and a number field: the weights, and the amount."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pages import components, view
from pages.components import Slider, SliderRow
from pages.style import theme


def show(key: str, rows: Sequence[tuple[str, str, str]], *, rows_are: str, heading: str, highest: int) -> None:
    """Show a slider per row: its name in the link, what stands before it, and what is read aloud."""
    colour = theme.colour("primaryColor")
    components.sliders(
        key,
        [
            SliderRow(label, [Slider(name, read_aloud, float(view.value(name)), colour)])
            for name, label, read_aloud in rows
        ],
        [(heading, colour)],
        rows_are=rows_are,
        highest=highest,
        step=1,
        unit="",
        on_change=_moved,
    )


def _moved(values: Mapping[str, float]) -> None:
    for name, value in values.items():
        view.put(name, f"{value:.0f}")
