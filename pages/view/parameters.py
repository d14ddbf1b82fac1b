"""
Every parameter that a link can hold: its name, its label, what it may be, and what holds without it.

Values in links are short ASCII and mean what they say. `view` reads and writes them; a page that needs a new control
adds its parameter here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from analytics import papirer
from analytics.begreber import FIRST_YEAR, LAST_YEAR, SPECIALER
from analytics.kapacitet.maal import MEASURES
from analytics.kommune.kommunetal import AKTIVITETER, BEGGE, I_ALT, deltagelsesaar, sosu_tider
from analytics.scenarie.kode import FLEST, LAENGST, OMRAADER, afkod
from dansk import alfabet, dato, tal
from pages.reading import queries

Options = Mapping[str, str]
"""What can be chosen: the value in the link, and what people read."""


@dataclass(frozen=True)
class Choice:
    """
    One of several: its name in the link, its label, what can be chosen, and what holds without a link.

    The default may follow the data, as the newest year does.
    """

    navn: str
    label: str
    options: Callable[[], Options]
    default: str | Callable[[], str]

    def allows(self, raw: str) -> bool:
        """Say whether a link may hold that value."""
        return raw in self.options()

    def shown(self, chosen: str) -> Options:
        """Return what the control offers while that is chosen."""
        return self.options()


@dataclass(frozen=True)
class Whole:
    """A whole number between two bounds; the default may lie outside them, and then means that none is chosen."""

    navn: str
    label: str
    low: int
    high: int
    default: int

    def allows(self, raw: str) -> bool:
        """Say whether a link may hold that value."""
        whole = raw.isascii() and raw.isdigit() and len(raw) < 10
        return whole and (self.low <= int(raw) <= self.high or int(raw) == self.default)


@dataclass(frozen=True)
class Tenths:
    """A number from 0 to `high` with at most one decimal, as a slider for new capacity has it; 0 without a link."""

    navn: str
    omraade_id: str
    speciale: int
    high: int = 10
    default: str = "0"

    @property
    def label(self) -> str:
        """What people read: the area's name and the speciale."""
        return f"Nye kapaciteter i {queries.area_names()[self.omraade_id]}, speciale {self.speciale},"

    def allows(self, raw: str) -> bool:
        """Say whether a link may hold that value."""
        return re.fullmatch(r"[0-9]{1,2}(\.[0-9])?", raw, re.ASCII) is not None and float(raw) <= self.high


@dataclass(frozen=True)
class Text:
    """Free text of some length, as in a search field."""

    navn: str
    label: str
    longest: int
    default: str = ""

    def allows(self, raw: str) -> bool:
        """Say whether a link may hold that value."""
        return len(raw) <= self.longest and raw.isprintable()


@dataclass(frozen=True)
class Many(Choice):
    """Any number of several, or at most `most`, in a link divided by full stops."""

    default: str = ""
    most: int | None = None

    def allows(self, raw: str) -> bool:
        """Say whether a link may hold that value: each at most once."""
        parts, most = raw.split("."), self.most or len(self.options())
        return raw == "" or (len(parts) == len(set(parts)) <= most and set(parts) <= set(self.options()))


@dataclass(frozen=True)
class Day(Choice):
    """A day: one of several with a name, or any other from the first paper's year until today."""

    def allows(self, raw: str) -> bool:
        """Say whether a link may hold that value: a name, or a day as `2024-04-19`."""
        if raw in self.options():
            return True
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", raw, re.ASCII):
            return False
        try:
            day = date.fromisoformat(raw)
        except ValueError:
            return False
        return queries.first_paper().replace(month=1, day=1) <= day <= date.today()

    def shown(self, chosen: str) -> Options:
        """Return what the control offers: the days with a name, and the chosen one where it has none."""
        named = self.options()
        return named if chosen in named else {**named, chosen: dato.day(date.fromisoformat(chosen))}


@dataclass(frozen=True)
class Code:
    """Scenarios as a code (`analytics.scenariekode`), at most `most` of them."""

    navn: str
    label: str
    most: int
    default: str = ""

    def allows(self, raw: str) -> bool:
        """Say whether a link may hold that value: a code that can be read whole."""
        scenarios, unreadable = afkod(raw)
        return raw == "" or (not unreadable and len(scenarios) <= self.most)


Parameter = Choice | Whole | Tenths | Text | Code


def without_link(parameter: Parameter) -> str:
    """Return what holds of a parameter without a link."""
    default = parameter.default
    return str(default() if callable(default) else default)


def _newest(navn: str, label: str, options: Callable[[], Options]) -> Choice:
    """One of several times, newest first: the newest holds without a link."""
    return Choice(navn, label, options, lambda: next(iter(options())))


