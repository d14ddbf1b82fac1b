"""Physiotherapy in a kommune: capacity, waiting, money, patients and citizens, each with its place among the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from analytics.begreber import SPECIALER
from analytics.kapacitet import fund
from analytics.kapacitet.maal import MEASURES, Measure
from analytics.kommune.kommuneprofil import Kommuneprofil, hoejest_blandt
from analytics.kommune.maaltal import Maaltal
from dansk import saetning, tal
from pages.components import Cell, Column, Row
from pages.drawing import standing
from pages.kommune import maaltal
from pages.kommune.indhold import Afsnit, Tabel, Videre
from pages.navigation import registry
from pages.reading import queries

_COVERAGE = "borgere-pr-kapacitet"
_ASSUMED = {
    "ventetid-gns": "Ventetid",
    "tilskud-pr-borger": "Tilskud",
    "patienter-pr-1000": MEASURES["patienter-pr-1000"].navn,
}
"""The measures with an assumption that must be told, and what each is told of."""

_afsnit = partial(
    Afsnit,
    id="fysioterapi",
    tema="Fysioterapi",
    foldet="alle tal",
    kilder=tuple(dict.fromkeys(name for measure in MEASURES.values() for name in measure.tabeller)),
    beregnet="borgere pr. kapacitet i 2030, tilvæksten, og det, der er regnet sammen for flere områder.",
)


def one(profil: Kommuneprofil) -> Afsnit:
    """Return the theme of one kommune; where it is several areas, each of them by itself."""
    single = len(profil.omraader) == 1
    return _afsnit(
        fund=_finding(profil),
        tabeller=(_both(profil, profil.fysioterapi, "Fysioterapi"),) if single else tuple(_by_area(profil)),
        noter=(
            *(() if single else (_dated(),)),
            "«gns.» er et gennemsnit af regionens områder; de andre tal i søjlen er regionen under ét.",
            *_notes((profil,)),
        ),
        trykt=tuple(maaltal.printed(profil.fysioterapi)),
        videre=(Videre(registry.KAPACITET.script, f"{profil.navn} på kortet", {"kommune": profil.kommune_id}),),
        bredt=not single,
    )


def several(profiler: Sequence[Kommuneprofil]) -> Afsnit:
    """Return the theme with kommuner side by side."""
    finding = _most(profiler)
    return _afsnit(
        fund=finding,
        tabeller=(
            maaltal.compared(
                "Fysioterapi",
                profiler,
                maaltal.alike([profil.fysioterapi for profil in profiler], by_speciale=True),
                f"{saetning.stopped(finding)} Alle tal om fysioterapi, kommune for kommune.",
                region=True,
            ),
        ),
        noter=(
            "Er kommunen delt i områder, står summen eller det laveste og det højeste af områdernes tal.",
            *_notes(profiler),
        ),
        trykt=tuple(printed for profil in profiler for printed in maaltal.printed(profil.fysioterapi)),
        videre=(Videre(registry.KAPACITET.script, "Alle områder på kortet", {}),),
        bredt=True,
    )


def _finding(profil: Kommuneprofil) -> str:
    parts = []
    for speciale in SPECIALER:
        of = profil.tal(_COVERAGE, speciale)
        if len(of.tal) == 1:
            (figure,) = of.tal.values()
            parts.append(f"{maaltal.text(of.maal, figure)} i speciale {speciale} ({standing.placed(of.maal, figure)})")
        else:
            names = maaltal.areas_of(profil)
            ends = fund.spaend(of.tal)
            if ends is None:
                parts.append(f"{tal.UNKNOWN} i speciale {speciale}")
                continue
            low, high = of.maal.skrevet(ends.lavest), of.maal.skrevet(ends.hoejest)
            parts.append(
                f"{low} ({names[ends.lavest_sted]}) til {high} ({names[ends.hoejest_sted]}) i speciale {speciale}"
            )
    return f"{profil.navn}: borgere pr. kapacitet er {' og '.join(parts)}"


def _most(profiler: Sequence[Kommuneprofil]) -> str:
    """Say who has most citizens per capacity in each speciale; one who has it in both is named once."""
    figures: dict[str, list[str]] = {}
    for speciale in SPECIALER:
        worst = hoejest_blandt(profiler, _COVERAGE, speciale)
        if worst is None:
            continue
        where = worst.profil.navn
        if len(worst.profil.omraader) > 1:
            where = f"{where} ({maaltal.areas_of(worst.profil)[worst.sted]})"
        figure = MEASURES[_COVERAGE].skrevet(worst.vaerdi)
        figures.setdefault(where, []).append(f"{figure} i speciale {speciale}")
    return "Flest borgere pr. kapacitet har " + " og ".join(
        f"{where}: {' og '.join(said)}" if len(figures) == 1 else f"{where} med {said[0]}"
        for where, said in figures.items()
    )


def _notes(profiler: Sequence[Kommuneprofil]) -> Iterator[str]:
    """What must be known of the figures: rows that are not whole, clinics' own word, whose patients they are."""
    yield from dict.fromkeys(
        each.mangler for profil in profiler for of in profil.fysioterapi for each in of.tal.values() if each.mangler
    )
    yield from (f"{what}: {_measure(name).antagelser[0]}" for name, what in _ASSUMED.items())


