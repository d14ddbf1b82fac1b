"""What KKR is asked to pay, and each kommune's share of it by the printed key."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analytics.moeder import betaling
from analytics.moeder.betaling import Finansiering, Kommuneandele
from analytics.tabeller import Frames
from dansk import dato, tal
from pages import components, view
from pages.components import Cell, Column, Row
from pages.frame import notices
from pages.reading import markdown, queries, sources
from pages.reading.sources import Printed
from pages.tavler.tavle import Tavle, Udsnit

TABLES = ("moede_finansiering", "befolkning")
_PAYS = {
    "kommunerne": "Kommunerne i fællesskab",
    "hver_kommune": "Hver kommune",
    "koebenhavn": "Københavns Kommune",
    "regionen": "Region Hovedstaden",
    "forsyningsselskaberne": "Forsyningsselskaberne i fællesskab",
}
_UNITS = {"kr": "kr.", "1000_kr": "tusind kr.", "mio_kr": "mio. kr.", "timer": "timer"}
_KEYS = {"indbyggertal": "efter indbyggertal", "lige": "lige meget hver", "ingen": "ingen trykt nøgle"}


def _shares(of: Udsnit) -> list[Kommuneandele]:
    return [each for each in queries.shares(of.paa) if _is_chosen(each.finansiering, of)]


def _asked(of: Udsnit, frames: Frames | None = None) -> list[Finansiering]:
    """What is asked for, in this version of the data where no other is given."""
    found = betaling.finansieringer(queries.tables() if frames is None else frames, of.paa)
    return [each for each in found if _is_chosen(each, of)]


def _is_chosen(asked: Finansiering, of: Udsnit) -> bool:
    return of.valgt in ("alle", asked.punkt.emne)


def amount(of: Finansiering) -> str:
    """Return what is asked, as printed, with its unit and for how long."""
    each = " om året" if of.pr == "aar" else ""
    return f"{_about(of)}{tal.as_printed(of.beloeb)} {_UNITS[of.enhed]}{each}"


def _about(of: Finansiering) -> str:
    """What stands before a sum that is printed with «ca.», and before every share of it."""
    return "ca. " if of.cirka else ""


def headline(of: Udsnit) -> str:
    """Return the finding: what the kommuner together are asked for most of, or the chosen one's share of it."""
    sum_of = betaling.stoerste(_asked(of))
    if sum_of is None:
        return "Ingen beløb med en trykt nøgle i udvalget"
    first = betaling.af(_shares(of), sum_of)
    if of.kommune == "alle" or first is None:
        who = "Hver kommune" if sum_of.noegle == "lige" else "Kommunerne"
        return f"{who} bedes om {amount(sum_of)} til {sum_of.hvad}"
    share = f"{_about(sum_of)}{tal.as_printed(first.andele[of.kommune])} {_UNITS[first.enhed]}"
    worked_out = " (beregnet)" if first.beregnet else ""
    return f"{queries.kommune_names()[of.kommune]}: {share} til {sum_of.hvad}{worked_out}"


def _show(of: Udsnit) -> None:
    """Show each kommune's share of what is divided by a printed key, and all that is asked for."""
    shares, asked = _shares(of), _asked(of)
    if not asked:
        notices.empty(
            "Intet papir beder kommunerne om penge eller timer i udvalget. Vælg et andet emne eller en anden dag."
        )
        return
    if computed := [each for each in shares if each.beregnet]:
        _divided(computed, of)
        st.caption(
            "Beregnet her: beløbet er delt efter indbyggertal i papirets år og afrundet, så andelene tilsammen giver "
            "det. Er beløbet trykt med «ca.», er andelene det også. Papirets eget bilag med hver kommunes beløb "
            "er ikke i udtrækket og kan have andre tal."
        )
    elif any(each.noegle == "indbyggertal" for each in asked):
        st.caption("Intet papir havde kommunernes indbyggertal den dag, så beløbet er ikke delt. Vælg en senere dag.")
    for each in shares:
        if not each.beregnet:
            what = markdown.plain(each.finansiering.hvad)
            st.markdown(f"**{what}:** {amount(each.finansiering)} for hver kommune, som det er trykt.")
    if not view.on_projector():
        st.subheader("Alle beløb og timer, der bedes om", anchor=False)
        _sums(asked)


