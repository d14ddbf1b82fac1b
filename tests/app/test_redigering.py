"""Updating the boards on the page Kilder, where the app is run for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from data import store
from data.officials import intake, log, own
from pages import components
from pages.access import settings, visitor
from pages.drawing import downloads
from pages.navigation.registry import PAGES
from pages.reading import queries
from pages.tavler import boards, opdatering
from tests import omfang
from tests.app.conftest import Run
from tests.udfyldning import LATER_RESULT, NEW_ROWS, NEW_SOURCE, NEW_STATUS, filled

pytestmark = pytest.mark.grundig(1)

PAGE = "pages/om/kilder.py"
BOARD, WORK = "pages/resultatmaal/side.py", "pages/arbejdskraft/side.py"
KLIMA, INFRASTRUKTUR = "pages/projekter/klima/side.py", "pages/projekter/infrastruktur/side.py"
MEETINGS = "pages/moeder/side.py"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
def editing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """An app that may be edited, with its own folder of added rows."""
    folder = tmp_path / "egne" / "tabeller"
    monkeypatch.setenv("KKR_REDIGERING", "bag-egen-adgang")
    monkeypatch.setenv("KKR_EGNE_TABELLER", str(folder))
    queries.look_again()
    yield folder
    monkeypatch.undo()
    store.build()
    queries.look_again()


def _drop(app: AppTest, name: str, content: bytes) -> AppTest:
    return app.file_uploader[0].upload(name, content, XLSX).run()


def _take_in(table: str, rows: list[dict[str, Any]]) -> None:
    """Import rows from a new document, as the page does when they have been approved."""
    plan = intake.plan("ny.xlsx", filled(table, rows, [NEW_SOURCE]))
    assert not plan.faults
    intake.carry_out(plan)
    queries.look_again()


def _labels(app: AppTest) -> list[str]:
    return [each.label for each in app.button]


@pytest.mark.grundig(2)
@pytest.mark.parametrize("value", [None, "0", "nej", "1"])
@pytest.mark.parametrize("query", [{}, {"tabel": "vip_status"}])
def test_nothing_can_be_edited_unless_the_app_is_run_for_it(
    run: Run, monkeypatch: pytest.MonkeyPatch, value: str | None, query: dict[str, str]
) -> None:
    # A visitor from elsewhere: `1` is for those at the machine itself.
    monkeypatch.setattr(visitor, "_headers", lambda: [("Host", "kkr.example.dk")])
    if value is None:
        monkeypatch.delenv("KKR_REDIGERING", raising=False)
    else:
        monkeypatch.setenv("KKR_REDIGERING", value)
    app = run(PAGE, query)
    assert not app.exception
    assert not app.file_uploader
    assert "Opdatér" not in [header.value for header in app.header]


def test_a_table_of_printed_figures_only_has_no_template(run: Run, editing: Path) -> None:
    app = run(PAGE, {"tabel": "fysio_kapacitet"})
    assert not app.exception
    assert not app.file_uploader


@pytest.mark.grundig(1)
def test_what_is_dropped_is_shown_and_taken_in_when_confirmed(run: Run, editing: Path) -> None:
    app = _drop(run(PAGE, {"tabel": "vip_status"}), "status.xlsx", filled("vip_status", [NEW_STATUS], [NEW_SOURCE]))
    assert not app.exception
    assert any("2 rækker tilføjes" in text.value for text in app.markdown)
    assert not own.file_of(editing, "vip_status").exists()
    app.button(key="laeg-ind").click().run()
    assert not app.exception
    assert ["Lagt ind" in success.value for success in app.success] == [True]
    assert "005" in own.file_of(editing, "vip_status").read_text(encoding="utf-8")
    assert "005" in set(queries.tables()["kilde"]["kilde_id"])
    assert "Læg ændringerne ind" not in _labels(app)
    app.run()
    assert not app.success


def test_who_is_overtaken_sees_what_others_did_and_says_yes_again(run: Run, editing: Path) -> None:
    mine = NEW_STATUS | {"tekst": "Vores tekst."}
    app = _drop(run(PAGE, {"tabel": "vip_status"}), "vores.xlsx", filled("vip_status", [mine], [NEW_SOURCE]))
    assert not app.warning
    _take_in("vip_status", [NEW_STATUS])
    app.button(key="laeg-ind").click().run()
    assert not app.exception
    assert not app.error
    [told] = [warning.value for warning in app.warning]
    overtaken = "Andre har lagt noget ind, efter at I så jeres ændringer. Jeres er ikke lagt ind."
    assert told == f"{overtaken} 1 række ændrer I begge."
    assert _texts() == [NEW_STATUS["tekst"]], "Nothing of the first is lost."
    assert app.button(key="laeg-ind").label == "Læg ændringerne ind alligevel"
    assert any("0 rækker tilføjes, 1 ændres" in text.value for text in app.markdown)

    again = app.button(key="forfra").click().run()
    assert not again.exception
    assert not again.warning
    assert "Læg ændringerne ind alligevel" not in _labels(again)
    app = _drop(again, "vores.xlsx", filled("vip_status", [mine], [NEW_SOURCE]))
    assert not app.warning, "Whoever begins again has seen what others did."
    app.button(key="laeg-ind").click().run()
    assert not app.exception
    assert _texts() == ["Vores tekst."]
    assert [entry.hvem for entry, _ in intake.history()] == ["test@example.com", "ukendt"]


@pytest.mark.parametrize(
    ("spoiled", "said"),
    [(b"", ""), (b"\xff", "1 linje i loggen"), (b"[1]\n{}\n", "2 linjer i loggen kan ikke læses")],
    ids=["tom", "ulaeselig", "ingen-linje"],
)
def test_what_is_kept_can_be_taken_back_also_where_the_log_is_spoiled(
    spoiled: bytes, said: str, run: Run, editing: Path
) -> None:
    for text in ("Først.", "Så."):
        _take_in("vip_status", [NEW_STATUS | {"tekst": text}])
    (own.in_use(editing) / log.FILE).write_bytes(spoiled)
    app = run(PAGE, {"tabel": "vip_status"})
    assert not app.exception
    assert [said in warning.value for warning in app.warning] == [True] * bool(said)
    [back] = [each for each in app.selectbox if each.label.startswith("Tag tilbage")]
    assert (back.placeholder, back.options) == (
        "Vælg. Nu er det nr. 2",
        ["nr. 1", "papirerne alene, før noget blev lagt ind"],
    )


def _texts() -> list[str]:
    statuses = queries.tables()["vip_status"]
    return list(statuses.loc[statuses["kilde_id"] == "005", "tekst"])


@pytest.mark.parametrize("script", [KLIMA, INFRASTRUKTUR, BOARD])
def test_a_board_has_its_button_only_where_the_app_is_run_for_it(
    script: str, run: Run, editing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = run(script, {})
    assert "Opdatér" in _labels(app)
    assert not app.file_uploader
    monkeypatch.delenv("KKR_REDIGERING")
    settings.access.cache_clear()
    app = run(script, {})
    assert not app.exception
    assert "Opdatér" not in _labels(app)


def test_a_status_is_taken_in_on_the_board_and_shown_at_once(
    run: Run, editing: Path, standings: list[boards.Standing]
) -> None:
    status = NEW_STATUS | {"tilstand": "i vanskeligheder", "kort_status": "Tovholderen er stoppet"}
    app = run(KLIMA, {}).button(key="opdater").click().run()
    app = _drop(app, "status.xlsx", filled("vip_status", [status], [NEW_SOURCE]))
    assert not app.exception
    app.button(key="laeg-ind").click().run()
    assert not app.exception
    [success] = app.success
    assert "[Se Klima-VIP](vip-klima?klimaprojekt=madspild)" in success.value
    standings.clear()
    app.run()
    assert (standings[0].navn, standings[0].tekst) == ("Madspild", "Tovholderen er stoppet")
    assert [chip.art for chip in standings[0].tegn] == ["i_vanskeligheder"]
    assert app.header[0].value == "1 af 7 klimaprojekter er i vanskeligheder"
    standings.clear()
    app = run(KLIMA, {"visning": "projektor"})
    assert standings[0].tekst == "Tovholderen er stoppet"


def test_what_has_a_page_and_no_line_stands_everywhere(run: Run, editing: Path) -> None:
    at = {"kilde_linje": None, "side": 3}
    for table in ("vip_status", "vip_maal", "vip_deltager", "vip_haendelse", "moede_opfoelgning"):
        _take_in(table, [row | at for row in NEW_ROWS[table]])
    for script, query in (
        (KLIMA, {"klimaprojekt": "madspild"}),
        (KLIMA, {"klimaprojekt": "klimaplaner"}),
        *((KLIMA, {"klimatavle": each}) for each in ("projekter", "maal", "kommuner", "tidslinje")),
        *((INFRASTRUKTUR, {"infratavle": each}) for each in ("projekter", "tidslinje")),
        (INFRASTRUKTUR, {"infraprojekt": "kystbanen"}),
        ("pages/kommune/min_kommune.py", {"kommune": "ballerup"}),
        *((MEETINGS, {"moedetavle": each}) for each in ("frister", "punkter")),
        *((PAGE, {"tabel": each}) for each in ("vip_status", "vip_maal", "vip_deltager", "vip_haendelse")),
    ):
        app = run(script, query)
        assert not app.exception, (script, query)
        assert not app.error, (script, query)


@pytest.mark.parametrize(
    ("touched", "led_to"),
    [
        ([("vip_status", "madspild")], [("Klima-VIP", "vip-klima?klimaprojekt=madspild")]),
        ([("vip_status", "madspild"), ("vip_maal", "plastaffald")], [("Klima-VIP", "vip-klima")]),
        ([("vip_status", "kystbanen")], [("Infrastruktur-VIP", "vip-infrastruktur?infraprojekt=kystbanen")]),
        ([("sosu_laereplads", None)], [("Arbejdskraft og uddannelse", "arbejdskraft?emne=sosu")]),
        ([("moede_opfoelgning", None)], [("Møder og beslutninger", "moeder?frister=alle")]),
        (
            [("kommunefordeling", None), ("kommunefordeling_total", None), ("resultatmaal", None)],
            [
                ("Resultatmål og kommunetal", "resultatmaal?emne=kommuner"),
                ("Resultatmål og kommunetal", "resultatmaal"),
            ],
        ),
        ([("kilde", None)], []),
    ],
)
def test_what_is_taken_in_leads_to_its_board(
    touched: list[tuple[str, str | None]], led_to: list[tuple[str, str]]
) -> None:
    fields = {key: project.omraade for key, project in queries.projects().items()}
    changes = [
        intake.Change(table, "tilføjes", "", (), refers={"vip_projekt": project} if project else {})
        for table, project in touched
    ]
    assert list(opdatering.boards_of(changes, fields)) == led_to


@pytest.mark.grundig(1)
def test_faults_are_listed_and_cannot_be_confirmed(run: Run, editing: Path) -> None:
    app = _drop(run(PAGE, {}), "status.xlsx", filled("vip_status", [NEW_STATUS | {"art": "vrøvl"}], [NEW_SOURCE]))
    assert not app.exception
    assert ["1 fejl" in warning.value for warning in app.warning] == [True]
    assert "Læg ændringerne ind" not in _labels(app)
    assert not editing.exists()


def test_a_file_that_cannot_be_used_is_one_sentence(run: Run, editing: Path) -> None:
    app = _drop(run(PAGE, {}), "status.xlsm", b"PK\x03\x04")
    assert not app.exception
    assert ["makroer" in error.value for error in app.error] == [True]


def test_data_that_changed_after_they_were_shown_are_not_overwritten(run: Run, editing: Path) -> None:
    app = _drop(run(PAGE, {}), "status.xlsx", filled("vip_status", [NEW_STATUS], [NEW_SOURCE]))
    editing.mkdir(parents=True)
    own.file_of(editing, "aktoer").write_text("aktoer_id,navn,art,kommune_id\nny,Ny,andet,\n", encoding="utf-8")
    app.button(key="laeg-ind").click().run()
    assert not app.exception
    assert ["Jeres er ikke lagt ind endnu: se ændringerne igen." in error.value for error in app.error] == [True]
    assert not own.file_of(editing, "vip_status").exists()


def test_every_page_stands_when_every_table_has_later_rows(run: Run, editing: Path) -> None:
    files: dict[str, bytes | None] = {}
    for table, rows in NEW_ROWS.items():
        plan = intake.plan("ny.xlsx", filled(table, rows, [NEW_SOURCE]))
        assert plan.changes and not plan.faults, table
        files |= plan.files
    store.adopt(files)  # as one import: the database is built once
    queries.look_again()
    chosen: list[dict[str, str]] = [{"kommune": "bornholm"}, {"kommune": "koebenhavn", "kommuner": "bornholm"}]
    views = [(page.script, {}) for page in PAGES] + [("pages/kommune/min_kommune.py", query) for query in chosen]
    views += [(BOARD, chosen[0] | {"emne": "kommuner"}), (WORK, chosen[0] | {"emne": "sosu"})]
    views += [
        (BOARD, {"emne": "kommuner", "kommune": kommune, "deltagelsesaar": year, "opgjort": counted} | more)
        for kommune in ("bornholm", "koebenhavn")
        for year in ("2024", "2025", "2026")
        for counted in ("antal", "pr-1000")
        for more in ({}, {"visning": "projektor"}, {"aktivitet": "ukraine-indsats"})
    ]
    for script, query in views[:: 1 if omfang.THOROUGH else 3]:
        app = run(script, query)
        assert not app.exception, script
        assert not app.error, script


def test_a_later_result_of_a_printed_goal_stands_above_the_printed_one(
    run: Run, editing: Path, rows: list[components.Row], monkeypatch: pytest.MonkeyPatch
) -> None:
    checked = queries.findings()
    _take_in("resultatmaal", [LATER_RESULT])
    taken: list[pd.DataFrame] = []
    monkeypatch.setattr(downloads, "buttons", lambda _name, frame, **_: taken.append(frame))

    def told(dato: str) -> list[tuple[str, str | None, str, str | None]]:
        rows.clear()
        app = run(BOARD, {"maaltema": "bred-geografisk-spredning", "dato": dato})
        assert not app.exception
        own = [row for row in rows if row.cells[0].text.startswith("2a1 ")]
        return [(row.cells[1].text, row.cells[1].note, row.cells[3].text, row.kind) for row in own]

    printed = ("grøn", None, "1.530", None)
    assert told("2026-03-18") == [printed]
    assert told("2026-03-19") == [
        ("gul", "19. marts 2026 (005)", "1.422", None),
        ("grøn", "tidligere: 2025 (004)", "1.530", "tidligere"),
    ]
    both = taken[-1].query("`nr.` == '2a1'")
    assert list(both["realiseret"]) == [1422, 1530]
    assert list(both["papirets dato"]) == ["19. marts 2026", "maj-december 2025 (dag ukendt)"]
    assert list(both["resultatet står i"]) == ["005, linje 14", "004, linje 10242"]
    # What a later paper says is not held against the tables of its time; sums differ in their last digit.
    pd.testing.assert_frame_equal(queries.findings(), checked)


def _a_year_of_activities(year: int, more: int) -> list[dict[str, Any]]:
    """Every printed row of 2024 as another year's: so many more, from the new document."""
    printed = queries.tables()["kommunefordeling"].dropna(subset=["deltagelser"])
    return [
        {"kommune_id": row.kommune_id, "aktivitet": row.aktivitet, "aar": year, "kilde_id": "005"}
        | {"deltagelser": int(row.deltagelser) + more, "kilde_linje": row.kilde_linje, "side": 3}
        for row in printed.itertuples()
    ]


