"""The klima projects as cards: goal and deadline, status, points of attention, next step, who, and what it became."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from analytics import papirer, vipstatus
from analytics.paastand import Kilde
from analytics.vipstatus import Afsnit
from pages.faelles import boards, numbers, queries, view
from pages.faelles.boards import Card, Chip, Point, Section
from pages.projekter import dag

_HEADINGS = {
    "status": "Seneste status",
    "opmaerksomhed": "Opmærksomhedspunkter",
    "naeste_skridt": "Næste skridt",
    "resultat": "Hvad det blev til",
}
_NO_LISTS = "Papirerne har endnu ingen lister over kommuner."
_NOT_NAMED = "Papiret har ingen liste til dette projekt; det siger ikke, at nogen står udenfor."


def projects() -> list[Any]:
    """Return the klima projects in their order."""
    frame = queries.tables()["vip_projekt"].query("omraade == 'klima'").sort_values("nr")
    return list(frame.itertuples(index=False))


def headline(paa: date, chosen: str = "alle") -> str:
    """Return the finding: how many are over and carried on, or how many of the ongoing have no fresh status."""
    if chosen != "alle":
        return _headline_of(next(project for project in projects() if project.projekt_id == chosen), paa)
    over = [project for project in projects() if vipstatus.er_afsluttet(project.til_aar, paa)]
    if not over:
        old = sum(_age(project, _told(project, paa), paa)[1] for project in projects())
        tail = f"{old} af dem har ingen status fra den seneste rapportperiode" if old else "alle har en frisk status"
        return f"{len(projects())} klimaprojekter er i gang, og {tail}"
    onwards = _onwards(paa)
    carried = onwards["projekt_id"].nunique()
    years = numbers.listed(sorted({str(project.til_aar) for project in over}))
    ended = f"{'Alle' if len(over) == len(projects()) else 'I alt'} {len(over)} klimaprojekter er afsluttet i {years}"
    if not carried:
        return f"{ended}; intet papir siger endnu, at de er ført videre"
    where, count = Counter(onwards.drop_duplicates(["projekt_id", "videre_i"])["videre_i"]).most_common(1)[0]
    tail = f", {count} i {where}" if count > 1 else ""
    return f"{ended}; {carried} af dem er ført videre{tail}"


def _onwards(paa: date) -> pd.DataFrame:
    """The goals that papers known by then say are carried on."""
    frames = queries.tables()
    goals = vipstatus.tilstande(frames, paa)
    return goals[goals["videre_kilde_id"].isin(papirer.kendte_kilder(frames["kilde"], paa))]


def _headline_of(project: Any, paa: date) -> str:
    onwards = _onwards(paa)
    where = list(dict.fromkeys(onwards.loc[onwards["projekt_id"] == project.projekt_id, "videre_i"]))
    carried = f"ført videre i {numbers.listed(where)}" if where else "papirerne siger ikke, hvad der fører det videre"
    if vipstatus.er_afsluttet(project.til_aar, paa):
        return f"{project.kort_navn} er afsluttet i {project.til_aar}; {carried}"
    return f"{project.kort_navn} er i gang; {_age(project, _told(project, paa), paa)[0]}"


def show(paa: date, chosen: str, kommune: str) -> None:
    """Show a card per project, or the chosen one's alone; on a projector all of them are short."""
    shown = [project for project in projects() if chosen in ("alle", project.projekt_id)]
    short = view.on_projector() and len(shown) > 1
    boards.cards(
        "klimakort",
        [_card(project, paa, kommune, short=short) for project in shown],
        alt=headline(paa, chosen),
        chosen=None if chosen == "alle" else chosen,
        on_choose=lambda project: view.put("klimaprojekt", project or "alle"),
        large=short,
    )
    if short:
        st.caption("Vælg et projekt for at se det hele: mål, status, opmærksomhedspunkter, næste skridt og kommuner.")


def _told(project: Any, paa: date) -> list[Afsnit]:
    frames = queries.tables()
    return vipstatus.historie(frames["vip_status"], frames["kilde"], project.projekt_id, paa)