def _all_and(names: Callable[[], Options], everything: str) -> Callable[[], Options]:
    return lambda: {"alle": everything, **names()}


def _table_names() -> Options:
    return {table.name: table.title for table in queries.descriptions() if table.name in queries.tables()}


def _result_themes() -> Options:
    return {alfabet.slug(theme): theme for theme in dict.fromkeys(queries.tables()["resultatmaal"]["tema"])}


def _finding_ids() -> Options:
    return {"ingen": "Ingen valgt", **{i: i for i in queries.findings()["afvigelse_id"]}}


def _measure_names() -> Options:
    frame = queries.tables()["mobilitet_indsats"].sort_values("indsats_nr")
    return {str(nr): f"{nr} {name}" for nr, name in zip(frame["indsats_nr"], frame["navn"], strict=True)}


def _themes() -> Options:
    return {alfabet.slug(theme): theme for theme in dict.fromkeys(queries.tables()["mobilitet_indsats"]["tema"])}


def _goals() -> Options:
    frame = queries.tables()["pejlemaerke"].sort_values("nr")
    return dict(zip(frame["pejlemaerke_id"], frame["navn"], strict=True))


STARS = range(1, 6)
GOALS = range(1, 7)
"""The six pejlemærker by number."""
WEIGHTS = range(11)
"""What a pejlemærke may weigh."""
AMOUNTS = range(81)
"""What a package may cost, mia. kr."""


def weight_name(nr: int) -> str:
    """Return the name of a pejlemærke's weight in a link, e.g. `vaegt-1`."""
    return f"vaegt-{nr}"


def _projects(omraade: str) -> Callable[[], Options]:
    def names() -> Options:
        projects = queries.tables()["vip_projekt"]
        own = projects[projects["omraade"] == omraade].sort_values("nr")
        return {row.projekt_id: f"{row.nr} {row.kort_navn}" for row in own.itertuples()}

    return _all_and(names, "Alle projekter")


def _as_it_stood() -> Options:
    """Today, and the last day of each paper that the boards rest on, by the meeting or the year that it is from."""
    today = date.today()
    papers = {
        papirer.sidste_dag(paper.dato.date(), paper.dato_praecision): _when(paper)
        for paper in reversed(papirer.dokumenter(queries.tables()))
    }
    return {"i-dag": "I dag", **{day.isoformat(): words for day, words in papers.items() if day <= today}}


def _when(paper: Any) -> str:
    when = dato.day(paper.dato, paper.dato_praecision)
    at_meeting = paper.dato_praecision == "dag" and str(paper.moede).startswith("KKR")
    return f"På KKR-mødet {when}" if at_meeting else f"Papirerne fra {when} ({paper.kilde_id})"


def slider_name(omraade_id: str, speciale: int) -> str:
    """Return the name of a slider for new capacity in a link, e.g. `k51-valby`."""
    return f"k{speciale}-{omraade_id}"


def _orders(*columns: str) -> Options:
    return {f"{column}-{way}": f"{column}, {words}" for column in columns for way, words in _WAYS.items()}


_LEAST = range(1, 31)
_WAYS = {"op": "stigende", "ned": "faldende"}

