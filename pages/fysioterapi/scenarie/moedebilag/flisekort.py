"""The page's tile maps of a speciale: citizens per capacity before and after, on one scale."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analytics.begreber import RAEKKER, SPECIALER
from analytics.grundlag import Grundlag
from analytics.kapacitet.formler import Reference
from analytics.kapacitet.klasser import Classes
from analytics.kapacitet.maal import MEASURES
from analytics.scenarie import Udregning
from analytics.scenarie.noegletal import Noegletal
from analytics.talraekker import Floats
from geo.tiles import tiles
from pages.drawing import scales
from pages.fysioterapi.scenarie.moedebilag.indhold import Flise, Forklaring, Kort
from pages.fysioterapi.scenarie.moedebilag.skrivemaade import is_figure, per_capacity
from pages.style import theme

_MEASURE = MEASURES["borgere-pr-kapacitet"]


def before_and_after(speciale: int, of: Udregning) -> tuple[Kort, Kort]:
    """Return the two maps of a speciale: with nothing new, and with what the scenario gives."""
    result, row, grundlag = of.regning, RAEKKER.index(speciale), of.grundlag
    before, after, given = result.pr_foer[row], result.pr[row], result.tillaeg[row] > 0
    compared, aar = of.sammenligning[speciale], of.scenarie.aar
    known = pd.Series([float(per) for per in before if is_figure(per)])
    classes, both_themes = scales.shades(_MEASURE, known, Reference(0.0, ""))
    colours = [theme.as_in(colour, "light") for colour in both_themes]
    legend = tuple(Forklaring(colour or "", text) for colour, text in scales.legend(_MEASURE, classes, colours, None))
    what = f"speciale {speciale}, {SPECIALER[speciale].lower()}"
    frame = (Forklaring("", "får nyt i specialet"),) if given.any() else ()
    return (
        Kort(
            titel="Før",
            farve=theme.colour("grayTextColor"),
            tekst=f"Uden nye. Regionen: {per_capacity(compared.uden.region)}",
            alt=_read_aloud(f"{what}, før, {aar}", compared.uden, grundlag),
            fliser=tuple(_tile(o, before, np.zeros_like(given), classes, colours, grundlag) for o in grundlag.omraader),
            forklaring=legend,
        ),
        Kort(
            titel="Efter",
            farve=theme.SPECIALE[speciale],
            tekst=f"Med de nye. Regionen: {per_capacity(compared.nu.region)}",
            alt=_read_aloud(f"{what}, efter, {aar}", compared.nu, grundlag),
            fliser=tuple(_tile(o, after, given, classes, colours, grundlag) for o in grundlag.omraader),
            forklaring=(*legend, *frame),
        ),
    )


def _read_aloud(what: str, figures: Noegletal, grundlag: Grundlag) -> str:
    return (
        f"Flisekort over borgere pr. kapacitet i {what}. Ringest dækket er "
        f"{grundlag.navne[figures.vaerst_omraade]} med {per_capacity(figures.vaerst)}, bedst "
        f"{grundlag.navne[figures.bedst_omraade]} med {per_capacity(figures.bedst)}; regionen "
        f"{per_capacity(figures.region)}."
    )


def _tile(
    omraade: str, per: Floats, given: NDArray[np.bool_], classes: Classes, colours: Sequence[str], grundlag: Grundlag
) -> Flise:
    at, tile = grundlag.plads[omraade], tiles()[omraade]
    value = float(per[at])
    colour = colours[classes.of(value)] if is_figure(value) else theme.as_in(theme.UNKNOWN, "light")
    return Flise(
        kolonne=tile.kolonne,
        raekke=tile.raekke,
        forkortelse=tile.forkortelse,
        tal=per_capacity(value),
        farve=colour,
        skrift=theme.on(colour),
        nyt=bool(given[at]),
    )
