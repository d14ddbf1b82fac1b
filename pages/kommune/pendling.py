"""Where a kommune's patients are treated, and who comes to its clinics: speciale 51, from one kommune to another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from analytics.kommune.kommuneprofil import Kommuneprofil
from analytics.pendling import fund, pendlingstekst
from analytics.pendling.billede import Del, fordeling, mest_rejsende
from analytics.pendling.matrix import Pendling, kommuneniveau
from analytics.pendling.stroemme import Bevaegelse, Retning, bevaegelser
from dansk import saetning, tal
from pages.components import Cell, Column, Row
from pages.kommune.indhold import Afsnit, Tabel, Videre
from pages.navigation import registry
from pages.reading import queries
from pages.reading.sources import Printed
from pages.style import theme

_TABLES = ("fysio_pendling",)
_WAYS: tuple[Retning, ...] = ("ud", "ind")
_afsnit = partial(
    Afsnit,
    id="pendling",
    tema="Patienternes veje",
    kilder=_TABLES,
    beregnet="summen af Københavns områder, andele og netto.",
)


@queries.kept()
def _between(of_version: str) -> Pendling:
    """The table from kommune to kommune."""
    return kommuneniveau(queries.commuting.of(of_version), queries.frames(of_version)["omraade"])


@queries.kept()
def _figures(of_version: str) -> Mapping[str, Bevaegelse]:
    return bevaegelser(_between.of(of_version))


def one(profil: Kommuneprofil) -> Afsnit:
    """Return the theme of one kommune: a table of where its patients go, and one of where its clinics' come from."""
    ways: tuple[tuple[Retning, str, str], ...] = (
        ("ud", f"Patienter fra {profil.navn} behandles i", "Behandles i"),
        ("ind", f"Patienter hos klinikker i {profil.navn} bor i", "Bor i"),
    )
    return _afsnit(
        fund=_finding(profil),
        tabeller=tuple(_parts(profil, *way) for way in ways),
        noter=tuple(_notes()),
        trykt=tuple(_printed(profil)),
        videre=(_onward(profil),),
    )


def several(profiler: Sequence[Kommuneprofil]) -> Afsnit:
    """Return the theme with kommuner side by side."""
    by_id = {profil.kommune_id: profil for profil in profiler}
    figures = {kommune: _figures()[kommune] for kommune in by_id}
    lines = {
        "Behandles i egen kommune": [pendlingstekst.share(of.andel_hjemme) for of in figures.values()],
        "Behandles i en anden kommune": [pendlingstekst.count(of.ud) for of in figures.values()],
        "Kommer fra en anden kommune": [pendlingstekst.count(of.ind) for of in figures.values()],
        "Netto": [pendlingstekst.signed(of.netto) for of in figures.values()],
    }
    rows = [Row((Cell(name), *map(Cell, written))) for name, written in lines.items()]
    ways: tuple[tuple[Retning, str], ...] = (("ud", "Flest behandles i"), ("ind", "Flest kommer fra"))
    rows += [Row((Cell(name), *(Cell(_largest(kommune, way)) for kommune in by_id))) for way, name in ways]
    finding = _finding(by_id[mest_rejsende(figures)])
    return _afsnit(
        fund=finding,
        tabeller=(
            Tabel(
                "Patienternes veje",
                (
                    Column("hvad", "Patienter"),
                    *(Column(f"k{place}", profil.navn, "tal") for place, profil in enumerate(profiler)),
                ),
                rows,
                f"{saetning.stopped(finding)} Hvor patienterne behandles og kommer fra, kommune for kommune.",
            ),
        ),
        noter=tuple(_notes()),
        videre=(Videre(registry.PENDLING.script, "Alle veje på kortet", {}),),
        bredt=True,
    )


def _finding(profil: Kommuneprofil) -> str:
    found = fund.pendlingsfund(_figures()[profil.kommune_id])
    return f"{profil.navn}: {tal.UNKNOWN}" if found is None else fund.saetning(found, profil.navn, er_kommune=True)


def _parts(profil: Kommuneprofil, way: Retning, heading: str, column: str) -> Tabel:
    parts = fordeling(_between(), profil.kommune_id, way)
    words = ", ".join(f"{_name(each)} {pendlingstekst.count(each.patienter)}" for each in parts)
    return Tabel(
        "Behandles i" if way == "ud" else "Kommer fra",
        (Column("sted", column), Column("patienter", "Patienter", "soejle"), Column("andel", "Andel", "tal")),
        [
            Row(
                (
                    Cell(_name(each)),
                    Cell(
                        pendlingstekst.count(each.patienter),
                        each.patienter.midt,
                        bar=each.andel.midt,
                        colour=theme.BEFORE if each.slags == "hjemme" else theme.WAYS[way],
                        unknown=not each.patienter.eksakt,
                    ),
                    Cell(pendlingstekst.share(each.andel), each.andel.midt),
                )
            )
            for each in parts
        ],
        f"{heading}: {words}.",
        heading,
    )


def _name(each: Del) -> str:
    if each.slags == "oevrige":
        return "Andre kommuner"
    return "Ukendt sted" if each.sted is None else queries.kommune_names()[each.sted]


def _largest(kommune: str, way: Retning) -> str:
    parts = fordeling(_between(), kommune, way, 1)
    return next(
        (f"{_name(each)} ({pendlingstekst.count(each.patienter)})" for each in parts if each.slags == "sted"), "–"
    )


def _notes() -> Iterator[str]:
    yield f"{pendlingstekst.scope(queries.tables()['fysio_pendling'])} København er regnet under ét."


def _printed(profil: Kommuneprofil) -> Iterator[Printed]:
    """Where the figures are printed, from area to area: København's are sums of many."""
    rows = queries.tables()["fysio_pendling"].query("placering == 'trykt'")
    part_of, names = queries.kommune_of(), queries.area_names()
    parts = {(way, each.sted) for way in _WAYS for each in fordeling(_between(), profil.kommune_id, way) if each.sted}
    columns = ["klinik_id", "hjem_id", "patienter", "kilde_id", "kilde_linje"]
    for klinik, hjem, patients, paper, line in rows[columns].to_numpy(dtype=object).tolist():
        clinic, home = part_of.get(klinik), part_of.get(hjem)
        out, into = (home == profil.kommune_id, ("ud", clinic)), (clinic == profil.kommune_id, ("ind", home))
        if any(ours and part in parts for ours, part in (out, into)):
            flow = f"{names[hjem]} → {names[klinik]}"
            yield Printed(flow, tal.number(patients), "fysio_pendling", str(paper), int(line))


def _onward(profil: Kommuneprofil) -> Videre:
    chosen = {"omraade": profil.omraader[0]} if len(profil.omraader) == 1 else {}
    return Videre(registry.PENDLING.script, "Se vejene på kortet", chosen)
