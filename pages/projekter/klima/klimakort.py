"""The klima projects: a row each; and the chosen one as a card with all that the papers say of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pandas as pd
import streamlit as st

from analytics import papirer
from analytics.tabeller import Frames, filled
from analytics.tavler import vipdeltagelse, vipomtale, vipprojekt, vipraekke, vipstilling
from analytics.tavler.vipdeltagelse import Deltager
from analytics.tavler.vipmaal import Projektmaal
from analytics.tavler.vipomtale import Alder, Omtaleafsnit
from analytics.tavler.vipprojekt import Projekt
from analytics.tavler.vipraekke import Projektraekke
from dansk import dato, maengde, saetning
from pages import view
from pages.navigation import addresses
from pages.projekter import alder, fremstilling, parametre, stilling
from pages.projekter.klima import klimaopgaver, klimaplan, maalvisning
from pages.reading import markdown, queries
from pages.tavler import boards, dag
from pages.tavler.boards import Card, Chip, Point, Section, Standing
from pages.tavler.tavle import Tavle, Udsnit

DATED_BY = ("vip_maal", "vip_status", "vip_deltager", "vip_haendelse")
"""The tables that the boards of the klima projects are from."""
_NO_LISTS = "Papirerne har endnu ingen lister over kommuner."
_NONE = "ingen status endnu"
_NO_NAMES = "Kommuner: ikke navngivet"
_NOT_NAMED = "Papiret har ingen liste til dette projekt; det siger ikke, at nogen står udenfor."


def projects(chosen: str = "alle") -> list[Projekt]:
    """Return the klima projects in their order, or the chosen one alone."""
    own = [project for project in queries.projects().values() if project.omraade == "klima"]
    return [project for project in own if chosen in ("alle", project.projekt_id)]


def headline(of: Udsnit) -> str:
    """Return the finding: the lights, how many are over and their goals, or how many lack a fresh status."""
    if of.valgt != "alle":
        return _headline_of(queries.projects()[of.valgt], of.paa)
    stands = queries.klima(of.paa)
    found = vipraekke.fund(_rows_of(of))
    if lights := stilling.by_light(found, ("klimaprojekt", "klimaprojekter")):
        return lights
    count, over = len(stands.projekter), len(stands.afsluttede)
    if not over:
        old = stands.foraeldede
        return f"{count} klimaprojekter er i gang; {f'{old} mangler' if old else 'alle har'} en frisk status"
    if over < count:
        return f"{over} af {count} klimaprojekter er afsluttet"
    missed = f"; {found.ikke_naaet} mål blev ikke nået til fristen" if found.ikke_naaet else ""
    return f"Alle {count} klimaprojekter er afsluttet{missed}"


def _carried_on(of: Udsnit) -> str:
    """How many papers say are carried on, and what carries on most of them."""
    if of.valgt != "alle":
        return ""
    stands = queries.klima(of.paa)
    if stands.flest is None:
        return ""
    where, most = stands.flest
    tail = f", {most} af dem i {markdown.plain(where)}" if most > 1 else ""
    return f"{maengde.counted(stands.videre, 'projekt', 'projekter')} er ført videre{tail}."


def _carried_on_in(project: Projekt, paa: date) -> Sequence[str]:
    return vipstilling.videre_i(queries.goals(paa), project.projekt_id)


def _headline_of(project: Projekt, paa: date) -> str:
    where = _carried_on_in(project, paa)
    carried = f"ført videre i {saetning.listed(where)}" if where else "papirerne siger ikke, hvad der fører det videre"
    if project.er_afsluttet(paa):
        return f"{project.kort_navn} er afsluttet i {project.til_aar}; {carried}"
    age = _age(project, paa)
    return f"{project.kort_navn} er i gang; {_NONE if age is None else alder.brief('status', age)}"


def _show(of: Udsnit) -> None:
    """Show a row per project, or the chosen one's card; a part of it at a time for a whole room."""
    if of.valgt == "alle":
        stilling.show(
            "klimaraekker",
            _rows_of(of),
            lambda row: _standing(row, of),
            alt=headline(of),
            chooses=parametre.KLIMAPROJEKT,
        )
        if not view.on_projector():
            klimaopgaver.show(of)
            klimaplan.show(of)
        return
    project = queries.projects()[of.valgt]
    if view.on_projector():
        part = view.choose(parametre.KLIMAAFSNIT, st.segmented_control, required=True, label_visibility="collapsed")
        card = _part(project, of, part)
    else:
        card = _card(project, of)
    boards.cards(
        "klimakort",
        [card],
        alt=headline(of),
        chooses=parametre.KLIMAPROJEKT,
        large=view.on_projector(),
    )


