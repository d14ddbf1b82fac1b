"""The infrastructure projects as cards: the list's prices, the catalogue's undertakings, and how old the newest is."""

from __future__ import annotations

from datetime import date
from typing import Any

import streamlit as st

from analytics import vipstatus
from analytics.paastand import Kilde
from analytics.vippris import Anlaeg
from pages.faelles import boards, indsatser, numbers, queries, view
from pages.faelles.boards import Card, Chip, Point, Section
from pages.projekter import dag, infrapriser, klimakort, tidslinje


def _projects(chosen: str = "alle") -> list[Any]:
    frame = queries.tables()["vip_projekt"].query("omraade == 'infrastruktur'").sort_values("nr")
    return [project for project in frame.itertuples(index=False) if chosen in ("alle", project.projekt_id)]


def headline(paa: date) -> str:
    """Return the finding: of how many projects the newest that the papers say is too old."""
    found = infrapriser.undertakings(paa, "alle")
    if not found:
        return "Papirerne har endnu ikke listen over projekterne"
    projects = _projects()
    old = sum(_age(project, found, paa)[1] for project in projects)
    several = sum(sum(one.projekt_id == project.projekt_id for one in found) > 1 for project in projects)
    months = int(max(project.rapportering_mdr for project in projects))
    age = "et år" if months == 12 else f"{months} måneder"
    aged = "alle" if old == len(projects) else f"{old} af" if old else "ingen af"
    return (
        f"{len(projects)} projekter med {len(found)} anlæg; for {aged} projekterne er papirernes nyeste oplysning over "
        f"{age} gammel" + (f", og {several} har to anlæg med hver sin pris" if several else "")
    )


def show(paa: date, chosen: str) -> None:
    """Show a card per project, or the chosen one's alone."""
    found = infrapriser.undertakings(paa, chosen)
    if not found:
        dag.not_yet("Listen over projekterne", ("vip_pris",))
        return
    projects = _projects(chosen)
    short = view.on_projector() and chosen == "alle"
    boards.cards(
        "infrakort",
        [_card(project, found, paa, short=short) for project in projects],
        alt=headline(paa),
        chosen=None if chosen == "alle" else chosen,
        on_choose=lambda project: view.put("infraprojekt", project or "alle"),
        large=short,
    )
    st.caption(
        ("Pilen fører til mobilitetskatalogets pris. " if short else "")
        + "Kommunerne og regionen kalder listen «7 + 3»: syv projekter og tre til. Hvilke der er de tre, er tolket af "
        "listens rækkefølge; plusset er gledet ned under den. "
        + ("" if any(_told(project, paa) for project in projects) else "Papirerne har ingen status for det enkelte ")
        + ("" if any(_told(project, paa) for project in projects) else "projekt. ")
        + "Et kort er gråt, når det nyeste, de siger om netop det projekt, er ældre end tiden mellem to rapporter. "
        "Priserne er skøn."
    )


def _told(project: Any, paa: date) -> list[vipstatus.Afsnit]:
    frames = queries.tables()
    return vipstatus.historie(frames["vip_status"], frames["kilde"], project.projekt_id, paa)


def _events(project: Any, paa: date) -> list[Any]:
    events = vipstatus.haendelser(queries.tables(), "infrastruktur", paa)
    return list(events[events["projekt_id"] == project.projekt_id].itertuples())


def _newest(project: Any, found: list[Anlaeg], paa: date) -> tuple[date, str]:
    """The date of the newest paper known by then that has something of that very project."""
    own = [one for one in found if one.projekt_id == project.projekt_id]
    used = {one.kilde.kilde_id for one in own} | {led.kilde.kilde_id for one in own for led in one.katalog}
    used |= {point.kilde.kilde_id for part in _told(project, paa) for point in part.punkter}
    used |= {event.kilde_id for event in _events(project, paa)}
    papers = queries.tables()["kilde"].query("dato <= @paa")
    newest = papers[papers["kilde_id"].isin(used)].sort_values("dato").iloc[-1]
    return newest["dato"].date(), str(newest["dato_praecision"])


