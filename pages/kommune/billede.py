"""The picture of some kommuner among all: sentences, where they lie, and the spine chart with its table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from analytics.begreber import KOEBENHAVN, SPECIALER
from analytics.kapacitet.fund import spaend
from analytics.kapacitet.maal import Measure
from analytics.kapacitet.rangorden import Tal
from analytics.kommune.kommuneprofil import Kommuneprofil
from analytics.kommune.maaltal import Maaltal
from analytics.kommune.rygrad import Rygrad, Rygradslinje, rygrad, steder
from dansk import maengde, saetning, tal
from pages import view
from pages.components import Cell, Column, Row
from pages.drawing import charts, locator, maps, ranking, standing
from pages.drawing.charts import Bone, Chart, Looked, Twin, template
from pages.kommune import maaltal, saetninger
from pages.reading import markdown, queries, sources
from pages.reading.sources import Printed
from pages.style import theme

LAYOUTS: tuple[charts.Layout, ...] = ("bred", "smal")
_OTHERS, _REGION = "de andre", "regionen"
_WORKED_OUT = "tal pr. 1.000 borgere, tilvæksten og pladserne."
_ELSE = "Befolkning, erhverv og uddannelse"
_TWO = 2
"""So many kommuner's figures there is room for beside a line."""


@dataclass(frozen=True, eq=False)
class Billede:
    """What the picture shows: the lines, a bone for each in words, every point of them, and the sentences."""

    rygrad: Rygrad
    knogler: tuple[Bone, ...]
    punkter: pd.DataFrame
    valgte: tuple[Looked, ...]
    saetninger: tuple[str, ...]
    forklaring: str

    @property
    def tabeller(self) -> tuple[str, ...]:
        """The tables that its figures are of."""
        return tuple(dict.fromkeys(name for line in self.rygrad.linjer for name in line.af.maal.tabeller))

    @property
    def kilde(self) -> str:
        """The line that says where its figures come from."""
        return sources.line(self.tabeller, _WORKED_OUT)

    @property
    def alt(self) -> str:
        """What is read aloud of it."""
        return " ".join([*map(saetning.stopped, self.saetninger), self.forklaring])


def of(profiler: Sequence[Kommuneprofil]) -> Billede:
    """Return the picture of some kommuner, the first in the first colour."""
    kommuner, kommune_of = [profil.kommune_id for profil in profiler], queries.kommune_of()
    found = rygrad(queries.measured(), kommuner, kommune_of)
    own = [[steder(line.af, kommune, kommune_of) for kommune in kommuner] for line in found.linjer]
    return Billede(
        found,
        tuple(_bone(line, places) for line, places in zip(found.linjer, own, strict=True)),
        pd.DataFrame(
            [
                (nr, line.akse.at(value), _whose(sted, kommuner, places), _told(line.af, sted))
                for nr, (line, places) in enumerate(zip(found.linjer, own, strict=True))
                for sted, value in line.af.kendte.items()
            ],
            columns=["line", "at", "whose", "told"],
        ),
        tuple(Looked(profil.kommune_id, profil.navn) for profil in profiler),
        tuple(saetninger.of(found, profiler)),
        " ".join(_explained(found, profiler)),
    )


def show(profiler: Sequence[Kommuneprofil]) -> None:
    """Show the picture, its table below it, folded, and where its figures come from."""
    shown = of(profiler)
    headline, *others = shown.saetninger
    with st.container(horizontal=True, key="beliggenhed", vertical_alignment="top", gap="medium"):
        with st.container(key="hvor-det-skiller-sig", gap="small"):
            st.header(headline, anchor=False)
            st.markdown("  \n".join(map(markdown.plain, others)))
        if not view.on_projector():
            st.image(located(profiler, template.mode()), width=104, alt=where(profiler))
    twin = _twin(shown)
    wide, narrow = (drawn(shown, layout, twin) for layout in LAYOUTS)
    charts.show("rygrad", wide, narrow=narrow, title=headline, tables=shown.tabeller, large=True)
    st.caption(shown.forklaring)
    if not view.on_projector():
        sources.show_printed("kilde-rygrad", _printed(shown))
    sources.footer(shown.tabeller, _WORKED_OUT, brief=True)


def _printed(shown: Billede) -> Iterator[Printed]:
    """Where each figure of the kommuner is printed, or its first ingredient."""
    for line in shown.rygrad.linjer:
        places = [sted for each in shown.valgte for sted in steder(line.af, each.id, queries.kommune_of())]
        yield from maaltal.printed([line.af.af(places)])


def drawn(shown: Billede, layout: charts.Layout, twin: Twin) -> Chart:
    """Return the picture as a chart, with its words beside the lines or above and below them."""
    return charts.spine(
        shown.punkter,
        shown.knogler,
        shown.valgte,
        others=_OTHERS,
        region=_REGION,
        layout=layout,
        alt=shown.alt,
        twin=twin,
    )


def colours(profiler: Sequence[Kommuneprofil]) -> Mapping[str, str]:
    """Return the colour of each of the kommuner's areas."""
    return {area: theme.COMPARED[nr] for nr, profil in enumerate(profiler) for area in profil.omraader}


