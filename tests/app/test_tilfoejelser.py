"""The pages with rows that officials could have added, however odd: they stand, and all that is printed is there."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from analytics.tabeller import Frames
from analytics.tavler import resultatmaal
from data import description, store
from data.officials import own
from pages.reading import queries
from tests import omfang
from tests.app import insides
from tests.app.conftest import Run, run_page
from tests.tilfoejelser import EDITABLE, LATER, PAPERS, Row, as_csv, rows

pytestmark = pytest.mark.grundig(1)

GOALS, KOMMUNE = "pages/resultatmaal/side.py", "pages/kommune/min_kommune.py"
KLIMA, INFRASTRUKTUR = "pages/projekter/klima/side.py", "pages/projekter/infrastruktur/side.py"
KILDER = "pages/om/kilder.py"
DAY = {"dato": LATER.isoformat()}
EVERY_GOAL = DAY | {"maalfoer": "ja"}
VIEWS: tuple[tuple[str, Mapping[str, str]], ...] = (
    (GOALS, EVERY_GOAL),
    (GOALS, DAY | {"maaltema": "bred-geografisk-spredning"}),
    (GOALS, {"emne": "kommuner", "kommune": "gladsaxe"}),
    ("pages/arbejdskraft/side.py", {"emne": "sosu", "kommune": "gladsaxe"}),
    (KOMMUNE, {"kommune": "gladsaxe"}),
    (KOMMUNE, {"kommune": "koebenhavn", "kommuner": "bornholm"}),
    *((KLIMA, DAY | {"klimatavle": tavle}) for tavle in ("projekter", "maal", "kommuner", "tidslinje")),
    *((INFRASTRUKTUR, DAY | {"infratavle": tavle}) for tavle in ("priser", "projekter", "tidslinje")),
    *(("pages/moeder/side.py", DAY | each) for each in ({"frister": "alle"}, {"moedetavle": "punkter"})),
    *((KILDER, {"tabel": table.name}) for table in EDITABLE),
)
"""The seven pages that show what can be added to, in the views that have it all."""
MARK = "qxz"
"""What no word of ours has in it."""

_PLACE: Row = {"kilde_id": "005", "kilde_linje": 1}
_GOAL: Row = {"art": "kvantitativ", "retning": "hoejere", "enhed": "stk.", **_PLACE}
ODD: Mapping[str, list[Row]] = {
    "kilde": list(PAPERS),
    "resultatmaal": [
        {"aar": 2024, "nr": 90, "del": "1", "tema": "Bred geografisk spredning.", "maal": f"Ét mål {MARK}.", **_GOAL},
        {"aar": 2024, "nr": 91, "del": "1", "tema": "A__B", "maal": "Et mål.", "maal_tal": 1.5, **_GOAL},
        {"aar": 2023, "nr": 92, "del": "1", "tema": f"{MARK} *x* [y](z) `k` :material/home:", "maal": "##", **_GOAL},
        {"aar": 2025, "nr": 1, "del": "1", "tema": "x" * 300, "maal": f"{MARK}__{MARK}", **_GOAL},
        {"aar": 2023, "nr": 1, "del": "1", "tema": "Alle", "maal": "Omdøbt", **_GOAL, "kilde_id": "006"},
    ],
    "kommunefordeling": [
        {"kommune_id": "koebenhavn", "aktivitet": "Driftsforløb", "aar": 2025, "deltagelser": 9, **_PLACE},
        {"kommune_id": "koebenhavn", "aktivitet": "Korte forløb", "aar": 2025, "deltagelser": None, **_PLACE},
    ],
    "kommunefordeling_total": [
        {"navn": f"Total {MARK}__{MARK}", "aktivitet": "I alt", "aar": 2025, "deltagelser": 9, **_PLACE}
    ],
    "sosu_laereplads": [
        {"kommune_id": "koebenhavn", "uddannelse": "ssh", "aar": 2025, "pladser": 9, **_PLACE},
    ],
    "vip_maal": [{"projekt_id": "madspild", "nr": 90, "maal": f"{MARK}__{MARK} **", "maalt": "nej", **_PLACE}],
    "aktoer": [{"aktoer_id": f"ny-{MARK}", "navn": f"{MARK}__{MARK}", "art": "andet"}],
    "vip_deltager": [
        {"projekt_id": "madspild", "aktoer_id": f"ny-{MARK}", "rolle": "deltager", **_PLACE},
    ],
    "moede_opfoelgning": [
        {"punkt_id": "001-3-9", "raekkefoelge": 90, "opgave_id": "kofoedsminde-loesning", "udfald": "delvist", **_PLACE}
        | {"hvad": f"{MARK}__{MARK} [x](y)"},
    ],
}
"""Themes that only signs tell from others, what Markdown and keys stumble on, and a new year with a kommune or two."""


@pytest.fixture
def added_rows(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A folder of added rows, that an app reads without asking about them."""
    monkeypatch.setenv("KKR_EGNE_TABELLER", str(tmp_path / "egne"))
    queries.look_again()
    yield tmp_path / "egne"
    monkeypatch.undo()
    store.build()
    queries.look_again()


