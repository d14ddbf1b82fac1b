"""What the checks of the papers' own sums and words have in common: their parts, and the words for the plain ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from analytics.kildekontrol.kontrol import Check, Difference, Rule
from dansk.saetning import listed
from dansk.tal import as_printed


@dataclass(frozen=True)
class Part:
    """A figure or words that a result is worked out from: what it is, as it is printed, where, and of which year."""

    hvad: str
    tal: float | None
    enhed: str | None
    tekst: str | None
    sted: str
    aar: int | None = None

    @property
    def aarstal(self) -> str:
        """A year as it is written."""
        return str(int(self.tal or 0))

    @property
    def skrevet(self) -> str:
        """The figure with its unit, or the words."""
        if self.tal is None:
            return self.tekst or ""
        return " ".join(filter(None, (as_printed(self.tal), self.enhed)))


def dele(d: Difference) -> list[Part]:
    """Return the parts in the order that they are worked with."""
    return [
        Part(
            str(each["hvad"]),
            None if each["tal"] is None else float(each["tal"]),
            each["enhed"],
            each["tekst"],
            d.sted(each["kilde_id"], each["kilde_linje"]),
            each["aar"],
        )
        for each in d.led["led"]
    ]


def med_enhed(d: Difference) -> str:
    """Return what is printed: the words, or the figure with its decimals and its unit."""
    if d.trykt_tekst:
        return d.trykt_tekst
    return " ".join(filter(None, (d.trykt_som(d.decimaler), d.enhed)))


def afsluttet(text: str) -> str:
    """
    Return a sentence with its full stop, which a unit may already have.

    >>> afsluttet("Det er 0,6 mia. kr."), afsluttet("Det er 29 kommuner")
    ('Det er 0,6 mia. kr.', 'Det er 29 kommuner.')
    """
    return text if text.endswith(".") else f"{text}."


def regnet(d: Difference, decimaler: int | None = None) -> str:
    """Return the recomputed figure with the printed one's unit, and as many decimals unless others are said."""
    return " ".join(filter(None, (d.genberegnet_som(d.decimaler if decimaler is None else decimaler), d.enhed)))


def _same_figure(d: Difference) -> str:
    other = dele(d)[0]
    return f"Et andet sted er tallet {other.skrevet} ({other.sted})."


def _same_words(d: Difference) -> str:
    other = dele(d)[0]
    return f"Et andet sted står der «{other.skrevet}» ({other.sted})."


def _sum(d: Difference) -> str:
    return afsluttet(f"{listed([part.skrevet for part in dele(d)])} giver tilsammen {regnet(d)}")


def _worked_out(d: Difference) -> str:
    return afsluttet(f"Regnet af {listed([part.skrevet for part in dele(d)])} bliver det {regnet(d, d.decimaler + 1)}")


def _between(d: Difference) -> str:
    least, most = dele(d)[:2]
    return f"Tallet må ligge fra {least.skrevet} til {most.skrevet} ({least.sted})."


def _named(d: Difference) -> str:
    return afsluttet(f"Nævnt ved navn er der {regnet(d, 0)}")


def _more_than(d: Difference) -> str:
    other = dele(d)[0]
    return f"Det er ikke flere end tallet: {other.skrevet} ({other.sted})."


def _part_of(d: Difference) -> str:
    other = dele(d)[0]
    return f"De er en del af {other.skrevet} ({other.sted})."


FAELLES: Mapping[str, Rule] = {
    "samme_tal": Rule(_same_figure, trykt_tekst=med_enhed),
    "samme_ord": Rule(_same_words, trykt_tekst=med_enhed),
    "samme_dato": Rule(_same_words, trykt_tekst=med_enhed),
    "samme_aar": Rule(_same_words, trykt_tekst=med_enhed),
    "sum": Rule(_sum, trykt_tekst=med_enhed),
    "udregnet": Rule(_worked_out, trykt_tekst=med_enhed),
    "mellem": Rule(_between, trykt_tekst=med_enhed),
    "navngivne": Rule(_named, trykt_tekst=med_enhed),
    "flere_end": Rule(_more_than, trykt_tekst=med_enhed),
    "heraf": Rule(_part_of, trykt_tekst=med_enhed),
}
"""Rules that say the same in every family."""

TOLERANCE = (
    "Forskellen skal være større, end de trykte decimaler og runde tal kan forklare. Talte tal, grænser og ord skal "
    "passe nøjagtigt."
)


def familie(navn: str, sammenligner: str, faelles: tuple[str, ...], egne: Mapping[str, Rule] | None = None) -> Check:
    """Return a family of checks of the papers' own sums: those of its rules that are common, and its own."""
    return Check(navn, sammenligner, TOLERANCE, {**{name: FAELLES[name] for name in faelles}, **(egne or {})})
