"""What a link can hold of the pages about mobility."""

from __future__ import annotations

from collections.abc import Mapping

from analytics.mobilitet.katalog import FLEST_STJERNER
from analytics.mobilitet.pakker import Pris
from dansk import alfabet, maengde
from pages.components import Sorting
from pages.reading import queries
from pages.view.kinds import Choice, Many, Order, Whole, all_and

GOALS = range(1, 7)
"""The six pejlemærker by number."""
WEIGHTS = range(11)
"""What a pejlemærke may weigh."""
AMOUNTS = range(81)
"""What a package may cost, mia. kr."""
_STARS = range(1, FLEST_STJERNER + 1)


def _measures() -> Mapping[int, str]:
    frame = queries.tables()["mobilitet_indsats"].sort_values("indsats_nr")
    return {int(nr): f"{nr} {name}" for nr, name in zip(frame["indsats_nr"], frame["navn"], strict=True)}


def _themes() -> Mapping[str, str]:
    return alfabet.slugs(queries.tables()["mobilitet_indsats"]["tema"].astype(str), taken=["alle"])


def _goals() -> Mapping[str, str]:
    frame = queries.tables()["pejlemaerke"].sort_values("nr")
    return dict(zip(frame["pejlemaerke_id"], frame["navn"], strict=True))


def _first_two() -> tuple[int, ...]:
    """The two measures that stand first in the overview."""
    rated = queries.tables()["mobilitet_vurdering"]
    rated = rated[rated["pejlemaerke_id"] == FOLKESUNDHED].sort_values(
        ["stjerner", "indsats_nr"], ascending=[False, True]
    )
    return tuple(int(nr) for nr in rated["indsats_nr"][:2])


FOLKESUNDHED = "folkesundhed"
"""The pejlemærke that the overview is ordered by until another is chosen."""
INDSATS = Choice("indsats", "Indsats", 1, _measures, code="in")
FANE = Choice(
    "fane",
    "Visning af indsatserne",
    "oversigt",
    lambda: {"oversigt": "Oversigt", "side": "Side om side", "regn": "Regn selv"},
    code="fa",
)
TEMA = Choice("tema", "Tema", "alle", all_and(_themes, "Alle temaer"), code="te")
PEJLEMAERKE = Choice("pejlemaerke", "Pejlemærke", "alle", all_and(_goals, "Alle pejlemærker"), code="pm")
STJERNER = Choice(
    "stjerner",
    "Mindst",
    _STARS[0],
    lambda: {stars: maengde.counted(stars, "stjerne", "stjerner") for stars in _STARS},
    code="sj",
)
PRIS = Choice("pris", "Anlægspris", "alle", lambda: {"alle": "Alle", "kendt": "Kendt"}, code="pr")
GRUPPER = Choice("grupper", "Rækkefølge", "nej", lambda: {"nej": "Samlet", "ja": "Efter tema"}, code="gr")
MATRIX = Order(
    "matrix", "Orden i oversigten", Sorting(FOLKESUNDHED, True), lambda: ("nr", *_goals(), "pris"), code="mx"
)
SAMMEN = Many("sammen", "Indsatser side om side", _first_two, _measures, code="sm")
REGN = Choice(
    "regn",
    "Beregning",
    "pris",
    lambda: {
        "pris": "Pris mod effekt",
        "pakke": "Pakke",
        "rang": "Rangorden",
        "central": "Hvornår er den bedst?",
        "afgoer": "Hvad afgør det?",
    },
    code="re",
)
FORVAERRING: Choice[bool] = Choice(
    "forvaerring",
    "Tæl forværring som minus én stjerne",
    False,
    lambda: {False: "nej", True: "ja"},
    spelled=lambda counts: "ja" if counts else "nej",
    code="fv",
)
VAEGTE = {
    nr: Whole(f"vaegt-{nr}", f"Vægt på pejlemærke {nr}", 5, WEIGHTS[0], WEIGHTS[-1], code=f"w{nr}") for nr in GOALS
}
"""The weight of each pejlemærke, by its number."""
LIGE, TUNG = 5, WEIGHTS[-1]
"""What each weighs where all weigh the same, and what the one weighs that comes first."""
FORVALG: Mapping[str, Mapping[int, int]] = {
    "Kun folkesundhed": {nr: LIGE if nr == 4 else 0 for nr in GOALS},
    "Klima først": {nr: TUNG if nr == 3 else LIGE for nr in GOALS},
    "Lige meget": dict.fromkeys(GOALS, LIGE),
}
"""Sets of weights that one press chooses, by what the press is called."""
BEDST_NAAR = Choice(
    "bedst-naar",
    "Indsats",
    "alle",
    all_and(lambda: {str(nr): name for nr, name in _measures().items()}, "Alle"),
    code="bn",
)
NAER = Whole("naer", "Så tæt på dine vægte", 30, 1, 100, code="na")
BEDSTE = Whole("bedste", "Blandt de bedste", 5, 1, 10, code="be")
BELOEB = Whole("beloeb", "Beløb i mia. kr.", 10, AMOUNTS[0], AMOUNTS[-1], code="bl")
_PRICES: dict[Pris, str] = {"hoej": "Den høje pris", "lav": "Den lave pris"}
PRISNIVEAU: Choice[Pris] = Choice("prisniveau", "Regn med", "hoej", lambda: _PRICES, code="pn")
PAKKE = Many("pakke", "Indsatser i pakken", (), _measures, code="pa")
KRAV = Choice("krav", "Kun indsatser med stjerner for", "alle", all_and(_goals, "Intet krav"), code="kr")
KRAVSTJERNER = Choice(
    "krav-stjerner",
    "Mindst",
    3,
    lambda: {stars: maengde.counted(stars, "stjerne", "stjerner") for stars in _STARS},
    code="ks",
)
