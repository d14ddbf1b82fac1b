"""Weights on citizens, as the user's own assumptions: the kommuner's groups, and need by age from a small table."""

from __future__ import annotations

import streamlit as st

from analytics.scenarie import Udregning, Vaegte
from analytics.scenarie.indlaesning import laes_behov
from analytics.scenarie.vaegte import GRUPPER, papirets_procent
from dansk import tal
from data.errors import DataError
from data.rows import pasted
from data.validation import Fault
from pages import components
from pages.frame import faults
from pages.fysioterapi.scenarie import opstilling
from pages.reading import queries

_SHOWN = "_vaegte_vist"
_FAULTS = "_vaegte_fejl"


def show(of: Udregning) -> None:
    """Show the weights in use, or where there are none those that the paper suggests, and the ways to set them."""
    scenarie, grundlag = of.scenarie, of.grundlag
    percent = papirets_procent(grundlag)
    low, high = (tal.as_printed(percent[end]) for end in (0, -1))
    group, source, _ = grundlag.paastand["socialgruppe-hoejest"]
    st.caption(
        f"Kommunesocialgrupper og alder står ikke i kilden. Den siger kun, at gruppe {tal.as_printed(group)} "
        f"får {high} % og at spændet er {low}-{high} % ({source}). Resten er dine antagelser."
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
    if weights.behov:
        st.caption(f"Behov efter alder er indlæst for {len(weights.behov)} områder.")
    st.button(
        "Slå vægte fra",
        on_click=opstilling.set_weights,
        args=(None,),
        disabled=scenarie.vaegte is None,
        key="vaegte-fra",
    )


def _groups(weights: Vaegte, highest: float) -> None:
    kommuner = queries.kommune_names()
    steps = sorted({half / 2 for half in range(int(2 * highest) + 1)} | set(weights.procent))
    _follow(weights)
    with st.form("socialgrupper", border=False):
        for group in GRUPPER:
            st.select_slider(
                f"Gruppe {group}, %",
                steps,
                format_func=lambda percent: tal.number(percent, 1),
                key=f"pct-{group}",
            )
            st.multiselect(
                f"Kommuner i gruppe {group}",
                list(kommuner),
                format_func=lambda kommune: kommuner[kommune],
                placeholder="Ingen valgt",
                key=f"gruppe-{group}",
            )
        st.form_submit_button("Brug vægtene", on_click=_use_groups, args=(weights,))
    _faults("gruppe")


def _follow(weights: Vaegte) -> None:
    """
    Let the fields show the scenario's weights when those became others, by a link, «Hent B» or a step back.

    In between they keep what somebody is about to set: a form tells nothing before its button is pressed.
    """
    state = st.session_state
    drawn = all(f"pct-{group}" in state and f"gruppe-{group}" in state for group in GRUPPER)
    if drawn and state.get(_SHOWN) == weights:
        return
    state[_SHOWN] = weights
    for group, share in zip(GRUPPER, weights.procent, strict=True):
        state[f"pct-{group}"] = share
        state[f"gruppe-{group}"] = [kommune for kommune, of in weights.socialgruppe.items() if of == group]


def _use_groups(weights: Vaegte) -> None:
    members = [(kommune, group) for group in GRUPPER for kommune in st.session_state[f"gruppe-{group}"]]
    groups = dict(members)
    if len(groups) < len(members):
        st.session_state[_FAULTS] = ("gruppe", [Fault(None, None, "en kommune står i to grupper")])
        return
    st.session_state.pop(_FAULTS, None)
    percent = tuple(float(st.session_state[f"pct-{group}"]) for group in GRUPPER)
    opstilling.set_weights(Vaegte(groups, percent, weights.behov))


def _need_read(text: str, weights: Vaegte) -> None:
    try:
        table = laes_behov(pasted(text), opstilling.foundation())
    except DataError as error:
        st.session_state[_FAULTS] = ("behov", [Fault(None, None, str(error))])
        return
    st.session_state[_FAULTS] = ("behov", table.fejl)
    if not table.fejl:
        opstilling.set_weights(Vaegte(weights.socialgruppe, weights.procent, table.behov))


def _faults(of: str) -> None:
    kind, found = st.session_state.get(_FAULTS, ("", ()))
    if kind == of:
        faults.show(f"fejl-{of}", "Tabellen" if of == "behov" else "Valget af grupper", found)
