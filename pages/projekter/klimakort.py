"""The klima projects as cards: goal and deadline, status, points of attention, next step, who, and what it became."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from analytics import papirer
from analytics.paastand import Kilde
from analytics.tavler import vipstatus
from analytics.tavler.vipstatus import Afsnit
from dansk import alfabet, dato, saetning
from pages import view
from pages.navigation import addresses
from pages.projekter import alder, dag, fremstilling, parametre
from pages.reading import queries
from pages.tavler import boards
from pages.tavler.boards import Card, Chip, Point, Section

TABLES = ("vip_status", "vip_maal", "vip_deltager")
"""What the cards are made of."""
_NO_LISTS = "Papirerne har endnu ingen lister over kommuner."
_NO_NAMES = "Kommuner: ikke navngivet"
_NOT_NAMED = "Papiret har ingen liste til dette projekt; det siger ikke, at nogen står udenfor."


def projects(chosen: str = "alle") -> list[Any]:
    """Return the klima projects in their order, or the chosen one alone."""
    frame = queries.tables()["vip_projekt"].query("omraade == 'klima'").sort_values("nr")
    return [project for project in frame.itertuples(index=False) if chosen in ("alle", project.projekt_id)]


def headline(paa: date, chosen: str = "alle") -> str:
    """Return the finding: how many are over and carried on, or how many of the ongoing have no fresh status."""
    if chosen != "alle":
        return _headline_of(*projects(chosen), paa)
    over = [project for project in projects() if vipstatus.er_afsluttet(project.til_aar, paa)]
    if not over:
        old = sum(_age(project, paa)[1] for project in projects())
        tail = f"{old} af dem har ingen status fra den seneste rapportperiode" if old else "alle har en frisk status"
        return f"{len(projects())} klimaprojekter er i gang, og {tail}"
    onwards = _onwards(paa)
    carried = onwards["projekt_id"].nunique()
    years = saetning.listed(sorted({str(project.til_aar) for project in over}))
    ended = f"{'Alle' if len(over) == len(projects()) else 'I alt'} {len(over)} klimaprojekter er afsluttet i {years}"
    if not carried:
        return f"{ended}; intet papir siger endnu, at de er ført videre"
    where, count = Counter(onwards.drop_duplicates(["projekt_id", "videre_i"])["videre_i"]).most_common(1)[0]
    tail = f", {count} i {where}" if count > 1 else ""
    return f"{ended}; {carried} af dem er ført videre{tail}"


def _onwards(paa: date) -> pd.DataFrame:
    """The goals that papers known by then say are carried on."""
    goals = queries.goals(paa)
    return goals[goals["videre_kilde_id"].isin(queries.known_papers(paa))]


def _carried_on_in(project: Any, paa: date) -> list[str]:
    onwards = _onwards(paa)
    return list(dict.fromkeys(onwards.loc[onwards["projekt_id"] == project.projekt_id, "videre_i"]))


def _headline_of(project: Any, paa: date) -> str:
    where = _carried_on_in(project, paa)
    carried = f"ført videre i {saetning.listed(where)}" if where else "papirerne siger ikke, hvad der fører det videre"
    if vipstatus.er_afsluttet(project.til_aar, paa):
        return f"{project.kort_navn} er afsluttet i {project.til_aar}; {carried}"
    return f"{project.kort_navn} er i gang; {_age(project, paa)[0]}"


def show(paa: date, chosen: str, kommune: str) -> None:
    """Show a card per project, or the chosen one's alone; on a projector either is told in few words."""
    shown = projects(chosen)
    if not view.on_projector():
        cards = [_card(project, paa, kommune) for project in shown]
    elif len(shown) > 1:
        cards = [_brief(project, paa, kommune) for project in shown]
    else:
        part = view.choose(parametre.KLIMAAFSNIT, st.segmented_control, required=True, label_visibility="collapsed")
        cards = [_part(project, paa, kommune, part) for project in shown]
    boards.cards(
        "klimakort",
        cards,
        alt=headline(paa, chosen),
        chooses=parametre.KLIMAPROJEKT,
        large=view.on_projector(),
    )


def _age(project: Any, paa: date) -> tuple[str, bool]:
    """Return how old the status of ongoing work is, and whether that is older than the time between its reports."""
    return alder.of_status(project, paa) or ("ingen status endnu", True)


def _card(project: Any, paa: date, kommune: str) -> Card:
    """All that the papers say: first of what is over what it became, and of what goes on how it stands."""
    told = alder.told(project, paa)
    over = vipstatus.er_afsluttet(project.til_aar, paa)
    who, named = _who(project.projekt_id, paa, kommune)
    goals, now = _goals(project, told, paa), fremstilling.status(told)
    named_by_then = project.kilde_id in queries.known_papers(paa)
    states, old = _states(project, paa)
    return Card(
        project.projekt_id,
        f"{project.nr} {project.kort_navn}",
        str(project.navn if named_by_then else project.navn_i_kataloget),
        states,
        goals if over else [*goals, *now],
        [*(now if over else ()), *fremstilling.ahead(told), who, *fremstilling.history(told)],
        graa=old,
        daempet=kommune != "alle" and not named,
    )


def _brief(project: Any, paa: date, kommune: str) -> Card:
    """Whether it is over, what carries it on, and how many kommuner are named."""
    where = _carried_on_in(project, paa)
    unknown = vipstatus.er_afsluttet(project.til_aar, paa) and not where
    states, old = _states(project, paa)
    return Card(
        project.projekt_id,
        f"{project.nr} {project.kort_navn}",
        None,
        [*states, *(Chip("videre", f"videreført i {name}") for name in where)],
        [
            Section(
                _who(project.projekt_id, paa, kommune)[0].titel,
                [Point("Hvad det blev til, siger papirerne ikke.")] if unknown else [],
            )
        ],
        graa=old,
    )


