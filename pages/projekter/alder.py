"""How old what the papers say of a project is, in words, beside the time between its reports."""

from __future__ import annotations

from analytics.tavler.vipomtale import Alder
from analytics.tavler.vipprojekt import Projekt
from pages.tavler import dag

_EVERY = {6: "hvert halve år", 12: "hvert år"}
_SUCH = {6: "halvårlige rapporter", 12: "årlige rapporter"}


def brief(what: str, age: Alder) -> str:
    """Return how old that is where it is too old, or its date where it is not."""
    return f"{what} {dag.old_or_from(age)}"


def words(what: str, project: Projekt, age: Alder) -> str:
    """Return how old that is or its date, and how often there is a report."""
    return f"{brief(what, age)}; der rapporteres {every(project.rapportering_mdr)}"


def every(months: int) -> str:
    """Return in words how often there is to be a report."""
    return _EVERY.get(months, f"hver {months}. måned")


def such_reports(months: int) -> str:
    """Return what reports are called that there are to be so often."""
    return _SUCH.get(months, f"rapporter {every(months)}")
