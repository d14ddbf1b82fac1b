"""The table to take away: long, a row for each pair of places, and wide, as it is printed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pandas as pd
import streamlit as st

from analytics.begreber import SPECIALER
from analytics.pendling import pendlingstekst
from analytics.pendling.pendlingstekst import count, year
from analytics.pendling.stroemme import Retning, stoerste
from dansk import tal
from pages import view
from pages.drawing import downloads
from pages.frame import paper
from pages.fysioterapi.pendling.veje import TABLES, Veje
from pages.reading import queries, sources

_WAYS: tuple[Retning, ...] = ("ud", "ind")


def show(of: Veje) -> None:
    """Show the downloads, the printed rows behind the area's figures, and the source."""
    selection = f"Alle steder; speciale {min(SPECIALER)}, patienter i {year(queries.tables()['fysio_pendling'])}"
    if not view.on_projector():
        with paper.screen_only("hentning"), st.container(horizontal=True, vertical_alignment="center"):
            sources.show_printed("kilde-pendling", _printed(of))
            taken = partial(downloads.buttons, tables=TABLES, selection=selection)
            taken("pendling-lang", lambda: long(of), called="en række for hvert par")
            taken("pendling-bred", lambda: wide(of), called="som trykt")
    sources.footer(TABLES, "andele, netto og det største og mindste, den tabte celle kan være.")


def scope() -> str:
    """Say whose patients these are."""
    return pendlingstekst.scope(queries.tables()["fysio_pendling"])


def long(of: Veje) -> pd.DataFrame:
    """Return a row for each pair: as the source has it, and where the figure stands."""
    rows = queries.tables()["fysio_pendling"]
    lost = of.pendling.tabt
    is_lost = rows["placering"] == "tabt"
    return pd.DataFrame(
        {
            "klinik i": rows["klinik_id"].map(of.navne),
            "bor i": rows["hjem_id"].map(of.navne),
            "speciale": rows["speciale"],
            "år": rows["aar"].astype(str),
            "patienter": rows["patienter"],
            "mindst": rows["patienter"].mask(is_lost, None if lost is None else lost.lav),
            "højst": rows["patienter"].mask(is_lost, None if lost is None else lost.hoej),
            "rubrikken er": rows["placering"],
            "kilde": rows["kilde_id"],
            "linje": rows["kilde_linje"],
        }
    )


def wide(of: Veje) -> pd.DataFrame:
    """Return the table as it is printed: clinics down, homes across, blanks blank, and the lost cell in words."""
    lost = of.pendling.tabt
    names = [of.navne[place] for place in of.pendling.steder]
    rows = [
        [None if not value else "kendes ikke" if pd.isna(value) else int(value) for value in row]
        for row in of.pendling.patienter
    ]
    frame = pd.DataFrame(rows, columns=names, dtype=object)
    frame.insert(0, "Klinik i ↓ Bor i →", names)
    if lost is not None:
        words = f"{of.navne[lost.hjem]}: kendes ikke, {tal.number(lost.lav)} til {tal.number(lost.hoej)}"
        frame["Note"] = [words if place == lost.klinik else None for place in of.pendling.steder]
    return frame


def _printed(of: Veje) -> Iterator[sources.Printed]:
    """Where the figures of the area's largest flows and its own patients are printed; worked out when asked for."""
    rows = queries.tables()["fysio_pendling"].set_index(["klinik_id", "hjem_id"])[["kilde_id", "kilde_linje"]]
    at = {pair: (str(paper), int(where)) for pair, paper, where in rows.itertuples()}
    pairs = [(of.om, of.om)]
    pairs += [(flow.klinik, flow.hjem) for way in _WAYS for flow in stoerste(of.pendling, of.om, way)]
    for klinik, hjem in pairs:
        flow = f"{of.navne[hjem]} → {of.navne[klinik]}"
        yield sources.Printed(flow, count(of.pendling.celle(klinik, hjem)), "fysio_pendling", *at[klinik, hjem])
