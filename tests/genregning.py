"""A scenario worked out a second time, row by row in exact fractions, from the package's own tables."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from analytics.scenarie import Scenarie
from analytics.scenarie.vaegte import Vaegte
from tests.data.transskription import rows

Place = tuple[int, str]
"""A speciale and an area: what one figure per capacity is of, in the order that ties are told in."""

SPECIALER = (51, 62)


def headline(scenarie: Scenarie) -> str:
    """Return the whole headline: what is too much, who gains most against nothing new, who is worst served."""
    now, without = per_capacity(scenarie, scenarie.tillaeg), per_capacity(scenarie, {})
    parts = [_too_much(scenarie), _gain(scenarie, now, without), _worst(scenarie, now)]
    return " ".join(part for part in parts if part)


def against_the_proposal(scenarie: Scenarie) -> str:
    """Return who gains and who loses most against Tabel 10 that same year."""
    change = change_of(per_capacity(scenarie, scenarie.tillaeg), per_capacity(scenarie, proposal()))
    best, worst = min(change, key=lambda place: change[place]), max(reversed(change), key=lambda place: change[place])
    gain = f"{_told(best, 'vinder', change[best])}" if change[best] < 0 else "ingen vinder"
    loss = f"{_told(worst, 'taber', change[worst])}" if change[worst] > 0 else "ingen taber"
    return f"Mod forslaget ({_people(scenarie)} pr. kapacitet): {gain}; {loss}."


def _told(place: Place, how: str, percent: Fraction) -> str:
    speciale, area = place
    sign = "+" if percent > 0 else "−"
    return f"{_names()[area]} {how} mest, {sign}{whole(abs(percent))}\N{NO-BREAK SPACE}% ({speciale})"


def _too_much(scenarie: Scenarie) -> str:
    budget = {(int(row["speciale"]), row["noegle"]): Fraction(row["vaerdi"]) for row in rows("fysio_budget")}
    over = []
    for speciale in SPECIALER:
        given = sum(Fraction(str(value)) for (_, of), value in scenarie.tillaeg.items() if of == speciale)
        rest = given - budget[speciale, "kapaciteter_hoejst"] + budget[speciale, "kapaciteter_reserveret"]
        if rest > 0:
            whole, tenth = divmod(int(rest * 10), 10)
            assert Fraction(10 * whole + tenth, 10) == rest
            over.append(f"{whole},{tenth} for meget i speciale {speciale}")
    return f"Over budgettet: {' og '.join(over)}." if over else ""


def _gain(scenarie: Scenarie, now: Mapping[Place, Fraction], without: Mapping[Place, Fraction]) -> str:
    change = change_of(now, without)
    speciale, area = min(change, key=lambda place: change[place])
    if change[speciale, area] == 0:
        return "Ingen områder får nyt."
    fall = whole(-change[speciale, area])
    return f"{_names()[area]} vinder mest: {fall} % færre {_people(scenarie)} pr. kapacitet ({speciale})."


def _worst(scenarie: Scenarie, now: Mapping[Place, Fraction]) -> str:
    (first, served), (second, less) = (
        max(((area, per) for (of, area), per in now.items() if of == speciale), key=lambda each: each[1])
        for speciale in SPECIALER
    )
    return (
        f"Ringest dækket i {scenarie.aar} er {_names()[first]} med {whole(served)} {_people(scenarie)} pr. kapacitet "
        f"(51) og {_names()[second]} med {whole(less)} (62)."
    )


def per_capacity(scenarie: Scenarie, given: Mapping[tuple[str, int], float]) -> dict[Place, Fraction]:
    """Return weighted citizens over capacity: 51 and then 62, the areas in the order of Tabel 3."""
    base = {(row["omraade_id"], int(row["speciale"])): Fraction(row["kapacitet"]) for row in rows("fysio_kapacitet")}
    if scenarie.grundkapacitet == "foer_justering":
        for row in rows("fysio_forslag_effekt"):
            base[row["omraade_id"], int(row["speciale"])] = Fraction(row["kapacitet_foer"])
    living = {(row["omraade_id"], int(row["aar"])): int(row["borgere"]) for row in rows("befolkning")}
    order = sorted((row for row in rows("fysio_kapacitet") if row["speciale"] == "51"), key=_line)
    return {
        (speciale, area): living[area, scenarie.aar]
        * _factor(area, scenarie.vaegte)
        / (base[area, speciale] + Fraction(str(given.get((area, speciale), 0))))
        for speciale in SPECIALER
        for area in (row["omraade_id"] for row in order)
    }


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


def _people(scenarie: Scenarie) -> str:
    return "borgere" if scenarie.vaegte is None else "vægtede borgere"


def _names() -> dict[str, str]:
    return {row["omraade_id"]: row["navn"] for row in rows("omraade")}


def whole(figure: Fraction) -> str:
    """Return a figure of 0 or more as a whole one, a half up, with a dot between the thousands."""
    return f"{int(figure + Fraction(1, 2)):,}".replace(",", ".")
