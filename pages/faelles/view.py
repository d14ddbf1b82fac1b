"""
The view is the URL: every parameter that a link can hold, and the widgets that are bound to it.

Streamlit writes a bound widget's *label* to the URL, and takes from it what it can make something of. Links of ours
hold short ASCII values and mean what they say, so a control is two widgets: an unseen text field that is bound and
carries the value, and the one that people see, which sets it. The text field is the only truth: a click on a map, a
shared link and the browser's back button all set it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from analytics.measures import FIRST_YEAR, LAST_YEAR, MEASURES, SPECIALER
from analytics.scenariekode import FLEST, LAENGST, OMRAADER, afkod
from pages.faelles import numbers, queries
from pages.faelles.components import Sorting

Options = Mapping[str, str]
"""What can be chosen: the value in the link, and what people read."""


@dataclass(frozen=True)
class Choice:
    """One of several: its name in the link, its label, what can be chosen, and what holds without a link."""

    navn: str
    label: str
    options: Callable[[], Options]
    default: str

    def allows(self, raw: str) -> bool:
        """Say whether a link may hold that value."""
        return raw in self.options()


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
class Many:
    """Any number of several, in a link divided by full stops."""

    navn: str
    label: str
    options: Callable[[], Options]
    default: str = ""

    def allows(self, raw: str) -> bool:
        """Say whether a link may hold that value."""
        return raw == "" or set(raw.split(".")) <= set(self.options())


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


Parameter = Choice | Whole | Tenths | Many | Text | Code


def _all_and(names: Callable[[], Options], everything: str) -> Callable[[], Options]:
    return lambda: {"alle": everything, **names()}


def _table_names() -> Options:
    return {table.name: table.title for table in queries.descriptions() if table.name in queries.tables()}


def _finding_ids() -> Options:
    return {"ingen": "Ingen valgt", **{i: i for i in queries.findings()["afvigelse_id"]}}


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
        },
        "foer-efter",
    ),
    Choice("vis", "Vis", lambda: {"resultat": "Resultat", "aendring": "Ændring"}, "resultat"),
    Whole("graense51", "Grænse, speciale 51", 1000, 30000, 0),
    Whole("graense62", "Grænse, speciale 62", 1000, 30000, 0),
    Choice("mindst", "Mindst, hvor der gives", lambda: {f"{n / 10}": numbers.number(n / 10, 1) for n in _LEAST}, "0.1"),
    Whole("steder", "Højst så mange steder", 1, len(OMRAADER), len(OMRAADER)),
    Many("udelad", "Udelad (et område, hvor kommunen siger nej)", queries.area_names),
    Many("fasthold", "Fasthold skyderne for", queries.area_names),
    Text("titel", "Mødebilagets titel", 60, "Scenarie for nye kapaciteter"),
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
}
"""What a parameter is called in `v`, so that its QR code can be read from afar. Only ever added to."""

SHARED = frozenset({"kommune", "planomraade", "omraade", "visning", "speciale"})
"""The parameters that follow from page to page; every page remembers the others for itself."""

PAGE_DEFAULTS: Mapping[str, Mapping[str, str]] = {"fysioterapi-scenarie": {"aar": str(LAST_YEAR)}}
"""Where a page begins with another value than the parameter's own."""

PROJECTOR_SCALE = 1.375
"""How much larger everything is on a projector."""

_REMEMBERED = "_husket"
_ON_THIS_PAGE = "_paa_siden"
_PAGE = "_side"
_BOUND = "_bundne"
_TURNED = "_sideskift"
_PACKED = "_pakket"


def turn_to(page: str) -> None:
    """Start a run of a page: forget which parameters were in use, and notice when it is another page than before."""
    st.session_state[_ON_THIS_PAGE] = []
    last = st.session_state.get(_PAGE)
    st.session_state[_TURNED] = last is not None and last != page
    st.session_state[_PAGE] = page
    if last != page:
        st.session_state[_BOUND] = set()
        st.session_state[_PACKED] = (frozenset(), {})


