"""What the command prints and writes."""

from __future__ import annotations

import json

from tests.skaerm import __main__ as command
from tests.skaerm.test_limits import EMPTY, FULL

FOUND = [("metode", "baerbar", FULL), ("kilder", "telefon", EMPTY)]


def test_the_table_has_a_row_a_screen_and_its_columns_stand_under_each_other() -> None:
    head, *rows = command.table(FOUND)
    assert [row.split()[:3] for row in rows] == [["metode", "baerbar", "områder"], ["kilder", "telefon", "ingen"]]
    assert rows[0][head.index("fra") :].startswith("300")
    assert rows[0][head.index("fylder") :].startswith("25,0 %")
    assert rows[0][head.index("overskrift") :].startswith("8 ord, 2 tal")
    assert rows[0][head.index("engelsk") :].split() == ["2", "11,5", "px"]
    assert rows[1][head.index("overskrift") :].split() == ["ingen", "0", "0"]


def test_every_fault_is_told_with_its_text() -> None:
    told = "\n".join(command.faults(FOUND))
    for text in ("kasse: «Rudersdal» (400 px nede)", "Select: «Select»", "læst op, Close: «Close»", "11,5 px: «Valby»"):
        assert text in told
    assert "kilder, telefon: ingen overskrift" in told


def test_all_that_was_measured_is_written_as_json() -> None:
    first, second = json.loads(json.dumps(command.as_json(FOUND)))
    assert first["loftets_tal"]["skaaret"] == 1
    assert first["billeder"][0]["begynder"] == 300
    assert first["skaaret"][0]["tekst"] == "Rudersdal"
    assert second["loftets_tal"]["billedet_begynder"] == "ingen"
