"""Scenarios worked out: the proposal, also where the patients follow, nothing new, and a mixed one; and the region."""

from __future__ import annotations

from dataclasses import replace

from analytics.begreber import AAR, RAEKKER
from analytics.grundlag import Grundlag, som_grundlag
from analytics.optimering import MAAL, Maal, optimer
from analytics.scenarie import Scenarie, Udregning, forslag, udregn
from analytics.scenarie.forskydning import Forskel, Forskydning
from analytics.scenarie.noegletal import Forbrug, Noegletal
from analytics.scenarie.tekst import mod_forslaget, overskridelse
from analytics.scenarie.vaegte import Behov, Vaegte
from analytics.tabeller import Frames
from tests.guld.figures import Figures

VAEGTE = Vaegte(
    {"koebenhavn": 4, "ishoej": 3, "gladsaxe": 2, "gentofte": 1},
    (0.0, 5.0, 10.0, 15.0),
    {"valby": Behov(12.5, 3.0), "bornholm": Behov(31.0, 2.25)},
)
BLANDET = Scenarie(
    2027,
    {("valby", 51): 3.0, ("valby", 62): 2.0, ("vesterbro", 51): 12.0, ("vesterbro", 62): 9.9, ("gentofte", 62): 0.3},
    "foer_justering",
    VAEGTE,
)
GRAENSER = {51: 7500.0, 62: 9000.0}


def figures(frames: Frames) -> Figures:
    """Return what each scenario comes to, the region's own figures year by year, and what the best comes to."""
    grundlag = som_grundlag(frames)
    proposal = forslag(grundlag)
    return {
        "forslaget": _scenarie(udregn(proposal, grundlag)),
        "forslaget, patienterne følger med": _scenarie(udregn(replace(proposal, foelger=True), grundlag)),
        "ingen nye": _scenarie(udregn(proposal.uden_nye(), grundlag)),
        "blandet med vægte": _scenarie(udregn(BLANDET, grundlag, GRAENSER, "kun_62_kraever_51")),
        "regionen": {
            words: {str(aar): _region(Scenarie(aar, vaegte=vaegte), grundlag) for aar in AAR}
            for words, vaegte in (("uden vægte", None), ("med vægte", VAEGTE))
        },
        "det bedste": {words: _best(maal, grundlag) for maal, words in MAAL.items()},
    }


def _scenarie(of: Udregning) -> Figures:
    return {
        "mod forslaget": mod_forslaget(of) or "det samme",
        "over budgettet": overskridelse(of) or "nej",
        "brudte regler": {str(place): str(rule) for place, rule in enumerate(of.regelbrud, 1)} or "ingen",
        **{
            f"speciale {s}": {
                "nøgletal": _noegletal(of.noegletal[s]),
                "budget": _forbrug(of.forbrug[s]),
            }
            for s in RAEKKER
        },
        "hvem vinder mod forslaget": _forskydning(of.mod_forslaget),
        "hvem vinder mod ingen nye": _forskydning(of.mod(of.uden_nye)),
    }


def _noegletal(of: Noegletal) -> Figures:
    return {
        "grænse": of.graense,
        "ringest dækket": of.vaerst_omraade,
        "borgere pr. kapacitet, ringest": of.vaerst,
        "bedst dækket": of.bedst_omraade,
        "borgere pr. kapacitet, bedst": of.bedst,
        "ringest over bedst": of.forhold,
        "områder over grænsen": ", ".join(of.over_graense) or "ingen",
        "borgere over grænsen": of.borgere_over,
        "andel over grænsen": of.andel_over,
        "Gini": of.gini,
        "regionen": of.region,
    }


def _forbrug(of: Forbrug) -> Figures:
    return {
        "brugt": of.brugt,
        "til nye": of.budget.til_nye,
        "tilbage": of.tilbage,
        "andel": of.andel,
        "brugt kr.": of.brugt_kr,
        "brugt mio. kr.": of.brugt_mio,
        "ramme mio. kr.": of.budget.ramme_mio,
        "tilbage kr.": of.tilbage_kr,
        "andel af rammen": of.andel_kr,
    }


def _forskydning(of: Forskydning) -> Figures:
    unchanged = len(of.forskelle) - len(of.vindere) - len(of.tabere)
    return {
        "vindere": len(of.vindere),
        "tabere": len(of.tabere),
        "uændrede": unchanged,
        "områder der taber": of.omraader_der_taber,
        "vinder mest": _most(of.vinder_mest),
        "taber mest": _most(of.taber_mest),
    }


def _most(of: Forskel | None) -> str:
    return "ingen" if of is None else f"{of.omraade_id}, {of.speciale}: {of.mod:.4f} -> {of.nu:.4f}, {of.pct:.6f} %"


def _region(scenarie: Scenarie, grundlag: Grundlag) -> Figures:
    figures = udregn(scenarie, grundlag).noegletal
    return {f"{what} {s}": getattr(figures[s], what) for s in RAEKKER for what in ("region", "gini")}


def _best(maal: Maal, grundlag: Grundlag) -> Figures:
    best = optimer(grundlag, maal=maal, frist=60)
    assert best.scenarie is not None
    return {
        "værdi": best.vaerdi if best.vaerdi is not None else "ingen",
        "bevist": best.bevist_optimal,
        "forklaring": best.forklaring,
        **{f"{omraade} {s}": amount for (omraade, s), amount in best.scenarie.tillaeg.items()},
    }
