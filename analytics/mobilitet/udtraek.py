"""The catalogue's figures as tables to take away, worked-out ones rounded as they are shown elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import pandas as pd

from analytics.mobilitet.egneukendte import Egenplads
from analytics.mobilitet.katalog import Katalog
from analytics.tabeller import Frames
from dansk import tal

_DECIMALS = 3


def vurderinger(frames: Frames, numre: Collection[int]) -> pd.DataFrame:
    """Return the assessments of these measures, a row each, in the order of the table."""
    measures = frames["mobilitet_indsats"][["indsats_nr", "navn", "tema"]]
    table = frames["mobilitet_vurdering"]
    rated = table[table["indsats_nr"].isin(list(numre))].merge(measures, on="indsats_nr")
    return pd.DataFrame(
        {
            "indsats": rated["indsats_nr"],
            "navn": rated["navn"],
            "tema": rated["tema"],
            "pejlemærke": rated["pejlemaerke_id"].map(_goals(frames)),
            "vurdering": rated["vurdering"].str.replace("_", " "),
            "stjerner": rated["stjerner"],
            "trykt eller tolket": rated["placering"],
            "uafgjort, op til": rated["uafgjort_op_til"],
            "hvorfor tolket": rated["begrundelse"],
            "teksten siger": rated["teksten_siger"].replace("forvaerring", "forværring"),
            "arkets tekst, kort": rated["tekst"],
            "kilde": rated["kilde_id"],
            "linje": rated["kilde_linje"],
            "linje i oversigten": rated["oversigt_linje"],
        }
    )


def stjerner(frames: Frames, numre: Collection[int]) -> pd.Series:
    """Return one version's stars by measure and pejlemærke, for comparing it with another."""
    table = frames["mobilitet_vurdering"]
    rated = table[table["indsats_nr"].isin(list(numre))]
    names = rated["indsats_nr"].astype(str) + ", " + rated["pejlemaerke_id"].map(_goals(frames))
    return rated["stjerner"].astype(float).set_axis(names)


def rangorden(fundet: pd.DataFrame, egne: Mapping[int, Egenplads]) -> pd.DataFrame:
    """Return a ranking (`rangordnet`) with each measure's own places (by indsats_nr) for those at the very weights."""
    own = [egne[int(nr)] for nr in fundet["indsats_nr"]]
    places: dict[str, list[float]] = {
        "egen_plads": [each.plads for each in own],
        "egen_sikkerhed": [each.sikkerhed for each in own],
        "egen_plads_fra": [each.plads_fra for each in own],
        "egen_plads_til": [each.plads_til for each in own],
    }
    return _rounded(fundet.drop(columns=["bedste_plads", "vaerste_plads"]).assign(**places))


def pris_og_effekt(effekter: pd.DataFrame) -> pd.DataFrame:
    """Return what measures cost and are worth (`fund.effekt`), ends of intervals only."""
    columns = ["indsats_nr", "navn", "lavest", "hoejest", "anlaeg_status", "anlaeg_mio_kr_lav", "anlaeg_mio_kr_hoej"]
    return _rounded(effekter[columns])


def pakke(katalog: Katalog, numre: Sequence[int]) -> pd.DataFrame:
    """Return what is in a package: a row for each measure, with price and CO2, blank where none is given."""
    rows = katalog.raekker(numre)
    return pd.DataFrame(
        {
            "indsats": numre,
            "navn": [katalog.navne[nr] for nr in numre],
            "anlæg, mio. kr., lav": katalog.pris_lav[rows],
            "anlæg, mio. kr., høj": katalog.pris_hoej[rows],
            "CO2e i anlæg, ton, lav": katalog.co2_lav[rows],
            "CO2e i anlæg, ton, høj": katalog.co2_hoej[rows],
        }
    )


def _goals(frames: Frames) -> pd.Series:
    return frames["pejlemaerke"].set_index("pejlemaerke_id")["navn"]


def _rounded(table: pd.DataFrame) -> pd.DataFrame:
    found = table.copy()
    for column in table.select_dtypes("float"):
        found[column] = [tal.rounded(value, _DECIMALS) for value in table[column]]
    return found
