"""The infrastructure projects: a row each; and the chosen one as a card with status, prices, and the catalogue's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from analytics.tabeller import Frames
from analytics.tavler import vipomtale, vippris, vipraekke, vipstilling
from analytics.tavler.viphaendelse import Haendelse
from analytics.tavler.vippris import Anlaeg
from analytics.tavler.vipraekke import Projektraekke
from analytics.tavler.vipstilling import Omtale
from dansk import maengde, saetning
from dansk.saetning import begun
from pages import view
from pages.katalog import indsatser
from pages.navigation import addresses
from pages.projekter import alder, fremstilling, parametre, stilling, tidslinje
from pages.projekter.infrastruktur import infrapriser
from pages.reading import queries
from pages.tavler import boards, dag, tavleregler
from pages.tavler.boards import Card, Chip, Point, Section, Standing
from pages.tavler.tavle import Tavle, Udsnit


def _mentions(of: Udsnit) -> list[Omtale]:
    """The chosen project, or all in their order; none before the list is known."""
    return _chosen(queries.mentions(of.paa), of)


def _chosen(mentions: Iterable[Omtale], of: Udsnit) -> list[Omtale]:
    return [each for each in mentions if of.valgt in ("alle", each.projekt.projekt_id)]


def headline(of: Udsnit) -> str:
    """Return the finding: the lights, how the prices have moved, or how many projects the papers have a status for."""
    found = _mentions(of)
    if not found:
        return infrapriser.NO_LIST
    if of.valgt != "alle":
        [chosen] = found
        none = "" if chosen.har_status else "ingen status; "
        return f"{chosen.projekt.kort_navn}: {none}{alder.brief(_aged(chosen), chosen.alder)}"
    if lights := stilling.by_light(vipraekke.fund(_rows_of(found, of)), ("projekt", "projekter")):
        return lights
    # Projects are counted, as there is a row for each; the prices' own board counts what is built.
    dearer = vippris.antal_dyrere(each.anlaeg for each in found)
    if dearer:
        # Those without a status that the board says no more of than that: its signs and its headline count the same.
        others = [each for each in found if vippris.samlet_retning(each.anlaeg) != "over"]
        without = vipraekke.fund(_rows_of(others, of)).uden_status
        tail = f", {without} andre uden status" if without else ""
        return f"{maengde.counted(dearer, 'projekt', 'projekter')} er dyrere end på listen{tail}"
    return infrapriser.moved(of.paa) or f"{len(found)} projekter er {_prioritised(found[0], of)}"


def _prioritised(mention: Omtale, of: Udsnit) -> str:
    """Since when a project is prioritised, where a paper known on the day says."""
    known = mention.projekt.periode_kilde_id in queries.known_papers(of.paa)
    return f"prioriteret siden {mention.projekt.fra_aar}" if known else "prioriteret"


def _show(of: Udsnit) -> None:
    """Show a row per project, or the chosen one's card."""
    found = _mentions(of)
    if not found:
        dag.not_yet("Listen over projekterne", ("vip_pris",))
        return
    if of.valgt == "alle":
        own = {each.projekt.projekt_id: each for each in found}
        stilling.show(
            "infraraekker",
            _rows_of(found, of),
            lambda row: _standing(row, own[row.projekt.projekt_id]),
            alt=headline(of),
            chooses=parametre.INFRAPROJEKT,
        )
        st.caption("Uden status står prisen: listens → katalogets. Priserne er skøn uden samme grundlag.")
        return
    boards.cards(
        "infrakort",
        [_card(each, infrapriser.missing(of.paa), _prioritised(each, of)) for each in found],
        alt=headline(of),
        chooses=parametre.INFRAPROJEKT,
        large=view.on_projector(),
    )
    cycle = alder.every(found[0].projekt.rapportering_mdr)
    st.caption(
        "Kommunerne og regionen kalder listen «7 + 3»: syv projekter og tre til. Hvilke der er de tre, er tolket af "
        f"listens rækkefølge; plusset er gledet ned under den. Der skal rapporteres {cycle}. {tavleregler.AGE} "
        "Priserne er skøn."
    )


def _rows_of(found: Sequence[Omtale], of: Udsnit) -> list[Projektraekke]:
    return [vipraekke.raekke(each.projekt, each.fortalt, (), of.paa, each.nyeste) for each in found]


def _standing(row: Projektraekke, of: Omtale) -> Standing:
    """A project's light, whether its status is old, and where there is none its price."""
    if row.tilstand is not None:
        return stilling.told(row, ())
    if row.kort:
        return stilling.told(row, [Chip("gammel", "gammel status") if of.alder.foraeldet else Chip("i_gang", "i gang")])
    way = vippris.samlet_retning(of.anlaeg)
    sign = Chip("dyrere", "dyrere") if way == "over" else Chip("ukendt", "ingen status")
    return stilling.told(row, [sign], infrapriser.in_few_words(of.anlaeg))


