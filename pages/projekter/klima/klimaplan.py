"""Efter 2023: what Klimaalliancen carries on, as a bar of the emissions that its networks work with, and its plan."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analytics.tavler import klimaalliance
from analytics.tavler.klimaalliance import UDLEDNING, Planpunkt, Udledning
from dansk import saetning, tal
from pages import components
from pages.components import Cell, Column, Row
from pages.drawing import charts, downloads
from pages.navigation import addresses
from pages.reading import queries, sources
from pages.tavler.tavle import Udsnit

TABLE = "klimaalliance"


def show(of: Udsnit) -> None:
    """Show the plan, unfolded on wish; nothing before a paper has it."""
    points = klimaalliance.plan(queries.tables(), of.paa)
    if not points:
        return
    box = st.expander(
        "Efter 2023: Klimaalliancens plan for 2025",
        icon=":material/arrow_forward:",
        key="boks-klimaplan",
        on_change="rerun",
    )
    if not box.open:
        return
    with box:
        emissions = klimaalliance.udledning(points)
        fields = saetning.begun(saetning.listed([part.navn.lower() for part in emissions.dele]))
        finding = f"{fields} er {_share(emissions.kendt)} af kommunernes udledning, og begge har et netværk"
        st.subheader(finding, anchor=False)
        left, right = st.columns([1, 1.7], gap="medium")
        with left:
            charts.show(
                "klimaplan",
                _bar(emissions, finding),
                title=finding,
                tables=(TABLE,),
            )
            st.caption("Kommunernes udledning i 2022 (scope 1+2). Resten er beregnet.")
        with right:
            _plan(points)
        downloads.bar(
            "klimaplan",
            pd.DataFrame(
                {
                    "område": each.omraade,
                    "hvad": each.hvad,
                    "hvornår": each.naar,
                    "tal, lavest": each.lav,
                    "tal, højest": each.hoej,
                    "enhed": each.enhed,
                    "kilde": str(each.kilde),
                }
                for each in points
            ),
            tables=(TABLE,),
            selection="Hele planen",
            printed=[sources.printed(each.omraade, each.hvad, each.kilde, TABLE) for each in points],
        )
        sources.footer((TABLE,))


def _bar(emissions: Udledning, alt: str) -> charts.Chart:
    return charts.stack(
        [charts.Block(part.navn, part.navn, part.pct, f"{part.navn}: {_share(part.pct)}") for part in emissions.dele],
        klimaalliance.HUNDREDE,
        left="Resten:",
        written=_share,
        alt=alt,
        twin=charts.Twin(
            (Column("hvad", "Hvad"), Column("pct", "Del af udledningen", "tal")),
            (
                *(Row((Cell(part.navn), Cell(_share(part.pct), part.pct))) for part in emissions.dele),
                Row((Cell("Resten (beregnet)"), Cell(_share(emissions.rest), emissions.rest))),
            ),
        ),
    )


def _share(pct: float) -> str:
    return f"{tal.as_printed(pct)} %"


def _plan(points: Sequence[Planpunkt]) -> None:
    components.table(
        "klimaplan-punkter",
        (Column("hvad", "Hvad"), Column("naar", "Hvornår", ubrudt=True), Column("tal", "Tal", "tal")),
        [
            Row(
                (
                    Cell(each.hvad, link=addresses.table(TABLE, each.kilde.kilde_linje)),
                    Cell(each.naar or "–"),
                    Cell(_figure(each), each.lav),
                ),
                group=each.omraade,
            )
            for each in points
        ],
        alt="Klimaalliancens plan for 2025, område for område",
        cards=True,
        height=420,
    )


def _figure(of: Planpunkt) -> str:
    if of.lav is None or of.hoej is None:
        return "–"
    ends = dict.fromkeys((tal.as_printed(of.lav), tal.as_printed(of.hoej)))
    unit = "% af udledningen" if of.enhed == UDLEDNING else (of.enhed or "").replace("pct.", "%")
    return f"{'-'.join(ends)} {unit}"
