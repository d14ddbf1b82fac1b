"""What the papers say of a project by a day, and how old that is beside the time between its reports."""

from __future__ import annotations

from datetime import date
from typing import Any

from analytics.tavler import vipstatus
from analytics.tavler.vipstatus import Afsnit
from pages.projekter import dag
from pages.reading import queries

_EVERY = {6: "hvert halve år", 12: "hvert år"}


def told(project: Any, paa: date) -> list[Afsnit]:
    """Return what the papers known on the day say of a project, the newest first."""
    return queries.histories(paa).get(project.projekt_id, [])


def of_status(project: Any, paa: date) -> tuple[str, bool] | None:
    """Return how old a project's newest status is (see `of`), or None where no paper has one."""
    newest = vipstatus.seneste(told(project, paa), "status")
    return None if newest is None else of("status", project, newest.dato, newest.praecision, paa)


def of(what: str, project: Any, when: date, precision: str, paa: date) -> tuple[str, bool]:
    """Return whether something is older than the time between reports, after its age in words, or its date if not."""
    age, old = dag.age(when, precision, project.rapportering_mdr, paa)
    since = age if old else f"fra {dag.sure(when, precision)}"
    return f"{what} {since}; der rapporteres {every(project.rapportering_mdr)}", old


def every(months: float) -> str:
    """Return in words how often there is to be a report."""
    return _EVERY.get(int(months), f"hver {int(months)}. måned")
