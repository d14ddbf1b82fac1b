"""Rows of sliders with small steps, each with minus, plus and a number field."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from pages.components import heard
from pages.components.mounting import mount

_DRAWN = mount(
    "slider",
    '<div class="skydere"></div>',
)


@dataclass(frozen=True)
class Slider:
    """
    A slider: its name in the link, what is read aloud, its value and colour.

    `pris` is what one of what it counts costs, kr.: the least and the most.
    """

    navn: str
    tekst: str
    vaerdi: float
    farve: str
    pris: tuple[float, float] | None = None


@dataclass(frozen=True)
class SliderRow:
    """A row's sliders, one per column."""

    navn: str
    skydere: Sequence[Slider]


def tell(key: str, on_change: Callable[[Mapping[str, float]], None]) -> None:
    """Hand on what a hand has set on the sliders of a component: the new values by the sliders' names."""
    sent = heard.said(key, "aendret", dict) or {}
    if changed := {str(name): float(value) for name, value in sent.items() if isinstance(value, int | float)}:
        on_change(changed)


def sliders(
    key: str,
    rows: Sequence[SliderRow],
    headings: Sequence[tuple[str, str]],
    *,
    rows_are: str,
    highest: float,
    step: float,
    unit: str,
    on_change: Callable[[Mapping[str, float]], None],
    share: str | None = None,
    total: str | None = None,
) -> None:
    """
    Show rows of sliders from 0 to `highest`, a heading and colour per column.

    `rows_are` heads the rows' names, and `unit` is read aloud behind the value; `on_change` gets the new values by the
    sliders' names. `share` says how much of the sum a row's slider is, with «{}» for the per cent; it follows the hand.
    So do the amounts where sliders have a price: each row's own, and below them all `total` with their sum.
    """
    _DRAWN(
        key=key,
        data={
            "hoejst": highest,
            "trin": step,
            "raekkenavn": rows_are,
            "enhed": unit,
            "andel": share,
            "i_alt": total,
            "soejler": [{"tekst": text, "farve": colour} for text, colour in headings],
            "raekker": [{"navn": row.navn, "skydere": [vars(slider) for slider in row.skydere]} for row in rows],
        },
        on_aendret_change=partial(tell, key, on_change),
    )