def _write(folder: Path, added: Mapping[str, list[Row]]) -> None:
    for name, new in added.items():
        file = own.file_of(folder, name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(as_csv(description.table(name), new))
    store.build()
    queries.look_again()


def _no_such_number(constant: str) -> float:
    raise ValueError(f"{constant} is no JSON")


def _stands(app: AppTest, where: object) -> str:
    """Hold that a page has run, that its messages can be read by a browser, and return all that they say."""
    assert not app.exception, where
    assert not app.error, where
    said = []
    for message in insides.messages(app):
        json.loads(message, parse_constant=_no_such_number)
        said.append(json.dumps(json.loads(message), ensure_ascii=False))
    return "\n".join([*said, *(each.value for kind in (app.header, app.markdown, app.caption) for each in kind)])


def _as_json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _printed_goals(frames: Frames) -> dict[str, set[str]]:
    """What is printed of goals, by the page's script that shows it."""
    boards = resultatmaal.aarstavler(frames, LATER)
    return {
        GOALS: {_as_json(f"{goal.nummer} {goal.maal}") for goals in boards.values() for goal in goals},
        KLIMA: {_as_json(str(goal)) for goal in frames["vip_maal"]["maal"]},
    }


def _hold(frames: Frames, views: tuple[tuple[str, Mapping[str, str]], ...]) -> None:
    printed = _printed_goals(frames)
    for script, query in views:
        said = _stands(run_page(script, query), (script, query))
        if (script, query) in ((GOALS, EVERY_GOAL), (KLIMA, DAY | {"klimatavle": "maal"})):
            assert {goal for goal in printed[script] if goal not in said} == set()


def test_every_printed_goal_is_found_where_nothing_is_added(frames: Frames, added_rows: Path) -> None:
    _hold(frames, ((GOALS, EVERY_GOAL), (KLIMA, DAY | {"klimatavle": "maal"})))


def test_pages_stand_with_odd_rows_and_show_all_that_is_printed(frames: Frames, added_rows: Path, run: Run) -> None:
    before = queries.findings()
    _write(added_rows, ODD)
    _hold(frames, VIEWS)
    assert set(before["afvigelse_id"]) <= set(queries.findings()["afvigelse_id"])
    app = run(GOALS, EVERY_GOAL)
    assert MARK in _stands(app, GOALS)
    assert not [name for name in insides.names(app) if MARK in name or "__" in name.partition("-")[2]]
    for theme in ("bred-geografisk-spredning-2", "a-b", "alle-2"):
        assert not run(GOALS, DAY | {"maaltema": theme}).exception


def test_a_year_that_is_partly_entered_is_not_known_yet(frames: Frames, added_rows: Path, run: Run) -> None:
    _write(added_rows, ODD)
    unfolded = {"kommune": "gladsaxe", "afsnit": "erhverv.sosu"}
    for query in (unfolded, unfolded | {"kommuner": "koebenhavn"}):
        said = _stands(run(KOMMUNE, query), query)
        assert "ikke oplyst" in said
        assert not {"NaN", "nan", "None", "inf"} & set(said.replace('"', " ").split())


def _drawn(strategy: st.SearchStrategy[Any], number: int) -> Any:
    """What a strategy comes to by a seed; its first draws are the simplest that there are."""
    found = []

    @hypothesis.seed(number)
    @settings(
        max_examples=omfang.examples(2),
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @hypothesis.given(strategy)
    def take(each: Any) -> None:
        found.append(each)

    take()
    return found[-1]


@pytest.mark.grundig(0)
@pytest.mark.parametrize("number", range(12))
def test_pages_stand_with_whatever_the_descriptions_allow(number: int, frames: Frames, added_rows: Path) -> None:
    tables = st.fixed_dictionaries({table.name: rows(table, frames) for table in EDITABLE})
    _write(added_rows, _drawn(tables, number + omfang.SEED * 1000))
    _hold(frames, (*VIEWS[:: 1 if omfang.THOROUGH else 5], (KLIMA, DAY | {"klimatavle": "maal"})))
