"""How many citizens get it better and worse, who most, what is compared with, and the lines that say so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from analytics.begreber import RAEKKER
from analytics.grundlag import Grundlag
from analytics.scenarie import Scenarie, forslag, udregn
from analytics.scenarie.fund import SOM, hvem_mest, hvor_mange, over_budgettet, som
from analytics.scenarie.modpart import efter_reglen, udregnet
from analytics.scenarie.vaegte import Vaegte
from tests.scenarier import SCENARIER, TILLAEG
from tests.skaerm.words import numbers, words
from tests.unit.smaa_grundlag import lille

FIRST, SECOND, THIRD, FOURTH = "albertslund", "alleroed", "amager", "ballerup"
PAIRS = st.tuples(SCENARIER, TILLAEG)
"""A scenario, and what another gives that same year, on that base and with those weights."""


@pytest.fixture(scope="module")
def four(grundlag: Grundlag) -> Grundlag:
    """1000, 2000, 6000 and 8000 citizens, and a capacity of each speciale everywhere."""
    return lille(grundlag, [1000, 2000, 6000, 8000], [[1.0] * 4, [1.0] * 4])


def test_by_hand(four: Grundlag) -> None:
    before = udregn(Scenarie(tillaeg={(FIRST, 51): 1.0, (SECOND, 62): 1.0}), four)
    after = before.med({(THIRD, 51): 0.25, (FOURTH, 51): 1.0, (SECOND, 62): 1.0})
    first, second = (after.virkning_mod(before)[s] for s in RAEKKER)
    assert (first.bedre, first.ringere, first.uaendret, first.borgere) == (14_000, 1_000, 2_000, 17_000)
    assert [(each.omraade_id, each.pct) for each in first.vindere] == [(FOURTH, -50.0), (THIRD, pytest.approx(-20))]
    assert [(each.omraade_id, each.pct) for each in first.tabere] == [(FIRST, 100.0)]
    assert (first.antal_vindere, first.antal_tabere, first.stoerst_pct) == (2, 1, 100.0)
    assert [first.andel(each) for each in (*first.vindere, *first.tabere)] == [0.5, pytest.approx(0.2), 1.0]
    assert first.andel(after.mod(before).forskelle[-2]) == 0.0
    assert (second.bedre, second.ringere, second.uaendret, second.stoerst_pct) == (0, 0, 17_000, 0.0)


def test_three_of_each_are_named_the_largest_first_and_equal_ones_in_the_tables_order(four: Grundlag) -> None:
    given = udregn(Scenarie(tillaeg={(FIRST, 51): 0.5, (SECOND, 51): 1.0, (THIRD, 51): 0.5, (FOURTH, 51): 0.5}), four)
    gained, lost = given.virkning_mod(given.uden_nye)[51], given.uden_nye.virkning_mod(given)[51]
    assert [each.omraade_id for each in gained.vindere] == [SECOND, FIRST, THIRD]
    assert [each.omraade_id for each in lost.tabere] == [SECOND, FIRST, THIRD]
    assert (gained.antal_vindere, lost.antal_tabere) == (4, 4)


@given(PAIRS)
def test_the_groups_are_all_citizens_and_those_unchanged_have_the_same_capacity(grundlag: Grundlag, pair) -> None:
    """Where the patients stay: else everybody has more of what anybody is given (`test_patienterne`)."""
    scenarie, tillaeg = pair
    of = udregn(replace(scenarie, foelger=False), grundlag)
    other = of.med(tillaeg)
    people = grundlag.borgere(scenarie.aar)
    for row, (speciale, found) in enumerate(of.virkning_mod(other).items()):
        # Whose citizens all count for nothing by the weights has none per capacity, whatever is given.
        weighed = of.regning.vejede > 0
        mine, theirs = (each.regning.kapacitet[row] * weighed for each in (of, other))
        assert found.speciale == speciale
        assert found.borgere == people.sum()
        assert found.uaendret == people[mine == theirs].sum()
        assert found.bedre == people[mine > theirs].sum()
        assert (found.antal_vindere, found.antal_tabere) == ((mine > theirs).sum(), (mine < theirs).sum())


@given(SCENARIER)
def test_nobody_gains_or_loses_against_oneself(grundlag: Grundlag, scenarie: Scenarie) -> None:
    of = udregn(scenarie, grundlag)
    for found in of.virkning_mod(of).values():
        assert (found.bedre, found.ringere, found.vindere, found.tabere) == (0, 0, (), ())
        assert found.uaendret == found.borgere


@given(PAIRS)
def test_turned_round_gains_are_losses(grundlag: Grundlag, pair) -> None:
    scenarie, tillaeg = pair
    of = udregn(scenarie, grundlag)
    other = of.med(tillaeg)
    for speciale in RAEKKER:
        there, back = of.virkning_mod(other)[speciale], other.virkning_mod(of)[speciale]
        assert (there.bedre, there.ringere, there.uaendret) == (back.ringere, back.bedre, back.uaendret)
        # The order may be another: a fall from 2 to 1 is 50 per cent, the rise back 100.
        assert (there.antal_vindere, there.antal_tabere) == (back.antal_tabere, back.antal_vindere)
        assert (len(there.vindere), len(there.tabere)) == (len(back.tabere), len(back.vindere))
        if there.vindere and there.antal_vindere <= 3:
            assert {each.omraade_id for each in there.vindere} == {each.omraade_id for each in back.tabere}


def test_it_is_compared_with_nothing_new_until_it_differs_from_the_proposal(grundlag: Grundlag) -> None:
    proposal = forslag(grundlag)
    for same in (proposal, replace(proposal, aar=2026), replace(proposal, vaegte=Vaegte({"koebenhavn": 4}))):
        assert efter_reglen(udregn(same, grundlag)) == "ingen"
    for other in (proposal.uden_nye(), Scenarie(tillaeg={**proposal.tillaeg, ("valby", 51): 3.5})):
        assert efter_reglen(udregn(other, grundlag)) == "forslaget"


def test_what_it_is_compared_with_is_seen_in_the_same_light(grundlag: Grundlag) -> None:
    of = udregn(Scenarie(2026, {("valby", 51): 1.0}, "foer_justering", Vaegte({"koebenhavn": 4})), grundlag)
    assert udregnet(of, "forslaget") is of.forslag
    assert udregnet(of, "ingen") is of.uden_nye


def _said(of, other, speciale: int = 51) -> str:
    return hvor_mange(of.virkning_mod(other)[speciale], SOM["forslaget"])


def test_lines_by_hand(four: Grundlag) -> None:
    none = udregn(Scenarie(), four)
    gained = none.med({(THIRD, 51): 0.25, (FOURTH, 51): 1.0})
    both = none.med({(FIRST, 51): 1.0})
    assert _said(gained, none) == "14.000 borgere får det bedre end i forslaget, ingen ringere."
    assert _said(none, gained) == "14.000 borgere får det ringere end i forslaget, ingen bedre."
    assert _said(both, gained) == "1.000 borgere får det bedre end i forslaget, 14.000 får det ringere."
    assert _said(none, none) == "Alle borgere har det som i forslaget."
    assert hvor_mange(gained.virkning_mod(none)[62], SOM["ingen"]) == "Alle borgere har det som uden nye."
    assert hvor_mange(gained.virkning_mod(none)[51], som("Sydvest først")) == (
        "14.000 borgere får det bedre end i «Sydvest først», ingen ringere."
    )
    names = four.navne
    assert hvem_mest(gained.virkning_mod(none)[51], names) == "Mest vinder Ballerup (−50\xa0%)."
    assert hvem_mest(both.virkning_mod(gained)[51], names) == (
        "Mest vinder Albertslund (−50\xa0%), mest taber Ballerup (+100\xa0%)."
    )
    assert hvem_mest(none.virkning_mod(none)[51], names) == ""


def test_one_citizen_is_one(grundlag: Grundlag) -> None:
    tiny = lille(grundlag, [1, 2000], [[1.0, 1.0], [1.0, 1.0]])
    none = udregn(Scenarie(), tiny)
    given = none.med({(FIRST, 51): 1.0})
    assert _said(given, none) == "1 borger får det bedre end i forslaget, ingen ringere."
    assert _said(none, given) == "1 borger får det ringere end i forslaget, ingen bedre."


def test_a_small_change_is_told_in_tenths(four: Grundlag) -> None:
    none = udregn(Scenarie(), four)
    said = hvem_mest(none.med({(FIRST, 51): 0.004}).virkning_mod(none)[51], four.navne)
    assert said == "Mest vinder Albertslund (−0,4\xa0%)."


@given(PAIRS)
@example((Scenarie(), {("vesterbro", 51): 0.1}))
def test_a_line_has_at_most_twelve_words_and_two_numbers(grundlag: Grundlag, pair) -> None:
    scenarie, tillaeg = pair
    of = udregn(scenarie, grundlag)
    for found in of.virkning_mod(of.med(tillaeg)).values():
        lines = [hvor_mange(found, mod) for mod in (*SOM.values(), som("Sydvest først"))]
        for line in (*lines, hvem_mest(found, grundlag.navne)):
            assert len(words(line)) <= 12, line
            assert len(numbers(line)) <= 2, line
    for used in of.forbrug.values():
        line = over_budgettet(used)
        assert bool(line) == (used.over or used.over_kr)
        assert len(words(line)) <= 12
        assert len(numbers(line)) <= 2


def test_over_the_budget_by_how_much(grundlag: Grundlag) -> None:
    of = udregn(Scenarie(tillaeg={("valby", 51): 10.0, ("amager", 51): 3.9, ("valby", 62): 11.3}), grundlag)
    assert over_budgettet(of.forbrug[51]) == "0,4 kapaciteter over budgettet, 163.852\xa0kr. om året"
    assert over_budgettet(of.forbrug[62]) == ""
    assert (of.forbrug[51].for_meget_kr, of.forbrug[62].for_meget_kr) == (pytest.approx(163_852), 0.0)


def test_over_the_frame_alone(grundlag: Grundlag) -> None:
    of = udregn(Scenarie(tillaeg={("valby", 51): 10.0, ("amager", 51): 3.5}), grundlag).forbrug[51]
    dear = replace(of, budget=replace(of.budget, ramme_kr=5_000_000.0))
    assert over_budgettet(dear) == "530.005\xa0kr. om året over rammen"


def test_over_both_the_budget_and_the_frame(grundlag: Grundlag) -> None:
    of = udregn(Scenarie(tillaeg={("valby", 51): 10.0, ("amager", 51): 5.5}), grundlag).forbrug[51]
    assert over_budgettet(of) == "2,0 kapaciteter over budgettet og 249.265\xa0kr. om året over rammen"
