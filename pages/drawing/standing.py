"""What it is to have a measure's highest or lowest figure, in words: «5. ringest dækket af 37», never «nr. 5 af 37»."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from analytics.kapacitet.maal import Measure
from analytics.kapacitet.rangorden import Tal
from analytics.kommune.kommunetal import er_pr_1000
from analytics.kommune.maaltal import Maaltal
from analytics.kommune.rygrad import Placering, placering
from dansk import maengde

_IN_WORDS = {2: "en anden", 3: "to andre", 4: "tre andre"}
"""With how many others a figure is shared, by how many have it."""


@dataclass(frozen=True)
class Ends:
    """
    What a measure is called where kommuner are compared in it, and what its ends are.

    `high` and `low` follow an ordinal; `says_high` and `says_low` follow the name of a place, with room for the ordinal
    in braces; `after` is what follows the figure.
    """

    compared: str
    high: str
    low: str
    says_high: str
    says_low: str
    after: str = ""


def _amounts(what: str, says: str = "har {}") -> Ends:
    return Ends(what, "flest", "færrest", f"{says}flest {what}", f"{says}færrest {what}")


def _figures(what: str, article: str, high: str = "højest", low: str = "lavest") -> Ends:
    return Ends(what, high, low, f"har {article} {{}}{high}e {what}", f"har {article} {{}}{low}e {what}")


_ENDS: Mapping[str, Ends] = {
    "borgere-pr-kapacitet": Ends(
        "dækning",
        "ringest dækket",
        "bedst dækket",
        "er {}ringest dækket",
        "er {}bedst dækket",
        "borgere pr. kapacitet",
    ),
    "kapacitet": _figures("kapacitet", "den", "størst", "mindst"),
    "klinikker": _amounts("klinikker, der har meldt ventetid"),
    "befolkning": _amounts("borgere"),
    "ventetid-min": _figures("ventetid, hvor den er kortest,", "den", "længst", "kortest"),
    "patienter-pr-kapacitet": _amounts("patienter pr. kapacitet"),
    "ventetid-gns": _figures("ventetid i snit", "den", "længst", "kortest"),
    "ventetid-maks": Ends(
        "meldt ventetid",
        "længst",
        "kortest",
        "har den {}længste meldte ventetid",
        "har den {}korteste maksimale ventetid",
    ),
    "tilskud-pr-borger": _figures("tilskud pr. borger", "det"),
    "tilskud-pr-patient": _figures("tilskud pr. patient", "det"),
    "patienter-pr-1000": _amounts("patienter pr. tusind borgere"),
    "befolkningstilvaekst": _figures("befolkningstilvækst", "den"),
    "deltagelser": Ends(
        "deltagelser pr. tusind borgere",
        "flest",
        "færrest",
        "bruger Erhvervshuset {}mest",
        "bruger Erhvervshuset {}mindst",
        "deltagelser pr. tusind borgere",
    ),
    "sosu": _amounts("SOSU-lærepladser pr. tusind borgere"),
}
_PLAIN = Ends("tal", "højest", "lavest", "har det {}højeste tal", "har det {}laveste tal")


def ends(measure: Measure) -> Ends:
    """Return the words of a measure; those per kommune are told by what they count."""
    if measure.id in _ENDS:
        return _ENDS[measure.id]
    return _PLAIN if measure.retning == "aendring" else _ENDS.get(measure.id.partition("-")[0], _PLAIN)


def placed(measure: Measure, tal: Tal) -> str | None:
    """Return where a figure stands, in words: «5. ringest dækket af 37». None where it has no place."""
    where = placering(tal)
    if where is None:
        return None
    return ", ".join(filter(None, (_alone(measure, where), shared(where))))


def briefly(measure: Measure, tal: Tal) -> str | None:
    """Return the same where there is little room: «delt 8. længst af 37»."""
    where = placering(tal)
    if where is None:
        return None
    return f"{'' if where.delt == 1 else 'delt '}{_alone(measure, where)}"


def _alone(measure: Measure, where: Placering) -> str:
    of = ends(measure)
    return f"{_ordinal(where)}{of.high if where.ende == 'hoej' else of.low} af {where.antal}"


def says(measure: Measure, where: Placering) -> str:
    """Return what a place is or has by its figure: «er 5. ringest dækket»."""
    of = ends(measure)
    return (of.says_high if where.ende == "hoej" else of.says_low).format(_ordinal(where))


def shared(where: Placering) -> str:
    """Return with how many others a place shares its figure: «delt med tre andre»; "" with none."""
    if where.delt == 1:
        return ""
    return f"delt med {_IN_WORDS.get(where.delt) or maengde.counted(where.delt - 1, 'anden', 'andre')}"


def written(measure: Measure, vaerdi: float) -> str:
    """Return a figure with what it counts, as it ends a sentence: «8.338 borgere pr. kapacitet»."""
    return " ".join(filter(None, (measure.skrevet(vaerdi, enhed=True, fortegn=True), ends(measure).after)))


def outermost(measure: Measure) -> tuple[str, str]:
    """Return what the lowest and the highest figure are: best and worst where a measure says which."""
    return ("bedst", "ringest") if measure.retning == "hoej_er_ringere" else ("lavest", "højest")


def name(of: Maaltal) -> str:
    """Return what a measure is called beside its figures, as short as a phone has room for."""
    until = f" til {of.aar}" if of.maal.retning == "aendring" and of.maal.efter_aar else ""
    short = of.maal.navn.replace(" i alt ", " ")
    return (short.removesuffix(" borgere") if er_pr_1000(of.maal) else short) + until


def _ordinal(where: Placering) -> str:
    return "" if where.yderst else f"{where.plads}.\N{NO-BREAK SPACE}"
