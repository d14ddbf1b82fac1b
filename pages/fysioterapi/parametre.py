"""What a link can hold of the three pages about physiotherapy."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import permutations
from typing import Literal

from analytics.begreber import FIRST_YEAR, LAST_YEAR, SPECIALER
from analytics.grundlag import Grundkapacitet
from analytics.kapacitet.maal import MEASURES
from analytics.optimering import MAAL as OPTIMA
from analytics.optimering import Maal
from analytics.optimering.godeplaner import HOEJST_PCT
from analytics.pendling.opland import Aftagen, Metode
from analytics.scenarie import Kobling, Scenarie, Vaegte
from analytics.scenarie.kode import FLEST, OMRAADER, afkod, kod
from analytics.scenarie.modpart import NAVNE as MODPARTER
from analytics.scenarie.modpart import Modpart
from analytics.scenarie.navne import BOGSTAVER
from dansk import tal
from dansk.saetning import begun
from pages.components import Sorting
from pages.reading import queries
from pages.view.kinds import Choice, Many, Names, Order, Parameter, Tenths, Text, UnreadableError, Whole

MAAL = Choice("maal", "Mål", "borgere-pr-kapacitet", lambda: {m.id: m.navn for m in MEASURES.values()}, code="m")
AAR = Whole("aar", "År", FIRST_YEAR, FIRST_YEAR, LAST_YEAR, code="a", on={"fysioterapi-scenarie": LAST_YEAR})
CIRKLER = Choice("cirkler", "På kortet", "ja", lambda: {"ja": "Antal klinikker", "nej": "Kun tal"}, code="c")
LISTE = Choice(
    "liste",
    "Vis alle",
    False,
    lambda: {False: "Et udpluk", True: "Alle"},
    code="li",
    spelled=lambda everything: "alle" if everything else "udpluk",
)
"""Whether the list has every area, or the ends and the reader's own."""

UDGANGSPUNKT = Choice(
    "udgangspunkt",
    "Udgangspunkt",
    "forslag",
    lambda: {"forslag": "Papirets forslag", "ingen": "Ingen nye kapaciteter"},
)


def _bases() -> dict[Grundkapacitet, str]:
    grundlag = queries.foundation()
    return {
        "tabel_3_4": begun(grundlag.kapacitetstabeller),
        "foer_justering": f"Før justering i {grundlag.effekttabeller}",
    }