def _age(project: Any, told: list[Afsnit], paa: date) -> tuple[str, bool]:
    """Return how old the status of ongoing work is, and whether that is older than the time between its reports."""
    newest = vipstatus.seneste(told, "status")
    if newest is None:
        return "ingen status endnu", True
    age, old = dag.age(newest.dato, newest.praecision, project.rapportering_mdr, paa)
    return f"status {age}; der rapporteres hver {project.rapportering_mdr}. måned", old


def _card(project: Any, paa: date, kommune: str, *, short: bool) -> Card:
    told = _told(project, paa)
    over = vipstatus.er_afsluttet(project.til_aar, paa)
    age, old = ("", False) if over else _age(project, told, paa)
    states = [Chip("afsluttet", f"afsluttet {project.til_aar}") if over else Chip("i_gang", "i gang")]
    if old:
        states.append(Chip("gammel", age))
    who, named = _who(project.projekt_id, paa, kommune)
    if short:
        onwards = _onwards(paa)
        where = list(dict.fromkeys(onwards.loc[onwards["projekt_id"] == project.projekt_id, "videre_i"]))
        states += [Chip("videre", f"videreført i {name}") for name in where]
        points = [] if where or not over else [Point("Hvad det blev til, siger papirerne ikke.")]
        brief = [Section(who.titel, points)]
        return Card(project.projekt_id, f"{project.nr} {project.kort_navn}", None, states, brief, graa=old)
    named_by_then = project.kilde_id in papirer.kendte_kilder(queries.tables()["kilde"], paa)
    return Card(
        project.projekt_id,
        f"{project.nr} {project.kort_navn}",
        str(project.navn if named_by_then else project.navn_i_kataloget),
        states,
        [_goals(project.projekt_id, paa), *sections(told), became(told), who, *history(told)],
        graa=old,
        daempet=kommune != "alle" and not named,
    )


def _goals(projekt_id: str, paa: date) -> Section:
    states = vipstatus.tilstande(queries.tables(), paa)
    own = states[states["projekt_id"] == projekt_id]
    return Section("Mål og frist", [goal(row) for row in own.itertuples()])


def goal(row: Any, *, deadline: bool = True) -> Point:
    """Return a goal with its deadline, its state and what carries it on."""
    states = [Chip(row.tilstand, row.ord)]
    if row.videre and row.tilstand != "videre":
        states.append(Chip("videre", row.videre))
    due = "Målet har ingen frist." if pd.isna(row.frist_trykt) else f"Frist: {row.frist_trykt.lower()}."
    source = Kilde(row.kilde_id, row.kilde_linje)
    return Point(
        row.maal,
        source.kort,
        dag.table_link("vip_maal"),
        due if deadline else None,
        states,
    )


def _lines(part: Afsnit) -> list[Point]:
    return [Point(point.tekst, point.kilde.kort, dag.table_link("vip_status")) for point in part.punkter]


def _section(part: Afsnit, heading: str, *, folded: bool = False) -> Section:
    return Section(heading, _lines(part), dag.sure(part.dato, part.praecision), folded)


def sections(told: list[Afsnit]) -> list[Section]:
    """Return the newest of each kind; where the newest status is told of all projects, also the last of its own."""
    found = []
    newest, own = vipstatus.seneste(told, "status"), vipstatus.seneste(told, "status", egne=True)
    if newest is None:
        found.append(Section(_HEADINGS["status"], [Point("Papirerne har endnu ingen status.")]))
    else:
        found.append(_section(newest, _HEADINGS["status"]))
    if own and own != newest:
        found.append(_section(own, "Seneste status om det enkelte projekt"))
    for art in ("opmaerksomhed", "naeste_skridt"):
        if part := vipstatus.seneste(told, art):
            found.append(_section(part, _HEADINGS[art]))
    return found


