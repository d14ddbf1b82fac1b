"""Who decides what, subject by subject, each with the line that it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from analytics.moeder import opgaver
from analytics.paastand import Kilde
from dansk import maengde
from pages import components
from pages.components import Cell, Column, Row
from pages.navigation import registry
from pages.reading import clock, queries, sources
from pages.reading.sources import Printed

TABLE = "beslutning"
_SUBJECTS: Mapping[str, str] = {
    "fysioterapi": "Fysioterapi",
    "mobilitet": "Mobilitet",
    "klima": "Klima-VIP",
    "infrastruktur": "Infrastruktur-VIP",
    "erhvervshuset": "Erhvervshuset",
    "laerepladser": "Lærepladser",
    "arbejdskraft": "Arbejdskraft",
    "socialt": "Socialt område",
    "udpegninger": "Udpegninger",
}
"""What each subject of the table is called, in the order of the menu."""


LEAD = (
    "**KKR Hovedstaden godkender, styrer Erhvervshuset og udpeger.** Ansvaret for fysioterapi har region og kommuner, "
    "og hver kommune beslutter selv, om den deltager i klimaprojekterne."
)
LEAD_RESTS_ON = (
    ("klima", 3),
    ("erhvervshuset", 1),
    ("udpegninger", 3),
    ("fysioterapi", 1),
    ("fysioterapi", 2),
    ("klima", 1),
)
"""The rows that the lead's claims rest on, claim by claim."""


def show() -> None:
    """Show the table of who decides what."""
    rows = queries.tables()[TABLE]
    st.markdown(LEAD)
    st.caption(f"Kilder: {'; '.join(sources_of_lead())}.")
    components.table(
        "hvem-beslutter",
        (Column("hvem", "Hvem"), Column("goer", "Hvad"), Column("kilde", "Kilde", ubrudt=True)),
        [
            Row(
                (
                    Cell(str(row["hvem"])),
                    Cell(str(row["goer"])),
                    sources.cell(Kilde.af(row), TABLE),
                ),
                group=name,
            )
            for subject, name in _SUBJECTS.items()
            for row in rows[rows["emne"] == subject].sort_values("raekkefoelge").to_dict("records")
        ],
        alt="Hvem der beslutter hvad, emne for emne. KKR Hovedstaden godkender, styrer Erhvervshuset og udpeger.",
        cards=True,
    )
    sources.show_printed("kilde-beslutninger", _printed())
    sources.papers((TABLE,), set(rows["kilde_id"]))


def deadlines() -> None:
    """Lead on to the meetings, with how many of their deadlines are passed."""
    passed = opgaver.fund(queries.tasks(clock.today())).passeret
    st.page_link(
        registry.MOEDER.script,
        label=f"Hvad er der frist for? {maengde.counted(passed, 'frist', 'frister')} er passeret.",
        icon=":material/event:",
    )


def sources_of_lead() -> Sequence[str]:
    """Return the sources of what the table comes to, claim by claim."""
    rows = queries.tables()[TABLE].to_dict("records")
    at = {(row["emne"], row["raekkefoelge"]): Kilde.af(row).kort for row in rows}
    return [at[claim] for claim in LEAD_RESTS_ON]


def _printed() -> list[Printed]:
    return [
        sources.printed(f"{_SUBJECTS[row['emne']]}: {row['hvem']}", row["goer"], Kilde.af(row), TABLE)
        for row in queries.tables()[TABLE].to_dict("records")
    ]
