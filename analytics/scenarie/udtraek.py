"""A scenario's figures as tables to take away, rounded as they are shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pandas as pd

from analytics.begreber import RAEKKER
from analytics.scenarie.noegletal import STOERRELSER, Forbrug, Noegletal, Stoerrelse
from analytics.scenarie.tekst import borgere
from analytics.scenarie.udregning import Udregning
from dansk import tal

_HEADINGS = {
    "omraade": "område",
    "aar": "år",
    "kapacitet_foer": "kapacitet før",
    "tillaeg": "tillæg",
    "vaegtede_borgere": "vægtede borgere",
    "kapacitet_naaet_foer": "kapacitet nået før",
    "kapacitet_naaet": "kapacitet nået",
    "aendring_pct": "ændring i %",
}
_SPENT: tuple[tuple[str, str, Callable[[Forbrug], float]], ...] = (
    ("brugt", "kapaciteter", lambda of: of.brugt),
    ("til rådighed", "kapaciteter", lambda of: of.budget.til_nye),
    ("brugt", "kr.", lambda of: of.brugt_kr),
    ("ramme", "kr.", lambda of: of.budget.ramme_kr),
)
_AGAINST_BEST: tuple[tuple[str, int, Callable[[Noegletal], float]], ...] = (
    ("ringest dækket, borgere pr. kapacitet", 2, lambda of: of.vaerst),
    ("borgere over grænsen", 0, lambda of: of.borgere_over),
    ("Gini", 4, lambda of: of.gini),
)


def afrundet(value: float, decimals: int) -> float:
    """Return a figure as it is shown; a count is as it is."""
    return value if isinstance(value, int) else tal.rounded(value, decimals)


def resultat(of: Udregning) -> pd.DataFrame:
    """Return a row per area and speciale: what `beregn` has, with names, the year, and Danish headings."""
    people = borgere(of.scenarie)
    headings = _HEADINGS | {
        "borgere_pr_kapacitet_foer": f"{people} pr. kapacitet før",
        "borgere_pr_kapacitet": f"{people} pr. kapacitet efter",
    }
    table = of.tabel.assign(omraade=of.tabel["omraade_id"].map(of.grundlag.navne), aar=of.scenarie.aar)
    for column in table.select_dtypes("float"):
        table[column] = [tal.rounded(value, 2) for value in table[column]]
    named = table.rename(columns=headings)
    return named[["område", *(column for column in named.columns if column not in ("område", "omraade_id"))]]


def pr_omraade(of: Udregning) -> pd.Series:
    """Return citizens per capacity by what it is called («Valby, 51»), for comparing two versions of the data."""
    navne = of.grundlag.navne
    names = [f"{navne[area]}, {s}" for area, s in zip(of.tabel["omraade_id"], of.tabel["speciale"], strict=True)]
    return pd.Series([tal.rounded(value) for value in of.tabel["borgere_pr_kapacitet"]], index=names)


def noegletal(of: Udregning) -> pd.DataFrame:
    """Return key figures and the use of the budgets: a row for each, a column for each of the three compared."""
    three = {"scenariet": of, "ingen nye": of.uden_nye, "forslaget": of.forslag}
    rows: list[dict[str, object]] = []
    for s in RAEKKER:
        worst = {name: each.grundlag.navne[each.noegletal[s].vaerst_omraade] for name, each in three.items()}
        rows.append({"speciale": s, "nøgletal": "ringest dækkede område", "enhed": ""} | worst)
        rows += [
            {"speciale": s, "nøgletal": what.navn, "enhed": what.enhed.replace("pct", "%")}
            | {name: _shown(what, each, s) for name, each in three.items()}
            for what in STOERRELSER
        ]
        rows += [
            {"speciale": s, "nøgletal": label, "enhed": unit}
            | {name: tal.rounded(amount(each.forbrug[s]), 2) for name, each in three.items()}
            for label, unit, amount in _SPENT
        ]
    return pd.DataFrame(rows)


def _shown(what: Stoerrelse, of: Udregning, speciale: int) -> float:
    return afrundet(what.af(of.noegletal[speciale]), what.decimaler)


def mod_det_bedste(candidates: Mapping[str, Udregning]) -> pd.DataFrame:
    """Return what each candidate comes to and gives: a row per speciale and area that anybody is given something in."""
    rows: list[dict[str, object]] = []
    navne = next(iter(candidates.values())).grundlag.navne
    for s in RAEKKER:
        for label, decimals, figure in _AGAINST_BEST:
            values = {name: afrundet(figure(each.noegletal[s]), decimals) for name, each in candidates.items()}
            rows.append({"speciale": s, "hvad": label} | values)
        rows += [
            {"speciale": s, "hvad": f"nye kapaciteter, {navne[omraade]}"}
            | {name: each.scenarie.tillaeg.get((omraade, s), 0.0) for name, each in candidates.items()}
            for omraade, given in givne(list(candidates.values()))
            if given == s
        ]
    return pd.DataFrame(rows)


def vindere_og_tabere(of: Udregning, anden: Udregning, nu: str, mod: str) -> pd.DataFrame:
    """
    Return every area's change in one scenario against another: who gains most first, speciale by speciale.

    `nu` and `mod` are what the two are called.
    """
    people, names = borgere(of.scenarie), of.grundlag.navne
    rows = [
        {
            "område": names[each.omraade_id],
            "speciale": each.speciale,
            "borgere": each.borgere,
            f"{people} pr. kapacitet, {mod}": tal.rounded(each.mod, 2),
            f"{people} pr. kapacitet, {nu}": tal.rounded(each.nu, 2),
            "ændring i %": tal.rounded(each.pct, 2),
        }
        for each in sorted(of.mod(anden).forskelle, key=lambda each: each.speciale)
    ]
    return pd.DataFrame(rows)


def givne(several: Sequence[Udregning]) -> list[tuple[str, int]]:
    """Return the places where any of the scenarios gives something, area by area in the order of Tabel 3."""
    given = {place for each in several for place in each.scenarie.tillaeg}
    return [(omraade, s) for omraade in several[0].grundlag.omraader for s in RAEKKER if (omraade, s) in given]


def side_om_side(rows: Sequence[Sequence[float | str]], letters: Sequence[str]) -> pd.DataFrame:
    """Return lines of a comparison, each with what it tells and a figure per scenario, as a table."""
    return pd.DataFrame([list(row) for row in rows], columns=["hvad", *letters])
