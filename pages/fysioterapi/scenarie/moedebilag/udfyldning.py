"""Filling the page from a scenario: its figures, and the words around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date

import pandas as pd

from analytics.begreber import RAEKKER, SPECIALER
from analytics.grundlag import Grundlag
from analytics.scenarie import Udregning, udtraek
from analytics.scenarie.naaet import FOELGER
from analytics.scenarie.noegletal import Forbrug, Noegletal, Sammenligning
from analytics.scenarie.stilling import skalapladser
from analytics.scenarie.tekst import mod_forslaget, om_patienterne, overskridelse, pendlingens_forbehold
from dansk.tal import as_printed, capacities, number
from pages.fysioterapi.scenarie.moedebilag.flisekort import before_and_after
from pages.fysioterapi.scenarie.moedebilag.indhold import (
    Budgetlinje,
    Celle,
    Moedebilag,
    Noegleraekke,
    Omraadetal,
    Raekke,
    Speciale,
)
from pages.fysioterapi.scenarie.moedebilag.noter import assumptions, notes
from pages.fysioterapi.scenarie.moedebilag.skrivemaade import is_figure, number_of_areas, per_capacity
from pages.style import theme

_SHOWN = ["tillaeg", "borgere_pr_kapacitet_foer", "borgere_pr_kapacitet", "aendring_pct"]


def build(
    of: Udregning,
    navn: str,
    link: str,
    dato: date,
    *,
    spaend: Mapping[tuple[str, int], tuple[float, float]] | None = None,
    planer: str = "",
) -> Moedebilag:
    """
    Return the page of a scenario.

    `navn` is the scenario's name, `link` opens it, and `dato` is the day that the page is made. `spaend` is the least
    and the most, in capacities, that each area can be given of a speciale in `planer`, which says which plans; of those
    that are not in it nothing is said. Raises ValueError for an area or a speciale that the grundlag does not have.
    """
    scenarie, grundlag = of.scenarie, of.grundlag
    broken = sorted(of.regelbrud, key=lambda each: each.omraade_id is not None)
    of_area = dict(list(of.tabel.groupby("omraade_id")))
    places = {speciale: skalapladser(of, speciale) for speciale in RAEKKER}
    ranges = {place: _range(*ends) for place, ends in (spaend or {}).items()}
    given = list(dict.fromkeys(omraade for omraade, _ in udtraek.givne([of])))
    rest = len(grundlag.omraader) - len(given)
    return Moedebilag(
        titel=navn,
        dato=dato,
        fund=" ".join(_findings(of)),
        mod_forslaget=mod_forslaget(of),
        grundlag=(
            f"Set med befolkningen i {scenarie.aar} (bilag {grundlag.paastand['bilag-3']}). "
            f"Før er {grundlag.ord_for(scenarie.grundkapacitet)}; "
            "efter er den samme kapacitet og de nye."
        ),
        antagelser=" ".join(filter(None, (om_patienterne(of), assumptions(scenarie.vaegte)))),
        tabeltitel="Områder, der får nyt: kapaciteter, og borgere pr. kapacitet før og efter"
        if given
        else "Ingen områder får nyt",
        tabelnote=_table_note(rest, planer if ranges else "", follows=scenarie.foelger) if given else "",
        raekker=tuple(
            Raekke(
                grundlag.navne[omraade],
                tuple(
                    replace(figures, plads=places[s][omraade], spaend=ranges.get((omraade, s), ""))
                    for s, figures in zip(RAEKKER, _row(of_area[omraade]), strict=True)
                ),
            )
            for omraade in given
        ),
        region=Raekke("Regionen", _row(of.totaler[of.totaler["niveau"] == "region"])),
        specialer=tuple(_speciale(speciale, of) for speciale in RAEKKER),
        budget=tuple(line for used in of.forbrug.values() for line in _budget(used)),
        regelbrud=tuple(map(str, broken)),
        ingen_regelbrud="Scenariet bryder ingen af papirernes regler.",
        noter=tuple(filter(None, (pendlingens_forbehold(of), *notes(scenarie, grundlag)))),
        link=link,
    )


def _findings(of: Udregning) -> Iterator[str]:
    if over := overskridelse(of):
        yield f"Over budgettet: {over}."
    for speciale, each in of.sammenligning.items():
        yield _finding(speciale, each.uden, each.nu, of.grundlag)


def _finding(speciale: int, before: Noegletal, now: Noegletal, grundlag: Grundlag) -> str:
    worst, name = per_capacity(now.vaerst), grundlag.navne[now.vaerst_omraade]
    if (before.vaerst_omraade, before.vaerst) == (now.vaerst_omraade, now.vaerst):
        return f"I speciale {speciale} er {name} fortsat ringest dækket med {worst} borgere pr. kapacitet."
    return (
        f"I speciale {speciale} går det ringest dækkede områdes tal fra {per_capacity(before.vaerst)} "
        f"({grundlag.navne[before.vaerst_omraade]}) til {worst} ({name}) borgere pr. kapacitet."
    )


def _table_note(rest: int, plans: str, *, follows: bool) -> str:
    """How the picture in the rows is read, and what is not in the table."""
    fare = f"får kun, hvad deres patienter i speciale {FOELGER} får andre steder" if follows else "er uændrede"
    others = f" De øvrige {rest} områder {fare}." if rest else ""
    ends = f" I parentes: mindst og mest i {plans}." if plans else ""
    return f"Ring: før. Prik: efter. Rude: forslaget. Stiplet: regionen efter.{ends}{others}"


def _range(least: float, most: float) -> str:
    """What an area can be given: from least to most, or the one amount that it is always given."""
    return "-".join(dict.fromkeys((capacities(least), capacities(most))))


def _row(figures: pd.DataFrame) -> tuple[Omraadetal, ...]:
    """A row's figures in each speciale; `figures` has a row per speciale with the columns of `beregn`."""
    return tuple(_figures(*row) for row in figures[_SHOWN].itertuples(index=False))


