"""The best possible within the money and the rules, three ways, beside the user's own scenario and the proposal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, cast

import streamlit as st

from analytics.begreber import SPECIALER
from analytics.optimering import MAAL, Maal, Optimum, optimer
from analytics.optimering.godeplaner import Godeplaner, gode_planer
from analytics.optimering.raaderumtekst import planer
from analytics.optimering.soegning import Soegning
from analytics.optimering.svar import Maalraekke, maalraekker, svar
from analytics.scenarie import Udregning, udtraek
from analytics.scenarie.kode import kod
from analytics.scenarie.noegletal import BORGERE_OVER, VAERST, Stoerrelse
from analytics.scenarie.tekst import forslaget_er_vaegtet, gaver, overskridelse
from dansk import maengde, saetning, tal
from pages import components, view
from pages.components import Cell, Column, Row
from pages.drawing import downloads
from pages.fysioterapi import parametre
from pages.fysioterapi.scenarie import opstilling, raaderum
from pages.reading import queries, sources
from pages.style import theme

_DEADLINE = 30.0
"""Seconds for each optimum; what is not proved by then is shown with its gap."""
_PATIENCE = 0.4
"""Seconds that the page waits before it shows that the search goes on."""
_AT_ONCE = 8.0
"""Seconds that a press on «Bedst mulige» waits for an answer."""
_SEARCH = "_soegning"
_TABLES = ("fysio_kapacitet", "befolkning", "fysio_forslag", "fysio_budget")
_SHORT = {"minimax": "de ringest dækkede", "ulighed": "mindst ulighed", "over_graense": "færrest over grænsen"}
_OWN = "Dit scenarie"


@dataclass(frozen=True)
class Demands:
    """What the user asks of an optimum besides the rules: least where given, most places, left out, and settled."""

    mindst: float
    steder: int
    udelad: tuple[str, ...]
    laast: tuple[tuple[tuple[str, int], float], ...]


def _search(of: Udregning, demands: Demands) -> Soegning:
    """Return the search for the optima under those demands: the one that is under way, or a new one in its stead."""
    scenarie = of.scenarie
    question = _question(of, demands)
    asked, search = st.session_state.get(_SEARCH, (None, None))
    if asked == question:
        return cast(Soegning, search)
    if search is not None:
        search.stop()
    find = partial(
        optimer,
        of.grundlag,
        aar=scenarie.aar,
        grundkapacitet=scenarie.grundkapacitet,
        vaegte=scenarie.vaegte,
        foelger=scenarie.foelger,
        **_asked(of, demands),
        frist=_DEADLINE,
    )
    search = Soegning(find)
    st.session_state[_SEARCH] = (question, search)
    return search


def take_best() -> None:
    """Let the sliders be the best for the worst served, under the demands that are set; told where there is none."""
    of = opstilling.worked_out()
    search = _search(of, _held(of))
    search.vent(_AT_ONCE)
    found = search.fundet().get("minimax")
    if found is None or found.scenarie is None:
        st.toast(found.forklaring if found else "Det bedste er ikke fundet endnu. Prøv igen om lidt.")
        return
    opstilling.set_amounts(found.scenarie.tillaeg)


def _question(of: Udregning, demands: Demands) -> object:
    """Return all that the optima depend on."""
    scenarie = of.scenarie.uden_nye()
    return queries.version(), kod([scenarie]), of.kobling, demands, tuple(of.graenser.items())


def _asked(of: Udregning, demands: Demands) -> dict[str, Any]:
    """Return what the optimum and the plans near it are asked under, the same of both."""
    return {
        "kobling": of.kobling,
        "mindst": demands.mindst,
        "hoejst_steder": demands.steder,
        "udelad": demands.udelad,
        "laast": dict(demands.laast),
        "graenser": of.graenser,
    }


def _near(of: Udregning, demands: Demands, optimum: Optimum, pct: float) -> Godeplaner:
    """Return the plans near an optimum, under the demands that it was found under."""
    return gode_planer(
        of.grundlag,
        optimum,
        pct,
        **_asked(of, demands),
    )


Ranges = Mapping[tuple[str, int], tuple[float, float]]


def ranges(of: Udregning) -> Callable[[], tuple[Ranges, str]]:
    """
    Return what looks up the proved ranges under the demands that are set, and says of which plans they are.

    There are none until they have been worked out.
    """
    kept, best = raaderum.kept(_question(of, _held(of))), _SHORT[view.held(parametre.BEDST)]

    def proved() -> tuple[Ranges, str]:
        rum = kept()
        return ({}, "") if rum is None else (rum.bevist, planer(rum.pct, best))

    return proved


@st.fragment(run_every=0.5)
def _watch(search: Soegning) -> None:
    """Show how far the search is, and let it be stopped; draw the page again when it is over."""
    if search.vent(0):
        st.rerun()
    found = len(search.fundet())
    st.progress(
        found / len(MAAL),
        f"Finder det bedste. Fundet: {found} af {len(MAAL)}. {tal.number(search.sekunder)} sekunder gået.",
    )
    st.button("Stop, og vis det bedste indtil nu", icon=":material/stop_circle:", on_click=search.stop)


@dataclass(frozen=True)
class _Best:
    """What was found for an objective: the optimum, and its scenario worked out."""

    maal: Maal
    optimum: Optimum
    udregning: Udregning

    @property
    def name(self) -> str:
        return _SHORT[self.maal].capitalize()


def show(of: Udregning) -> None:
    """Show what is best: the answer first, then three dots an objective; the sliders can take one; the rest unfolds."""
    demands = _held(of)
    if both := set(demands.udelad) & {area for (area, _), _ in demands.laast}:
        names = saetning.listed([queries.area_names()[area] for area in sorted(both)])
        st.warning(f"{names} kan ikke både udelades og fastholdes.", icon=":material/block:")
        _settings()
        return
    search = _search(of, demands)
    if not search.vent(_PATIENCE):
        _watch(search)
        return
    found = [
        _Best(maal, optimum, of.med(optimum.scenarie.tillaeg))
        for maal, optimum in search.fundet().items()
        if optimum.scenarie is not None
    ]
    if not found:
        st.warning(search.fundet()["minimax"].forklaring, icon=":material/block:")
        _settings()
        return
    best = {each.maal: each.udregning for each in found}
    if over := overskridelse(of):
        st.warning(
            f"Dit scenarie bryder budgettet ({over}) og kan derfor ikke måles mod det bedst mulige, som holder det.",
            icon=":material/warning:",
        )
    elif "minimax" in best:
        st.markdown(f"**{svar(of, best['minimax'])}**")
    _dots(of, best)
    with st.container(horizontal=True):
        for each in found:
            _take(each)
    _settings()
    candidates = {_OWN: of, "Forslaget": of.forslag} | {each.name: each.udregning for each in found}
    raaderum.show(of, _question(of, demands), {each.maal: each.optimum for each in found}, partial(_near, of, demands))
    box = st.expander("Tallene for det bedste", icon=":material/table:", key="optima-tal", on_change="rerun")
    if box.open:
        with box:
            _compare(candidates, {each.name: each.optimum for each in found})
            for each in found:
                _tell(each, of)
            _agreement(found)
            st.caption(forslaget_er_vaegtet(of.grundlag))
    downloads.bar(
        "scenarie-optima",
        partial(udtraek.mod_det_bedste, candidates),
        tables=opstilling.tables([of], _TABLES),
        selection=opstilling.selection(of),
        called="det bedste",
    )
    sources.footer(
        opstilling.tables([of], _TABLES), "de bedste fordelinger, fundet af løseren HiGHS eller ved fuld opregning."
    )


def _dots(of: Udregning, best: Mapping[Maal, Udregning]) -> None:
    """A row for each objective and speciale: with nothing new, in the proposal and at best, on a scale of its own."""
    large = view.on_projector()

    def beside(each: Maalraekke) -> tuple[float, ...]:
        """The figures beside the best one; a projector has room for the proposal's."""
        return (each.forslag,) if large else (each.uden, each.forslag)

    rows = [
        Row(
            (
                Cell(f"{each.speciale}: {each.stoerrelse.navn}"),
                *(Cell(tal.number(figure, each.stoerrelse.decimaler)) for figure in beside(each)),
                Cell(
                    tal.number(each.bedst, each.stoerrelse.decimaler),
                    pair=(each.pladser[0], each.pladser[2], each.pladser[1]),
                    colour=theme.ink(theme.SPECIALE[each.speciale]),
                ),
            ),
            kind="skel" if place and each.maal == next(iter(best)) else None,
        )
        for place, each in enumerate(maalraekker(of, best))
    ]
    components.table(
        "bedste",
        (
            Column("maal", f"Mål i {of.scenarie.aar}", ubrudt=True),
            *(() if large else (Column("uden", "Uden nye ○", "tal"),)),
            Column("forslag", "Forslaget ◇", "tal"),
            Column(
                "bedst",
                "Bedst ● (○ uden nye)" if large else "Bedst ●",
                "par",
                "Hvert mål for sig: det bedste, pengene rækker til",
            ),
        ),
        rows,
        alt="Uden nye, i forslaget og bedst muligt: hvert mål og speciale",
    )


