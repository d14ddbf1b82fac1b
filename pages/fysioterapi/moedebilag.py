"""
Mødebilag: a scenario on one A4 page, as a PDF that is tagged, titled and in Danish.

`build` fills the page's content from a scenario; `make_pdf` sets it with typst and the template beside this file.
Neither knows Streamlit, and nothing is fetched: the font comes with the package `font-source-sans-pro`.
"""

from __future__ import annotations

import io
import json
import math
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from importlib.resources import files
from pathlib import Path
from string import punctuation
from typing import Any
from urllib.parse import quote

import pandas as pd
import segno
import typst

from analytics.classes import Classes
from analytics.grundlag import GRUNDKAPACITETER, RAEKKER, Budget, Floats, Grundlag
from analytics.measures import MEASURES, SPECIALER, Reference
from analytics.noegletal import Forbrug, Noegletal, Sammenligning, forbrug, sammenlign
from analytics.regler import Kobling, kontroller
from analytics.scenarie import Regning, Scenarie, regn
from analytics.scenarietekst import forslaget_er_vaegtet
from analytics.tal import kapaciteter
from analytics.vaegte import Vaegte
from data import package
from geo.tiles import tiles
from pages.faelles import scales, theme
from pages.faelles.numbers import as_printed, day, number

TEMPLATE = Path(__file__).with_suffix(".typ")
_MEASURE = MEASURES["borgere-pr-kapacitet"]
"""What the tile maps show, in the classes of the page's own: those of the figures before the scenario."""

LONGEST_TITLE = 90
LONGEST_NAME = 28
LONGEST_LINK = 400
"""Characters; a longer link can be clicked and scanned, but is cut where it is written."""
MILLION = 1_000_000

_ALLOWED = re.compile("[^ -~\N{NO-BREAK SPACE}-\u017e–—‘’“”„•…‰€−▲]|\N{SOFT HYPHEN}")
"""What the font cannot write, or what cannot be seen."""


@dataclass(frozen=True)
class Celle:
    """A key figure, and the area that has it or nothing."""

    tal: str
    hvem: str = ""


@dataclass(frozen=True)
class Noegleraekke:
    """A key figure with nothing new, in the proposal and in the scenario."""

    hvad: str
    uden: Celle
    forslag: Celle
    nu: Celle


@dataclass(frozen=True)
class Tal:
    """An area's figures in a speciale: new capacities, citizens per capacity before and after, change in percent."""

    nye: str
    foer: str
    efter: str
    aendring: str


@dataclass(frozen=True)
class Raekke:
    """An area, or the region, with its figures in each speciale."""

    omraade: str
    specialer: tuple[Tal, ...]


@dataclass(frozen=True)
class Budgetlinje:
    """How much of a budget is used, in words and as a share (above 1 when more is given than there is)."""

    speciale: str
    farve: str
    brugt: str
    tilbage: str
    andel: float
    over: bool


@dataclass(frozen=True)
class Flise:
    """A tile: its place in the grid, what is written on it, its colours, and whether the area is given anything."""

    kolonne: int
    raekke: int
    forkortelse: str
    tal: str
    farve: str
    skrift: str
    nyt: bool


@dataclass(frozen=True)
class Forklaring:
    """An entry of a map's legend; without colour it explains the frame around the areas that are given anything."""

    farve: str
    tekst: str


@dataclass(frozen=True)
class Kort:
    """A tile map with its heading and its colour, its text and its legend, and what is read aloud."""

    titel: str
    farve: str
    tekst: str
    alt: str
    fliser: tuple[Flise, ...]
    forklaring: tuple[Forklaring, ...]


@dataclass(frozen=True)
class Speciale:
    """What the page has of a speciale: its name and colour, its key figures, and the maps before and after."""

    navn: str
    farve: str
    noegletal: tuple[Noegleraekke, ...]
    korttitel: str
    kort: tuple[Kort, Kort]


@dataclass(frozen=True)
class Moedebilag:
    """All that stands on the page, worded and formatted; `regelbrud` are shortened to what there is room for."""

    titel: str
    dato: date
    fund: str
    grundlag: str
    antagelser: str
    tabeltitel: str
    tabelnote: str
    raekker: tuple[Raekke, ...]
    region: Raekke
    specialer: tuple[Speciale, ...]
    budget: tuple[Budgetlinje, ...]
    regelbrud: tuple[str, ...]
    ingen_regelbrud: str
    noter: tuple[str, ...]
    link: str


