"""The scenario as people set it: sliders, presets, undo, year, base capacity and weights; all of it in the link."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from analytics.begreber import SPECIALER
from analytics.grundlag import Grundlag
from analytics.scenarie import HOEJST, Scenarie, Vaegte, forslag
from analytics.scenarie.kode import OMRAADER, afkod, kod
from dansk import alfabet, tal
from pages import components, view
from pages.components import Slider, SliderRow
from pages.frame import notices
from pages.fysioterapi import parametre
from pages.reading import queries
from pages.style import theme
from pages.view.kinds import Parameter
from pages.view.parameters import SCENARIE

_UNDONE: tuple[Parameter[Any], ...] = (
    *(parametre.UDGANGSPUNKT, parametre.AAR, parametre.GRUND, parametre.KOBLING, *parametre.GRAENSER.values()),
    *(parametre.VAEGTE, parametre.MINDST, parametre.STEDER, parametre.UDELAD, parametre.FASTHOLD),
)
"""The settings that can be undone and reset, as the sliders can; not what was kept, nor the handout's title."""
_SLIDERS = {parameter.name: place for place, parameter in parametre.SKYDERE.items()}
_State = dict[Parameter[Any], Any]
_SHOWN = "_scenarie_omraader"
_SEEN = "_scenarie_set"
_BEFORE = "_scenarie_fortryd"
_KEPT = 30


def foundation() -> Grundlag:
    """Return the tables of a scenario, read once."""
    return queries.foundation()


def current() -> Scenarie:
    """Return the scenario that the link and the sliders hold; without either, the proposal."""
    grundlag = foundation()
    _take_code()
    _start(grundlag)
    sliders: list[Parameter[Any]] = [parametre.SKYDERE[area, speciale] for area in shown() for speciale in SPECIALER]
    _notice({parameter: view.value(parameter) for parameter in (*sliders, *_UNDONE)})
    view.value(parametre.GEMT)
    view.value(parametre.TITEL)
    scenarie = remembered()
    packed = (parametre.UDGANGSPUNKT, parametre.AAR, parametre.GRUND, parametre.GEMT, parametre.VAEGTE)
    view.pack((*sliders, *packed), SCENARIE, kod([scenarie, *kept()]))
    return scenarie


def shown() -> list[str]:
    """Return the areas that have sliders: those of Tabel 10, and those that were added or given something."""
    if _SHOWN not in st.session_state:
        proposed = {area for area, _ in forslag(foundation()).tillaeg}
        st.session_state[_SHOWN] = [area for area in OMRAADER if area in proposed]
    areas: list[str] = st.session_state[_SHOWN]
    return areas


def _start(grundlag: Grundlag) -> None:
    """Let what the link gives have its sliders; where it gives nothing, begin with the proposal."""
    set_before = {place: slider for place, slider in parametre.SKYDERE.items() if view.is_set(slider)}
    for area, _ in set_before:
        _show_area(area)
    if set_before:
        if not any(view.held(slider) for slider in set_before.values()):
            # What is at zero is not in the address, which alone is the proposal.
            view.put(parametre.UDGANGSPUNKT, "ingen")
    elif view.held(parametre.UDGANGSPUNKT) != "ingen":
        set_amounts(forslag(grundlag).tillaeg)


def _show_area(area: str) -> None:
    if area not in shown():
        shown().append(area)


def remembered() -> Scenarie:
    """Return the scenario as the controls last had it; for callbacks, which run before they are drawn."""
    return Scenarie(
        aar=view.held(parametre.AAR),
        tillaeg={(a, s): view.held(parametre.SKYDERE[a, s]) for a in shown() for s in SPECIALER},
        grundkapacitet=view.held(parametre.GRUND),
        vaegte=view.held(parametre.VAEGTE),
    )


def apply(scenarie: Scenarie) -> None:
    """Let sliders, year, base and weights be those of another scenario."""
    set_amounts(scenarie.tillaeg)
    view.put(parametre.AAR, scenarie.aar)
    view.put(parametre.GRUND, scenarie.grundkapacitet)
    set_weights(scenarie.vaegte)


def set_amounts(tillaeg: Mapping[tuple[str, int], float]) -> None:
    """Set all sliders; those that are not named become zero."""
    for area, _ in tillaeg:
        _show_area(area)
    for area in shown():
        for speciale in SPECIALER:
            view.put(parametre.SKYDERE[area, speciale], tillaeg.get((area, speciale), 0.0))
    view.put(parametre.UDGANGSPUNKT, "forslag" if any(tillaeg.values()) else "ingen")


def set_weights(weights: Vaegte | None) -> None:
    """Weigh citizens by the user's own assumptions, or not."""
    view.put(parametre.VAEGTE, weights)


def _notice(now: _State) -> None:
    """Remember what the scenario was before it became another, whatever changed it, so that it can be undone."""
    seen: _State | None = st.session_state.get(_SEEN)
    if seen is not None and _set(seen) != _set(now):
        before: list[_State] = st.session_state.setdefault(_BEFORE, [])
        before.append(seen)
        del before[:-_KEPT]
    st.session_state[_SEEN] = now


def _set(state: _State) -> _State:
    """What is set: a slider that was only added, at zero, is no change."""
    return {parameter: value for parameter, value in state.items() if parameter.name not in _SLIDERS or value}


def _undo() -> None:
    before: list[_State] = st.session_state.get(_BEFORE, [])
    if not before:
        return
    state = before.pop()
    _clear()
    for parameter, value in state.items():
        if parameter.name in _SLIDERS:
            _show_area(_SLIDERS[parameter.name][0])
        view.put(parameter, value)
    st.session_state[_SEEN] = state


