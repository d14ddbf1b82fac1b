"""What the papers say of a project, as sections of its card: its status, what is ahead, what it became, its past."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from analytics.tavler import vipomtale
from analytics.tavler.vipomtale import Omtaleafsnit, Slags
from pages.navigation import addresses
from pages.tavler import dag
from pages.tavler.boards import Point, Section

_HEADINGS: Mapping[Slags, str] = {
    "status": "Seneste status",
    "opmaerksomhed": "Opmærksomhedspunkter",
    "naeste_skridt": "Næste skridt",
    "resultat": "Hvad det blev til",
}
"""The heading of the newest of each kind."""

KINDS: Mapping[Slags, str] = {
    "status": "Status",
    "opmaerksomhed": "Opmærksomhedspunkt",
    "naeste_skridt": "Næste skridt",
    "resultat": "Resultat",
}
"""What one thing that is said is called, whether newer or older."""


def _lines(part: Omtaleafsnit, note: str | None = None) -> list[Point]:
    return [
        Point(point.tekst, point.kilde.kort, addresses.table("vip_status", point.kilde.kilde_linje), note)
        for point in part.punkter
    ]


def _dated(part: Omtaleafsnit) -> str:
    return dag.sure(part.tid)


def _section(part: Omtaleafsnit, heading: str) -> Section:
    return Section(heading, _lines(part), _dated(part))


def status(told: Sequence[Omtaleafsnit]) -> list[Section]:
    """Return the newest status and, where that is told of all projects, also the last of this one's own."""
    newest, own = vipomtale.seneste(told, "status"), vipomtale.seneste(told, "status", egne=True)
    if newest is None:
        return [Section(_HEADINGS["status"], [Point("Papirerne har endnu ingen status.")])]
    apart = [_section(own, "Seneste status om det enkelte projekt")] if own and own != newest else []
    return [_section(newest, _HEADINGS["status"]), *apart]


def ahead(told: Sequence[Omtaleafsnit]) -> list[Section]:
    """Return the newest points of attention, and the newest next steps."""
    newest = (vipomtale.seneste(told, "opmaerksomhed"), vipomtale.seneste(told, "naeste_skridt"))
    return [_section(part, _HEADINGS[part.art]) for part in newest if part]


def became(told: Sequence[Omtaleafsnit]) -> Section:
    """Return what the project became, or that no paper says."""
    results = [part for part in told if part.art == "resultat"]
    if not results:
        return Section(_HEADINGS["resultat"], [Point("Det siger papirerne ikke.")])
    if len(results) == 1:
        return _section(results[0], _HEADINGS["resultat"])
    return Section(_HEADINGS["resultat"], [line for part in results for line in _lines(part, _dated(part))])


def history(told: Sequence[Omtaleafsnit]) -> list[Section]:
    """Return what newer papers have replaced."""
    older = vipomtale.tidligere(told)
    lines = [line for part in older for line in _lines(part, f"{KINDS[part.art]}, {_dated(part)}")]
    return [Section("Tidligere", lines, foldet=True)] if lines else []
