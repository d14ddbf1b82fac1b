"""One or two sentences of what a scenario does: who gains most, and who is still worst served."""

from __future__ import annotations

import numpy as np

from analytics.grundlag import RAEKKER, Grundlag
from analytics.noegletal import noegletal
from analytics.scenarie import Scenarie, regn
from analytics.tal import dansk


def forslaget_er_vaegtet(grundlag: Grundlag) -> str:
    """Return what must stand beside every comparison with the proposal."""
    return (
        "Forslaget blev regnet på vægtede borgere, og vægtene er ikke offentlige "
        f"({grundlag.paastand['vaegtede-borgere'].kilde}). En forskel til forslaget er derfor ikke en fejl i det."
    )


def omtale(scenarie: Scenarie, grundlag: Grundlag) -> str:
    """
    Return what the scenario does in its year, in plain Danish: the largest fall in citizens per capacity against
    nothing new, and the worst-served area of each speciale.
    """
    people = "borgere" if scenarie.vaegte is None else "vægtede borgere"
    result = regn(scenarie, grundlag)
    with np.errstate(invalid="ignore"):
        fall = np.where(result.tillaeg > 0, 100 * (1 - result.pr / result.pr_foer), 0.0)
    row, best = divmod(int(fall.argmax()), len(grundlag.omraader))
    if fall[row, best] > 0:
        gain = (
            f"{grundlag.navne[grundlag.omraader[best]]} vinder mest: {dansk(fall[row, best])} % færre {people} "
            f"pr. kapacitet i speciale {RAEKKER[row]}."
        )
    else:
        gain = "Ingen områder får nyt."
    worst = noegletal(scenarie, grundlag)
    names = [
        f"{grundlag.navne[worst[speciale].vaerst_omraade]} med {dansk(worst[speciale].vaerst)} {people} pr. kapacitet "
        f"i speciale {speciale}"
        for speciale in RAEKKER
    ]
    return f"{gain} Ringest dækket i {scenarie.aar} er {' og '.join(names)}."
