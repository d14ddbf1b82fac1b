"""The mobility catalogue as arrays: 33 measures by six pejlemærker, where what is not known is an interval."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analytics.tabeller import Frames
from analytics.talraekker import Bools, Floats, laast
from dansk.saetning import listed

Antagelse = Literal["lavest", "midt", "hoejest"]
ANTAGELSER: Mapping[str, str] = {
    "lavest": "det laveste, det kan være",
    "midt": "midten af det, det kan være",
    "hoejest": "det højeste, det kan være",
}
"""What may be assumed of all that is not known, at once."""

OPLYST = "oplyst"
"""`anlaeg_status` of a measure whose sheet has a price to build."""

FLEST_STJERNER = 5
FORVAERRING = -1.0
"""What a worsening counts as where it counts: as far below no effect as one star is above; our own choice."""
_SPAN = {"ingen_positiv_effekt": (0, 0), "positiv": (1, FLEST_STJERNER), "ikke_vurderet": (0, FLEST_STJERNER)}


@dataclass(frozen=True, eq=False, repr=False)
class Katalog:
    """
    The tables of the catalogue (source: mobilitetskataloget, 004), and arrays made from them once.

    Arrays have a row per measure, in the order of `indsatser`, and a column per pejlemærke, in the order of
    `pejlemaerker`: by their numbers, however the rows of the tables lie. They, and the frames, are shared by all who
    ask, and are not to be changed.
    """

    pejlemaerke: pd.DataFrame
    mobilitet_indsats: pd.DataFrame
    mobilitet_vurdering: pd.DataFrame
    mobilitet_relation: pd.DataFrame
    mobilitet_fakta: pd.DataFrame
    mobilitet_sted: pd.DataFrame
    mobilitet_kommune: pd.DataFrame
    kommune: pd.DataFrame

    @cached_property
    def indsatser(self) -> tuple[int, ...]:
        """indsats_nr of every measure, in order."""
        return tuple(sorted(int(nr) for nr in self.mobilitet_indsats["indsats_nr"]))

    @cached_property
    def pejlemaerker(self) -> tuple[str, ...]:
        """pejlemaerke_id of every pejlemærke, in the order of their numbers."""
        return tuple(self.pejlemaerke.sort_values("nr")["pejlemaerke_id"])

    @cached_property
    def plads(self) -> Mapping[int, int]:
        """Each measure's row in the arrays."""
        return {nr: row for row, nr in enumerate(self.indsatser)}

    @cached_property
    def navne(self) -> Mapping[int, str]:
        """Each measure's name."""
        return dict(zip(self._indsats.index, self._indsats["navn"], strict=True))

    @cached_property
    def korte_navne(self) -> Mapping[int, str]:
        """The short name that we have given each measure."""
        return dict(zip(self._indsats.index, self._indsats["kort_navn"], strict=True))

    @cached_property
    def pejlemaerke_navne(self) -> Mapping[str, str]:
        """Each pejlemærke's name, as the catalogue has it."""
        return dict(zip(self.pejlemaerke["pejlemaerke_id"], self.pejlemaerke["navn"], strict=True))

    @cached_property
    def vurdering(self) -> NDArray[np.object_]:
        """The kind of every assessment: 'positiv', 'ingen_positiv_effekt' or 'ikke_vurderet'."""
        return laast(self._grid("vurdering").to_numpy(dtype=object))

    @cached_property
    def stjerner(self) -> Floats:
        """Stars, 1-5; NaN where there are none, which is never a zero."""
        return laast(self._grid("stjerner").to_numpy(dtype=float, na_value=np.nan))

    @cached_property
    def forvaerring(self) -> Bools:
        """Whether the sheet says that something gets worse, which an empty bar hides."""
        return laast((self._grid("teksten_siger") == "forvaerring").to_numpy(dtype=bool))

    @cached_property
    def tolket(self) -> Bools:
        """Whether the assessment was placed by the sheet's text, since the overview's empty cells are lost."""
        return laast((self._grid("placering") == "tolket").to_numpy(dtype=bool))

    @cached_property
    def ikke_vurderet(self) -> Bools:
        """Whether the catalogue did not assess it."""
        return laast(np.asarray(self.vurdering == "ikke_vurderet", dtype=bool))

    @cached_property
    def uden_stjerner(self) -> Bools:
        """Whether the catalogue found it positive, and the number of stars is lost."""
        return laast(np.asarray((self.vurdering == "positiv") & np.isnan(self.stjerner), dtype=bool))

    @cached_property
    def uafgjort_op_til(self) -> Floats:
        """
        The stars of an entry that the text does not settle which of two places has, at both of them; NaN elsewhere.

        One of the two has the stars, and the other none: never both, and never neither.
        """
        return laast(self._grid("uafgjort_op_til").to_numpy(dtype=float, na_value=np.nan))

    @cached_property
    def uafgjort(self) -> Bools:
        """Whether the text does not settle if the place in the overview is empty, or the other of its two is."""
        return laast(~np.isnan(self.uafgjort_op_til))

    @cached_property
    def delt(self) -> Floats:
        """The stars (n) of the entry that belongs to one of a row's two unsettled places; 0 where all is settled."""
        return laast(np.nan_to_num(self.uafgjort_op_til).max(axis=1))

    @cached_property
    def lav(self) -> Floats:
        """The lowest that each can be: the stars; ingen positiv effekt 0, positive 1, not assessed or unsettled 0."""
        return laast(np.where(self.uafgjort, 0.0, self._ends(0)))

    @cached_property
    def hoej(self) -> Floats:
        """The highest that each can be: the stars; ingen positiv effekt 0, positive 5, not assessed 5; as unsettled."""
        return laast(np.where(self.uafgjort, self.uafgjort_op_til, self._ends(1)))

    @cached_property
    def ukendt(self) -> Bools:
        """Whether it may be more than one thing."""
        return laast(self.lav < self.hoej)

    @cached_property
    def pris_lav(self) -> Floats:
        """The lowest price to build (n), mio. kr. at 2024 prices; NaN where none is given."""
        return self._prices("anlaeg_mio_kr_lav")

    @cached_property
    def pris_hoej(self) -> Floats:
        """The highest price to build (n), mio. kr. at 2024 prices; NaN where none is given."""
        return self._prices("anlaeg_mio_kr_hoej")

    @cached_property
    def co2_lav(self) -> Floats:
        """The lowest CO2 of construction (n), tonnes; NaN where none is given."""
        return self._numbers("co2_anlaeg_t_lav")

    @cached_property
    def co2_hoej(self) -> Floats:
        """The highest CO2 of construction (n), tonnes; NaN where none is given."""
        return self._numbers("co2_anlaeg_t_hoej")

    @cached_property
    def forudsaetter(self) -> tuple[tuple[int, int], ...]:
        """The measures that need another, and the one they need."""
        return self._related("forudsaetter")

    @cached_property
    def overlap(self) -> tuple[tuple[int, int], ...]:
        """The pairs that overlap, once each, the lowest number first."""
        return tuple(sorted({(min(pair), max(pair)) for pair in self._related("overlap")}))

    def antaget(self, antagelse: Antagelse, andele: Floats) -> Floats:
        """
        Return what each is worth, 0-5, when all that is not known is what is assumed. ValueError if unknown.

        Stars that belong to one of two places are at the one that counts for least, or for most, by the weights' shares
        (`andele`), or half at each.
        """
        if antagelse not in ANTAGELSER:
            raise ValueError(f"Antagelsen «{antagelse}» kendes ikke.")
        share = {"lavest": 0.0, "midt": 0.5, "hoejest": 1.0}[antagelse]
        given = self.lav + share * (self.hoej - self.lav)
        if antagelse == "midt":
            return np.asarray(given)
        given[self.uafgjort] = 0
        for row in np.flatnonzero(self.delt):
            places = np.flatnonzero(self.uafgjort[row])
            at = andele[places].argmin() if antagelse == "lavest" else andele[places].argmax()
            given[row, places[at]] = self.delt[row]
        return np.asarray(given)

    def raekker(self, numre: Iterable[int]) -> list[int]:
        """Return the measures' rows in the arrays. Raises ValueError, in Danish, for one that is not there."""
        wanted = list(numre)
        if unknown := [nr for nr in wanted if nr not in self.plads]:
            raise ValueError(f"Kataloget har ingen indsats {unknown[0]}.")
        return [self.plads[nr] for nr in wanted]

    def numre(self, raekker: Bools) -> tuple[int, ...]:
        """Return the measures whose rows in the arrays are marked, in their order."""
        return tuple(nr for nr, is_in in zip(self.indsatser, raekker, strict=True) if is_in)

    def kald(self, *numre: int) -> str:
        """Return what the measures are called in a sentence: "indsats 4 (BRT på linje 200S) og indsats 13 (...)"."""
        return listed([f"indsats {nr} ({self.navne[nr]})" for nr in numre])

    @cached_property
    def _indsats(self) -> pd.DataFrame:
        return self.mobilitet_indsats.set_index("indsats_nr").loc[list(self.indsatser)]

    def _grid(self, column: str) -> pd.DataFrame:
        table = self.mobilitet_vurdering.pivot(index="indsats_nr", columns="pejlemaerke_id", values=column)
        return table.loc[list(self.indsatser), list(self.pejlemaerker)]

    def _numbers(self, column: str) -> Floats:
        return laast(self._indsats[column].to_numpy(dtype=float, na_value=np.nan))

    def _prices(self, column: str) -> Floats:
        # An amount for starting and running something is no price to build, and is not added to any.
        return laast(np.where(self._indsats["anlaeg_status"] == OPLYST, self._numbers(column), np.nan))

    def _ends(self, end: int) -> Floats:
        spans = np.vectorize(lambda kind: float(_SPAN[kind][end]), otypes=[float])(self.vurdering)
        return np.where(np.isnan(self.stjerner), spans, self.stjerner)

    def _related(self, art: str) -> tuple[tuple[int, int], ...]:
        rows = self.mobilitet_relation[self.mobilitet_relation["art"] == art]
        return tuple(sorted((int(a), int(b)) for a, b in rows[["indsats_nr", "anden_indsats_nr"]].to_numpy()))


class KatalogMedForvaerring(Katalog):
    """The same catalogue where what the text says gets worse counts: one star below ingen positiv effekt."""

    def _ends(self, end: int) -> Floats:
        return np.where(self.forvaerring, FORVAERRING, super()._ends(end))


def som_katalog(frames: Frames, *, forvaerring_taeller: bool = False) -> Katalog:
    """Return the catalogue of tables that are already read; what gets worse may count below ingen positiv effekt."""
    kind = KatalogMedForvaerring if forvaerring_taeller else Katalog
    return kind(**{field.name: frames[field.name] for field in fields(Katalog)})
