"""Who is named where: kommuner against projects, with marks and words; who is not named is not called absent."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

import pandas as pd
import streamlit as st

from analytics import papirer
from analytics.tabeller import Frames
from analytics.tavler import vipstatus
from dansk import alfabet, saetning
from pages import components, view
from pages.components import Cell, Column, Row
from pages.projekter import dag, klimakort
from pages.reading import queries
from pages.reading.sources import Printed
from pages.view.parameters import KOMMUNE

_WORDS = {"tovholder": "◆ tovholder", "deltager": "● nævnt", "temagruppe": "○ temagruppe"}
_NOT_LISTED = "–"
_NOT_NAMED = "ikke navngivet"


def counts(paa: date) -> pd.Series:
    """Return in how many of the projects with a list each kommune is named, by kommune_id; 0 where it is in none."""
    named = queries.named(paa)
    return (
        named[(named["art"] == "kommune") & named["projekt_id"].isin(vipstatus.med_liste(named))]
        .groupby("kommune_id")
        .size()
        .reindex(list(queries.kommune_names()), fill_value=0)
    )


def headline(paa: date, kommune: str = "alle") -> str:
    """Return the finding: which kommuner are named in most projects, or in how many the chosen one is."""
    of = counts(paa)
    if not of.max():
        return "Papirerne nævner endnu ingen kommuner ved klimaprojekterne"
    most = [queries.kommune_names()[kommune] for kommune in of[of == of.max()].index]
    everyone = queries.named(paa)
    with_list = vipstatus.med_liste(everyone)
    lists = len(with_list)
    if kommune != "alle":
        own = set(everyone.loc[everyone["kommune_id"] == kommune, "projekt_id"]) & with_list
        names = [project.kort_navn for project in klimakort.projects() if project.projekt_id in own]
        which = f": {saetning.listed(names)}" if names else ""
        return f"{queries.kommune_names()[kommune]} er nævnt i {len(own)} af de {lists} projekter med en liste{which}"
    who = saetning.listed(most) if len(most) <= 6 else f"{len(most)} kommuner"
    share = "alle" if of.max() == lists else f"{of.max()} af"
    return f"{who} er nævnt i {share} de {lists} projekter, der har en liste"


def show(paa: date, chosen: str, kommune: str) -> None:
    """Show the matrix; on a projector, where 29 rows cannot be read, the projects with the kommuner's names."""
    named = queries.named(paa)
    if named.empty:
        dag.not_yet("Listerne over kommuner", ("vip_deltager",))
        return
    if view.on_projector():
        _by_project(named, headline(paa))
    else:
        _matrix(named, paa, chosen, kommune)
    st.caption(
        "● er nævnt på projektets liste, som blander medlemmer og følgere. ◆ er tovholder; papirets oversigt over "
        "tovholdere er tabt, så kun de nævnte kendes. ○ står kun på listen over plastprojektets emballagetemagruppe. "
        "– er ikke på listen. Tallet er alle, der er nævnt, også i temagruppen. «Ikke navngivet»: Projektet har ingen "
        "liste, så det vides ikke, hvem der er med. Listerne er halvvejsstatussens; senere til- og afgang kendes ikke."
    )


