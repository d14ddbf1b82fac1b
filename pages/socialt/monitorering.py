"""The monitoring of the specialised social area: old figures, said to be so, and what was recommended."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.socialt import monitorering
from analytics.socialt.monitorering import Enhedspris, Socialanbefaling, Vaekst
from analytics.socialt.paastande import TABELLER, Socialtal, socialtal
from analytics.tabeller import Frames
from dansk import maengde, saetning, tal
from pages import components, view
from pages.components import Cell, Column, Row
from pages.drawing import charts, downloads
from pages.reading import queries, sources
from pages.socialt import fortalt
from pages.view import since

_WHAT = {"i_alt": "Udgifter i alt", "voksne": "Voksne", "boern": "Børn og unge"}
_HERE, _BRIEF, _COUNTRY = "Hovedstadens kommuner", "Hovedstaden", "Hele landet"
_OF_ONE = {"foranstaltning": "En forebyggende foranstaltning", "anbringelse": "En anbringelse"}
_TO = {"hver_kommune": "Hver kommune for sig", "faelles": "Kommunerne sammen"}
_AREAS = {"oekonomi": "Økonomi", "voksne": "Voksne", "boern": "Børn og unge", "data": "Data"}
_OWN = (
    *("social-i-alt", "social-boern", "social-voksne", "social-voksne-figur-1"),
    *("social-regnskab", "social-budget", "social-merforbrug", "social-merforbrug-pct"),
    *("social-mindreforbrug", "social-stort-merforbrug", "social-under-landet-voksne", "social-under-landet-boern"),
    *("social-bostoette-maalgruppe", "social-botilbud-maalgruppe"),
    *("social-boern-adhd", "social-boern-autisme", "social-boern-angst", "social-underretninger"),
)
_OF_THE_COUNTRY = ("social-landet-voksne", "social-landet-boern")
_MARKS = range(-5, 20, 5)
"""Per cent on the scale of growth."""


def show() -> None:
    """Show how expenses grew here and in the country, what one costs, and the recommendations."""
    growth, years = monitorering.vaekst(queries.tables()), monitorering.aarene(queries.tables())
    finding = headline(growth)
    st.header(finding, anchor=False)
    st.caption(
        f":material/history: **Gamle tal:** væksten er fra {years.fra} til {years.til}, i faste priser. "
        "Kontoplanen for voksne blev ændret undervejs."
    )
    since.then_and_now(_of_version)
    claims = [claim for each in growth for claim in (each.hovedstaden, each.landet)]
    _picture(growth, finding, claims)
    fortalt.take_away(
        "monitorering",
        growth_rows(growth),
        claims,
        selection=f"Vækst i udgifterne {years.fra}-{years.til}",
    )
    if not view.on_projector():
        _prices(monitorering.enhedspriser(queries.tables()))
        _recommended(monitorering.anbefalinger(queries.tables()))
        _others()
        fortalt.footer((*TABELLER, "social_anbefaling"), fortalt.papers(claims))


def headline(growth: tuple[Vaekst, ...]) -> str:
    """Return the finding: how much expenses grew here and in the country."""
    of = growth[0]
    here, country = (_change(claim) for claim in (of.hovedstaden, of.landet))
    return f"Udgifterne voksede {here} i hovedstadens kommuner, {country} i hele landet"


def _change(of: Socialtal) -> str:
    return maengde.quantity(of.vaerdi, "pct")


def _picture(growth: tuple[Vaekst, ...], finding: str, claims: list[Socialtal]) -> None:
    places = pd.DataFrame(
        {
            "hvad": _WHAT[each.hvad],
            "fra": of.vaerdi,
            "til": of.vaerdi,
            "hvem": f"{where} {_signed(of.vaerdi)}",
            "landet": where == _COUNTRY,
        }
        for each in growth
        for where, of in ((_BRIEF, each.hovedstaden), (_COUNTRY, each.landet))
    )
    charts.show(
        "monitorering",
        charts.strip(
            places,
            {float(mark): _signed(mark) for mark in _MARKS},
            row="hvad",
            low="fra",
            high="til",
            label="hvem",
            written=lambda low, _: _signed(low),
            grey="landet",
            alt=f"{saetning.stopped(finding)} {'; '.join(f'{row.hvad}: {row.hvem}' for row in places.itertuples())}.",
            twin=_twin(growth),
        ),
        title=finding,
        tables=TABELLER,
        kilder=fortalt.papers(claims),
    )


def _signed(percent: float) -> str:
    return maengde.quantity(percent, "pct", sign=True)


def _twin(growth: tuple[Vaekst, ...]) -> charts.Twin:
    return charts.Twin(
        (Column("hvad", "Udgifter"), Column("her", _HERE, "tal"), Column("landet", _COUNTRY, "tal")),
        tuple(
            Row((Cell(_WHAT[each.hvad]), fortalt.cell(each.hovedstaden), fortalt.cell(each.landet))) for each in growth
        ),
        sources.explain_marks(),
    )


def growth_rows(growth: tuple[Vaekst, ...]) -> pd.DataFrame:
    """Return the growth to take away."""
    return pd.DataFrame(
        {
            "udgifter": _WHAT[each.hvad],
            "hovedstadens kommuner, %": each.hovedstaden.vaerdi,
            "hele landet, %": each.landet.vaerdi,
            "kilde": each.hovedstaden.kilde.kilde_id,
            "linje": each.hovedstaden.kilde.kilde_linje,
        }
        for each in growth
    )


def _prices(of: tuple[Enhedspris, ...]) -> None:
    """Show what a preventive measure and a placement cost here and in the country."""
    with st.expander("Hvad en indsats koster pr. barn og ung", icon=":material/payments:"):
        components.table(
            "monitorering-priser",
            (
                Column("hvad", "Indsats"),
                Column("her", _HERE, "tal"),
                Column("landet", f"{_COUNTRY}, regnet", "tal"),
                Column("over", "Forskel", "tal"),
                Column("pct", "Trykt", "tal"),
                Column("regnet", "Regnet", "tal"),
            ),
            [
                Row(
                    (
                        Cell(_OF_ONE[each.hvad]),
                        fortalt.cell(each.hovedstaden),
                        Cell(f"{tal.number(each.landet)} kr.", each.landet),
                        fortalt.cell(each.over),
                        fortalt.cell(each.pct),
                        Cell(maengde.quantity(each.pct_regnet, "pct", 1), each.pct_regnet),
                    )
                )
                for each in of
            ],
            alt="Pris for én foranstaltning og én anbringelse her og i hele landet",
            cards=True,
        )
        st.caption(f"Tal fra {of[0].hovedstaden.aar}. {sources.explain_marks()}")
        claims = [claim for each in of for claim in (each.hovedstaden, each.over, each.pct)]
        fortalt.take_away(
            "monitorering-priser",
            fortalt.rows(claims, _HERE),
            claims,
            selection="Pris pr. barn og ung",
            worked_out="landets pris og forskellen i procent.",
            called="priserne",
        )


def _recommended(of: tuple[Socialanbefaling, ...]) -> None:
    with st.expander("Konsulenternes anbefalinger", icon=":material/checklist:"):
        components.table(
            "anbefalinger",
            (
                Column("omraade", "Område", ubrudt=True),
                Column("hvad", "Anbefaling"),
                Column("kilde", "Kilde"),
            ),
            [
                Row(
                    (
                        Cell(_AREAS[each.omraade]),
                        Cell(each.tekst),
                        sources.cell(each.kilde, "social_anbefaling"),
                    ),
                    group=_TO[each.rettet_mod],
                )
                for each in of
            ],
            alt="Anbefalingerne, først til hver kommune, så til kommunerne sammen",
            cards=True,
        )
        downloads.bar(
            "anbefalinger",
            pd.DataFrame(
                {
                    "nr": each.nr,
                    "til": _TO[each.rettet_mod],
                    "område": _AREAS[each.omraade],
                    "anbefaling": each.tekst,
                    "kilde": each.kilde.kilde_id,
                    "linje": each.kilde.kilde_linje,
                }
                for each in of
            ),
            tables=("social_anbefaling",),
            selection="alle anbefalinger",
            called="anbefalingerne",
            printed=[
                sources.printed(f"Anbefaling {each.nr}", _AREAS[each.omraade], each.kilde, "social_anbefaling")
                for each in of
            ],
        )


def _others() -> None:
    """Show the monitoring's other figures, Hovedstaden's and the country's apart."""
    told = socialtal(queries.tables())
    with st.expander("Monitoreringens andre tal", icon=":material/table_rows:"):
        for key, names, where in (
            ("monitorering-tal", _OWN, _HERE),
            ("monitorering-landet", _OF_THE_COUNTRY, _COUNTRY),
        ):
            claims = [told[name] for name in names]
            fortalt.figures(key, claims, where=where, alt=f"Monitoreringens tal, {where}")
            fortalt.take_away(key, fortalt.rows(claims, where), claims, selection=where, called=where.lower())
        st.caption(f"Figurerne med de enkelte kommuners tal er tabt i tekstudtrækket. {sources.explain_marks()}")


def _of_version(frames: Frames) -> pd.Series:
    """One version's growth, for comparing it with another."""
    return pd.Series(
        {
            f"{_WHAT[each.hvad]}, {where}, %": of.vaerdi
            for each in monitorering.vaekst(frames)
            for where, of in ((_HERE, each.hovedstaden), (_COUNTRY, each.landet))
        },
        dtype=float,
    )
