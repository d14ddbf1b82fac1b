"""The user's own weights on the pejlemærker, and what each measure is worth under them, as an interval."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analytics.mobilitet.katalog import Katalog
from analytics.talraekker import Floats

_DECIMALS = 9


def andele(vaegte: Sequence[float], katalog: Katalog) -> Floats:
    """
    Return the weights as shares that sum to 1, in the order of `katalog.pejlemaerker`.

    Raises ValueError, in Danish, unless there is one number for each pejlemærke, none below 0 and not all 0. All at 0
    is refused, since any ranking would then be made up.
    """
    weights = np.asarray(vaegte, dtype=float)
    if weights.shape != (len(katalog.pejlemaerker),):
        raise ValueError(f"Der skal være en vægt for hvert af de {len(katalog.pejlemaerker)} pejlemærker.")
    if not np.isfinite(weights).all() or (weights < 0).any():
        raise ValueError("En vægt skal være et tal, der ikke er under nul.")
    if not weights.any():
        raise ValueError("Mindst ét pejlemærke skal have en vægt over nul.")
    # Divided by the highest first, so that no sum is too large or too small to be a number.
    scaled = weights / weights.max()
    return np.asarray(scaled / scaled.sum())


def checked_places(k: int, measures: int) -> int:
    """Return k. Raises ValueError, in Danish, unless so many of the measures can be the best."""
    if not 1 <= k <= measures:
        raise ValueError(f"Antallet af pladser skal være fra 1 til {measures}.")
    return k


def vaegtet(stjerner: Floats, shares: Floats) -> Floats:
    """
    Return the weighted value, 0-5, of each row of (..., pejlemærker).

    Those that only differ by the order they were added up in are exactly equal.
    """
    return np.asarray(np.round((stjerner * shares).sum(axis=-1), _DECIMALS))


def vaerdier(katalog: Katalog, vaegte: Sequence[float]) -> pd.DataFrame:
    """
    Return what each measure is worth under the weights: one row per measure, in the order of the catalogue.

    `vaegte` are as in `andele`. Values are 0-5, as stars are; from -1 where a worsening counts. Columns:

    - indsats_nr, navn, tema,
    - lavest, hoejest: what the value can be, since what is not known may be anything; stars that belong to one of two
      places are at one of them,
    - over_kendte: the value over the pejlemærker where it is known (stars, or ingen positiv effekt), as if they had all
      the weight; missing where it is known on none,
    - andel_ikke_vurderet, andel_uden_stjerner, andel_uafgjort: the share (0-1) of the weight that was not assessed,
      that is positive with its stars lost, and whose place the text does not settle,
    - andel_tolket: the share of the weight on assessments that were placed by the sheet's text,
    - forvaerring: whether the sheet says, on any pejlemærke, that something gets worse,
    - bedste_plads, vaerste_plads: the places it can have at these very weights, whatever the unknown is; equal values
      share the best place of theirs,
    - anlaeg_status as in mobilitet_indsats, anlaeg_mio_kr_lav, anlaeg_mio_kr_hoej: the price to build, missing where
      none is given.
    """
    shares = andele(vaegte, katalog)
    low, high = (vaegtet(katalog.antaget(end, shares), shares) for end in ("lavest", "hoejest"))
    known = ~katalog.ukendt @ shares
    # Beside its own low end, a measure is passed by each that can be higher; beside its high end, by each that must be.
    can_pass = (high[None, :] > low[:, None]) & ~np.eye(len(low), dtype=bool)
    must_pass = low[None, :] > high[:, None]
    sheets = katalog.mobilitet_indsats.set_index("indsats_nr").loc[list(katalog.indsatser)].reset_index()
    return pd.DataFrame(
        {
            "indsats_nr": sheets["indsats_nr"],
            "navn": sheets["navn"],
            "tema": sheets["tema"],
            "lavest": low,
            "hoejest": high,
            "over_kendte": np.divide(
                np.where(katalog.ukendt, 0, katalog.lav) @ shares, known, out=np.full(len(low), np.nan), where=known > 0
            ),
            "andel_ikke_vurderet": katalog.ikke_vurderet @ shares,
            "andel_uden_stjerner": katalog.uden_stjerner @ shares,
            "andel_uafgjort": katalog.uafgjort @ shares,
            "andel_tolket": katalog.tolket @ shares,
            "forvaerring": katalog.forvaerring.any(axis=1),
            "bedste_plads": 1 + must_pass.sum(axis=1),
            "vaerste_plads": 1 + can_pass.sum(axis=1),
            "anlaeg_status": sheets["anlaeg_status"],
            "anlaeg_mio_kr_lav": katalog.pris_lav,
            "anlaeg_mio_kr_hoej": katalog.pris_hoej,
        }
    )
