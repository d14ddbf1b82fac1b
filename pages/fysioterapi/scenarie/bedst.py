"""The best possible within the money and the rules, three ways, beside the user's own scenario and the proposal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import cast

import pandas as pd
import streamlit as st

from analytics.begreber import SPECIALER
from analytics.grundlag import Grundlag
from analytics.optimering import MAAL, Maal, Optimum, optimer
from analytics.optimering.soegning import Soegning
from analytics.scenarie import Scenarie, forslag, vindere_og_tabere
from analytics.scenarie.kode import kod
from analytics.scenarie.noegletal import Noegletal, noegletal
from analytics.scenarie.tekst import forslaget_er_vaegtet, gaver, overskridelse
from dansk import maengde, saetning, tal
from pages import components, view
from pages.components import Cell, Column, Row
from pages.drawing import downloads
from pages.fysioterapi import parametre
from pages.fysioterapi.scenarie import kontrol, skyderne
from pages.reading import queries, sources


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
        kontrol.coupling(),
        demands,
        tuple(skyderne.limits(scenarie).items()),
    )
    asked, search = st.session_state.get(_SEARCH, (None, None))
    if asked == question:
        return cast(Soegning, search)
    if search is not None:
        search.stop()
    find = partial(
        optimer,
        skyderne.foundation(),
        aar=scenarie.aar,
        grundkapacitet=scenarie.grundkapacitet,
        vaegte=scenarie.vaegte,
        kobling=kontrol.coupling(),
        mindst=demands.mindst,
        hoejst_steder=demands.steder,
        udelad=demands.udelad,
        laast=dict(demands.laast),
        graenser=skyderne.limits(scenarie),
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
    demands = _demands(scenarie)
    if both := set(demands.udelad) & {area for (area, _), _ in demands.laast}:
        names = saetning.listed([queries.area_names()[area] for area in sorted(both)])
        st.warning(f"{names} kan ikke både udelades og fastholdes.", icon=":material/block:")
        return
    search = _search(scenarie, demands)
    if not search.vent(_PATIENCE):
        _watch(search)
        return
    found = {maal: optimum for maal, optimum in search.fundet().items() if optimum.scenarie is not None}
    if not found:
        st.warning(search.fundet()["minimax"].forklaring, icon=":material/block:")
        return
    grundlag, limits = skyderne.foundation(), skyderne.limits(scenarie)
    if over := overskridelse(scenarie, grundlag):
        st.warning(
            f"Dit scenarie bryder budgettet ({over}) og kan derfor ikke måles mod det bedst mulige, som holder det.",
            icon=":material/warning:",
        )
    else:
        st.markdown(_given_away(scenarie, found, grundlag, limits))
    _compare(scenarie, found, grundlag, limits)
    with st.container(horizontal=view.on_projector()):
        for maal, optimum in found.items():
            _take(maal, optimum, scenarie)
    _agreement(found)
    st.caption(forslaget_er_vaegtet(grundlag))
    downloads.bar(
        "scenarie-optima",
        partial(_download, scenarie, found, grundlag, limits),
        tables=_TABLES,
        selection=skyderne.selection(scenarie),
    )
    sources.footer(_TABLES, "de bedste fordelinger, fundet af løseren HiGHS eller ved fuld opregning.")


_TABLES = ("fysio_kapacitet", "befolkning", "fysio_forslag", "fysio_budget")
_SHORT = {"minimax": "de ringest dækkede", "ulighed": "mindst ulighed", "over_graense": "færrest over grænsen"}


def _given_away(
    scenarie: Scenarie, found: Mapping[Maal, Optimum], grundlag: Grundlag, limits: Mapping[int, float]
) -> str:
    """Say at a glance what the scenario gives away: against the best for the worst served, and for the limit."""
    own = noegletal(scenarie, grundlag, limits)
    parts = []
    if "minimax" in found:
        best = _figures(found["minimax"], grundlag, limits)
        worst = {s: own[s].vaerst - best[s].vaerst for s in SPECIALER}
        parts.append(f"Det ringest dækkede område kan få {_by_speciale(worst)} borgere pr. kapacitet.")
    if "over_graense" in found:
        best = _figures(found["over_graense"], grundlag, limits)
        over = {s: own[s].borgere_over - best[s].borgere_over for s in SPECIALER}
        parts.append(f"Over grænsen kan der bo {_by_speciale(over)} borgere.")
    return f"**Det bedst mulige mod dit scenarie:** {' '.join(parts)}"


def _by_speciale(fewer: Mapping[int, float]) -> str:
    return " og ".join(f"{_fewer(difference)} (speciale {s})" for s, difference in fewer.items())


def _fewer(difference: float) -> str:
    if not round(difference):
        return "lige så mange"
    return f"{tal.number(abs(difference))} {'færre' if difference > 0 else 'flere'}"


def _figures(optimum: Optimum, grundlag: Grundlag, limits: Mapping[int, float]) -> dict[int, Noegletal]:
    assert optimum.scenarie is not None
    return noegletal(optimum.scenarie, grundlag, limits)


def _take(maal: Maal, optimum: Optimum, scenarie: Scenarie) -> None:
    """Say what an optimum gives, how sure it is and what it costs, and let the sliders take it."""
    assert optimum.scenarie is not None
    gifts = [f"**{s}:** {areas}" for s, areas in gaver(optimum.scenarie, skyderne.foundation()).items()]
    if not view.on_projector():
        st.markdown(f"**{MAAL[maal]}**\n" + "\n".join(f"- {gift}" for gift in gifts))
        st.caption(f"{optimum.forklaring} {_price(optimum.scenarie, scenarie)}")
    st.button(
        f"Brug: {_SHORT[maal]}",
        key=f"brug-{maal}",
        on_click=skyderne.set_amounts,
        args=(dict(optimum.scenarie.tillaeg),),
        help="\n\n".join(gifts) if view.on_projector() else None,
    )


def _price(best: Scenarie, scenarie: Scenarie) -> str:
    """Return what the optimum costs the others, against the user's own scenario."""
    against = vindere_og_tabere(best, scenarie, skyderne.foundation())
    losers = against[against["udfald"] == "taber"]
    if losers.empty:
        return "Ingen områder står ringere end i dit scenarie."
    names, most = queries.area_names(), losers.iloc[-1]
    share = maengde.quantity(most["forskel_pct"], "pct", 0, sign=True)
    count = losers["omraade_id"].nunique()
    return (
        f"{count} {'område' if count == 1 else 'områder'} står ringere end i dit scenarie, mest "
        f"{names[most['omraade_id']]}: {share} borgere pr. kapacitet i speciale {most['speciale']}."
    )


