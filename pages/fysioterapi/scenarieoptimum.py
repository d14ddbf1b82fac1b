"""The best possible within the money and the rules, three ways, beside the user's own scenario and the proposal."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analytics.measures import SPECIALER
from analytics.noegletal import Noegletal, noegletal
from analytics.optimering import MAAL, Maal, Optimum, optimer
from analytics.scenarie import Kobling, Scenarie, forslag, vindere_og_tabere
from analytics.scenariekode import kod
from analytics.scenarietekst import forslaget_er_vaegtet
from pages.faelles import components, numbers, queries, view
from pages.faelles.components import Cell, Column, Row
from pages.fysioterapi import scenariekontrol, scenarievalg

_SECONDS = 3.0


@st.cache_data(max_entries=60, show_spinner="Finder det bedste …")
def _optimum(
    version: str,
    settings: str,
    maal: Maal,
    kobling: Kobling,
    mindst: float,
    steder: int,
    udelad: tuple[str, ...],
    laast: tuple[tuple[tuple[str, int], float], ...],
    graenser: tuple[tuple[int, float], ...],
    _scenarie: Scenarie,
) -> Optimum:
    return optimer(
        scenarievalg.foundation(),
        aar=_scenarie.aar,
        maal=maal,
        grundkapacitet=_scenarie.grundkapacitet,
        vaegte=_scenarie.vaegte,
        kobling=kobling,
        mindst=mindst,
        hoejst_steder=steder,
        udelad=udelad,
        laast=dict(laast),
        graenser=dict(graenser),
        frist=_SECONDS,
    )


def show(scenarie: Scenarie) -> None:
    """Show the three optima beside the scenario and the proposal, and let the sliders take one of them."""
    box = st.expander("Hvad er det bedst mulige?", icon=":material/target:", key="optimum", on_change="rerun")
    if not box.open:
        return
    with box:
        least, places, left_out, settled = _demands(scenarie)
        if both := set(left_out) & {area for area, _ in settled}:
            names = ", ".join(queries.area_names()[area] for area in both)
            st.warning(f"{names} kan ikke både udelades og fastholdes.")
            return
        found: dict[Maal, Optimum] = {
            maal: _optimum(
                queries.version(),
                kod([scenarie.uden_nye()]),
                maal,
                scenariekontrol.coupling(),
                least,
                places,
                tuple(left_out),
                tuple(sorted(settled.items())),
                tuple(scenarievalg.limits(scenarie).items()),
                scenarie,
            )
            for maal in MAAL
        }
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


def _demands(scenarie: Scenarie) -> tuple[float, int, list[str], dict[tuple[str, int], float]]:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        view.control("mindst", width=190)
        view.slider("steder", int(view.remembered("steder") or 1), width=220)
    left_out = view.choose_many("udelad", "Ingen udeladt")
    kept = view.choose_many("fasthold", "Ingen fastholdt")
    settled = {(area, s): scenarie.tillaeg.get((area, s), 0.0) for area in kept for s in SPECIALER}
    return float(view.remembered("mindst") or 0.1), int(view.remembered("steder") or 1), left_out, settled


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
