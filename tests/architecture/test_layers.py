"""The layout that every part of the project agrees on."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from pages.navigation import registry
from pages.navigation.registry import PAGES, Page
from pages.view.kinds import Choice, Parameter, Whole
from tests.architecture.source import place, tree
from tests.project import ROOT, parameters

PACKAGES = ("analytics", "dansk", "data", "geo", "pages")
SCRIPTS = [ROOT / "app.py", ROOT / "ramme.py"]
FILES = SCRIPTS + [file for package in PACKAGES for file in sorted((ROOT / package).rglob("*.py"))]
FORBIDDEN = {
    "unsafe_allow_html": "HTML made from data is an injection",
    "st.map(": "fetches map tiles from elsewhere",
    "go.Choropleth(": "fetches a world map from elsewhere",
    "use_container_width": "is out of date",
    "experimental_": "is out of date",
    "allow_unsafe_jscode": "is an injection",
}


def test_each_layer_knows_only_those_below_it() -> None:
    """The contracts of import-linter, which stand in pyproject.toml."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    command = [Path(sys.executable).parent / "lint-imports", "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{len(contracts)} kept, 0 broken" in done.stdout


def test_every_folder_of_pages_is_held_apart_from_the_others() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    apart = next(set(contract["modules"]) for contract in contracts if contract["type"] == "independence")
    rooms = next(set(contract["layers"]) for contract in contracts if contract.get("containers") == ["pages"])
    placed = {f"pages.{room}" for layer in rooms for room in layer.split(" | ")}
    folders = {f"pages.{folder.parent.name}" for folder in (ROOT / "pages").glob("*/__init__.py")}
    subjects = {page.script.split("/")[1] for page in PAGES}
    assert placed == folders, "Skriv mappen i kontrakten om rum i pyproject.toml."
    assert apart == {f"pages.{subject}" for subject in subjects}, "Skriv emnet i kontrakten om sider i pyproject.toml."


def test_geography_names_no_file_of_the_data_but_the_register_that_its_commands_are_pointed_at() -> None:
    named = [
        f"{file.name}: {node.value}"
        for file in sorted((ROOT / "geo").glob("*.py"))
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Constant) and node.value in ("data", "kilder", "register", "omraade.csv", "kommune.csv")
    ]
    assert sorted(named) == [
        "__main__.py: data",
        "__main__.py: kilder",
        "__main__.py: register",
        "register.py: kommune.csv",
        "register.py: omraade.csv",
    ]


def test_every_page_that_is_declared_stands_in_the_menu_or_in_the_foot() -> None:
    declared = [each for each in vars(registry).values() if isinstance(each, registry.Page)]
    assert sorted(page.name for page in declared) == sorted(page.name for page in registry.PAGES)
    shown = [page for pages in registry.sections().values() for page in pages] + registry.foot()
    assert sorted(page.name for page in shown) == sorted(page.name for page in registry.PAGES)
    assert "" in registry.sections()
    assert [registry.at(page.address) for page in PAGES] == list(PAGES)


def test_nothing_but_its_own_file_lies_in_pages() -> None:
    """A script there runs alone, without the frame, when it is the first that a new server is asked for."""
    assert [file.name for file in (ROOT / "pages").iterdir() if file.is_file()] == ["__init__.py"]


def test_there_are_files_to_look_at() -> None:
    assert len(FILES) > 400


def test_nothing_dangerous_is_used() -> None:
    texts = {place(file): file.read_text(encoding="utf-8") for file in FILES}
    found = [f"{at}: {what}: it {why}" for at, text in texts.items() for what, why in FORBIDDEN.items() if what in text]
    assert found == []


def test_every_public_function_and_class_says_what_it_is() -> None:
    missing = []
    for file in FILES:
        module = tree(file)
        classes = [node for node in module.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
        for holder in [module, *classes]:
            for node in holder.body:
                is_public = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
                if is_public and not node.name.startswith("_") and not ast.get_docstring(node):
                    missing.append(f"{place(file)}:{node.lineno}: {node.name}")
    assert missing == []


def _imported(file: Path) -> set[str]:
    return {
        name
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [each.name for each in node.names])
    }