def _part(project: Any, paa: date, kommune: str, part: str) -> Card:
    """One part of what the papers say, for a whole room."""
    told = alder.told(project, paa)
    parts = {
        "maal": lambda: _goals(project, told, paa),
        "status": lambda: fremstilling.status(told),
        "fremad": lambda: fremstilling.ahead(told) or [Section("", [Point("Det siger papirerne ikke.")])],
        "kommuner": lambda: [_who(project.projekt_id, paa, kommune)[0]],
    }
    states, old = _states(project, paa)
    return Card(project.projekt_id, f"{project.nr} {project.kort_navn}", None, states, parts[part](), graa=old)


def _states(project: Any, paa: date) -> tuple[list[Chip], bool]:
    """Whether the project is over; and of ongoing work whether its status is too old, also as that alone."""
    if vipstatus.er_afsluttet(project.til_aar, paa):
        return [Chip("afsluttet", f"afsluttet {project.til_aar}")], False
    age, old = _age(project, paa)
    return [Chip("i_gang", "i gang"), *([Chip("gammel", age)] if old else [])], old


def _goals(project: Any, told: list[Afsnit], paa: date) -> list[Section]:
    """The goals, and what the project became where it is over or a paper says."""
    states = queries.goals(paa)
    own = states[states["projekt_id"] == project.projekt_id]
    goals = Section("Mål og frist", [goal(row) for row in own.itertuples()])
    over = vipstatus.er_afsluttet(project.til_aar, paa)
    return [goals, fremstilling.became(told)] if over or vipstatus.seneste(told, "resultat") else [goals]


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
        addresses.table("vip_maal"),
        due if deadline else None,
        states,
    )


def _who(projekt_id: str, paa: date, kommune: str) -> tuple[Section, bool]:
    """Return the section on who takes part, and whether the chosen kommune is named in it."""
    everyone = queries.named(paa)
    if everyone.empty:
        return Section("Kommuner", [Point(_NO_LISTS)]), True
    named = everyone[everyone["projekt_id"] == projekt_id]
    if named.empty:
        return Section(_NO_NAMES, [Point(_NOT_NAMED)]), True
    kommuner = named[named["art"] == "kommune"]
    listed = _with_role(kommuner, "deltager")
    apart = _with_role(kommuner.drop(listed.index), "temagruppe")
    points = [_named(listed, "vip_deltager") if len(listed) else Point(_NOT_NAMED)]
    for row in _with_role(named, "tovholder").itertuples():
        since = "" if pd.isna(row.fra_dato) else f", fra {dato.day(row.fra_dato, row.fra_dato_praecision)}"
        points.append(Point(f"Tovholder: {row.navn}{since}."))
    if len(apart):
        points.append(_named(apart, "vip_deltager", f"Kun i temagruppen om emballage ({len(apart)}): "))
    for row in _with_role(named[named["art"] != "kommune"], "deltager").itertuples():
        where = "også på listen" if len(listed) else "nævnt"
        points.append(Point(f"{row.navn} er {where}; den er ikke en kommune."))
    found = kommune in set(kommuner["kommune_id"])
    if kommune != "alle" and (found or len(listed)):
        name = queries.kommune_names()[kommune]
        points.insert(0, Point(f"{name} er {'nævnt' if found else 'ikke på listen'}.", fremhaevet=True))
    title = f"{len(listed)} {'kommune' if len(listed) == 1 else 'kommuner'} på listen" if len(listed) else _NO_NAMES
    return Section(title, points), found or listed.empty


def _with_role(named: pd.DataFrame, role: str) -> pd.DataFrame:
    return named[[role in roles for roles in named["roller"]]]


def _named(rows: pd.DataFrame, table: str, before: str = "") -> Point:
    """The names, and where each paper has its first of them."""
    names: Sequence[str] = sorted(rows["navn"], key=alfabet.order)
    papers = (Kilde.af(row).kort for _, row in rows.drop_duplicates("kilde_id").iterrows())
    return Point(f"{before}{saetning.listed(names)}.", "; ".join(papers), addresses.table(table))


def papers(paa: date, chosen: str) -> frozenset[str]:
    """Return the papers that the cards of the chosen project, or of all, rest on."""
    frames = queries.tables()
    shown = {project.projekt_id for project in projects(chosen)}
    said = (papirer.kendt(frames[name], frames["kilde"], paa) for name in TABLES)
    behind = (papirer.henvist(rows[rows["projekt_id"].isin(shown)]) for rows in said)
    return queries.known_papers(paa) & frozenset().union(*behind)


def download(paa: date, chosen: str) -> pd.DataFrame:
    """Return what the papers known on the day say of the projects, a line each, to take away."""
    frames = queries.tables()
    names = {project.projekt_id: project.kort_navn for project in projects(chosen)}
    known = papirer.kendt(frames["vip_status"], frames["kilde"], paa)
    known = known[known["projekt_id"].isin(names)]
    return pd.DataFrame(
        {
            "projekt": known["projekt_id"].map(names),
            "papirets dato": [dag.sure(row.dato, row.dato_praecision) for row in known.itertuples()],
            "slags": known["art"].map(fremstilling.KINDS),
            "tekst": known["tekst"],
            "kilde": known["kilde_id"],
            "linje": known["kilde_linje"],
        }
    )
