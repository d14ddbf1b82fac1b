"""Every figure of every kommune in one table, with the sums at its foot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd
import streamlit as st

from analytics.kapacitet.maal import Measure
from analytics.kommune import kommunesummer, kommunetal
from analytics.kommune.kommunesummer import Sum, Summer
from analytics.kommune.kommunetal import AKTIVITETER, BEGGE, I_ALT
from analytics.kommune.maaltal import Maaltal, maaltal
from dansk import tal
from pages import components, view
from pages.components import Cell, Column, Row
from pages.drawing import downloads
from pages.kommunetal.kommunecelle import cell
from pages.reading import queries, sources
from pages.view.parameters import KOMMUNE

_WORKED_OUT = {"regionen": "Regionen (beregnet)", "kendte": "Kommuner med tal (beregnet)"}
"""The name of a row of sums that no paper has, by its kind."""


def show(emne: str, shown: Measure) -> None:
    """Show the table of the subject (`kommuner` or `sosu`); per citizen where the shown measure is."""
    names = queries.kommune_names()
    measures, title = _columns(emne, shown)
    figures = {heading: maaltal(queries.tables(), measure) for heading, measure in measures.items()}
    tables = tuple(dict.fromkeys(name for measure in measures.values() for name in measure.tabeller))
    papers = frozenset().union(*(of.papirer for of in figures.values()))
    sums = kommunesummer.summer(queries.tables(), list(measures.values()))
    st.subheader(title, anchor=False)
    components.table(
        f"alle-{emne}",
        (Column("kommune", "Kommune", ubrudt=True), *(Column(f"c{i}", h, "tal") for i, h in enumerate(measures))),
        [
            *(
                Row((Cell(name), *(cell(of, place, of.tal.get(place)) for of in figures.values())), id=place)
                for place, name in names.items()
            ),
            *(_foot(each, list(measures.values())) for each in sums.raekker),
        ],
        alt=f"{title}: {len(names)} kommuner, og nederst summerne.",
        on_choose=lambda place: view.put(KOMMUNE, place or "alle"),
        chosen=view.held(KOMMUNE),
        cards=True,
    )
    if told := _told(sums):
        st.caption(told)
    downloads.bar(
        f"alle-{emne}",
        _download(figures, names),
        tables=tables,
        selection=title,
        kilder=papers,
        called="hele tabellen",
    )
    sources.footer(tables, computed(figures.values()), papers)


def computed(figures: Iterable[Maaltal]) -> str | None:
    """Return how the figures that were worked out were, or None where all are printed."""
    formulas = dict.fromkeys(of.maal.formel for of in figures if of.beregnet)
    return f"{'; '.join(formulas)}." if formulas else None


def _columns(emne: str, shown: Measure) -> tuple[Mapping[str, Measure], str]:
    """Return the columns of the table, by heading, and its title."""
    per_citizen = kommunetal.er_pr_1000(shown)
    if emne == "kommuner":
        assert shown.kun_aar is not None
        parts = [aktivitet for aktivitet in AKTIVITETER if aktivitet != I_ALT]
        measures = {AKTIVITETER[part]: kommunetal.deltagelser(part, shown.kun_aar) for part in (*parts, I_ALT)}
        title = f"Alle kommuner og aktiviteter, {shown.tid}"
    else:
        times = sorted(kommunetal.sosu_tider(queries.tables()).items())
        measures = {
            f"{kind}, {words.lower()}": kommunetal.laerepladser(uddannelse, time)
            for uddannelse, kind in (("ssa", "Assistenter"), ("ssh", "Hjælpere"), (BEGGE, "Begge"))
            for time, words in times
            if not (per_citizen and kommunetal.er_aendring(time))
        }
        title = "Alle kommuner, uddannelser og år"
    if per_citizen:
        return {h: kommunetal.pr_1000(measure) for h, measure in measures.items()}, f"{title}, pr. 1.000 borgere"
    return measures, title


def _foot(of: Sum, measures: Iterable[Measure]) -> Row:
    """Return a row of sums; the source checks know a printed one by its name."""
    cells = []
    for measure, figure in zip(measures, of.tal, strict=True):
        mark = None
        if of.art == "trykt":
            mark = sources.mark("kommunefordeling_total", measure.felt, raekke=of.navn, aar=measure.kun_aar)
        text = tal.UNKNOWN if figure is None else measure.skrevet(figure)
        cells.append(Cell(text, mark=mark, unknown=figure is None))
    return Row((Cell(of.navn or _WORKED_OUT[of.art]), *cells), kind="sum")


def _told(sums: Summer) -> str:
    """Return what is to be told of the sums at the foot."""
    if not sums.trykt:
        return ""
    if sums.regnet:
        return "Summerne er papirets egne eller regnet af dem."
    return f"De nederste rækker er papirets egne summer. {sources.explain_marks()}"


def _download(figures: Mapping[str, Maaltal], names: Mapping[str, str]) -> pd.DataFrame:
    columns = {
        heading: pd.Series([of.kendte.get(place) for place in names], dtype=float) for heading, of in figures.items()
    }
    return pd.DataFrame({"kommune": list(names.values())} | columns)