def test_no_address_of_another_host_is_called() -> None:
    """Addresses may stand in texts and standards, but nothing of ours imports what fetches them."""
    fetching = {"requests", "httpx", "urllib.request", "http.client", "aiohttp", "ftplib"}
    assert [f"{place(file)}: {name}" for file in FILES for name in fetching & _imported(file)] == []


def test_the_server_itself_asks_nobody() -> None:
    """Without an address of its own, Streamlit asks another host at every start what the outer address is."""
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert config["browser"]["gatherUsageStats"] is False
    assert config["browser"].get("serverAddress") or config["server"].get("address")


def test_every_page_lies_in_a_folder_and_has_an_address_of_ascii() -> None:
    assert len({page.address for page in PAGES}) == len(PAGES)
    for page in PAGES:
        assert re.fullmatch(r"pages/[a-z]+(/[a-z]+)?/[a-z_]+\.py", page.script)
        assert (ROOT / page.script).exists()
        assert re.fullmatch(r"[a-z-]*", page.address)


def test_the_readmes_table_of_pages_is_the_registry() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.*) \| `/(.*)` \| (.*) \|$", readme, flags=re.M)
    assert rows == [(page.title, page.address, page.answers) for page in PAGES], "Ret tabellen over sider i README.md."


def test_no_address_of_a_page_is_made_by_hand() -> None:
    """Addresses come from `pages.navigation`: none stands as text in a page, and no script is named there either."""
    found = []
    for file in FILES:
        name = file.relative_to(ROOT).as_posix()
        if name.startswith("pages/navigation/"):
            continue
        text = file.read_text(encoding="utf-8")
        found += [f"{name}: {page.script}" for page in PAGES if f'"{page.script}"' in text]
        found += [f"{name}: {page.address}" for page in PAGES if page.address and f"{page.address}?" in text]
    assert found == []


@pytest.mark.parametrize("parameter", parameters().values(), ids=lambda parameter: parameter.name)
def test_a_parameter_can_stand_in_a_link(parameter: Parameter[Any], frames: object) -> None:
    assert re.fullmatch(r"[a-z0-9_-]+", parameter.name)
    assert parameter.label
    if isinstance(parameter, Choice):
        options = parameter.options()
        assert [v for v in options if not re.fullmatch(r"[a-z0-9._-]+", parameter.write(v))] == []
        assert all(text.strip() for text in options.values())
        assert len(set(options.values())) == len(options)
    if isinstance(parameter, Whole):
        assert parameter.low < parameter.high


def test_the_app_is_handed_the_parameters_of_every_subject() -> None:
    script = (ROOT / "ramme.py").read_text(encoding="utf-8")
    subjects = [file.parent.name for file in (ROOT / "pages").glob("*/parametre.py")]
    lacking = [name for name in subjects if f"from pages.{name} import parametre as {name}" not in script]
    assert lacking == [], "Hent emnets valg i ramme.py: `from pages.<emne> import parametre as <emne>`."
    handed = re.search(r"declared_in\(([^)]*)\)", script)
    assert handed
    assert set(re.findall(r"\w+", handed[1])) == {"parameters", *subjects}, "Giv `declared_in` i ramme.py emnets valg."


def test_the_projects_files_name_no_place_but_the_project() -> None:
    """What is installed is found by name and hash alone, wherever it is fetched from."""
    for name in ("requirements.txt", "requirements-dev.txt", "requirements.in", "requirements-dev.in"):
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        assert [line for line in lines if "://" in line or line.startswith(("--index", "--extra", "--find"))] == []