def make_pdf(indhold: Moedebilag) -> bytes:
    """
    Return the page as a PDF: one A4 page, PDF/UA-1, with the same bytes for the same content.

    Characters that the font does not have, such as emoji, are left out. Raises typst.TypstError if the template fails.
    """
    return typst.compile(
        TEMPLATE,
        root=TEMPLATE.parent,
        font_paths=_fonts(),
        sys_inputs={"data": json.dumps(_data(indhold), ensure_ascii=False)},
        pdf_standards="ua-1",
        timestamp=datetime.combine(indhold.dato, time(), UTC),
    )


@cache
def _fonts() -> typst.Fonts:
    folder = files("font_source_sans_pro") / "files"
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])


def _data(content: Moedebilag) -> dict[str, Any]:
    """Everything that the template reads: the content, and what follows from it."""
    data: dict[str, Any] = _writable(asdict(content) | {"dato": day(content.dato)})
    data["titel"] = _cut(data["titel"] or "Uden navn", LONGEST_TITLE)
    for row in data["raekker"]:
        row["omraade"] = _cut(row["omraade"], LONGEST_NAME)
    link, broken = quote(content.link, safe=punctuation), len(data["regelbrud"])
    return data | {
        "link": link,
        "rubrik": "Mødebilag · Nye kapaciteter i fysioterapi",
        "dokumenttitel": f"Mødebilag, nye kapaciteter i fysioterapi: {data['titel']}",
        "regeltitel": f"{broken} {'regel' if broken == 1 else 'regler'} brydes",
        "linktekst": link if len(link) <= LONGEST_LINK else f"{_cut(link, LONGEST_LINK)} (forkortet her)",
        "qr": _qr_code(link),
        "farver": {
            "tekst": theme.colour("textColor"),
            "graa": theme.colour("grayTextColor"),
            "streg": theme.colour("borderColor"),
            "accent": theme.colour("primaryColor"),
            "alarm": theme.colour("redTextColor"),
        },
    }


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def _writable(value: Any) -> Any:
    """The same content with every text in characters that the font has."""
    if isinstance(value, str):
        spaced = re.sub("[\0-\x20\x7f-\x9f]+", " ", unicodedata.normalize("NFC", value))
        return re.sub(" +", " ", _ALLOWED.sub("", spaced)).strip()
    if isinstance(value, Mapping):
        return {name: _writable(each) for name, each in value.items()}
    return [_writable(each) for each in value] if isinstance(value, (list, tuple)) else value


def _qr_code(link: str) -> str:
    """The link as a drawing (SVG), or nothing where there is no link or it is too long for a QR code."""
    if not link:
        return ""
    try:
        code = segno.make(link, error="m", micro=False)
    except segno.DataOverflowError:
        return ""
    drawing = io.BytesIO()
    code.save(drawing, kind="svg", border=0, dark=theme.colour("textColor"))
    return drawing.getvalue().decode()


def build(
    scenarie: Scenarie,
    grundlag: Grundlag,
    navn: str,
    link: str,
    dato: date,
    graenser: Mapping[int, float] | None = None,
    kobling: Kobling = "begge",
) -> Moedebilag:
    """
    Return the page of a scenario.

    `navn` is the scenario's name, `link` opens it, and `dato` is the day that the page is made. `graenser` are limits
    in citizens per capacity by speciale, `kobling` how the rule about the two specialer is read. Raises ValueError for
    an area or a speciale that the grundlag does not have.
    """
    result = regn(scenarie, grundlag)
    compared = sammenlign(scenarie, grundlag, graenser)
    broken = sorted(kontroller(scenarie, grundlag, kobling), key=lambda each: each.omraade_id is not None)
    given = [omraade for omraade in grundlag.omraader if result.tillaeg[:, grundlag.plads[omraade]].any()]
    rest = len(grundlag.omraader) - len(given)
    return Moedebilag(
        titel=navn,
        dato=dato,
        fund=" ".join(
            _finding(speciale, compared[speciale].uden, compared[speciale].nu, grundlag) for speciale in RAEKKER
        ),
        grundlag=(
            f"Set med befolkningen i {scenarie.aar} (bilag 3). Før er {GRUNDKAPACITETER[scenarie.grundkapacitet]}; "
            "efter er den samme kapacitet og de nye."
        ),
        antagelser=_assumptions(scenarie.vaegte),
        tabeltitel="Områder, der får nyt: kapaciteter, og borgere pr. kapacitet før og efter"
        if given
        else "Ingen områder får nyt",
        tabelnote=f"De øvrige {rest} områder er uændrede." if given and rest else "",
        raekker=tuple(_area(omraade, result, grundlag) for omraade in given),
        region=_region(result),
        specialer=tuple(_speciale(speciale, result, compared[speciale], scenarie, grundlag) for speciale in RAEKKER),
        budget=tuple(line for used in forbrug(scenarie, grundlag).values() for line in _budget(used)),
        regelbrud=tuple(map(str, broken)),
        ingen_regelbrud="Scenariet bryder ingen af papirernes regler.",
        noter=tuple(_notes(scenarie, grundlag)),
        link=link,
    )


