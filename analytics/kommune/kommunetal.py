"""
What the papers count per kommune beside physiotherapy: use of the Erhvervshus' activities, and SOSU places.

Each figure is a measure (`analytics.kapacitet.maal`), so that maps, rankings and the page of methods read it as they
read the others. It is made by a function, since there is one for each activity or education and year, as counted or per
citizen. Officials add years: what a year lacks is unknown, and a sum that it lacks is worked out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

import pandas as pd

from analytics.begreber import FIRST_YEAR, LAST_YEAR
from analytics.kapacitet.formler import UNCHANGED, Reference, mean, population, printed_rows
from analytics.kapacitet.maal import Measure
from analytics.tabeller import Frames
from dansk.saetning import begun

I_ALT = "i-alt"
AKTIVITETER: Mapping[str, str] = {
    I_ALT: "I alt",
    "driftsforloeb": "Driftsforløb",
    "vaekstforloeb": "Vækstforløb",
    "korte-forloeb": "Korte forløb",
    "ivaerksaetterintro": "Iværksætterintro, webinarer og workshops",
    "virksomhedsprogrammet": "Virksomhedsprogrammet",
    "oevrige-programmer": "Øvrige programmer",
    "ukraine-indsats": "Ukraine-indsats",
}
"""The columns of the Kommunefordeling: id, and the name that the tables have."""

BEGGE = "begge"
UDDANNELSER: Mapping[str, str] = {
    BEGGE: "SOSU-lærepladser",
    "ssa": "lærepladser til SOSU-assistenter",
    "ssh": "lærepladser til SOSU-hjælpere",
}
"""The educations of the SOSU table, and both together."""

T = TypeVar("T")
Linjer = Mapping[str, Mapping[str, T]]
"""What is told of a kommune: a line for each activity or education, and in it a measure (T) under each heading."""

_FORDELING = ("kommunefordeling", "kommunefordeling_total")
_CHANGE = "aendring-"

_WORDS = {
    I_ALT: "i alt",
    "virksomhedsprogrammet": "i Virksomhedsprogrammet",
    "ukraine-indsats": "i indsatsen for Ukraine",
}
_EMPTY = "Cellen er tom i papiret. Det er ikke det samme som 0."
_PART_UNKNOWN = "Et af tallene er ikke oplyst."


def deltagelsesaar(frames: Frames) -> list[int]:
    """Return the years that the Kommunefordeling has rows for, newest first."""
    return sorted({int(year) for name in _FORDELING for year in frames[name]["aar"]}, reverse=True)


def deltagelser(aktivitet: str, aar: int) -> Measure:
    """
    Return how often each kommune's companies took part in an activity in a year, or in all of them.

    The sum of all is the printed one, and worked out for a kommune that has every activity and no sum. Raises KeyError
    for an activity that `AKTIVITETER` does not have. Source: the Kommunefordeling (004).
    """
    name, year = AKTIVITETER[aktivitet], aar
    words = _WORDS.get(aktivitet, f"i {name.lower()}")

    def compute(frames: Frames, speciale: int, aar: int) -> pd.DataFrame:
        parts, sums = (_of_year(frames, each, year) for each in _FORDELING)
        of = sums if aktivitet == I_ALT else parts
        found = _unknown(printed_rows(of[of["aktivitet"] == name], "kommune_id", "deltagelser"), _EMPTY)
        if aktivitet != I_ALT:
            return found
        wanted = [each for key, each in AKTIVITETER.items() if key != I_ALT]
        computed = _added_up(parts, "aktivitet", wanted, "deltagelser")
        return pd.concat([found, computed[~computed["sted_id"].isin(found["sted_id"])]], ignore_index=True)

    return Measure(
        id=f"deltagelser-{aktivitet}-{year}",
        navn=f"Deltagelser {words}",
        fund=f"har flest deltagelser {words} i {year}",
        enhed="antal",
        definition="Hvor mange gange virksomheder og deltagere fra kommunen har brugt Erhvervshus Hovedstaden, "
        f"{words}.",
        formel="aktiviteternes sum, hvor kilden ikke har den" if aktivitet == I_ALT else "som trykt",
        tabel=_FORDELING[aktivitet == I_ALT],
        ogsaa=_FORDELING[:1] if aktivitet == I_ALT else (),
        felt=name,
        geografi="kommune",
        tid=str(year),
        kun_aar=year,
        efter_speciale=False,
        beregn=compute,
        reference=lambda frames, speciale, aar: _mean(compute(frames, speciale, aar)),
    )


def deltagelseslinjer(frames: Frames) -> Linjer[Measure]:
    """Return what is told of a kommune's use of each activity: every year as counted, the last per citizen too."""
    years = sorted(deltagelsesaar(frames))
    return {
        name: {f"Deltagelser {year}": deltagelser(aktivitet, year) for year in years}
        | {_per_citizen(years[-1]): pr_1000(deltagelser(aktivitet, years[-1]))}
        for aktivitet, name in AKTIVITETER.items()
    }


