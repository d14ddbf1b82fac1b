"""The Erhvervshus' goals year beside year, theme by theme, as they stood on any day: lights by the printed rule."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from analytics.tabeller import Frames
from analytics.tavler import resultatmaal
from analytics.tavler.resultatmaal import Aarstavler
from analytics.trafiklys import AFLEDT
from dansk.saetning import begun
from pages import components, view
from pages.components import Cell, Column, Row
from pages.projekter import aarsmaal, parametre
from pages.reading import markdown, queries, sources
from pages.tavler import dag, tavleregler
from pages.tavler.tavle import Tavle, Udsnit

_RULE = "maal-regel"
"""The container of the rule, for what leads to it."""


def _themes(chosen: str) -> Mapping[str, str]:
    """The chosen theme, or all, by their names in a link."""
    themes = {name: words for name, words in parametre.MAALTEMA.options().items() if name != parametre.ALLE}
    return themes if chosen == parametre.ALLE else {chosen: themes[chosen]}


def _boards(of: Udsnit, frames: Frames | None = None) -> Aarstavler:
    themes = set(_themes(of.valgt).values())
    return resultatmaal.aarstavler(queries.tables() if frames is None else frames, of.paa, themes)


def _lit(boards: Aarstavler) -> bool:
    return any(goal.lys for _, goal in resultatmaal.udsagn(boards))


def _finding_of(of: Udsnit) -> str:
    """How the latest year's goals stand, of them all or of a theme's."""
    found = aarsmaal.finding(_boards(of))
    return begun(found) if of.valgt == parametre.ALLE else f"{_themes(of.valgt)[of.valgt]}: {found}"


def _show(of: Udsnit) -> None:
    """Show the goals of a theme, by its name in the link, or of them all; on a projector first the themes alone."""
    boards, themes = _boards(of), _themes(of.valgt)
    if not boards:
        dag.not_yet("Erhvervshusets mål", ("resultatmaal",))
        return
    if of.valgt == parametre.ALLE:
        _overview(boards, themes, _finding_of(of))
        if not view.on_projector():
            with st.container(key="alle-temaer"):
                for place, name in enumerate(themes.values()):
                    st.subheader(markdown.plain(name), anchor=False)
                    _theme(place, name, boards, of)
    else:
        if not view.on_projector():
            components.shortcuts("genveje-maal", "Længere nede på siden", _places(boards))
        _theme(0, themes[of.valgt], boards, of)
    with st.container(key=_RULE):
        tavleregler.show(tavleregler.goals(with_lights=_lit(boards)))
    if not view.on_projector():
        with st.expander("Sådan er målene læst", icon=":material/menu_book:"):
            described = queries.description("resultatmaal")
            st.markdown("\n".join(f"- {sentence}" for sentence in (*described.lost, *described.interpreted)))


def _overview(boards: Aarstavler, themes: Mapping[str, str], finding: str) -> None:
    """Count how the goals of each theme and year stand; a click opens the theme."""
    columns = [Column("tema", "Tema")]
    rows = {name: [Cell(name)] for name in themes.values()}
    for year, goals in boards.items():
        found = resultatmaal.optael(goals)
        columns += [Column(f"{year}-{place}", f"{year}: {word}", "tal") for place, word in enumerate(found.ord)]
        for name, cells in rows.items():
            if counts := found.temaer.get(name):
                cells += [aarsmaal.count(word, counts.get(word, 0)) for word in found.ord]
            else:
                cells += [Cell("ingen mål", unknown=True) if word == found.ord[0] else Cell("") for word in found.ord]
    components.table(
        "temaer",
        columns,
        [Row(rows[words], id=name) for name, words in themes.items()],
        alt=f"{finding}. Antal delmål i hvert tema efter lys og efter papirernes egen dom.",
        on_choose=lambda chosen: view.put(parametre.MAALTEMA, chosen or parametre.ALLE),
        cards=True,
    )
    dated = [f"{year}: {aarsmaal.dated(goals)}" for year, goals in boards.items()]
    st.caption(f"Vælg et tema for at se dets mål. {'; '.join(dated)}.")


def _key(year: int, place: int) -> str:
    """The container of an earlier year of the theme at that place on the page: never made of the theme's own text."""
    return f"maal-{year}-{place}"


def _places(boards: Aarstavler) -> Mapping[str, str]:
    """What is far down on a phone: the years before the latest, and the rule."""
    _, *earlier = boards
    return {**{_key(year, 0): f"Mål for {year}" for year in earlier}, _RULE: "Regel og kilder"}


def _theme(place: int, name: str, boards: Aarstavler, of: Udsnit) -> None:
    """Show a theme's goals: the latest year, and beside it the years before, or below it on a projector."""
    latest, *others = boards
    beside = others and not view.on_projector()
    left, right = st.columns([1.2, 1], gap="medium") if beside else (st.container(), st.container())
    with left:
        _year(place, name, latest, boards, of)
    with right:
        for year in others:
            with st.container(key=_key(year, place)):
                _year(place, name, year, boards, of)


def _year(place: int, name: str, year: int, boards: Aarstavler, of: Udsnit) -> None:
    goals = [goal for goal in boards[year] if goal.tema == name]
    aarsmaal.show(f"maaltabel-{year}-{place}", name, year, goals, of.paa)


def _of_version(frames: Frames, of: Udsnit) -> pd.Series:
    """One version's results by their goals, for comparing it with another."""
    return pd.Series(
        {
            f"{year}, {goal.nummer} {goal.maal}": goal.realiseret_tal
            for year, goals in _boards(of, frames).items()
            for goal in goals
        },
        dtype=float,
    )


def _printed(of: Udsnit) -> list[sources.Printed]:
    """Where each goal and each result is printed."""
    return [
        sources.Printed(f"{year}, {goal.nummer}: {what}", text, "resultatmaal", at.kilde_id, at.kilde_linje)
        for year, goal in resultatmaal.udsagn(_boards(of))
        for what, text, at in (
            ("mål", "–" if goal.maal_tal is None else aarsmaal.quantity(goal.maal_tal, goal.enhed), goal.kilde),
            ("resultat", aarsmaal.quantity(goal.realiseret_tal, goal.enhed), goal.resultat),
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
            "papirets dato": dag.sure(goal.dato, goal.praecision),
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
    lost = f"{AFLEDT}: lysenes farver er tabt i papiret. «Blank» kan ikke afgøres ud fra papirerne."
    return lost if _lit(_boards(of)) else ""


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