def test_a_new_year_of_the_kommunefordeling_stands_beside_the_printed_one(run: Run, editing: Path) -> None:
    query = {"emne": "kommuner", "kommune": "ishoej"}
    before = run(BOARD, query)
    assert "År" not in [choice.label for choice in before.selectbox]
    _take_in("kommunefordeling", _a_year_of_activities(2025, 10))

    app = run(BOARD, query)
    assert not app.exception
    [year] = [choice for choice in app.selectbox if choice.label == "År"]
    assert (year.value, year.options) == (2025, ["2025", "2024"])
    assert app.header[0].value == "København har flest deltagelser i alt i 2025: 4.319"
    said = "\n".join(each.value for each in app.caption)
    assert "27 af 29 kommuner har tal." in said
    assert "Status fra tovholderne" in said and "Beregnet her: aktiviteternes sum" in said
    assert "Erhvervshus Hovedstadens årsberetning" not in said
    assert "Bornholm og Glostrup: ikke oplyst" in said  # one of their figures is
    assert not any("Forbehold" in each.value for each in app.markdown)

    printed = run(BOARD, query | {"deltagelsesaar": "2024"})
    assert [each.value for each in printed.header] == [each.value for each in before.header]
    assert [each.value for each in printed.markdown] == [each.value for each in before.markdown]
    kommune = run("pages/kommune/min_kommune.py", {"kommune": "ishoej"})
    findings = queries.findings()
    assert not len(findings[(findings["tabel"] == "kommunefordeling_total") & (findings["aar"] != 2024)])
    assert any("Ishøj havde 153 deltagelser i 2025, 6,43 pr. 1.000 borgere" in each.label for each in kommune.expander)


