"""Up to four scenarios side by side: what each uses, what it does, and whom it favours against the proposal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import permutations

import streamlit as st

from analytics.begreber import RAEKKER
from analytics.kapacitet.formler import Reference
from analytics.kapacitet.maal import MEASURES
from analytics.scenarie import Scenarie, Udregning, forslag, udtraek
from analytics.scenarie.forskydning import Forskel
from analytics.scenarie.fund import som
from analytics.scenarie.kode import FLEST
from analytics.scenarie.navne import BOGSTAVER, navne
from analytics.scenarie.stilling import kortvaerdier
from analytics.scenarie.tekst import forslaget_er_vaegtet
from dansk import maengde, saetning, tal
from pages import components, view
from pages.components import Cell, Column, Row
from pages.drawing import downloads, maps
from pages.fysioterapi import parametre
from pages.fysioterapi.scenarie import opstilling, vindere
from pages.reading import markdown, sources
from pages.view.parameters import OMRAADE

_PAIR = "par"
_TABLES = ("fysio_kapacitet", "befolkning", "fysio_forslag", "fysio_ramme", "fysio_budget")


@dataclass(frozen=True)
class _Line:
    """A line of the comparison: what it tells, and its figure (or words) of each scenario."""

    what: str
    values: Sequence[float | str]
    decimals: int = 0
    begins_group: bool = False

    def row(self) -> Row:
        cells = [Cell(value if isinstance(value, str) else tal.number(value, self.decimals)) for value in self.values]
        return Row((Cell(self.what), *cells), kind="skel" if self.begins_group else None)

    def record(self) -> list[float | str]:
        figures = (value if isinstance(value, str) else udtraek.afrundet(value, self.decimals) for value in self.values)
        return [self.what, *figures]


def show(of: Udregning, speciale: int) -> None:
    """
    Show the ways to keep, name and fetch scenarios, and those that are kept beside the sliders' own.

    Pictures and lists are of that speciale, the table of both; a projector has the table in its first screen.
    """
    several = [of, *(of.vilkaar.udregn(each) for each in opstilling.kept())]
    names = navne([each.scenarie for each in several], forslag(of.grundlag), opstilling.own_names())
    _buttons(of.scenarie, names)
    if len(several) == 1:
        st.caption(f"Gem op til {FLEST - 1} scenarier, og stil skyderne om: så står de ved siden af hinanden.")
    elif view.on_projector():
        _side_by_side(several, names, speciale)
        _seen(several, names, speciale)
    else:
        _seen(several, names, speciale)
        _side_by_side(several, names, speciale)


def _seen(several: Sequence[Udregning], names: Sequence[str], speciale: int) -> None:
    """The pictures of a speciale, and who gains and who loses."""
    _pictures(several, names, speciale)
    _between_two(several, names, speciale)


def _side_by_side(several: Sequence[Udregning], names: Sequence[str], speciale: int) -> None:
    """The table of all that they use, do and give, and its downloads; a projector has room for that speciale's."""
    result = list(_result(several))
    gifts = list(_gifts(several))
    shown = _result(several, (speciale,), apart=True) if view.on_projector() else [*result, *gifts]
    components.table(
        "side-om-side",
        (Column("hvad", ""), *(Column(letter, name, "tal") for letter, name in zip(BOGSTAVER, names, strict=False))),
        [line.row() for line in shown],
        alt="Scenarierne side om side: budget, nøgletal, brudte regler og tillæg",
    )
    st.caption(f"{markdown.plain(names[0])} er skyderne, som de står. {forslaget_er_vaegtet(several[0].grundlag)}")
    downloads.bar(
        "scenarier-side-om-side",
        partial(udtraek.side_om_side, [line.record() for line in (*result, *gifts)], names),
        tables=opstilling.tables(several, _TABLES),
        selection=f"Scenarierne {saetning.listed(names)}, side om side",
        called="side om side",
    )
    sources.footer(opstilling.tables(several, _TABLES), "nøgletal, forbrug og forskelle.")


