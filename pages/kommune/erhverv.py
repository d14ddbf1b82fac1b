"""How a kommune's companies used the Erhvervshus: each activity as counted, and per citizen."""

from __future__ import annotations

from collections.abc import Sequence

from analytics import kommunetal
from analytics.kommune import Kommuneprofil, Maaltal
from pages.faelles import numbers, queries
from pages.faelles.components import Cell, Column, Row
from pages.kommune import tal
from pages.kommune.indhold import Afsnit, Tabel, Videre

_KILDER = ("kommunefordeling", "kommunefordeling_total", "befolkning")
_COMPUTED = "deltagelser pr. 1.000 borgere."
_BOARD = "pages/projekter/resultatmaal.py"


def one(profil: Kommuneprofil) -> Afsnit:
    """Return the theme of one kommune."""
    pairs = _pairs(profil)
    return Afsnit(
        id="erhverv",
        tema="Erhvervshus Hovedstaden",
        fund=_finding(profil),
        tabeller=(
            Tabel(
                "Erhvervshus",
                (
                    Column("aktivitet", f"Aktivitet, {pairs[0][0].maal.tid}"),
                    Column("antal", "Deltagelser", "tal"),
                    Column("pr", "Pr. 1.000 borgere", "tal"),
                    Column("region", f"{tal.REGION}, pr. 1.000", "tal"),
                ),
                [
                    Row((Cell(name), tal.together(counted), tal.together(per), tal.reference(per)))
                    for name, (counted, per) in zip(kommunetal.AKTIVITETER.values(), pairs, strict=True)
                ],
                f"{_finding(profil)}. Hver aktivitet for sig.",
            ),
        ),
        kilder=_KILDER,
        noter=_notes(),
        beregnet=_COMPUTED,
        trykt=tuple(tal.printed(counted for counted, _ in pairs)),
        videre=(Videre(_BOARD, "Alle kommuner", {"emne": "kommuner", "kommune": profil.kommune_id}),),
    )


def several(profiler: Sequence[Kommuneprofil]) -> Afsnit:
    """Return the theme with kommuner side by side."""
    shares = [_pairs(profil)[0][1] for profil in profiler]
    finding = f"Deltagelser pr. 1.000 borgere, {shares[0].maal.tid}: " + numbers.listed(
        [f"{profil.navn} {tal.text(of.maal, tal.only(of))}" for profil, of in zip(profiler, shares, strict=True)]
    )
    return Afsnit(
        id="erhverv",
        tema="Erhvervshus Hovedstaden",
        fund=finding,
        tabeller=(
            tal.compared(
                "Erhvervshus",
                profiler,
                tal.alike([profil.erhverv for profil in profiler]),
                f"{finding}. Hver aktivitet for sig, kommune for kommune.",
                region=True,
            ),
        ),
        kilder=_KILDER,
        noter=_notes(),
        beregnet=_COMPUTED,
        trykt=tuple(
            printed for profil in profiler for printed in tal.printed(counted for counted, _ in _pairs(profil))
        ),
        videre=(Videre(_BOARD, "Alle kommuner", {"emne": "kommuner"}),),
        bredt=True,
    )


def _pairs(profil: Kommuneprofil) -> list[tuple[Maaltal, Maaltal]]:
    """The activities as counted and per citizen, all of them together first."""
    return list(zip(profil.erhverv[::2], profil.erhverv[1::2], strict=True))


def _finding(profil: Kommuneprofil) -> str:
    counted, per = _pairs(profil)[0]
    number, share = tal.only(counted), tal.only(per)
    return (
        f"{profil.navn} havde {tal.text(counted.maal, number)} deltagelser i {counted.maal.tid}, "
        f"{tal.text(per.maal, share)} pr. 1.000 borgere ({tal.place(share)})"
    )


def _notes() -> tuple[str, ...]:
    """What a blank cell is, and what the report itself says of its counts."""
    caveats = (caveat.text for caveat in queries.description("kommunefordeling").caveats)
    return (f"En tom celle er «{numbers.UNKNOWN}» og ikke 0.", *caveats)
