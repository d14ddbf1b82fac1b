"""Tables of patients of a test's own: a few places a, b, c …, and the unknown at the end where a test has it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from hypothesis import strategies as st

from analytics.pendling.matrix import UKENDT, Pendling, Tabt

NAVNE = "abcdefgh"


def lille(
    rows: Sequence[Sequence[float | None]], spaend: tuple[float, float] | None = None, *, ukendt: bool = False
) -> Pendling:
    """A table of rows of clinics and columns of homes; None is the lost cell, which can be what `spaend` says."""
    places = (*NAVNE[: len(rows) - ukendt], *([UKENDT] if ukendt else []))
    table = np.array([[np.nan if cell is None else cell for cell in row] for row in rows], dtype=float)
    lost = [(places[row], places[column]) for row, column in np.argwhere(np.isnan(table))]
    return Pendling(places, table, Tabt(*lost[0], *(spaend or (0, 0))) if lost else None)


@st.composite
def pendlinger(
    draw: st.DrawFn, mindst: int = 1, hoejst: int = 6, *, tabt: bool | None = None, ukendt: bool | None = None
) -> Pendling:
    """Any table of so many areas, with or without the unknown and a lost cell, or as said."""
    unknown = draw(st.booleans()) if ukendt is None else ukendt
    size = draw(st.integers(mindst, hoejst)) + unknown
    cell = st.one_of(st.just(0), st.integers(0, 5000))
    rows: list[list[float | None]] = draw(
        st.lists(st.lists(cell, min_size=size, max_size=size), min_size=size, max_size=size)
    )
    ends = None
    if draw(st.booleans()) if tabt is None else tabt:
        ends = draw(st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted).map(tuple))
        rows[draw(st.integers(0, size - 1))][draw(st.integers(0, size - 1))] = None
    return lille(rows, ends, ukendt=unknown)


def rows(pendling: Pendling) -> pd.DataFrame:
    """The table as the database has it: a row a cell, blank cells and the lost one without a number."""
    lost = pendling.tabt and (pendling.tabt.klinik, pendling.tabt.hjem)
    found = []
    for row, klinik in enumerate(pendling.steder):
        for column, hjem in enumerate(pendling.steder):
            figure = pendling.patienter[row, column]
            where = "tabt" if (klinik, hjem) == lost else "trykt" if figure else "tom"
            patients = int(figure) if where == "trykt" else None
            ends = (pendling.tabt.lav, pendling.tabt.hoej) if pendling.tabt and where == "tabt" else (None, None)
            found.append((klinik, hjem, patients, where, *ends))
    columns = ["klinik_id", "hjem_id", "patienter", "placering", "patienter_mindst", "patienter_hoejst"]
    numbers = dict.fromkeys(["patienter", "patienter_mindst", "patienter_hoejst"], "Int64")
    return pd.DataFrame(found, columns=columns).astype(numbers)


def fyldt(pendling: Pendling, tal: float) -> Pendling:
    """The same table with a number in the lost cell."""
    return Pendling(pendling.steder, np.where(np.isnan(pendling.patienter), tal, pendling.patienter))
