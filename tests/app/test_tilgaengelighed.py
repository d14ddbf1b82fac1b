"""The statement on accessibility: its parts, what is not accessible, and whom to write to."""

from __future__ import annotations

import pytest

from pages import components
from pages.om.fejl_i_streamlit import FEJL, VERSION
from tests.app.conftest import Run, stands

PAGE = "pages/om/tilgaengelighed.py"


def _texts(run: Run) -> str:
    app = run(PAGE, {})
    stands(app)
    return "\n".join(str(each.value) for each in (*app.header, *app.subheader, *app.markdown, *app.text, *app.caption))


def test_the_statement_has_every_part_that_the_law_asks_for(run: Run) -> None:
    text = _texts(run)
    for part in (
        "EN 301 549",
        "lov om tilgængelighed af offentlige organers websteder",
        "Det, der ikke er tilgængeligt",
        "Vi har selv evalueret webstedet",
        "overholdt delvist",
        "Skriv til os",
        "Digitaliseringsstyrelsen",
        "Oprettet 27. november 2026",
        "Senest gennemgået",
    ):
        assert part in text


def test_every_fault_is_told_with_its_rule_and_a_way_round(run: Run, rows: list[components.Row]) -> None:
    text = _texts(run)
    assert [[cell.text for cell in row.cells] for row in rows] == [[f.hvad, f.krav, f.udvej, f.regel] for f in FEJL]
    assert (VERSION in text) == bool(FEJL)
    assert ("vi kender kun én mangel" in text) != bool(FEJL)


@pytest.mark.parametrize(
    ("contact", "said"),
    [
        (None, "har ikke skrevet, hvem I kan kontakte"),
        (" ", "har ikke skrevet, hvem I kan kontakte"),
        ("kkr@example.dk, 12 34 56 78", "kkr@example.dk, 12 34 56 78"),
    ],
)
def test_whom_to_write_to_is_the_operators_to_say(
    contact: str | None, said: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KKR_KONTAKT", raising=False)
    if contact is not None:
        monkeypatch.setenv("KKR_KONTAKT", contact)
    assert said in _texts(run)
    assert "KKR_KONTAKT" not in _texts(run)