_PARAMETERS = (
    Choice("maal", "Mål", lambda: {m.id: m.navn for m in MEASURES.values()}, "borgere-pr-kapacitet"),
    Choice(
        "speciale",
        "Speciale",
        lambda: {str(n): f"{n} {name.split()[0].lower()}" for n, name in SPECIALER.items()},
        "51",
    ),
    Whole("aar", "År", FIRST_YEAR, LAST_YEAR, FIRST_YEAR),
    Choice(
        "planomraade",
        "Planområde",
        _all_and(lambda: {p: p.capitalize() for p in ("bornholm", "byen", "midt", "nord", "syd")}, "Hele regionen"),
        "alle",
    ),
    Choice("kommune", "Kommune", _all_and(queries.kommune_names, "Alle kommuner"), "alle"),
    Choice("omraade", "Område", lambda: {"ingen": "Intet valgt", **queries.area_names()}, "ingen"),
    Choice("billede", "Billede", lambda: {"fliser": "Flisekort", "kort": "Kort"}, "fliser"),
    Choice("cirkler", "På kortet", lambda: {"nej": "Tal", "ja": "Antal klinikker"}, "nej"),
    Choice("visning", "Visning", lambda: {"normal": "Normal", "projektor": "Projektor"}, "normal"),
    Choice("tabel", "Tabel", _all_and(_table_names, "Alle tabeller"), "alle"),
    Choice(
        "art",
        "Slags",
        lambda: {
            "alle": "Alle",
            "modstrid": "Modstrid",
            "trykfejl": "Trykfejl",
            "andet_grundlag": "Andet grundlag",
        },
        "alle",
    ),
    Choice("afvigelse", "Afvigelse", _finding_ids, "ingen"),
    Choice("orden", "Orden", lambda: _orders("vaerdi", "navn", "plads"), "vaerdi-ned"),
    Choice(
        "sortering",
        "Sortering",
        lambda: _orders("forskel", "sted", "art", "trykt", "genberegnet"),
        "forskel-ned",
    ),
    Text("soeg", "Søg", 60),
    Choice(
        "emne",
        "Emne",
        lambda: {"maal": "Resultatmål", "kommuner": "Kommuner", "sosu": "SOSU"},
        "maal",
    ),
    Choice("maaltema", "Tema", _all_and(_result_themes, "Alle temaer"), "alle"),
    Choice("aktivitet", "Aktivitet", lambda: AKTIVITETER, I_ALT),
    Choice("uddannelse", "Uddannelse", lambda: {BEGGE: "Begge", "ssa": "Assistenter", "ssh": "Hjælpere"}, BEGGE),
    _newest("deltagelsesaar", "År", lambda: {str(aar): str(aar) for aar in deltagelsesaar(queries.tables())}),
    _newest("tid", "År", lambda: sosu_tider(queries.tables())),
    Choice("opgjort", "Opgjort", lambda: {"antal": "Antal", "pr-1000": "Pr. 1.000 borgere"}, "antal"),
    Choice(
        "udgangspunkt",
        "Udgangspunkt",
        lambda: {"forslag": "Forvaltningens forslag", "ingen": "Ingen nye kapaciteter"},
        "forslag",
    ),
    Choice(
        "grund",
        "Kapacitet i dag",
        lambda: {"tabel-3-4": "Tabel 3 og 4", "foer-justering": "Før justering i tabel 11 og 12"},
        "tabel-3-4",
    ),
    Choice(
        "kobling",
        "Regel om de to specialer",
        lambda: {"begge": "Mindst 0,1 af begge", "kun-62": "Nyt i 62 kræver nyt i 51"},
        "begge",
    ),
    Choice(
        "figur",
        "Figur",
        lambda: {
            "foer-efter": "Før og efter",
            "fliser": "Flisekort",
            "kort": "Kort",
            "udvikling": "Udvikling",
            "noegletal": "Nøgletal",
            "optimum": "Bedst mulige",
            "scenarier": "A-D",
        },
        "foer-efter",
    ),
    Choice("vis", "Vis", lambda: {"resultat": "Resultat", "aendring": "Ændring"}, "resultat"),
    Whole("graense51", "Grænse, speciale 51", 1000, 30000, 0),
    Whole("graense62", "Grænse, speciale 62", 1000, 30000, 0),
    Choice("mindst", "Mindst, hvor der gives", lambda: {f"{n / 10}": tal.number(n / 10, 1) for n in _LEAST}, "0.1"),
    Whole("steder", "Højst så mange steder", 1, len(OMRAADER), len(OMRAADER)),
    Many("udelad", "Udelad (et område, hvor kommunen siger nej)", queries.area_names),
    Many("fasthold", "Fasthold skyderne for", queries.area_names),
    Text("titel", "Mødebilagets titel", 60, "Scenarie for nye kapaciteter"),
    Many("kommuner", "Sammenlign med", queries.kommune_names, most=5),
    Choice(
        "afsnit",
        "Afsnit",
        lambda: {
            "fysioterapi": "Fysioterapi",
            "forslag": "Forslag og scenarie",
            "projekter": "VIP-projekter",
            "erhverv": "Erhvervshus",
            "sosu": "SOSU-lærepladser",
            "mobilitet": "Mobilitet",
        },
        "fysioterapi",
    ),
    Choice("indsats", "Indsats", _measure_names, "1"),
    Choice(
        "fane",
        "Visning af indsatserne",
        lambda: {"oversigt": "Oversigt", "side": "Side om side", "regn": "Regn med dine egne vægte"},
        "oversigt",
    ),
    Choice("tema", "Tema", _all_and(_themes, "Alle temaer"), "alle"),
    Choice("pejlemaerke", "Pejlemærke", _all_and(_goals, "Alle pejlemærker"), "alle"),
    Choice("stjerner", "Mindst", lambda: {str(n): f"{n} {'stjerne' if n == 1 else 'stjerner'}" for n in STARS}, "1"),
    Choice("pris", "Anlægspris", lambda: {"alle": "Alle", "kendt": "Kendt"}, "alle"),
    Choice("grupper", "Rækkefølge", lambda: {"nej": "Samlet", "ja": "Efter tema"}, "nej"),
    Choice("matrix", "Orden i oversigten", lambda: _orders("nr", *_goals(), "pris"), "nr-op"),
    Many("sammen", "Indsatser side om side", _measure_names, ""),
    Choice(
        "regn",
        "Beregning",
        lambda: {"rang": "Rangorden", "afgoer": "Hvad afgør det?", "pris": "Pris mod effekt", "pakke": "Pakke"},
        "rang",
    ),
    *(Whole(weight_name(nr), f"Vægt på pejlemærke {nr}", WEIGHTS[0], WEIGHTS[-1], 5) for nr in GOALS),
    Whole("naer", "Så tæt på dine vægte", 1, 100, 30),
    Whole("bedste", "Blandt de bedste", 1, 10, 5),
    Whole("beloeb", "Beløb i mia. kr.", AMOUNTS[0], AMOUNTS[-1], 10),
    Choice("prisniveau", "Regn med", lambda: {"hoej": "Den høje pris", "lav": "Den lave pris"}, "hoej"),
    Many("pakke", "Indsatser i pakken", _measure_names, ""),
    Day("dato", "Som det stod", _as_it_stood, "i-dag"),
    Choice("klimaprojekt", "Projekt", _projects("klima"), "alle"),
    Choice("infraprojekt", "Projekt", _projects("infrastruktur"), "alle"),
    Choice(
        "klimatavle",
        "Tavle",
        lambda: {"projekter": "Projekter", "maal": "Mål", "kommuner": "Kommuner", "tidslinje": "Tidslinje"},
        "projekter",
    ),
    Choice(
        "klimaafsnit",
        "Afsnit",
        lambda: {"maal": "Mål og resultat", "status": "Status", "fremad": "Fremad", "kommuner": "Kommuner"},
        "maal",
    ),
    Choice(
        "infratavle",
        "Tavle",
        lambda: {"priser": "Priser", "projekter": "Projekter", "tidslinje": "Tidslinje"},
        "priser",
    ),
    Text("scenarie", "Scenarie", LAENGST),
    Code("gemt", "Gemte scenarier", FLEST - 1),
    Code("vaegte", "Vægte", 1),
    *(Tenths(slider_name(omraade, speciale), omraade, speciale) for omraade in OMRAADER for speciale in SPECIALER),
)

