"""The figures of the chosen area, its five largest flows each way, and all areas in order by any figure."""

from __future__ import annotations

from collections.abc import Mapping

from analytics.kapacitet.rangorden import i_orden
from analytics.pendling.billede import akse, laengder
from analytics.pendling.pendlingstekst import count, share
from analytics.pendling.stroemme import Retning, stoerste
from dansk import saetning
from pages import components, view
from pages.components import Cell, Column, Row
from pages.drawing import maps
from pages.fysioterapi import parametre
from pages.fysioterapi.pendling import veje
from pages.fysioterapi.pendling.veje import KOLONNER, Veje
from pages.reading import queries
from pages.style import theme

_FLOWS = 5


def figures(of: Veje) -> None:
    """Show the four figures of the area that the finding is about, each with its place among the others."""
    area = of.omraader[of.om]
    places = _places()
    components.table(
        "pendling-tal",
        (Column("hvad", of.navne[of.om]), Column("tal", "", "tal")),
        [
            Row(
                (
                    Cell(each.navn, note=each.hvad),
                    Cell(each.skrevet(each.af(area)), note=places[each.id][of.om]),
                )
            )
            for each in KOLONNER
        ],
        alt=f"{of.navne[of.om]}: "
        + ", ".join(f"{each.navn.lower()} {each.skrevet(each.af(area))}" for each in KOLONNER)
        + ".",
    )


@queries.kept()
def _places(of_version: str) -> Mapping[str, Mapping[str, str]]:
    """Each area's place in each of the figures, in words."""
    areas = veje.areas.of(of_version)
    return {each.id: standings({area: each.af(figures).midt for area, figures in areas.items()}) for each in KOLONNER}


def standings(figures: Mapping[str, float]) -> dict[str, str]:
    """
    Return each area's place among the others, counted from the end that is nearer.

    >>> standings({"a": 3, "b": 1, "c": 2})
    {'a': 'højest af 3', 'b': 'lavest af 3', 'c': '2. højest af 3'}
    """
    highest = i_orden(figures)
    lowest = i_orden({area: -figure for area, figure in figures.items()})
    said = {}
    for area in figures:
        top, bottom = highest[area].plads or 1, lowest[area].plads or 1
        place, end = (top, "højest") if top <= bottom else (bottom, "lavest")
        said[area] = f"{end} af {len(figures)}" if place == 1 else f"{place}. {end} af {len(figures)}"
    return said


def flows(of: Veje) -> None:
    """Show the largest flows out of the area and into it; a click on one chooses its other end."""
    name = of.navne[of.om]
    ways: tuple[tuple[Retning, str], ...] = (
        ("ud", f"Fra {name} til klinikker i"),
        ("ind", f"Til klinikker i {name} fra"),
    )
    found = [(way, title, flow) for way, title in ways for flow in stoerste(of.pendling, of.om, way, _FLOWS)]
    lengths = laengder([flow for _, _, flow in found])
    rows = [
        Row(
            (
                Cell(of.navne[flow.klinik if way == "ud" else flow.hjem]),
                Cell(
                    count(flow.patienter),
                    flow.patienter.lav,
                    bar=length,
                    colour=theme.WAYS[way],
                    note=share(flow.andel),
                ),
            ),
            id=flow.klinik if way == "ud" else flow.hjem,
            group=title,
        )
        for (way, title, flow), length in zip(found, lengths, strict=True)
    ]
    words = [
        f"{title} {', '.join(f'{row.cells[0].text} {row.cells[1].text}' for row in rows if row.group == title)}"
        for _, title in ways
    ]
    components.table(
        "pendling-stroemme",
        (Column("sted", "De største strømme"), Column("patienter", "Patienter", "soejle")),
        rows,
        alt=f"{'. '.join(words)}.",
        on_choose=maps.choose,
    )


def ranking(of: Veje) -> None:
    """Show all areas with the four figures, in the order that somebody chooses."""
    axes = {each.id: akse([each.af(figures) for figures in of.omraader.values()]) for each in KOLONNER}
    rows = [
        Row(
            (
                Cell(of.navne[area]),
                *(
                    Cell(
                        each.skrevet(each.af(figures)),
                        each.af(figures).midt,
                        bar=axes[each.id].at(each.af(figures).midt),
                        start=axes[each.id].at(0.0),
                        colour=theme.WAYS["ind" if each.id == "ind" else "ud"],
                    )
                    for each in KOLONNER
                ),
            ),
            id=area,
        )
        for area, figures in of.omraader.items()
    ]
    components.table(
        "pendling-rangorden",
        (Column("navn", "Område"), *(Column(each.id, each.navn, "soejle", each.hvad) for each in KOLONNER)),
        rows,
        alt=f"{saetning.stopped(veje.finding(of))} Alle områder: behandles hjemme, rejser ud, kommer ind og netto.",
        chosen=of.valgt,
        on_choose=maps.choose,
        sorting=view.value(parametre.VEJORDEN),
        on_sort=view.setter(parametre.VEJORDEN),
        dense=True,
    )