def _rows_of(of: Udsnit) -> list[Projektraekke]:
    goals = queries.goals(of.paa)
    return [vipraekke.raekke(project, _told(project, of.paa), goals, of.paa) for project in projects()]


def _standing(row: Projektraekke, of: Udsnit) -> Standing:
    """A project's light, what its goals say, and whether it is over."""
    signs = []
    if row.ikke_naaet:
        signs.append(Chip("ikke_naaet", f"{row.ikke_naaet} mål ikke nået"))
    if row.tilstand is None:
        if row.ikke_maalt and not row.ikke_naaet:
            signs.append(Chip("ikke_maalt", f"{row.ikke_maalt} mål ikke målt"))
        elif row.afsluttet and not signs:
            signs.append(Chip("afsluttet", f"afsluttet {row.projekt.til_aar}"))
        elif not signs:
            old = row.alder is None or row.alder.foraeldet
            signs.append(Chip("gammel", "ingen frisk status") if old else Chip("i_gang", "i gang"))
    _, named = _who(row.projekt.projekt_id, of)
    return replace(stilling.told(row, signs), daempet=of.kommune != "alle" and not named)


def _told(project: Projekt, paa: date) -> Sequence[Omtaleafsnit]:
    return queries.histories(paa).get(project.projekt_id, ())


def _age(project: Projekt, paa: date) -> Alder | None:
    """How old the status of ongoing work is; None where there is no status yet."""
    return vipomtale.statusalder(project, _told(project, paa), paa)


def _card(project: Projekt, of: Udsnit) -> Card:
    """All that the papers say: first of what is over what it became, and of what goes on how it stands."""
    told, paa = _told(project, of.paa), of.paa
    who, named = _who(project.projekt_id, of)
    goals, now = _goals(project, told, paa), fremstilling.status(told)
    named_by_then = project.kilde.kilde_id in queries.known_papers(paa)
    states, old = _states(project, paa)
    return Card(
        project.projekt_id,
        project.titel,
        project.navn if named_by_then else project.navn_i_kataloget,
        states,
        [
            *goals,
            *now,
            *fremstilling.ahead(told),
            who,
            *klimaopgaver.of_project(project.projekt_id, of),
            *fremstilling.history(told),
        ],
        graa=old,
        daempet=of.kommune != "alle" and not named,
    )


def _part(project: Projekt, of: Udsnit, part: str) -> Card:
    """One part of what the papers say, for a whole room."""
    told = _told(project, of.paa)
    parts = {
        "maal": lambda: _goals(project, told, of.paa),
        "status": lambda: fremstilling.status(told),
        "fremad": lambda: fremstilling.ahead(told) or [Section("", [Point("Det siger papirerne ikke.")])],
        "kommuner": lambda: [_who(project.projekt_id, of)[0]],
    }
    states, old = _states(project, of.paa)
    return Card(project.projekt_id, project.titel, None, states, parts[part](), graa=old)


def _states(project: Projekt, paa: date) -> tuple[list[Chip], bool]:
    """Whether the project is over; and of ongoing work whether its status is too old, also as that alone."""
    if project.er_afsluttet(paa):
        return [Chip("afsluttet", f"afsluttet {project.til_aar}")], False
    age = _age(project, paa)
    old = age is None or age.foraeldet
    said = _NONE if age is None else alder.words("status", project, age)
    return [Chip("i_gang", "i gang"), *([Chip("gammel", said)] if old else [])], old


def _goals(project: Projekt, told: Sequence[Omtaleafsnit], paa: date) -> list[Section]:
    """The goals, and what the project became where it is over or a paper says."""
    own: list[Projektmaal] = [goal for goal in queries.goals(paa) if goal.projekt == project]
    goals = Section("Mål og frist", [maalvisning.point(goal) for goal in own])
    if project.er_afsluttet(paa) or vipomtale.seneste(told, "resultat"):
        return [goals, fremstilling.became(told)]
    return [goals]