def _rows(of: Udsnit) -> pd.DataFrame:
    """The projects, a row each, with the newest that the papers say of them, to take away."""
    return pd.DataFrame([_row(each) for each in _mentions(of)])


def _row(of: Omtale) -> dict[str, Any]:
    newest = vipomtale.seneste(of.fortalt, "status")
    listed = of.anlaeg[0].kilde
    return {
        "nr.": of.projekt.nr,
        "projekt": of.projekt.navn,
        "gruppe (tolket)": of.projekt.gruppe,
        "seneste status": " ".join(point.tekst for point in newest.punkter) if newest else None,
        "statussens dato": dag.sure(newest.tid) if newest else None,
        "statussens kilde": "; ".join(point.kilde.kort for point in newest.punkter) if newest else None,
        "nyeste papir om projektet": dag.sure(of.nyeste),
        "ældre end tiden mellem to rapporter": "ja" if of.alder.foraeldet else "nej",
        "pris på listen": "; ".join(f"{one.navn}: {infrapriser.listed_price(one)}" for one in of.anlaeg),
        "i mobilitetskataloget": "; ".join(
            f"{led.indsats_nr} {led.navn}: {infrapriser.catalogue_price(led)}"
            for one in of.anlaeg
            for led in one.katalog
        ),
        "kilde": listed.kilde_id,
        "linje": listed.kilde_linje,
    }


def _age(of: Omtale) -> str:
    """How old a project's status is or, where the papers have none, the newest of them that names it."""
    return alder.words(_aged(of), of.projekt, of.alder)


def _aged(of: Omtale) -> str:
    return "status" if of.har_status else "nyeste omtale"


def _card(of: Omtale, missing: str, since: str) -> Card:
    return Card(
        of.projekt.projekt_id,
        of.projekt.titel,
        f"{of.projekt.navn}. {_group(of)}.",
        [
            Chip("i_gang", since),
            *([Chip("gammel", _age(of))] if of.alder.foraeldet else []),
        ],
        [*_status(of), _listed(of.anlaeg), _catalogue(of.anlaeg, missing), *_happened(of.begivenheder)],
        graa=of.alder.foraeldet,
    )


def _group(of: Omtale) -> str:
    return f"En af de {of.projekt.gruppe} (tolket)"


def _listed(own: Sequence[Anlaeg]) -> Section:
    points = [
        Point(
            f"{one.navn}: {infrapriser.listed_price(one)}",
            one.kilde.kort,
            addresses.table("vip_pris", one.kilde.kilde_linje),
        )
        for one in own
    ]
    return Section("Pris på listen", points, dag.paper(own[0].kilde.kilde_id))


def _status(of: Omtale) -> list[Section]:
    """What the papers say of that very project; where they have no status, what its age is counted from instead."""
    became = [fremstilling.became(of.fortalt)] if vipomtale.seneste(of.fortalt, "resultat") else []
    rest = [*fremstilling.ahead(of.fortalt), *became, *fremstilling.history(of.fortalt)]
    if of.har_status:
        return [*fremstilling.status(of.fortalt), *rest]
    none = Point(
        "Papirerne har ingen status for projektet.",
        note=f"Det står på listen fra {dag.paper(of.anlaeg[0].kilde.kilde_id)}. Alderen er talt fra det nyeste papir, "
        f"der nævner det: {dag.sure(of.nyeste)}.",
    )
    return [Section("Status", [none]), *rest]


def _happened(events: Sequence[Haendelse]) -> list[Section]:
    points = [
        Point(
            f"{tidslinje.when(event)}{' (ventet)' if event.ventet else ''}: {event.hvad}",
            event.kilde.kort,
            addresses.table("vip_haendelse", event.kilde.kilde_linje),
        )
        for event in events
    ]
    return [Section("Begivenheder", points)] if points else []


def _catalogue(own: Sequence[Anlaeg], missing: str) -> Section:
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
    dated = saetning.listed([dag.paper(kilde_id) for kilde_id in sorted(papers)])
    return Section("I mobilitetskataloget", points, dated)


def _of_version(frames: Frames, of: Udsnit) -> pd.Series:
    """Return what one version's tables have of the rows, or of the chosen card, for comparing it with another."""
    rows = _rows_of(_chosen(vipstilling.omtaler(frames, of.paa), of), of)
    return pd.Series(
        {**stilling.figures(rows, lights=of.valgt == "alle"), **infrapriser.figures(frames, of)}, dtype=float
    )


TAVLE = Tavle(
    tabeller=("vip_projekt", "vip_status", "vip_pris", "vip_katalog", "mobilitet_indsats"),
    dateret_af=infrapriser.DATED_BY,
    fund=headline,
    vis=_show,
    raekker=_rows,
    papirer=lambda of: frozenset[str]().union(*(each.papirer for each in _mentions(of))),
    tal=_of_version,
    trykt=infrapriser.printed,
)
