"""
The map of the areas, where the question is where: pydeck draws it, and SVG where WebGL does not, and on paper.

One contract for both hands: areas with class and figure, circles, arcs, what is chosen, and what a choice does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import streamlit as st

from geo import areas, landkort
from pages import components, view
from pages.components import Arc, Area, Circle
from pages.components.landkort import ability, probe
from pages.drawing import deck
from pages.drawing.scales import Legend
from pages.style import css
from pages.view.parameters import UDSNIT, Udsnit


def show(
    key: str,
    shown: Mapping[str, Area],
    legend: Legend,
    *,
    alt: str,
    circles: Sequence[Circle] = (),
    arcs: Sequence[Arc] = (),
    on_choose: Callable[[str], None],
    low: bool = False,
    legend_above: bool = False,
    closest: landkort.Cutting | None = None,
) -> None:
    """
    Draw the areas as a map; `on_choose` gets the id of the area chosen, or "" where the chosen one is chosen again.

    A `low` one stands whole on a laptop's first screen, and fills a desktop's. `closest` is what the map flies to by
    itself, where it does.

    What can be chosen here can be chosen in a list beside it too: a canvas has no keys.
    """
    browser = ability()
    own: landkort.Size = "lav" if low else "almindelig"
    st.html(css.beside(__file__))
    on_paper = browser is None or browser.webgl

    def legend_and_paper() -> None:
        components.area_map(
            key,
            "kort",
            shown,
            legend,
            alt=alt,
            circles=circles,
            arcs=arcs,
            on_choose=on_choose,
            on_paper=on_paper,
            legend_above=legend_above,
        )

    if legend_above:
        legend_and_paper()
    if browser is None:
        # The browser answers at once, and what it draws is drawn once.
        st.container(key=f"{key}-webgl", height=landkort.FORMATS[own].height, border=False)
    elif browser.webgl:
        size: landkort.Size = "smal" if browser.narrow else "stor" if view.on_projector() else own
        size = "hoej" if size == "lav" and browser.tall else size
        _draw(key, shown, circles, arcs, on_choose, size, closest)
    probe(f"{key}-evne", f"{key}-webgl")
    if not legend_above:
        legend_and_paper()


def _draw(
    key: str,
    shown: Mapping[str, Area],
    circles: Sequence[Circle],
    arcs: Sequence[Arc],
    on_choose: Callable[[str], None],
    size: landkort.Size,
    closest: landkort.Cutting | None,
) -> None:
    """Draw the map with pydeck."""
    with st.container(key=f"{key}-webgl"):
        # On a phone there is room for three; the island is in the region's picture too.
        own = [cut for cut in landkort.CUTS if size != "smal" or cut != "bornholm" or view.held(UDSNIT) == cut]
        offered: tuple[Udsnit, ...] = landkort.CUTS if closest is None else ("valgte", *own)
        flown = view.choose_among(offered, UDSNIT, st.segmented_control, required=True, label_visibility="collapsed")
        which = (closest or "region") if flown == "valgte" else flown
        places = {area: landkort.place(which, *point) for area, point in areas.points().items()}
        placed = [
            circle if isinstance(circle.sted, str) else replace(circle, sted=landkort.place(which, *circle.sted))
            for circle in circles
        ]
        bows = [replace(arc, fra=_end(which, arc.fra), til=_end(which, arc.til)) for arc in arcs]
        ground = deck.Ground("dark" if st.context.theme.type == "dark" else "light")
        st.pydeck_chart(
            deck.specification(landkort.cut(which, size), shown, placed, bows, places, ground),
            height=landkort.FORMATS[size].height,
            key=f"{key}-deck",
            on_select=lambda: _choose(f"{key}-deck", shown, on_choose),
            selection_mode="single-object",
        )


def _end(which: landkort.Cutting, at: str | tuple[float, float]) -> str | tuple[float, float]:
    """Return where an arc ends in a cut."""
    return at if isinstance(at, str) else landkort.place(which, *at)


def _choose(key: str, shown: Mapping[str, Area], on_choose: Callable[[str], None]) -> None:
    # Streamlit forgets what was chosen when the map's specification changes: nothing chosen is no choice.
    number = deck.chosen_of(st.session_state[key].selection)
    if number is not None:
        area = list(areas.points())[number - 1]
        on_choose("" if shown[area].valgt else area)
