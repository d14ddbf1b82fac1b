"""Where the patients of an area go and come from: bows on the map, or two tile maps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

import pandas as pd
import streamlit as st

from analytics.kapacitet.klasser import Classes
from analytics.pendling.billede import Bue, Buer, buer
from analytics.pendling.pendlingstekst import count, share
from analytics.pendling.stroemme import stroemme
from dansk import maengde, tal
from geo import landkort as areas
from pages import components, view
from pages.components import Arc, Area, TileMap
from pages.drawing import landkort, maps
from pages.drawing.scales import Legend
from pages.fysioterapi import parametre
from pages.fysioterapi.pendling.veje import Veje
from pages.reading import queries
from pages.style import theme

_MOST = 60
"""So many bows, the widest, are drawn at once: what is sent of them is a change of at most 20 kB."""
_WIDEST, _THINNEST = 12.0, 1.0
"""Pixels of the widest bow, and of the thinnest."""
_GROUND = theme.AROUND_AVERAGE[2]
_PATIENTS = Classes((10.0, 50.0, 200.0, 500.0))
_SHARES = Classes((0.1, 0.2, 0.35, 0.5))


@queries.kept()
def _every_flow(of_version: str) -> pd.DataFrame:
    return stroemme(queries.commuting.of(of_version))


def threshold() -> None:
    """Show the slider that leaves out the thinnest bows."""
    view.slider(parametre.MINDST_PATIENTER, view.value(parametre.MINDST_PATIENTER), step=10, width=260)


def arcs(of: Veje, alt: str) -> None:
    """Show the map with a bow for each flow of the chosen area, or of all areas, that is not too thin."""
    least = view.value(parametre.MINDST_PATIENTER)
    found = buer(_every_flow(), least, of.valgt, _MOST, fundets=of.om)
    shown = {
        area: Area(name, "", f"{name}: {_told(of, area)}", _GROUND, theme.on(_GROUND), valgt=area == of.valgt)
        for area, name in queries.area_names().items()
    }
    landkort.show(
        "pendling-kort",
        shown,
        _ways(of),
        alt=alt,
        # Those that the finding is about lie above the others, and the widest above the thinner.
        arcs=[
            _bow(of, each) for each in sorted(found.tegnet, key=lambda each: (_way(of, each) != "andre", each.bredde))
        ],
        on_choose=maps.choose,
        low=True,
        closest=areas.around(of.valgt),
    )
    st.caption(f"{_remark(of, found, least)} Skematisk kort.")


def _remark(of: Veje, found: Buer, least: int) -> str:
    """What is drawn, what is left out, and how many the widest bow is."""
    drawn = len(found.tegnet)
    so_large = f"på mindst {tal.number(least)} patienter"
    remark = f"{maengde.counted(drawn, 'strøm', 'strømme')} {so_large}."
    if not found.alle:
        remark = f"{drawn} af de {count(found.i_alt)} strømme {so_large}."
    if found.tegnet:
        remark += f" Den bredeste er {count(found.tegnet[0].patienter)} patienter."
    return remark


def _ways(of: Veje) -> Legend:
    name = of.navne[of.om]
    ways: Legend = [
        (theme.WAYS["ud"], f"Bor i {name}, behandles et andet sted"),
        (theme.WAYS["ind"], f"Kommer til {name}"),
    ]
    return ways if of.valgt else [*ways, (theme.WAYS["andre"], "Mellem andre områder")]


def _way(of: Veje, each: Bue) -> Literal["ud", "ind", "andre"]:
    """Whether a bow goes out of the area that the finding is about, into it, or between others."""
    return "ud" if each.hjem == of.om else "ind" if each.klinik == of.om else "andre"


def _bow(of: Veje, each: Bue) -> Arc:
    way = _way(of, each)
    return Arc(
        each.hjem,
        each.klinik,
        max(_THINNEST, _WIDEST * each.bredde),
        theme.WAYS[way],
        f"{of.navne[each.hjem]} → {of.navne[each.klinik]}: {count(each.patienter)} patienter",
        each.hjem if way == "ind" else each.klinik,
    )


def _told(of: Veje, area: str) -> str:
    """What is said of an area: how many go between it and the chosen one, or in and out of it."""
    each = of.omraader[area]
    if of.valgt in (None, area):
        return f"{share(each.andel_hjemme)} behandles hjemme, {count(each.ud)} ud, {count(each.ind)} ind"
    name = of.navne[str(of.valgt)]
    there = count(of.pendling.celle(area, str(of.valgt)))
    here = count(of.pendling.celle(str(of.valgt), area))
    return f"{there} fra {name}, {here} den anden vej"


def tiles(of: Veje, alt: str) -> None:
    """Show two tile maps: where the patients of the chosen area are treated, and where those of its clinics live."""
    if of.valgt is None:
        made = [
            TileMap("Rejser ud, % af dem, der bor her", dict(_shares(of, "ud")), alt),
            TileMap("Kommer ind, % af dem, der behandles her", dict(_shares(of, "ind")), alt),
        ]
        legend: Legend = _legend(_SHARES, maengde.share)
    else:
        name = of.navne[of.valgt]
        made = [
            TileMap(f"Her behandles patienter fra {name}", dict(_patients(of, out=True)), alt),
            TileMap(f"Her bor patienterne i {name}", dict(_patients(of, out=False)), alt),
        ]
        legend = [(_GROUND, "0"), *_legend(_PATIENTS, tal.number)]
        if any(area.farve is None for each in made for area in each.omraader.values()):
            legend.append((None, "kendes ikke"))
    components.tile_maps("pendling-fliser", made, legend, on_choose=maps.choose)
    if of.valgt is None:
        return
    unknown = [
        f"{count(of.omraader[of.valgt].ukendt_klinik)} behandles et ukendt sted",
        f"{count(of.omraader[of.valgt].ukendt_hjem)} kommer fra et ukendt sted",
    ]
    st.caption(f"Antal patienter. 0: rubrikken er tom i papiret. Ikke på kortet: {', '.join(unknown)}.")


def _shares(of: Veje, way: str) -> Iterator[tuple[str, Area]]:
    for area, each in of.omraader.items():
        figure = each.andel_ud if way == "ud" else each.andel_ind
        colour = theme.AMOUNT[_SHARES.of(figure.midt)]
        text = share(figure)
        yield area, Area(of.navne[area], text, f"{of.navne[area]}: {text}", colour, theme.on(colour))


def _patients(of: Veje, *, out: bool) -> Iterator[tuple[str, Area]]:
    chosen = str(of.valgt)
    for area in of.omraader:
        figure = of.pendling.celle(area, chosen) if out else of.pendling.celle(chosen, area)
        name, own = of.navne[area], area == chosen
        if not figure.eksakt:
            told = f"{name}: kendes ikke, {count(figure)} patienter"
            yield area, Area(name, "–", told, None, valgt=own)
            continue
        colour = theme.AMOUNT[_PATIENTS.of(figure.lav)] if figure.lav else _GROUND
        told = f"{name}: {maengde.counted(int(figure.lav), 'patient', 'patienter')}"
        yield area, Area(name, count(figure), told, colour, theme.on(colour), valgt=own)


def _legend(classes: Classes, written: Callable[[float], str]) -> Legend:
    edges = [written(edge) for edge in classes.edges]
    texts = [f"under {edges[0]}", *(f"fra {edge}" for edge in edges)]
    return list(zip(theme.AMOUNT, texts, strict=True))
