"""Who is named where: kommuner against projects, with marks and words; who is not named is not called absent."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import pandas as pd
import streamlit as st

from analytics.tabeller import Frames
from analytics.tavler import vipdeltagelse
from analytics.tavler.vipdeltagelse import Deltager, Optaelling, Rolle
from dansk import saetning
from pages import components, view
from pages.components import Cell, Column, Row
from pages.projekter.klima import klimakort
from pages.reading import queries, sources
from pages.reading.sources import Printed
from pages.tavler import dag
from pages.tavler.tavle import Tavle, Udsnit
from pages.view.parameters import KOMMUNE

_WORDS: Mapping[Rolle, str] = {
    "tovholder": "◆ tovholder",
    "deltager": "● på listen",
    "pilot": "◇ pilot",
    "temagruppe": "○ temagruppe",
}
_NOT_LISTED = "–"
_NOT_NAMED = "ikke navngivet"
_MOST_NAMES = 6
"""So many kommuner are named in the finding; more are only counted."""


def _counted(of: Udsnit) -> Optaelling:
    return vipdeltagelse.optael(queries.participants(of.paa), queries.kommune_names())


def headline(of: Udsnit) -> str:
    """Return the finding: which kommuner are named in most projects, or in how many the chosen one is."""
    found, names = _counted(of), queries.kommune_names()
    if not found.flest:
        return "Papirerne nævner endnu ingen kommuner ved klimaprojekterne"
    lists = len(found.lister)
    if of.kommune != "alle":
        own = vipdeltagelse.projekter_med(queries.participants(of.paa), of.kommune) & found.lister
        named = [project.kort_navn for project in klimakort.projects() if project.projekt_id in own]
        which = f": {saetning.listed(named)}" if named else ""
        return f"{names[of.kommune]} er nævnt i {len(own)} af de {lists} projekter med en liste{which}"
    most = found.flest
    who = saetning.listed([names[each] for each in most]) if len(most) <= _MOST_NAMES else f"{len(most)} kommuner"
    share = "alle" if found.hoejst == lists else f"{found.hoejst} af"
    return f"{who} er nævnt i {share} de {lists} projekter, der har en liste"


def _show(of: Udsnit) -> None:
    """Show the matrix; on a projector, where 29 rows cannot be read, the projects with the kommuner's names."""
    named = queries.participants(of.paa)
    if not named:
        dag.not_yet("Listerne over kommuner", ("vip_deltager",))
        return
    if view.on_projector():
        _by_project(named, of)
    else:
        _matrix(named, of)
    st.caption(
        "● er på projektets liste, som blander medlemmer og følgere. ◆ er tovholder; papirets oversigt over "
        "tovholdere er tabt, så kun de nævnte kendes. ○ er kun i plastprojektets temagruppe om emballage, og ◇ "
        "har et pilotforløb uden at stå på listen. – er ikke nævnt. Tallet er de "
        "projekter, der nævner kommunen. «Ikke navngivet»: Projektet har ingen "
        "liste, så det vides ikke, hvem der er med. Listerne er halvvejsstatussens; senere til- og afgang kendes ikke."
    )


def _matrix(named: Sequence[Deltager], of: Udsnit) -> None:
    roles = {(each.projekt_id, each.aktoer_id): each.roller[0] for each in named}
    projects, found = klimakort.projects(of.valgt), _counted(of)

    def cells(aktoer_id: str) -> list[Cell]:
        return [_cell(project.projekt_id, aktoer_id, roles, found.lister) for project in projects]

    components.table(
        "kommuner",
        (
            Column("navn", "Kommune", ubrudt=True),
            Column("antal", f"Nævnt i, af {len(found.lister)}", "tal"),
            *(Column(project.projekt_id, project.titel, ubrudt=True) for project in projects),
        ),
        [
            *(
                Row((Cell(name), Cell(str(count), float(count)), *cells(kommune_id)), id=kommune_id)
                for kommune_id, name in queries.kommune_names().items()
                for count in (found.kommuner[kommune_id],)
            ),
            *(
                Row((Cell(f"{name} (ikke en kommune)"), Cell(str(count)), *cells(aktoer_id)), kind="sum")
                for aktoer_id, (name, count) in found.andre.items()
            ),
        ],
        alt=f"{saetning.stopped(headline(of))} Kommuner mod klimaprojekter.",
        chosen=of.kommune,
        on_choose=lambda place: view.put(KOMMUNE, place or "alle"),
        cards=True,
    )


def _cell(projekt_id: str, aktoer_id: str, roles: Mapping[tuple[str, str], Rolle], lists: Collection[str]) -> Cell:
    role = roles.get((projekt_id, aktoer_id))
    if role is None and projekt_id not in lists:
        return Cell(_NOT_NAMED, unknown=True)
    return Cell(_WORDS[role] if role else _NOT_LISTED)


def _by_project(named: Sequence[Deltager], of: Udsnit) -> None:
    rows = []
    for project in klimakort.projects(of.valgt):
        own = vipdeltagelse.kommuner_i(named, project.projekt_id, ud_af=len(queries.kommune_names()))
        figure = (
            Cell(_NOT_NAMED, unknown=True) if own is None else Cell(str(own.antal), float(own.antal), bar=own.andel)
        )
        beside = f"; ved siden af: {', '.join(own.ved_siden_af)}" if own and own.ved_siden_af else ""
        rows.append(Row((Cell(project.titel), figure, Cell(", ".join(own.navne) + beside if own else ""))))
    components.table(
        "kommuner-projekter",
        (Column("projekt", "Projekt"), Column("antal", "På listen", "soejle"), Column("navne", "Hvem")),
        rows,
        alt=headline(Udsnit(of.paa)),
    )


def _printed(of: Udsnit) -> list[Printed]:
    """Where each list of names is printed, and how many kommuner it has."""
    lists = vipdeltagelse.trykte_lister(queries.tables(), "klima", of.paa)
    return [
        sources.printed(f"{project.kort_navn}, {each.rolle}", f"{each.antal} nævnt", each.kilde, "vip_deltager")
        for project in klimakort.projects(of.valgt)
        for each in lists
        if each.projekt_id == project.projekt_id
    ]


def _named(of: Udsnit) -> list[Deltager]:
    return [each for each in queries.participants(of.paa) if of.valgt in ("alle", each.projekt_id)]


def _rows(of: Udsnit) -> pd.DataFrame:
    """Who is named where, a row each, to take away."""
    return pd.DataFrame(
        {
            "projekt": queries.projects()[each.projekt_id].kort_navn,
            "hvem": each.navn,
            "slags": each.art,
            "roller": ", ".join(each.roller),
            "kilde": each.kilde.kilde_id,
            "linje": each.kilde.kilde_linje,
        }
        for each in _named(of)
    )


def _of_version(frames: Frames, of: Udsnit) -> pd.Series:
    """Return how often each is named, and how long the lists shown are, in one version's tables."""
    names = queries.kommune_names()
    found = vipdeltagelse.optael(vipdeltagelse.deltagelse(frames, "klima", of.paa), names)
    named = {names[kommune]: count for kommune, count in found.kommuner.items()} | dict(found.andre.values())
    return pd.Series(
        {**{f"Projekter, der nævner {who}": count for who, count in named.items()}, **klimakort.listed(frames, of)},
        dtype=float,
    )


TAVLE = Tavle(
    tabeller=("vip_deltager",),
    dateret_af=klimakort.DATED_BY,
    fund=headline,
    vis=_show,
    raekker=_rows,
    papirer=lambda of: frozenset(each.kilde.kilde_id for each in _named(of)),
    tal=_of_version,
    trykt=_printed,
)
