"""The best possible within the money and the rules, three ways, beside the user's own scenario and the proposal."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import cast

import streamlit as st

from analytics.measures import SPECIALER
from analytics.noegletal import Noegletal, noegletal
from analytics.optimering import MAAL, Maal, Optimum, optimer
from analytics.optimering.soegning import Soegning
from analytics.scenarie import Scenarie, forslag, vindere_og_tabere
from analytics.scenariekode import kod
from analytics.scenarietekst import forslaget_er_vaegtet
from pages.faelles import components, numbers, queries, view
from pages.faelles.components import Cell, Column, Row
from pages.fysioterapi import scenariekontrol, scenarievalg


@dataclass(frozen=True)
class Demands:
    """What the user asks of an optimum besides the rules: least where given, most places, left out, and settled."""

    mindst: float
    steder: int
    udelad: tuple[str, ...]
    laast: tuple[tuple[tuple[str, int], float], ...]


_DEADLINE = 30.0
"""Seconds for each optimum; what is not proved by then is shown with its gap."""
_PATIENCE = 0.4
"""Seconds that the page waits before it shows that the search goes on."""
_SEARCH = "_soegning"


def _search(scenarie: Scenarie, demands: Demands) -> Soegning:
    """Return the search for the optima under those demands: the one that is under way, or a new one in its stead."""
    question = (
        queries.version(),
        kod([scenarie.uden_nye()]),
        scenariekontrol.coupling(),
        demands,
        tuple(scenarievalg.limits(scenarie).items()),
    )
    asked, search = st.session_state.get(_SEARCH, (None, None))
    if asked == question:
        return cast(Soegning, search)
    if search is not None:
        search.stop()
    find = partial(
        optimer,
        scenarievalg.foundation(),
        aar=scenarie.aar,
        grundkapacitet=scenarie.grundkapacitet,
        vaegte=scenarie.vaegte,
        kobling=scenariekontrol.coupling(),
        mindst=demands.mindst,
        hoejst_steder=demands.steder,
        udelad=demands.udelad,
        laast=dict(demands.laast),
        graenser=scenarievalg.limits(scenarie),
        frist=_DEADLINE,
    )
    search = Soegning(find)
    st.session_state[_SEARCH] = (question, search)
    return search


@st.fragment(run_every=0.5)
def _watch(search: Soegning) -> None:
    """Show how far the search is, and let it be stopped; draw the page again when it is over."""
    if search.vent(0):
        st.rerun()
    found = len(search.fundet())
    st.progress(
        found / len(MAAL), f"Finder det bedste. Fundet: {found} af {len(MAAL)}. {round(search.sekunder)} sekunder gået."
    )
    st.button("Stop, og vis det bedste indtil nu", icon=":material/stop_circle:", on_click=search.stop)


def show(scenarie: Scenarie) -> None:
    """Show the three optima beside the scenario and the proposal, and let the sliders take one of them."""
    box = st.expander("Hvad er det bedst mulige?", icon=":material/target:", key="optimum", on_change="rerun")
    if not box.open:
        return
    with box:
        demands = _demands(scenarie)
        if both := set(demands.udelad) & {area for (area, _), _ in demands.laast}:
            names = ", ".join(queries.area_names()[area] for area in both)
            st.warning(f"{names} kan ikke både udelades og fastholdes.")
            return
        search = _search(scenarie, demands)
        if not search.vent(_PATIENCE):
            _watch(search)
            return
        found = search.fundet()
        if all(optimum.scenarie is None for optimum in found.values()):
            st.warning(found["minimax"].forklaring)
            return
        _compare(scenarie, found)
        _agreement(found)
        with st.container(horizontal=True):
            for maal, optimum in found.items():
                if optimum.scenarie is not None:
                    st.button(
                        f"Brug: {_SHORT[maal]}",
                        key=f"brug-{maal}",
                        on_click=scenarievalg.set_amounts,
                        args=(dict(optimum.scenarie.tillaeg),),
                    )
        for maal, optimum in found.items():
            st.caption(f"**{MAAL[maal]}.** {optimum.forklaring} {_price(optimum, scenarie)}")
        st.caption(forslaget_er_vaegtet(scenarievalg.foundation()))


_SHORT = {"minimax": "de ringest dækkede", "ulighed": "mindst ulighed", "over_graense": "færrest over grænsen"}


def _price(optimum: Optimum, scenarie: Scenarie) -> str:
    """Return what the optimum costs the area that it treats worst, against the user's own scenario."""
    if optimum.scenarie is None:
        return ""
    worst = vindere_og_tabere(optimum.scenarie, scenarie, scenarievalg.foundation()).iloc[-1]
    if worst["udfald"] != "taber":
        return "Ingen områder står ringere end i dit scenarie."
    share = numbers.quantity(worst["forskel_pct"], "pct", 0, sign=True)
    name = queries.area_names()[worst["omraade_id"]]
    return f"Det koster mest i {name}: {share} borgere pr. kapacitet på speciale {worst['speciale']} mod dit scenarie."


