"""The scenario as it stands: what the link and the controls hold, worked out once a run; all of it in the link."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from analytics.begreber import SPECIALER
from analytics.grundlag import Grundlag
from analytics.scenarie import Kobling, Scenarie, Udregning, Vaegte, Vilkaar, forslag
from analytics.scenarie.kode import FLEST, OMRAADER, afkod, kod
from analytics.scenarie.tekst import patienterne
from dansk import saetning, tal
from pages import view
from pages.frame import notices
from pages.fysioterapi import parametre
from pages.fysioterapi.scenarie import fortrydelse
from pages.reading import queries
from pages.view.kinds import Parameter
from pages.view.parameters import SCENARIE

_SHOWN = "_scenarie_omraader"


def foundation() -> Grundlag:
    """Return the tables of a scenario, read once."""
    return queries.foundation()


def current() -> Udregning:
    """Return the scenario that the link and the sliders hold, worked out; without either, the proposal."""
    _take_code()
    _start(foundation())
    sliders: list[Parameter[Any]] = [parametre.SKYDERE[area, speciale] for area in shown() for speciale in SPECIALER]
    fortrydelse.notice(view.all_values((*sliders, *fortrydelse.SETTINGS)))
    view.value(parametre.GEMT)
    view.value(parametre.NAVNE)
    view.value(parametre.TITEL)
    scenarie = remembered()
    scene = (parametre.AAR, parametre.GRUND, parametre.FOELGER, parametre.VAEGTE)
    packed = (parametre.UDGANGSPUNKT, *scene, parametre.GEMT)
    view.pack((*sliders, *packed), SCENARIE, kod([scenarie, *kept()]))
    return terms(_limits(), view.held(parametre.KOBLING)).udregn(scenarie)


def worked_out() -> Udregning:
    """Return the scenario as the controls last had it, worked out; for callbacks."""
    return terms(_limits(), view.held(parametre.KOBLING)).udregn(remembered())


def _limits() -> tuple[tuple[int, float], ...]:
    """The limits that somebody has chosen, by speciale."""
    return tuple((speciale, float(limit)) for speciale, own in parametre.GRAENSER.items() if (limit := view.held(own)))


@queries.kept(8)
def terms(of_version: str, limits: tuple[tuple[int, float], ...], kobling: Kobling) -> Vilkaar:
    """Return the terms that scenarios are worked out on, the same for all who have chosen the same."""
    return Vilkaar(queries.foundation.of(of_version), dict(limits), kobling)


def shown() -> list[str]:
    """Return the areas that have sliders: those of Tabel 10, and those that were added or given something."""
    if _SHOWN not in st.session_state:
        proposed = {area for area, _ in forslag(foundation()).tillaeg}
        st.session_state[_SHOWN] = [area for area in OMRAADER if area in proposed]
    areas: list[str] = st.session_state[_SHOWN]
    return areas


def show_area(area: str) -> None:
    """Let an area have sliders."""
    if area not in shown():
        shown().append(area)


def _start(grundlag: Grundlag) -> None:
    """Let what the link gives have its sliders; where it gives nothing, begin with the proposal."""
    set_before = view.which_are_set(parametre.SKYDERE)
    for area, _ in set_before:
        show_area(area)
    if set_before:
        if not any(view.all_held(set_before).values()):
            # What is at zero is not in the address, which alone is the proposal.
            view.put(parametre.UDGANGSPUNKT, "ingen")
    elif view.held(parametre.UDGANGSPUNKT) != "ingen":
        set_amounts(forslag(grundlag).tillaeg)


def remembered() -> Scenarie:
    """Return the scenario as the controls last had it; for callbacks, which run before they are drawn."""
    return Scenarie(
        aar=view.held(parametre.AAR),
        tillaeg=view.all_held({(a, s): parametre.SKYDERE[a, s] for a in shown() for s in SPECIALER}),
        grundkapacitet=view.held(parametre.GRUND),
        vaegte=view.held(parametre.VAEGTE),
        foelger=view.held(parametre.FOELGER),
    )


def apply(scenarie: Scenarie) -> None:
    """Let the sliders, and all that the scenario is seen with, be another scenario's."""
    set_amounts(scenarie.tillaeg)
    view.put(parametre.AAR, scenarie.aar)
    view.put(parametre.GRUND, scenarie.grundkapacitet)
    view.put(parametre.FOELGER, scenarie.foelger)
    set_weights(scenarie.vaegte)