def test_every_package_that_is_imported_is_pinned() -> None:
    pinned = set(re.findall(r"^([a-z0-9._-]+)==", (ROOT / "requirements.txt").read_text(encoding="utf-8"), flags=re.M))
    imported = set()
    for file in FILES:
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.Import):
                imported |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                imported.add(node.module.partition(".")[0])
    imported -= set(sys.stdlib_module_names) | set(PACKAGES)
    needed_to_build_again = {"svgpathtools", "reverse_geocoder", "fontTools"}  # the map, and the fonts
    assert imported - pinned - needed_to_build_again == set()


def test_quotation_marks_are_of_one_kind() -> None:
    """Our words quote «so»; a line of data or code may not hold the marks the other way round."""
    texts = [file for folder in ("data/kilder", "data/sql") for file in sorted((ROOT / folder).rglob("*.*"))]
    turned = re.compile(r"^[^«»]*»[^«»]*«")
    found = [
        f"{file.relative_to(ROOT)}: {line.strip()}"
        for file in (*FILES, *texts)
        for line in file.read_text(encoding="utf-8").splitlines()
        if turned.search(line)
    ]
    assert found == []


STREAMLITS_OWN = {"streamlit.delta_generator", "streamlit.errors", "streamlit.testing.v1"}
"""Modules of Streamlit below its own name that it documents for others."""


def test_only_the_servers_room_leans_on_streamlits_insides() -> None:
    others = [file for file in FILES if not file.is_relative_to(ROOT / "pages" / "server")]
    found = {name for file in others for name in _imported(file) if name.startswith("streamlit.")}
    assert found <= STREAMLITS_OWN


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_pages_script_shows_and_does_not_calculate(page: Page) -> None:
    """Tables are for analytics to find in and for the page's own modules to hand on: a script composes."""
    assert not {name.partition(".")[0] for name in _imported(ROOT / page.script)} & {"pandas", "numpy"}


def test_no_module_of_ours_is_let_off_its_types() -> None:
    """What others wrote may be without types; nothing of ours is passed over, by setting or by comment in the file."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mypy"]
    assert settings["strict"]
    let_off = [each["module"] for each in settings["overrides"] if set(each) != {"module", "ignore_missing_imports"}]
    assert let_off == []
    assert [file.name for file in FILES if "# mypy: ignore-errors" in file.read_text(encoding="utf-8")] == []


def test_the_readme_and_the_architecture_name_every_layer_and_every_room() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    built = readme.partition("## Sådan er det bygget")[2].partition("### ")[0]
    told = (ROOT / "docs" / "arkitektur.md").read_text(encoding="utf-8")
    subjects = {page.script.split("/")[1] for page in PAGES}
    rooms = {folder.parent.name for folder in (ROOT / "pages").glob("*/__init__.py")} - subjects
    assert [layer for layer in PACKAGES if not re.search(rf"^{layer}/", built, flags=re.M)] == []
    assert [layer for layer in PACKAGES if f"`{layer}`" not in told and f"`{layer}/" not in told] == []
    assert [room for room in sorted(rooms) if not re.search(rf"\b{room}\b", built)] == []
    assert [room for room in sorted(rooms) if f"`pages/{room}`" not in told] == []


def test_a_component_that_watches_or_waits_ends_what_it_began() -> None:
    """Observers and timers live longer than the elements of a part: its script hands back what stops them."""
    begins = re.compile(r"new \w+Observer\(|\bset(?:Timeout|Interval)\(|\bdocument\.addEventListener\(")
    scripts = sorted((ROOT / "pages" / "components").glob("*/*.js"))
    texts = {file.stem: file.read_text(encoding="utf-8") for file in scripts}
    lasting = {name for name, text in texts.items() if begins.search(text)}
    assert lasting == {"tables", "handover", "control", "connection", "ledger", "selection", "landkort"}
    ended = r"return \(\) =>|return \w*[eE]nd\b|\bbook\.close = \(\) =>"
    assert [name for name in lasting if not re.search(ended, texts[name])] == []
    assert [name for name in ("slider", "cockpit") if "book.close()" not in texts[name]] == []
