"""Mobility: how each pejlemærke is assessed, measures' values under weightings, and packages for amounts."""

from __future__ import annotations

import math

from analytics.mobilitet import Katalog, oeverste, pakke, sammensaetning, som_katalog, vaerdier
from analytics.mobilitet.centralevaegte import centrale_vaegte
from analytics.mobilitet.fund import bedst, billigst, effekt, mangler
from analytics.mobilitet.godepakker import gode_pakker
from analytics.tabeller import Frames
from tests.guld.figures import UNKNOWN, Figures

WEIGHTS = {
    "lige vægte": (5.0, 5.0, 5.0, 5.0, 5.0, 5.0),
    "det første pejlemærke tæller dobbelt": (10.0, 5.0, 5.0, 5.0, 5.0, 5.0),
    "uden de to sidste": (5.0, 5.0, 5.0, 5.0, 0.0, 0.0),
}
AMOUNTS = (1_000, 5_000, 20_000)
"""What a package may cost, mio. kr."""


def figures(frames: Frames) -> Figures:
    """Return the catalogue's counts, values and packages."""
    katalog = som_katalog(frames)
    lacks = mangler(katalog, katalog.indsatser)
    return {
        "kataloget": {
            "indsatser": lacks.indsatser,
            "uden anlægspris": lacks.uden_pris,
            "vurderinger": lacks.vurderinger,
            "ikke vurderet": lacks.ikke_vurderet,
            "forudsætninger": len(katalog.forudsaetter),
            "overlap": len(katalog.overlap),
        },
        "pejlemærker": {name: _goal(katalog, column) for column, name in enumerate(katalog.pejlemaerke_navne.values())},
        **{name: _values(katalog, weights) for name, weights in WEIGHTS.items()},
        "pakker under lige vægte": {f"{amount} mio. kr.": _package(katalog, amount) for amount in AMOUNTS},
        "bedst under flest vægte": {
            f"{each.indsats_nr} {katalog.korte_navne[each.indsats_nr]}": {
                "andel": each.andel,
                "sikkerhed": each.sikkerhed,
                **dict(zip(katalog.pejlemaerke_navne.values(), each.vaegte, strict=True)),
            }
            for each in centrale_vaegte(katalog)[:4]
        },
    }


def _goal(katalog: Katalog, column: int) -> Figures:
    stars, best = katalog.stjerner[:, column], bedst(katalog, katalog.pejlemaerker[column], katalog.indsatser)
    return {
        **{f"{count} stjerner": int((stars == count).sum()) for count in range(1, 6)},
        "positiv uden stjerner": int(katalog.uden_stjerner[:, column].sum()),
        "ingen positiv effekt": int((katalog.vurdering[:, column] == "ingen_positiv_effekt").sum()),
        "ikke vurderet": int(katalog.ikke_vurderet[:, column].sum()),
        "teksten siger ringere": int(katalog.forvaerring[:, column].sum()),
        "tolket": int(katalog.tolket[:, column].sum()),
        "ikke afgjort af teksten": int(katalog.uafgjort[:, column].sum()),
        "flest stjerner": UNKNOWN if best is None else " ".join(map(str, best.indsatser)),
    }


def _values(katalog: Katalog, weights: tuple[float, ...]) -> Figures:
    cheapest = billigst(effekt(katalog, weights, katalog.indsatser))
    return {
        "de fem øverste": " ".join(map(str, oeverste(katalog, weights))),
        "billigst af den bedste halvdel": UNKNOWN if cheapest is None else cheapest.indsats_nr,
        "værdi": {
            f"{row['indsats_nr']} {row['navn']}": {
                "lavest": row["lavest"],
                "højest": row["hoejest"],
                "af det kendte": UNKNOWN if math.isnan(row["over_kendte"]) else row["over_kendte"],
                "plads": f"{row['bedste_plads']}-{row['vaerste_plads']}",
            }
            for row in vaerdier(katalog, weights).to_dict("records")
        },
    }


def _package(katalog: Katalog, amount: int) -> Figures:
    found = pakke(katalog, WEIGHTS["lige vægte"], amount, frist=60)
    of, good = sammensaetning(katalog, found.indsatser), gode_pakker(katalog, WEIGHTS["lige vægte"], amount)
    return {
        "indsatser": " ".join(map(str, found.indsatser)),
        "værdi": found.vaerdi,
        "pris, mio. kr.": found.pris_mio_kr,
        "bevist": found.bevist,
        "i alle lige så gode": " ".join(map(str, good.i_alle)) if good else UNKNOWN,
        "i nogle lige så gode": " ".join(map(str, good.i_nogle)) if good else UNKNOWN,
        "anlæg lavest, mio. kr.": UNKNOWN if of.anlaeg_mio_kr.lav is None else of.anlaeg_mio_kr.lav,
        "CO2e højest, ton": UNKNOWN if of.co2_anlaeg_t.hoej is None else of.co2_anlaeg_t.hoej,
        "stjerner": {gift.pejlemaerke_id: f"{gift.stjerner_lav}-{gift.stjerner_hoej}" for gift in of.pejlemaerker},
    }
