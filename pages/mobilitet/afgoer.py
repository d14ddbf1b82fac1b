"""Which unknown, once somebody has settled it, could change who is at the top."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analytics.mobilitet import afgoerende_ukendte, oeverste
from dansk import saetning
from pages import components, view
from pages.components import Cell, Column, Row
from pages.drawing import downloads
from pages.katalog import indsatser, vurderinger
from pages.mobilitet import filtre, parametre, rang


def show(weights: Sequence[float]) -> None:
    """Show the unknowns that alone could change the top, and how."""
    best = view.value(parametre.BEDSTE)
    catalogue = filtre.weighed()
    found = afgoerende_ukendte(catalogue, weights, best)
    top = [f"{nr} {catalogue.navne[nr]}" for nr in oeverste(catalogue, weights, best)]
    st.header(
        f"{len(found)} ukendte vurderinger kan hver for sig ændre de {best} øverste"
        if found
        else f"Ingen ukendt vurdering kan alene ændre de {best} øverste",
        anchor=False,
    )
    vurderinger.warning()
    view.slider(parametre.BEDSTE, best, width=170)
    equal = f" De er {len(top)}, fordi de sidste af dem står lige." if len(top) > best else ""
    st.caption(f"Øverst er nu, når alt ukendt regnes for det laveste, det kan være: {saetning.listed(top)}.{equal}")
    if not found:
        return
    goals = vurderinger.goal_names()
    components.table(
        "afgoerende",
        (
            Column("indsats", "Indsats"),
            Column("pejlemaerke", "Ikke kendt på"),
            Column("hvad", "Hvad der sker, når den bliver vurderet"),
        ),
        [
            Row(
                (
                    indsatser.link(each.indsats_nr),
                    Cell(goals[each.pejlemaerke_id]),
                    Cell(" ".join(outcome.saetning for outcome in each.udfald)),
                )
            )
            for each in found
        ],
        alt="De ukendte vurderinger, der hver for sig kan ændre, hvem der er øverst",
        cards=True,
    )
    downloads.bar(
        "afgoerende",
        lambda: pd.DataFrame(
            {
                "indsats": each.indsats_nr,
                "navn": catalogue.navne[each.indsats_nr],
                "pejlemærke": goals[each.pejlemaerke_id],
                "stjerner": ", ".join(map(str, outcome.stjerner)),
                "hvad der sker": outcome.saetning,
            }
            for each in found
            for outcome in each.udfald
        ),
        tables=vurderinger.TABLES,
        selection=rang.selection(weights),
    )
