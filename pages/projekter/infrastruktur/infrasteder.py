"""The infrastructure projects on the map: arcs where the list names two ends, and dots where it names one place."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from analytics.tabeller import Frames
from analytics.tavler import vipsted
from analytics.tavler.vipsted import Projektsted, Straekning
from dansk import saetning
from pages import components, view
from pages.components import Arc, Area, Cell, Circle, Column, Row
from pages.drawing import landkort
from pages.projekter.infrastruktur import infrapriser
from pages.reading import markdown, queries, sources
from pages.style import theme
from pages.tavler import dag
from pages.tavler.tavle import Tavle, Udsnit

_TABLES = ("vip_sted", "vip_projekt")
_ROLES = {"ende": "ende eller undervejs", "forbi": "går uden om", "sted": "stedet selv"}
_WIDTH, _RADIUS = 4.0, 6.0
"""Pixels."""


def _places(of: Udsnit) -> list[Projektsted]:
    return _places_in(queries.tables(), of)


def _places_in(frames: Frames, of: Udsnit) -> list[Projektsted]:
    return [place for place in vipsted.steder(frames, of.paa) if of.valgt in ("alle", place.projekt_id)]


def _names() -> Mapping[str, str]:
    return {key: project.kort_navn for key, project in queries.projects().items()}


def infrastructure() -> list[str]:
    """Return the projects that are to be on the map, by projekt_id."""
    return [key for key, project in queries.projects().items() if project.omraade == "infrastruktur"]


def headline(of: Udsnit) -> str:
    """Return the finding: how many of the projects the list names two ends of."""
    found = _places(of)
    if not found and of.valgt == "alle":
        return infrapriser.NO_LIST
    stretches = vipsted.straekninger(found)
    if of.valgt != "alle":
        name = _names()[of.valgt]
        if stretches:
            return f"{name}: {'; '.join(map(_between, stretches))}"
        return f"{name}: {saetning.listed([place.sted for place in found]) or 'listen nævner intet sted'}"
    told = len({stretch.fra.projekt_id for stretch in stretches})
    count = len(infrastructure())
    return f"{told} af {count} infrastrukturprojekter går mellem to steder på kortet"


def _between(stretch: Straekning) -> str:
    return f"{stretch.fra.sted} – {stretch.til.sted}"


def _show(of: Udsnit) -> None:
    """Show the map, what it has no place for, and the same as a table."""
    found, names = _places(of), _names()
    if not found and of.valgt == "alle":
        dag.not_yet("Listen over projekterne", ("vip_sted",))
        return
    arcs = [
        Arc(each.fra.punkt, each.til.punkt, _WIDTH, theme.WAYS["ud"], f"{names[each.fra.projekt_id]}: {_between(each)}")
        for each in vipsted.straekninger(found)
        if each.fra.punkt and each.til.punkt
    ]
    circles = [Circle(_RADIUS, _told(own, names), point) for point, own in _by_point(found).items()]
    ground = theme.AROUND_AVERAGE[2]
    landkort.show(
        "infralandkort",
        {
            str(area.omraade_id): Area(str(area.navn), "", str(area.navn), ground, theme.on(ground))
            for area in queries.areas().itertuples()
        },
        [(theme.WAYS["ud"], "mellem to steder, som listen nævner; ikke den linje, der bygges")] if arcs else [],
        alt=f"{saetning.stopped(headline(of))} Landkort over infrastrukturprojekterne.",
        circles=circles,
        arcs=arcs,
        on_choose=lambda _area: None,
        low=True,
    )
    missing = vipsted.uden_punkt(infrastructure() if of.valgt == "alle" else [of.valgt], found)
    if missing:
        without = saetning.listed([names[each] for each in missing])
        st.caption(f"Uden sted på kortet: {markdown.plain(without)}.")
    if found and not view.on_projector():
        with st.expander("De samme steder som tabel", icon=":material/table_rows:"):
            _table(found, names, headline(of))


def _by_point(found: list[Projektsted]) -> Mapping[tuple[float, float], list[Projektsted]]:
    """The places that have a point, by it: one point can be of several projects."""
    at: dict[tuple[float, float], list[Projektsted]] = {}
    for place in found:
        if place.punkt:
            at.setdefault(place.punkt, []).append(place)
    return at


def _told(places: list[Projektsted], names: Mapping[str, str]) -> str:
    """What stands at one point: each place with the projects that the list names it for."""
    of: dict[str, dict[str, None]] = {}
    for place in places:
        of.setdefault(place.sted, {})[names[place.projekt_id]] = None
    return "; ".join(f"{sted}: {saetning.listed(list(projects))}" for sted, projects in of.items())


def _table(found: list[Projektsted], names: Mapping[str, str], finding: str) -> None:
    components.table(
        "infrasteder",
        (
            Column("projekt", "Projekt"),
            Column("sted", "Sted"),
            Column("rolle", "Rolle"),
            Column("punkt", "Punkt på kortet"),
            Column("kilde", "Kilde"),
        ),
        [
            Row(
                (
                    Cell(names[place.projekt_id]),
                    Cell(place.sted),
                    Cell(_ROLES[place.rolle]),
                    Cell(_point(place), unknown=place.punkt is None),
                    sources.cell(place.kilde, "vip_sted"),
                )
            )
            for place in found
        ],
        alt=finding,
        cards=True,
    )


def _point(place: Projektsted) -> str:
    if place.punkt is None:
        return "intet"
    return "stedets" if place.noejagtighed == "sted" else "områdets"


def _rows(of: Udsnit) -> pd.DataFrame:
    """The places, a row each, to take away."""
    names = _names()
    return pd.DataFrame(
        {
            "projekt": names[place.projekt_id],
            "anlæg": place.del_,
            "sted": place.sted,
            "rolle": _ROLES[place.rolle],
            "længdegrad": place.punkt[0] if place.punkt else None,
            "breddegrad": place.punkt[1] if place.punkt else None,
            "punktet er": _point(place),
            "kilde": place.kilde.kilde_id,
            "linje": place.kilde.kilde_linje,
        }
        for place in _places(of)
    )


def _printed(of: Udsnit) -> list[sources.Printed]:
    names = _names()
    return [sources.printed(names[place.projekt_id], place.sted, place.kilde, "vip_sted") for place in _places(of)]


def _of_version(frames: Frames, of: Udsnit) -> pd.Series:
    """Return how much of each project, or of the chosen one, one version's tables have a place for."""
    names, found = _names(), _places_in(frames, of)
    return pd.Series(
        {
            f"{names[project]}, {what}": count
            for project in infrastructure()
            if of.valgt in ("alle", project)
            for counted in (vipsted.optalt(project, found),)
            for what, count in (
                ("steder", counted.steder),
                ("steder på kortet", counted.med_punkt),
                ("strækninger", counted.straekninger),
            )
        },
        dtype=float,
    )


TAVLE = Tavle(
    tabeller=_TABLES,
    dateret_af=infrapriser.DATED_BY,
    fund=headline,
    vis=_show,
    raekker=_rows,
    papirer=lambda of: frozenset(place.kilde.kilde_id for place in _places(of)),
    tal=_of_version,
    trykt=_printed,
)