def test_a_new_sum_is_used_and_checked_against_the_activities(run: Run, editing: Path) -> None:
    _take_in("kommunefordeling", _a_year_of_activities(2025, 10))
    [total] = NEW_ROWS["kommunefordeling_total"]
    sums = [total | {"navn": "Ishøj", "kommune_id": "ishoej", "aar": 2025}, total | {"aar": 2025}]
    _take_in("kommunefordeling_total", sums)
    findings = queries.findings().query("tabel == 'kommunefordeling_total' and aar == 2025")
    assert findings[["raekke", "trykt", "genberegnet"]].values.tolist() == [["Ishøj", 9000, 153]]
    assert list(findings["hvor"]) == ["Kommunefordeling, Ishøj (005)"]
    app = run(BOARD, {"emne": "kommuner", "kommune": "ishoej"})
    assert app.header[0].value == "Ishøj har flest deltagelser i alt i 2025: 9.000"


def test_what_became_of_a_task_is_taken_in_on_the_meetings_board(run: Run, editing: Path) -> None:
    """It is then done, with the new paper; of others that were due it is only new that a later paper says nothing."""
    day = date(2026, 3, 19)
    before = {task.opgave_id: task for task in queries.tasks(day)}
    app = run(MEETINGS, {}).button(key="opdater").click().run()
    app = _drop(app, "opfoelgning.xlsx", filled("moede_opfoelgning", NEW_ROWS["moede_opfoelgning"], [NEW_SOURCE]))
    assert not app.exception
    app.button(key="laeg-ind").click().run()
    [success] = app.success
    assert "[Se Møder og beslutninger](moeder?frister=alle)" in success.value
    after = {task.opgave_id: task for task in queries.tasks(day)}
    done = after.pop("kofoedsminde-loesning")
    assert (before.pop("kofoedsminde-loesning").stand, done.stand) == ("tier", "sket")
    assert [told.hvad for told in done.opfoelgning] == ["Svaret er sendt."]
    silent = {task for task in before if before[task].stand == "uden_papir"}
    assert silent
    assert after == {name: replace(task, stand="tier") if name in silent else task for name, task in before.items()}


