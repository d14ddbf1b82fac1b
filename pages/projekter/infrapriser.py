"""The price of each undertaking on the list beside that of the same one in the mobility catalogue, on one scale."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from analytics.tabeller import Frames
from analytics.tavler import vippris
from analytics.tavler.vippris import Anlaeg, Led, Pris, stoerste_forskel
from dansk import saetning, tal
from dansk.saetning import begun
from pages import components, view
from pages.components import Cell, Column, Row
from pages.katalog import indsatser, priser
from pages.navigation import addresses
from pages.projekter import dag
from pages.reading import queries, sources
from pages.tavler import boards
from pages.tavler.boards import Lane, ScaleRow, Span

_STEP = 5000
"""Mio. kr. between the lines of the scale."""

NO_LIST = "Papirerne har endnu ikke listen over projekterne"

_WAYS = {"over": "en højere pris", "under": "en lavere pris", "inden for": "en pris inden for listens spænd"}


def undertakings(paa: date, chosen: str) -> list[Anlaeg]:
    """Return the undertakings of the chosen project, or of all, as they were known on the day."""
    return [one for one in queries.undertakings(paa) if chosen in ("alle", one.projekt_id)]


def papers(of: Iterable[Anlaeg]) -> set[str]:
    """Return the papers that the prices of some undertakings are from."""
    return {paper for one in of for paper in (one.kilde.kilde_id, *(led.kilde.kilde_id for led in one.katalog))}


def listed_price(one: Anlaeg) -> str:
    """Return the list's price, «ca.» where it is printed."""
    if one.pristekst is None or one.pris.lav is None or one.pris.hoej is None:
        return "ingen pris"
    return priser.listed(one.pristekst, one.pris.lav, one.pris.hoej)


def missing(paa: date) -> str:
    """Return why the catalogue has nothing of an undertaking on the day."""
    known = vippris.katalog_kendt(queries.tables(), paa)
    return "findes ikke som anlæg i kataloget" if known else "kataloget var der ikke endnu den dag"


def change(one: Anlaeg) -> str | None:
    """Return how the price has moved in kroner and percent, None where the two prices cannot be held together."""
    moved = one.aendring
    return priser.change(moved.lav, moved.hoej, moved.lav_pct, moved.hoej_pct) if moved else None


def catalogue_price(led: Led) -> str:
    """Return the catalogue's price in words, or why there is none."""
    return amount(led.pris) if led.pris.kendt else led.status


def amount(price: Pris) -> str:
    """Return a price in words."""
    if price.lav is None or price.hoej is None:
        return tal.UNKNOWN
    return priser.amount(price.lav, price.hoej)


def headline(paa: date, chosen: str = "alle") -> str:
    """Return the finding: how the prices that can be held together have moved, and where most."""
    shown = undertakings(paa, chosen)
    held = [one for one in shown if one.retning]
    if not shown:
        return NO_LIST
    if chosen != "alle":
        return "; ".join(_headline_of(one, paa) for one in shown)
    if not held:
        return "Listens priser kan ikke holdes op mod mobilitetskataloget på den dag"
    ways = Counter(one.retning for one in held)
    told = [f"{'alle' if ways[way] == len(held) else ways[way]} {words}" for way, words in _WAYS.items() if ways[way]]
    most = stoerste_forskel(held)
    assert most is not None  # some are held together
    return (
        f"{'De' if len(told) == 1 else 'Af de'} {len(held)} anlæg, der kan holdes op mod mobilitetskataloget, har "
        f"{saetning.listed(told)} dér; {most.navn} mest i kroner: {listed_price(most)} → {amount(most.katalogpris)}"
    )


def _headline_of(one: Anlaeg, paa: date) -> str:
    listed = f"{one.navn}: {listed_price(one)} på listen"
    if one.retning:
        moved = f" ({change(one)})" if one.aendring else ""
        return f"{listed}, {amount(one.katalogpris)} i kataloget{moved}"
    return f"{listed}, {'kan ikke holdes op mod kataloget' if one.katalog else missing(paa)}"


def show(paa: date, chosen: str) -> None:
    """Show the prices on one scale, what must be known to read them, and the same as a table."""
    shown = undertakings(paa, chosen)
    if not shown:
        dag.not_yet("Listen over projekterne", ("vip_pris",))
        return
    caveats()
    together = [one for one in shown if one.retning]
    apart = [] if view.on_projector() and together else [one for one in shown if not one.retning]
    high = max(price.hoej or 0.0 for one in shown for price in (one.pris, one.katalogpris))
    end = _STEP * max(1, math.ceil(high / _STEP))
    boards.scale(
        "priser",
        "Anlæg",
        [_row(one, end, paa) for one in together]
        + [_row(one, end, paa, first=place == 0) for place, one in enumerate(apart)],
        [(at / end, f"{at // 1000}{'' if at else ' mia. kr.'}") for at in range(0, end + 1, _STEP)],
        alt=headline(paa, chosen),
        large=view.on_projector(),
    )
    st.caption(
        "Grå er listen, blå er kataloget. En bjælke er et spænd, en prik én pris. "
        "Kun priser på samme anlæg er tegnet sammen; de andre står med ord."
    )
    if view.on_projector():
        if together and len(together) < len(shown):
            st.caption(f"{len(shown) - len(together)} anlæg kan ikke sammenlignes; de står på den normale visning.")
    else:
        with st.expander("De samme priser som tabel", icon=":material/table_rows:"):
            _table(shown, headline(paa, chosen), missing(paa))


