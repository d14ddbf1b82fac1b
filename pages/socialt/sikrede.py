"""Secured institutions: a calculator of so many days of each kind, as ranges, and what the whole country pays."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from analytics.socialt import doegnpris
from analytics.socialt.doegnpris import SLAGS, Doegnpris, Regnestykke, Slags, Udgift
from analytics.socialt.paastande import TABELLER, Socialtal, socialtal
from analytics.tabeller import Frames
from dansk import beloeb, saetning, tal
from pages import components, view
from pages.components import Cell, Column, Row, Slider, SliderRow
from pages.drawing import charts
from pages.reading import markdown, queries
from pages.socialt import fortalt, parametre
from pages.style import theme
from pages.view import since

_NAMES: Mapping[Slags, str] = {
    "retlig": "Retlig anbringelse",
    "social": "Social anbringelse",
    "solo": "Soloprojekt",
}
_SHORT: Mapping[Slags, str] = {"retlig": "Retlige døgn", "social": "Sociale døgn", "solo": "Døgn i soloprojekt"}
_COUNTRY = (
    *("sikret-udgift", "sikret-udgift-naevn", "sikret-udgift-i-alt", "sikret-helaar", "sikret-helaarspris"),
    *("sikret-takst-aar", "sikret-takst-doegn", "sikret-kommunens-pct", "sikret-objektiv-pct", "sikret-social-pct"),
    *("social-takst-lav", "social-takst-hoej", "social-takst-aar-lav", "social-takst-aar-hoej"),
    *("soloprojekt-lav", "soloprojekt-hoej"),
)
_WHERE = "Hele landet"
_THOUSAND, _MILLION = 1000, 1_000_000
_MOST_STEPS = 5
"""The scale has at most so many steps."""
_TWICE = 2.0


def show() -> None:
    """Show the calculator, the country's figures, and what the note says."""
    prices = doegnpris.doegnpriser(queries.tables())
    days = {kind: view.value(parameter) for kind, parameter in parametre.DOEGN.items()}
    found = doegnpris.udgift(prices, days)
    finding = headline(prices)
    st.header(finding, anchor=False)
    since.then_and_now(_of_version)
    left, right = st.columns([1.5, 1], gap="medium", vertical_alignment="top")
    with left:
        _picture(found, finding)
    with right:
        _sliders(prices, days)
        st.caption(_told(prices))
    claims = [claim for price in prices.values() for claim in dict.fromkeys((price.lav, price.hoej))]
    fortalt.take_away(
        "sikrede",
        rows(found),
        claims,
        selection="; ".join(f"{_SHORT[kind]}: {tal.number(count)}" for kind, count in days.items()),
        worked_out="antal døgn gange prisen pr. døgn, hver ende for sig.",
    )
    if not view.on_projector():
        _country(prices)
        fortalt.views("sikrede", "Hvad notatet siger")
        fortalt.footer((*TABELLER, "social_synspunkt"), fortalt.papers(claims))


def headline(prices: Mapping[Slags, Doegnpris]) -> str:
    """Return the finding: how much dearer a project for one alone can be than a secured place."""
    _, most = doegnpris.gange(prices)
    if most <= 1:
        return "Et soloprojekt koster højst det samme som en sikret plads"
    times = "det dobbelte af" if tal.rounded(most, 1) == _TWICE else f"{tal.number(most, 1)} gange så meget som"
    return f"Et soloprojekt kan koste {times} en sikret plads"


def _amount(of: Udgift) -> str:
    return beloeb.omtrent(of.lav, of.hoej)


def _name(of: Udgift) -> str:
    what = _NAMES[of.pris.slags] if of.pris else "I alt"
    return f"{what}, {tal.number(of.doegn)} døgn:"


def _picture(found: Regnestykke, finding: str) -> None:
    spent = [*found.dele, found.i_alt]
    points = pd.DataFrame(
        {
            "navn": _name(of),
            "tekst": _amount(of),
            "fra_lav": None,
            "fra_hoej": None,
            "til_lav": of.lav,
            "til_hoej": of.hoej,
        }
        for of in spent
    )
    charts.show(
        "sikrede",
        charts.arrows(
            points,
            name="navn",
            label="tekst",
            step=(apart := step(found.i_alt.hoej)),
            written=lambda kr: tal.as_printed(kr / _MILLION) + (" mio. kr." if kr == apart else ""),
            large=True,
            alt=f"{saetning.stopped(finding)} "
            f"Kommunens betaling: {saetning.stopped('; '.join(f'{_name(of)} {_amount(of)}' for of in spent))}",
            twin=_twin(spent),
        ),
        title=f"Kommunens betaling. {finding}",
        tables=TABELLER,
        kilder=fortalt.papers(claim for of in found.dele if of.pris for claim in (of.pris.lav, of.pris.hoej)),
    )


def step(highest: float) -> int:
    """
    Return the step of a scale in kr. up to the highest: 1, 2 or 5 of some tenfold from a thousand.

    >>> step(0), step(1_035_810), step(12_345_000)
    (1000, 500000, 5000000)
    """
    found = _THOUSAND
    for times in (2, 2.5, 2) * len(str(int(highest))):
        if highest <= _MOST_STEPS * found:
            break
        found = int(found * times)
    return found


