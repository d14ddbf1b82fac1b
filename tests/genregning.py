"""A scenario worked out a second time, row by row in exact fractions, from the package's own tables."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cache

from analytics.scenarie import Scenarie
from analytics.scenarie.vaegte import Vaegte
from tests.data.transskription import rows

Place = tuple[int, str]
"""A speciale and an area: what one figure per capacity is of, in the order that ties are told in."""

SPECIALER = (51, 62)


def finding(scenarie: Scenarie, speciale: int = 51, against: Mapping[tuple[str, int], float] | None = None) -> str:
    """
    Return how many citizens get it better and worse in a speciale: against the proposal, or the proposal itself against
    nothing new, where nothing else is asked for.
    """
    given = dict(scenarie.tillaeg)
    compared = ({} if given == proposal() else proposal()) if against is None else against
    change = change_of(per_capacity(scenarie, given), per_capacity(scenarie, compared))
    living = {row["omraade_id"]: int(row["borgere"]) for row in rows("befolkning") if row["aar"] == str(scenarie.aar)}
    shown = {area: percent for (of, area), percent in change.items() if of == speciale and _shows(percent)}
    better, worse = (sum(living[area] for area, percent in shown.items() if sign * percent > 0) for sign in (-1, 1))
    than = "i forslaget" if compared else "uden nye"
    if not better and not worse:
        return f"Alle borgere har det som {than}."
    if not better:
        return f"{whole(Fraction(worse))} borgere får det ringere end {than}, ingen bedre."
    rest = f"{whole(Fraction(worse))} får det ringere" if worse else "ingen ringere"
    return f"{whole(Fraction(better))} borgere får det bedre end {than}, {rest}."


def _shows(percent: Fraction) -> bool:
    """Whether a change is more than next to nothing, a twentieth of a per cent of the two figures' geometric mean."""
    times = 1 + percent / 100
    return (times - 1) ** 2 >= Fraction(5, 10_000) ** 2 * times


def per_capacity(scenarie: Scenarie, given: Mapping[tuple[str, int], float]) -> dict[Place, Fraction]:
    """Return weighted citizens over capacity: 51 and then 62, the areas in the order of Tabel 3."""
    base = {(row["omraade_id"], int(row["speciale"])): Fraction(row["kapacitet"]) for row in rows("fysio_kapacitet")}
    if scenarie.grundkapacitet == "foer_justering":
        for row in rows("fysio_forslag_effekt"):
            base[row["omraade_id"], int(row["speciale"])] = Fraction(row["kapacitet_foer"])
    living = {(row["omraade_id"], int(row["aar"])): int(row["borgere"]) for row in rows("befolkning")}
    order = sorted((row for row in rows("fysio_kapacitet") if row["speciale"] == "51"), key=_line)
    areas = [row["omraade_id"] for row in order]
    having = {s: {area: base[area, s] + Fraction(str(given.get((area, s), 0))) for area in areas} for s in SPECIALER}
    if scenarie.foelger:
        having[51] = reached_of(having[51])
    return {
        (speciale, area): living[area, scenarie.aar] * _factor(area, scenarie.vaegte) / having[speciale][area]
        for speciale in SPECIALER
        for area in areas
    }


def reached_of(capacity: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """
    Return what each area's citizens reach of some capacity of 51, patient by patient: at a clinic all have as much.

    The lost cell is the middle of what it can be, and patients whose home is unknown are left out.
    """
    found = dict.fromkeys(capacity, Fraction(0))
    patients = _patients()
    for clinic, having in capacity.items():
        known = sum(patients[clinic, home] for home in capacity)
        for home in capacity:
            found[home] += having * patients[clinic, home] / known
    return found


@cache
def _patients() -> Mapping[tuple[str, str], Fraction]:
    (lost,) = (row for row in rows("fysio_pendling") if row["placering"] == "tabt")
    found = {(row["klinik_id"], row["hjem_id"]): Fraction(row["patienter"] or 0) for row in rows("fysio_pendling")}
    ends = sum(Fraction(lost[end]) for end in ("patienter_mindst", "patienter_hoejst"))
    return found | {(lost["klinik_id"], lost["hjem_id"]): ends / 2}


def _line(row: Mapping[str, str]) -> int:
    return int(row["kilde_linje"])


def _factor(area: str, weights: Vaegte | None) -> Fraction:
    if weights is None:
        return Fraction(1)
    (kommune,) = (row["kommune_id"] for row in rows("omraade") if row["omraade_id"] == area)
    group = weights.socialgruppe.get(kommune)
    factor = Fraction(1) if group is None else 1 + Fraction(str(weights.procent[group - 1])) / 100
    if area in weights.behov:
        share, times = (Fraction(str(part)) for part in weights.behov[area])
        factor *= 1 + share / 100 * (times - 1)
    return factor


def proposal() -> dict[tuple[str, int], float]:
    """Return what Tabel 10 gives, by area and speciale."""
    return {(row["omraade_id"], int(row["speciale"])): float(row["tillaeg"]) for row in rows("fysio_forslag")}


def change_of(now: Mapping[Place, Fraction], then: Mapping[Place, Fraction]) -> dict[Place, Fraction]:
    """Return by how many per cent each figure has changed."""
    return {place: 100 * (now[place] / then[place] - 1) for place in now}


def whole(figure: Fraction) -> str:
    """Return a figure of 0 or more as a whole one, a half up, with a dot between the thousands."""
    return f"{int(figure + Fraction(1, 2)):,}".replace(",", ".")