def _take(best: _Best) -> None:
    """Let the sliders take what is best by an objective."""
    st.button(
        f"Vis på skyderne: {_SHORT[best.maal]}",
        key=f"brug-{best.maal}",
        on_click=opstilling.set_amounts,
        args=(dict(best.udregning.scenarie.tillaeg),),
        help=MAAL[best.maal],
    )


def _tell(best: _Best, of: Udregning) -> None:
    """Say what an optimum gives, how sure it is and what it costs."""
    gifts = "\n".join(f"- **{s}:** {areas}" for s, areas in gaver(best.udregning.scenarie, of.grundlag).items())
    st.markdown(f"**{MAAL[best.maal]}**\n{gifts}")
    st.caption(f"{best.optimum.forklaring} {_price(best.udregning, of)}")


def _price(best: Udregning, of: Udregning) -> str:
    """Return what the optimum costs the others, against the user's own scenario."""
    against = best.mod(of)
    most = against.taber_mest
    if most is None:
        return "Ingen områder står ringere end i dit scenarie."
    share = maengde.change(most.pct)
    return (
        f"{maengde.counted(against.omraader_der_taber, 'område', 'områder')} står ringere end i dit scenarie, mest "
        f"{of.grundlag.navne[most.omraade_id]}: {share} borgere pr. kapacitet i speciale {most.speciale}."
    )