def located(profiler: Sequence[Kommuneprofil], mode: theme.Mode) -> str:
    """Return the small map of where the kommuner lie."""
    return locator.locator(colours(profiler), queries.kommune_of(), mode, where(profiler))


def where(profiler: Sequence[Kommuneprofil]) -> str:
    """Return what the small map shows, in words."""
    return f"Kort over regionen: her ligger {saetning.listed([profil.navn for profil in profiler])}"


def _bone(line: Rygradslinje, own: Sequence[Sequence[str]]) -> Bone:
    measure, of = line.af.maal, line.af
    low, high = standing.outermost(measure)
    group = f"{SPECIALER[of.speciale]} ({of.speciale})" if measure.efter_speciale else _ELSE
    return Bone(
        group=group,
        name=standing.name(of),
        said=_said(of, own, standing.placed),
        brief=_said(of, own, standing.briefly),
        low=f"{low}: {_at_end(of, line.lavest)}",
        high=f"{high}: {_at_end(of, line.hoejest)}",
        region=line.region,
        told=f"{saetning.begun(of.reference.tekst)}: {measure.holdt_op_mod(of.reference, enhed=True, fortegn=True)}",
    )


def _at_end(of: Maaltal, places: Sequence[str]) -> str:
    who = ranking.place_names(of.maal)[places[0]] if len(places) == 1 else f"{len(places)} steder"
    return f"{who} {maps.figure(of.maal, of.tal[places[0]], unit=True, sign=True)}"


def _said(of: Maaltal, own: Sequence[Sequence[str]], placed: Callable[[Measure, Tal], str | None]) -> str:
    """What the line says of those that are looked at: one's figure and place, two's figures, or from what to what."""
    known = [[sted for sted in places if sted in of.kendte] for places in own]
    together = of.af([sted for places in known for sted in places])
    if len(known) <= _TWO and all(len(places) <= 1 for places in known):
        figures = [maps.figure(of.maal, of.tal[places[0]], sign=True) if places else tal.UNKNOWN for places in known]
        if len(figures) == 1:
            (place,) = known[0]
            written = maps.figure(of.maal, of.tal[place], unit=True, sign=True)
            return f"{written} · {placed(of.maal, of.tal[place])}"
        return " og ".join(figures)
    ends = spaend(together.tal)
    assert ends is not None  # a line that none of them has a figure on is left out
    return maengde.between(ends.lavest, ends.hoejest, lambda value: of.maal.skrevet(value, fortegn=True))


def _whose(sted: str, kommuner: Sequence[str], own: Sequence[Sequence[str]]) -> str:
    return next((kommune for kommune, places in zip(kommuner, own, strict=True) if sted in places), "")


def _told(of: Maaltal, sted: str) -> str:
    name = charts.plain(saetninger.place(of, sted))
    return f"<b>{name}</b><br>{maps.figure(of.maal, of.tal[sted], unit=True, sign=True)}"


def _explained(found: Rygrad, profiler: Sequence[Kommuneprofil]) -> Iterator[str]:
    """What the dots are, how København is shown, and what has no line."""
    yield "Hver prik er et sted; stregen er regionen eller gennemsnittet."
    for profil in profiler:
        if (own := len(profil.omraader)) > 1:
            yield f"{profil.navn} er {own} områder: {own} prikker, hvor tallet kendes for hvert af dem."
    if all(len(profil.omraader) == 1 for profil in profiler):
        districts = list(queries.kommune_of().values()).count(KOEBENHAVN)
        yield f"«Af {len(queries.area_names())}»: Københavns {districts} områder og de andre kommuner."
    if found.uden_tal:
        names = dict.fromkeys(saetning.inside(of.maal.navn) for of in found.uden_tal)
        yield f"Uden tal: {saetning.listed(list(names))}."


def _twin(shown: Billede) -> Twin:
    """Every point as a table: a row for each place, a column for each line."""
    lines = [line.af for line in shown.rygrad.linjer]
    names = {**queries.area_names(), **queries.kommune_names()}
    kommune_of = queries.kommune_of()
    looked = [each.id for each in shown.valgte]
    placed = sorted(names, key=lambda sted: kommune_of.get(sted, sted) not in looked)
    return Twin(
        (
            Column("sted", "Sted", ubrudt=True),
            *(Column(f"m{nr}", _heading(of), "tal") for nr, of in enumerate(lines)),
        ),
        (
            *(
                Row((Cell(names[sted]), *(_cell(of, sted) for of in lines)))
                for sted in placed
                if any(sted in of.tal for of in lines)
            ),
            Row(
                (
                    Cell("Regionen eller gennemsnittet"),
                    *(Cell(of.maal.holdt_op_mod(of.reference, fortegn=True), of.reference.vaerdi) for of in lines),
                ),
                kind="sum",
            ),
        ),
        "Et tomt felt: tallet er ikke opgjort for stedet, men for dets kommune eller områder.",
    )


def _heading(of: Maaltal) -> str:
    return f"{standing.name(of)}{f', {of.speciale}' if of.maal.efter_speciale else ''}"


def _cell(of: Maaltal, sted: str) -> Cell:
    if sted not in of.tal:
        return Cell("")
    figure = of.tal[sted]
    return Cell(maps.figure(of.maal, figure, sign=True), figure.vaerdi, unknown=figure.vaerdi is None)
