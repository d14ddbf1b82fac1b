"""
The monitoring of the specialised social area: growth here and in the country, prices, and what was recommended.

The only figures of the social area that are Hovedstaden's own. They are old, and say of which years they are.
"""

from __future__ import annotations

from dataclasses import dataclass

from analytics.paastand import Kilde
from analytics.socialt.paastande import Socialtal, socialtal
from analytics.tabeller import Frames

_GROWTH = {"i_alt": "social-vaekst-i-alt", "voksne": "social-vaekst-voksne", "boern": "social-vaekst-boern"}
_PRICES = {"foranstaltning": "social-foranstaltning", "anbringelse": "social-anbringelse"}


@dataclass(frozen=True)
class Vaekst:
    """How expenses have grown, per cent in fixed prices: `hvad` is `i_alt`, `voksne` or `boern`."""

    hvad: str
    hovedstaden: Socialtal
    landet: Socialtal


@dataclass(frozen=True)
class Aar:
    """The years that growth is from and to."""

    fra: int
    til: int


@dataclass(frozen=True)
class Enhedspris:
    """
    What one costs in Hovedstaden (kr.), how much more that is than in the country, and the printed per cent.

    `hvad` is `foranstaltning` (a preventive measure) or `anbringelse`.
    """

    hvad: str
    hovedstaden: Socialtal
    over: Socialtal
    pct: Socialtal

    @property
    def landet(self) -> float:
        """What one costs in the country, kr., worked out."""
        return self.hovedstaden.vaerdi - self.over.vaerdi

    @property
    def pct_regnet(self) -> float:
        """How many per cent more it is, worked out."""
        return 100 * self.over.vaerdi / self.landet


@dataclass(frozen=True)
class Socialanbefaling:
    """A recommendation: to whom (`hver_kommune`, `faelles`), of which area, and what."""

    nr: int
    rettet_mod: str
    omraade: str
    tekst: str
    kilde: Kilde


def vaekst(frames: Frames) -> tuple[Vaekst, ...]:
    """Return the growth of expenses, all together first."""
    told = socialtal(frames)
    return tuple(Vaekst(what, told[name], told[f"{name}-landet"]) for what, name in _GROWTH.items())


def aarene(frames: Frames) -> Aar:
    """Return the years of the growth."""
    told = socialtal(frames)
    return Aar(int(told["social-vaekst-fra"].vaerdi), int(told["social-vaekst-til"].vaerdi))


def enhedspriser(frames: Frames) -> tuple[Enhedspris, ...]:
    """Return what a preventive measure and a placement of a child cost."""
    told = socialtal(frames)
    return tuple(
        Enhedspris(what, told[name], told[f"{name}-over"], told[f"{name}-pct"]) for what, name in _PRICES.items()
    )


def anbefalinger(frames: Frames) -> tuple[Socialanbefaling, ...]:
    """Return the recommendations in their order."""
    return tuple(
        Socialanbefaling(
            int(row["nr"]), str(row["rettet_mod"]), str(row["omraade"]), str(row["anbefaling"]), Kilde.af(row)
        )
        for row in frames["social_anbefaling"].sort_values("nr").to_dict("records")
    )
