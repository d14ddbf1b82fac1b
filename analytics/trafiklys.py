"""
The traffic light of a goal by the rule that the Erhvervshus prints beside its goals for 2024.

The colours themselves were lost from the paper, so every light is derived from the rule, and says so. The rule's
limits and words are read from the table ``resultatpaastand``; where it does not settle a goal the light is blank,
with the reason.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal, cast, get_args

import pandas as pd

from analytics.paastand import Kilde, paastande
from analytics.tabeller import filled
from dansk.tal import number

Farve = Literal["groen", "gul", "roed"]
Art = Literal["kvantitativ", "kvalitativ", "proces"]
Retning = Literal["hoejere", "lavere"]

FARVER: tuple[Farve, ...] = get_args(Farve)
AFLEDT = "Afledt af reglen"
ORD: Mapping[Farve | None, str] = {"groen": "grøn", "gul": "gul", "roed": "rød", None: "kan ikke afgøres"}
"""Each colour in Danish words; None is a light that is not lit, since the rule does not settle the goal."""


@dataclass(frozen=True)
class Regel:
    """
    The printed rule of one year.

    A goal with a figure is green when ``opfyldt_pct`` percent of it are reached, yellow up to and with a deviation of
    ``afvigelse_pct`` percent, red beyond. ``tilstande`` gives the words of the other goals their colour;
    ``ikke_opgjort`` is the state that the rule leaves blank. The two sources are those of the limits and of the words.
    """

    aar: int
    opfyldt_pct: Fraction
    afvigelse_pct: Fraction
    tilstande: Mapping[str, Farve]
    ikke_opgjort: str
    kilde_tal: Kilde
    kilde_ord: Kilde


@dataclass(frozen=True)
class Lys:
    """
    A traffic light: its colour (None is blank), the colour as a Danish word, why, and where the rule stands.

    ``afledt`` says that the light follows from the rule and is not printed.
    """

    farve: Farve | None
    ord: str
    begrundelse: str
    kilde: Kilde
    afledt: str = AFLEDT


def hent_regel(resultatpaastand: pd.DataFrame) -> Regel:
    """
    Return the rule that the table ``resultatpaastand`` holds.

    Raises KeyError where a part of the rule is missing, ValueError where its limits for yellow and red differ.
    """
    claims = paastande(resultatpaastand)
    full, yellow, red = (claims[f"regel-{part}"] for part in ("groen", "gul-afvigelse", "roed-afvigelse-over"))
    if yellow.tal != red.tal:
        raise ValueError("Reglen har ikke samme grænse for gul og rød.")
    rows = resultatpaastand.set_index("paastand_id")
    return Regel(
        aar=int(rows["aar"]["regel-groen"]),
        opfyldt_pct=_exact(full.tal),
        afvigelse_pct=_exact(yellow.tal),
        tilstande={str(rows["tekst"][f"regel-{name}-kvalitativ"]): name for name in FARVER},
        ikke_opgjort=str(rows["tekst"]["regel-blank"]),
        kilde_tal=full.kilde,
        kilde_ord=claims["regel-groen-kvalitativ"].kilde,
    )


def lys(
    art: Art,
    retning: Retning | None,
    maal_tal: float | None,
    realiseret_tal: float | None,
    *,
    regel: Regel,
    tilstand: str | None = None,
    uafklaret: str | None = None,
    enhed: str | None = None,
) -> Lys:
    """
    Return the light of one goal by the printed rule.

    A goal that is "kvantitativ" goes by its figures, in exact arithmetic on the decimals as they are printed: a result
    on the good side of the goal is no deviation, and the deviation is in percent of the goal. The others go by
    `tilstand`, one of the rule's words. It is blank when the goal is not settled (the rule's own word for it), when a
    figure, a word or the direction is missing, when the goal is zero, and when the rule has no colour for the word;
    `uafklaret` is the reason that is known beforehand, a Danish sentence. None and NaN are missing. Raises ValueError
    for another `art` or `retning`.
    """
    if art not in get_args(Art):
        raise ValueError(f"Målets art «{art}» kendes ikke.")
    if retning is not None and retning not in get_args(Retning):
        raise ValueError(f"Målets retning «{retning}» kendes ikke.")
    if tilstand == regel.ikke_opgjort:
        kilde = regel.kilde_tal if art == "kvantitativ" else regel.kilde_ord
        return _blank(uafklaret or "Målet er endnu ikke opgjort.", kilde)
    if art == "kvantitativ":
        return _by_figures(retning, _figure(maal_tal), _figure(realiseret_tal), regel, uafklaret, enhed)
    return _by_words(regel, tilstand, uafklaret)


def lys_for(maal: Mapping[Hashable, Any] | pd.Series, regel: Regel) -> Lys:
    """
    Return the light of one row of the table ``resultatmaal``.

    Blank for another year than the rule's: no rule is printed for it. Raises what `lys` does.
    """
    if int(maal["aar"]) != regel.aar:
        return _blank(f"Reglen er trykt for {regel.aar}; der er ingen for {int(maal['aar'])}.", regel.kilde_tal)
    text = {name: filled(maal[name]) for name in ("retning", "tilstand", "uafklaret", "enhed")}
    return lys(
        maal["art"],
        cast(Retning | None, text["retning"]),
        maal["maal_tal"],
        maal["realiseret_tal"],
        regel=regel,
        tilstand=text["tilstand"],
        uafklaret=text["uafklaret"],
        enhed=text["enhed"],
    )


def _by_figures(
    retning: Retning | None,
    goal: Fraction | None,
    result: Fraction | None,
    regel: Regel,
    uafklaret: str | None,
    enhed: str | None,
) -> Lys:
    if result is None:
        return _blank(uafklaret or "Der er intet realiseret tal.", regel.kilde_tal)
    if goal is None:
        return _blank(uafklaret or "Målet har intet tal.", regel.kilde_tal)
    if retning is None:
        return _blank("Det er ikke oplyst, om et større eller et mindre tal er bedre.", regel.kilde_tal)
    if goal == 0:
        return _blank("Målet er nul, så en afvigelse i procent kan ikke regnes ud.", regel.kilde_tal)

    short = goal - result if retning == "hoejere" else result - goal
    off = 100 * short / abs(goal)
    farve: Farve = "groen" if off <= 100 - regel.opfyldt_pct else "gul" if off <= regel.afvigelse_pct else "roed"
    return Lys(farve, ORD[farve], _reason(retning, goal, result, off, regel, enhed), regel.kilde_tal)


def _by_words(regel: Regel, tilstand: str | None, uafklaret: str | None) -> Lys:
    if tilstand is None:
        words = " eller ".join(f"«{word}»" for word in regel.tilstande)
        return _blank(uafklaret or f"Papiret siger ikke, om målet er {words}.", regel.kilde_ord)
    if tilstand not in regel.tilstande:
        return _blank(f"Reglen har ingen farve for «{tilstand}».", regel.kilde_ord)
    farve = regel.tilstande[tilstand]
    return Lys(farve, ORD[farve], f"Reglens ord for målet er «{tilstand}».", regel.kilde_ord)


def _reason(retning: Retning, goal: Fraction, result: Fraction, off: Fraction, regel: Regel, enhed: str | None) -> str:
    unit = f" {enhed}" if enhed else ""
    against = f"{_plain(result)} mod målet {_plain(goal)}{unit}"
    if off <= 0:
        return f"{against}: målet er nået."
    decimals = _decimals(off, (100 - regel.opfyldt_pct, regel.afvigelse_pct))
    side = "under" if retning == "hoejere" else "over"
    return f"{against}: {number(float(off), decimals)} % {side} målet."


def _decimals(value: Fraction, limits: tuple[Fraction, ...]) -> int:
    """
    As many decimals as show on which side of the limits a deviation lies.

    >>> _decimals(Fraction("10.04"), (Fraction(0), Fraction(10)))
    2
    """
    start = 0 if value.denominator == 1 else 1
    same_side = (d for d in range(start, 20) if all((round(value, d) <= limit) == (value <= limit) for limit in limits))
    return next(same_side, 20)


def _plain(value: Fraction) -> str:
    """A printed figure with its own decimals."""
    return number(float(value), next((d for d in range(20) if round(value, d) == value), 20))


def _figure(value: float | None) -> Fraction | None:
    return None if value is None or math.isnan(value) else _exact(value)


def _exact(value: float) -> Fraction:
    """The decimal number that the float stands for: 0.9 is nine tenths."""
    return Fraction(str(value))


def _blank(reason: str, kilde: Kilde) -> Lys:
    return Lys(None, ORD[None], reason, kilde)
