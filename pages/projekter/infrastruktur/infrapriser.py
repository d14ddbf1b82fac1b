"""The price of each undertaking on the list beside that of the same one in the mobility catalogue, on one scale."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import pandas as pd
import streamlit as st

from analytics.tabeller import Frames
from analytics.tavler import vippris
from analytics.tavler.vippris import Anlaeg, Led, Pris
from dansk import beloeb, saetning
from dansk.saetning import begun
from pages.components import Cell, Column, Row
from pages.drawing import charts
from pages.drawing.charts import Twin
from pages.katalog import indsatser, priser
from pages.reading import markdown, queries, sources
from pages.tavler import dag
from pages.tavler.tavle import Tavle, Udsnit

_STEP = 5000
"""Mio. kr. between the lines of the scale."""

NO_PAIRS = "Listens priser kan ikke holdes op mod kataloget på den dag"
NO_LIST = "Papirerne har endnu ikke listen over projekterne"
DATED_BY = ("vip_pris", "vip_katalog", "vip_haendelse", "vip_status")
"""The tables that the boards of the infrastructure projects are from."""


def _undertakings(of: Udsnit) -> list[Anlaeg]:
    """The undertakings of the chosen project, or of all, as they were known on the day."""
    return _chosen(queries.undertakings(of.paa), of)


def _chosen(undertakings: Iterable[Anlaeg], of: Udsnit) -> list[Anlaeg]:
    return [one for one in undertakings if of.valgt in ("alle", one.projekt_id)]


def listed_price(one: Anlaeg) -> str:
    """Return the list's price, «ca.» where it is printed."""
    if one.pristekst is None or one.pris.lav is None or one.pris.hoej is None:
        return "ingen pris"
    return priser.listed(one.pristekst, one.pris.lav, one.pris.hoej)


def missing(paa: date) -> str:
    """Return why the catalogue has nothing of an undertaking on the day."""
    known = vippris.katalog_kendt(queries.tables(), paa)
    return "findes ikke som anlæg i kataloget" if known else "kataloget var der ikke endnu den dag"


def _change(one: Anlaeg) -> str | None:
    """How the price has moved in kroner and percent, None where the two prices cannot be held together."""
    moved = one.aendring
    return beloeb.aendring(moved.lav, moved.hoej, moved.lav_pct, moved.hoej_pct) if moved else None


def catalogue_price(led: Led) -> str:
    """Return the catalogue's price in words, or why there is none."""
    return amount(led.pris) if led.pris.kendt else led.status


def amount(price: Pris) -> str:
    """Return a price in words."""
    return beloeb.mio_kr(price.lav, price.hoej)


def in_few_words(own: Sequence[Anlaeg]) -> str:
    """Return a project's price, from the list's to the catalogue's where the two can be held together."""
    old, new = vippris.samlet(own)
    if not old.kendt:
        return "Ingen pris på listen"
    if all(one.retning for one in own):
        return f"Pris: {amount(old)} → {amount(new)}"
    return f"Pris på listen: {amount(old)}"


def moved(paa: date) -> str | None:
    """Return how the prices of all undertakings that can be held together have moved, None where none can."""
    found = vippris.prisfund(queries.undertakings(paa))
    count, over = len(found.sammenlignet), found.veje["over"]
    if not count:
        return None
    return f"{'Alle' if over == count else f'{over} af'} {count} anlæg, der kan sammenlignes, er dyrere i kataloget"


def headline(of: Udsnit) -> str:
    """Return the finding: how many of the prices that can be held together have gone up."""
    shown = _undertakings(of)
    if not shown:
        return NO_LIST
    if of.valgt != "alle":
        return "; ".join(_headline_of(one, of.paa) for one in shown)
    return moved(of.paa) or NO_PAIRS


def _headline_of(one: Anlaeg, paa: date) -> str:
    listed = f"{one.navn}: {listed_price(one)} på listen"
    if one.retning:
        moved = f" ({_change(one)})" if one.aendring else ""
        return f"{listed}, {amount(one.katalogpris)} i kataloget{moved}"
    return f"{listed}, {'kan ikke holdes op mod kataloget' if one.katalog else missing(paa)}"


def _show(of: Udsnit) -> None:
    """Show an arrow from each of the list's prices to the catalogue's, and what must be known to read them."""
    shown, paa = _undertakings(of), of.paa
    if not shown:
        dag.not_yet("Listen over projekterne", ("vip_pris",))
        return
    charts.show(
        "priser",
        charts.arrows(
            _points(shown),
            name="anlæg",
            label="priser",
            step=_STEP,
            written=beloeb.paa_akse,
            alt=f"{saetning.stopped(headline(of))} For hvert anlæg en pil fra listens pris til katalogets.",
            twin=_twin(shown, missing(paa)),
        ),
        title=headline(of),
        tables=("vip_pris", "vip_katalog", "mobilitet_indsats"),
    )
    st.caption(
        "Grå er listen, blå er kataloget; en bjælke er et spænd. Kun priser på samme anlæg er forbundet af en pil. "
        "Grunden står i tabellen."
    )
    _caveats()


