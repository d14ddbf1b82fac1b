"""The cockpit of the scenario: what it is sent, and what a hand on it sets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TypeVar

from analytics.begreber import MINDST, RAEKKER, SPECIALER
from analytics.kapacitet.formler import Reference
from analytics.kapacitet.maal import MEASURES
from analytics.scenarie import HOEJST, Udregning
from analytics.scenarie.modpart import NAVNE, Modpart, udregnet
from analytics.scenarie.naaet import FOELGER
from analytics.scenarie.stilling import foer
from analytics.scenarie.tekst import borgere
from dansk import maengde, tal
from pages import components, view
from pages.components import Place, Shades, Speciality, Told
from pages.drawing import scales
from pages.fysioterapi import parametre
from pages.fysioterapi.scenarie import opstilling, resten
from pages.reading import queries
from pages.style import theme
from pages.view.kinds import Parameter
from pages.view.parameters import OMRAADE, SPECIALE

T = TypeVar("T")

_RESULT = MEASURES["borgere-pr-kapacitet"]
_STAYS = "følger ikke"
"""Said of the speciale whose patients nobody can follow, while the other's follow."""
_FAR = 20
"""A change of so many per cent, or more, is far off: the strongest colour."""
_EDGES = (-19.95, -0.05, 0.05, 19.95)
"""The changes that are printed as far better, better, nothing, worse and far worse, in tenths of a per cent."""


def show(of: Udregning, modpart: Modpart, said: str) -> None:
    """Show the cockpit; `said` is read aloud when a change has made it another."""
    changing = view.value(parametre.VIS) == "aendring"
    components.cockpit(
        "instrument",
        areas(of),
        opstilling.shown(),
        [speciality(of, modpart, speciale, result=not changing) for speciale in RAEKKER],
        speciale=view.value(SPECIALE),
        compared=modpart,
        compared_words=f"mod {NAVNE[modpart]}",
        people=borgere(of.scenarie),
        served=f"Ringest dækket i {of.scenarie.aar}{'' if of.scenarie.vaegte is None else ', vægtet'}",
        change=change() if changing else None,
        chosen=view.value(OMRAADE),
        pictured=view.held(parametre.FIGUR) == "fliser",
        highest=HOEJST,
        step=MINDST,
        said=said,
        on_change=_moved,
        on_speciale=partial(_turned, SPECIALE),
        on_show=partial(_turned, parametre.VIS),
        on_choose=lambda area: _turned(OMRAADE, area or "ingen"),
    )


def _moved(values: Mapping[str, float]) -> None:
    places = {slider.name: place for place, slider in parametre.SKYDERE.items()}
    amounts = dict(opstilling.remembered().tillaeg)
    moved = {places[name]: value for name, value in values.items() if name in places}
    if any(amounts.get(place, 0.0) != value for place, value in moved.items()):
        opstilling.set_amounts(amounts | moved)
        resten.keep_up(changed=True)


def _turned(parameter: Parameter[T], wanted: T) -> None:
    view.put(parameter, wanted)
    resten.keep_up()


def areas(of: Udregning) -> list[Place]:
    """Return every area in the order of Tabel 3, with what its figures are worked out from."""
    names, worked = queries.area_names(), of.regning
    given = of.scenarie.tillaeg, of.forslag.scenarie.tillaeg
    now, proposed = ([[each.get((area, s), 0.0) for s in RAEKKER] for area in of.grundlag.omraader] for each in given)
    three = worked.naaet_foer, worked.naaet, of.forslag.regning.naaet
    reached = [
        [
            [float(each[row, column]) for each in three] if speciale == FOELGER else []
            for row, speciale in enumerate(RAEKKER)
        ]
        for column in range(len(of.grundlag.omraader))
    ]
    return [
        Place(
            area,
            names[area],
            int(worked.borgere[column]),
            float(worked.vejede[column]),
            worked.foer[:, column].tolist(),
            now[column],
            proposed[column],
            reached[column] if of.scenarie.foelger else (),
        )
        for column, area in enumerate(of.grundlag.omraader)
    ]


def told(of: Udregning, modpart: Modpart, speciale: int) -> Told:
    """Return what is worked out of a speciale as the cockpit prints it, the areas in the order of Tabel 3."""
    figures, spent = of.noegletal[speciale], of.forbrug[speciale]
    against = of.mod(udregnet(of, modpart)).forskelle
    changes = {each.omraade_id: each.pct for each in against if each.speciale == speciale}
    return Told(
        ringest=queries.area_names()[figures.vaerst_omraade],
        vaerst=tal.number(figures.vaerst),
        over=tal.number(figures.borgere_over),
        brugt=f"{tal.number(spent.brugt, 1)} af {tal.number(spent.budget.til_nye, 1)}",
        rest=f"{tal.number(spent.rest, 1)} {'for meget' if spent.over else 'tilbage'}",
        pr=[tal.number(per) for per in of.regning.pr[RAEKKER.index(speciale)]],
        aendring=[maengde.change(changes[area]) for area in of.grundlag.omraader],
    )


def speciality(of: Udregning, modpart: Modpart, speciale: int, *, result: bool) -> Speciality:
    """Return a speciale as the cockpit has it, with the classes of its result where that is to be shown."""
    worst = of.noegletal[speciale]
    return Speciality(
        nr=speciale,
        navn=SPECIALER[speciale].split()[0].lower(),
        farve=theme.ink(theme.SPECIALE[speciale]),
        graense=of.graenser[speciale],
        til_nye=of.grundlag.budgetter[speciale].til_nye,
        alt=f"{borgere(of.scenarie).capitalize()} pr. kapacitet, speciale {speciale}: "
        f"{queries.area_names()[worst.vaerst_omraade]} er ringest dækket med {tal.number(worst.vaerst)}.",
        sagt=told(of, modpart, speciale),
        resultat=_result(tuple(foer(of, speciale))) if result else None,
        note=_STAYS if of.scenarie.foelger and speciale != FOELGER else "",
    )


@queries.kept(32)
def _result(of_version: str, before: tuple[float, ...]) -> Shades:
    """The classes of the result: those that the figures have before anything is given, so that they stand still."""
    classes, colours = scales.shades(_RESULT, before, Reference(0.0, ""))
    words = [text for _, text in scales.legend(_RESULT, classes, colours, None)]
    return _shades(classes.edges, colours, words)


def change() -> Shades:
    """Return the classes of the change: far better, better, the same, worse, far worse; the same is blank."""
    far = maengde.quantity(_FAR, "pct")
    words = (f"▼ mindst {far} færre", "▼ færre", "uændret", "▲ flere", f"▲ mindst {far} flere")
    return _shades(_EDGES, theme.AROUND_AVERAGE, words)


def _shades(edges: Sequence[float], colours: Sequence[str], words: Sequence[str]) -> Shades:
    return Shades(edges, [(colour, theme.on(colour)) for colour in colours], words)
