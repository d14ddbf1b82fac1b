"""What the paper's running text says of an area, in our own words."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dansk import saetning, tal
from pages.reading import queries

_WORDS = {
    ("borgere_pr_kapacitet", "hoejest"): "har flest borgere pr. kapacitet{om}: {tal}",
    ("borgere_pr_kapacitet", "lavest"): "har færrest borgere pr. kapacitet{om}: {tal}",
    ("borgere_pr_kapacitet", "over"): "har over {tal} borgere pr. kapacitet{om}",
    ("borgere_pr_kapacitet", "blandt"): "nævnes blandt områderne med lav dækning{om}",
    (
        "borgere_pr_kapacitet_uden",
        "tal",
    ): "får {tal} borgere pr. kapacitet i {aar}{om}, hvis kapaciteten ikke øges",
    ("befolkningsvaekst_pct", "hoejest"): "er blandt dem, der vokser mest til {aar}: {tal} %",
    ("befolkningsvaekst_pct", "tal"): "ændrer sig til {aar} med {tal} %",
    ("planomraade", "placering"): "regnes til planområde {planomraade}",
    ("uger_gns", "lavest"): "er blandt dem med kortest ventetid{om}: {tal} uger",
    ("uger_gns", "hoejest"): "er blandt dem med længst ventetid{om}: {tal} uger",
    (
        "forandring_pct",
        "hoejest",
    ): "er blandt dem, der vinder mest ved forslaget{om}: {tal} % færre borgere pr. kapacitet",
    (
        "pendlerandel_pct",
        "hoejest",
    ): "har den højeste pendling{om}: {tal} % af klinikkernes patienter bor et andet sted",
}
"""How a claim is worded, by what it is about and its kind; other kinds only point to an appendix."""


def show(omraade_id: str) -> None:
    """List what the text says of the area, each with its line and with a mark where the tables say otherwise."""
    claims = queries.tables()["tekstpaastand"].query("omraade_id == @omraade_id")
    name = queries.area_names()[omraade_id]
    lines: dict[str, list[str]] = {}
    for _, claim in claims.iterrows():
        if (claim["hvad"], claim["art"]) in _WORDS:
            said = lines.setdefault(_sentence(claim), [])
            said.append(f"{claim['kilde_id']}, linje {claim['kilde_linje']}")
    if not lines:
        return
    sentences = [f"- {name} {said}. ({saetning.listed(list(dict.fromkeys(at)))})" for said, at in lines.items()]
    st.subheader(f"Hvad papirets tekst siger om {name}", anchor=False)
    st.markdown("\n".join(sentences))


def _sentence(claim: pd.Series) -> str:
    return _WORDS[claim["hvad"], claim["art"]].format(
        tal=tal.as_printed(claim["tal"]),
        om="" if pd.isna(claim["speciale"]) else f" på speciale {int(claim['speciale'])}",
        aar="" if pd.isna(claim["aar"]) else int(claim["aar"]),
        planomraade="" if pd.isna(claim["planomraade"]) else claim["planomraade"].capitalize(),
    )
