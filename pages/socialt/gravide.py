"""Pregnant women with a drug abuse: how many the kommuner sent on, how many there are said to be, and what is asked."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.socialt import gravide
from analytics.socialt.gravide import Maalgruppe, Visiteret, Ydelse
from analytics.socialt.paastande import TABELLER, Socialtal
from analytics.tabeller import Frames
from dansk import saetning, tal
from pages import components, view
from pages.components import Cell, Column, Row
from pages.drawing import charts, scales
from pages.reading import markdown, queries, sources
from pages.socialt import fortalt, tidslinje
from pages.view import since

_HELP = {
    "misbrug": "Misbrugsbehandling",
    "andet": "Andre ydelser til socialt udsatte",
    "forebyggende": "Andre forebyggende foranstaltninger til familien",
    "familie": "heraf familiebehandling",
}
_WHERE = "Hele landet"
_STEP = 20
"""Women between the marks of the scale."""


def show() -> None:
    """Show those sent on beside how many there are said to be, then the help, the course, and who says what."""
    years, target = gravide.visiterede(queries.tables()), gravide.maalgruppe(queries.tables())
    finding = headline(years)
    st.header(finding, anchor=False)
    st.caption(
        f"Hele landet, ikke regionen. Visiterede i {_between(years)}. Gravide med et skadeligt forbrug af alkohol "
        "eller stoffer."
    )
    since.then_and_now(_of_version)
    claims = [
        *(claim for each in years for claim in (each.doegn, each.alle)),
        *(target.styrelsen, target.regionerne),
    ]
    _picture(years, target, finding, claims)
    fortalt.take_away("gravide", fortalt.rows(claims, _WHERE), claims, selection="Visiterede og målgruppe, hele landet")
    if not view.on_projector():
        _help(gravide.ydelser(queries.tables()), target.styrelsen)
        with st.expander("Forløb og frister", icon=":material/timeline:"):
            tidslinje.show("gravide", folded=True)
        fortalt.views("gravide", "Hvem siger hvad")
        _children()
        fortalt.footer((*TABELLER, "social_haendelse", "social_synspunkt"), fortalt.papers(claims))


def headline(years: tuple[Visiteret, ...]) -> str:
    """Return the finding: how many the kommuner have sent to a place day and night in a year at the most."""
    most = gravide.flest(years)
    return f"Kommunerne visiterede højst {tal.number(most.doegn.vaerdi)} gravide om året til døgnbehandling"


def _between(years: tuple[Visiteret, ...]) -> str:
    """Return from which year to which those sent on are counted."""
    return f"{years[0].aar}-{years[-1].aar}"


def _picture(years: tuple[Visiteret, ...], target: Maalgruppe, finding: str, claims: list[Socialtal]) -> None:
    said = [
        *((f"Visiteret i {each.aar}", each.doegn, "til døgnbehandling") for each in years),
        *((f"Visiteret i {each.aar}", each.alle, "til en indsats i alt") for each in years),
        ("Styrelsens målgruppe", target.styrelsen, "med behov for døgnbehandling"),
        ("Danske Regioners skøn", target.regionerne, "om året med behov"),
    ]
    rows = list(dict.fromkeys(row for row, _, _ in said))
    places = pd.DataFrame(
        {"hvad": row, "fra": of.vaerdi, "til": of.vaerdi, "hvem": f"{_count(of)} {who}"}
        for row, of, who in sorted(said, key=lambda each: rows.index(each[0]))
    )
    highest = int(max(each.vaerdi for each in claims))
    charts.show(
        "gravide",
        charts.strip(
            places,
            {float(mark): tal.number(mark) for mark in range(0, highest + _STEP, _STEP)},
            row="hvad",
            low="fra",
            high="til",
            label="hvem",
            written=lambda low, _: f"{tal.as_printed(low)} gravide",
            alt=f"{saetning.stopped(finding)} {'; '.join(f'{row}: {_count(of)} {who}' for row, of, who in said)}.",
            twin=_twin(claims),
        ),
        title=f"Hele landet, {_between(years)}. {finding}",
        tables=TABELLER,
        kilder=fortalt.papers(claims),
    )
    st.caption(
        "Tallene har ikke samme grundlag: kommunernes er visiterede om året, styrelsens er hele målgruppen uden "
        "angivne år. Deltagelse er frivillig, så behovet kan være større end brugen."
    )


def _count(of: Socialtal) -> str:
    """A count as it is written: about, where the papers round it."""
    return f"{'ca. ' if of.rundet_til else ''}{tal.as_printed(of.tal)}"


def _twin(claims: list[Socialtal]) -> charts.Twin:
    return charts.Twin(
        (Column("hvad", "Tal"), Column("tal", _WHERE, "tal")),
        tuple(Row((Cell(each.hvad), fortalt.cell(each))) for each in claims),
        sources.explain_marks(),
    )


def _help(of: tuple[Ydelse, ...], target: Socialtal) -> None:
    """Show what help the women in the target had before the stay and during it."""
    with st.expander("Hvilken hjælp målgruppen fik", icon=":material/volunteer_activism:"):
        part = scales.of_longest([target.vaerdi])
        components.table(
            "gravide-hjaelp",
            (
                Column("hjaelp", "Hjælp, hele landet"),
                Column("foer", "Før opholdet", "soejle"),
                Column("foer-pct", "Andel", "tal"),
                Column("under", "Under opholdet", "soejle"),
                Column("under-pct", "Andel", "tal"),
            ),
            [
                Row(
                    (
                        Cell(_HELP[each.navn]),
                        fortalt.cell(each.foer, bar=part(each.foer.vaerdi), unit=False),
                        fortalt.cell(each.foer_pct),
                        fortalt.cell(each.under, bar=part(each.under.vaerdi), unit=False),
                        fortalt.cell(each.under_pct),
                    )
                )
                for each in of
            ],
            alt="Hjælp til kvinderne i målgruppen før og under døgnopholdet",
            cards=True,
        )
        st.caption(
            f"Af {markdown.plain(fortalt.written(target))} i hele landet. En kvinde kan være talt både før og under "
            f"opholdet, så tallene kan ikke lægges sammen. {sources.explain_marks()}"
        )
        claims = [claim for each in of for claim in (each.foer, each.foer_pct, each.under, each.under_pct)]
        fortalt.take_away(
            "gravide-hjaelp", fortalt.rows(claims, _WHERE), claims, selection="Hjælp til målgruppen", called="hjælpen"
        )


def _children() -> None:
    """Show what is said of the children."""
    children = gravide.boern(queries.tables())
    with st.expander("Børnene", icon=":material/child_care:"):
        fortalt.figures("gravide-boern", children, where=_WHERE, alt="Hele landets tal for børnene")
        fortalt.take_away(
            "gravide-boern",
            fortalt.rows(children, _WHERE),
            children,
            selection="Børnene, hele landet",
            called="børnene",
        )


def _of_version(frames: Frames) -> pd.Series:
    """One version's figures, for comparing it with another."""
    years, target = gravide.visiterede(frames), gravide.maalgruppe(frames)
    claims = (*(claim for each in years for claim in (each.alle, each.doegn)), target.styrelsen, target.regionerne)
    return pd.Series({each.hvad: each.vaerdi for each in claims}, dtype=float)
