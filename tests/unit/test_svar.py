"""The best possible in one sentence, and the three figures of each objective."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from analytics.begreber import RAEKKER
from analytics.grundlag import Grundlag
from analytics.optimering import MAAL, optimer
from analytics.optimering.svar import MAALES_PAA, maalraekker, svar
from analytics.scenarie import Scenarie, Udregning, forslag, udregn
from dansk.tal import number
from tests.scenarier import WITHOUT_WEIGHTS


@pytest.fixture(scope="module")
def proposal(grundlag: Grundlag) -> Udregning:
    return udregn(forslag(grundlag), grundlag)


@pytest.fixture(scope="module")
def best(grundlag: Grundlag, proposal: Udregning) -> dict[str, Udregning]:
    found = {maal: optimer(grundlag, maal=maal).scenarie for maal in MAAL}
    return {maal: proposal.med(scenarie.tillaeg) for maal, scenarie in found.items() if scenarie is not None}


def test_against_the_proposal(proposal: Udregning, best: dict[str, Udregning]) -> None:
    other = number(best["minimax"].noegletal[62].vaerst)
    assert svar(proposal, best["minimax"]) == (
        "Samme penge kan bringe de ringest dækkede i speciale 51 fra 9.893 til 8.315 og i speciale 62 fra 15.615 til "
        f"{other} borgere pr. kapacitet, men Vallensbæk får det 38\N{NO-BREAK SPACE}% ringere end i forslaget."
    )


def test_against_nothing_new_it_takes_money_and_nobody_loses(grundlag: Grundlag, best: dict[str, Udregning]) -> None:
    said = svar(udregn(Scenarie(), grundlag), best["minimax"])
    assert said.startswith("Pengene kan bringe de ringest dækkede i speciale 51 fra 14.465 til 8.315 og")
    assert said.endswith(" borgere pr. kapacitet.")


def test_against_itself_there_is_nothing_to_gain(best: dict[str, Udregning]) -> None:
    assert svar(best["minimax"], best["minimax"]) == (
        "De ringest dækkede har det allerede så godt, som pengene rækker til."
    )


def test_where_one_speciale_is_as_good_the_other_alone_is_told(proposal: Udregning, best: dict[str, Udregning]) -> None:
    given = dict(proposal.scenarie.tillaeg) | {
        (area, 51): best["minimax"].scenarie.tillaeg.get((area, 51), 0.0) for area in proposal.grundlag.omraader
    }
    said = svar(proposal.med(given), best["minimax"])
    assert "speciale 51 fra" not in said
    assert "i speciale 62 fra 15.615 til" in said
    assert "ringere end i dit scenarie" in said


def test_each_objective_has_its_own_figure_of_each_speciale(proposal: Udregning, best: dict[str, Udregning]) -> None:
    rows = maalraekker(proposal, best)
    assert [(each.maal, each.speciale) for each in rows] == [(maal, s) for s in RAEKKER for maal in MAAL]
    for each in rows:
        what, compared = MAALES_PAA[each.maal], proposal.sammenligning[each.speciale]
        assert each.stoerrelse is what
        assert (each.uden, each.forslag, each.bedst) == (
            what.af(compared.uden),
            what.af(compared.forslag),
            what.af(best[each.maal].noegletal[each.speciale]),
        )
        assert max(each.pladser) == 1
        assert each.pladser[2] * max(each.uden, each.forslag, each.bedst) == pytest.approx(each.bedst)
    nothing = replace(rows[0], uden=0.0, forslag=0.0, bedst=0.0)
    assert nothing.pladser == (0.0, 0.0, 0.0)


@given(WITHOUT_WEIGHTS)
def test_the_sentence_names_every_speciale_that_is_better(grundlag: Grundlag, scenarie: Scenarie) -> None:
    better = udregn(scenarie, grundlag)
    without = better.med({})
    named = [s for s in RAEKKER if f"i speciale {s} fra" in svar(without, better)]
    assert named == [s for s in RAEKKER if number(better.noegletal[s].vaerst) != number(without.noegletal[s].vaerst)]