def _demands(scenarie: Scenarie) -> Demands:
    if not view.on_projector():
        with st.container(horizontal=True, vertical_alignment="bottom"):
            view.control(parametre.MINDST, width=190)
            view.slider(parametre.STEDER, view.held(parametre.STEDER), width=220)
        view.choose_many(parametre.UDELAD, "Ingen udeladt")
        view.choose_many(parametre.FASTHOLD, "Ingen fastholdt")
    left_out, kept = view.held(parametre.UDELAD), view.held(parametre.FASTHOLD)
    settled = {(area, s): scenarie.tillaeg.get((area, s), 0.0) for area in kept for s in SPECIALER}
    return Demands(
        view.held(parametre.MINDST),
        view.held(parametre.STEDER),
        left_out,
        tuple(sorted(settled.items())),
    )


def _candidates(scenarie: Scenarie, found: Mapping[Maal, Optimum], grundlag: Grundlag) -> dict[str, Scenarie]:
    proposal = replace(scenarie, tillaeg=forslag(grundlag).tillaeg)
    best = {
        _SHORT[maal].capitalize(): optimum.scenarie for maal, optimum in found.items() if optimum.scenarie is not None
    }
    return {"Dit scenarie": scenarie, "Forslaget": proposal} | best


def _compare(
    scenarie: Scenarie, found: Mapping[Maal, Optimum], grundlag: Grundlag, limits: Mapping[int, float]
) -> None:
    """A group of rows for each speciale: what every candidate comes to, and how far that is from the scenario."""
    gaps = {_SHORT[maal].capitalize(): _gap(optimum) for maal, optimum in found.items()}
    figures = {name: noegletal(each, grundlag, limits) for name, each in _candidates(scenarie, found, grundlag).items()}
    own = figures["Dit scenarie"]
    rows = []
    for s, speciale in SPECIALER.items():
        rows.append(Row((Cell(f"{s} {speciale.split()[0].lower()}"), *(Cell("") for _ in range(5))), kind="sum"))
        for name, figure in figures.items():
            of = figure[s]
            rows.append(
                Row(
                    (
                        Cell(name, note=gaps.get(name)),
                        Cell(tal.number(of.vaerst)),
                        Cell(_difference(of.vaerst - own[s].vaerst, 0) if name in gaps else ""),
                        Cell(tal.number(of.borgere_over)),
                        Cell(_difference(of.borgere_over - own[s].borgere_over, 0) if name in gaps else ""),
                        Cell(tal.number(of.gini, 3)),
                    )
                )
            )
    people = "Ringest dækket" if scenarie.vaegte is None else "Ringest dækket (vægtet)"
    components.table(
        "optima",
        (
            Column("navn", f"I {scenarie.aar}", ubrudt=True),
            Column("vaerst", people, "tal", "Borgere pr. kapacitet i det ringest dækkede område"),
            Column("vaerst-mod", "mod dit", "tal"),
            Column("over", "Over grænsen", "tal", "Borgere i områder over grænsen"),
            Column("over-mod", "mod dit", "tal"),
            Column("gini", "Gini", "tal", "Ulighed: 0 er ingen"),
        ),
        rows,
        alt="Dit scenarie, forslaget og de tre bedste fordelinger, speciale for speciale, og forskellen til dit",
        cards=True,
    )


