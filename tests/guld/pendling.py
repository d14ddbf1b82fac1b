"""Patients who travel (speciale 51): every area, København as one, coverage that follows them, and catchments."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from analytics.begreber import FIRST_YEAR, KOEBENHAVN, LAST_YEAR, RAEKKER
from analytics.grundlag import som_grundlag
from analytics.pendling.daekning import daekning
from analytics.pendling.fund import daekningsfund, pendlingsfund
from analytics.pendling.matrix import Interval, Pendling, kommuneniveau, som_pendling
from analytics.pendling.opland import Aftagen, Metode, afstande, foelsomhed, opland, spaend_over_stoerrelser
from analytics.pendling.stroemme import Bevaegelse, Retning, bevaegelser, helhed, stoerste
from analytics.tabeller import Frames
from tests.guld.figures import Figure, Figures

SIZES = range(31)
TOLD = ("bor", "behandlet", "ud", "ind", "andel_hjemme", "andel_pendlere")
WAYS: tuple[tuple[Aftagen, Metode], ...] = (("ingen", "totrins"), ("trin", "totrins"), ("jaevn", "balanceret"))


def figures(frames: Frames) -> Figures:
    """Return the figures by area and by kommune (København as one), and what coverage becomes."""
    table = som_pendling(frames)
    by_kommune = kommuneniveau(table, frames["omraade"])
    return {
        "hele tabellen": {"efter område": _whole(table), "efter kommune": _whole(by_kommune)},
        "områder": {sted: _place(table, each) for sted, each in bevaegelser(table).items()},
        "københavn som ét": _place(by_kommune, bevaegelser(by_kommune)[KOEBENHAVN]),
        "dækning": {str(year): _coverage(frames, table, year) for year in (FIRST_YEAR, LAST_YEAR)},
        "oplande": _catchments(frames),
    }


def _told(figure: Interval) -> Figure | Figures:
    return figure.lav if figure.eksakt else {"lav": figure.lav, "høj": figure.hoej}


def _whole(table: Pendling) -> Figures:
    whole = helhed(table)
    names = ("patienter", "hjemme", "imellem", "ukendt_klinik", "ukendt_hjem", "ukendt_begge")
    return {name: _told(getattr(whole, name)) for name in (*names, "andel_hjemme", "andel_hjemme_kendt")}


def _place(table: Pendling, each: Bevaegelse) -> Figures:
    found = pendlingsfund(each)
    told: Mapping[str, Figures] = {
        f"flest {way}": {
            flow.klinik if way == "ud" else flow.hjem: _told(flow.patienter)
            for flow in stoerste(table, each.sted_id, way, antal=1)
        }
        for way in get_args(Retning)
    }
    of_ten: Mapping[str, Figure] = {} if found is None else {f"af ti {found.vej}": found.af_ti}
    return {**{name: _told(getattr(each, name)) for name in TOLD}, **of_ten, **told}


def _coverage(frames: Frames, table: Pendling, year: int) -> Figures:
    grundlag = som_grundlag(frames)
    capacity = grundlag.kapacitet()[RAEKKER.index(51)]
    rows = daekning(grundlag.omraader, grundlag.borgere(year).astype(float), capacity, table)
    found = daekningsfund(rows)
    areas = {
        str(row["omraade_id"]): {
            "almindelig": float(row["borgere_pr_kapacitet"]),
            "nået": float(row["borgere_pr_kapacitet_naaet"]),
        }
        for row in rows.to_dict("records")
    }
    return {
        "kapacitet": float(rows["kapacitet"].sum()),
        "kapacitet nået": float(rows["kapacitet_naaet"].sum()),
        "bedre": len(found.bedre),
        "ringere": len(found.ringere),
        "ringest": found.ringest,
        "ringest nået": found.ringest_naaet,
        "forhold": found.forhold,
        "forhold nået": _told(found.forhold_naaet),
        "områder": areas,
    }


def _catchments(frames: Frames) -> Figures:
    grundlag = som_grundlag(frames)
    people, capacity = grundlag.borgere(FIRST_YEAR).astype(float), grundlag.kapacitet()[RAEKKER.index(51)]
    between = afstande(frames["omraade"], grundlag.omraader)
    found: dict[str, Figures] = {}
    for decay, method in WAYS:
        reached = opland(people, capacity, between, 10, decay, method)
        sizes = foelsomhed(
            grundlag.omraader, people, capacity, between, stoerrelser=SIZES, aftagen=decay, metode=method
        )
        most = spaend_over_stoerrelser(sizes).head(5)
        found[f"{method}, {decay}"] = {
            "kapacitet nået ved 10 km": float(reached.kapacitet_naaet.sum()),
            "borgere pr. kapacitet ved 10 km": dict(
                zip(grundlag.omraader, reached.borgere_pr_kapacitet_naaet.tolist(), strict=True)
            ),
            "mest følsomme, højest over lavest": dict(zip(most["omraade_id"], most["gange"], strict=True)),
        }
    return found
