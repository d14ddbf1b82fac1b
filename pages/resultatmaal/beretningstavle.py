"""The Erhvervshus' annual report: what advice gave, held against the goals, and its other figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from analytics.tabeller import Frames
from analytics.tavler import aarsberetning
from analytics.tavler.aarsberetning import Beretningstal, Maaleffekt
from dansk import saetning, tal
from pages import components, view
from pages.components import Cell, Column, Row
from pages.drawing import charts
from pages.frame import paper
from pages.reading import queries, sources
from pages.tavler import dag, papirtal
from pages.tavler.tavle import Tavle, Udsnit

_TABLE = "erhvervshus_tal"
_SECTIONS: Mapping[str, str] = {
    "hjulpet": "Hjulpet",
    "effekt": "Effekt",
    "programmer": "Programmer",
    "tilfredshed": "Tilfredshed",
    "synlighed": "Synlighed",
}
_NAMES: Mapping[str, tuple[str, str]] = {
    "effekt-omsaetning": ("Omsætning", "omsætningen"),
    "effekt-beskaeftigelse": ("Beskæftigelse", "beskæftigelsen"),
    "effekt-produktivitet": ("Produktivitet", "produktiviteten"),
}
"""What each effect is called above its arrow, and inside a sentence."""
_STEP = 5
"""Per cent between the marks of the scale."""


def _known(of: Udsnit) -> tuple[Beretningstal, ...]:
    return aarsberetning.beretning(queries.tables(), of.paa)


def _effects(of: Udsnit) -> tuple[Maaleffekt, ...]:
    return aarsberetning.effekter(queries.tables(), of.paa)


def _headline(of: Udsnit) -> str:
    stands = aarsberetning.effektstilling(queries.tables(), of.paa)
    if stands is None:
        return "Papirerne har endnu ingen årsberetning"
    missed = [_NAMES[each.procent.tal_id][1] for each in stands.ikke_naaet]
    if not missed:
        return f"Seneste måling: alle {stands.antal} effektmål er nået"
    reached = f"{stands.naaet or 'ingen'} af {stands.antal}"
    return f"Seneste måling: {reached} effektmål er nået, {saetning.listed(missed)} ikke"


def _show(of: Udsnit) -> None:
    effects, stands = _effects(of), aarsberetning.effektstilling(queries.tables(), of.paa)
    if stands is None:
        dag.not_yet("Årsberetningen", (_TABLE,))
        return
    left, right = st.columns([1.3, 1], gap="medium")
    with left:
        charts.show(
            "effekt",
            charts.arrows(
                _points(effects),
                name="effekt",
                label="tal",
                step=_STEP,
                written=lambda mark: f"{mark} %",
                large=True,
                alt=f"{saetning.stopped(_headline(of))} For hver effekt en pil fra målet til det målte.",
                twin=_twin(effects),
            ),
            title=_headline(of),
            tables=(_TABLE, "resultatmaal"),
        )
        st.caption(
            "Grå er målet, blå er mervækst over for lignende virksomheder. Målt på dem, der blev vejledt i "
            f"{stands.vejledt}. Målene for {stands.beretning} venter på en senere måling og kan ikke afgøres endnu."
        )
    with right:
        _figures("beretning-foerst", [each for each in _known(of) if each.emne in ("hjulpet", "tilfredshed")])
    if not view.on_projector():
        with paper.unfolds("beretning", "Alle beretningens tal"):
            _figures("beretning-alle", _known(of), grouped=True)


def _points(effects: Sequence[Maaleffekt]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "effekt": _NAMES[each.procent.tal_id][0],
            "tal": f"{papirtal.percent(each.procent.tal)}, {_goal(each)}",
            "fra_lav": each.maal_tal,
            "fra_hoej": each.maal_tal,
            "til_lav": each.procent.tal,
            "til_hoej": each.procent.tal,
        }
        for each in effects
    )


def _goal(each: Maaleffekt) -> str:
    return "mål: højere" if each.maal_tal is None else f"mål: {tal.as_printed(each.maal_tal)}"


def _twin(effects: Sequence[Maaleffekt]) -> charts.Twin:
    return charts.Twin(
        (
            Column("effekt", "Effekt"),
            Column("maalt", "Målt", "tal"),
            Column("maal", "Mål", "tal"),
            Column("beloeb", "Svarer til", "tal"),
            Column("kilde", "Kilde", ubrudt=True),
        ),
        tuple(
            Row(
                (
                    Cell(_NAMES[each.procent.tal_id][0]),
                    Cell(_written(each.procent), each.procent.tal),
                    Cell("højere" if each.maal_tal is None else tal.as_printed(each.maal_tal), each.maal_tal),
                    Cell(_written(each.beloeb)),
                    sources.cell(each.procent.kilde, _TABLE),
                )
            )
            for each in effects
        ),
        "Målene er i procentpoint; beretningen skriver procent.",
    )


def _written(of: Beretningstal) -> str:
    return papirtal.written(of.tal, of.enhed, of.graense)


def _figures(key: str, of: Sequence[Beretningstal], *, grouped: bool = False) -> None:
    """The report's figures, each with the goal that it says something of, in their sections where there are many."""
    components.table(
        key,
        (
            Column("hvad", "Årsberetningen"),
            Column("tal", "Tal", ubrudt=True),
            *([Column("maal", "Mål", ubrudt=True)] if grouped else []),
            Column("kilde", "Kilde", ubrudt=True),
        ),
        [
            Row(
                (
                    Cell(each.hvad, note=each.note),
                    Cell(_written(each)),
                    *([Cell("".join(map(str, each.maal)) if each.maal else "–")] if grouped else []),
                    sources.cell(each.kilde, _TABLE),
                ),
                group=_SECTIONS[section] if grouped else None,
            )
            for section in _SECTIONS
            for each in of
            if each.emne == section
        ],
        alt="Årsberetningens tal",
        cards=True,
    )


def _rows(of: Udsnit) -> pd.DataFrame:
    """The report's figures, a row each, to take away."""
    return pd.DataFrame(
        {
            "afsnit": _SECTIONS[each.emne],
            "hvad": each.hvad,
            "tal": each.tal,
            "enhed": each.enhed,
            "forbehold": each.graense,
            "år": str(each.aar),
            "mål": "".join(map(str, each.maal)) if each.maal else None,
            "note": each.note,
            "kilde": each.kilde.kilde_id,
            "linje": each.kilde.kilde_linje,
        }
        for each in _known(of)
    )


def _of_version(frames: Frames, of: Udsnit) -> pd.Series:
    """One version's figures by what they count, for comparing it with another."""
    return pd.Series({each.hvad: each.tal for each in aarsberetning.beretning(frames, of.paa)}, dtype=float)


TAVLE = Tavle(
    tabeller=(_TABLE,),
    dateret_af=(_TABLE,),
    fund=_headline,
    vis=_show,
    raekker=_rows,
    papirer=lambda of: frozenset(each.kilde.kilde_id for each in _known(of)),
    tal=_of_version,
    trykt=lambda of: [sources.printed(each.hvad, _written(each), each.kilde, _TABLE) for each in _known(of)],
)