def _buttons(scenarie: Scenarie, names: Sequence[str]) -> None:
    """Keep the sliders' scenario, and fetch those that are there; on another screen also let them go and name them."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if len(names) < FLEST:
            st.button(
                f"Gem som {BOGSTAVER[len(names)]}",
                on_click=opstilling.keep_as_next,
                args=(scenarie,),
                key="gem",
                icon=":material/bookmark_add:",
            )
        for place, (letter, name) in enumerate(zip(BOGSTAVER[1:], names[1:], strict=False)):
            said = markdown.plain(name)
            st.button(f"Hent {said}", on_click=opstilling.fetch, args=(place,), key=f"hent-{letter}")
            if not view.on_projector():
                st.button(f"Fjern {said}", on_click=opstilling.drop, args=(place,), key=f"fjern-{letter}")
        if len(names) > 1 and not view.on_projector():
            with st.popover("Navne", icon=":material/edit:"):
                _name_fields(names)


def _name_fields(names: Sequence[str]) -> None:
    """A field for each name; an empty one has the name by the rule."""
    own = opstilling.own_names()
    for place, (letter, name) in enumerate(zip(BOGSTAVER, names, strict=False)):
        st.session_state[f"navn-{letter}"] = own[place]
        st.text_input(
            f"Navn på {letter}",
            placeholder=name,
            max_chars=parametre.NAVNE.longest,
            key=f"navn-{letter}",
            on_change=_named,
            args=(place, letter),
        )


def _named(place: int, letter: str) -> None:
    own = opstilling.own_names()
    opstilling.name([*own[:place], st.session_state[f"navn-{letter}"], *own[place:][1:]])


def _pictures(several: Sequence[Udregning], names: Sequence[str], speciale: int) -> None:
    """A small tile map of each scenario, in the same classes, so that a colour is the same figure in all."""
    values = {name: kortvaerdier(each, speciale, "resultat") for name, each in zip(names, several, strict=True)}
    shown, legend = maps.on_one_scale(
        MEASURES["borgere-pr-kapacitet"],
        values,
        Reference(0.0, ""),
        chosen={view.held(OMRAADE)},
        in_focus=set(several[0].grundlag.omraader),
    )
    components.tile_maps("scenarierne", shown, legend, on_choose=lambda area: view.put(OMRAADE, area or "ingen"))
    st.caption(f"Borgere pr. kapacitet i speciale {speciale}. Samme farve er samme tal i alle billeder.")


def _between_two(several: Sequence[Udregning], names: Sequence[str], speciale: int) -> None:
    """Who gains and who loses in one of the scenarios against another."""
    of_letter = dict(zip(BOGSTAVER.lower(), zip(several, names, strict=True), strict=False))
    offered = [f"{nu}{mod}" for nu, mod in permutations(of_letter, 2)]
    pair = view.value(parametre.PAR)
    st.session_state[_PAIR] = pair if pair in offered else offered[0]
    (nu, name), (mod, other) = (of_letter[letter] for letter in st.session_state[_PAIR])
    st.selectbox(
        parametre.PAR.label,
        offered,
        format_func=lambda each: " mod ".join(of_letter[letter][1] for letter in each),
        key=_PAIR,
        on_change=lambda: view.put(parametre.PAR, st.session_state[_PAIR]),
        width=380,
    )
    if nu.scenarie.foelger != mod.scenarie.foelger:
        st.caption("Patienterne følger kun med i det ene af de to: en del af forskellen er måden at regne på.")
    vindere.show(nu, mod, end=som(other), navn=other, speciale=speciale, key="par", nu=name)


def _result(
    several: Sequence[Udregning], specialer: Sequence[int] = RAEKKER, *, apart: bool = False
) -> Iterator[_Line]:
    """What the scenarios use and do; the worst served has its name in a line of its own where they are `apart`."""
    names = several[0].grundlag.navne
    yield _Line("År", [str(each.scenarie.aar) for each in several])
    if any(each.scenarie.vaegte is not None for each in several):
        yield _Line("Borgere", ["som talt" if each.scenarie.vaegte is None else "vægtede" for each in several])
    if any(each.scenarie.foelger for each in several):
        yield _Line("Patienterne", ["følger med" if each.scenarie.foelger else "bliver" for each in several])
    for s in specialer:
        spent, figures = [each.forbrug[s] for each in several], [each.noegletal[s] for each in several]
        yield _Line(f"Brugt, {s}", [of.brugt for of in spent], 1, begins_group=True)
        yield _Line(f"Mio. kr., {s}", [of.brugt_mio for of in spent], 2)
        where = [names[of.vaerst_omraade] for of in figures]
        if apart:
            yield _Line(f"Ringest, {s}", [of.vaerst for of in figures])
            yield _Line("Hvor", where)
        else:
            each = zip(where, figures, strict=True)
            yield _Line(f"Ringest, {s}", [f"{name} {tal.number(of.vaerst)}" for name, of in each])
        yield _Line(f"Over grænsen, {s}", [of.borgere_over for of in figures])
        yield _Line(f"Gini, {s}", [of.gini for of in figures], 3)
    against = [each.mod_forslaget for each in several]
    winners, losers = (
        [_outcome(of, names) for of in most]
        for most in ([each.vinder_mest for each in against], [each.taber_mest for each in against])
    )
    yield _Line("Vinder mest mod forslaget", winners, 0, True)
    yield _Line("Taber mest mod forslaget", losers)
    yield _Line("Brudte regler", [len(each.regelbrud) for each in several])


def _gifts(several: Sequence[Udregning]) -> Iterator[_Line]:
    """What the scenarios give, area by area."""
    for place, (area, s) in enumerate(udtraek.givne(several)):
        values = [each.scenarie.tillaeg.get((area, s), 0.0) for each in several]
        yield _Line(f"{several[0].grundlag.navne[area]}, {s}", values, 1, begins_group=place == 0)


def _outcome(of: Forskel | None, names: Mapping[str, str]) -> str:
    if of is None:
        return "ingen"
    return f"{names[of.omraade_id]} ({of.speciale}) {maengde.change(of.pct)}"