def set_amounts(tillaeg: Mapping[tuple[str, int], float]) -> None:
    """Set all sliders; those that are not named become zero."""
    for area, _ in tillaeg:
        show_area(area)
    for area in shown():
        for speciale in SPECIALER:
            view.put(parametre.SKYDERE[area, speciale], tillaeg.get((area, speciale), 0.0))
    view.put(parametre.UDGANGSPUNKT, "forslag" if any(tillaeg.values()) else "ingen")


def set_weights(weights: Vaegte | None) -> None:
    """Weigh citizens by the user's own assumptions, or not."""
    view.put(parametre.VAEGTE, weights)


def reset() -> None:
    """Begin again with the proposal and every setting as the page opens without a link."""
    fortrydelse.clear()
    view.forget((parametre.MOD,))
    st.session_state.pop(_SHOWN, None)


def _take_code() -> None:
    """Unpack the scenarios of a link (`scenarie`): the first becomes the sliders, the others are kept as B, C and D."""
    code = view.take(SCENARIE)
    if code is None:
        return
    scenarios, unreadable = afkod(code)
    if scenarios:
        apply(scenarios[0])
        keep(scenarios[1:])
    notices.remarks(
        "scenarie", [f"Linkets scenarie kunne ikke læses helt. Sprunget over: {part}." for part in unreadable]
    )


def kept() -> tuple[Scenarie, ...]:
    """Return the scenarios that are kept beside the sliders: B, C and D."""
    return view.held(parametre.GEMT)


def keep(scenarios: Sequence[Scenarie]) -> None:
    """Keep those scenarios beside the sliders, in place of the ones that were."""
    view.put(parametre.GEMT, tuple(scenarios))


def own_names() -> tuple[str, ...]:
    """Return what people have called the sliders' scenario and those that are kept, by place; empty where nothing."""
    return (*view.held(parametre.NAVNE), *("",) * FLEST)[:FLEST]


def name(names: Sequence[str]) -> None:
    """Let the scenarios be called so, by place."""
    view.put(parametre.NAVNE, parametre.NAVNE.named(names))


def keep_as_next(scenarie: Scenarie) -> None:
    """Keep the sliders' scenario beside them, with the name that it has; what is made of it next has none."""
    own, *others = own_names()
    before = kept()
    keep([*before, scenarie])
    name(["", *others[: len(before)], own])


def drop(place: int) -> None:
    """Let a kept scenario go, the first being 0, and those after it move up with their names."""
    own, *others = own_names()
    keep([*kept()[:place], *kept()[place:][1:]])
    name([own, *others[:place], *others[place:][1:]])


def fetch(place: int) -> None:
    """Let the sliders be as a kept scenario; theirs is no longer what somebody may have named."""
    apply(kept()[place])
    name(["", *own_names()[1:]])


def tables(several: Sequence[Udregning], names: Sequence[str]) -> tuple[str, ...]:
    """Return the tables that figures of some scenarios are of: also where the patients live, where they follow."""
    return (*names, "fysio_pendling") if any(of.scenarie.foelger for of in several) else tuple(names)


def selection(of: Udregning) -> str:
    """Return in words what a download was computed with."""
    own, adjusted = of.grundlag.kapacitetstabeller, f"før justering i {of.grundlag.effekttabeller}"
    base = own if of.scenarie.grundkapacitet == "tabel_3_4" else adjusted
    chosen = " og ".join(f"{tal.number(limit)} i speciale {s}" for s, limit in of.graenser.items())
    weighted = "" if of.scenarie.vaegte is None else "; vægtede borgere efter egne antagelser"
    follows = f"; {saetning.inside(patienterne(of.grundlag))}" if of.scenarie.foelger else ""
    return f"Scenarie for {of.scenarie.aar}; kapacitet i dag: {base}; grænser: {chosen}{weighted}{follows}"
