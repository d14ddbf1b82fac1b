"""The infrastruktur-VIP project that is the same undertaking as a measure, with both prices."""

from __future__ import annotations

import streamlit as st

from pages.katalog import indsatser, priser
from pages.reading import clock, markdown, queries, sources

TABLES = ("vip_projekt", "vip_pris", "vip_katalog")


def same_undertaking(nr: int) -> None:
    """Show the project that is the same undertaking as a measure, if any, with both prices and what can be compared."""
    pairs = [(one, led) for one in queries.undertakings(clock.today()) for led in one.katalog if led.indsats_nr == nr]
    for one, led in pairs:
        before = "ingen pris"
        if one.pris.lav is not None and one.pris.hoej is not None:
            before = priser.listed(one.pristekst or "", one.pris.lav, one.pris.hoej)
        name, why = markdown.plain(one.navn), markdown.plain(led.forklaring)
        what = "Kan sammenlignes" if led.sammenlignelig else "Kan ikke sammenlignes"
        st.markdown(
            f":material/compare_arrows: **Også infrastruktur-VIP: {name}.** VIP-listen: {before} ({one.kilde}). "
            f"Kataloget: {priser.price(indsatser.measure(nr)).rstrip('.')}. *{what}.* {why}"
        )
    if pairs:
        st.caption(markdown.plain(" ".join(caveat.text for caveat in queries.description("vip_katalog").caveats)))
        sources.footer(TABLES)
