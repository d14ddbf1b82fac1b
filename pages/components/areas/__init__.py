"""The areas as a picture, tiles or a map: each reached by pointer, touch and key; what is unknown is hatched."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from pages.components import assets
from pages.components.mounting import mount
from pages.style import theme

_DRAWN = mount(
    "areas",
    f'<div class="kort" style="--ukendt: {theme.UNKNOWN}"><div class="billeder"></div>'
    '<ul class="signatur" aria-label="Signaturforklaring"></ul>'
    '<div class="tip" role="status" hidden></div></div>',
)


@dataclass(frozen=True)
class Area:
    """
    How one area is shown: name, figure as text, fill (None is hatched), ink on it, and what is read aloud.

    `samlet` is a short name of what the figure is of, where that is more than the area itself.
    """

    navn: str
    tekst: str
    beskrivelse: str
    farve: str | None
    skrift: str = ""
    valgt: bool = False
    daempet: bool = False
    samlet: str = ""


@dataclass(frozen=True)
class Circle:
    """A circle in an area (`omraade`) or at a place in the two map frames, with radius in map units and text."""

    r: float
    tekst: str
    omraade: str | None = None
    antal: str | None = None
    kort: tuple[float, float] | None = None
    udsnit: tuple[float, float] | None = None


def area_map(
    key: str,
    picture: Literal["fliser", "kort"],
    areas: Mapping[str, Area],
    legend: Sequence[tuple[str | None, str]],
    *,
    alt: str,
    circles: Sequence[Circle] = (),
    on_choose: Callable[[str], None],
) -> None:
    """Draw the areas as tiles or as a map; `on_choose` gets the id of the area chosen by pointer or key, or ""."""
    _DRAWN(
        key=key,
        data={
            "geometri": assets.address("geometri.json"),
            "billede": picture,
            "alt": alt,
            "omraader": {area_id: vars(area) for area_id, area in areas.items()},
            "cirkler": [vars(circle) for circle in circles],
            "signatur": [{"farve": colour, "tekst": text} for colour, text in legend],
        },
        on_valgt_change=lambda: on_choose(st.session_state[key].valgt or ""),
    )