def test_what_is_added_of_an_infrastructure_project_stands_on_its_board(
    run: Run, editing: Path, cards: list[boards.Card], monkeypatch: pytest.MonkeyPatch
) -> None:
    status = NEW_STATUS | {"projekt_id": "kystbanen", "tekst": "Sporene er lagt."}
    [event] = NEW_ROWS["vip_haendelse"]
    opened = event | {"omraade": "infrastruktur", "projekt_id": "kystbanen", "hvad": "Åbning."}
    _take_in("vip_status", [status])
    _take_in("vip_haendelse", [opened])
    lines: list[boards.ScaleRow] = []
    monkeypatch.setattr(boards, "scale", lambda _key, _heading, rows, *_, **__: lines.extend(rows))
    query = {"infraprojekt": "kystbanen", "dato": "2026-03-19"}

    app = run("pages/projekter/infrastruktur/side.py", query | {"infratavle": "projekter"})
    assert not app.exception
    [card] = cards
    assert (card.afsnit[0].dato, card.afsnit[0].punkter[0].tekst) == ("19. marts 2026", "Sporene er lagt.")
    assert "19. marts 2026: Åbning." in str(card)
    assert "ingen status" not in str(card) + app.header[0].value
    assert not card.graa

    app = run("pages/projekter/infrastruktur/side.py", query | {"infratavle": "tidslinje"})
    assert "Kystbanen: Åbning." in [line.navn for line in lines]
    assert "status for 3 af de 10 projekter" in app.header[0].value


