"""Settings and environment: each option of the installed Streamlit was looked at, and each variable is told of."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit import config

from tests.project import ROOT

CONFIG = (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")
SET = {
    f"{section}.{name}": value
    for section, options in tomllib.loads(CONFIG).items()
    if section != "theme"
    for name, value in options.items()
}
OPTIONS = {name: option for name, option in config._config_options_template.items() if not name.startswith("theme")}


def _rows(document: str) -> dict[str, list[str]]:
    """The rows of a document's table, by the name in the first cell."""
    lines = (ROOT / "docs" / document).read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines if line.startswith("| `")]
    return {first.strip("`"): rest for first, *rest in cells}


def test_every_option_of_the_installed_version_was_looked_at() -> None:
    told = set(_rows("indstillinger.md"))
    assert not set(OPTIONS) - told, f"Streamlit {st.__version__} has options that docs/indstillinger.md lacks."
    assert not told - set(OPTIONS), f"Streamlit {st.__version__} no longer has options that are told of there."


def test_the_document_says_what_is_set_and_why() -> None:
    for name, (value, why) in _rows("indstillinger.md").items():
        assert why.endswith(".")
        assert value == (f"`{_written(SET[name])}`" if name in SET else "–"), name


def _written(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


@pytest.mark.parametrize("name", SET)
def test_what_is_set_is_another_value_than_streamlits_own_and_has_its_reason_beside_it(name: str) -> None:
    if name != "browser.serverAddress":  # it counts that it is named
        assert OPTIONS[name].default_val != SET[name]
    section, option = name.split(".")
    part = CONFIG.partition(f"[{section}]")[2]
    assert re.search(rf"(?:^# .*\n)+^{option} = ", part, flags=re.M)


def test_what_is_shipped_watches_no_files() -> None:
    assert SET["server.fileWatcherType"] == "none"


def test_a_session_is_kept_for_the_quarter_of_an_hour_that_the_page_on_privacy_says() -> None:
    assert SET["server.disconnectedSessionTTL"] == 15 * 60
    assert "et kvarter" in (ROOT / "pages/om/privatliv.py").read_text(encoding="utf-8")


def test_a_phone_that_slept_for_ten_minutes_finds_its_session() -> None:
    """The server finds out that it is away when it has not answered two pings, of 20 seconds each."""
    assert SET["server.disconnectedSessionTTL"] > 10 * 60 + 2 * 20


READ_BY_OTHERS = {"HTTPS_PROXY"}
"""Variables that no code of ours names: what asks the login service reads it by itself."""
NAMED = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Z]{6,}")


def _read_from_the_environment(file: Path) -> Iterator[str]:
    """The names that a module asks the environment for, also where they are constants, or one of two."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    constants = {
        target.id: node.value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        asked: ast.expr | None = None
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("os.environ.get", "os.getenv", "os.environ.pop"):
            asked = node.args[0]
        elif isinstance(node, ast.Subscript) and ast.unparse(node.value) == "os.environ":
            asked = node.slice
        if asked is None:
            continue
        if isinstance(asked, ast.Name):
            yield str(constants.get(asked.id, asked.id))
        else:
            texts = [part.value for part in ast.walk(asked) if isinstance(part, ast.Constant)]
            yield from (text for text in texts if isinstance(text, str) and NAMED.fullmatch(text))


def test_every_variable_that_is_read_is_told_of() -> None:
    folders = ("analytics", "dansk", "data", "geo", "pages", "tests")
    files = [*ROOT.glob("*.py"), *(file for folder in folders for file in (ROOT / folder).rglob("*.py"))]
    read = {name for file in files for name in _read_from_the_environment(file)}
    assert {"KKR_DATABASE_MAPPE", "KKR_EGNE_TABELLER", "KKR_REDIGERING", "KKR_CHROMIUM"} <= read
    assert read - set(_rows("miljoe.md")) == set()


def test_every_variable_that_the_operator_is_told_to_set_has_its_row() -> None:
    drift = (ROOT / "docs" / "drift.md").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:`|^)([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?=[`=])", drift, flags=re.M))
    assert {"KKR_EGNE_TABELLER", "STREAMLIT_SERVER_COOKIE_SECRET", *READ_BY_OTHERS} <= named
    assert named - set(_rows("miljoe.md")) == set()


def test_nothing_is_told_of_that_is_not_read() -> None:
    ours = {name for name in _rows("miljoe.md") if not name.startswith("STREAMLIT_")} - READ_BY_OTHERS
    this = Path(__file__).resolve()
    files = [file for folder in ("data", "pages", "tests") for file in (ROOT / folder).rglob("*.py") if file != this]
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    assert [name for name in ours if f'"{name}"' not in text] == []
    options = {option.env_var for option in OPTIONS.values()}
    assert {name for name in _rows("miljoe.md") if name.startswith("STREAMLIT_")} <= options


def test_the_readme_names_the_variables_of_the_project_and_where_all_are() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "docs/miljoe.md" in readme
    assert "docs/indstillinger.md" in readme
    assert "STREAMLIT_SERVER_FILE_WATCHER_TYPE" in readme
