"""The wording of findings and the look-up of the mark beside a figure, on findings made up for the purpose."""

import pandas as pd
import pytest

from analytics.kildekontrol import (
    CHECKS,
    KINDS,
    Finding,
    Marks,
    Tally,
    as_findings,
    as_tallies,
    contradictions,
    entries,
    in_all,
    select,
)

FINDING = {
    "afvigelse_id": "x",
    "tabel": "fysio_kapacitet",
    "omraade_id": "valby",
    "kommune_id": None,
    "speciale": 51,
    "aar": None,
    "felt": "kapacitet",
    "trykt": 2.0,
    "genberegnet": 1.0,
    "trykt_tekst": "2,00",
    "forskel_pct": 100.0,
    "art": "modstrid",
    "forklaring": "Tabellen har 1.",
    "kilde_id": "004",
    "kilde_linje": 1,
    "kilde_linje_2": None,
    "raekke": "Valby",
    "kontrol": "sum",
    "hvor": "Tabel 3, Valby, speciale 51 (004, linje 1)",
    "anden_kilde_id": None,
    "anden_linje": None,
    "samlet_i": None,
    "medlemmer": 0,
}


def frame(*changes: dict) -> pd.DataFrame:
    rows = pd.DataFrame([FINDING | change for change in changes])
    return rows.astype(dict.fromkeys(["speciale", "aar", "kilde_linje", "kilde_linje_2", "anden_linje"], "Int64"))


def look_up(rows: pd.DataFrame, **keys) -> Finding | None:
    return Marks(rows).mark("fysio_kapacitet", "kapacitet", **{"omraade_id": "valby", "speciale": 51} | keys)


def test_blanks_become_none():
    (finding,) = as_findings(frame({"trykt": None, "genberegnet": None, "forskel_pct": None}))
    assert (finding.aar, finding.kilde_linje_2, finding.kommune_id, finding.trykt) == (None, None, None, None)
    assert (finding.speciale, finding.art) == (51, "modstrid")


@pytest.mark.parametrize("keys", [{"omraade_id": "amager"}, {"speciale": 62}, {"raekke": "Amager"}])
def test_a_mark_does_not_stand_beside_another_figure(keys):
    assert look_up(frame({}), **keys) is None


def test_a_finding_without_a_year_holds_for_every_year_and_one_with_a_year_only_for_that():
    assert look_up(frame({}), aar=2030)
    assert look_up(frame({"aar": 2030}), aar=2030)
    assert look_up(frame({"aar": 2030}), aar=2024) is None


def test_the_gravest_finding_comes_first():
    basis = {"afvigelse_id": "basis", "art": "andet_grundlag", "forskel_pct": 500.0}
    small, large = ({"afvigelse_id": name, "forskel_pct": size} for name, size in (("small", 1.0), ("large", -40.0)))
    assert look_up(frame(basis, small, large)).afvigelse_id == "large"


@pytest.mark.parametrize("art", KINDS)
@pytest.mark.parametrize("size", [0.001, -40.0, None])
def test_every_finding_is_marked_beside_its_figure(art, size):
    assert look_up(frame({"art": art, "forskel_pct": size})) is not None


@pytest.mark.parametrize("text", [*(k.definition for k in KINDS.values()), *(c.tolerance for c in CHECKS.values())])
def test_definitions_and_tolerances_are_sentences(text):
    assert text.endswith(".") and text[0] in "«" + text[0].upper()


def found(**changes: object) -> Finding:
    (finding,) = as_findings(frame(changes))
    return finding


@pytest.mark.parametrize(
    ("printed", "text", "recomputed", "written"),
    [
        (4383.0, "4.383", 4774.66, "4.775"),
        (2.8, "2,8 uger", 1.13, "1,1"),
        (12.66, "12,66", 12.63, "12,63"),
        # Rounded as the printed figure, 5,04 and 1,4 would look like what is printed.
        (5.0, "5", 5.04, "5,0"),
        (1.3, "1,3", 1.38, "1,38"),
        (None, "Fredensborg", 8338.0, "8.338"),
        (3.0, "3", None, "ikke oplyst"),
        # The words beside the figures differ, and these do not.
        (3096.0, "flere end 3.096", 3096.0, "3.096"),
    ],
)
def test_the_recomputed_figure_has_the_printed_ones_decimals(printed, text, recomputed, written):
    finding = found(trykt=printed, trykt_tekst=text, genberegnet=recomputed)
    assert finding.genberegnet_som_trykt == written


def test_a_difference_of_just_one_of_the_last_decimal_is_not_hidden():
    assert found(trykt=5.0, trykt_tekst="5", genberegnet=6.0).genberegnet_som_trykt == "6"


def test_a_finding_tells_its_place_its_kind_and_what_its_check_tolerates():
    finding = found()
    assert finding.sted == "Tabel 3, Valby, speciale 51"
    assert finding.art_navn == KINDS["modstrid"].navn
    assert finding.tolerance == CHECKS["sum"].tolerance


def test_findings_are_selected_by_kind_and_by_every_sought_word_in_place_or_explanation():
    rows = frame(
        {"afvigelse_id": "a"},
        {"afvigelse_id": "b", "art": "trykfejl", "hvor": "Bilag 7, Amager (004, linje 2)"},
        {"afvigelse_id": "c", "forklaring": "Bilaget har 2."},
    )
    every = tuple(as_findings(rows))

    def chosen(kind: str | None, sought: str) -> str:
        return "".join(each.afvigelse_id for each in select(every, kind, sought))

    assert chosen(None, "") == "abc"
    assert chosen("trykfejl", "") == "b"
    assert chosen(None, "BILAG") == "bc"
    assert chosen(None, "valby bilaget") == "c"
    assert chosen("modstrid", "amager") == ""
    assert contradictions(every) == 2


def test_a_tally_is_told_row_by_row_and_in_all():
    rows = pd.DataFrame(
        {
            "kontrol": ["a", "b"],
            "navn": ["A", "B"],
            "sammenligner": ["x", "y"],
            "tolerance": ["t", "u"],
            "kontrolleret": [3, 4],
            "afviger": [1, 0],
        }
    )
    tallies = as_tallies(rows)
    assert tallies == (Tally("a", "A", "x", "t", 3, 1), Tally("b", "B", "y", "u", 4, 0))
    assert in_all(tallies) == (7, 1)


def test_an_entry_stands_for_its_members_in_the_list_and_they_beside_their_figures():
    members = [{"afvigelse_id": name, "samlet_i": "entry", "art": "modstrid"} for name in ("a", "b")]
    entry = {"afvigelse_id": "entry", "medlemmer": 2, "omraade_id": None, "trykt": None, "genberegnet": None}
    rows = frame(entry, *members, {"afvigelse_id": "c"})
    every = tuple(as_findings(rows))
    assert [each.afvigelse_id for each in entries(every)] == ["entry", "c"]
    assert contradictions(every) == 2
    assert look_up(rows).afvigelse_id == "a"
    assert look_up(frame(entry), omraade_id=None) is None