def _measure(name: str) -> Measure:
    return MEASURES[name].fyldt(queries.tables())


def _dated() -> str:
    return (
        f"Ventetid og klinikker er fra {_measure('ventetid-gns').tid}, kapacitet og patienter fra "
        f"{_measure('kapacitet').tid}. Patienter pr. kapacitet er opgjort efter klinik."
    )


def _both(profil: Kommuneprofil, measures: Sequence[Maaltal], navn: str, overskrift: str = "") -> Tabel:
    """A row for each measure, a column for each speciale, and beside each the region."""
    rows: dict[str, dict[int, tuple[Cell, Cell]]] = {}
    for of in measures:
        (sted,) = of.tal
        rows.setdefault(maaltal.label(of), {})[of.speciale] = (maaltal.cell(of, sted), maaltal.reference(of))
    nothing = (Cell(""), Cell(""))
    columns = [
        (Column(f"v{s}", f"{s} {name.split()[0].lower()}", "tal"), Column(f"r{s}", f"{maaltal.REGION}, {s}", "tal"))
        for s, name in SPECIALER.items()
    ]
    return Tabel(
        navn,
        (Column("maal", "Mål"), *(column for pair in columns for column in pair)),
        [
            Row((Cell(name), *(cell for s in SPECIALER for cell in by_speciale.get(s, nothing))))
            for name, by_speciale in rows.items()
        ],
        f"{saetning.stopped(_finding(profil))} Alle tal om fysioterapi i {profil.navn}.",
        overskrift,
    )


def _by_area(profil: Kommuneprofil) -> Iterator[Tabel]:
    by_area = [of for of in profil.fysioterapi if of.maal.geografi == "omraade"]
    for speciale, name in SPECIALER.items():
        measures = [of for of in by_area if of.maal.efter_speciale and of.speciale == speciale]
        yield _areas(profil, measures, f"Fysioterapi {speciale}", f"Områderne, speciale {speciale}: {name.lower()}")
    population = [of for of in by_area if not of.maal.efter_speciale]
    yield _areas(profil, population, "Befolkning", "Områdernes befolkning")
    whole = [of for of in profil.fysioterapi if of.maal.geografi == "kommune"]
    yield _both(
        profil, whole, "Fysioterapi kommunen", f"{profil.navn} under ét: det, der kun er opgjort for hele kommunen"
    )


def _areas(profil: Kommuneprofil, measures: Sequence[Maaltal], navn: str, overskrift: str) -> Tabel:
    return Tabel(
        navn,
        (
            Column("omraade", "Område", ubrudt=True),
            *(Column(f"m{i}", maaltal.heading(of), "tal") for i, of in enumerate(measures)),
        ),
        [
            *(
                Row((Cell(name), *(maaltal.cell(of, area) for of in measures)))
                for area, name in maaltal.areas_of(profil).items()
            ),
            Row((Cell(maaltal.REGION), *(maaltal.reference(of) for of in measures)), kind="sum"),
        ],
        f"{overskrift}. {saetning.stopped(_finding(profil))}",
        overskrift,
    )
