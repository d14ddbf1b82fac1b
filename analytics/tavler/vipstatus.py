"""
How a VIP project and its goals stood on a date, by rules that the board prints.

The papers have no traffic light for these projects, and none is made up: a goal's state follows from its deadline and
from what the papers say of it. Only what stood in a paper by the date counts (`papirer`).

Sources: the tables ``vip_projekt``, ``vip_maal``, ``vip_status``, ``vip_deltager``, ``vip_haendelse`` and ``kilde``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

import pandas as pd

from analytics import papirer
from analytics.paastand import Kilde

Art = Literal["naaet", "ikke_naaet", "ikke_maalt", "videre", "afsluttet", "i_gang"]
ARTER: tuple[Art, ...] = get_args(Art)

REGEL: Mapping[Art, str] = {
    "naaet": "Papirerne siger, at målet er nået.",
    "ikke_naaet": "Fristen er passeret, og papirerne siger, at målet ikke er nået.",
    "ikke_maalt": "Fristen er passeret, og ingen af papirerne afgør, om målet er nået.",
    "videre": "Fristen er ikke passeret, eller målet har ingen, og papirerne siger, hvad der fører det videre.",
    "afsluttet": "Projektets periode er ovre, og papirerne siger ikke, hvad der fører målet videre.",
    "i_gang": "Projektets periode løber endnu.",
}
"""The rule: the first that fits is the goal's state. What carries a goal on stands beside every state."""

NAVNE: Mapping[Art, str] = {
    "naaet": "nået",
    "ikke_naaet": "ikke nået til fristen",
    "ikke_maalt": "frist passeret, ikke målt i kilderne",
    "videre": "videreført i …",
    "afsluttet": "afsluttet",
    "i_gang": "i gang",
}
"""What each state is called."""

_MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)


@dataclass(frozen=True)
class Tilstand:
    """
    A goal's state on a date: which it is, in words, and what carries the goal on (None where nothing is known to).

    The words name the paper and the line that the state rests on, where it rests on one.
    """

    art: Art
    ord: str
    videre: str | None


@dataclass(frozen=True)
class Punkt:
    """One thing that a paper says of a project, where, and whether it says the same of several projects at once."""

    tekst: str
    kilde: Kilde
    faelles: bool


@dataclass(frozen=True)
class Afsnit:
    """What a paper says of a project under one heading (`art`), with the paper's date and how sure that is."""

    art: str
    dato: date
    praecision: str
    punkter: tuple[Punkt, ...]


def er_afsluttet(til_aar: float | None, paa: date) -> bool:
    """
    Say whether a project's period is over on a date; one without a last year is not.

    >>> er_afsluttet(2023, date(2023, 12, 31)), er_afsluttet(2023, date(2024, 1, 1))
    (False, True)
    """
    return til_aar is not None and not pd.isna(til_aar) and paa.year > int(til_aar)


def tilstand(maal: pd.Series, til_aar: float | None, kilder: frozenset[str], paa: date) -> Tilstand:
    """
    Return the state of a goal (a row of ``vip_maal``) on a date, by `REGEL`.

    `til_aar` is the last year of its project; `kilder` are the papers known by then (`kendte_kilder`). A deadline is
    passed the day after it.
    """
    frist: date | None = None if pd.isna(maal["frist"]) else maal["frist"].date()
    passed = frist is not None and frist < paa
    said = _known(maal, "belaeg", kilder)
    onwards = _known(maal, "videre", kilder)
    videre = f"videreført i {maal['videre_i']} ({onwards.kort})" if onwards else None
    settled = None if said is None or pd.isna(maal["naaet"]) else str(maal["naaet"])

    if said and settled == "ja":
        return Tilstand("naaet", f"nået ({said.kort})", videre)
    if said and settled == "nej" and passed:
        return Tilstand("ikke_naaet", f"ikke nået til fristen ({said.kort})", videre)
    if passed:
        partly = said if maal["maalt"] == "delvist" else None
        measured = f"delvist målt ({partly.kort})" if partly else "ikke målt i kilderne"
        return Tilstand("ikke_maalt", f"frist passeret, {measured}", videre)
    if videre:
        return Tilstand("videre", videre, None)
    # In the paper's own words, as beside the goal: «inden 2030» has its last day in 2029.
    deadline = "målet har ingen frist" if frist is None else f"frist {_deadline(maal, frist)}"
    if er_afsluttet(til_aar, paa):
        assert til_aar is not None
        return Tilstand("afsluttet", f"afsluttet {int(til_aar)}; {deadline}", None)
    return Tilstand("i_gang", f"i gang; {deadline}", None)


def _deadline(maal: pd.Series, frist: date) -> str:
    return str(frist.year) if pd.isna(maal["frist_trykt"]) else str(maal["frist_trykt"]).lower()


def _known(maal: pd.Series, what: str, kilder: frozenset[str]) -> Kilde | None:
    """Where a paper known by then says what carries a goal on (`videre`), or how it went (`belaeg`)."""
    kilde_id = maal[f"{what}_kilde_id"]
    if pd.isna(kilde_id) or kilde_id not in kilder:
        return None
    return Kilde(str(kilde_id), int(maal[f"{what}_kilde_linje"]))


def tilstande(frames: Mapping[str, pd.DataFrame], paa: date) -> pd.DataFrame:
    """Return the goals known on a date, in printed order, with their state as `tilstand`, `ord` and `videre`."""
    kilder = papirer.kendte_kilder(frames["kilde"], paa)
    projects = frames["vip_projekt"].set_index("projekt_id")
    goals = papirer.kendt(frames["vip_maal"], frames["kilde"], paa).assign(
        plads=lambda frame: frame["projekt_id"].map(projects["nr"])
    )
    goals = goals.sort_values(["plads", "nr"]).drop(columns="plads").reset_index(drop=True)
    states = [tilstand(row, projects["til_aar"][row["projekt_id"]], kilder, paa) for _, row in goals.iterrows()]
    return goals.assign(
        tilstand=[state.art for state in states],
        ord=[state.ord for state in states],
        videre=pd.Series([state.videre for state in states], dtype=object),
    )


