"""Keeping scenarios beside each other, handing them on, and reading them and weights from a small table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import pandas as pd
import streamlit as st

from analytics.indlaesning import laes_behov, laes_scenarie
from analytics.measures import SPECIALER
from analytics.noegletal import forbrug, noegletal
from analytics.regler import kontroller
from analytics.scenarie import Scenarie, Vaegte, forslag, vindere_og_tabere
from analytics.scenariekode import FLEST
from analytics.vaegte import GRUPPER, papirets_procent
from data.validation import Finding
from pages.faelles import components, faults, numbers, queries, sharing, view
from pages.faelles.components import Cell, Column, Row
from pages.fysioterapi import moedebilag, scenariekontrol, scenarievalg

_LETTERS = "ABCD"
_FAULTS = "_scenarie_fejl"
_URL = "fysioterapi-scenarie"


def show(scenarie: Scenarie) -> None:
    """Show the ways to keep, compare, hand on and read scenarios."""
    _compare(scenarie)
    _handout(scenarie)
    _read()
    _weights(scenarie)


def _compare(scenarie: Scenarie) -> None:
    kept = scenarievalg.kept()
    with st.expander("Sammenlign scenarier", icon=":material/compare_arrows:", key="sammenlign"):
        with st.container(horizontal=True):
            if len(kept) < FLEST - 1:
                st.button(
                    f"Gem som {_LETTERS[1 + len(kept)]}",
                    on_click=scenarievalg.keep,
                    args=([*kept, scenarie],),
                    key="gem",
                    icon=":material/bookmark_add:",
                )
            for place, each in enumerate(kept, 1):
                letter = _LETTERS[place]
                st.button(f"Hent {letter}", on_click=scenarievalg.apply, args=(each,), key=f"hent-{letter}")
                rest = [*kept[: place - 1], *kept[place:]]
                st.button(f"Fjern {letter}", on_click=scenarievalg.keep, args=(rest,), key=f"fjern-{letter}")
        if kept:
            _side_by_side([scenarie, *kept])
        else:
            st.caption(f"Gem op til {FLEST - 1} scenarier, og stil skyderne om: så står de ved siden af hinanden.")


def _side_by_side(scenarios: Sequence[Scenarie]) -> None:
    grundlag = scenarievalg.foundation()
    names = grundlag.navne
    figures = [noegletal(each, grundlag, scenarievalg.limits(each)) for each in scenarios]
    spent = [forbrug(each, grundlag) for each in scenarios]
    rows = [Row((Cell("År"), *(Cell(str(each.aar)) for each in scenarios)))]
    for s in SPECIALER:
        rows += [
            Row((Cell(f"Brugt, {s}"), *(Cell(numbers.number(of[s].brugt, 1)) for of in spent))),
            Row(
                (
                    Cell(f"Ringest, {s}"),
                    *(Cell(f"{names[of[s].vaerst_omraade]} {numbers.number(of[s].vaerst)}") for of in figures),
                )
            ),
            Row((Cell(f"Over grænsen, {s}"), *(Cell(numbers.number(of[s].borgere_over)) for of in figures))),
            Row((Cell(f"Gini, {s}"), *(Cell(numbers.number(of[s].gini, 3)) for of in figures))),
        ]
    rows += [
        Row((Cell(f"Mio. kr., {s}"), *(Cell(numbers.number(of[s].brugt_kr / 1e6, 2)) for of in spent)))
        for s in SPECIALER
    ]
    against = [
        vindere_og_tabere(each, replace(each, tillaeg=forslag(grundlag).tillaeg), grundlag) for each in scenarios
    ]
    rows += [
        Row((Cell("Vinder mest mod forslaget"), *(Cell(_outcome(of.iloc[0], "vinder", names)) for of in against))),
        Row((Cell("Taber mest mod forslaget"), *(Cell(_outcome(of.iloc[-1], "taber", names)) for of in against))),
    ]
    broken = [len(kontroller(each, grundlag, scenariekontrol.coupling())) for each in scenarios]
    rows.append(Row((Cell("Brudte regler"), *(Cell(str(count)) for count in broken))))
    given = [
        area for area in grundlag.omraader if any((area, s) in each.tillaeg for each in scenarios for s in SPECIALER)
    ]
    rows += [
        Row(
            (
                Cell(f"{names[area]}, {s}"),
                *(Cell(numbers.number(each.tillaeg.get((area, s), 0.0), 1)) for each in scenarios),
            ),
            kind="skel" if (area, s) == (given[0], min(SPECIALER)) else None,
        )
        for area in given
        for s in SPECIALER
    ]
    components.table(
        "side-om-side",
        (Column("hvad", ""), *(Column(letter, letter, "tal") for letter in _LETTERS[: len(scenarios)])),
        rows,
        alt="Scenarierne side om side: budget, nøgletal, brudte regler og tillæg",
        height=420,
    )


def _outcome(row: pd.Series, wanted: str, names: Mapping[str, str]) -> str:
    if row["udfald"] != wanted:
        return "ingen"
    share = numbers.quantity(row["forskel_pct"], "pct", 0, sign=True)
    return f"{names[row['omraade_id']]} ({row['speciale']}) {share}"


def _handout(scenarie: Scenarie) -> None:
    link = sharing.link(_URL)
    limits = scenarievalg.limits(scenarie)
    kobling = scenariekontrol.coupling()
    grundlag = scenarievalg.foundation()

    title = view.held("titel")
    view.text("titel")

    def pdf() -> bytes:
        return moedebilag.make_pdf(moedebilag.build(scenarie, grundlag, title, link, date.today(), limits, kobling))

    st.download_button(
        "Mødebilag (PDF, én side)",
        pdf,
        "kkr-scenarie.pdf",
        "application/pdf",
        icon=":material/picture_as_pdf:",
        key="moedebilag",
        on_click="ignore",
    )


def _read() -> None:
    with st.expander("Indlæs et scenarie", icon=":material/upload:", key="indlaes"):
        st.caption("Tre kolonner: omraade; speciale_51; speciale_62. Tallene går fra 0 til 10 med én decimal.")
        components.table_input("scenariefil", "Vælg en CSV-fil", "… eller indsæt tabellen her", on_text=_scenario_read)
        _faults("scenarie")


def _scenario_read(text: str) -> None:
    table = laes_scenarie(text, scenarievalg.foundation())
    st.session_state[_FAULTS] = ("scenarie", table.fejl)
    if not table.fejl:
        scenarievalg.set_amounts(table.tillaeg)


def _faults(of: str) -> None:
    kind, found = st.session_state.get(_FAULTS, ("", ()))
    if kind == of:
        faults.show(f"fejl-{of}", "Tabellen", found)


def _weights(scenarie: Scenarie) -> None:
    on = scenarie.vaegte is not None
    box = st.expander("Vægte: dine antagelser", icon=":material/balance:", key="vaegte-boks", on_change="rerun")
    if not box.open:
        return
    with box:
        grundlag = scenarievalg.foundation()
        percent = papirets_procent(grundlag)
        low, high = (numbers.as_printed(percent[end]) for end in (0, -1))
        group, source = grundlag.paastand["socialgruppe-hoejest"]
        st.caption(
            f"Kommunesocialgrupper og alder står ikke i kilden. Den siger kun, at gruppe {group:.0f} får {high} % og "
            f"at spændet er {low}-{high} % ({source}). Resten er dine antagelser."
        )
        weights = scenarie.vaegte or Vaegte(procent=percent)
        _groups(weights, percent[-1])
        components.table_input(
            "behovsfil",
            "Behov efter alder: CSV med omraade eller kommune, andel_65, faktor",
            "… eller indsæt tabellen her",
            on_text=lambda text: _need_read(text, weights),
        )
        _faults("behov")
        st.button("Slå vægte fra", on_click=scenarievalg.set_weights, args=(None,), disabled=not on, key="vaegte-fra")


def _groups(weights: Vaegte, highest: float) -> None:
    kommuner = queries.kommune_names()
    with st.form("socialgrupper", border=False):
        for group, share in zip(GRUPPER, weights.procent, strict=True):
            st.select_slider(
                f"Gruppe {group}, %",
                [half / 2 for half in range(int(2 * highest) + 1)],
                round(2 * share) / 2,
                format_func=lambda percent: numbers.number(percent, 1),
                key=f"pct-{group}",
            )
            st.multiselect(
                f"Kommuner i gruppe {group}",
                list(kommuner),
                [kommune for kommune, of in weights.socialgruppe.items() if of == group],
                format_func=kommuner.get,
                placeholder="Ingen valgt",
                key=f"gruppe-{group}",
            )
        st.form_submit_button("Brug vægtene", on_click=_use_groups, args=(weights,))
    _faults("gruppe")


def _use_groups(weights: Vaegte) -> None:
    members = [(kommune, group) for group in GRUPPER for kommune in st.session_state[f"gruppe-{group}"]]
    groups = dict(members)
    if len(groups) < len(members):
        st.session_state[_FAULTS] = ("gruppe", [Finding(None, None, "en kommune står i to grupper")])
        return
    percent = tuple(float(st.session_state[f"pct-{group}"]) for group in GRUPPER)
    scenarievalg.set_weights(Vaegte(groups, percent, weights.behov))


def _need_read(text: str, weights: Vaegte) -> None:
    table = laes_behov(text, scenarievalg.foundation())
    st.session_state[_FAULTS] = ("behov", table.fejl)
    if not table.fejl:
        scenarievalg.set_weights(Vaegte(weights.socialgruppe, weights.procent, table.behov))
