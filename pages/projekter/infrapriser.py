"""The price of each undertaking on the list beside that of the same one in the mobility catalogue, on one scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd
import streamlit as st

from analytics.tabeller import Frames
from analytics.tavler import vippris
from analytics.tavler.vippris import Anlaeg, Led, Pris, Retning
from dansk import beloeb, maengde, saetning
from dansk.saetning import begun
from pages import components, view
from pages.components import Cell, Column, Row
from pages.katalog import indsatser, priser
from pages.navigation import addresses
from pages.reading import queries, sources
from pages.tavler import boards, dag
from pages.tavler.boards import Axis, Lane, ScaleRow, Span
from pages.tavler.tavle import Tavle, Udsnit

_STEP = 5000
"""Mio. kr. between the lines of the scale."""

NO_LIST = "Papirerne har endnu ikke listen over projekterne"
DATED_BY = ("vip_pris", "vip_katalog", "vip_haendelse", "vip_status")
"""The tables that the boards of the infrastructure projects are from."""

_WAYS: Mapping[Retning, str] = {
    "over": "en højere pris",
    "under": "en lavere pris",
    "inden for": "en pris inden for listens spænd",
}


def _undertakings(of: Udsnit) -> list[Anlaeg]:
    """The undertakings of the chosen project, or of all, as they were known on the day."""
    return [one for one in queries.undertakings(of.paa) if of.valgt in ("alle", one.projekt_id)]


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
    """Return the finding: how the prices that can be held together have moved, and where most."""
    shown = _undertakings(of)
    found = vippris.prisfund(shown)
    if not shown:
        return NO_LIST
    if of.valgt != "alle":
        return "; ".join(_headline_of(one, of.paa) for one in shown)
    if found.mest is None:
        return "Listens priser kan ikke holdes op mod mobilitetskataloget på den dag"
    count = len(found.sammenlignet)
    told = [
        f"{'alle' if found.veje[way] == count else found.veje[way]} {words}"
        for way, words in _WAYS.items()
        if found.veje[way]
    ]
    return (
        f"{'De' if len(told) == 1 else 'Af de'} {count} anlæg, der kan holdes op mod mobilitetskataloget, har "
        f"{saetning.listed(told)} dér; {found.mest.navn} mest i kroner: {listed_price(found.mest)} → "
        f"{amount(found.mest.katalogpris)}"
    )


def _headline_of(one: Anlaeg, paa: date) -> str:
    listed = f"{one.navn}: {listed_price(one)} på listen"
    if one.retning:
        moved = f" ({_change(one)})" if one.aendring else ""
        return f"{listed}, {amount(one.katalogpris)} i kataloget{moved}"
    return f"{listed}, {'kan ikke holdes op mod kataloget' if one.katalog else missing(paa)}"


def _show(of: Udsnit) -> None:
    """Show the prices on one scale, what must be known to read them, and the same as a table."""
    shown, paa = _undertakings(of), of.paa
    if not shown:
        dag.not_yet("Listen over projekterne", ("vip_pris",))
        return
    _caveats()
    together = [one for one in shown if one.retning]
    others = [one for one in shown if not one.retning]
    apart = [] if view.on_projector() and together else others
    boards.scale(
        "priser",
        "Anlæg",
        [_row(one, paa) for one in together] + [_row(one, paa, first=one is apart[0]) for one in apart],
        Axis.from_nought(vippris.hoejeste(shown), _STEP, beloeb.paa_akse),
        alt=headline(of),
        large=view.on_projector(),
    )
    st.caption(
        "Grå er listen, blå er kataloget. En bjælke er et spænd, en prik én pris. "
        "Kun priser på samme anlæg er tegnet sammen; de andre står med ord."
    )
    if view.on_projector():
        if together and others:
            count = maengde.counted(len(others), "anlæg", "anlæg")
            st.caption(f"{count} kan ikke sammenlignes; de står på den normale visning.")
    else:
        with st.expander("De samme priser som tabel", icon=":material/table_rows:"):
            _table(shown, headline(of), missing(paa))


def _caveats() -> None:
    """Show what must be known before two prices are held together."""
    for caveat in queries.description("vip_katalog").caveats:
        with st.container(border=True):
            st.markdown(f":material/warning: **Priserne har ikke samme grundlag.** {caveat.text}")


def _row(one: Anlaeg, paa: date, *, first: bool = False) -> ScaleRow:
    lanes = [Lane(_spans(one.pris, "foer"), f"Listen: {listed_price(one)}")]
    new = one.katalogpris
    if one.retning:
        lanes.append(Lane(_spans(new, "efter"), f"Kataloget: {_added([led.pris for led in one.katalog], new)}"))
    else:
        lanes += [Lane((), f"Kataloget: {catalogue_price(led)}; kan ikke sammenlignes") for led in one.katalog]
        lanes += [] if one.katalog else [Lane((), begun(missing(paa)))]
    moved = [f"Forskel: {_change(one)}."] if one.aendring else []
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


def _spans(price: Pris, form: boards.Form) -> Sequence[Span]:
    if price.lav is None or price.hoej is None:
        return ()
    return (Span(price.lav, price.hoej, form),)


def _parts(one: Anlaeg) -> Sequence[Led | None]:
    """The catalogue's measures of an undertaking; one that it has none of has a row all the same."""
    return one.katalog or (None,)


def _table(shown: list[Anlaeg], finding: str, missing: str) -> None:
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
        [
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
        ],
        alt=finding,
        cards=True,
    )


def _yes_no(led: Led) -> str:
    return "ja" if led.sammenlignelig else "nej"


def printed(of: Udsnit) -> list[sources.Printed]:
    """Return where each price is printed."""
    found = []
    for one in _undertakings(of):
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


def of_version(frames: Frames, of: Udsnit) -> pd.Series:
    """Return one version's prices in mio. kr. by undertaking, for comparing it with another."""
    found: dict[str, float | None] = {}
    for one in vippris.anlaeg(frames, of.paa):
        found[f"{one.navn}, listen, højest"] = one.pris.hoej
        found |= {f"Indsats {led.indsats_nr}, højest": led.pris.hoej for led in one.katalog}
    return pd.Series(found, dtype=float)


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
    tal=of_version,
    trykt=printed,
)