def sosu_tider(frames: Frames) -> Mapping[str, str]:
    """Return what SOSU places can be shown for: each year, and each change from the year before, newest first."""
    years = sorted({int(year) for year in frames["sosu_laereplads"]["aar"]}, reverse=True)
    changes = {f"{_CHANGE}{year}": f"Ændring {year - 1}-{year}" for year in years if year - 1 in years}
    return {str(year): str(year) for year in years} | changes


def er_aendring(tid: str) -> bool:
    """Say whether a key of `sosu_tider` is a change and no year."""
    return tid.startswith(_CHANGE)


def laerepladser(uddannelse: str, tid: str) -> Measure:
    """
    Return the SOSU places that each kommune has in a year ("2023"), or their change to that year ("aendring-2023").

    Raises KeyError for an education that `UDDANNELSER` does not have. Source: the table of places (002).
    """
    name = UDDANNELSER[uddannelse]
    wanted = ["ssh", "ssa"] if uddannelse == BEGGE else [uddannelse]
    changes, year = er_aendring(tid), int(tid.removeprefix(_CHANGE))
    when = f"fra {year - 1} til {year}" if changes else f"i {year}"
    computed = ["assistenter + hjælpere"] * (uddannelse == BEGGE) + [f"pladser i {year} − i {year - 1}"] * changes

    def places(frames: Frames, of_year: int) -> pd.DataFrame:
        return _added_up(_of_year(frames, "sosu_laereplads", of_year), "uddannelse", wanted, "pladser")

    def compute(frames: Frames, speciale: int, aar: int) -> pd.DataFrame:
        rows = places(frames, year)
        if changes:
            rows["vaerdi"] -= _at(rows, places(frames, year - 1).set_index("sted_id")["vaerdi"])
        return _unknown(rows.assign(art="beregnet" if computed else "trykt"), _PART_UNKNOWN)

    return Measure(
        id=f"sosu-{uddannelse}-{tid}",
        navn=f"Ændring i {name}" if changes else begun(name),
        fund=f"har fået flest nye {name} {when}" if changes else f"har flest {name} {when}",
        enhed="antal",
        definition="Kommunens lærepladser efter dimensioneringen" + (f", {year} mod {year - 1}." if changes else "."),
        formel=", ".join(computed) or "som trykt",
        tabel="sosu_laereplads",
        felt="pladser",
        geografi="kommune",
        retning="aendring" if changes else "maengde",
        fald_er_ringere=changes,
        tid=f"{year - 1}-{year}" if changes else str(year),
        kun_aar=year,
        efter_speciale=False,
        beregn=compute,
        reference=lambda frames, speciale, aar: UNCHANGED if changes else _mean(compute(frames, speciale, aar)),
    )


def sosulinjer(frames: Frames) -> Linjer[Measure]:
    """Return what is told of a kommune's SOSU places: every year and change, oldest first, and the last per citizen."""
    times = sosu_tider(frames)
    last = next(iter(times))
    return {
        begun(name): {times[time]: laerepladser(uddannelse, time) for time in sorted(times)}
        | {_per_citizen(int(last)): pr_1000(laerepladser(uddannelse, last))}
        for uddannelse, name in UDDANNELSER.items()
    }


def trykte_summer(frames: Frames) -> Frames:
    """Return the tables with the printed sums in place of the kommuner's figures, each row of sums as a place."""
    parts, sums = _FORDELING
    below = frames[sums][frames[sums]["kommune_id"].isna()]
    below = below.assign(kommune_id=below["navn"])
    return {
        **frames,
        parts: below[below["aktivitet"] != AKTIVITETER[I_ALT]],
        sums: below[below["aktivitet"] == AKTIVITETER[I_ALT]],
        "sosu_laereplads": frames["sosu_total"].assign(kommune_id="I alt"),
    }


def citizens(frames: Frames, aar: int = FIRST_YEAR) -> pd.Series:
    """Return citizens per kommune_id in a year of bilag 3: its areas, the nine of København added up."""
    kommune = frames["omraade"].set_index("omraade_id")["kommune_id"]
    return population(frames, aar).groupby(kommune).sum()


