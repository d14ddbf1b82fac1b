"""
What Streamlit knows a thing on the page by is never made of words that data can bring: they may be anything.

A key becomes a class on the page (`.st-key-…`), `__` in one is an error that takes the whole page down, and so are two
things of one key.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache

import pytest

from tests.architecture.source import place, tree
from tests.project import ROOT

FILES = sorted((ROOT / "pages").rglob("*.py"))
FIRST_IS_KEY = {
    *(f"components.{name}" for name in ("table", "area_map", "sliders", "copy_field", "shortcuts", "chosen_bar")),
    *(f"components.{name}" for name in ("depart", "fold_button", "tile_maps", "whole_screen")),
    *("components.table_input", "downloads.bar", "downloads.buttons", "tavle.show", "line.filters", "charts.show"),
}
"""What takes its key first, or makes keys of the name that it takes first; others are seen by what they call it."""
OURS: Mapping[str, Mapping[str, str]] = {
    "pages/drawing/charts/display.py": {"name": "of our own names and a number", "place": "a number"},
    "pages/drawing/downloads.py": {"name": "handed over: see FIRST_IS_KEY"},
    "pages/frame/line.py": {"name": "handed over: see FIRST_IS_KEY", "memory.page() or 'overblik'": "a page's address"},
    "pages/fysioterapi/kapacitet/omraadeprofil.py": {"name": "of two files"},
    "pages/fysioterapi/scenarie/optimum.py": {"best.maal": "one of three measures"},
    "pages/fysioterapi/scenarie/raaderum.py": {"number": "a number"},
    "pages/fysioterapi/scenarie/regelkontrol.py": {"place": "a number"},
    "pages/fysioterapi/scenarie/side.py": {"resten.PAGE": "one of ours"},
    "pages/fysioterapi/scenarie/sammenligning.py": {"letter": "A to D"},
    "pages/fysioterapi/scenarie/vaegtvalg.py": {"group": "a number", "of": "behov or gruppe"},
    "pages/fysioterapi/scenarie/vindere.py": {"speciale": "a number"},
    "pages/kommune/visning.py": {"afsnit.id": "a section's name in a link", "place": "a number"},
    "pages/mobilitet/indsats.py": {"chosen": "the number of a measure in the catalogue"},
    "pages/mobilitet/pakkevalg.py": {"number": "a number"},
    "pages/mobilitet/regn.py": {"number": "a number"},
    "pages/moeder/side.py": {"board": "a board's name in a link"},
    "pages/om/beskrivelse.py": {"name": "a table's name in the database"},
    "pages/om/kilder.py": {"name": "a table's name in the database"},
    "pages/arbejdskraft/side.py": {"emne": "a subject's name in a link"},
    "pages/projekter/infrastruktur/side.py": {"board": "a board's name in a link"},
    "pages/projekter/klima/side.py": {"board": "a board's name in a link"},
    "pages/kommunetal/kommunelinjer.py": {"emne": "a subject's name in a link"},
    "pages/kommunetal/kommunetabel.py": {"emne": "a subject's name in a link"},
    "pages/kommunetal/kommunetavle.py": {"emne": "a subject's name in a link"},
    "pages/resultatmaal/resultattavle.py": {"place": "a number", "year": "a year"},
    "pages/projekter/tidslinje.py": {"omraade": "a field's name in the database"},
    "pages/socialt/fortalt.py": {"emne": "a matter's name in the code"},
    "pages/socialt/tidslinje.py": {"sag": "a matter's name in the code"},
    "pages/tavler/opdatering.py": {
        "rows": "yes or no",
        "back": "one of two ends in the code",
        "name": "a name in the code, with one of two ends",
        "list(dict(told)).index(title)": "a number",
        "st.session_state.get(_ROUND, 0)": "how many files have been taken in",
    },
    "pages/tavler/tavle.py": {"name": "handed over: see FIRST_IS_KEY"},
    "pages/view/controls.py": {"parameter.name": "its name in a link"},
    "pages/view/memory.py": {
        "parameter.name": "its name in a link",
        "self.page or ''": "a page's address",
    },
}
"""What keys are made of beside what stands in the code, by module, and why that is never a text of the data."""
SLUGS = {
    "pages/mobilitet/parametre.py": "options, each of its own",
    "pages/resultatmaal/parametre.py": "options, each of its own",
}
"""Where text becomes part of an address."""
READ = "pages/view/spelling.py"
"""Where what somebody wrote is compared with the addresses there are, and none is made."""


@cache
def takers() -> dict[str, int]:
    """Which of our functions take a key by that name, as others call them, and in which place."""
    found = {}
    for file in FILES:
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.FunctionDef):
                names = [each.arg for each in node.args.args]
                if "key" in names:
                    found[f"{file.stem}.{node.name}"] = names.index("key")
    return found


def keys(of: ast.Module, module: str = "") -> Iterator[ast.expr]:
    """What a module hands over as a key, and what its functions that make one return."""
    for node in ast.walk(of):
        if isinstance(node, ast.Call):
            yield from (word.value for word in node.keywords if word.arg == "key" and not _sorts(node))
            called = ast.unparse(node.func)
            place = 0 if called in FIRST_IS_KEY else takers().get(called if "." in called else f"{module}.{called}")
            if place is not None and place < len(node.args):
                yield node.args[place]
        elif isinstance(node, ast.FunctionDef) and node.name.strip("_") == "key":
            yield from (given.value for given in ast.walk(node) if isinstance(given, ast.Return) and given.value)


def _sorts(call: ast.Call) -> bool:
    """Whether `key` is what something is sorted by."""
    return getattr(call.func, "id", getattr(call.func, "attr", "")) in ("sorted", "sort", "max", "min")


def parts(key: ast.expr) -> Iterator[str]:
    """What a key is made of beside what stands in the code."""
    match key:
        case ast.Constant(str()):
            return
        case ast.JoinedStr():
            for part in key.values:
                if isinstance(part, ast.FormattedValue):
                    yield from parts(part.value)
        case ast.IfExp():
            yield from (*parts(key.body), *parts(key.orelse))
        case ast.Name() if key.id.isupper() or key.id == "key":  # a constant, or what the function's callers hand over
            return
        case ast.Call() if ast.unparse(key.func) in ("key", "_key"):  # what it returns is looked at
            return
        case _:
            yield ast.unparse(key)


def _found(of: ast.Module, module: str = "") -> set[str]:
    return {part for key in keys(of, module) for part in parts(key)}


def test_a_key_is_made_of_our_own_names() -> None:
    assert len(FILES) > 200
    found = {place(file): _found(tree(file), file.stem) for file in FILES}
    assert {at: names for at, names in found.items() if names} == {at: set(names) for at, names in OURS.items()}


@pytest.mark.parametrize(
    "source",
    [
        "st.container(key=f'tema-{tema}')",
        "st.container(key=alfabet.slug(tema))",
        "components.table(table.navn, columns, rows)",
        "components.table(alfabet.slug(table.navn), columns, rows)",
        "def _key(goal):\n    return f'maal-{goal.tema}'",
        "boards.cards(f'kort-{project.titel}', of)",
        "aarsmaal.show(f'maaltabel-{tema}', tema, year, goals, paa)",
    ],
)
def test_a_key_of_words_would_be_seen(source: str) -> None:
    assert _found(ast.parse(source))


def test_words_become_parts_of_addresses_where_each_gets_one_of_its_own() -> None:
    """Two texts can have one slug: `alfabet.slugs` tells them apart, and `alfabet.slug` alone does not."""
    called: dict[str, set[str]] = {}
    for file in (each for each in FILES if each != ROOT / READ):
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.Call) and ast.unparse(node.func).removeprefix("alfabet.") in ("slug", "slugs"):
                called.setdefault(place(file), set()).add(ast.unparse(node.func))
    assert called == {name: {"alfabet.slugs"} for name in SLUGS}
