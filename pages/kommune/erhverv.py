"""How a kommune's companies used the Erhvervshus: each activity as counted, and per citizen."""

from __future__ import annotations

from analytics.kommune.kommuneprofil import Kommuneprofil
from analytics.kommune.kommunetal import AKTIVITETER, I_ALT
from analytics.kommune.maaltal import Maaltal
from pages.drawing import standing
from pages.kommune import maaltal
from pages.kommune.optaelling import Emne
from pages.navigation import registry


def _all_activities(profil: Kommuneprofil) -> list[Maaltal]:
    """All activities together: each year as counted, and the last per citizen."""
    return list(profil.erhverv[AKTIVITETER[I_ALT]].values())


def _finding(profil: Kommuneprofil) -> str:
    *counted, per = _all_activities(profil)
    last = maaltal.last_known(counted)
    number, share = last.eneste, per.eneste
    text = f"{profil.navn} havde {maaltal.text(last.maal, number)} deltagelser i {last.tid}"
    if last.tid != per.tid or share.vaerdi is None:
        return text
    return f"{text}, {maaltal.text(per.maal, share)} pr. 1.000 borgere ({standing.placed(per.maal, share)})"


def _compared(profil: Kommuneprofil) -> tuple[str, Maaltal]:
    per = _all_activities(profil)[-1]
    return f"Deltagelser pr. 1.000 borgere, {per.tid}", per


EMNE = Emne(
    id="erhverv",
    tema="Erhvervshus Hovedstaden",
    navn="Erhvervshus",
    hvad="Aktivitet",
    side=registry.RESULTATMAAL,
    tavle="kommuner",
    kilder=("kommunefordeling", "kommunefordeling_total", "befolkning"),
    beregnet="deltagelser pr. 1.000 borgere, og summen, hvor kilden ikke har den.",
    linjer=lambda profil: profil.erhverv,
    fund=_finding,
    sammenholdt=_compared,
)