def check_link() -> list[str]:
    """Drop what the link holds that no control allows, and return one sentence for each part."""
    remarks = []
    for name in list(st.query_params):
        raw = st.query_params[name]
        parameter = PARAMETERS.get(name)
        if parameter is None:
            remarks.append(f"Linket indeholder «{_short(name)}», som ikke kendes. Det er sprunget over.")
        elif not parameter.allows(raw):
            remarks.append(f"{parameter.label} kan ikke være «{_short(raw)}». Standardvisningen er brugt i stedet.")
        else:
            continue
        del st.query_params[name]
    return remarks


def _short(raw: str) -> str:
    printable = "".join(character if character.isprintable() else "�" for character in raw)
    return printable if len(printable) <= 40 else printable[:40] + "…"


def _memory(name: str) -> tuple[dict[str, str], str]:
    """Return where a parameter is remembered and its key: the name where pages share it, else the page's too."""
    memory: dict[str, str] = st.session_state.setdefault(_REMEMBERED, {})
    return memory, name if name in SHARED else f"{st.session_state.get(_PAGE, '')}/{name}"


def remembered(name: str) -> str | None:
    """Return the value that the parameter last had on this page, or on any page where pages share it."""
    memory, key = _memory(name)
    return memory.get(key)


def _remember(name: str, value: str) -> None:
    memory, key = _memory(name)
    memory[key] = value


def _default(name: str) -> str:
    """Return what holds without a link: the page's own where it has one, else the parameter's."""
    own = PAGE_DEFAULTS.get(st.session_state.get(_PAGE, ""), {})
    return own.get(name, str(PARAMETERS[name].default))


def _restore(name: str) -> None:
    """Give a control that returns to the page the value that it had when the page was left."""
    if name in st.query_params:
        return
    last = remembered(name)
    turned = name not in SHARED and st.session_state[_TURNED] and name not in st.session_state[_BOUND]
    if turned or (name not in st.session_state and last is not None):
        _set(name, _default(name) if last is None else last)


def _set(name: str, value: str) -> None:
    st.session_state[name] = "" if value == _default(name) else value


def _note(name: str, value: str) -> None:
    _remember(name, value)
    st.session_state[_BOUND].add(name)
    on_page: list[str] = st.session_state[_ON_THIS_PAGE]
    if name not in on_page:
        on_page.append(name)


def value(name: str) -> str:
    """Return a parameter's value, and bind it to the link without showing a control."""
    return values((name,), key=name)[name]


def values(names: Iterable[str], key: str = "flere") -> dict[str, str]:
    """Return several parameters' values, and bind them to the link without showing controls; `key` names the group."""
    found = {}
    with st.container(key=f"baerer-{key}"):
        for name in names:
            parameter = PARAMETERS[name]
            _restore(name)
            carried = st.text_input(parameter.label, key=name, bind="query-params")
            # A link's first value reaches the field even when it was refused; then what was put in its stead holds.
            refused = bool(carried) and not parameter.allows(carried)
            found[name] = (remembered(name) if refused else carried) or _default(name)
            _note(name, found[name])
    return found


def put(name: str, wanted: str) -> None:
    """Set a parameter, as from a click; only in a callback, before the control is drawn."""
    parameter = PARAMETERS[name]
    if not parameter.allows(wanted):
        return
    _set(name, wanted)
    _remember(name, wanted)
    if name not in st.session_state[_BOUND] and wanted != _default(name):
        # A control that is not drawn yet takes its first value from here, but does not write it to the address.
        st.query_params[name] = wanted


def on_projector() -> bool:
    """Say whether the view is shown large, for a whole room."""
    return remembered("visning") == "projektor"


def _shown_changed(name: str) -> None:
    shown = st.session_state[f"_{name}"]
    put(name, _default(name) if shown is None else str(shown))


def choose(name: str, widget: Callable[..., Any] = st.selectbox, **arguments: Any) -> str:
    """Show a control for a choice (`selectbox`, `segmented_control`, `pills`, `radio`) and return what is chosen."""
    current = value(name)
    control(name, widget, **arguments)
    return current


