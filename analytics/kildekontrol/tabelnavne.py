"""The printed tables that hold each speciale, as words name them."""

from __future__ import annotations

from collections.abc import Mapping

from analytics.kildekontrol.kontrol import Difference

_KAPACITET: Mapping[int | None, str] = {51: "Tabel 3", 62: "Tabel 4"}
_TILSKUD: Mapping[int | None, str] = {51: "Tabel 7", 62: "Tabel 8"}
_EFTER_KLINIK: Mapping[int | None, str] = {51: "bilag 4 (2023)", 62: "tabel 4 (2024)"}
_EFFEKT: Mapping[int | None, str] = {51: "Tabel 11", 62: "Tabel 12"}
_PATIENTER: Mapping[int | None, str] = {51: "Bilag 1", 62: "Bilag 2"}


def kapacitet(difference: Difference) -> str:
    """Return the table of capacities."""
    return _KAPACITET[difference.speciale]


def tilskud(difference: Difference) -> str:
    """Return the table of subsidies per kommune."""
    return _TILSKUD[difference.speciale]


def effekt(difference: Difference) -> str:
    """Return the table of the proposal's effect."""
    return _EFFEKT[difference.speciale]


def patienter(difference: Difference) -> str:
    """Return the bilag of patients by home."""
    return _PATIENTER[difference.speciale]


def efter_klinik(difference: Difference) -> str:
    """Return where patients are counted by the clinic's area nearest to 2023, with the year that they are of."""
    return _EFTER_KLINIK[difference.speciale]
