"""What a kommune is given: by the proposal, as printed, and by a scenario that somebody shares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from analytics.begreber import LAST_YEAR, SPECIALER
from analytics.kommune.kommuneprofil import (
    Kommuneprofil,
    faar_nyt,
    i_scenarie,
    samlet_i_scenarie,
)
from analytics.scenarie import Udregning
from analytics.scenarie.tekst import forslaget_er_vaegtet, om_patienterne, pendlingens_forbehold
from dansk import maengde, saetning, tal
from dansk.saetning import begun
from dansk.tal import capacities
from pages.components import Cell, Column, Row
from pages.kommune import maaltal
from pages.kommune.indhold import Afsnit, Tabel, Videre
from pages.navigation import registry
from pages.reading import queries, sources
from pages.reading.sources import Printed

_TABLE = "fysio_forslag_effekt"
_KILDER = (_TABLE, "fysio_forslag")
_afsnit = partial(
    Afsnit,
    id="forslag",
    tema="Forslag og scenarie",
    videre=(Videre(registry.SCENARIE.script, "Stil selv et scenarie op", {}),),
)
_SCENARIE_KILDER = ("fysio_kapacitet", "befolkning")

Scenarier = Mapping[str, Udregning]
"""The scenarios of a link, worked out, by what they are called: one is «scenariet», several are A, B, C and D."""


def one(profil: Kommuneprofil, scenarier: Scenarier) -> Afsnit:
    """Return what the proposal and the scenarios give a kommune, area by area."""
    tables = [_proposal(profil)] if profil.forslag else []
    tables += [_scenario(profil, name, each) for name, each in scenarier.items()]
    return _afsnit(
        fund=_finding([profil], scenarier),
        tabeller=tuple(tables),
        kilder=_sources(scenarier),
        noter=tuple(_notes([profil], scenarier)),
        beregnet="scenariet." if scenarier else None,
        trykt=tuple(_printed([profil])),
    )


def several(profiler: Sequence[Kommuneprofil], scenarier: Scenarier) -> Afsnit:
    """Return what the proposal and the scenarios give some kommuner, side by side."""
    rows = [
        (
            f"Nye kapaciteter i forslaget, speciale {speciale}",
            [_amount(profil.faa_nyt[speciale]) if profil.forslag else Cell("ingen", 0.0) for profil in profiler],
        )
        for speciale in SPECIALER
    ]
    for name, of in scenarier.items():
        together, year = [samlet_i_scenarie(i_scenarie(of, profil.omraader)) for profil in profiler], of.scenarie.aar
        for speciale in SPECIALER:
            own = [each[speciale] for each in together]
            rows += [
                (f"Nye kapaciteter i {name}, speciale {speciale}", [_amount(each.tillaeg) for each in own]),
                (
                    f"Borgere pr. kapacitet {year} uden nye, speciale {speciale}",
                    [_range(each.foer, each.antal) for each in own],
                ),
                (
                    f"Borgere pr. kapacitet {year} i {name}, speciale {speciale}",
                    [_range(each.efter, each.antal) for each in own],
                ),
            ]
    finding = _finding(profiler, scenarier)
    return _afsnit(
        fund=finding,
        tabeller=(maaltal.compared("Forslag og scenarie", profiler, rows, f"{finding}."),),
        kilder=_sources(scenarier),
        noter=tuple(_notes(profiler, scenarier)),
        beregnet="summen for en kommune med flere områder" + (", og scenariet." if scenarier else "."),
        trykt=tuple(_printed(profiler)),
    )


def _sources(scenarier: Scenarier) -> tuple[str, ...]:
    following = any(of.scenarie.foelger for of in scenarier.values())
    return _KILDER + (_SCENARIE_KILDER if scenarier else ()) + (("fysio_pendling",) if following else ())


def _finding(profiler: Sequence[Kommuneprofil], scenarier: Scenarier) -> str:
    proposed = {profil.kommune_id: profil.faa_nyt for profil in profiler}
    parts = [f"Nye kapaciteter: forslaget giver {_who(profiler, proposed)}"]
    for name, of in scenarier.items():
        given = {
            profil.kommune_id: {
                s: together.tillaeg for s, together in samlet_i_scenarie(i_scenarie(of, profil.omraader)).items()
            }
            for profil in profiler
        }
        parts.append(f"{name} giver {_who(profiler, given)}")
    return "; ".join(parts)


def _who(profiler: Sequence[Kommuneprofil], given: Mapping[str, Mapping[int, float]]) -> str:
    having = [profil for profil in profiler if faar_nyt(given[profil.kommune_id])]
    if not having:
        return f"{saetning.listed([profil.navn for profil in profiler])} ingen"
    return ", ".join(
        f"{profil.navn} "
        + " og ".join(f"{capacities(amount)} i speciale {s}" for s, amount in given[profil.kommune_id].items())
        for profil in having
    )


def _proposal(profil: Kommuneprofil) -> Tabel:
    names = queries.area_names()
    fields = {
        "kapacitet_foer": 2,
        "tillaeg": 1,
        "borgere_pr_kapacitet_uden": 0,
        "borgere_pr_kapacitet_med": 0,
        "forandring_pct": 0,
    }
    rows = []
    for each in profil.forslag:
        values = (each.kapacitet_foer, each.tillaeg, each.uden, each.med, each.forandring_pct)
        cells = (
            Cell(
                tal.number(value, decimals),
                value,
                mark=sources.mark(_TABLE, field, omraade_id=each.omraade_id, speciale=each.speciale),
            )
            for value, (field, decimals) in zip(values, fields.items(), strict=True)
        )
        rows.append(Row((Cell(f"{names[each.omraade_id]}, {each.speciale}"), *cells)))
    return Tabel(
        "Forslaget",
        (
            Column("hvem", "Område og speciale"),
            Column("foer", "Kapacitet før", "tal"),
            Column("nye", "Nye kapaciteter", "tal"),
            Column("uden", f"Borgere pr. kapacitet {LAST_YEAR}, uden", "tal"),
            Column("med", f"Borgere pr. kapacitet {LAST_YEAR}, med", "tal"),
            Column("fald", "Fald (%)", "tal"),
        ),
        rows,
        f"{saetning.stopped(_finding([profil], {}))} Borgere pr. kapacitet i {LAST_YEAR} uden og med forslaget.",
        "Forslaget, som det er trykt",
    )


def _scenario(profil: Kommuneprofil, name: str, of: Udregning) -> Tabel:
    names, scenarie = queries.area_names(), of.scenarie
    rows = i_scenarie(of, profil.omraader)
    shown = [each for each in rows if len(profil.omraader) == 1 or each.beroert]
    return Tabel(
        begun(name),
        (
            Column("hvem", "Område og speciale"),
            Column("nye", "Nye kapaciteter", "tal"),
            Column("foer", f"Borgere pr. kapacitet {scenarie.aar}, uden nye", "tal"),
            Column("efter", f"Borgere pr. kapacitet {scenarie.aar}, i scenariet", "tal"),
            Column("aendring", "Ændring (%)", "tal"),
            Column("forslag", f"Borgere pr. kapacitet {scenarie.aar}, i forslaget (beregnet)", "tal"),
        ),
        [
            Row(
                (
                    Cell(f"{names[each.omraade_id]}, {each.speciale}"),
                    _amount(each.tillaeg),
                    Cell(tal.number(each.foer), each.foer),
                    Cell(tal.number(each.efter), each.efter),
                    Cell(maengde.change(each.aendring_pct, unit=False), each.aendring_pct),
                    Cell(tal.number(each.med_forslaget), each.med_forslaget),
                )
            )
            for each in shown
        ],
        f"{saetning.stopped(_finding([profil], {name: of}))} "
        + (
            f"{maengde.counted(len(rows) - len(shown), 'uændret række', 'uændrede rækker')} er ikke vist."
            if len(shown) < len(rows)
            else "Alle rækker er vist."
        ),
        f"{begun(name)}, beregnet med befolkningen i {scenarie.aar} og {of.grundlag.ord_for(scenarie.grundkapacitet)}",
    )


def _amount(value: float) -> Cell:
    return Cell(capacities(value), value)


def _range(ends: tuple[float, float], areas: int) -> Cell:
    """One figure, or from the lowest to the highest of several areas."""
    low, high = ends
    if areas == 1:
        return Cell(tal.number(low), low)
    return Cell(f"{tal.number(low)} til {tal.number(high)}", note=f"{areas} områder")


def _notes(profiler: Sequence[Kommuneprofil], scenarier: Scenarier) -> Iterator[str]:
    without = [profil.navn for profil in profiler if not profil.forslag]
    if without:
        yield queries.said("Tabel {tabel-forslag} giver ikke nye kapaciteter til ") + f"{saetning.listed(without)}."
    if scenarier:
        yield forslaget_er_vaegtet(queries.foundation())
        if len(profiler) == 1 and len(profiler[0].omraader) > 1:
            yield "Områder, som hverken scenariet eller forslaget ændrer, er ikke vist."
        if any(of.scenarie.vaegte for of in scenarier.values()):
            yield "Scenariets borgere er vægtet efter antagelser, som ikke står i kilden."
        if following := [of for of in scenarier.values() if of.scenarie.foelger]:
            yield om_patienterne(following[0])
            yield pendlingens_forbehold(following[0])
    else:
        yield "Intet scenarie er valgt."


def _printed(profiler: Sequence[Kommuneprofil]) -> Iterator[Printed]:
    names = queries.area_names()
    for profil in profiler:
        for each in profil.forslag:
            shown = f"{tal.number(each.tillaeg, 1)} nye; {tal.number(each.uden)} til {tal.number(each.med)}"
            yield Printed(f"{names[each.omraade_id]}, {each.speciale}", shown, _TABLE, each.kilde_id, each.kilde_linje)