def _finding(speciale: int, before: Noegletal, now: Noegletal, grundlag: Grundlag) -> str:
    worst, name = _per(now.vaerst), grundlag.navne[now.vaerst_omraade]
    if (before.vaerst_omraade, before.vaerst) == (now.vaerst_omraade, now.vaerst):
        return f"I speciale {speciale} er {name} fortsat ringest dækket med {worst} borgere pr. kapacitet."
    return (
        f"I speciale {speciale} går det ringest dækkede områdes tal fra {_per(before.vaerst)} "
        f"({grundlag.navne[before.vaerst_omraade]}) til {worst} ({name}) borgere pr. kapacitet."
    )


def _area(omraade: str, result: Regning, grundlag: Grundlag) -> Raekke:
    at = grundlag.plads[omraade]
    columns = zip(result.tillaeg[:, at], result.pr_foer[:, at], result.pr[:, at], strict=True)
    return Raekke(grundlag.navne[omraade], tuple(_figures(*map(float, column)) for column in columns))


def _region(result: Regning) -> Raekke:
    people = result.vejede.sum()
    sums = (result.tillaeg.sum(axis=1), people / result.foer.sum(axis=1), people / result.kapacitet.sum(axis=1))
    return Raekke("Region Hovedstaden", tuple(_figures(*map(float, column)) for column in zip(*sums, strict=True)))


def _figures(given: float, before: float, after: float) -> Tal:
    known = _is_figure(before) and _is_figure(after)
    change = number(100 * (after / before - 1), 1, sign=True) if known else "–"
    return Tal(kapaciteter(given), _per(before), _per(after), change)


def _is_figure(value: float) -> bool:
    return math.isfinite(value) and value > 0


def _per(value: float) -> str:
    """Citizens per capacity; where there is no capacity there is no such figure."""
    return number(value) if _is_figure(value) else "ingen"


def _speciale(
    speciale: int, result: Regning, compared: Sammenligning, scenarie: Scenarie, grundlag: Grundlag
) -> Speciale:
    row = RAEKKER.index(speciale)
    before, after = result.pr_foer[row], result.pr[row]
    known = pd.Series([float(v) for v in before if _is_figure(v)])
    classes, colours = scales.shades(_MEASURE, known, Reference(0.0, ""))
    legend = tuple(Forklaring(colour or "", text) for colour, text in scales.legend(_MEASURE, classes, colours, None))
    name = f"speciale {speciale}, {SPECIALER[speciale].lower()}"

    def one(title: str, colour: str, what: str, per: Floats, figures: Noegletal, given: Floats) -> Kort:
        frame = (Forklaring("", "får nyt i specialet"),) if given.any() else ()
        return Kort(
            titel=title,
            farve=colour,
            tekst=f"{what}. Regionen: {_per(figures.region)}",
            alt=(
                f"Flisekort over borgere pr. kapacitet i {name}, {title.lower()}, {scenarie.aar}. Ringest dækket er "
                f"{grundlag.navne[figures.vaerst_omraade]} med {_per(figures.vaerst)}, bedst "
                f"{grundlag.navne[figures.bedst_omraade]} med {_per(figures.bedst)}; regionen {_per(figures.region)}."
            ),
            fliser=tuple(_tile(o, per, given, classes, colours, grundlag) for o in grundlag.omraader),
            forklaring=(*legend, *frame),
        )

    nothing = 0 * result.tillaeg[row]
    return Speciale(
        navn=f"Speciale {speciale}",
        farve=theme.SPECIALE[speciale],
        noegletal=tuple(_key_figures(compared, grundlag)),
        korttitel=f"{name.capitalize()}: borgere pr. kapacitet i {scenarie.aar}",
        kort=(
            one("Før", theme.colour("grayTextColor"), "Uden nye", before, compared.uden, nothing),
            one("Efter", theme.SPECIALE[speciale], "Med de nye", after, compared.nu, result.tillaeg[row]),
        ),
    )


def _tile(
    omraade: str, per: Floats, given: Floats, classes: Classes, colours: Sequence[str], grundlag: Grundlag
) -> Flise:
    at, tile = grundlag.plads[omraade], tiles()[omraade]
    value = float(per[at])
    colour = colours[classes.of(value)] if _is_figure(value) else theme.UNKNOWN
    return Flise(
        kolonne=tile.kolonne,
        raekke=tile.raekke,
        forkortelse=tile.forkortelse,
        tal=_per(value),
        farve=colour,
        skrift=theme.on(colour),
        nyt=bool(given[at]),
    )


