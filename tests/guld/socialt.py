"""The social area: what a day of each kind costs, what days come to, who is counted, and the growth of expenses."""

from __future__ import annotations

from collections.abc import Mapping

from analytics.socialt import doegnpris, forloeb, gravide, monitorering
from analytics.tabeller import Frames
from tests.guld.figures import Figures

DAYS: tuple[tuple[int, int, int], ...] = ((30, 30, 30), (365, 0, 0), (0, 365, 0), (0, 0, 365), (90, 180, 14))


def figures(frames: Frames) -> Figures:
    """Return what the papers say of the social area comes to."""
    prices = doegnpris.doegnpriser(frames)
    whole, _ = doegnpris.hele_prisen(frames)
    return {
        "kommunens betaling pr. døgn, kr.": {
            kind: {"mindst": price.lav.vaerdi, "højst": price.hoej.vaerdi} for kind, price in prices.items()
        },
        "hele prisen for et retligt døgn, kr.": whole,
        "soloprojekt mod sikret, gange": dict(zip(("mindst", "højst"), doegnpris.gange(prices), strict=True)),
        "retlige, sociale og soloprojekter": {" ".join(map(str, days)): _spent(prices, days) for days in DAYS},
        "gravide, hele landet": {
            "målgruppe": gravide.maalgruppe(frames).styrelsen.vaerdi,
            "skøn om året": gravide.maalgruppe(frames).regionerne.vaerdi,
            **{
                str(each.aar): {"i alt": each.alle.vaerdi, "døgn": each.doegn.vaerdi}
                for each in gravide.visiterede(frames)
            },
            **{each.navn: {"før": each.foer.vaerdi, "under": each.under.vaerdi} for each in gravide.ydelser(frames)},
        },
        "frister": {
            sag: forloeb.frist(forloeb.haendelser(frames, sag)).til.isoformat() for sag in ("kofoedsminde", "gravide")
        },
        "vækst i udgifter, %": {
            each.hvad: {"hovedstaden": each.hovedstaden.vaerdi, "landet": each.landet.vaerdi}
            for each in monitorering.vaekst(frames)
        },
        "pris pr. barn og ung": {
            each.hovedstaden.paastand_id: {"landet, kr.": each.landet, "forskel, %": each.pct_regnet}
            for each in monitorering.enhedspriser(frames)
        },
    }


def _spent(prices: Mapping[doegnpris.Slags, doegnpris.Doegnpris], days: tuple[int, int, int]) -> Figures:
    found = doegnpris.udgift(prices, dict(zip(doegnpris.SLAGS, days, strict=True))).i_alt
    return {"mindst, kr.": found.lav, "højst, kr.": found.hoej}
