"""The mobility measures that concern a kommune: those that name a place in it, and the others that do."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial

from analytics.kommune.kommuneprofil import Indsats, Kommuneprofil
from analytics.mobilitet.omfang import HELE_REGIONEN
from analytics.mobilitet.sammenstilling import FAERREST, FLEST
from dansk import saetning
from pages.components import Cell, Column, Row
from pages.katalog import indsatser, priser, vurderinger
from pages.kommune.indhold import Afsnit, Tabel, Videre
from pages.navigation import registry
from pages.reading import queries
from pages.reading.sources import Printed

_afsnit = partial(
    Afsnit,
    id="mobilitet",
    tema="Mobilitet",
    kilder=("mobilitet_sted", *vurderinger.TABLES),
    bredt=True,
)


def one(profil: Kommuneprofil) -> Afsnit:
    """Return the measures of one kommune, with their assessments and prices."""
    finding = _finding(profil)
    goals = vurderinger.goals()
    rows = []
    for each in profil.indsatser:
        rows.append(
            Row(
                (
                    indsatser.link(each.indsats_nr),
                    Cell(_where(each)),
                    *(vurderinger.cell(of, goal.navn) for goal, of in vurderinger.of_measure(each.indsats_nr)),
                    priser.price_cell(indsatser.measure(each.indsats_nr)),
                )
            )
        )
    return _afsnit(
        fund=finding,
        tabeller=(
            Tabel(
                "Mobilitet",
                (
                    Column("indsats", "Indsats"),
                    Column("sted", "Hvor"),
                    *(Column(goal.pejlemaerke_id, goal.navn, "vurdering", goal.vurderet_ud_fra) for goal in goals),
                    Column("pris", "Anlæg, mio. kr.", "tal", f"{priser.level()}. Tallet er et groft overslag."),
                ),
                rows,
                f"{saetning.stopped(finding)} Hver indsats vurderet på {len(goals)} pejlemærker.",
                vigtigst=[row for row, each in zip(rows, profil.indsatser, strict=True) if each.steder],
            ),
        ),
        noter=(vurderinger.legend().replace("*t*", "t"), *_notes([profil])),
        trykt=tuple(_printed([profil])),
        videre=tuple(_onward({each.indsats_nr for each in profil.indsatser if each.steder})),
    )


def several(profiler: Sequence[Kommuneprofil]) -> Afsnit:
    """Return the measures that concern any of some kommuner, and where each names a place."""
    named = {each.indsats_nr for profil in profiler for each in profil.indsatser if each.steder}
    counts = saetning.listed([f"{profil.med_sted} i {profil.navn}" for profil in profiler])
    finding = f"Mobilitetsindsatser, der nævner et sted: {counts}"
    by_kommune = [{each.indsats_nr: each for each in profil.indsatser} for profil in profiler]
    everywhere = len([each for each in profiler[0].indsatser if each.hele_regionen])
    return _afsnit(
        fund=finding,
        tabeller=(
            Tabel(
                "Mobilitet",
                (
                    Column("indsats", "Indsats"),
                    *(Column(f"k{i}", profil.navn) for i, profil in enumerate(profiler)),
                ),
                [
                    Row(
                        (
                            indsatser.link(nr),
                            *(Cell(_where(found[nr]) if nr in found else "–") for found in by_kommune),
                        )
                    )
                    for nr in sorted(named)
                ],
                f"{saetning.stopped(finding)} De steder, som hver indsats nævner.",
            ),
        )
        if named
        else (),
        noter=(
            f"{everywhere} indsatser gælder hele regionen. De er her kun med, hvor de også nævner et sted. "
            "«–» er, at arket ikke nævner et sted i kommunen.",
            *_notes(profiler),
        ),
        trykt=tuple(_printed(profiler)),
        videre=tuple(_onward(named)),
    )


def _onward(named: Collection[int]) -> Iterator[Videre]:
    """The ways to all measures, and to those that name a place here side by side where so many can stand so."""
    if FAERREST <= len(named) <= FLEST:
        chosen = {"fane": "side", "sammen": ".".join(map(str, sorted(named)))}
        yield Videre(registry.MOBILITET.script, "Indsatserne side om side", chosen)
    yield Videre(registry.MOBILITET.script, "Alle indsatser", {})


def _where(each: Indsats) -> str:
    if not each.steder:
        return HELE_REGIONEN if each.hele_regionen else each.grund or ""
    return saetning.listed(each.stednavne) + (f" ({HELE_REGIONEN})" if each.hele_regionen else "")


def _finding(profil: Kommuneprofil) -> str:
    count = profil.med_sted
    names = "Ingen" if not count else str(count)
    verb = "mobilitetsindsats nævner" if count <= 1 else "mobilitetsindsatser nævner"
    return f"{names} {verb} et sted i {profil.navn}, og {profil.uden_sted} andre gælder hele regionen"


def _notes(profiler: Sequence[Kommuneprofil]) -> Iterator[str]:
    yield "Arkenes kort er tabt: kun steder, som teksten nævner, kan knyttes til en kommune."
    for profil in profiler:
        if profil.kan_angaa:
            may = saetning.listed(list(map(str, profil.kan_angaa)))
            yield f"Indsats {may} kan også angå {profil.navn}; arkene siger ikke, hvilke kommuner de gælder."
    yield from (caveat.text for caveat in queries.description("mobilitet_vurdering").caveats)


def _printed(profiler: Sequence[Kommuneprofil]) -> Iterator[Printed]:
    for profil in profiler:
        for each in profil.indsatser:
            for sted in each.steder:
                name = indsatser.name(each.indsats_nr)
                yield Printed(name, sted.navn, "mobilitet_sted", sted.kilde_id, sted.kilde_linje)
