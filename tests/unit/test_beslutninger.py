"""The differences that change a decision: there are five, each is a difference, and it changes what it is said to."""

from __future__ import annotations

import pytest

from analytics import kildekontrol
from analytics.kildekontrol import Finding
from analytics.tabeller import Frames
from data import store


@pytest.fixture(scope="module")
def found() -> tuple[Finding, ...]:
    with store.connect() as con:
        return tuple(kildekontrol.as_findings(kildekontrol.findings(con)))


def test_five_change_a_decision(found: tuple[Finding, ...]) -> None:
    told = [(each.hvad, each.trykt, each.rigtigt, each.hvorfor) for each in kildekontrol.beslutninger(found)]
    assert told == [
        ("Regionens ramme til speciale 51", "19,6 mio. kr.", "6,1", "Trykt er hele landets."),
        (
            "Forslagets virkning i Brøndby",
            "4.334 borgere pr. kapacitet",
            "4.721",
            "Regnet med en anden befolkning, også i Vallensbæk og Høje-Taastrup.",
        ),
        ("Kapaciteten i Valby, speciale 62", "3,55 kapaciteter", "3,03", "To tabeller er uenige, også i Amager."),
        (
            "Fredensborg blandt de ringest dækkede",
            "ikke nævnt",
            "8.338 borgere pr. kapacitet",
            "Teksten springer over det.",
        ),
        ("Ventetiden i speciale 62", "23,5 uger", "13,9", "Trykt er de længste ventetider."),
    ]


def test_each_is_one_of_the_differences(found: tuple[Finding, ...]) -> None:
    assert {each.fund for each in kildekontrol.beslutninger(found)} <= set(found)


def test_a_difference_that_is_mended_is_no_longer_told(found: tuple[Finding, ...]) -> None:
    told = kildekontrol.beslutninger(found)
    first, second, *_ = told
    left = [each for each in found if each not in (first.fund, second.fund)]
    again = kildekontrol.beslutninger(left)
    assert again[0].hvad == "Forslagets virkning i Vallensbæk", "another like it stands for it"
    assert again[0].hvorfor == "Regnet med en anden befolkning, også i Høje-Taastrup."
    assert again[1:] == told[2:]
    assert kildekontrol.beslutninger([]) == ()


def test_what_is_said_of_them_is_so(found: tuple[Finding, ...], frames: Frames) -> None:
    money, effect, capacity, left_out, wait = (each.fund for each in kildekontrol.beslutninger(found))
    budget = frames["fysio_budget"].query("speciale == 51").set_index("noegle")["vaerdi"]
    assert money.trykt == budget["ramme_national"], "the printed is that of the whole country"
    assert effect.genberegnet is not None and effect.trykt is not None
    assert effect.genberegnet > effect.trykt, "with more citizens there are more to a capacity"
    shown = frames["fysio_kapacitet"].query("omraade_id == 'valby' and speciale == 62")["kapacitet"].item()
    assert capacity.genberegnet == pytest.approx(shown)
    area = frames["fysio_kapacitet"].query("speciale == 51").sort_values("borgere_pr_kapacitet", ascending=False)
    place = list(area["omraade_id"]).index("fredensborg")
    assert left_out.omraade_id in ("fredensborg", None)
    assert place < len(area) / 3, "it is among the worst served"
    longest = frames["fysio_ventetid"].query("speciale == 62")["uger_max"].mean()
    assert wait.trykt == pytest.approx(longest, abs=0.1)
