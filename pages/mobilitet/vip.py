"""The infrastruktur-VIP project that is the same undertaking as a measure, with both prices."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from pages.katalog import indsatser, priser
from pages.reading import queries, sources

TABLES = ("vip_projekt", "vip_pris", "vip_katalog")


def same_undertaking(nr: int) -> None:
    """Show the project that is the same undertaking as a measure, if any, with both prices and what can be compared."""
    frames = queries.tables()
    found = (
        frames["vip_katalog"]
        .query("indsats_nr == @nr")
        .merge(frames["vip_pris"], on=["projekt_id", "del"], suffixes=("", "_vip"))
        .merge(frames["vip_projekt"][["projekt_id", "kort_navn"]], on="projekt_id")
    )
    for row in found.itertuples():
        known = not pd.isna(row.pris_mio_kr_lav)
        before = priser.listed(str(row.pristekst), row.pris_mio_kr_lav, row.pris_mio_kr_hoej) if known else "ingen pris"
        what = "Kan sammenlignes" if row.sammenlignelig else "Kan ikke sammenlignes"
        at = f"{row.kilde_id_vip}, linje {row.kilde_linje_vip}"
        st.markdown(
            f":material/compare_arrows: **Også infrastruktur-VIP: {row.navn}.** VIP-listen: {before} ({at}). "
            f"Kataloget: {priser.price(indsatser.measure(nr)).rstrip('.')}. *{what}.* {row.forklaring}"
        )
    if len(found):
        st.caption(" ".join(caveat.text for caveat in queries.description("vip_katalog").caveats))
        sources.footer(TABLES)
