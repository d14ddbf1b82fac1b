"""The Erhvervshus' goals year beside year, theme by theme, as they stood on any day: lights by the printed rule."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pandas as pd
import streamlit as st

from analytics.tabeller import Frames
from analytics.tavler import resultatmaal
from analytics.tavler.resultatmaal import Aarstavler
from analytics.trafiklys import AFLEDT
from dansk.saetning import begun
from pages import view
from pages.frame import paper
from pages.reading import markdown, queries, sources
from pages.resultatmaal import aarsmaal, maalfelter, parametre
from pages.tavler import dag, papirtal, tavleregler
from pages.tavler.tavle import Tavle, Udsnit


def _themes(chosen: str) -> Mapping[str, str]:
    """The chosen theme, or all, by their names in a link."""
    themes = {name: words for name, words in parametre.MAALTEMA.options().items() if name != parametre.ALLE}
    return themes if chosen == parametre.ALLE else {chosen: themes[chosen]}


def _boards(of: Udsnit, everything: Aarstavler | None = None) -> Aarstavler:
    """The goals of the chosen theme, of this version of the data where no other's are given."""
    boards = queries.year_goals(of.paa) if everything is None else everything
    return resultatmaal.af_temaer(boards, set(_themes(of.valgt).values()))


def _lit(boards: Aarstavler) -> bool:
    return any(goal.lys for _, goal in resultatmaal.udsagn(boards))


def choose_years(paa: date) -> None:
    """Show the switch for the years before the latest, where there are any on the day."""
    view.value(parametre.MAALFOER)
    if len(queries.year_goals(paa)) > 1:
        view.switch(parametre.MAALFOER)


def _shown(boards: Aarstavler) -> Aarstavler:
    """The latest year; the others too where that is asked for, or the chosen theme has goals in them alone."""
    latest = next(iter(boards))
    if view.held(parametre.MAALFOER) or not boards[latest]:
        return boards
    return {latest: boards[latest]}


def _finding_of(of: Udsnit) -> str:
    """How the latest year's goals stand, of them all or of a theme's."""
    boards = _boards(of)
    if of.valgt == parametre.ALLE:
        return begun(aarsmaal.finding(boards, "Erhvervshusets "))
    return f"{_themes(of.valgt)[of.valgt]}: {aarsmaal.finding(boards)}"


def _told_of(of: Udsnit) -> str:
    """The finding at length."""
    told = aarsmaal.told(_boards(of))
    return begun(told) if of.valgt == parametre.ALLE else f"{_themes(of.valgt)[of.valgt]}: {told}"


def _show(of: Udsnit) -> None:
    """Show the goals of a theme, by its name in the link, or of them all: squares, and below each goal in words."""
    boards = _boards(of)
    if not boards:
        dag.not_yet("Erhvervshusets mål", ("resultatmaal",))
        return
    everything = queries.year_goals(of.paa)
    shown = _shown(boards)
    maalfelter.show(
        {year: everything[year] for year in shown},
        _themes(parametre.ALLE),
        of.valgt,
        finding=_finding_of(of),
        told=_told_of(of),
    )
    if view.on_projector():
        return
    themes = [
        name for name in _themes(of.valgt).values() if any(goal.tema == name for of in shown.values() for goal in of)
    ]
    in_words = paper.unfolds("maalene", "Målene i ord, tema for tema")
    with in_words if of.valgt == parametre.ALLE else st.container():
        for place, name in enumerate(themes):
            st.subheader(markdown.plain(name), anchor=False)
            _theme(place, name, shown, of)
    tavleregler.show(tavleregler.goals(with_lights=_lit(boards)))
    with st.expander("Sådan er målene læst", icon=":material/menu_book:"):
        described = queries.description("resultatmaal")
        st.markdown(
            "\n".join(f"- {markdown.plain(sentence)}" for sentence in (*described.lost, *described.interpreted))
        )


def _theme(place: int, name: str, boards: Aarstavler, of: Udsnit) -> None:
    """Show a theme's goals: the latest year, and beside it the years before."""
    latest, *others = boards
    left, right = st.columns([1.2, 1], gap="medium") if others else (st.container(), st.container())
    with left:
        _year(place, name, latest, boards, of)
    with right:
        for year in others:
            _year(place, name, year, boards, of)


def _year(place: int, name: str, year: int, boards: Aarstavler, of: Udsnit) -> None:
    goals = [goal for goal in boards[year] if goal.tema == name]
    aarsmaal.show(f"maaltabel-{year}-{place}", name, year, goals, of.paa)


def _of_version(frames: Frames, of: Udsnit) -> pd.Series:
    """One version's results by their goals, for comparing it with another."""
    return pd.Series(
        {
            f"{year}, {goal.nummer} {goal.maal}": goal.realiseret_tal
            for year, goals in _boards(of, resultatmaal.aarstavler(frames, of.paa)).items()
            for goal in goals
        },
        dtype=float,
    )


def _printed(of: Udsnit) -> list[sources.Printed]:
    """Where each goal and each result is printed."""
    return [
        sources.printed(f"{year}, {goal.nummer}: {what}", text, at, "resultatmaal")
        for year, goal in resultatmaal.udsagn(_boards(of))
        for what, text, at in (
            ("mål", "–" if goal.maal_tal is None else papirtal.quantity(goal.maal_tal, goal.enhed), goal.kilde),
            ("resultat", papirtal.quantity(goal.realiseret_tal, goal.enhed), goal.resultat),
        )
        if at
    ]


def _rows(of: Udsnit) -> pd.DataFrame:
    """What each paper says of each goal, a row each, to take away."""
    boards = _boards(of)
    newest = {id(goal) for goals in boards.values() for goal in goals}
    return pd.DataFrame(
        {
            "år": str(year),
            "nr.": goal.nummer,
            "tema": goal.tema,
            "mål": goal.maal,
            "måltal": goal.maal_tal,
            "realiseret": goal.realiseret_tal,
            "enhed": goal.enhed,
            "realiseret i ord": goal.realiseret_tekst,
            "kommentar": goal.kommentar,
            "lys": goal.lys.ord if goal.lys else None,
            "lysets grund": f"{goal.lys.afledt}: {goal.lys.begrundelse}" if goal.lys else None,
            "papirernes dom": goal.tilstand,
            "hvorfor uafklaret": goal.uafklaret,
            "papirets dato": dag.sure(goal.tid),
            "nyeste": "ja" if id(goal) in newest else "nej",
            "målet står i": str(goal.kilde),
            "resultatet står i": str(goal.resultat) if goal.resultat else None,
        }
        for year, goal in resultatmaal.udsagn(boards)
    )


def _papers(of: Udsnit) -> frozenset[str]:
    said = resultatmaal.udsagn(_boards(of))
    return frozenset(paper for _, goal in said for paper in (goal.kilde.kilde_id, goal.papir))


def _note(of: Udsnit) -> str:
    return f"{AFLEDT}: farverne er tabt i papiret." if _lit(_boards(of)) else ""


TAVLE = Tavle(
    tabeller=("resultatmaal", "resultatpaastand"),
    dateret_af=("resultatmaal",),
    fund=_finding_of,
    vis=_show,
    raekker=_rows,
    papirer=_papers,
    tal=_of_version,
    trykt=_printed,
    note=_note,
)
