"""Boxes that are worked out only when they are open: each opens, and holds its finding, its rows and its source."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from analytics.paastand import Kilde
from pages.overblik import beslutninger
from pages.reading import queries, sources

SHOWN = {
    "pages.fysioterapi.kapacitet.omkring": ("show(62)", "boks-omkring"),
    "pages.projekter.klima.klimaopgaver": ("show(Udsnit(date(2025, 12, 31)))", "boks-klimaopgaver"),
    "pages.projekter.klima.klimaplan": ("show(Udsnit(date(2025, 12, 31)))", "boks-klimaplan"),
    "pages.fysioterapi.scenarie.proces": ("show()", ""),
}
FINDINGS = {
    "pages.fysioterapi.kapacitet.omkring": [
        "Regionen er ringest dækket af 5 regioner (62)",
        "9 klinikker har god adgang for alle",
        "25 timers ridefysioterapi om ugen har intet sted",
        "4 af 9 mobile fysioterapeuter er i København",
        "Flest er lejere (381) og ansatte (362)",
    ],
    "pages.projekter.klima.klimaopgaver": ["Kommunerne fik 15 opgaver hver og 21 sammen"],
    "pages.projekter.klima.klimaplan": [
        "Energi og transport er 88 % af kommunernes udledning, og begge har et netværk"
    ],
    "pages.fysioterapi.scenarie.proces": [],
}


@pytest.mark.parametrize("module", SHOWN)
def test_an_open_box_has_its_findings_and_its_source(module: str) -> None:
    call, key = SHOWN[module]
    script = f"""
from datetime import date

from pages.tavler.tavle import Udsnit
import {module} as of

of.{call}
"""
    app = AppTest.from_string(script, default_timeout=60)
    if key:
        app.session_state[key] = True
    app.run()
    assert not app.exception
    assert [each.value.partition(" [")[0] for each in app.subheader] == FINDINGS[module]
    marked = [each.value for each in app.subheader if " [" in each.value]
    assert all("timers ridefysioterapi" in each and "[▲](" in each for each in marked)
    assert len(marked) == ("omkring" in module)
    assert any(each.value.startswith("Kilde: ") for each in app.caption)


def test_hours_that_the_text_has_otherwise_are_marked() -> None:
    mark = sources.mark("tekstpaastand", "timer_pr_uge")
    assert mark is not None
    assert (mark.tegn, mark.art) == ("▲", "modstrid")


def test_what_is_said_of_who_decides_rests_on_rows_that_say_so() -> None:
    told = {(row["emne"], row["raekkefoelge"]): row for row in queries.tables()["beslutning"].to_dict("records")}
    says = {
        ("klima", 3): "til godkendelse",
        ("erhvervshuset", 1): "styrer Erhvervshuset",
        ("udpegninger", 3): "udpegningen",
        ("fysioterapi", 1): "har ansvaret",
        ("fysioterapi", 2): "har ansvaret",
        ("klima", 1): "beslutter selv",
    }
    assert tuple(says) == beslutninger.LEAD_RESTS_ON
    assert beslutninger.sources_of_lead() == [Kilde.af(told[key]).kort for key in says]
    for key, words in says.items():
        assert words in told[key]["goer"]
