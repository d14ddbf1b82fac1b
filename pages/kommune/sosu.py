"""A kommune's SOSU places: each education, each year, the change, and per citizen."""

from __future__ import annotations

from analytics.kommune.kommuneprofil import Kommuneprofil
from analytics.kommune.maaltal import Maaltal
from pages.kommune import maaltal
from pages.kommune.optaelling import Emne
from pages.navigation import registry


def _both(profil: Kommuneprofil) -> list[Maaltal]:
    """Both educations together: each year and change, and the last year per citizen."""
    return list(next(iter(profil.sosu.values())).values())


def _changes(profil: Kommuneprofil) -> list[Maaltal]:
    return [of for of in _both(profil) if of.maal.retning == "aendring"]


def _finding(profil: Kommuneprofil) -> str:
    change = maaltal.last_known(_changes(profil))
    years = {of.tid: maaltal.text(of.maal, of.eneste) for of in _both(profil)[:-1]}
    before, now = change.tid.split("-")
    return (
        f"{profil.navn} har {years[now]} SOSU-lærepladser i {now} mod {years[before]} i {before} "
        f"({maaltal.text(change.maal, change.eneste)})"
    )


def _compared(profil: Kommuneprofil) -> tuple[str, Maaltal]:
    change = _changes(profil)[-1]
    return f"SOSU-lærepladser, ændring {change.tid}", change


EMNE = Emne(
    id="sosu",
    tema="SOSU-lærepladser",
    navn="SOSU",
    hvad="Uddannelse",
    side=registry.ARBEJDSKRAFT,
    tavle="sosu",
    kilder=("sosu_laereplads", "befolkning"),
    beregnet="summen af de to uddannelser, ændringen, og lærepladser pr. 1.000 borgere.",
    linjer=lambda profil: profil.sosu,
    fund=_finding,
    sammenholdt=_compared,
)