def control(name: str, widget: Callable[..., Any] = st.selectbox, **arguments: Any) -> None:
    """Show the control of a choice whose value is already bound, as in a box that may be closed."""
    parameter = PARAMETERS[name]
    assert isinstance(parameter, Choice)
    if isinstance(arguments.get("width"), int) and on_projector():
        arguments["width"] = round(arguments["width"] * PROJECTOR_SCALE)
    options = parameter.options()
    st.session_state[f"_{name}"] = remembered(name)
    widget(
        parameter.label,
        list(options),
        format_func=lambda option: options.get(option, option),
        key=f"_{name}",
        on_change=_shown_changed,
        args=(name,),
        **arguments,
    )


def search(name: str, placeholder: str) -> str:
    """Show a search field and return what is sought."""
    current = value(name)
    text(name, placeholder=placeholder)
    return current


def text(name: str, **arguments: Any) -> None:
    """Show the field of a text whose value is already bound."""
    parameter = PARAMETERS[name]
    assert isinstance(parameter, Text)
    st.session_state[f"_{name}"] = remembered(name)
    st.text_input(
        parameter.label,
        key=f"_{name}",
        max_chars=parameter.longest,
        on_change=_shown_changed,
        args=(name,),
        **arguments,
    )


def choose_many(name: str, placeholder: str) -> list[str]:
    """Show the control of several choices whose value is already bound, and return what is chosen."""
    parameter = PARAMETERS[name]
    assert isinstance(parameter, Many)
    options = parameter.options()
    st.session_state[f"_{name}"] = chosen = [part for part in (remembered(name) or "").split(".") if part]
    st.multiselect(
        parameter.label,
        sorted(options, key=lambda option: queries.danish_order(options[option])),
        format_func=lambda option: options[option],
        placeholder=placeholder,
        key=f"_{name}",
        on_change=_many_changed,
        args=(name,),
    )
    return chosen


def _many_changed(name: str) -> None:
    put(name, ".".join(st.session_state[f"_{name}"]))


def order(name: str) -> Sorting:
    """Return the order of a table that the link holds."""
    column, _, way = value(name).rpartition("-")
    return Sorting(column, way == "ned")


def put_order(name: str) -> Callable[[Sorting], None]:
    """Return what a table calls when another order is wanted."""
    return lambda wanted: put(name, f"{wanted.kolonne}-{'ned' if wanted.faldende else 'op'}")


def slide(name: str, **arguments: Any) -> int:
    """Show a slider for a whole number and return its value."""
    current = int(value(name))
    slider(name, current, **arguments)
    return current


def slider(name: str, shown: int, **arguments: Any) -> None:
    """Show the slider of a whole number whose value is already bound."""
    parameter = PARAMETERS[name]
    assert isinstance(parameter, Whole)
    st.session_state[f"_{name}"] = shown
    st.slider(
        parameter.label,
        parameter.low,
        parameter.high,
        format="localized" if parameter.high > 9999 else None,
        key=f"_{name}",
        on_change=_shown_changed,
        args=(name,),
        **arguments,
    )


def pack(names: Iterable[str], **packed: str) -> None:
    """Let a shared link hold `packed` in place of the parameters of those names: many sliders as one code."""
    st.session_state[_PACKED] = (frozenset(names), packed)


def on_this_page() -> dict[str, str]:
    """Return every parameter that the page uses with its value, also defaults, packed where the page packs them."""
    dropped, packed = st.session_state.get(_PACKED, (frozenset(), {}))
    names = [name for name in st.session_state.get(_ON_THIS_PAGE, []) if name not in dropped]
    values = {name: remembered(name) or "" for name in names}
    said = {name: value for name, value in values.items() if value != _default(name) or not _is_free(name)}
    return said | packed


def _is_free(name: str) -> bool:
    """Say whether a parameter is free text or a list: leaving its default out can never come to mean another view."""
    return isinstance(PARAMETERS[name], Text | Many)