def _gap(optimum: Optimum) -> str | None:
    return f"gab {maengde.quantity(100 * optimum.gab, 'pct', 1)}" if optimum.gab else None


def _download(
    scenarie: Scenarie, found: Mapping[Maal, Optimum], grundlag: Grundlag, limits: Mapping[int, float]
) -> pd.DataFrame:
    """What each candidate gives and comes to: a row per speciale and area that anybody is given something in."""
    candidates = _candidates(scenarie, found, grundlag)
    rows: list[dict[str, object]] = []
    for s in SPECIALER:
        figures = {name: noegletal(each, grundlag, limits)[s] for name, each in candidates.items()}
        for label, value in (
            ("ringest dækket, borgere pr. kapacitet", lambda of: round(of.vaerst, 2)),
            ("borgere over grænsen", lambda of: of.borgere_over),
            ("Gini", lambda of: round(of.gini, 4)),
        ):
            rows.append({"speciale": s, "hvad": label} | {name: value(of) for name, of in figures.items()})
        given = [o for o in grundlag.omraader if any((o, s) in each.tillaeg for each in candidates.values())]
        rows += [
            {"speciale": s, "hvad": f"nye kapaciteter, {grundlag.navne[o]}"}
            | {name: each.tillaeg.get((o, s), 0.0) for name, each in candidates.items()}
            for o in given
        ]
    return pd.DataFrame(rows)


def _difference(value: float, decimals: int) -> str:
    return tal.number(value, decimals, sign=True) if round(value, decimals) else "="


def _agreement(found: Mapping[Maal, Optimum]) -> None:
    by_gift: dict[object, list[str]] = {}
    for maal, optimum in found.items():
        if optimum.scenarie is not None:
            by_gift.setdefault(optimum.scenarie.tillaeg, []).append(_SHORT[maal])
    for agreed in by_gift.values():
        if len(agreed) > 1:
            st.caption(f"Målene «{'» og «'.join(agreed)}» giver den samme fordeling.")
