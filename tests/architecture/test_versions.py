"""A run sees one version of the data: what is kept, described or handed out on its pages is of that one."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.architecture.source import place, tree
from tests.project import ROOT

PAGES = sorted((ROOT / "pages").rglob("*.py"))
READING = "pages/reading/queries.py"
"""The one place that keeps what is read of a version (`queries.kept`)."""
KEPT_WITHOUT_A_VERSION = {
    "pages/access/settings.py",  # who may do what, for the life of the process
    "pages/components/assets.py",  # the browser's parts, files of the program
    "pages/drawing/charts/template.py",  # the template of a theme
    "pages/drawing/typesetting.py",  # the typesetter
    "pages/navigation/menu.py",  # the register of pages
    "pages/server/document.py",  # files of the program, and the register of pages
    "pages/server/edition.py",  # files of the program
    "pages/server/hooks.py",  # the settings of the theme
    "pages/server/routes.py",  # files, and the geometry under the hash of what it is drawn from
    "pages/server/scripts.py",  # files of the program
    "pages/style/css.py",  # files of the program
    "pages/style/theme.py",  # the settings
    "pages/view/kinds.py",  # what the program declares that a link may hold
    "pages/view/sharing.py",  # the QR code of an address
}
OFFERED_AS_THEY_ARE_NOW = {
    "pages/fysioterapi/scenarie/udveksling.py",  # bound to the run that last followed the hand, later than the button's
    "pages/kommune/alle.py",  # made whole, of one version, by the run that offers them
    "pages/om/beskrivelse.py",  # the package's files, named by what they hold
    "pages/tavler/opdatering.py",  # templates to add to the data that there are
}
DRAWN_BY_THEMSELVES = {
    "pages/fysioterapi/scenarie/optimum.py",  # how far a search is; what is found, the whole page draws
}
"""Modules with a part that is drawn without the page, and that needs no data and tells nothing of them."""


def _calls(module: ast.Module, attribute: str) -> Iterator[ast.Call]:
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == attribute:
            yield node


def _has_fragments(module: ast.Module) -> bool:
    functions = [node for node in ast.walk(module) if isinstance(node, ast.FunctionDef)]
    return any(ast.unparse(each).startswith("st.fragment") for node in functions for each in node.decorator_list)


def _caches(module: ast.Module) -> bool:
    if any(isinstance(node, ast.Call) and ast.unparse(node.func) == "Once" for node in ast.walk(module)):
        return True
    decorators = [
        ast.unparse(decorator)
        for node in ast.walk(module)
        if isinstance(node, ast.FunctionDef)
        for decorator in node.decorator_list
    ]
    return any("cache" in decorator and "cached_property" not in decorator for decorator in decorators)


def _offered_unbound(module: ast.Module) -> list[str]:
    """What makes the files that are offered, where it does not see the version of the run that offers them."""
    made = [ast.unparse(call.args[1]) for call in _calls(module, "download_button")]
    return [each for each in made if not each.startswith("queries.of_this_run(")]


def _descriptions_of_files(module: ast.Module) -> list[str]:
    calls = [ast.unparse(call) for name in ("table", "tables", "written") for call in _calls(module, name)]
    return [call for call in calls if call.startswith("description.")]


def test_what_is_kept_is_kept_by_version() -> None:
    caching = {place(file) for file in PAGES if _caches(tree(file))}
    assert caching == KEPT_WITHOUT_A_VERSION | {READING}


def test_a_file_is_of_the_run_that_offered_it() -> None:
    others = {place(file) for file in PAGES if _offered_unbound(tree(file))}
    assert others == OFFERED_AS_THEY_ARE_NOW


def test_a_part_that_is_drawn_without_its_page_keeps_up_with_the_data_and_the_login() -> None:
    fragments = [file for file in PAGES if _has_fragments(tree(file))]
    assert len(fragments) > 5
    forgetful = {
        place(file) for file in fragments if "notices.keep_up()" not in map(ast.unparse, _calls(tree(file), "keep_up"))
    }
    assert forgetful == DRAWN_BY_THEMSELVES


def test_a_page_reads_no_description_from_the_files() -> None:
    assert len(PAGES) > 200
    assert {place(file): found for file in PAGES if (found := _descriptions_of_files(tree(file)))} == {}


def test_each_is_seen() -> None:
    assert _caches(ast.parse("@st.cache_resource(max_entries=4)\ndef f(version): ..."))
    assert _caches(ast.parse("@lru_cache\ndef f(version): ..."))
    assert _caches(ast.parse("frames = Once(read, 4)"))
    assert not _caches(ast.parse("@queries.kept()\ndef f(of_version): ..."))
    assert _offered_unbound(ast.parse("st.download_button('CSV', lambda: export.table_csv(frame), 'x.csv')"))
    assert not _offered_unbound(ast.parse("st.download_button('CSV', queries.of_this_run(make), 'x.csv')"))
    assert _descriptions_of_files(ast.parse("source = description.table(name).source"))