def caveats() -> None:
    """Show what must be known before two prices are held together."""
    for caveat in queries.description("vip_katalog").caveats:
        with st.container(border=True):
            st.markdown(f":material/warning: **Priserne har ikke samme grundlag.** {caveat.text}")


def _row(one: Anlaeg, end: float, paa: date, *, first: bool = False) -> ScaleRow:
    lanes = [Lane(_spans(one.pris, end, "foer"), f"Listen: {listed_price(one)}")]
    new = one.katalogpris
    if one.retning:
        lanes.append(Lane(_spans(new, end, "efter"), f"Kataloget: {_added([led.pris for led in one.katalog], new)}"))
    else:
        lanes += [Lane((), f"Kataloget: {catalogue_price(led)}; kan ikke sammenlignes") for led in one.katalog]
        lanes += [] if one.katalog else [Lane((), begun(missing(paa)))]
    moved = [f"Forskel: {change(one)}."] if one.aendring else []
    why = [] if view.on_projector() else [led.forklaring for led in one.katalog]
    return ScaleRow(
        one.navn,
        lanes,
        one.kilde.kort,
        addresses.table("vip_pris"),
        " ".join([*moved, *why]) or None,
        skel=first,
    )


def _added(parts: Sequence[Pris], total: Pris) -> str:
    """The price, after its parts where it has several, e.g. `11 + 8 = 19 mia. kr.`; the unit only once."""
    if len(parts) == 1:
        return amount(total)
    unit = amount(total).split("\N{NO-BREAK SPACE}", 1)[1]
    return f"{' + '.join(amount(part).removesuffix(unit).strip() for part in parts)} = {amount(total)}"


def _spans(price: Pris, end: float, form: boards.Form) -> Sequence[Span]:
    if price.lav is None or price.hoej is None:
        return ()
    return (Span(price.lav / end, price.hoej / end, form),)


def _table(shown: list[Anlaeg], finding: str, missing: str) -> None:
    rows = []
    for one in shown:
        parts: list[Led | None] = list(one.katalog) or [None]
        for led in parts:
            rows.append(
                Row(
                    (
                        Cell(one.navn),
                        Cell(listed_price(one), unknown=not one.pris.kendt),
                        _measure(led),
                        Cell("–" if led is None else catalogue_price(led), unknown=led is None or not led.pris.kendt),
                        Cell("–" if led is None else "ja" if led.sammenlignelig else "nej"),
                        Cell(change(one) or "–", one.aendring.hoej if one.aendring else None),
                        Cell(f"{begun(missing)}." if led is None else led.forklaring),
                    )
                )
            )
    components.table(
        "pristabel",
        (
            Column("anlaeg", "Anlæg"),
            Column("liste", "Listen", "tal"),
            Column("indsats", "Indsats i kataloget"),
            Column("katalog", "Kataloget", "tal"),
            Column("kan", "Kan sammenlignes"),
            Column("forskel", "Forskel i alt", "tal"),
            Column("hvorfor", "Forklaring"),
        ),
        rows,
        alt=finding,
        cards=True,
    )


def _measure(led: Led | None) -> Cell:
    return Cell("–") if led is None else indsatser.link(led.indsats_nr)


def printed(paa: date, chosen: str) -> list[sources.Printed]:
    """Return where each price is printed."""
    found = []
    for one in undertakings(paa, chosen):
        found.append(
            sources.Printed(
                f"{one.navn}, listen",
                one.pristekst or "ingen pris",
                "vip_pris",
                one.kilde.kilde_id,
                one.kilde.kilde_linje,
            )
        )
        found += [
            sources.Printed(
                f"Indsats {led.indsats_nr}, kataloget",
                catalogue_price(led),
                "mobilitet_indsats",
                led.kilde.kilde_id,
                led.kilde.kilde_linje,
            )
            for led in one.katalog
        ]
    return found


def of_version(frames: Frames, paa: date) -> pd.Series:
    """Return one version's prices in mio. kr. by undertaking, for comparing it with another."""
    found: dict[str, Any] = {}
    for one in vippris.anlaeg(frames, paa):
        found[f"{one.navn}, listen, højest"] = one.pris.hoej
        found |= {f"Indsats {led.indsats_nr}, højest": led.pris.hoej for led in one.katalog}
    return pd.Series(found, dtype=float)


def download(paa: date, chosen: str) -> pd.DataFrame:
    """Return the prices, a row per undertaking and measure, to take away."""
    rows = []
    for one in undertakings(paa, chosen):
        parts: list[Led | None] = list(one.katalog) or [None]
        for led in parts:
            rows.append(
                {
                    "anlæg": one.navn,
                    "listen som trykt": one.pristekst,
                    "listen lavest, mio. kr.": one.pris.lav,
                    "listen højest, mio. kr.": one.pris.hoej,
                    "kilde": one.kilde.kilde_id,
                    "linje": one.kilde.kilde_linje,
                    "indsats": led.indsats_nr if led else None,
                    "indsatsens navn": led.navn if led else None,
                    "kataloget lavest, mio. kr.": led.pris.lav if led else None,
                    "kataloget højest, mio. kr.": led.pris.hoej if led else None,
                    "forskel i alt, mindst, mio. kr.": one.aendring.lav if one.aendring else None,
                    "forskel i alt, højst, mio. kr.": one.aendring.hoej if one.aendring else None,
                    "kan sammenlignes": ("ja" if led.sammenlignelig else "nej") if led else None,
                    "forklaring": led.forklaring if led else None,
                    "linje i kataloget": led.kilde.kilde_linje if led else None,
                }
            )
    return pd.DataFrame(rows, columns=["anlæg", "kilde", "linje"] if not rows else None)
