"""What is forced and what is politics: what each area can get in plans near the best, and plans that differ most."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import partial

import streamlit as st

from analytics.begreber import RAEKKER
from analytics.optimering import Maal, Optimum
from analytics.optimering.alternativer import Alternativ, alternativer
from analytics.optimering.godeplaner import Godeplaner
from analytics.optimering.raaderum import FRIST, Klasse, Raaderum, Spillerum, raaderum, tabel
from analytics.optimering.raaderumtekst import MAALT_PAA, forbehold, fund, planer
from analytics.scenarie import Udregning
from analytics.scenarie.tekst import gaver
from dansk import saetning, tal
from pages import components, view
from pages.components import Area, Cell, Column, Row, TileMap
from pages.drawing import downloads
from pages.fysioterapi import parametre
from pages.fysioterapi.scenarie import opstilling
from pages.reading import queries, sources
from pages.style import theme

Find = Callable[[Optimum, float], Godeplaner]
Answer = tuple[Raaderum, tuple[Alternativ, ...]]

_ANSWERS = "_raaderum"
FRISTER = {False: (FRIST, FRIST), True: (30.0, 10.0)}
"""Seconds for the ranges and the plans: more where the patients follow, since each range is a program of its own."""
_KEPT = 12
"""So many answers are kept of a session."""
_TABLES = ("fysio_kapacitet", "befolkning", "fysio_budget")
_CLASS: Mapping[Klasse, str] = {
    "altid": "altid",
    "politisk": "politisk\N{NO-BREAK SPACE}valg",
    "aldrig": "aldrig",
    "ikke afgjort": "ikke afgjort",
}
_EDGES = (0.1, 1.0, 2.0, 4.0)
"""New capacities, both specialer together, where a tile's next colour begins."""
_LEGEND = ("intet", "under 1", "1 til 2", "2 til 4", "4 og over")


def show(of: Udregning, question: object, optima: Mapping[Maal, Optimum], find: Find) -> None:
    """
    Show the room for politics near an optimum, worked out when the box is opened.

    `question` is what the optima answer, and `find` returns the plans near one of them.
    """
    box = st.expander(
        "Hvad er tvunget, og hvad er politik?", icon=":material/balance:", key="raaderum", on_change="rerun"
    )
    if not box.open:
        return
    with box:
        with st.container(horizontal=True, vertical_alignment="bottom"):
            maal = view.choose_among(optima, parametre.BEDST, st.selectbox, width=320)
            pct = view.value(parametre.AFSTAND)
            if optima[maal].vaerdi:  # so many per cent of nothing is nothing
                view.slider(parametre.AFSTAND, pct, width=220)
        rum, plans = _answer((question, maal, pct), partial(find, optima[maal], pct if optima[maal].vaerdi else 0))
        st.markdown(f"**{fund(rum)}**")
        if left := forbehold(rum):
            st.warning(left, icon=":material/hourglass_bottom:")
        _ranges(rum, of)
        st.caption(f"Nye kapaciteter i {planer(rum.pct, MAALT_PAA[maal])}. Hvert tal er bevist.")
        downloads.bar(
            "scenarie-raaderum",
            partial(tabel, rum, of.grundlag.navne),
            tables=opstilling.tables([of], _TABLES),
            selection=f"{opstilling.selection(of)}; {planer(rum.pct, MAALT_PAA[maal])}",
            called="spændene",
        )
        _plans(plans, of)
        sources.footer(opstilling.tables([of], _TABLES), "spændene, bevist, og planerne.")


def kept(question: object) -> Callable[[], Raaderum | None]:
    """Return what looks up the ranges near the chosen optimum: nothing where they have not been worked out by then."""
    answers, asked = _answers(), (question, view.held(parametre.BEDST), view.held(parametre.AFSTAND))
    return lambda: answers[asked][0] if asked in answers else None


def _answers() -> dict[object, Answer]:
    answers: dict[object, Answer] = st.session_state.setdefault(_ANSWERS, {})
    return answers


