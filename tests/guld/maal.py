"""The measures of physiotherapy: for each, by speciale and year, what the region has, and its areas or kommuner."""

from __future__ import annotations

from analytics.begreber import FIRST_YEAR, LAST_YEAR, SPECIALER
from analytics.kapacitet.formler import citizens_per_capacity, population
from analytics.kapacitet.maal import MEASURES
from analytics.kapacitet.rangorden import pladser
from analytics.tabeller import Frames
from tests.guld.figures import UNKNOWN, Figure, Figures


def figures(frames: Frames) -> Figures:
    """Return the figures of every measure, and those of the region plain and weighted with citizens."""
    found: dict[str, Figures] = {measure_id: _of_measure(frames, measure_id) for measure_id in MEASURES}
    return {**found, "region": _region(frames)}


def _of_measure(frames: Frames, measure_id: str) -> Figures:
    measure = MEASURES[measure_id].fyldt(frames)
    years = range(measure.foerste_aar, LAST_YEAR + 1) if measure.efter_aar else (FIRST_YEAR,)
    by_speciale: dict[str, Figures] = {}
    for speciale in SPECIALER if measure.efter_speciale else (min(SPECIALER),):
        heading = f"speciale {speciale}" if measure.efter_speciale else "begge specialer"
        by_speciale[heading] = {
            str(year) if measure.efter_aar else measure.tid: _of_year(frames, measure_id, speciale, year)
            for year in years
        }
    return by_speciale


def _of_year(frames: Frames, measure_id: str, speciale: int, aar: int) -> dict[str, Figure]:
    measure = MEASURES[measure_id]
    rows = measure.beregn(frames, speciale, aar)
    figures = pladser(rows)
    known = {place: each.vaerdi for place, each in figures.items() if each.vaerdi is not None}
    highest, lowest = next(iter(known)), list(known)[-1]
    held = measure.reference(frames, speciale, aar)
    return {
        "holdt op mod": UNKNOWN if held.vaerdi is None else held.vaerdi,
        "hvad det er": held.tekst,
        "højest": known[highest],
        "højest i": highest,
        "lavest": known[lowest],
        "lavest i": lowest,
        "median": float(rows["vaerdi"].median()),
        "gennemsnit": float(rows["vaerdi"].mean()),
        "steder med tal": len(known),
    }


def _region(frames: Frames) -> Figures:
    """Citizens, and citizens per capacity as a plain mean of areas and as the mean that a citizen lives with."""
    by_year: dict[str, Figures] = {}
    for aar in range(FIRST_YEAR, LAST_YEAR + 1):
        people = population(frames, aar)
        of_year: dict[str, Figure] = {"borgere": float(people.sum())}
        for speciale in SPECIALER:
            per = citizens_per_capacity(frames, speciale, aar).set_index("sted_id")["vaerdi"]
            weights = people[per.index]
            of_year[f"speciale {speciale}, områderne uvægtet"] = float(per.mean())
            of_year[f"speciale {speciale}, områderne vægtet med borgere"] = float((per * weights).sum() / weights.sum())
        by_year[str(aar)] = of_year
    return by_year
