"""Figures of a kommune as cells: text, place among others, mark, and how several areas are told as one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from analytics.kapacitet.formler import UNCHANGED
from analytics.kapacitet.maal import Measure
from analytics.kapacitet.rangorden import Tal
from analytics.kommune.kommuneprofil import Kommuneprofil
from analytics.kommune.maaltal import Maaltal
from analytics.kommune.rygrad import kan_sammenlignes
from dansk import maengde, tal
from pages.components import Cell, Column, Row
from pages.drawing import maps, ranking, standing
from pages.kommune.indhold import Tabel
from pages.reading import queries
from pages.reading.sources import Printed

REGION = "Regionen"
AVERAGE = "gns."
"""What stands before a figure that is an average."""
_IN_HEADINGS = {"pct", "kr", "uger"}
"""Units that stand with the name, so that the figures of a column can be read down."""


def label(of: Maaltal) -> str:
    """Return what a figure is called: the measure, its unit, its year, and whether it goes by clinic or home."""
    by = {"klinik": ", efter klinik", "bopael": ", efter bopæl"}.get(of.maal.opgjort_efter or "", "")
    return heading(of) if of.maal.efter_aar else f"{heading(of)}{by}, {of.maal.tid}"


def heading(of: Maaltal) -> str:
    """Return the short name of a figure, for a column: the measure, its unit, and the year where it has several."""
    measure = of.maal
    unit = f" ({maps.unit(measure)})" if measure.enhed in _IN_HEADINGS else ""
    return f"{measure.navn}{unit}" + (f", {of.aar}" if measure.efter_aar else "")


def text(measure: Measure, figure: Tal) -> str:
    """Return a figure as text, a change with its sign; a printed one that cannot be compared stands in brackets."""
    return maps.figure(measure, figure, sign=True)


def cell(of: Maaltal, sted: str) -> Cell:
    """Return the cell of a place's figure, with its place among the others and its mark."""
    figure = of.tal[sted]
    return Cell(
        text(of.maal, figure),
        figure.vaerdi,
        mark=ranking.mark(of.maal, sted, of.speciale, figure),
        unknown=figure.vaerdi is None,
        note="ikke hel" if figure.udeladt is not None else _place(of, figure),
    )


def _place(of: Maaltal, figure: Tal) -> str | None:
    """A figure's place among the others, where they can be compared."""
    return standing.briefly(of.maal, figure) if kan_sammenlignes(of) else None


def reference(of: Maaltal) -> Cell:
    """Return the cell of what the figures are held against, and whether that is an average."""
    if of.reference == UNCHANGED:
        return Cell("–")
    figure = of.maal.holdt_op_mod(of.reference, fortegn=True)
    average = of.reference.er_gennemsnit
    return Cell(f"{AVERAGE}\N{NO-BREAK SPACE}{figure}" if average else figure, of.reference.vaerdi)


def together(of: Maaltal) -> Cell:
    """Return the cell of a kommune's figure in one: its only place's own, or the areas' sum or lowest and highest."""
    if len(of.tal) == 1:
        return cell(of, next(iter(of.tal)))
    areas = maengde.counted(len(of.tal), "område", "områder")
    found = of.samlet()
    if found is None:
        return Cell(tal.UNKNOWN, unknown=True, note=areas)
    if found.er_sum:
        return Cell(of.maal.skrevet(found.lavest), found.lavest, note=f"sum af {areas}")
    ends = (of.maal.skrevet(end, fortegn=True) for end in (found.lavest, found.hoejest))
    return Cell(" til ".join(ends), note=areas)


def printed(measures: Iterable[Maaltal]) -> Iterator[Printed]:
    """Return where each figure is printed, or its first ingredient."""
    for of in measures:
        several = len(of.tal) > 1
        speciale = f", {of.speciale}" if of.maal.efter_speciale else ""
        for sted, figure in of.tal.items():
            if figure.kilde_linje is None:
                continue
            name = f"{ranking.place_names(of.maal)[sted]}: " if several else ""
            worked_out = "" if figure.art == "trykt" else " (beregnet)"
            yield Printed(
                f"{name}{of.maal.navn}{speciale}, {of.tid}",
                text(of.maal, figure) + worked_out,
                of.maal.tabel,
                figure.kilde_id,
                figure.kilde_linje,
            )


def compared(
    navn: str,
    profiler: Sequence[Kommuneprofil],
    rows: Iterable[tuple[str, Sequence[Cell]]],
    alt: str,
    *,
    what: str = "Tal",
    region: bool = False,
) -> Tabel:
    """Return a table with the kommuner side by side; with `region` the last cell of each row is the region's."""
    headings = [*(profil.navn for profil in profiler), *([REGION] if region else [])]
    return Tabel(
        navn,
        (Column("hvad", what), *(Column(f"k{i}", heading, "tal") for i, heading in enumerate(headings))),
        [Row((Cell(name), *cells)) for name, cells in rows],
        alt,
    )


def alike(measures: Sequence[Sequence[Maaltal]], *, by_speciale: bool = False) -> Iterator[tuple[str, Sequence[Cell]]]:
    """Return a row for each measure of several kommuner, whose profiles have the same ones in the same order."""
    for row in zip(*measures, strict=True):
        first = row[0]
        speciale = f", speciale {first.speciale}" if by_speciale and first.maal.efter_speciale else ""
        yield label(first) + speciale, [*(together(of) for of in row), reference(first)]


def areas_of(profil: Kommuneprofil) -> dict[str, str]:
    """Return the names of a kommune's areas by id."""
    names = queries.area_names()
    return {area: names[area] for area in profil.omraader}


def last_known(measures: Sequence[Maaltal]) -> Maaltal:
    """Return the last measure whose only place has a figure, or the last where none has."""
    return next((of for of in reversed(measures) if of.eneste.vaerdi is not None), measures[-1])
