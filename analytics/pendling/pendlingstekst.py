"""How the figures of those who travel are written, and what is said of whose they are: the same wherever they stand."""

from __future__ import annotations

import pandas as pd

from analytics.begreber import SPECIALER
from analytics.pendling.matrix import Interval
from dansk import maengde, tal


def count(of: Interval) -> str:
    """Return a number of patients, or the least and the most that it can be."""
    return maengde.between(of.lav, of.hoej, tal.number)


def share(of: Interval) -> str:
    """Return a share, or the least and the most that it can be."""
    return maengde.between(of.lav, of.hoej, maengde.share)


def signed(of: Interval) -> str:
    """Return a difference with its sign, or the least and the most that it can be."""
    return maengde.between(of.lav, of.hoej, lambda value: tal.number(value, sign=True))


def year(rows: pd.DataFrame) -> int:
    """Return the year that the patients of `fysio_pendling` are of. Raises ValueError where it is not one."""
    (only,) = set(rows["aar"])
    return int(only)


def scope(rows: pd.DataFrame) -> str:
    """Say whose patients those of `fysio_pendling` are."""
    speciale, lost = min(SPECIALER), max(SPECIALER)
    return (
        f"Patienter i {year(rows)}, speciale {speciale}. En patient synes at tælle med hvert sted, hun er behandlet. "
        f"Tabellen for {lost} var et billede og er tabt."
    )