def test_a_tovholder_or_a_region_alone_leaves_no_kommune_out(
    run: Run, editing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [tovholder] = NEW_ROWS["vip_deltager"]
    region = tovholder | {"aktoer_id": "region-hovedstaden", "rolle": "deltager"}
    source = NEW_SOURCE | {"titel": "Status for $5 og $6"}
    intake.carry_out(intake.plan("ny.xlsx", filled("vip_deltager", [tovholder, region], [source])))
    queries.look_again()
    shown: list[boards.Card] = []
    rows: dict[str, Sequence[components.Row]] = {}
    monkeypatch.setattr(boards, "cards", lambda _key, cards, **_: shown.extend(cards))
    monkeypatch.setattr(components, "table", lambda key, _columns, of, **_: rows.update({key: list(of)}))
    query = {"klimaprojekt": "klimaplaner", "kommune": "koebenhavn"}

    app = run("pages/projekter/klima/side.py", query)
    assert not app.exception
    assert any(r"Status for \$5 og \$6, K29" in caption.value for caption in app.caption)
    [card] = shown
    told = next(section for section in card.afsnit if section.titel.startswith("Kommuner"))
    assert told.titel == "Kommuner: ikke navngivet"
    assert [point.tekst for point in told.punkter[1:]] == [
        "Tovholder: Ballerup, fra 19. marts 2026.",
        "Region Hovedstaden er nævnt; den er ikke en kommune.",
    ]
    assert not card.daempet

    app = run("pages/projekter/klima/side.py", {"klimatavle": "kommuner", "klimaprojekt": "klimaplaner"})
    assert "de 6 projekter, der har en liste" in app.header[0].value
    cells = {row.id: row.cells[2].text for row in rows["kommuner"]}
    assert (cells["ballerup"], cells["koebenhavn"]) == ("◆ tovholder", "ikke navngivet")