def became(told: list[Afsnit]) -> Section:
    """Return what the project became, or that no paper says."""
    results = [part for part in told if part.art == "resultat"]
    if not results:
        return Section(_HEADINGS["resultat"], [Point("Det siger papirerne ikke.")])
    if len(results) == 1:
        return _section(results[0], _HEADINGS["resultat"])
    points = [
        Point(point.tekst, point.kilde, point.link, dag.sure(part.dato, part.praecision))
        for part in results
        for point in _lines(part)
    ]
    return Section(_HEADINGS["resultat"], points)


def history(told: list[Afsnit]) -> list[Section]:
    """Return what newer papers have replaced."""
    newest = {
        id(part)
        for art in ("status", "opmaerksomhed", "naeste_skridt")
        for part in (vipstatus.seneste(told, art), vipstatus.seneste(told, art, egne=True))
    }
    older = [part for part in told if part.art != "resultat" and id(part) not in newest]
    points = [
        Point(point.tekst, point.kilde, point.link, f"{_KIND[part.art]}, {dag.sure(part.dato, part.praecision)}")
        for part in older
        for point in _lines(part)
    ]
    return [Section("Tidligere", points, foldet=True)] if points else []


_KIND = {"status": "Status", "opmaerksomhed": "Opmærksomhedspunkt", "naeste_skridt": "Næste skridt"}


def _who(projekt_id: str, paa: date, kommune: str) -> tuple[Section, bool]:
    """Return the section on who takes part, and whether the chosen kommune is named in it."""
    everyone = vipstatus.deltagelse(queries.tables(), paa)
    if everyone.empty:
        return Section("Kommuner", [Point(_NO_LISTS)]), True
    named = everyone[everyone["projekt_id"] == projekt_id]
    if named.empty:
        return Section("Kommuner: ikke navngivet", [Point(_NOT_NAMED)]), True
    kommuner = named[named["art"] == "kommune"]
    listed = kommuner[kommuner["roller"].map(lambda roles: roles != ("temagruppe",))]
    apart = kommuner.drop(listed.index)
    points = [_named(listed, "vip_deltager")]
    for row in named[named["roller"].map(lambda roles: "tovholder" in roles)].itertuples():
        since = "" if pd.isna(row.fra_dato) else f", fra {numbers.day(row.fra_dato, row.fra_dato_praecision)}"
        points.append(Point(f"Tovholder: {row.navn}{since}."))
    if len(apart):
        points.append(_named(apart, "vip_deltager", f"Kun i emballagetemagruppen ({len(apart)}): "))
    for row in named[named["art"] == "region"].itertuples():
        points.append(Point(f"{row.navn} er også på listen; den er ikke en kommune."))
    found = kommune in set(kommuner["kommune_id"])
    if kommune != "alle":
        name = queries.kommune_names()[kommune]
        points.insert(0, Point(f"{name} er {'nævnt' if found else 'ikke på listen'}.", fremhaevet=True))
    return Section(f"{len(listed)} kommuner på listen", points), found


def _named(rows: pd.DataFrame, table: str, before: str = "") -> Point:
    names: Sequence[str] = sorted(rows["navn"], key=queries.danish_order)
    return Point(f"{before}{numbers.listed(names)}.", Kilde.af(rows.iloc[0]).kort, dag.table_link(table))


def download(paa: date, chosen: str) -> pd.DataFrame:
    """Return what the papers known on the day say of the projects, a line each, to take away."""
    frames = queries.tables()
    names = frames["vip_projekt"].set_index("projekt_id")["kort_navn"]
    known = papirer.kendt(frames["vip_status"], frames["kilde"], paa)
    if chosen != "alle":
        known = known[known["projekt_id"] == chosen]
    return pd.DataFrame(
        {
            "projekt": known["projekt_id"].map(names),
            "papirets dato": [dag.sure(row.dato, row.dato_praecision) for row in known.itertuples()],
            "slags": known["art"].map(_HEADINGS),
            "tekst": known["tekst"],
            "kilde": known["kilde_id"],
            "linje": known["kilde_linje"],
        }
    )
