"""How an assessment of the catalogue is shown: filled marks, an empty frame, hatching; never a nought."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from analytics.mobilitet.katalog import FLEST_STJERNER
from dansk import maengde, tal
from pages.components import Cell, Rating
from pages.reading import queries

TABLES = ("mobilitet_vurdering", "mobilitet_indsats", "pejlemaerke")
_WORDS = {"ingen_positiv_effekt": "ingen positiv effekt", "ikke_vurderet": "ikke vurderet"}
_SHORT = {"ingen_positiv_effekt": "ingen", "ikke_vurderet": "?"}


def warnings() -> None:
    """Show what the catalogue says its own ratings may not be used for; this stands above everything made of them."""
    caveats = queries.description("mobilitet_vurdering").caveats
    with st.container(border=True, key="advarsel"):
        st.markdown(f":material/warning: **Katalogets egne forbehold.** {' '.join(caveat.text for caveat in caveats)}")


def legend() -> str:
    """Return what the marks mean."""
    return (
        f"Fyldte felter er stjerner, 1-{FLEST_STJERNER}. «ingen» er ingen positiv effekt. «?» på skraveret bund er "
        "ikke vurderet. "
        "*t* er tolket ud fra arkets tekst, fordi oversigtens tomme felter er tabt. ▼ er, hvor arkets tekst siger, "
        "at noget bliver ringere."
    )


def assessments() -> pd.DataFrame:
    """Return every assessment with its measure's rate of return, indexed by indsats_nr and pejlemaerke_id."""
    frames = queries.tables()
    rates = frames["mobilitet_indsats"][["indsats_nr", "intern_rente_pct", "intern_rente_op_til"]]
    return frames["mobilitet_vurdering"].merge(rates, on="indsats_nr").set_index(["indsats_nr", "pejlemaerke_id"])


def goals() -> pd.DataFrame:
    """Return the six pejlemærker in their order."""
    return queries.tables()["pejlemaerke"].sort_values("nr")


def words(row: Any) -> str:
    """Return an assessment in words, e.g. «3 stjerner (tolket)»."""
    if row.vurdering != "positiv":
        text = _WORDS[row.vurdering]
    elif pd.isna(row.stjerner):
        text = f"positiv, {_rate(row)}"
    else:
        text = maengde.counted(int(row.stjerner), "stjerne", "stjerner")
    worse = "; teksten siger, at noget bliver ringere" if row.teksten_siger == "forvaerring" else ""
    return text + (" (tolket)" if row.placering == "tolket" else "") + worse


def cell(row: Any, goal: str) -> Cell:
    """Return the cell of an assessment, with what the sheet says as its explanation."""
    unknown = row.vurdering == "ikke_vurderet"
    shown = _rate(row, short=True) if row.vurdering == "positiv" and pd.isna(row.stjerner) else ""
    reason = "" if pd.isna(row.begrundelse) else f" Tolket: {row.begrundelse}"
    return Cell(
        _SHORT.get(row.vurdering, shown),
        None if unknown else _sorted_by(row),
        unknown=unknown,
        rating=Rating(
            row.vurdering,
            None if pd.isna(row.stjerner) else int(row.stjerner),
            f"{goal}: {words(row)}. {row.tekst}{reason}",
            tolket=row.placering == "tolket",
            ringere=row.teksten_siger == "forvaerring",
        ),
    )


def short(drawn: Cell) -> str:
    """Return the assessment that a cell draws in a few words, for paper and spreadsheets: «3 af 5 (t)»."""
    rating = drawn.rating
    if rating is None:
        return drawn.text
    text = "ikke vurderet" if rating.kind == "ikke_vurderet" else drawn.text
    if rating.stars:
        text = f"{rating.stars} af {FLEST_STJERNER}"
    return text + (" (t)" if rating.tolket else "") + (" ▼" if rating.ringere else "")


def _sorted_by(row: Any) -> float:
    if row.vurdering == "ingen_positiv_effekt":
        return 0.0
    return 0.5 if pd.isna(row.stjerner) else float(row.stjerner)


def _rate(row: Any, *, short: bool = False) -> str:
    upper = "op til " if row.intern_rente_op_til else ""
    figure = tal.as_printed(row.intern_rente_pct)
    return f"{upper}{figure}\N{NO-BREAK SPACE}%" if short else f"intern rente {upper}{figure}\N{NO-BREAK SPACE}%"