GRUND: Choice[Grundkapacitet] = Choice(
    "grund", "Kapacitet i dag", "tabel_3_4", _bases, spelled=lambda grund: grund.replace("_", "-")
)
FOELGER = Choice(
    "patienter",
    "Patienterne følger med",
    False,
    lambda: {False: "Bliver i området", True: "Følger med"},
    spelled=lambda follows: "foelger" if follows else "bliver",
)
"""Whether capacity serves those who live where its patients do, or those who live where it is."""
_KOBLINGER: dict[Kobling, str] = {
    "begge": "Mindst 0,1 af begge",
    "kun_62_kraever_51": "Nyt i 62 kræver nyt i 51",
}
KOBLING: Choice[Kobling] = Choice(
    "kobling",
    "Regel om de to specialer",
    "begge",
    lambda: _KOBLINGER,
    code="l",
    spelled=lambda kobling: {"begge": "begge", "kun_62_kraever_51": "kun-62"}[kobling],
)
FIGUR = Choice(
    "figur",
    "Figur",
    "fliser",
    lambda: {
        "fliser": "Fliser",
        "kort": "Kort",
        "foer-efter": "Alle 37",
        "vindere": "Hvem",
        "udvikling": "År",
        "noegletal": "Nøgletal",
        "lorenz": "Lighed",
        "optimum": "Bedst",
        "scenarier": "A-D",
    },
    code="u",
)
MOD: Choice[Modpart | Literal["regel"]] = Choice(
    "mod",
    "Sammenlign med",
    "regel",
    lambda: {"regel": "Det, siden vælger", **{modpart: begun(name) for modpart, name in MODPARTER.items()}},
    code="w",
)
"""What the scenario is compared with; without a choice it is by a rule (`analytics.scenarie.modpart`)."""
VIS = Choice("vis", "Vis", "aendring", lambda: {"aendring": "Ændring", "resultat": "Resultat"}, code="i")
GRAENSER = {
    51: Whole("graense51", "Grænse, speciale 51", 0, 1000, 30000, code="g5"),
    62: Whole("graense62", "Grænse, speciale 62", 0, 1000, 30000, code="g6"),
}
"""The limit of each speciale; 0 is none of one's own."""
MINDST = Choice(
    "mindst",
    "Mindst, hvor der gives",
    0.1,
    lambda: {tenths / 10: tal.number(tenths / 10, 1) for tenths in range(1, 31)},
    code="d",
)
STEDER = Whole("steder", "Højst så mange steder", len(OMRAADER), 1, len(OMRAADER), code="st")
UDELAD = Many("udelad", "Udelad (et område, hvor kommunen siger nej)", (), queries.area_names, code="x")
FASTHOLD = Many("fasthold", "Fasthold skyderne for", (), queries.area_names, code="y")
NAVNE = Names("navne", "Navne på scenarier", (), FLEST, 20, code="h", if_room=True)
"""What people call the scenarios that stand side by side; in a link that has room for it."""
PAR = Choice(
    "par",
    "Hvem vinder og taber",
    "ab",
    lambda: {f"{nu}{mod}".lower(): f"{nu} mod {mod}" for nu, mod in permutations(BOGSTAVER, 2)},
    code="j",
)
"""Which two of the scenarios side by side are compared."""
BEDST: Choice[Maal] = Choice(
    "bedst", "Bedst er", "minimax", lambda: OPTIMA, code="bm", spelled=lambda maal: maal.replace("_", "-")
)
AFSTAND = Whole("fra-bedst", "Højst så mange % fra det bedste", 1, 0, round(HOEJST_PCT), code="fb")
VEJE: Choice[Literal["kort", "fliser", "matrix", "rangorden", "daekning", "opland"]] = Choice(
    "veje",
    "Vis",
    "kort",
    lambda: {
        "kort": "Landkort",
        "fliser": "Fliser",
        "matrix": "Alle mod alle",
        "rangorden": "Rækkefølge",
        "daekning": "Dækning",
        "opland": "Opland",
    },
    code="ve",
)
"""Which picture of the patients' ways."""
MINDST_PATIENTER = Whole("mindst-patienter", "Vis fra så mange patienter", 20, 10, 500, code="mp")
MATRIXORDEN: Choice[Literal["planomraade", "stoerrelse"]] = Choice(
    "matrixorden",
    "Orden",
    "planomraade",
    lambda: {"planomraade": "Efter planområde", "stoerrelse": "Efter størrelse"},
    code="mo",
)
VEJORDEN = Order(
    "vejorden", "Orden", Sorting("hjemme", False), lambda: ("navn", "hjemme", "ud", "ind", "netto"), code="vo"
)
OPLAND_KM = Whole("opland-km", "Opland, km", 10, 2, 40, code="ok")
AFTAGEN: Choice[Aftagen] = Choice(
    "aftagen",
    "Jo længere væk",
    "trin",
    lambda: {"ingen": "tæller lige meget", "trin": "jo mindre, i trin", "jaevn": "jo mindre, jævnt"},
    code="at",
)
OPLANDSMETODE: Choice[Metode] = Choice(
    "oplandsmetode",
    "En borger tæller",
    "totrins",
    lambda: {"totrins": "fuldt hvert sted (2SFCA)", "balanceret": "én gang i alt (balanceret)"},
    code="om",
)
TITEL = Text("titel", "Mødebilagets titel", "Scenarie for nye kapaciteter", 60, code="ti")


@dataclass(frozen=True, eq=False)
class Scenarier(Parameter[tuple[Scenarie, ...]]):
    """Scenarios in a code (`analytics.scenarie.kode`), at most `most` of them."""

    most: int

    def allows(self, value: tuple[Scenarie, ...]) -> bool:
        """Say whether they are few enough."""
        return len(value) <= self.most

    def write(self, value: tuple[Scenarie, ...]) -> str:
        """Return them as one code."""
        return kod(value) if value else ""

    def _parse(self, raw: str) -> tuple[Scenarie, ...]:
        return _whole(raw)


@dataclass(frozen=True, eq=False)
class Vaegtning(Parameter[Vaegte | None]):
    """What citizens weigh by somebody's own assumptions, in the code of a scenario that has them; or nothing."""

    def allows(self, value: Vaegte | None) -> bool:
        """Say whether the weights can stand in a code, as all can."""
        return True

    def write(self, value: Vaegte | None) -> str:
        """Return them as the code of a scenario with nothing else."""
        return "" if value is None else kod([Scenarie(vaegte=value)])

    def _parse(self, raw: str) -> Vaegte | None:
        scenarios = _whole(raw)
        if len(scenarios) > 1:
            raise UnreadableError(raw)
        return scenarios[0].vaegte if scenarios else None


def _whole(code: str) -> tuple[Scenarie, ...]:
    """Return the scenarios of a code that can be read whole."""
    scenarios, unreadable = afkod(code) if code else ([], [])
    if unreadable:
        raise UnreadableError(code)
    return tuple(scenarios)


GEMT = Scenarier("gemt", "Gemte scenarier", (), FLEST - 1)
VAEGTE = Vaegtning("vaegte", "Vægte", None)


def slider_name(omraade_id: str, speciale: int) -> str:
    """Return the name of a slider for new capacity in a link, e.g. `k51-valby`."""
    return f"k{speciale}-{omraade_id}"


def _slider_label(omraade_id: str, speciale: int) -> str:
    return f"Nye kapaciteter i {queries.area_names()[omraade_id]}, speciale {speciale},"


SKYDERE = {
    (omraade, speciale): Tenths(slider_name(omraade, speciale), partial(_slider_label, omraade, speciale), 0.0)
    for omraade in OMRAADER
    for speciale in SPECIALER
}
"""The slider for new capacity in each area and speciale."""