def _sliders(prices: Mapping[Slags, Doegnpris], days: Mapping[Slags, int]) -> None:
    colour = theme.paint("primaryColor")

    def moved(values: Mapping[str, float]) -> None:
        for parameter in parametre.DOEGN.values():
            if parameter.name in values:
                view.put(parameter, round(values[parameter.name]))

    components.sliders(
        "skydere-sikrede",
        [
            SliderRow(
                _SHORT[kind],
                [
                    Slider(
                        parametre.DOEGN[kind].name,
                        _NAMES[kind],
                        float(days[kind]),
                        colour,
                        (prices[kind].lav.vaerdi, prices[kind].hoej.vaerdi),
                    )
                ],
            )
            for kind in SLAGS
        ],
        [("Antal døgn", colour)],
        rows_are="Anbringelse",
        highest=parametre.MOST_DAYS,
        step=1,
        unit="døgn",
        on_change=moved,
        total="I alt",
    )


def _told(prices: Mapping[Slags, Doegnpris]) -> str:
    """What must be known of the sum: whose prices, of which year, and what is in no sum."""
    rate = prices["retlig"].lav
    return (
        f"Priser for hele landet: den retlige takst fra {rate.aar}, de andre uden år. Den del af den retlige pris, som "
        "alle kommuner deler, er ikke med."
    )


def _twin(spent: list[Udgift]) -> charts.Twin:
    return charts.Twin(
        (
            Column("hvad", "Anbringelse"),
            Column("doegn", "Døgn", "tal"),
            Column("pris", "Pr. døgn", "tal"),
            Column("lav", "Mindst, kr.", "tal"),
            Column("hoej", "Højst, kr.", "tal"),
        ),
        tuple(
            Row(
                (
                    Cell(_NAMES[of.pris.slags] if of.pris else "I alt"),
                    Cell(tal.number(of.doegn), float(of.doegn)),
                    Cell(_by_day(of.pris) if of.pris else "–"),
                    Cell(tal.number(of.lav), of.lav),
                    Cell(tal.number(of.hoej), of.hoej),
                ),
                kind=None if of.pris else "sum",
            )
            for of in spent
        ),
    )


def _by_day(price: Doegnpris) -> str:
    return beloeb.spaend(price.lav.vaerdi, price.hoej.vaerdi, "kr.")


def rows(found: Regnestykke) -> pd.DataFrame:
    """Return the sum to take away."""
    return pd.DataFrame(
        {
            "anbringelse": _NAMES[of.pris.slags] if of.pris else "I alt",
            "døgn": of.doegn,
            "pris pr. døgn, mindst, kr.": of.pris.lav.vaerdi if of.pris else None,
            "pris pr. døgn, højst, kr.": of.pris.hoej.vaerdi if of.pris else None,
            "kommunens betaling, mindst, kr.": of.lav,
            "kommunens betaling, højst, kr.": of.hoej,
            "kilde": of.pris.lav.kilde.kilde_id if of.pris else None,
            "linje": of.pris.lav.kilde.kilde_linje if of.pris else None,
        }
        for of in (*found.dele, found.i_alt)
    )


def _country(prices: Mapping[Slags, Doegnpris]) -> None:
    """Show the country's figures, and what cannot be said of a kommune."""
    told = socialtal(queries.tables())
    claims = [told[name] for name in _COUNTRY]
    whole, share = doegnpris.hele_prisen(queries.tables())
    rate, part, key = (
        markdown.plain(fortalt.written(claim))
        for claim in (prices["retlig"].lav, share, told["sikret-objektiv-noegle"])
    )
    with st.expander("Hele landets udgifter, priser og betaling", icon=":material/payments:"):
        fortalt.figures("sikrede-landet", claims, where=_WHERE, alt="Hele landets tal for sikrede institutioner")
        st.caption(
            f"Ingen af tallene er regionens. Er {rate} omkring {part} af prisen, er den ca. {tal.number(whole)} kr. "
            f"pr. døgn. Resten deler alle kommuner efter antallet af {key} i hver. Antallet er ikke trykt, så ingen "
            "kommunes del kan regnes ud."
        )
        fortalt.take_away(
            "sikrede-landet",
            fortalt.rows(claims, _WHERE),
            claims,
            selection="Sikrede institutioner, hele landet",
            called="hele landet",
        )


def _of_version(frames: Frames) -> pd.Series:
    """One version's prices by day, for comparing it with another."""
    found: dict[str, float] = {}
    for kind, price in doegnpris.doegnpriser(frames).items():
        ends: dict[str, Socialtal] = {"": price.lav} if price.fast else {", mindst": price.lav, ", højst": price.hoej}
        found |= {f"{_NAMES[kind]}, kr. pr. døgn{end}": claim.vaerdi for end, claim in ends.items()}
    return pd.Series(found, dtype=float)