def _settings() -> None:
    """What else is asked of the best; a projector has no room for it."""
    if view.on_projector():
        return
    with st.expander("Krav til det bedste", icon=":material/tune:", key="krav"):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            view.control(parametre.MINDST, width=190)
            view.slider(parametre.STEDER, view.held(parametre.STEDER), width=220)
        view.choose_many(parametre.UDELAD, "Ingen udeladt")
        view.choose_many(parametre.FASTHOLD, "Ingen fastholdt")


def _held(of: Udregning) -> Demands:
    left_out, kept = view.held(parametre.UDELAD), view.held(parametre.FASTHOLD)
    settled = {(area, s): of.scenarie.tillaeg.get((area, s), 0.0) for area in kept for s in SPECIALER}
    return Demands(
        view.held(parametre.MINDST),
        view.held(parametre.STEDER),
        left_out,
        tuple(sorted(settled.items())),
    )


def _compare(candidates: Mapping[str, Udregning], optima: Mapping[str, Optimum]) -> None:
    """A group of rows for each speciale: what every candidate comes to, and how far that is from the scenario."""
    own = candidates[_OWN]
    rows = []
    for s, speciale in SPECIALER.items():
        rows.append(Row((Cell(f"{s} {speciale.split()[0].lower()}"), *(Cell("") for _ in range(5))), kind="sum"))
        for name, candidate in candidates.items():
            figures, optimum = candidate.noegletal[s], optima.get(name)
            worse, over = (_difference(what, candidate, own, s) for what in (VAERST, BORGERE_OVER))
            rows.append(
                Row(
                    (
                        Cell(name, note=None if optimum is None else _gap(optimum)),
                        Cell(tal.number(figures.vaerst)),
                        Cell("" if optimum is None else worse),
                        Cell(tal.number(figures.borgere_over)),
                        Cell("" if optimum is None else over),
                        Cell(tal.number(figures.gini, 3)),
                    )
                )
            )
    people = "Ringest dækket" if own.scenarie.vaegte is None else "Ringest dækket (vægtet)"
    components.table(
        "optima",
        (
            Column("navn", f"I {own.scenarie.aar}", ubrudt=True),
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


def _difference(what: Stoerrelse, of: Udregning, own: Udregning, speciale: int) -> str:
    change = what.forskel(of.noegletal[speciale], own.noegletal[speciale])
    return tal.number(change, what.decimaler, sign=True) if change else "="


def _gap(optimum: Optimum) -> str | None:
    return f"gab {maengde.quantity(optimum.gab_pct, 'pct', 1)}" if optimum.gab else None


def _agreement(found: list[_Best]) -> None:
    by_gift: dict[object, list[str]] = {}
    for each in found:
        by_gift.setdefault(each.udregning.scenarie.tillaeg, []).append(_SHORT[each.maal])
    for agreed in by_gift.values():
        if len(agreed) > 1:
            st.caption(f"Målene «{'» og «'.join(agreed)}» giver den samme fordeling.")