def _who(projekt_id: str, of: Udsnit) -> tuple[Section, bool]:
    """Return the section on who takes part, and whether the chosen kommune is named in it."""
    everyone = queries.participants(of.paa)
    if not everyone:
        return Section("Kommuner", [Point(_NO_LISTS)]), True
    named = vipdeltagelse.liste(everyone, projekt_id)
    if not named.nogen:
        return Section(_NO_NAMES, [Point(_NOT_NAMED)]), True
    points = [_named(named.kommuner) if named.kommuner else Point(_NOT_NAMED)]
    for each in named.tovholdere:
        since = f", fra {dato.day(each.fra_dato, each.praecision)}" if each.fra_dato else ""
        points.append(Point(f"Tovholder: {each.navn}{since}."))
    if named.kun_temagruppe:
        points.append(_named(named.kun_temagruppe, f"Kun i temagruppen om emballage ({len(named.kun_temagruppe)}): "))
    if named.kun_pilot:
        points.append(_named(named.kun_pilot, "Har pilotforløbet, men står ikke på listen: "))
    for each in named.andre:
        where = "også på listen" if named.kommuner else "nævnt"
        points.append(Point(f"{each.navn} er {where}; den er ikke en kommune."))
    found = of.kommune in named.alle_kommuner
    if of.kommune != "alle" and (found or named.kommuner):
        name = queries.kommune_names()[of.kommune]
        points.insert(0, Point(f"{name} er {'nævnt' if found else 'ikke på listen'}.", fremhaevet=True))
    count = maengde.counted(len(named.kommuner), "kommune", "kommuner")
    return Section(f"{count} på listen" if named.kommuner else _NO_NAMES, points), found or not named.kommuner


def _named(kommuner: Sequence[Deltager], before: str = "") -> Point:
    """The names, and where each paper has its first of them."""
    first = {each.kilde.kilde_id: each.kilde.kort for each in reversed(kommuner)}
    at = "; ".join(first[kilde_id] for kilde_id in dict.fromkeys(each.kilde.kilde_id for each in kommuner))
    listed = saetning.listed([each.navn for each in kommuner])
    return Point(f"{before}{listed}.", at, addresses.table("vip_deltager", kommuner[0].kilde.kilde_linje))


def listed(frames: Frames, of: Udsnit) -> dict[str, int | None]:
    """Return how many kommuner are on the list of each project, or of the chosen one; None where it has no list."""
    return {
        f"Kommuner på listen: {project.kort_navn}": count
        for project, count in vipdeltagelse.antal_kommuner(frames, "klima", of.paa).items()
        if of.valgt in ("alle", project.projekt_id)
    }


def _of_version(frames: Frames, of: Udsnit) -> pd.Series:
    """Return what one version's tables have of the rows, or of the chosen card, for comparing it with another."""
    told, everyone = vipomtale.historier(frames, of.paa), of.valgt == "alle"
    rows = [
        vipraekke.raekke(project, told.get(project.projekt_id, ()), (), of.paa)
        for project in vipprojekt.projekter(frames, "klima")
        if everyone or project.projekt_id == of.valgt
    ]
    lists = {} if everyone else listed(frames, of)
    return pd.Series(
        {**stilling.figures(rows, lights=everyone), **maalvisning.counts(frames, of), **lists}, dtype=float
    )


def _rows(of: Udsnit) -> pd.DataFrame:
    """What the papers known on the day say of the projects, a line each, to take away."""
    frames = queries.tables()
    names = {project.projekt_id: project.kort_navn for project in projects(of.valgt)}
    times = queries.paper_times()
    known = papirer.kendt(frames["vip_status"], frames, of.paa)
    return pd.DataFrame(
        {
            "projekt": names[row["projekt_id"]],
            "papirets dato": dag.sure(papirer.tid_for(row, times)),
            "slags": fremstilling.KINDS[row["art"]],
            "tekst": row["tekst"],
            "kilde": row["kilde_id"],
            "linje": filled(row["kilde_linje"]),
            "side": filled(row["side"]),
        }
        for row in known.to_dict("records")
        if row["projekt_id"] in names
    )


TAVLE = Tavle(
    tabeller=("vip_status", "vip_maal", "vip_deltager"),
    dateret_af=DATED_BY,
    fund=headline,
    vis=_show,
    raekker=_rows,
    papirer=lambda of: vipstilling.papirer_bag(
        queries.tables(), of.paa, [project.projekt_id for project in projects(of.valgt)]
    ),
    tal=_of_version,
    trykt=lambda of: maalvisning.printed(queries.goals(of.paa), of.valgt),
    note=_carried_on,
)