def _key_figures(compared: Sammenligning, grundlag: Grundlag) -> Iterator[Noegleraekke]:
    def row(what: str, cell: Callable[[Noegletal], Celle]) -> Noegleraekke:
        return Noegleraekke(what, cell(compared.uden), cell(compared.forslag), cell(compared.nu))

    yield row(
        "Ringest dækket område",
        lambda each: Celle(_per(each.vaerst), grundlag.navne[each.vaerst_omraade]),
    )
    yield row(
        f"Borgere i områder over {number(compared.nu.graense)}",
        lambda each: Celle(number(each.borgere_over), _areas(len(each.over_graense))),
    )
    yield row("Ringest ift. bedst dækket", lambda each: Celle(f"{number(each.forhold, 1)} gange"))
    yield row("Ulighed (Gini)", lambda each: Celle(number(each.gini, 3)))
    yield row("Regionens gennemsnit", lambda each: Celle(_per(each.region)))


def _areas(count: int) -> str:
    return f"{count} {'område' if count == 1 else 'områder'}"


def _budget(used: Forbrug) -> Iterator[Budgetlinje]:
    budget = used.budget
    yield Budgetlinje(
        speciale=f"Speciale {budget.speciale}",
        farve=theme.SPECIALE[budget.speciale],
        brugt=f"{kapaciteter(used.brugt)} af {kapaciteter(budget.til_nye)} kapaciteter",
        tilbage=_left(used.tilbage, kapaciteter(abs(used.tilbage))),
        andel=used.brugt / budget.til_nye,
        over=used.tilbage < 0,
    )
    yield Budgetlinje(
        speciale="",
        farve=theme.SPECIALE[budget.speciale],
        brugt=f"{number(used.brugt_kr / MILLION, 2)} af {as_printed(budget.ramme_kr / MILLION)} mio. kr.",
        tilbage=_left(used.tilbage_kr, f"{number(abs(used.tilbage_kr) / MILLION, 2)} mio. kr."),
        andel=used.brugt_kr / budget.ramme_kr,
        over=used.tilbage_kr < 0,
    )


def _left(left: float, text: str) -> str:
    return f"{text} for meget" if left < 0 else f"{text} tilbage"


def _notes(scenarie: Scenarie, grundlag: Grundlag) -> Iterator[str]:
    yield forslaget_er_vaegtet(grundlag)
    yield from (_budget_note(budget) for budget in grundlag.budgetter.values())
    tables = ["fysio_kapacitet", "befolkning", "fysio_forslag", "fysio_ramme"]
    if scenarie.grundkapacitet == "foer_justering":
        tables.append("fysio_forslag_effekt")
    sources = [source for source in (package.table(name).source for name in tables) if source is not None]
    printed = "; ".join(f"{each.table}, linje {_lines(each.lines)}" for each in sources)
    yield f"Kilde: {sources[0].title} ({sources[0].kilde_id}): {printed}. Resten er beregnet af KKR Overblik."


def _budget_note(budget: Budget) -> str:
    text = (
        f"Speciale {budget.speciale}: af højst {kapaciteter(budget.hoejst)} kapaciteter er "
        f"{as_printed(budget.reserveret)} reserveret til opjustering ({budget.kilde_hoejst}, "
        f"{budget.kilde_reserveret.kilde_linje}). Kroner er ved fuld udnyttelse, i oktober 2023-niveau "
        f"({budget.kilde_tilskud}; rammen linje {budget.kilde_ramme.kilde_linje})."
    )
    if budget.ramme_i_forslag_kr == budget.ramme_kr:
        return text
    other = as_printed(budget.ramme_i_forslag_kr / MILLION)
    return f"{text} Et andet sted nævner kilden {other} mio. kr. ({budget.kilde_ramme_i_forslag})."


def _lines(lines: Sequence[tuple[int, int]]) -> str:
    return ", ".join(f"{first}-{last}" for first, last in lines)


def _assumptions(weights: Vaegte | None) -> str:
    if weights is None:
        return ""
    parts = []
    if weights.socialgruppe:
        added = ", ".join(as_printed(percent) for percent in weights.procent)
        parts.append(f"kommunesocialgruppe for {len(weights.socialgruppe)} kommuner (gruppe 1-4: {added} % mere)")
    if weights.behov:
        parts.append(f"behov efter alder for {_areas(len(weights.behov))}")
    return (
        f"Dine antagelser: borgerne er vægtet med {' og '.join(parts) or '0 %'}. Det står ikke i kilden. "
        "Borgere i områder over grænsen er talt uden vægte."
    )