def _answer(asked: object, find: Callable[[], Godeplaner]) -> Answer:
    """Return what is kept of the answer, or work it out and show how far it is."""
    answers = _answers()
    if asked not in answers:
        bar = st.progress(0.0)
        good = find()
        ranges, near = FRISTER[good.task.andele is not None]
        rum = raaderum(good, frist=ranges, fremgang=lambda done, of: _tell(bar.progress, "Spænd afgjort", done, of))
        plans = alternativer(
            good, rum, frist=near, fremgang=lambda done, of: _tell(bar.progress, "Planer fundet", done, of)
        )
        bar.empty()
        answers[asked] = rum, plans
        for oldest in list(answers)[:-_KEPT]:
            del answers[oldest]
    return answers[asked]


def _tell(show_progress: Callable[[float, str], object], what: str, done: int, of: int) -> None:
    show_progress(done / of, f"{what}: {done} af {of}")


def _ranges(rum: Raaderum, of: Udregning) -> None:
    """A row per area that may get: the least and the most of each speciale. Those who always get come first."""
    names = of.grundlag.navne
    components.table(
        "raaderum-tabel",
        (
            Column("navn", "Område"),
            *(Column(f"s{s}", f"Speciale {s}", "tal", "Mindst og højst", ubrudt=True) for s in RAEKKER),
            Column("klasse", "Nyt", ubrudt=True),
        ),
        [
            Row((Cell(names[area]), *(_range(rum.par[area, s]) for s in RAEKKER), Cell(_CLASS[rum.omraader[area]])))
            for area in rum.ordnet
        ],
        alt="Det mindste og det højeste, hvert område kan få i de planer, der er næsten lige så gode som den bedste",
    )


def _range(each: Spillerum) -> Cell:
    """The two ends; one that is not proved says so."""
    if each.mindst is None and each.hoejst is None:
        return Cell("ikke afgjort", unknown=True)
    if each.mindst == each.hoejst:
        return Cell(tal.capacities(each.hoejst or 0.0), each.hoejst)
    least, most = ("ikke afgjort" if end is None else tal.capacities(end) for end in (each.mindst, each.hoejst))
    between = "-" if each.afgjort else " til "
    return Cell(f"{least}{between}{most}", each.hoejst)


def _plans(plans: Sequence[Alternativ], of: Udregning) -> None:
    """The plans as small tile maps on one scale, and a button each that moves the sliders there."""
    if len(plans) < 2:
        st.caption("Ingen anden plan er fundet.")
        return
    st.markdown(f"**{len(plans)} planer, der ligger langt fra hinanden**")
    maps = [
        TileMap(_title(number, plan), _tiles(plan, of), f"{_title(number, plan)}. {_gifts(plan, of)}")
        for number, plan in enumerate(plans, start=1)
    ]
    legend: list[tuple[str | None, str]] = list(zip(theme.AMOUNT, _LEGEND, strict=True))
    components.tile_maps("raaderum-planer", maps, legend, on_choose=lambda area: None)
    st.caption(
        "Nye kapaciteter, de to specialer lagt sammen. «Flyttet» er den kapacitet, der skal flyttes fra den nærmeste "
        "plan før den. Planerne er fundet trinvist; andre kan ligge længere fra hinanden."
    )
    with st.container(horizontal=True):
        for number, plan in enumerate(plans, start=1):
            st.button(
                f"Brug plan {number}",
                key=f"brug-plan-{number}",
                on_click=opstilling.set_amounts,
                args=(dict(plan.scenarie.tillaeg),),
                help=_gifts(plan, of),
            )


def _title(number: int, plan: Alternativ) -> str:
    return f"Plan {number}: {f'{tal.capacities(plan.afstand)} flyttet' if plan.afstand else 'den bedste'}"


def _gifts(plan: Alternativ, of: Udregning) -> str:
    return saetning.listed([f"speciale {s}: {areas}" for s, areas in gaver(plan.scenarie, of.grundlag).items()])


def _tiles(plan: Alternativ, of: Udregning) -> dict[str, Area]:
    tiles = {}
    for area, name in queries.area_names().items():
        each = {s: plan.scenarie.tillaeg.get((area, s), 0.0) for s in RAEKKER}
        total = plan.i_alt(area)
        colour = theme.AMOUNT[bisect_right(_EDGES, total)]
        told = saetning.listed([f"{tal.capacities(value)} i speciale {s}" for s, value in each.items()])
        tiles[area] = Area(name, tal.capacities(total) if total else "", f"{name}: {told}", colour, theme.on(colour))
    return tiles
