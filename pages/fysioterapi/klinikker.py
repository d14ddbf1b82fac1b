"""Circles on the map: how many clinics reported, or the real clinics of an official's own file."""

from __future__ import annotations

import math

import pandas as pd
import streamlit as st

from analytics.measures import Frames
from geo import drawing
from pages.faelles import components, numbers, queries
from pages.faelles.components import Cell, Circle, Column, Row

_PER_CLINIC = 5.5
_OWN_RADIUS = 3.5


def circles(frames: Frames, speciale: int) -> list[Circle]:
    """Return the circles: the own file's clinics where there is one without errors, else the number that reported."""
    own = queries.own_clinics()
    if own is not None and not own.errors:
        return [_own(row._asdict()) for row in own.frame.itertuples()]
    names = queries.area_names()
    reported = frames["fysio_ventetid"].query("speciale == @speciale")
    return [
        Circle(
            r=_PER_CLINIC * math.sqrt(row.klinikker),
            tekst=f"{names[row.omraade_id]}: {row.klinikker} klinikker har meldt ventetid",
            omraade=row.omraade_id,
            antal=str(row.klinikker),
        )
        for row in reported.itertuples()
    ]


def circle_text() -> str:
    """Return what the circles stand for."""
    own = queries.own_clinics()
    if own is not None and not own.errors:
        return f"Prikkerne er de {len(own.frame)} klinikker i jeres egen fil, data/egne/klinikker.csv."
    return (
        "Cirklerne viser, hvor mange klinikker i området der har meldt ventetid pr. 15. april 2024. "
        "Klinikkernes adresser er ikke i kilden; cirklen står midt i området."
    )


def own_file_errors() -> None:
    """Say what is wrong with the own file of clinics, row by row; a file with errors is not used."""
    own = queries.own_clinics()
    if own is None or not own.errors:
        return
    st.warning(
        f"Filen data/egne/klinikker.csv har {len(own.errors)} fejl og er derfor ikke brugt.",
        icon=":material/upload_file:",
    )
    components.table(
        "egne-fejl",
        (Column("raekke", "Række", "tal"), Column("kolonne", "Kolonne"), Column("grund", "Fejl")),
        [
            Row((Cell(str(error.row) if error.row else "–"), Cell(error.column or "–"), Cell(error.reason)))
            for error in own.errors
        ],
        alt="Fejl i filen med egne klinikker",
        height=300,
    )


def _own(clinic: dict[str, object]) -> Circle:
    capacity = [
        f"{speciale}: {numbers.number(value, 2)}"
        for speciale in (51, 62)
        if not pd.isna(value := clinic[f"kapacitet_{speciale}"])  # type: ignore[call-overload]
    ]
    address = " ".join(str(clinic[part]) for part in ("adresse", "postnr") if not pd.isna(clinic[part]))  # type: ignore[call-overload]
    text = ", ".join(
        filter(None, [str(clinic["navn"]), address, *([f"kapacitet {', '.join(capacity)}"] if capacity else [])])
    )
    placed = drawing.place(float(clinic["lon"]), float(clinic["lat"]))  # type: ignore[arg-type]
    return Circle(r=_OWN_RADIUS, tekst=text, kort=placed.get("kort"), udsnit=placed.get("udsnit"))
