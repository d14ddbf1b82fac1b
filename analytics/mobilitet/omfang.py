"""
Which kommuner a measure concerns: what its sheet says of them, names a place in, or leaves open.

Sources: the tables ``mobilitet_indsats``, ``mobilitet_sted`` and ``mobilitet_kommune``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import pandas as pd

Angaar = Literal["ja", "kan", "nej"]
HELE_REGIONEN = "hele regionen"
"""`omfang` of a measure that concerns every kommune."""
DELE_AF_REGIONEN = "dele af regionen"
"""`omfang` of a measure that concerns kommuner that its sheet does not name one by one."""


def angaar(measures: pd.DataFrame, places: pd.DataFrame, stated: pd.DataFrame, kommune_id: str) -> Mapping[int, Angaar]:
    """
    Return by indsats_nr whether each measure concerns a kommune.

    It does where it concerns them all, where its sheet names a place in the kommune, and where that follows from its
    words; it may where the sheet leaves open which kommuner it concerns, and its words do not leave this one out.
    """
    said = stated[stated["kommune_id"] == kommune_id]
    words = dict(zip(said["indsats_nr"], said["angaar"], strict=True))
    here = set(places.loc[places["kommune_id"] == kommune_id, "indsats_nr"])
    unplaced = set(places.loc[places["kommune_id"].isna(), "indsats_nr"])
    found: dict[int, Angaar] = {}
    for nr, extent in zip(measures["indsats_nr"], measures["omfang"], strict=True):
        if nr in here or extent == HELE_REGIONEN or words.get(nr) == "ja":
            found[int(nr)] = "ja"
        elif words.get(nr) != "nej" and (extent == DELE_AF_REGIONEN or nr in unplaced):
            found[int(nr)] = "kan"
        else:
            found[int(nr)] = "nej"
    return found