def pr_1000(measure: Measure) -> Measure:
    """Return the measure of one year per 1.000 citizens, of that year or of the nearest that bilag 3 has."""
    assert measure.kun_aar is not None
    year = min(max(measure.kun_aar, FIRST_YEAR), LAST_YEAR)
    when = "" if year == measure.kun_aar else f" i {year}"

    def compute(frames: Frames, speciale: int, aar: int) -> pd.DataFrame:
        rows = measure.beregn(frames, speciale, aar)
        return rows.assign(vaerdi=1000 * rows["vaerdi"] / _at(rows, citizens(frames, year)), art="beregnet")

    def region(frames: Frames, speciale: int, aar: int) -> Reference:
        known = measure.beregn(frames, speciale, aar).dropna(subset=["vaerdi"])
        people = citizens(frames, year)
        of = "regionen" if len(known) == len(people) else "regionens kommuner med tal"
        theirs = float(people.reindex(known["sted_id"]).sum())
        per = 1000 * float(known["vaerdi"].sum()) / theirs if theirs else None
        return Reference(per, f"{of} under ét (beregnet)")

    return replace(
        measure,
        id=f"{measure.id}-pr-1000",
        navn=f"{measure.navn} pr. 1.000 borgere",
        fund=f"{measure.fund} pr. 1.000 borgere",
        definition=f"{measure.definition.removesuffix('.')}, for hver 1.000 borgere{when}.",
        formel="antal ÷ borgere × 1.000",
        antagelser=(
            f"Borgere i {year} efter bilag {{bilag-3}}{' (fremskrevet)' if year > FIRST_YEAR else ''}; "
            "Københavns områder er lagt sammen.",
        ),
        ogsaa=(*measure.ogsaa, "befolkning"),
        decimaler=2,
        beregn=compute,
        reference=region,
    )


def er_pr_1000(measure: Measure) -> bool:
    """Say whether a measure of kommuner is one per 1.000 citizens (`pr_1000`)."""
    return "befolkning" in measure.ogsaa


def af_hver_slags(frames: Frames) -> tuple[Measure, ...]:
    """Return one measure of each kind, of the newest year, for the page of methods."""
    year, times = deltagelsesaar(frames)[0], sosu_tider(frames)
    return (
        deltagelser(I_ALT, year),
        pr_1000(deltagelser(I_ALT, year)),
        laerepladser(BEGGE, next(iter(times))),
        pr_1000(laerepladser(BEGGE, next(iter(times)))),
        *(laerepladser(BEGGE, time) for time in list(filter(er_aendring, times))[:1]),
    )


def _per_citizen(year: int) -> str:
    return f"Pr. 1.000 borgere, {year}"


def _of_year(frames: Frames, tabel: str, year: int) -> pd.DataFrame:
    """The year's rows of the region's kommuner."""
    kommuner, table = frames["kommune"], frames[tabel]
    others = kommuner.loc[~kommuner["i_region_hovedstaden"], "kommune_id"]
    return table[(table["aar"] == year) & table["kommune_id"].notna() & ~table["kommune_id"].isin(others)]


def _added_up(table: pd.DataFrame, by: str, wanted: list[str], column: str) -> pd.DataFrame:
    """Each kommune's wanted figures added up, as the rows of a measure; unknown where one of them is."""
    sums = table.pivot(index="kommune_id", columns=by, values=column).reindex(columns=wanted)
    # A kommune's figures all stand in one printed row.
    rows = printed_rows(table.drop_duplicates("kommune_id"), "kommune_id", column)
    rows = rows.assign(vaerdi=_at(rows, sums.sum(axis="columns", skipna=False)), art="beregnet")
    return _unknown(rows, _PART_UNKNOWN)


def _at(rows: pd.DataFrame, figures: pd.Series) -> pd.Series:
    """The figure of each row's place; also of no rows, which have no type of their own."""
    return rows["sted_id"].map(figures).astype(float)


def _unknown(rows: pd.DataFrame, reason: str) -> pd.DataFrame:
    """The rows, with the reason where there is no figure."""
    return rows.assign(mangler=rows["mangler"].mask(rows["vaerdi"].isna(), reason))


def _mean(rows: pd.DataFrame) -> Reference:
    return Reference(mean(rows), "gennemsnit pr. kommune (beregnet)", er_gennemsnit=True)
