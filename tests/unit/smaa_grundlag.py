"""A grundlag of a few areas with figures of a test's own, so that everything can be tried by hand or by enumeration."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from analytics.begreber import AAR, RAEKKER
from analytics.grundlag import Grundlag


def lille(
    grundlag: Grundlag,
    borgere: Sequence[int],
    kapacitet: Sequence[Sequence[float]],
    patienter: Sequence[Sequence[int]] | None = None,
) -> Grundlag:
    """
    The real grundlag with other areas: `borgere` in each, every year, and `kapacitet` of 51 and of 62.

    `patienter` are those of each area's clinics by where they live, a row per clinic; without them nobody is known.

    The areas are the first of the real ones by id, in that order; the budgets and the limit are the papers'.
    """
    ids = sorted(grundlag.omraader)[: len(borgere)]
    capacity = [
        {"omraade_id": omraade, "speciale": speciale, "kapacitet": having, "kilde_id": "004", "kilde_linje": line}
        for speciale, row in zip(RAEKKER, kapacitet, strict=True)
        for line, (omraade, having) in enumerate(zip(ids, row, strict=True), start=1)
    ]
    people = [
        {"omraade_id": omraade, "aar": aar, "borgere": living}
        for aar in AAR
        for omraade, living in zip(ids, borgere, strict=True)
    ]
    cells = [
        {"klinik_id": clinic, "hjem_id": home, "patienter": number, "placering": "trykt" if number else "tom"}
        for clinic, row in zip(ids, patienter or [], strict=False)
        for home, number in zip(ids, row, strict=True)
    ]
    return replace(
        grundlag,
        pendling_sted=pd.DataFrame({"sted_id": ids, "nr": range(len(ids))}),
        fysio_pendling=pd.DataFrame(cells).assign(aar=2023, patienter_mindst=None, patienter_hoejst=None),
        omraade=grundlag.omraade[grundlag.omraade["omraade_id"].isin(ids)],
        fysio_kapacitet=pd.DataFrame(capacity),
        befolkning=pd.DataFrame(people),
    )


def skaleret(grundlag: Grundlag, gange: float) -> Grundlag:
    """The same grundlag with so many times the citizens everywhere."""
    people = grundlag.befolkning
    return replace(grundlag, befolkning=people.assign(borgere=(people["borgere"] * gange).astype("int64")))


def vendt(grundlag: Grundlag) -> Grundlag:
    """The same grundlag with the areas in the opposite order."""
    capacity = grundlag.fysio_kapacitet
    return replace(grundlag, fysio_kapacitet=capacity.assign(kilde_linje=-capacity["kilde_linje"]))
