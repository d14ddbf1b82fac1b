"""Coverage that follows the patients, beside the plain figure: who moves up, and who down."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analytics.begreber import FIRST_YEAR, SPECIALER
from analytics.pendling.billede import mest_usikre
from analytics.pendling.daekning import daekning
from analytics.pendling.fund import Daekningsfund, daekningsfund
from dansk import maengde, saetning, tal
from pages.drawing import charts, maps
from pages.fysioterapi.pendling.veje import Veje
from pages.reading import queries

TABLES = ("fysio_pendling", "fysio_kapacitet", "befolkning")
FORMEL = (
    "hver kliniks kapacitet er delt mellem områderne, som dens patienter bor; borgere ÷ den kapacitet, der når frem."
)
_STEADY = 5.0
"""A change of at most so many per cent is drawn and counted as none."""
_NAMED = 3
BRUG = "Det viser brug, ikke behov: folk rejser, fordi de må, eller fordi de vil."


@queries.kept()
def coverage(of_version: str) -> pd.DataFrame:
    """Return each area's coverage, plain and as it follows the patients (`daekning.daekning`)."""
    grundlag = queries.foundation.of(of_version)
    (capacity, *_) = grundlag.kapacitet()
    return daekning(
        grundlag.omraader, grundlag.borgere(FIRST_YEAR).astype(float), capacity, queries.commuting.of(of_version)
    )


def finding(of: Veje) -> str:
    """Return what it changes for the chosen area, or who loses by it."""
    if of.valgt is None:
        worse = _found().ringere
        return f"{len(worse)} områder får ringere dækning, når patienterne følges, mest {of.navne[worse[0]]}"
    rows = coverage().set_index("omraade_id")
    plain, reached = (tal.number(rows[f"borgere_pr_kapacitet{which}"][of.valgt]) for which in ("", "_naaet"))
    return f"{of.navne[of.valgt]}: fra {plain} til {reached} borgere pr. kapacitet, når patienterne følges"


def _found() -> Daekningsfund:
    return daekningsfund(coverage(), _STEADY)


def show(of: Veje, alt: str) -> None:
    """Show a line for each area, from the plain figure to the one that follows the patients."""
    rows = coverage()
    found = _found()
    changes = rows.set_index("omraade_id")["forandring_pct"]

    def most(areas: Sequence[str]) -> str:
        return saetning.listed([f"{of.navne[area]} {maengde.change(changes[area])}" for area in areas[:_NAMED]])

    st.caption(
        f"Rød er ringere, flere om hver kapacitet: mest {most(found.ringere)}. "
        f"Blå er bedre, {len(found.bedre)} områder: mest {most(found.bedre)}. "
        f"Fra ringest til bedst er der {tal.number(found.forhold, 1)} gange; fulgt "
        f"{maengde.between(found.forhold_naaet.lav, found.forhold_naaet.hoej, lambda times: tal.number(times, 1))}. "
        f"{BRUG}"
    )
    charts.show(
        "fulgt",
        charts.slope(
            rows.assign(navn=rows["omraade_id"].map(of.navne)),
            id="omraade_id",
            name="navn",
            before="borgere_pr_kapacitet",
            after="borgere_pr_kapacitet_naaet",
            titles=("Eget område", "Fulgt"),
            written=tal.number,
            changed=maengde.change,
            steady=_STEADY,
            chosen=of.valgt or found.ringere[0],
            alt=alt,
            note=_lost(of, rows),
        ),
        title="Borgere pr. kapacitet: områdets egen kapacitet, og når kapaciteten følger patienterne",
        tables=TABLES,
        on_choose=lambda area: maps.choose("" if area == of.valgt else area),
        large=True,
    )


def _lost(of: Veje, rows: pd.DataFrame) -> str:
    """What the lost cell does to the figures: the two areas that it matters most to."""
    if of.pendling.tabt is None:
        return ""
    said = [
        f"{of.navne[row['omraade_id']]} "
        f"{tal.number(row['borgere_pr_kapacitet_naaet_lav'])} til {tal.number(row['borgere_pr_kapacitet_naaet_hoej'])}"
        for row in mest_usikre(rows, 2).to_dict("records")
    ]
    return f"Den tabte celle er regnet som midten af sit spænd. Den betyder mest for {' og '.join(said)}."


def taken(of: Veje) -> pd.DataFrame:
    """Return the figures to take away."""
    rows = coverage()
    return pd.DataFrame(
        {
            "område": rows["omraade_id"].map(of.navne),
            "speciale": min(SPECIALER),
            "borgere": rows["borgere"],
            "kapacitet": rows["kapacitet"],
            "kapacitet, der når frem": rows["kapacitet_naaet"],
            "borgere pr. kapacitet": rows["borgere_pr_kapacitet"],
            "fulgt": rows["borgere_pr_kapacitet_naaet"],
            "fulgt, mindst": rows["borgere_pr_kapacitet_naaet_lav"],
            "fulgt, højst": rows["borgere_pr_kapacitet_naaet_hoej"],
            "forandring, %": rows["forandring_pct"],
        }
    )
