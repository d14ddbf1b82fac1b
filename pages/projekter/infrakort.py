"""The infrastructure projects as cards: status and its age, the list's prices, and the catalogue's undertakings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd
import streamlit as st

from analytics.paastand import Kilde
from analytics.tavler import vipstatus
from analytics.tavler.vippris import Anlaeg
from analytics.tavler.vipstatus import Afsnit
from dansk import saetning
from dansk.saetning import begun
from pages import view
from pages.katalog import indsatser
from pages.navigation import addresses
from pages.projekter import alder, dag, fremstilling, infrapriser, parametre, tidslinje
from pages.reading import queries
from pages.tavler import boards, tavleregler
from pages.tavler.boards import Card, Chip, Point, Section


@dataclass(frozen=True)
class _Omtale:
    """What the papers known on a day have of a project: its undertakings, what they say of it, and what happened."""

    projekt: Any
    anlaeg: list[Anlaeg]
    fortalt: list[Afsnit]
    begivenheder: list[Any]

    @property
    def papirer(self) -> set[str]:
        """The papers that have something of that very project."""
        said = {point.kilde.kilde_id for part in self.fortalt for point in part.punkter}
        return infrapriser.papers(self.anlaeg) | said | {event.kilde_id for event in self.begivenheder}

    @cached_property
    def nyeste(self) -> tuple[date, str]:
        """The date of the newest of them, and how sure it is."""
        papers = queries.tables()["kilde"]
        newest = papers[papers["kilde_id"].isin(self.papirer)].sort_values("dato").iloc[-1]
        return newest["dato"].date(), str(newest["dato_praecision"])


def _mentions(paa: date, chosen: str) -> list[_Omtale]:
    """The chosen project, or all in their order; none before the list is known."""
    return [of for of in _all_mentions(paa) if chosen in ("alle", of.projekt.projekt_id)]


# Asked for in the finding, in the cards, and in what they rest on.
@queries.kept(16, fast=True)
def _all_mentions(of_version: str, paa: date) -> list[_Omtale]:
    frames, found = queries.frames(of_version), infrapriser.undertakings(paa, "alle")
    events = vipstatus.haendelser(frames, "infrastruktur", paa)
    projects = frames["vip_projekt"].query("omraade == 'infrastruktur'").sort_values("nr")
    return [
        _Omtale(
            project,
            own,
            alder.told(project, paa),
            list(events[events["projekt_id"] == project.projekt_id].itertuples()),
        )
        for project in projects.itertuples(index=False)
        if (own := [one for one in found if one.projekt_id == project.projekt_id])
    ]


def headline(paa: date, chosen: str = "alle") -> str:
    """Return the finding: how many projects the papers have a status for, and of how many the newest is too old."""
    found = _mentions(paa, chosen)
    if not found:
        return infrapriser.NO_LIST
    told = sum(vipstatus.seneste(of.fortalt, "status") is not None for of in found)
    if chosen != "alle":
        none = "" if told else "ingen status i papirerne; "
        return f"{found[0].projekt.kort_navn}: {none}{_age(found[0], paa)[0]}"
    old = sum(_age(of, paa)[1] for of in found)
    return (
        f"Papirerne har {f'en status for {told} af' if told else 'ingen status for'} de {len(found)} projekter; for "
        f"{old or 'ingen'} er det nyeste, de siger, ældre end tiden mellem to rapporter"
    )


def show(paa: date, chosen: str) -> None:
    """Show a card per project, or the chosen one's alone."""
    found = _mentions(paa, chosen)
    if not found:
        dag.not_yet("Listen over projekterne", ("vip_pris",))
        return
    short = view.on_projector() and chosen == "alle"
    boards.cards(
        "infrakort",
        [_brief(of, paa) if short else _card(of, paa) for of in found],
        alt=headline(paa, chosen),
        chooses=parametre.INFRAPROJEKT,
        large=view.on_projector(),
    )
    cycle = alder.every(found[0].projekt.rapportering_mdr)
    st.caption(
        ("Pilen fører til mobilitetskatalogets pris. " if short else "")
        + "Kommunerne og regionen kalder listen «7 + 3»: syv projekter og tre til. Hvilke der er de tre, er tolket af "
        f"listens rækkefølge; plusset er gledet ned under den. Der skal rapporteres {cycle}. {tavleregler.AGE} "
        "Priserne er skøn."
    )


def papers(paa: date, chosen: str) -> set[str]:
    """Return the papers that the cards rest on."""
    return {paper for of in _mentions(paa, chosen) for paper in of.papirer}


def download(paa: date, chosen: str) -> pd.DataFrame:
    """Return the projects, a row each, with the newest that the papers say of them, to take away."""
    return pd.DataFrame([_row(of, paa) for of in _mentions(paa, chosen)])