PARAMETERS: Mapping[str, Parameter] = {parameter.navn: parameter for parameter in _PARAMETERS}
"""Every parameter by its name in the link. `v` (see `sharing`) packs them all into one."""

CODES: Mapping[str, str] = {
    "maal": "m",
    "speciale": "s",
    "aar": "a",
    "planomraade": "p",
    "kommune": "k",
    "omraade": "o",
    "billede": "b",
    "cirkler": "c",
    "visning": "v",
    "tabel": "t",
    "art": "r",
    "afvigelse": "f",
    "orden": "n",
    "sortering": "q",
    "soeg": "z",
    "kobling": "l",
    "figur": "u",
    "vis": "i",
    "graense51": "g5",
    "graense62": "g6",
    "scenarie": "e",
    "mindst": "d",
    "steder": "st",
    "udelad": "x",
    "fasthold": "y",
    "titel": "ti",
    "kommuner": "km",
    "afsnit": "af",
    "indsats": "in",
    "fane": "fa",
    "tema": "te",
    "pejlemaerke": "pm",
    "stjerner": "sj",
    "pris": "pr",
    "grupper": "gr",
    "matrix": "mx",
    "sammen": "sm",
    "regn": "re",
    **{weight_name(nr): f"w{nr}" for nr in GOALS},
    "naer": "na",
    "bedste": "be",
    "beloeb": "bl",
    "prisniveau": "pn",
    "pakke": "pa",
    "dato": "da",
    "klimaprojekt": "kp",
    "infraprojekt": "ip",
    "klimatavle": "kt",
    "infratavle": "it",
    "klimaafsnit": "ka",
    "emne": "em",
    "maaltema": "mt",
    "aktivitet": "ak",
    "uddannelse": "ud",
    "opgjort": "og",
    "deltagelsesaar": "dl",
    "tid": "td",
}
"""What a parameter is called in `v`, so that its QR code can be read from afar. Only ever added to."""

SHARED = frozenset({"kommune", "planomraade", "omraade", "visning", "speciale"})
"""The parameters that follow from page to page; every page remembers the others for itself."""

PAGE_DEFAULTS: Mapping[str, Mapping[str, str]] = {"fysioterapi-scenarie": {"aar": str(LAST_YEAR)}}
"""Where a page begins with another value than the parameter's own."""
