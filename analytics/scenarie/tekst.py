"""A scenario in few words: whether it fits the money, what it gives, and who gains and loses most."""

from __future__ import annotations

from collections.abc import Mapping

from analytics.begreber import RAEKKER
from analytics.grundlag import Grundlag
from analytics.scenarie.forskydning import Forskel
from analytics.scenarie.model import Scenarie
from analytics.scenarie.naaet import FOELGER, usikkerhed_pct
from analytics.scenarie.udregning import Udregning
from dansk.tal import capacities, number


def forslaget_er_vaegtet(grundlag: Grundlag) -> str:
    """Return what must stand beside every comparison with the proposal."""
    return (
        "Forslaget blev regnet på vægtede borgere, og vægtene er ikke offentlige "
        f"({grundlag.paastand['vaegtede-borgere'].kilde}). En forskel til forslaget er derfor ikke en fejl i det."
    )


def overskridelse(of: Udregning) -> str:
    """Return how many capacities more than the budgets are given, and of what; nothing when they are kept."""
    return " og ".join(
        f"{capacities(used.rest)} for meget i speciale {speciale}" for speciale, used in of.forbrug.items() if used.over
    )


def mod_forslaget(of: Udregning) -> str:
    """Return who gains and who loses most against the proposal that same year; nothing where the two are the same."""
    winner, loser = of.mod_forslaget.vinder_mest, of.mod_forslaget.taber_mest
    if winner is None and loser is None:
        return ""
    names = of.grundlag.navne
    gain = "ingen vinder" if winner is None else _most(names, winner)
    loss = "ingen taber" if loser is None else _most(names, loser)
    return f"Mod forslaget ({borgere(of.scenarie)} pr. kapacitet): {gain}; {loss}."


def _most(names: Mapping[str, str], of: Forskel) -> str:
    """Name the area that gains or loses most, and how much more or fewer citizens a capacity has there."""
    figure = f"{number(of.pct, 0 if abs(of.pct) >= 1 else 1, sign=True)}\N{NO-BREAK SPACE}%"
    return f"{names[of.omraade_id]} {of.udfald} mest, {figure} ({of.speciale})"


def patienterne(grundlag: Grundlag) -> str:
    """Return in a few words how capacity is shared where the patients follow."""
    return (
        f"Patienterne følger med i speciale {FOELGER}, som i {grundlag.pendlingsaar} "
        f"(bilag {grundlag.paastand['bilag-4']})"
    )


PENDLINGENS_MOENSTER = "Mønstret er det samme alle år, også for vægtede borgere. Ukendt bopæl er fordelt som de kendte."
"""What is taken of how patients travel."""


def patienternes_maal(grundlag: Grundlag) -> str:
    """Return what figures mean where the patients follow, and that it is so of one speciale alone."""
    (other,) = (speciale for speciale in RAEKKER if speciale != FOELGER)
    return (
        f"{patienterne(grundlag)}: et områdes kapacitet, også den nye, tæller der, hvor dets patienter bor. "
        "Det er, hvor folk gik hen, og ikke, hvad de har brug for. "
        f"Speciale {other} tæller, hvor det ligger: dets tabel (bilag {grundlag.paastand['bilag-5']}) er tabt."
    )


def om_patienterne(of: Udregning) -> str:
    """Return what a scenario's figures mean where its patients follow; nothing where they do not."""
    return patienternes_maal(of.grundlag) if of.scenarie.foelger else ""


def pendlingens_forbehold(of: Udregning) -> str:
    """Return what else a scenario's figures take for granted where its patients follow; nothing where they do not."""
    if not of.scenarie.foelger:
        return ""
    off = usikkerhed_pct(of.regning.kapacitet, of.grundlag)
    return (
        f"{PENDLINGENS_MOENSTER} En tabt celle er sat midt i det, den kan være, og flytter intet tal over "
        f"{number(off, 1)} %. Papirets grænse gælder kapaciteten, hvor den ligger."
    )


def gaver(scenarie: Scenarie, grundlag: Grundlag) -> dict[int, str]:
    """Return what a scenario gives of each speciale, most first: the areas with their new capacities."""
    most_first = sorted(scenarie.tillaeg.items(), key=lambda gift: -gift[1])
    return {
        speciale: " · ".join(
            f"{grundlag.navne[area]} {capacities(value)}" for (area, s), value in most_first if s == speciale
        )
        or "ingen"
        for speciale in RAEKKER
    }


def borgere(scenarie: Scenarie) -> str:
    """Return what those are called whom the figures per capacity are computed with."""
    return "borgere" if scenarie.vaegte is None else "vægtede borgere"
