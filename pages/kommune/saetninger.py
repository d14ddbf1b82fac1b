"""Where kommuner stick out, in sentences: of one, from the others; of several, from each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from analytics.begreber import SPECIALER
from analytics.kommune.kommuneprofil import Kommuneprofil
from analytics.kommune.maaltal import Maaltal
from analytics.kommune.rygrad import Kontrast, Rygrad, Udsving, kontraster, udsving
from pages.drawing import standing
from pages.reading import queries

WORDS = 12
"""A headline has no more words than this."""
_NOTHING = "{} skiller sig ikke ud i noget af det, der kan sammenlignes"


def of(rygrad: Rygrad, profiler: Sequence[Kommuneprofil]) -> list[str]:
    """Return the sentences, the most telling first; the first is short enough to be a headline."""
    kommuner, kommune_af = [profil.kommune_id for profil in profiler], queries.kommune_of()
    if len(profiler) == 1:
        (profil,) = profiler
        said = [list(_sticks_out(each)) for each in udsving(rygrad, profil.kommune_id, kommune_af)]
        if not said:
            return [_NOTHING.format(profil.navn)]
    else:
        said = [list(_differ(each)) for each in kontraster(rygrad, kommuner, kommune_af)]
        if not said:
            return ["Kommunerne skiller sig ikke fra hinanden i noget af det, der kan sammenlignes"]
    first, *others = said
    headline = next((each for each in first[1:] if _words(each) <= WORDS), first[-1])
    return [headline, *(whole for whole, *_ in others)]


def _sticks_out(each: Udsving) -> Iterator[str]:
    """The sentence of where a kommune sticks out, whole and ever shorter."""
    measure, where = each.af.maal, each.placering
    begun = f"{place(each.af, each.sted)} {standing.says(measure, where)}"
    of_which = _of_which(each.af)
    shared = f", {standing.shared(where)}" if where.delt > 1 else ""
    figure = standing.written(measure, each.vaerdi)
    among = "" if where.yderst else f" af {where.antal}"
    yield f"{begun}{among}{of_which}{shared}: {figure}"
    yield f"{begun}{of_which}{shared}: {figure}"
    yield f"{begun}{of_which}{shared}"


def _differ(each: Kontrast) -> Iterator[str]:
    """The sentence of where kommuner differ, whole and shorter."""
    measure = each.af.maal
    low = f"{place(each.af, each.lavest)} {measure.skrevet(each.lavest_vaerdi, fortegn=True)}"
    high = f"{place(each.af, each.hoejest)} {measure.skrevet(each.hoejest_vaerdi, enhed=True, fortegn=True)}"
    compared = f"{standing.ends(measure).compared}{_of_which(each.af)}: {low} og {high}"
    yield f"Forskel i {compared}"
    yield f"Størst forskel i {compared}"
    yield f"Forskel i {compared}"


def place(of: Maaltal, sted: str) -> str:
    """Return the name of a place, an area of several with its kommune: «Valby i København»."""
    return _areas()[sted] if of.maal.geografi == "omraade" else _kommuner()[sted]


@queries.kept()
def _kommuner(of_version: str) -> Mapping[str, str]:
    return queries.kommune_names.of(of_version)


@queries.kept()
def _areas(of_version: str) -> Mapping[str, str]:
    kommune_of, kommuner = queries.kommune_of.of(of_version), queries.kommune_names.of(of_version)
    several = {each for each, areas in Counter(kommune_of.values()).items() if areas > 1}
    return {
        area: f"{name} i {kommuner[kommune_of[area]]}" if kommune_of[area] in several else name
        for area, name in queries.area_names.of(of_version).items()
    }


def _of_which(of: Maaltal) -> str:
    return f" ({SPECIALER[of.speciale].split()[0].lower()})" if of.maal.efter_speciale else ""


def _words(text: str) -> int:
    """How many words a text has; figures are none."""
    return len([word for word in text.split() if any(map(str.isalpha, word))])
