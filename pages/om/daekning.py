"""What has been done with each part of a paper: a bar of lines for each of its annexes, and every part as a list."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analytics import daekning
from analytics.daekning import Papirafsnit
from analytics.paastand import fyldt, paastande
from dansk import maengde, saetning, tal
from pages import components, view
from pages.components import Cell, Column, Row
from pages.drawing import charts
from pages.drawing.charts import Look
from pages.navigation import addresses
from pages.navigation.registry import PAGES
from pages.om import parametre
from pages.reading import markdown, queries
from pages.style import theme

_LOOKS = {
    "afskrevet": Look("afskrevet i tabeller", "", theme.AMOUNT[-1]),
    "i_ord": Look("sat i ord", "", theme.AMOUNT[1]),
    "udeladt": Look("udeladt", "/", theme.UNKNOWN),
}
_DONE = {"afskrevet": "afskrevet", "i_ord": "sat i ord", "udeladt": "udeladt"}
_CLAIMS = ("papirpaastand", "tekstpaastand")
"""Tables of single figures and words of the text, which the source checks hold up against each other."""
UDEN_SIDE = {
    "EU-kontoret 2024": "EU-kontorets årsberetning: støtte fra EU til Østdanmark, {eu-hjemtag} mio. kr. i året, og "
    "omtale af projekter. Beløbene er kontrolleret.",
    "Fingerplanens faktaark": "Fingerplanen styrer, hvor der kan bygges, i {fingerplan-kommuner} kommuner med "
    "{fingerplan-indbyggere} mio. indbyggere. Tallene er kontrolleret.",
    "KKR Midtjylland": "En anden region: KL's {midt-forslag} forslag om klima, Erhvervshus Midtjyllands mål, den nære "
    "psykiatri. Intet herfra indgår i hovedstadens tal.",
}
"""What stands in the papers that no page is about; the claims' ids are filled with what is printed."""


def without_page() -> None:
    """List what the papers have that no page is about: a line each, and where it stands."""
    said = paastande(queries.tables()["papirpaastand"])
    parts = queries.parts()
    rows = []
    for name, text in UDEN_SIDE.items():
        # The other region's paper is one of its own.
        own = _of(name)
        of = [part for part in parts if part.bilag == name] or [part for part in parts if part.kilde_id in own]
        rows.append(Row((Cell(name), Cell(fyldt(text, said)), Cell(_place(of)))))
    st.subheader("Står i papirerne, men har ingen side her", anchor=False)
    components.table(
        "uden-side",
        (Column("hvad", "Hvad", ubrudt=True), Column("siger", "Hvad der står"), Column("sted", "Sted", ubrudt=True)),
        rows,
        alt="Det i papirerne, som ingen side handler om",
        cards=True,
    )


def _of(publisher: str) -> set[str]:
    return {paper.kilde_id for paper in queries.all_documents() if paper.udgiver == publisher}


def _place(parts: Sequence[Papirafsnit]) -> str:
    return f"{parts[0].kilde_id}, linje {parts[0].foerste}-{parts[-1].sidste}"


def of_paper() -> None:
    """Show, for the paper that is chosen, what has been done with its lines, and every part of it."""
    kilde_id = view.choose(parametre.DOKUMENT, width=420)
    parts = tuple(part for part in queries.parts() if part.kilde_id == kilde_id)
    divided = daekning.fordeling(parts)
    shares = saetning.listed([f"{maengde.share(share)} {_DONE[art]}" for art, share in divided.andele.items()])
    finding = f"{kilde_id}: af {tal.number(divided.ialt)} linjer er {shares}"
    st.subheader(markdown.plain(finding), anchor=False)
    titles = {table.name: table.title for table in queries.descriptions()}
    pages = {page.name: page.title for page in PAGES}
    charts.show(
        "daekning",
        charts.course(
            pd.DataFrame(
                {
                    "bilag": [part.bilag for part in parts],
                    "linjer": [part.linjer for part in parts],
                    "art": [part.art for part in parts],
                    "fortalt": [
                        f"{part.navn}, linje {part.foerste}-{part.sidste}: {_DONE[part.art]}" for part in parts
                    ],
                }
            ),
            _LOOKS,
            row="bilag",
            size="linjer",
            look="art",
            told="fortalt",
            written=lambda count: maengde.counted(count, "linje", "linjer"),
            alt=f"{saetning.stopped(finding)} En søjle for hvert bilag, fra første til sidste linje.",
            twin=charts.Twin(
                (
                    Column("bilag", "Bilag"),
                    Column("afsnit", "Afsnit"),
                    Column("linjer", "Linjer", ubrudt=True),
                    Column("gjort", "Gjort", ubrudt=True),
                    Column("hvor", "Hvor, eller hvorfor ikke"),
                ),
                tuple(_row(part, titles, pages) for part in parts),
            ),
        ),
        title=finding,
        tables=("daekning",),
        large=True,
    )


def _row(part: Papirafsnit, titles: dict[str, str], pages: dict[str, str]) -> Row:
    where = [titles[name] for name in part.tabeller] + [pages[name] for name in part.sider]
    only = "Kun tal og ord, der kan kontrolleres." if part.tabeller and set(part.tabeller) <= set(_CLAIMS) else ""
    told = ". ".join(filter(None, ("; ".join(where), part.hvorfor or only)))
    return Row(
        (
            Cell(part.bilag),
            Cell(part.navn),
            Cell(f"{part.foerste}-{part.sidste}", part.foerste),
            Cell(_DONE[part.art]),
            Cell(told, link=addresses.table(part.tabeller[0]) if part.tabeller else None),
        )
    )
