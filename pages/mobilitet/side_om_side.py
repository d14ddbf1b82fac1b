"""Two to six measures side by side: the stars as dots on one scale, the texts, the facts, and where they are."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analytics.mobilitet.sammenstilling import FAERREST, FLEST, sammenstil
from pages import components, view
from pages.components import Cell, Column, Row
from pages.drawing import charts, downloads
from pages.frame import notices
from pages.katalog import indsatser, priser, vurderinger
from pages.mobilitet import ark, filtre, oversigt, parametre


def show() -> None:
    """Show the chosen measures side by side, or say how many can be chosen."""
    chosen = view.choose_many(parametre.SAMMEN, f"Vælg {FAERREST}-{FLEST} indsatser")
    if not FAERREST <= len(chosen) <= FLEST:
        notices.empty(f"Vælg mellem {FAERREST} og {FLEST} indsatser. Der er valgt {len(chosen)}.")
        return
    st.header(oversigt.headline(chosen), anchor=False)
    st.altair_chart(
        charts.on_one_scale(sammenstil(filtre.catalogue(), chosen).vurdering),
        alt=f"{len(chosen)} indsatser på én skala fra ingen positiv effekt til fem stjerner; tallene står i tabellen",
    )
    _ratings(chosen)
    st.caption(
        f"Tallene ved prikkerne er indsatsernes numre; en streg er det, som en ukendt vurdering kan være. "
        f"{vurderinger.legend()}"
    )
    left, right = st.columns([1.5, 1], gap="medium")
    with left:
        _texts(chosen)
    with right:
        ark.where("hvor-side", chosen)
    downloads.bar(
        "side-om-side",
        _table(chosen),
        tables=vurderinger.TABLES,
        selection="; ".join(indsatser.name(nr) for nr in chosen),
        printed=oversigt.printed(chosen),
    )
    ark.footer()


def _columns(chosen: Sequence[int], kind: str) -> tuple[Column, ...]:
    art = "vurdering" if kind == "vurdering" else "tekst"
    return (Column("hvad", ""), *(Column(f"i{nr}", indsatser.name(nr), art) for nr in chosen))


def _ratings(chosen: Sequence[int]) -> None:
    rated = vurderinger.assessments()
    rows = [
        Row((Cell(goal.navn), *(vurderinger.cell(rated.loc[(nr, goal.pejlemaerke_id)], goal.navn) for nr in chosen)))
        for goal in vurderinger.goals().itertuples()
    ]
    components.table(
        "side-vurderinger",
        _columns(chosen, "vurdering"),
        rows,
        alt=f"Vurderingerne af {len(chosen)} indsatser side om side",
        cards=True,
    )


def _texts(chosen: Sequence[int]) -> None:
    rated = vurderinger.assessments()
    measures = {nr: indsatser.measure(nr) for nr in chosen}
    rows = [
        Row((Cell("Hvad det er"), *(Cell(measures[nr].beskrivelse) for nr in chosen))),
        Row((Cell("Anlæg, 2024-priser"), *(Cell(priser.price(measures[nr])) for nr in chosen))),
        Row((Cell("CO2e i anlæg"), *(Cell(priser.co2(measures[nr])) for nr in chosen))),
        *_facts(chosen),
        *(
            Row((Cell(goal.navn), *(Cell(rated.loc[(nr, goal.pejlemaerke_id)].tekst) for nr in chosen)))
            for goal in vurderinger.goals().itertuples()
        ),
        Row((Cell("OBS"), *(Cell(_or_dash(measures[nr].obs)) for nr in chosen))),
        Row((Cell("Hænger sammen med"), *(Cell(" ".join(ark.relations(nr, linked=False)) or "–") for nr in chosen))),
        Row((Cell("Bygger på"), *(Cell(_or_dash(measures[nr].baseret_paa)) for nr in chosen))),
    ]
    components.table(
        "side-tekster",
        _columns(chosen, "tekst"),
        rows,
        alt=f"Fakta og tekster om {len(chosen)} indsatser side om side",
        cards=True,
    )


def _facts(chosen: Sequence[int]) -> list[Row]:
    """Return a row for each kind of fact that several have in the same unit, and one for what is each one's own."""
    facts = sammenstil(filtre.catalogue(), chosen).fakta
    shared = facts[facts["faelles"]]
    kinds = shared[["hvad", "enhed"]].drop_duplicates().itertuples(index=False)
    own = facts[~facts["faelles"]]
    return [
        *(
            Row(
                (
                    Cell(what),
                    *(Cell(_told(shared[(shared["hvad"] == what) & (shared["enhed"] == unit)], nr)) for nr in chosen),
                )
            )
            for what, unit in kinds
        ),
        Row((Cell("Andre fakta"), *(Cell(_told(own, nr, named=True)) for nr in chosen))),
    ]


def _told(facts: pd.DataFrame, nr: int, *, named: bool = False) -> str:
    parts = []
    for fact in facts[facts["indsats_nr"] == nr].itertuples():
        more = ark.reservation(fact)
        parts.append((f"{fact.hvad}: " if named else "") + ark.figure(fact) + (f" ({more})" if more else ""))
    return ". ".join(parts) or "–"


def _or_dash(text: object) -> str:
    return "–" if pd.isna(text) else str(text)


def _table(chosen: Sequence[int]) -> pd.DataFrame:
    rated = vurderinger.assessments()
    return pd.DataFrame(
        {"pejlemærke": [goal.navn for goal in vurderinger.goals().itertuples()]}
        | {
            indsatser.name(nr): [
                vurderinger.words(rated.loc[(nr, goal.pejlemaerke_id)]) for goal in vurderinger.goals().itertuples()
            ]
            for nr in chosen
        }
    )
