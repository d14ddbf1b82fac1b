"""Sliders for whole numbers from nought, each with minus, plus and a number field: the weights, and the amount."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pages import components, view
from pages.components import Slider, SliderRow
from pages.style import theme
from pages.view.kinds import Whole


def show(
    key: str,
    rows: Sequence[tuple[Whole, str, str]],
    *,
    rows_are: str,
    heading: str,
    highest: int,
    share: str | None = None,
) -> None:
    """
    Show a slider per row: what it sets, what stands before it, and what is read aloud.

    `share` says in words, with «{}» for a per cent, how much of them all each one is.
    """
    colour = theme.paint("primaryColor")
    sets = {parameter.name: parameter for parameter, _, _ in rows}

    def moved(values: Mapping[str, float]) -> None:
        for name, value in values.items():
            view.put(sets[name], round(value))

    components.sliders(
        key,
        [
            SliderRow(label, [Slider(parameter.name, read_aloud, float(view.value(parameter)), colour)])
            for parameter, label, read_aloud in rows
        ],
        [(heading, colour)],
        rows_are=rows_are,
        highest=highest,
        step=1,
        unit="",
        on_change=moved,
        share=share,
    )
