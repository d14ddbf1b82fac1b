"""The VIP projects: those that name a kommune, those that do not, and those that name nobody, which is not the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from analytics.kommune.kommuneprofil import Kommuneprofil, Kommuneprojekt, Naevnt
from analytics.moeder import punkter
from dansk import dato, maengde, saetning
from pages.components import Cell, Column, Row, Status
from pages.kommune.indhold import Afsnit, Tabel, Videre
from pages.navigation import addresses, registry
from pages.reading import clock, queries
from pages.reading.sources import Printed
from pages.style import theme

_WORDS: dict[Naevnt, str] = {
    "naevnt": "nævnt",
    "ikke_naevnt": "– ikke nævnt",
    "ikke_navngivet": "? ikke navngivet",
}
_NAMED = Status("✓", theme.AMOUNT[1])
_BOARDS = {"klima": "Klima", "infrastruktur": "Infra"}
_afsnit = partial(
    Afsnit,
    id="projekter",
    tema="VIP-projekter",
    kilder=("vip_projekt", "vip_deltager"),
    noter=(
        "«Ikke nævnt»: projektets liste har ikke kommunen. «Ikke navngivet»: papiret nævner ingen deltagere (listen "
        "over infrastruktur nævner kun steder), så det siger ikke, at kommunen er udenfor.",
        "Listerne er fra halvvejsstatus og blander medlemmer og følgere. De siger ikke, hvornår en kommune kom til.",
    ),
)


def one(profil: Kommuneprofil) -> Afsnit:
    """Return every project, and how its list has the kommune."""
    finding = _finding(profil)
    rows = {
        each.projekt_id: Row((_link(each), _status(each), Cell(", ".join(filter(None, (_roles(each), each.periode))))))
        for each in profil.projekter
    }
    return _afsnit(
        fund=finding,
        tabeller=(
            Tabel(
                "VIP-projekter",
                (
                    Column("navn", "Projekt"),
                    Column("stilling", profil.navn, ubrudt=True),
                    Column("rolle", "Rolle og periode"),
                ),
                list(rows.values()),
                f"{finding}.",
                vigtigst=[rows[each.projekt_id] for each in profil.projekter if each.stilling != "ikke_navngivet"],
            ),
        ),
        trykt=tuple(_printed(profil)),
        videre=tuple(_meetings(profil)),
    )


def several(profiler: Sequence[Kommuneprofil]) -> Afsnit:
    """Return every project, and how its list has each of some kommuner."""
    counts = saetning.listed([f"{profil.navn} i {profil.naevnt_i}" for profil in profiler])
    finding = f"Nævnt i VIP-projekter: {counts}"
    return _afsnit(
        fund=finding,
        tabeller=(
            Tabel(
                "VIP-projekter",
                (
                    Column("navn", "Projekt"),
                    *(Column(f"k{i}", each.navn, ubrudt=True) for i, each in enumerate(profiler)),
                ),
                [
                    Row((_link(of[0]), *(_status(each) for each in of)))
                    for of in zip(*(profil.projekter for profil in profiler), strict=True)
                ],
                f"{saetning.stopped(finding)} Hvert projekt, og om det nævner kommunen.",
            ),
        ),
        trykt=tuple(printed for profil in profiler for printed in _printed(profil)),
        bredt=True,
    )


def _finding(profil: Kommuneprofil) -> str:
    return (
        f"{profil.navn} er nævnt i {profil.naevnt_i} af de {profil.med_liste} VIP-projekter, "
        f"der har en liste over deltagere; {profil.uden_liste} har ingen"
    )


def _meetings(profil: Kommuneprofil) -> Iterator[Videre]:
    """Lead on to what is due of the kommune at the meetings, and to each meeting that names it."""
    kommune, today = profil.kommune_id, clock.today()
    yield Videre(registry.MOEDER.script, f"Frister, der angår {profil.navn}", {"kommune": kommune})
    for paper in punkter.moeder(queries.tables(), today):
        named = [
            item
            for item in queries.items(today).values()
            if item.kilde.kilde_id == paper.kilde_id and kommune in item.navngivne
        ]
        if named and paper.tid:
            counted = maengde.counted(len(named), "punkt", "punkter")
            at = "mødet" if paper.tid.fra == paper.tid.til else "mødet i"
            yield Videre(
                registry.MOEDER.script,
                f"Nævnt i {counted} på {at} {dato.span(paper.tid.fra, paper.tid.til)}",
                {"moedetavle": "punkter", "moede": paper.kilde_id, "kommune": kommune},
            )


def _link(each: Kommuneprojekt) -> Cell:
    return Cell(
        f"{_BOARDS[each.omraade]} {each.nr}: {each.navn}", link=addresses.project(each.omraade, each.projekt_id)
    )


def _status(each: Kommuneprojekt) -> Cell:
    return Cell(
        _WORDS[each.stilling],
        status=_NAMED if each.stilling == "naevnt" else None,
        unknown=each.stilling == "ikke_navngivet",
    )


def _roles(each: Kommuneprojekt) -> str:
    said = []
    for role in each.roller:
        since = f" fra {dato.day(role.fra, role.praecision or 'dag')}" if role.fra else ""
        said.append(f"{role.rolle}{since}")
    return saetning.listed(said)


def _printed(profil: Kommuneprofil) -> Iterator[Printed]:
    for each in profil.projekter:
        name = f"{profil.navn}: {each.navn}"
        table = "vip_projekt" if each.stilling == "ikke_navngivet" else "vip_deltager"
        yield Printed(name, _WORDS[each.stilling], table, each.kilde_id, each.kilde_linje)