def _matrix(named: pd.DataFrame, paa: date, chosen: str, kommune: str) -> None:
    roles = {(row.projekt_id, row.aktoer_id): row.roller[0] for row in named.itertuples()}
    lists = vipstatus.med_liste(named)
    projects = klimakort.projects(chosen)
    total = counts(paa)
    rows = [
        Row(
            (
                Cell(name),
                Cell(str(total[kommune_id]), float(total[kommune_id])),
                *(_cell(project.projekt_id, kommune_id, roles, lists) for project in projects),
            ),
            id=kommune_id,
        )
        for kommune_id, name in queries.kommune_names().items()
    ]
    on_lists = named[named["projekt_id"].isin(lists)]
    for other in named[named["art"] != "kommune"].drop_duplicates("aktoer_id").itertuples():
        count = (on_lists["aktoer_id"] == other.aktoer_id).sum()
        cells = [_cell(project.projekt_id, other.aktoer_id, roles, lists) for project in projects]
        rows.append(Row((Cell(f"{other.navn} (ikke en kommune)"), Cell(str(count)), *cells), kind="sum"))
    components.table(
        "kommuner",
        (
            Column("navn", "Kommune", ubrudt=True),
            Column("antal", f"Nævnt i, af {len(lists)}", "tal"),
            *(Column(project.projekt_id, f"{project.nr} {project.kort_navn}", ubrudt=True) for project in projects),
        ),
        rows,
        alt=f"{headline(paa, kommune)}. Kommuner mod klimaprojekter.",
        chosen=kommune,
        on_choose=lambda place: view.put(KOMMUNE, place or "alle"),
        cards=True,
    )


def _cell(projekt_id: str, aktoer_id: str, roles: Mapping[tuple[str, str], str], lists: Collection[str]) -> Cell:
    role = roles.get((projekt_id, aktoer_id))
    if role is None and projekt_id not in lists:
        return Cell(_NOT_NAMED, unknown=True)
    return Cell(_WORDS[role] if role else _NOT_LISTED)


def _by_project(named: pd.DataFrame, finding: str) -> None:
    rows = []
    for project in klimakort.projects():
        own = named[(named["projekt_id"] == project.projekt_id) & (named["art"] == "kommune")]
        names: Sequence[str] = sorted(own["navn"], key=alfabet.order)
        share = len(own) / len(queries.kommune_names())
        figure = Cell(_NOT_NAMED, unknown=True) if own.empty else Cell(str(len(own)), float(len(own)), bar=share)
        rows.append(Row((Cell(f"{project.nr} {project.kort_navn}"), figure, Cell(", ".join(names)))))
    components.table(
        "kommuner-projekter",
        (Column("projekt", "Projekt"), Column("antal", "Kommuner", "soejle"), Column("navne", "Hvem")),
        rows,
        alt=finding,
    )


def per_project(frames: Frames, paa: date) -> pd.Series:
    """Return how many kommuner one version's tables name in each project, for comparing it with another."""
    named = vipstatus.deltagelse(frames, "klima", paa)
    names = frames["vip_projekt"].query("omraade == 'klima'").sort_values("nr").set_index("projekt_id")["kort_navn"]
    found = named[named["art"] == "kommune"].groupby("projekt_id").size().reindex(names.index)
    return found.astype(float).set_axis("Kommuner nævnt ved " + names)


def printed(paa: date, chosen: str) -> list[Printed]:
    """Return where each list of names is printed, and how many kommuner it has."""
    frames = queries.tables()
    named = papirer.kendt(frames["vip_deltager"], frames["kilde"], paa).merge(frames["aktoer"], on="aktoer_id")
    named = named[named["art"] == "kommune"]
    found = []
    for project in klimakort.projects(chosen):
        own = named[named["projekt_id"] == project.projekt_id]
        for (role, kilde_id, line), rows in own.groupby(["rolle", "kilde_id", "kilde_linje"], sort=False):
            found.append(
                Printed(f"{project.kort_navn}, {role}", f"{len(rows)} nævnt", "vip_deltager", str(kilde_id), int(line))
            )
    return found


def download(paa: date, chosen: str) -> pd.DataFrame:
    """Return who is named where, a row each, to take away."""
    named = queries.named(paa)
    if chosen != "alle":
        named = named[named["projekt_id"] == chosen]
    names = queries.project_names()
    return pd.DataFrame(
        {
            "projekt": named["projekt_id"].map(names),
            "hvem": named["navn"],
            "slags": named["art"],
            "roller": [", ".join(roles) for roles in named["roller"]],
            "kilde": named["kilde_id"],
            "linje": named["kilde_linje"],
        }
    )