def historier(frames: Mapping[str, pd.DataFrame], paa: date) -> dict[str, list[Afsnit]]:
    """Return what the papers known on a date say, by projekt_id: the newest first, in printed order within each."""
    known = papirer.kendt(frames["vip_status"], frames["kilde"], paa).sort_values("raekkefoelge", kind="stable")
    together = known.groupby(["kilde_id", "kilde_linje"])["projekt_id"].nunique()
    parts: dict[str, list[Afsnit]] = {}
    for _, rows in known.groupby(["projekt_id", "art", "dato"], sort=False):
        first = rows.iloc[0]
        points = tuple(
            Punkt(str(row["tekst"]), Kilde.af(row), together[row["kilde_id"], row["kilde_linje"]] > 1)
            for _, row in rows.iterrows()
        )
        part = Afsnit(str(first["art"]), first["dato"].date(), str(first["dato_praecision"]), points)
        parts.setdefault(str(first["projekt_id"]), []).append(part)
    return {projekt_id: sorted(own, key=lambda part: part.dato, reverse=True) for projekt_id, own in parts.items()}


def seneste(afsnit: list[Afsnit], art: str, *, egne: bool = False) -> Afsnit | None:
    """Return the newest of a project's sections of that kind, or None; `egne` passes over what is said of several."""
    found = (part for part in afsnit if part.art == art and not (egne and all(point.faelles for point in part.punkter)))
    return next(found, None)


def rapportmaaneder(rapportering: str) -> list[tuple[int, int]]:
    """
    Return the months (from, to) in which reports are due each year, as the text on reporting names them.

    >>> rapportmaaneder("Forår (marts-april), efterår (oktober-november) og til sidst i perioden.")
    [(3, 4), (10, 11)]
    """
    name = "|".join(_MONTHS)
    return [(_MONTHS.index(a) + 1, _MONTHS.index(b) + 1) for a, b in re.findall(rf"({name})-({name})", rapportering)]


def rapporter(vip_projekt: pd.DataFrame, vip_haendelse: pd.DataFrame, omraade: str) -> list[tuple[date, date]]:
    """
    Return when reports were due: a first and a last day for each, from the projects' start to their last year's end.

    Empty where the papers name no months.
    """
    projects = vip_projekt[vip_projekt["omraade"] == omraade]
    starts = vip_haendelse[(vip_haendelse["omraade"] == omraade) & (vip_haendelse["art"] == "start")]
    due = rapportmaaneder(projects["rapportering"].iloc[0])
    if not due or starts.empty or projects["til_aar"].isna().any():
        return []
    begun, last_year = starts["til_dato"].min().date(), int(projects["til_aar"].max())
    windows = [
        (date(year, first, 1), papirer.sidste_dag(date(year, last, 1), "maaned"))
        for year in range(begun.year, last_year + 1)
        for first, last in due
    ]
    return [window for window in windows if window[0] > begun]


def deltagelse(frames: Mapping[str, pd.DataFrame], omraade: str, paa: date) -> pd.DataFrame:
    """
    Return who is named in the projects of a field on a date: one row per projekt_id and aktoer_id, with its roles.

    `roller` is a tuple of 'tovholder', 'deltager', 'temagruppe', in that order; a role with a date counts from it, and
    `fra_dato` and `fra_dato_praecision` are the first role's.
    """
    projects = frames["vip_projekt"].query("omraade == @omraade")["projekt_id"]
    known = papirer.kendt(frames["vip_deltager"], frames["kilde"], paa)
    known = known[known["projekt_id"].isin(projects)]
    known = known[known["fra_dato"].isna() | (known["fra_dato"] <= pd.Timestamp(paa))]
    order = ["tovholder", "deltager", "temagruppe"]
    named = known.assign(trin=known["rolle"].map(order.index)).sort_values("trin")
    found: pd.DataFrame = (
        named.groupby(["projekt_id", "aktoer_id"], sort=False)
        .agg(
            roller=("rolle", tuple),
            fra_dato=("fra_dato", "first"),
            fra_dato_praecision=("fra_dato_praecision", "first"),
            kilde_id=("kilde_id", "first"),
            kilde_linje=("kilde_linje", "first"),
        )
        .reset_index()
        .merge(frames["aktoer"][["aktoer_id", "navn", "art", "kommune_id"]], on="aktoer_id")
    )
    return found


def med_liste(named: pd.DataFrame) -> frozenset[str]:
    """
    Return the projects (projekt_id) with a list of kommuner: only there can one that is not named be called that.

    A paper that names a tovholder alone has no list. `named` is what `deltagelse` returns.
    """
    kommuner = named[named["art"] == "kommune"]
    return frozenset(kommuner.loc[["deltager" in roles for roles in kommuner["roller"]], "projekt_id"])


def haendelser(frames: Mapping[str, pd.DataFrame], omraade: str, paa: date) -> pd.DataFrame:
    """
    Return the timeline on a date: what had begun by then, and what the papers known then expected (`ventet`).

    What lies in the past is history, whichever paper tells of it.
    """
    events = frames["vip_haendelse"].query("omraade == @omraade")
    expected = events["fra_dato"].dt.date > paa
    known = events["kilde_id"].isin(papirer.kendte_kilder(frames["kilde"], paa))
    told: pd.DataFrame = events.assign(ventet=expected)[~expected | known]
    return told.sort_values(["fra_dato", "til_dato"])