def _demands(scenarie: Scenarie) -> Demands:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        view.control("mindst", width=190)
        view.slider("steder", int(view.held("steder")), width=220)
    left_out = view.choose_many("udelad", "Ingen udeladt")
    kept = view.choose_many("fasthold", "Ingen fastholdt")
    settled = {(area, s): scenarie.tillaeg.get((area, s), 0.0) for area in kept for s in SPECIALER}
    return Demands(
        float(view.held("mindst")), int(view.held("steder")), tuple(left_out), tuple(sorted(settled.items()))
    )


def _compare(scenarie: Scenarie, found: dict[Maal, Optimum]) -> None:
    grundlag = scenarievalg.foundation()
    proposal = replace(scenarie, tillaeg=forslag(grundlag).tillaeg)
    candidates = {"Dit scenarie": scenarie, "Forslaget": proposal} | {
        _SHORT[maal].capitalize(): optimum.scenarie for maal, optimum in found.items() if optimum.scenarie is not None
    }
    limits = scenarievalg.limits(scenarie)
    own = noegletal(scenarie, grundlag, limits)
    rows = []
    for name, candidate in candidates.items():
        figures = noegletal(candidate, grundlag, limits)
        rows.append(
            Row(
                (
                    Cell(name),
                    *(cell for speciale in SPECIALER for cell in _figures(figures[speciale], own[speciale])),
                )
            )
        )
    components.table(
        "optima",
        (
            Column("navn", f"I {scenarie.aar}"),
            *(
                column
                for speciale in SPECIALER
                for column in (
                    Column(f"v{speciale}", f"Ringest, {speciale}", "tal"),
                    Column(f"o{speciale}", f"Over grænsen, {speciale}", "tal", "Borgere over grænsen"),
                    Column(f"g{speciale}", f"Gini, {speciale}", "tal"),
                )
            ),
        ),
        rows,
        alt="Dit scenarie, forslaget og de tre bedste fordelinger; i parentes forskellen til dit scenarie",
    )
    st.caption("I parentes: forskellen til dit scenarie.")


def _figures(of: Noegletal, own: Noegletal) -> tuple[Cell, Cell, Cell]:
    return (
        Cell(numbers.number(of.vaerst) + _difference(of.vaerst - own.vaerst, 0)),
        Cell(numbers.number(of.borgere_over) + _difference(of.borgere_over - own.borgere_over, 0)),
        Cell(numbers.number(of.gini, 3)),
    )


def _difference(value: float, decimals: int) -> str:
    return f" ({numbers.number(value, decimals, sign=True)})" if round(value, decimals) else ""


def _agreement(found: dict[Maal, Optimum]) -> None:
    by_gift: dict[object, list[str]] = {}
    for maal, optimum in found.items():
        if optimum.scenarie is not None:
            by_gift.setdefault(optimum.scenarie.tillaeg, []).append(_SHORT[maal])
    for agreed in by_gift.values():
        if len(agreed) > 1:
            st.caption(f"Målene «{'» og «'.join(agreed)}» giver den samme fordeling.")