def _points(shown: Sequence[Anlaeg]) -> pd.DataFrame:
    """The undertakings from the top: those whose price has moved most in kroner, then the others as they are listed."""
    moved = sorted((one for one in shown if one.retning), key=lambda one: -abs(vippris.flyttet(one)))
    return pd.DataFrame(
        {
            "anlæg": one.navn,
            "priser": _both(one),
            "fra_lav": one.pris.lav,
            "fra_hoej": one.pris.hoej,
            "til_lav": one.katalogpris.lav if one.retning else None,
            "til_hoej": one.katalogpris.hoej if one.retning else None,
        }
        for one in (*moved, *(one for one in shown if not one.retning))
    )


def _both(one: Anlaeg) -> str:
    """The two prices, or the list's alone."""
    if not one.retning:
        return f"{listed_price(one)} på listen"
    return f"{listed_price(one)} → {amount(one.katalogpris)}"


def _caveats() -> None:
    """Show what must be known before two prices are held together: a line that unfolds."""
    for caveat in queries.description("vip_katalog").caveats:
        with st.expander("Priserne har ikke samme grundlag", icon=":material/warning:"):
            st.markdown(markdown.plain(caveat.text))


def _parts(one: Anlaeg) -> Sequence[Led | None]:
    """The catalogue's measures of an undertaking; one that it has none of has a row all the same."""
    return one.katalog or (None,)


def _twin(shown: Sequence[Anlaeg], missing: str) -> Twin:
    return Twin(
        (
            Column("anlaeg", "Anlæg"),
            Column("liste", "Listen", "tal"),
            Column("indsats", "Indsats i kataloget"),
            Column("katalog", "Kataloget", "tal"),
            Column("kan", "Kan sammenlignes"),
            Column("forskel", "Forskel i alt", "tal"),
            Column("hvorfor", "Forklaring"),
        ),
        tuple(
            Row(
                (
                    Cell(one.navn),
                    Cell(listed_price(one), unknown=not one.pris.kendt),
                    Cell("–") if led is None else indsatser.link(led.indsats_nr),
                    Cell("–" if led is None else catalogue_price(led), unknown=led is None or not led.pris.kendt),
                    Cell("–" if led is None else _yes_no(led)),
                    Cell(_change(one) or "–", one.aendring.hoej if one.aendring else None),
                    Cell(f"{begun(missing)}." if led is None else led.forklaring),
                )
            )
            for one in shown
            for led in _parts(one)
        ),
    )


def _yes_no(led: Led) -> str:
    return "ja" if led.sammenlignelig else "nej"


def printed(of: Udsnit) -> list[sources.Printed]:
    """Return where each price is printed."""
    found = []
    for one in _undertakings(of):
        found.append(sources.printed(f"{one.navn}, listen", one.pristekst or "ingen pris", one.kilde, "vip_pris"))
        found += [
            sources.printed(
                f"Indsats {led.indsats_nr}, kataloget", catalogue_price(led), led.kilde, "mobilitet_indsats"
            )
            for led in one.katalog
        ]
    return found


def figures(frames: Frames, of: Udsnit) -> dict[str, float | None]:
    """Return one version's prices in mio. kr. of what is chosen, by what they are called; None where there is none."""
    found: dict[str, float | None] = {}
    for one in _chosen(vippris.anlaeg(frames, of.paa), of):
        found |= _ends(f"{one.navn}, listen", one.pris)
        for led in one.katalog:
            found |= _ends(f"Indsats {led.indsats_nr}", led.pris)
    return found


def _ends(what: str, price: Pris) -> dict[str, float | None]:
    return {f"{what}, lavest": price.lav, f"{what}, højest": price.hoej}


def _rows(of: Udsnit) -> pd.DataFrame:
    """The prices, a row per undertaking and measure, to take away."""
    rows = [
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
            "kan sammenlignes": _yes_no(led) if led else None,
            "forklaring": led.forklaring if led else None,
            "linje i kataloget": led.kilde.kilde_linje if led else None,
        }
        for one in _undertakings(of)
        for led in _parts(one)
    ]
    return pd.DataFrame(rows)


TAVLE = Tavle(
    tabeller=("vip_pris", "vip_katalog", "mobilitet_indsats"),
    dateret_af=DATED_BY,
    fund=headline,
    vis=_show,
    raekker=_rows,
    papirer=lambda of: frozenset[str]().union(*(one.papirer for one in _undertakings(of))),
    tal=lambda frames, of: pd.Series(figures(frames, of), dtype=float),
    trykt=printed,
)