def _row(of: _Omtale, paa: date) -> dict[str, Any]:
    newest = vipstatus.seneste(of.fortalt, "status")
    listed = of.anlaeg[0].kilde
    return {
        "nr.": of.projekt.nr,
        "projekt": of.projekt.navn,
        "gruppe (tolket)": of.projekt.gruppe,
        "seneste status": " ".join(point.tekst for point in newest.punkter) if newest else None,
        "statussens dato": dag.sure(newest.dato, newest.praecision) if newest else None,
        "statussens kilde": "; ".join(point.kilde.kort for point in newest.punkter) if newest else None,
        "nyeste papir om projektet": dag.sure(*of.nyeste),
        "ældre end tiden mellem to rapporter": "ja" if _age(of, paa)[1] else "nej",
        "pris på listen": "; ".join(f"{one.navn}: {infrapriser.listed_price(one)}" for one in of.anlaeg),
        "i mobilitetskataloget": "; ".join(
            f"{led.indsats_nr} {led.navn}: {infrapriser.catalogue_price(led)}"
            for one in of.anlaeg
            for led in one.katalog
        ),
        "kilde": listed.kilde_id,
        "linje": listed.kilde_linje,
    }


def _age(of: _Omtale, paa: date) -> tuple[str, bool]:
    """How old a project's status is or, where the papers have none, the newest of them that names it."""
    return alder.of_status(of.projekt, paa) or alder.of("nyeste omtale", of.projekt, *of.nyeste, paa)


def _card(of: _Omtale, paa: date) -> Card:
    age, old = _age(of, paa)
    return Card(
        of.projekt.projekt_id,
        f"{of.projekt.nr} {of.projekt.kort_navn}",
        f"{of.projekt.navn}. {_group(of)}.",
        [Chip("i_gang", f"prioriteret siden {of.projekt.fra_aar}"), *([Chip("gammel", age)] if old else [])],
        [*_status(of), _listed(of.anlaeg)],
        [_catalogue(of.anlaeg, infrapriser.missing(paa)), *_happened(of.begivenheder)],
        graa=old,
    )


def _brief(of: _Omtale, paa: date) -> Card:
    """The prices and, where the newest is too old, its age: few words, for a whole room."""
    age, old = _age(of, paa)
    points = []
    for one in of.anlaeg:
        name = f"{one.navn}: " if len(of.anlaeg) > 1 else ""
        new = f" → {infrapriser.amount(one.katalogpris)}" if one.retning else ""
        points.append(Point(f"{name}{infrapriser.listed_price(one)}{new}"))
    return Card(
        of.projekt.projekt_id,
        f"{of.projekt.nr} {of.projekt.kort_navn}",
        _group(of),
        [Chip("gammel", age.partition(";")[0])] if old else [],
        [Section("", points)],
        graa=old,
    )


def _group(of: _Omtale) -> str:
    return f"En af de {of.projekt.gruppe} (tolket)"


def _paper(kilde_id: str) -> str:
    paper = queries.tables()["kilde"].query("kilde_id == @kilde_id").iloc[0]
    return dag.sure(paper["dato"], paper["dato_praecision"])


def _listed(own: list[Anlaeg]) -> Section:
    points = [
        Point(f"{one.navn}: {infrapriser.listed_price(one)}", one.kilde.kort, addresses.table("vip_pris"))
        for one in own
    ]
    return Section("Pris på listen", points, _paper(own[0].kilde.kilde_id))


def _status(of: _Omtale) -> list[Section]:
    """What the papers say of that very project; where they have no status, what its age is counted from instead."""
    became = [fremstilling.became(of.fortalt)] if vipstatus.seneste(of.fortalt, "resultat") else []
    rest = [*fremstilling.ahead(of.fortalt), *became, *fremstilling.history(of.fortalt)]
    if vipstatus.seneste(of.fortalt, "status"):
        return [*fremstilling.status(of.fortalt), *rest]
    none = Point(
        "Papirerne har ingen status for projektet.",
        note=f"Det står på listen fra {_paper(of.anlaeg[0].kilde.kilde_id)}. Alderen er talt fra det nyeste papir, "
        f"der nævner det: {dag.sure(*of.nyeste)}.",
    )
    return [Section("Status", [none]), *rest]


def _happened(events: list[Any]) -> list[Section]:
    points = [
        Point(
            f"{tidslinje.when(event)}{' (ventet)' if event.ventet else ''}: {event.hvad}",
            Kilde(event.kilde_id, event.kilde_linje).kort,
            addresses.table("vip_haendelse"),
        )
        for event in events
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
        return Section("I mobilitetskataloget", [Point(f"{begun(missing)}.")])
    papers = {led.kilde.kilde_id for one in own for led in one.katalog}
    return Section("I mobilitetskataloget", points, saetning.listed([_paper(kilde_id) for kilde_id in sorted(papers)]))
