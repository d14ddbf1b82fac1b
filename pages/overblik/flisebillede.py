"""The front page's picture: every area on tiles, the finding as its headline, and a way to the reader's own kommune."""

from __future__ import annotations

import streamlit as st

from analytics import overblik
from analytics.begreber import FIRST_YEAR
from analytics.kapacitet.maal import MEASURES
from analytics.kapacitet.rangorden import Tal, pladser
from dansk import saetning, tal
from pages import components, view
from pages.drawing import maps, standing
from pages.navigation import registry
from pages.reading import queries, sources
from pages.view import egen
from pages.view.parameters import KOMMUNE

_SHOWN = MEASURES["borgere-pr-kapacitet"]
_SPECIALE = 51
_LEAVES = "_til_min_kommune"


@queries.kept()
def _figures(of_version: str) -> dict[str, Tal]:
    return pladser(_SHOWN.beregn(queries.frames(of_version), _SPECIALE, FIRST_YEAR))


@queries.kept()
def headline(of_version: str) -> str:
    """Return the finding: where it is hardest to get physiotherapy."""
    worst = overblik.worst_served(queries.frames(of_version), _SPECIALE)
    return (
        f"Fysioterapi er sværest i {queries.area_names()[worst.omraade_id]}: {tal.number(worst.vaerdi)} borgere pr. "
        f"kapacitet, {tal.number(worst.gange, 1)} gange regionens"
    )


def show() -> None:
    """Show the tiles; whoever chooses an area goes to its kommune."""
    figures, names = _figures(), queries.area_names()
    reference = _SHOWN.reference(queries.tables(), _SPECIALE, FIRST_YEAR)
    picture, legend = maps.picture(
        _SHOWN, figures, reference, chosen=(), in_focus=names, own=egen.areas(view.held(KOMMUNE))
    )
    components.area_map(
        "kort-forside",
        "fliser",
        picture,
        legend,
        alt=f"{saetning.stopped(headline())} Vælg et område for at se dets kommune.",
        on_choose=lambda area: _leave(queries.kommune_of().get(area)),
        legend_above=True,
    )
    st.caption(
        f"Borgere pr. kapacitet (enhed for klinikkers omsætning), almindelig fysioterapi ({_SPECIALE}), {FIRST_YEAR}."
    )


def source() -> None:
    """Show where the figures of the tiles are printed."""
    sources.footer(_SHOWN.tabeller, brief=True)


def choose() -> None:
    """Show the choice of a kommune, which opens its page, and how the one chosen stands in the picture."""
    view.value(KOMMUNE)
    view.control(KOMMUNE, then=_leave, label="Vælg din kommune", width="stretch")
    kommune = view.held(KOMMUNE)
    if own := egen.areas(kommune):
        name = queries.kommune_names()[kommune]
        with st.container(key="min-plads", gap=None):
            st.caption(f"**{name}:** {_standing(own)}. {egen.several(kommune)}")
        st.page_link(
            registry.MIN_KOMMUNE.script,
            label=f"Se {name}",
            icon=":material/arrow_forward:",
            query_params={"kommune": kommune},
        )
    wanted = st.session_state.pop(_LEAVES, None)
    if wanted:
        st.switch_page(registry.MIN_KOMMUNE.script, query_params={"kommune": wanted})


def _standing(own: tuple[str, ...]) -> str:
    """Return the figure and the place of a kommune's area, or its worst and its best where it has several."""
    figures, names = _figures(), queries.area_names()
    placed = sorted((figures[area].plads or 0, area) for area in own)
    ends = list(dict.fromkeys([placed[0][1], placed[-1][1]]))
    told = {area: f"{standing.placed(_SHOWN, figures[area])}" for area in ends}
    if len(ends) == 1:
        return f"{maps.figure(_SHOWN, figures[ends[0]])}, {told[ends[0]]}"
    return " til ".join(f"{names[area]} {maps.figure(_SHOWN, figures[area])} ({told[area]})" for area in ends)


def _leave(kommune: str | None) -> None:
    """Let the run lead to the kommune's page; its name stands here when one comes back."""
    if kommune and kommune != "alle":
        view.put(KOMMUNE, kommune)
        st.session_state[_LEAVES] = kommune
