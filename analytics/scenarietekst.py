"""One or two sentences of what a scenario does: who gains most, and who is still worst served."""

from __future__ import annotations

from analytics.grundlag import RAEKKER, Grundlag
from analytics.noegletal import noegletal
from analytics.scenarie import Scenarie, vindere_og_tabere
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
    best = vindere_og_tabere(scenarie, scenarie.uden_nye(), grundlag).iloc[0]
    if best["udfald"] == "vinder":
        gain = (
            f"{grundlag.navne[best['omraade_id']]} vinder mest: {dansk(-best['forskel_pct'])} % færre {people} "
            f"pr. kapacitet i speciale {best['speciale']}."
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
