"""A scenario with all that it comes to, each part worked out at most once: what pages, downloads and PDF are handed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache, partial

import pandas as pd

from analytics.begreber import RAEKKER
from analytics.grundlag import Grundlag
from analytics.scenarie.forskydning import Forskydning, vindere_og_tabere
from analytics.scenarie.model import Scenarie, forslag
from analytics.scenarie.noegletal import Forbrug, Noegletal, Sammenligning, forbrug, noegletal
from analytics.scenarie.regler import Kobling, Regelbrud, kontroller
from analytics.scenarie.regning import Regning, regn, som_tabel, totaler, udvikling
from analytics.scenarie.virkning import Virkning, virkning

FLEST = 60
"""So many scenarios are kept on the same terms."""


@dataclass(frozen=True, eq=False)
class Udregning:
    """
    A scenario, the terms that it is worked out on, and what it comes to.

    What it comes to is worked out when it is first asked for, and kept. Whoever asks for a figure of a scenario with an
    area or a speciale that the grundlag does not have gets a ValueError, but for `regelbrud`, which says so.
    """

    scenarie: Scenarie
    vilkaar: Vilkaar

    @property
    def grundlag(self) -> Grundlag:
        """What it is worked out from."""
        return self.vilkaar.grundlag

    @property
    def kobling(self) -> Kobling:
        """How the rule about the two specialer is read."""
        return self.vilkaar.kobling

    @cached_property
    def graenser(self) -> Mapping[int, float]:
        """The limit of each speciale in citizens per capacity: the chosen one, or the grundlag's."""
        return self.grundlag.graenser(self.scenarie.grundkapacitet) | dict(self.vilkaar.graenser)

    @cached_property
    def regning(self) -> Regning:
        """The scenario as arrays."""
        return regn(self.scenarie, self.grundlag)

    @cached_property
    def tabel(self) -> pd.DataFrame:
        """The scenario as `beregn` has it: a row per omraade and speciale."""
        return som_tabel(self.regning)

    @cached_property
    def totaler(self) -> pd.DataFrame:
        """The planområder and the region."""
        return totaler(self.regning)

    @cached_property
    def udvikling(self) -> pd.DataFrame:
        """The years 2024-2030, with the new capacities and without."""
        return udvikling(self.regning)

    @cached_property
    def noegletal(self) -> Mapping[int, Noegletal]:
        """The key figures of each speciale."""
        return noegletal(self.regning, self.graenser)

    @cached_property
    def forbrug(self) -> Mapping[int, Forbrug]:
        """How much of each speciale's budget is used."""
        return forbrug(self.regning)

    @cached_property
    def regelbrud(self) -> tuple[Regelbrud, ...]:
        """The papers' rules that are broken."""
        return tuple(kontroller(self.scenarie, self.grundlag, self.kobling))

    @cached_property
    def uden_nye(self) -> Udregning:
        """The same with nothing given."""
        return self.med({})

    @cached_property
    def forslag(self) -> Udregning:
        """The proposal, seen in the scenario's year, with its base capacity, weights and limits."""
        return self.med(forslag(self.grundlag).tillaeg)

    @cached_property
    def sammenligning(self) -> Mapping[int, Sammenligning]:
        """The key figures of each speciale beside those of nothing new and of the proposal."""
        now, without, proposed = (each.noegletal for each in (self, self.uden_nye, self.forslag))
        return {speciale: Sammenligning(now[speciale], without[speciale], proposed[speciale]) for speciale in RAEKKER}

    @cached_property
    def mod_forslaget(self) -> Forskydning:
        """Who gains and who loses against the proposal."""
        return self.mod(self.forslag)

    def mod(self, anden: Udregning) -> Forskydning:
        """Return who gains and who loses against another scenario."""
        return vindere_og_tabere(self.regning, anden.regning)

    def virkning_mod(self, anden: Udregning) -> dict[int, Virkning]:
        """Return how many citizens get it better and worse in each speciale than in another scenario, and who most."""
        against = self.mod(anden)
        return {speciale: virkning(against, speciale) for speciale in RAEKKER}

    def med(self, tillaeg: Mapping[tuple[str, int], float]) -> Udregning:
        """Return the same year, base, weights and terms with something else given; itself where it is that."""
        return self.vilkaar.udregn(replace(self.scenarie, tillaeg=tillaeg))


@dataclass(frozen=True, eq=False)
class Vilkaar:
    """
    The terms that scenarios are worked out on, so that they can be compared.

    A scenario is worked out once: the last `FLEST` that were asked for are kept, for all who share the terms.
    `graenser` are limits in citizens per capacity by speciale; those that are not given are `Grundlag.graenser`.
    `kobling` is as `kontroller` has it.
    """

    grundlag: Grundlag
    graenser: Mapping[int, float] = field(default_factory=dict)
    kobling: Kobling = "begge"

    @cached_property
    def _kendte(self) -> Callable[[Scenarie], Udregning]:
        return lru_cache(maxsize=FLEST)(partial(Udregning, vilkaar=self))

    def udregn(self, scenarie: Scenarie) -> Udregning:
        """Return a scenario with all that it comes to: the same object for equal scenarios."""
        return self._kendte(scenarie)


def udregn(
    scenarie: Scenarie,
    grundlag: Grundlag,
    graenser: Mapping[int, float] | None = None,
    kobling: Kobling = "begge",
) -> Udregning:
    """Return a scenario with all that it comes to, on terms of its own (`Vilkaar`)."""
    return Vilkaar(grundlag, graenser or {}, kobling).udregn(scenarie)
