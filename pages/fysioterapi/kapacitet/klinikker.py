"""Circles on the map: how many clinics reported, or the real clinics of an official's own file."""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from analytics.begreber import FIRST_YEAR, SPECIALER
from analytics.kapacitet.maal import MEASURES, Measure
from analytics.kapacitet.rangorden import pladser
from analytics.tabeller import Frames
from dansk import maengde, tal
from pages.components import Area, Circle
from pages.frame import faults
from pages.reading import queries

_REPORTED = MEASURES["klinikker"]
_PER_CLINIC = 5.5
_OWN_RADIUS = 3.5


def circles(frames: Frames, speciale: int) -> list[Circle]:
    """Return the circles: the own file's clinics where there is one without errors, else the number that reported."""
    own = queries.own_clinics()
    if own is not None and not own.errors:
        return [_own(clinic) for clinic in own.frame.to_dict("records")]
    names = queries.area_names()
    reported = pladser(_REPORTED.beregn(frames, speciale, FIRST_YEAR))
    return [
        Circle(
            r=_PER_CLINIC * math.sqrt(each.vaerdi),
            tekst=f"{names[area]}: {maengde.counted(int(each.vaerdi), 'klinik', 'klinikker')} har meldt ventetid",
            sted=area,
            antal=tal.number(each.vaerdi),
        )
        for area, each in reported.items()
        if each.vaerdi is not None
    ]


def give_dots(measure: Measure) -> bool:
    """Say whether a measure's figures rest on the clinics that reported: then a tile shows how many they are."""
    return measure.tabel == _REPORTED.tabel and measure.id != _REPORTED.id


def dotted(areas: Mapping[str, Area], frames: Frames, speciale: int) -> dict[str, Area]:
    """Return the tiles with a dot for each clinic that reported."""
    reported = pladser(_REPORTED.beregn(frames, speciale, FIRST_YEAR))
    return {area: _dotted(shown, reported[area].vaerdi) for area, shown in areas.items()}


def _dotted(shown: Area, reported: float | None) -> Area:
    if not reported:
        return shown
    clinics = maengde.counted(int(reported), "klinik", "klinikker")
    return replace(shown, prikker=int(reported), beskrivelse=f"{shown.beskrivelse}. {clinics} har meldt ventetid")


DOTS = "En prik er en klinik, der har meldt ventetid, ikke alle."


def are_where(measure: Measure) -> bool:
    """Say whether a measure is of the clinics, whose question is where: it is first shown on the map."""
    return measure.tabel == _REPORTED.tabel


def circle_text() -> str:
    """Return what the circles stand for."""
    own = queries.own_clinics()
    if own is not None and not own.errors:
        return f"Prikkerne er de {len(own.frame)} klinikker i jeres egen fil, data/egne/klinikker.csv."
    return queries.said(
        "En cirkel er de klinikker i området, der har meldt ventetid pr. {ventetid-trukket-51}, ikke alle. "
        "Adresserne er ikke i kilden; cirklen står midt i området."
    )


def own_file_errors() -> None:
    """Say what is wrong with the own file of clinics, row by row; a file with errors is not used."""
    own = queries.own_clinics()
    if own is not None:
        faults.show("egne-fejl", "Filen data/egne/klinikker.csv", own.errors)


def _own(clinic: Mapping[Hashable, Any]) -> Circle:
    capacity = [
        f"{speciale}: {tal.number(clinic[f'kapacitet_{speciale}'], 2)}"
        for speciale in SPECIALER
        if not pd.isna(clinic[f"kapacitet_{speciale}"])
    ]
    address = " ".join(str(clinic[part]) for part in ("adresse", "postnr") if not pd.isna(clinic[part]))
    parts = [clinic["navn"], address, f"kapacitet {', '.join(capacity)}" if capacity else ""]
    return Circle(r=_OWN_RADIUS, tekst=", ".join(filter(None, parts)), sted=(clinic["lon"], clinic["lat"]))