def _divided(shares: Sequence[Kommuneandele], of: Udsnit) -> None:
    names = queries.kommune_names()
    order = betaling.orden(shares, names)
    if of.kommune in order:
        order = [of.kommune, *(each for each in order if each != of.kommune)]
    components.table(
        "andele",
        (Column("kommune", "Kommune", ubrudt=True), *(_column(each) for each in shares)),
        [
            Row(
                (Cell(names[kommune]), *(_share(each, kommune) for each in shares)),
                id=kommune,
                kind="egen" if kommune == of.kommune else None,
            )
            for kommune in order
        ],
        alt=headline(of),
        cards=True,
    )


def _column(of: Kommuneandele) -> Column:
    sum_of = of.finansiering
    each = "om året" if sum_of.pr == "aar" else "i alt"
    return Column(
        sum_of.finansiering_id.replace("-", "_"),
        f"{sum_of.hvad}, {_about(sum_of)}{_UNITS[of.enhed]} {each} (beregnet)",
        "soejle",
    )


def _share(of: Kommuneandele, kommune: str) -> Cell:
    value = of.andele[kommune]
    return Cell(tal.as_printed(value), float(value), bar=of.af_stoerste(kommune))


def _sums(asked: Sequence[Finansiering]) -> None:
    components.table(
        "beloeb",
        (
            Column("hvad", "Til"),
            Column("betaler", "Hvem betaler"),
            Column("beloeb", "Beløb", ubrudt=True),
            Column("noegle", "Nøgle"),
            Column("periode", "Periode"),
            Column("forbehold", "Forbehold"),
            Column("kilde", "Kilde", ubrudt=True),
        ),
        [
            Row(
                (
                    Cell(each.hvad),
                    Cell(_PAYS[each.betaler]),
                    Cell(amount(each)),
                    Cell(_divided_by(each), unknown=each.noegle == "ingen"),
                    Cell(_period(each)),
                    Cell(each.forbehold or "–"),
                    sources.cell(each.kilde, "moede_finansiering"),
                )
            )
            for each in asked
        ],
        alt="Alt, hvad møderne beder om penge eller timer til",
        cards=True,
    )


def _divided_by(of: Finansiering) -> str:
    return f"{_KEYS[of.noegle]} ({of.noeglens_kilde.kort})" if of.noeglens_kilde else _KEYS[of.noegle]


def _period(of: Finansiering) -> str:
    if of.fra is None or of.til is None:
        return "ikke oplyst"
    return f"{dato.day(of.fra, 'maaned')} til {dato.day(of.til, 'maaned')}"


def _rows(of: Udsnit) -> pd.DataFrame:
    """Each kommune's share of each sum, to take away."""
    names = queries.kommune_names()
    return pd.DataFrame(
        {
            "kommune": names[kommune],
            "til": each.finansiering.hvad,
            "andel": value,
            "cirka": "ja" if each.finansiering.cirka else "nej",
            "enhed": _UNITS[each.enhed],
            "pr.": "år" if each.finansiering.pr == "aar" else "i alt",
            "nøgle": _KEYS[each.finansiering.noegle],
            "beregnet": "ja" if each.beregnet else "nej",
            "kilde": each.finansiering.kilde.kilde_id,
            "linje": each.finansiering.kilde.kilde_linje,
        }
        for each in _shares(of)
        for kommune, value in each.andele.items()
        if of.kommune in ("alle", kommune)
    )


def _papers(of: Udsnit) -> frozenset[str]:
    asked = _asked(of)
    counted = queries.tables()["befolkning"]["kilde_id"] if any(each.beregnet for each in _shares(of)) else ()
    return frozenset((*(each.kilde.kilde_id for each in asked), *map(str, counted)))


def _figures(frames: Frames, of: Udsnit) -> pd.Series:
    """Return what is asked, and the chosen kommune's shares or all, in one version's tables, for comparing it."""
    names = queries.kommune_names()
    return pd.Series(
        {
            **{f"{_called(each)}, {_UNITS[each.enhed]}": each.beloeb for each in _asked(of, frames)},
            **{
                f"{each.finansiering.hvad}: {names[kommune]}": value
                for each in betaling.fordelinger(frames, of.paa)
                if _is_chosen(each.finansiering, of)
                for kommune, value in each.andele.items()
                if of.kommune in ("alle", kommune)
            },
        },
        dtype=float,
    )


def _called(of: Finansiering) -> str:
    return f"{of.hvad}, {_PAYS[of.betaler]}"


def _printed(of: Finansiering) -> Printed:
    return sources.printed(_called(of), amount(of), of.kilde, "moede_finansiering")


TAVLE = Tavle(
    tabeller=TABLES,
    dateret_af=("moede_finansiering",),
    fund=headline,
    vis=_show,
    raekker=_rows,
    papirer=_papers,
    tal=_figures,
    trykt=lambda of: [_printed(each) for each in _asked(of)],
)
