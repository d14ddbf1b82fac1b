"""Two to six measures side by side: the stars as dots on one scale, the texts, the facts, and where they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import pandas as pd
import streamlit as st

from analytics.mobilitet import udtraek
from analytics.mobilitet.indsatsark import Faktum
from analytics.mobilitet.sammenstilling import FAERREST, FLEST, faktalinjer, foran, sammenstil
from dansk import saetning
from pages import components, view
from pages.components import Cell, Column, Row
from pages.drawing import charts, downloads
from pages.frame import notices
from pages.katalog import indsatser, priser, vurderinger
from pages.mobilitet import ark, diagrammer, filtre, oversigt, parametre
from pages.view import since

_COUNTED = ("ingen", "ét", "to", "tre", "fire", "fem", "seks")
"""So many pejlemærker in words: a headline has few figures."""


def choose() -> tuple[int, ...]:
    """Show the choice of measures, and return what is chosen: two until others are."""
    return view.choose_many(parametre.SAMMEN, f"Vælg {FAERREST}-{FLEST} indsatser", label_visibility="collapsed")


def show(chosen: Sequence[int]) -> None:
    """Show the chosen measures side by side, or say how many can be chosen."""
    if not FAERREST <= len(chosen) <= FLEST:
        notices.empty(f"Vælg mellem {FAERREST} og {FLEST} indsatser. Der er valgt {len(chosen)}.")
        return
    finding = _headline(chosen)
    st.header(finding, anchor=False)
    vurderinger.warning()
    since.then_and_now(lambda frames: udtraek.stjerner(frames, chosen))
    charts.show(
        "side-vurderinger",
        diagrammer.on_one_scale(
            sammenstil(filtre.catalogue(), chosen).vurdering,
            alt=f"{saetning.stopped(finding)} "
            f"{len(chosen)} indsatser på én skala fra ingen positiv effekt til fem stjerner.",
            twin=_ratings(chosen),
        ),
        title=finding,
        tables=vurderinger.TABLES,
        note=vurderinger.reservation(),
    )
    st.caption(
        "En tom ring er ingen positiv effekt. En streg er det, som en vurdering, der ikke kendes eller ikke er "
        f"afgjort, kan være. {vurderinger.more_caveats()}"
    )
    left, right = st.columns([1.5, 1], gap="medium")
    with left:
        _texts(chosen)
    with right:
        ark.where("hvor-side", chosen)
        ark.places(chosen)
    downloads.bar(
        "side-om-side",
        _table(chosen),
        tables=vurderinger.TABLES,
        selection="; ".join(indsatser.name(nr) for nr in chosen),
        printed=oversigt.printed(chosen),
    )
    ark.footer()


def _headline(chosen: Sequence[int]) -> str:
    """Return on how many pejlemærker each of two is sure to be above the other, or how many there are of more."""
    if len(chosen) > FAERREST:
        return f"{len(chosen)} indsatser side om side på hvert pejlemærke"
    ahead, behind = foran(sammenstil(filtre.catalogue(), chosen))
    one, other = (indsatser.short_name(nr) for nr in chosen)
    goals = "pejlemærke" if ahead == 1 else "pejlemærker"
    return f"{one} har flest stjerner på {_COUNTED[ahead]} {goals}, {other} på {_COUNTED[behind]}"


def _columns(chosen: Sequence[int], art: Literal["vurdering", "tekst"]) -> tuple[Column, ...]:
    return (Column("hvad", ""), *(Column(f"i{nr}", indsatser.name(nr), art) for nr in chosen))


def _ratings(chosen: Sequence[int]) -> charts.Twin:
    rated = vurderinger.assessments()
    rows = (
        Row((Cell(goal.navn), *(vurderinger.cell(rated[(nr, goal.pejlemaerke_id)], goal.navn) for nr in chosen)))
        for goal in vurderinger.goals()
    )
    return charts.Twin(_columns(chosen, "vurdering"), tuple(rows), vurderinger.legend())


def _texts(chosen: Sequence[int]) -> None:
    rated = vurderinger.assessments()
    measures = [indsatser.measure(nr) for nr in chosen]
    rows = [
        Row((Cell("Hvad det er"), *(Cell(of.beskrivelse) for of in measures))),
        Row((Cell(f"Anlæg, {priser.level()}"), *(Cell(priser.price(of)) for of in measures))),
        Row((Cell("CO2e i anlæg"), *(Cell(priser.co2(of)) for of in measures))),
        *_facts(chosen),
        *(
            Row((Cell(goal.navn), *(Cell(rated[(nr, goal.pejlemaerke_id)].tekst) for nr in chosen)))
            for goal in vurderinger.goals()
        ),
        Row((Cell("OBS"), *(Cell(of.obs or "–") for of in measures))),
        Row((Cell("Hænger sammen med"), *(Cell(" ".join(ark.relations(nr, linked=False)) or "–") for nr in chosen))),
        Row((Cell("Bygger på"), *(Cell(of.baseret_paa or "–") for of in measures))),
    ]
    components.table(
        "side-tekster",
        _columns(chosen, "tekst"),
        rows,
        alt=f"Fakta og tekster om {len(chosen)} indsatser side om side",
        cards=True,
    )


def _facts(chosen: Sequence[int]) -> list[Row]:
    """Return a row for each kind of fact that several have in the same unit, and one for what is each one's own."""
    shared, own = faktalinjer(sammenstil(filtre.catalogue(), chosen))
    return [
        *(Row((Cell(line.hvad), *(Cell(_told(of)) for of in line.pr_indsats))) for line in shared),
        Row((Cell("Andre fakta"), *(Cell(_told(of, named=True)) for of in own))),
    ]


def _told(facts: Sequence[Faktum], *, named: bool = False) -> str:
    parts = []
    for fact in facts:
        more = ark.reservation(fact)
        parts.append((f"{fact.hvad}: " if named else "") + ark.figure(fact) + (f" ({more})" if more else ""))
    return ". ".join(parts) or "–"


def _table(chosen: Sequence[int]) -> pd.DataFrame:
    rated, goals = vurderinger.assessments(), vurderinger.goals()
    return pd.DataFrame(
        {"pejlemærke": [goal.navn for goal in goals]}
        | {indsatser.name(nr): [vurderinger.words(rated[(nr, goal.pejlemaerke_id)]) for goal in goals] for nr in chosen}
    )