def _age(project: Any, found: list[Anlaeg], paa: date) -> tuple[str, bool]:
    age, old = dag.age(*_newest(project, found, paa), project.rapportering_mdr, paa)
    return f"nyeste omtale er {age}; der rapporteres hver {project.rapportering_mdr}. måned", old


def _card(project: Any, found: list[Anlaeg], paa: date, *, short: bool) -> Card:
    own = [one for one in found if one.projekt_id == project.projekt_id]
    age, old = _age(project, found, paa)
    states = [Chip("i_gang", f"prioriteret siden {project.fra_aar}")]
    if old:
        states.append(Chip("gammel", age))
    group = f"En af de {project.gruppe} (tolket)"
    if short:
        age_only = [Chip("gammel", age.partition(";")[0])] if old else []
        return Card(project.projekt_id, f"{project.nr} {project.kort_navn}", group, age_only, [_brief(own)], graa=old)
    return Card(
        project.projekt_id,
        f"{project.nr} {project.kort_navn}",
        f"{project.navn}. {group}.",
        states,
        [_listed(own), _catalogue(own, infrapriser.missing(paa)), *_status(project, paa), *_happened(project, paa)],
        graa=old,
    )


def _paper(kilde_id: str) -> str:
    paper = queries.tables()["kilde"].query("kilde_id == @kilde_id").iloc[0]
    return dag.sure(paper["dato"], paper["dato_praecision"])


def _brief(own: list[Anlaeg]) -> Section:
    points = []
    for one in own:
        name = f"{one.navn}: " if len(own) > 1 else ""
        new = f" → {infrapriser.amount(one.katalogpris)}" if one.retning else ""
        points.append(Point(f"{name}{infrapriser.listed_price(one)}{new}"))
    return Section("", points)


def _listed(own: list[Anlaeg]) -> Section:
    points = [
        Point(f"{one.navn}: {infrapriser.listed_price(one)}", one.kilde.kort, dag.table_link("vip_pris")) for one in own
    ]
    return Section("Pris på listen", points, _paper(own[0].kilde.kilde_id))


def _status(project: Any, paa: date) -> list[Section]:
    """What the papers, or rows that were added, say of that very project; nothing where they say nothing."""
    told = _told(project, paa)
    if not told:
        return []
    became = [klimakort.became(told)] if any(part.art == "resultat" for part in told) else []
    return [*klimakort.sections(told), *became, *klimakort.history(told)]


def _happened(project: Any, paa: date) -> list[Section]:
    points = [
        Point(
            f"{tidslinje.when(event)}{' (ventet)' if event.ventet else ''}: {event.hvad}",
            Kilde(event.kilde_id, event.kilde_linje).kort,
            dag.table_link("vip_haendelse"),
        )
        for event in _events(project, paa)
    ]
    return [Section("Begivenheder", points)] if points else []


def _catalogue(own: list[Anlaeg], missing: str) -> Section:
    points = []
    for one in own:
        for led in one.katalog:
            can = "Kan sammenlignes." if led.sammenlignelig else "Kan ikke sammenlignes."
            points.append(
                Point(
                    f"{led.navn}: {infrapriser.catalogue_price(led)}",
                    f"indsats {led.indsats_nr}; {led.kilde.kort}",
                    indsatser.sheet(led.indsats_nr),
                    f"{can} {led.forklaring}",
                )
            )
    if not points:
        return Section("I mobilitetskataloget", [Point(f"{missing[0].upper()}{missing[1:]}.")])
    papers = {led.kilde.kilde_id for one in own for led in one.katalog}
    return Section("I mobilitetskataloget", points, numbers.listed([_paper(kilde_id) for kilde_id in sorted(papers)]))
