"""Where a figure stands in words, and the sentences on where kommuner stick out: short, right, and never «nr. 5»."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from analytics.kapacitet.maal import MEASURES
from analytics.kapacitet.rangorden import INGEN_RAEKKE, i_orden
from pages.drawing import standing
from pages.kommune import billede
from pages.reading import queries
from tests.skaerm import words

KOMMUNER = tuple(queries.kommune_names())
PAIRS = tuple(combinations(KOMMUNER, 2))


@pytest.mark.parametrize(
    ("place", "written"),
    [
        ("a", "ringest dækket af 7"),
        ("b", "2.\N{NO-BREAK SPACE}ringest dækket af 7"),
        ("c", "3.\N{NO-BREAK SPACE}ringest dækket af 7, delt med en anden"),
        ("f", "2.\N{NO-BREAK SPACE}bedst dækket af 7"),
        ("g", "bedst dækket af 7"),
    ],
)
def test_a_place_says_of_what(place: str, written: str) -> None:
    figures = i_orden({"a": 9.0, "b": 8.0, "c": 7.0, "d": 7.0, "e": 6.0, "f": 5.0, "g": 1.0})
    assert standing.placed(MEASURES["borgere-pr-kapacitet"], figures[place]) == written


@pytest.mark.parametrize(
    ("alike", "said"),
    [
        (1, ""),
        (2, ", delt med en anden"),
        (3, ", delt med to andre"),
        (4, ", delt med tre andre"),
        (5, ", delt med 4 andre"),
    ],
)
def test_a_tie_is_said(alike: int, said: str) -> None:
    figures = i_orden({str(nr): 9.0 if nr < alike else float(-nr) for nr in range(12)})
    assert standing.placed(MEASURES["ventetid-maks"], figures["0"]) == f"længst af 12{said}"


def test_what_is_unknown_has_no_place_in_words() -> None:
    assert standing.placed(MEASURES["ventetid-maks"], INGEN_RAEKKE) is None


def test_every_line_has_words_of_its_own() -> None:
    shown = billede.of([queries.profile("gladsaxe")])
    for line in shown.rygrad.linjer:
        told = f"Skriv {line.af.maal.id} i _ENDS i pages/drawing/standing.py."
        assert standing.ends(line.af.maal).compared != "tal", told


@pytest.mark.parametrize("kommune", KOMMUNER)
def test_a_kommune_has_three_sentences_and_the_first_is_a_headline(kommune: str) -> None:
    first, *others = billede.of([queries.profile(kommune)]).saetninger
    assert len(others) == 2
    _is_a_headline(first)
    for each in (first, *others):
        assert not re.search(r"\bnr\. \d", each)
        assert "  " not in each


def _is_a_headline(text: str) -> None:
    assert len(words.numbers(text)) <= 2, text
    assert len(words.words(text)) <= 12, text


@pytest.mark.grundig(20)
@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_two_kommuner_have_a_headline_of_where_they_differ(pair: tuple[str, str]) -> None:
    first, *_ = billede.of([queries.profile(each) for each in pair]).saetninger
    assert first.startswith(("Størst forskel i ", "Forskel i "))
    _is_a_headline(first)


def test_the_sentences_of_albertslund_fredensborg_and_koebenhavn() -> None:
    said = {
        each: [text.replace("\N{NO-BREAK SPACE}", " ") for text in billede.of([queries.profile(each)]).saetninger]
        for each in ("albertslund", "fredensborg", "koebenhavn")
    }
    assert said == {
        "albertslund": [
            "Albertslund har den længste meldte ventetid (vederlagsfri), delt med tre andre: 52 uger",
            "Albertslund har 2. færrest patienter pr. kapacitet af 37 (almindelig): 285",
            "Albertslund har den 6. laveste befolkningstilvækst af 37: −2,3 %",
        ],
        "fredensborg": [
            "Fredensborg har det laveste tilskud pr. borger (vederlagsfri): 73 kr.",
            "Fredensborg har den 3. korteste ventetid i snit af 37 (vederlagsfri): 4,7 uger",
            "Fredensborg er 5. ringest dækket af 37 (almindelig): 8.338 borgere pr. kapacitet",
        ],
        "koebenhavn": [
            "Valby i København er ringest dækket (vederlagsfri): 21.888 borgere pr. kapacitet",
            "Vesterbro i København har den højeste befolkningstilvækst: +14,6 %",
            "Nørrebro i København har den korteste maksimale ventetid (vederlagsfri): 2 uger",
        ],
    }