def _reset() -> None:
    """Begin again with the proposal and every setting as the page opens without a link."""
    _clear()
    st.session_state.pop(_SHOWN, None)


def _clear() -> None:
    view.forget((*parametre.SKYDERE.values(), *_UNDONE))


def _sliders_moved(values: Mapping[str, float]) -> None:
    amounts = dict(remembered().tillaeg)
    moved = {_SLIDERS[name]: value for name, value in values.items() if name in _SLIDERS}
    if any(amounts.get(place, 0.0) != value for place, value in moved.items()):
        set_amounts(amounts | moved)


def _take_code() -> None:
    """Unpack the scenarios of a link (`scenarie`): the first becomes the sliders, the others are kept as B, C and D."""
    code = view.take(SCENARIE)
    if code is None:
        return
    scenarios, unreadable = afkod(code)
    if scenarios:
        apply(scenarios[0])
        keep(scenarios[1:])
    notices.remarks([f"Linkets scenarie kunne ikke læses helt. Sprunget over: {part}." for part in unreadable])


def kept() -> list[Scenarie]:
    """Return the scenarios that are kept beside the sliders: B, C and D."""
    gemte: tuple[Scenarie, ...] = view.held(parametre.GEMT)
    return list(gemte)


def keep(scenarios: Sequence[Scenarie]) -> None:
    """Keep those scenarios beside the sliders, in place of the ones that were."""
    view.put(parametre.GEMT, tuple(scenarios))


def presets() -> None:
    """Show the buttons that set all sliders at once, undo, and the choice of areas to add."""
    grundlag = foundation()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _preset("Forslaget", forslag(grundlag).tillaeg, "Forvaltningens forslag, tabel 10")
        _preset("Ingen nye", {}, "Alle skydere på nul")
        st.button(
            "Nulstil",
            icon=":material/restart_alt:",
            on_click=_reset,
            help="Skyderne som forslaget, og år, grundlag, regler, grænser, vægte og krav som siden åbner med",
            key="nulstil",
        )
        st.button(
            "Fortryd",
            icon=":material/undo:",
            on_click=_undo,
            disabled=not st.session_state.get(_BEFORE),
            key="fortryd",
        )
        names = queries.area_names()
        without = set(OMRAADER) - set(shown())
        others = sorted(without, key=lambda area: alfabet.order(names[area]))
        st.selectbox(
            "Tilføj område",
            others,
            index=None,
            format_func=lambda area: names[area],
            placeholder="Tilføj område",
            label_visibility="collapsed",
            width=190,
            key="tilfoej",
            on_change=_add_area,
        )


def _preset(label: str, tillaeg: Mapping[tuple[str, int], float], explanation: str) -> None:
    st.button(label, on_click=set_amounts, args=(dict(tillaeg),), help=explanation, key=f"sæt-{label}")


def _add_area() -> None:
    area = st.session_state["tilfoej"]
    if area:
        _show_area(area)
        st.session_state["tilfoej"] = None


def sliders(scenarie: Scenarie) -> None:
    """Show a row of sliders for each area."""
    names = queries.area_names()
    inks = {speciale: theme.ink(colour) for speciale, colour in theme.SPECIALE.items()}
    components.sliders(
        "skydere",
        [
            SliderRow(
                names[area],
                [
                    Slider(
                        parametre.SKYDERE[area, speciale].name,
                        f"{names[area]}, speciale {speciale}",
                        scenarie.tillaeg.get((area, speciale), 0.0),
                        inks[speciale],
                    )
                    for speciale in SPECIALER
                ],
            )
            for area in shown()
        ],
        [(f"{speciale} {name.split()[0].lower()}", inks[speciale]) for speciale, name in SPECIALER.items()],
        rows_are="Område",
        highest=HOEJST,
        step=0.1,
        unit="kapaciteter",
        on_change=_sliders_moved,
    )


def settings(scenarie: Scenarie) -> None:
    """Show what else the scenario depends on: year, base capacity, limits, and the reading of the rule."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        view.slider(parametre.AAR, scenarie.aar, width=220)
        view.control(parametre.GRUND, width=260)
        view.control(parametre.KOBLING, width=260)
        for speciale, chosen in limits(scenarie).items():
            view.slider(parametre.GRAENSER[speciale], round(chosen), width=260)
        st.button("Papirets grænser", key="papirets-graenser", on_click=_forget_limits)
        limit, source = foundation().graense_51
        st.caption(
            "Før justering er kapaciteten i tabel 11 og 12; den er en anden for Amager og Valby. "
            f"Grænsen for speciale 51 er papirets egen, {tal.number(limit)} ({source}). "
            "For 62 er den lagt lige så meget over regionens gennemsnit."
        )


def _forget_limits() -> None:
    view.forget(parametre.GRAENSER.values())


def limits(scenarie: Scenarie) -> dict[int, float]:
    """Return the limit of each speciale in citizens per capacity, as chosen or as the paper has it."""
    standard = foundation().graenser(scenarie.grundkapacitet)
    return {s: float(view.held(parametre.GRAENSER[s])) or standard[s] for s in SPECIALER}


def selection(scenarie: Scenarie) -> str:
    """Return in words what a download was computed with."""
    base = "tabel 3 og 4" if scenarie.grundkapacitet == "tabel_3_4" else "før justering i tabel 11 og 12"
    chosen = " og ".join(f"{tal.number(limit)} i speciale {s}" for s, limit in limits(scenarie).items())
    weighted = "" if scenarie.vaegte is None else "; vægtede borgere efter egne antagelser"
    return f"Scenarie for {scenarie.aar}; kapacitet i dag: {base}; grænser: {chosen}{weighted}"