def _figures(given: float, before: float, after: float, change: float) -> Omraadetal:
    known = is_figure(before) and is_figure(after)
    return Omraadetal(
        capacities(given), per_capacity(before), per_capacity(after), number(change, 1, sign=True) if known else "–"
    )


def _speciale(speciale: int, of: Udregning) -> Speciale:
    return Speciale(
        navn=f"Speciale {speciale}",
        farve=theme.SPECIALE[speciale],
        noegletal=tuple(_key_figures(of.sammenligning[speciale], of.grundlag)),
        korttitel=f"Speciale {speciale}, {SPECIALER[speciale].lower()}: borgere pr. kapacitet i {of.scenarie.aar}",
        kort=before_and_after(speciale, of),
    )


def _key_figures(compared: Sammenligning, grundlag: Grundlag) -> Iterator[Noegleraekke]:
    def row(what: str, cell: Callable[[Noegletal], Celle]) -> Noegleraekke:
        return Noegleraekke(what, cell(compared.uden), cell(compared.forslag), cell(compared.nu))

    yield row(
        "Ringest dækket område",
        lambda each: Celle(per_capacity(each.vaerst), grundlag.navne[each.vaerst_omraade]),
    )
    yield row(
        f"Borgere i områder over {number(compared.nu.graense)}",
        lambda each: Celle(number(each.borgere_over), number_of_areas(len(each.over_graense))),
    )
    yield row("Ringest ift. bedst dækket", lambda each: Celle(f"{number(each.forhold, 1)} gange"))
    yield row("Ulighed (Gini)", lambda each: Celle(number(each.gini, 3)))
    yield row("Regionens gennemsnit", lambda each: Celle(per_capacity(each.region)))


def _budget(used: Forbrug) -> Iterator[Budgetlinje]:
    budget = used.budget
    yield Budgetlinje(
        speciale=f"Speciale {budget.speciale}",
        farve=theme.SPECIALE[budget.speciale],
        brugt=f"{capacities(used.brugt)} af {capacities(budget.til_nye)} kapaciteter",
        tilbage=_left(capacities(used.rest), over=used.over),
        andel=used.andel,
        over=used.over,
    )
    yield Budgetlinje(
        speciale="",
        farve=theme.SPECIALE[budget.speciale],
        brugt=f"{number(used.brugt_mio, 2)} af {as_printed(budget.ramme_mio)} mio. kr.",
        tilbage=_left(f"{number(used.rest_mio, 2)} mio. kr.", over=used.over_kr),
        andel=used.andel_kr,
        over=used.over_kr,
    )


def _left(text: str, *, over: bool) -> str:
    return f"{text} for meget" if over else f"{text} tilbage"
