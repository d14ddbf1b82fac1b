"""A scenario with all that it comes to: on a few areas whose figures can be worked out by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from analytics.begreber import AAR, REGION
from analytics.grundlag import Grundlag
from analytics.scenarie import Scenarie, Vilkaar, forslag, udregn, udtraek
from analytics.scenarie.noegletal import STOERRELSER
from analytics.scenarie.stilling import foer, fordeling, forloeb, kortvaerdier, skalapladser, stillinger
from analytics.scenarie.vaegte import Vaegte
from tests.scenarier import SCENARIER
from tests.unit.smaa_grundlag import lille

FIRST, SECOND, THIRD = "albertslund", "alleroed", "amager"


@pytest.fixture(scope="module")
def three(grundlag: Grundlag) -> Grundlag:
    """1000, 2000 and 6000 citizens; 1, 1 and 2 capacities of 51, and 2, 1 and 1 of 62."""
    return lille(grundlag, [1000, 2000, 6000], [[1.0, 1.0, 2.0], [2.0, 1.0, 1.0]])


def test_key_figures_by_hand(three: Grundlag) -> None:
    of = udregn(Scenarie(tillaeg={(THIRD, 51): 1.0}), three, {51: 2000.0, 62: 1999.0})
    first, second = of.noegletal[51], of.noegletal[62]
    assert (first.vaerst_omraade, first.vaerst, first.bedst_omraade, first.bedst) == (SECOND, 2000, FIRST, 1000)
    assert (first.forhold, first.over_graense, first.borgere_over, first.andel_over) == (2.0, (), 0, 0.0)
    assert first.region == 9000 / 5
    assert (second.vaerst_omraade, second.vaerst, second.bedst_omraade, second.bedst) == (THIRD, 6000, FIRST, 500)
    assert (second.over_graense, second.borgere_over, second.andel_over) == ((THIRD, SECOND), 8000, 8000 / 9000)
    assert [what.af(second) for what in STOERRELSER] == [
        6000,
        8000,
        100 * 8000 / 9000,
        12.0,
        pytest.approx(second.gini),
        2250.0,
    ]


def test_gini_by_hand(three: Grundlag) -> None:
    """Of two citizens drawn at random, half the mean difference in capacity, over the mean."""
    of = udregn(Scenarie(), three).noegletal[62]
    people, each = [1000, 2000, 6000], [2 / 1000, 1 / 2000, 1 / 6000]
    pairs = sum(
        a * b * abs(x - y) for a, x in zip(people, each, strict=True) for b, y in zip(people, each, strict=True)
    )
    assert of.gini == pytest.approx(pairs / (2 * 9000**2 * (4 / 9000)))


def test_who_gains_and_loses_by_hand(three: Grundlag) -> None:
    before = udregn(Scenarie(tillaeg={(FIRST, 51): 1.0, (SECOND, 62): 1.0}), three)
    after = before.med({(THIRD, 51): 2.0, (SECOND, 62): 1.0, (FIRST, 62): 1.0})
    against = after.mod(before)
    assert [(each.omraade_id, each.speciale, round(each.pct, 6), each.udfald) for each in against.forskelle] == [
        (THIRD, 51, -50.0, "vinder"),
        (FIRST, 62, round(100 * (2 / 3 - 1), 6), "vinder"),
        (SECOND, 51, 0.0, "uaendret"),
        (SECOND, 62, 0.0, "uaendret"),
        (THIRD, 62, 0.0, "uaendret"),
        (FIRST, 51, 100.0, "taber"),
    ]
    most, least = against.vinder_mest, against.taber_mest
    assert most is not None
    assert least is not None
    assert (most.omraade_id, most.mod, most.nu, most.borgere) == (THIRD, 3000, 1500, 6000)
    assert (least.omraade_id, least.mod, least.nu, least.borgere) == (FIRST, 500, 1000, 1000)
    assert (len(against.vindere), len(against.tabere), against.omraader_der_taber) == (2, 1, 1)
    back = before.mod(after)
    assert (back.omraader_der_taber, back.vinder_mest and back.vinder_mest.omraade_id) == (2, FIRST)
    assert back.taber_mest == back.forskelle[-1]


def test_an_area_that_loses_in_both_specialer_is_one_area(three: Grundlag) -> None:
    given = udregn(Scenarie(tillaeg={(FIRST, 51): 1.0, (FIRST, 62): 0.5}), three)
    against = given.uden_nye.mod(given)
    assert (len(against.tabere), against.omraader_der_taber) == (2, 1)
    assert against.taber_mest is not None
    assert (against.taber_mest.speciale, against.taber_mest.pct) == (51, pytest.approx(100))


@given(SCENARIER)
def test_nobody_gains_against_oneself_and_gains_turn_round_to_losses(grundlag: Grundlag, scenarie: Scenarie) -> None:
    of = udregn(scenarie, grundlag)
    assert {each.udfald for each in of.mod(of).forskelle} == {"uaendret"}
    there, back = of.mod(of.forslag), of.forslag.mod(of)
    assert {(each.omraade_id, each.speciale) for each in there.vindere} == {
        (each.omraade_id, each.speciale) for each in back.tabere
    }
    percents = [each.pct for each in there.forskelle]
    assert percents == sorted(percents)


def test_equal_scenarios_on_the_same_terms_are_worked_out_once(grundlag: Grundlag) -> None:
    terms = Vilkaar(grundlag, {51: 9000.0}, "ingen")
    proposal = terms.udregn(forslag(grundlag))
    assert proposal.forslag is proposal
    assert proposal.uden_nye.uden_nye is proposal.uden_nye
    assert proposal.uden_nye.forslag is proposal
    assert terms.udregn(Scenarie(tillaeg=dict(forslag(grundlag).tillaeg))) is proposal
    assert proposal.regning is proposal.regning
    assert (proposal.kobling, proposal.graenser[51], proposal.graenser[62]) == (
        "ingen",
        9000.0,
        grundlag.graenser()[62],
    )
    early = terms.udregn(Scenarie(2026, {("valby", 51): 1.0}, "foer_justering", Vaegte()))
    for other in (early.forslag, early.uden_nye):
        same = (other.scenarie.aar, other.scenarie.grundkapacitet, other.scenarie.vaegte)
        assert same == (2026, "foer_justering", Vaegte())


def test_a_difference_is_as_it_is_shown(three: Grundlag) -> None:
    now, other = (udregn(Scenarie(tillaeg=given), three).noegletal[51] for given in ({(THIRD, 51): 1.0}, {}))
    differences = {what.id: what.forskel(now, other) for what in STOERRELSER}
    assert differences["vaerst"] == -1000
    assert differences["forhold"] == -1.0
    assert differences["region"] == -450
    assert differences["borgere_over"] == 0


def test_where_each_stands_before_and_after(three: Grundlag) -> None:
    stand = stillinger(udregn(Scenarie(tillaeg={(THIRD, 51): 2.0}), three), 51)
    assert [(each.navn, each.foer, each.efter, each.faar_nyt) for each in stand.omraader] == [
        (SECOND, 2000, 2000, False),
        (THIRD, 3000, 1500, True),
        (FIRST, 1000, 1000, False),
    ]
    assert [(each.del_foer, each.del_efter) for each in stand.omraader] == [
        (pytest.approx(2 / 3), pytest.approx(2 / 3)),
        (1.0, 0.5),
        (pytest.approx(1 / 3), pytest.approx(1 / 3)),
    ]
    assert [each.aendring_pct for each in stand.omraader] == [0, -50, 0]
    region = stand.region
    assert (region.niveau, region.navn, region.foer, region.efter) == ("region", REGION, 2250, 1500)
    assert region.del_efter == 0.5
    assert {each.niveau for each in stand.samlede[:-1]} == {"planomraade"}


def test_where_each_stands_on_the_common_scale(three: Grundlag) -> None:
    bare = lille(three, [1000, 2000, 6000], [[1.0, 0.0, 2.0], [2.0, 1.0, 1.0]])
    bare = replace(bare, fysio_forslag=bare.fysio_forslag.query("omraade_id == @THIRD"))
    of = udregn(Scenarie(tillaeg={(SECOND, 51): 2.0, (THIRD, 62): 1.0}), bare)
    first, second, third = (skalapladser(of, 51)[area] for area in (FIRST, SECOND, THIRD))
    # The proposal gives Amager 4,7 of 51; nobody has more citizens per capacity than Amager before, 3000.
    assert (first.foer, first.efter, first.forslag) == (1 / 3, 1 / 3, 1 / 3)
    assert (second.foer, second.efter, second.forslag) == (None, 1 / 3, None)
    assert (third.foer, third.efter, third.forslag) == (1.0, 1.0, pytest.approx(6000 / 6.7 / 3000))
    assert [each.region for each in (first, second, third)] == [pytest.approx(9000 / 5 / 3000)] * 3
    assert skalapladser(of, 62)[THIRD].efter == 0.5


def test_what_a_map_shows(three: Grundlag) -> None:
    of = udregn(Scenarie(tillaeg={(THIRD, 51): 2.0}), three)
    result, change = kortvaerdier(of, 51, "resultat"), kortvaerdier(of, 51, "aendring")
    assert {area: (each.vaerdi, each.plads) for area, each in result.items()} == {
        SECOND: (2000, 1),
        THIRD: (1500, 2),
        FIRST: (1000, 3),
    }
    assert list(result) == [SECOND, THIRD, FIRST]
    assert {area: each.vaerdi for area, each in change.items()} == {FIRST: 0, SECOND: 0, THIRD: -50}
    against = kortvaerdier(of, 51, "aendring", of.med({(THIRD, 51): 4.0}))
    assert {area: each.vaerdi for area, each in against.items()} == {FIRST: 0, SECOND: 0, THIRD: 50}
    assert foer(of, 51).tolist() == [1000, 2000, 3000]
    assert foer(of, 62).tolist() == [500, 2000, 6000]


def test_how_unequally_it_is_shared_out(three: Grundlag) -> None:
    """Worked out by hand: citizens 1.000, 2.000 and 6.000, a capacity each before, and two more to the third."""
    shared = fordeling(udregn(Scenarie(tillaeg={(THIRD, 51): 2.0}), three), 51)
    told = dict(list(shared.punkter.groupby("serie", sort=False)))
    assert list(told) == ["uden", "med"]
    assert told["uden"]["navn"].tolist() == ["", THIRD, SECOND, FIRST]
    assert told["med"]["navn"].tolist() == ["", SECOND, THIRD, FIRST]
    capacity = {FIRST: 1.0, SECOND: 1.0, THIRD: 2.0}
    before = sum(capacity.values())
    assert told["uden"]["kapacitet_pct"].tolist() == pytest.approx([0, 100 * 2 / before, 100 * 3 / before, 100])
    assert told["uden"]["borgere_pct"].tolist() == pytest.approx([0, 600 / 9, 800 / 9, 100])
    assert shared.halvdelen_uden == pytest.approx(100 * 2 / before * (50 / (600 / 9)))
    assert shared.halvdelen_med > shared.halvdelen_uden


def test_the_years_of_an_area_and_of_the_region(grundlag: Grundlag) -> None:
    of = udregn(Scenarie(2030, {("valby", 51): 3.6}), grundlag)
    capacity = grundlag.kapacitet()[0]
    before = capacity[grundlag.plads["valby"]]
    valby, region = forloeb(of, "valby", 51), forloeb(of, REGION, 51)
    assert valby.aar == AAR
    people = [int(grundlag.borgere(aar)[grundlag.plads["valby"]]) for aar in AAR]
    assert valby.uden == pytest.approx([each / before for each in people])
    assert valby.med == pytest.approx([each / (before + 3.6) for each in people])
    everybody = [int(grundlag.borgere(aar).sum()) for aar in AAR]
    assert region.med == pytest.approx([each / (capacity.sum() + 3.6) for each in everybody])
    assert valby.punkter["serie"].tolist() == ["uden"] * 7 + ["med"] * 7
    assert valby.punkter["vaerdi"].tolist() == [*valby.uden, *valby.med]


def test_the_result_to_take_away_is_rounded_as_it_is_shown(three: Grundlag) -> None:
    of = udregn(Scenarie(tillaeg={(THIRD, 51): 0.1}, vaegte=Vaegte({FIRST: 1}, (10.0, 0, 0, 0))), three)
    table = udtraek.resultat(of)
    assert list(table.columns) == [
        *("område", "speciale", "borgere", "vægtede borgere", "kapacitet før", "tillæg", "kapacitet"),
        *("vægtede borgere pr. kapacitet før", "vægtede borgere pr. kapacitet efter", "ændring i %", "år"),
    ]
    assert table.iloc[0].tolist() == ["Albertslund", 51, 1000, 1100.0, 1.0, 0.0, 1.0, 1100.0, 1100.0, 0.0, 2030]
    assert table.iloc[2].tolist() == ["Amager", 51, 6000, 6000.0, 2.0, 0.1, 2.1, 3000.0, 2857.14, -4.76, 2030]
    assert udtraek.pr_omraade(of)["Amager, 51"] == 2857


def test_key_figures_to_take_away(grundlag: Grundlag) -> None:
    of = udregn(forslag(grundlag).uden_nye(), grundlag)
    table = udtraek.noegletal(of)
    assert len(table) == 2 * (1 + len(STOERRELSER) + 4)
    rows = {(row["speciale"], row["nøgletal"], row["enhed"]): row for row in table.to_dict("records")}
    assert rows[51, "ringest dækkede område", ""]["forslaget"] == "Bispebjerg"
    assert (rows[51, "ringest dækket", ""]["scenariet"], rows[51, "ringest dækket", ""]["forslaget"]) == (14465, 9893)
    assert (rows[62, "brugt", "kapaciteter"]["ingen nye"], rows[62, "brugt", "kapaciteter"]["forslaget"]) == (0, 11.3)
    assert rows[62, "til rådighed", "kapaciteter"]["scenariet"] == 11.3
    assert rows[51, "brugt", "kr."]["forslaget"] == 5_530_005
    assert rows[51, "ramme", "kr."]["scenariet"] == 6_100_000
    assert rows[62, "andel over grænsen", "%"]["forslaget"] == 4.8
    assert rows[51, "ulighed (Gini)", ""]["forslaget"] == 0.218


def test_candidates_to_take_away(three: Grundlag) -> None:
    of = udregn(Scenarie(tillaeg={(THIRD, 51): 0.1}), three)
    table = udtraek.mod_det_bedste({"Dit scenarie": of, "Andet": of.med({(FIRST, 62): 0.2})})
    assert table[["speciale", "hvad"]].to_numpy().tolist() == [
        [51, "ringest dækket, borgere pr. kapacitet"],
        [51, "borgere over grænsen"],
        [51, "Gini"],
        [51, "nye kapaciteter, Amager"],
        [62, "ringest dækket, borgere pr. kapacitet"],
        [62, "borgere over grænsen"],
        [62, "Gini"],
        [62, "nye kapaciteter, Albertslund"],
    ]
    assert table["Dit scenarie"].tolist()[:2] == [2857.14, 0]
    assert (table["Dit scenarie"].iloc[3], table["Andet"].iloc[3], table["Andet"].iloc[7]) == (0.1, 0.0, 0.2)
    assert table["Dit scenarie"].iloc[2] == round(of.noegletal[51].gini, 4)


def test_winners_and_losers_to_take_away(three: Grundlag) -> None:
    of = udregn(Scenarie(tillaeg={(THIRD, 51): 2.1}), three)
    table = udtraek.vindere_og_tabere(of, of.med({(FIRST, 51): 1.0, (FIRST, 62): 1.0}), "A", "B")
    assert list(table.columns) == [
        *("område", "speciale", "borgere", "borgere pr. kapacitet, B", "borgere pr. kapacitet, A"),
        "ændring i %",
    ]
    assert table.to_numpy().tolist() == [
        ["Amager", 51, 6000, 3000.0, 1463.41, -51.22],
        ["Allerød", 51, 2000, 2000.0, 2000.0, 0.0],
        ["Albertslund", 51, 1000, 500.0, 1000.0, 100.0],
        ["Allerød", 62, 2000, 2000.0, 2000.0, 0.0],
        ["Amager", 62, 6000, 6000.0, 6000.0, 0.0],
        ["Albertslund", 62, 1000, 333.33, 500.0, 50.0],
    ]


def test_what_several_give_is_told_area_by_area(grundlag: Grundlag) -> None:
    one = udregn(Scenarie(tillaeg={("vesterbro", 62): 1.0, ("bornholm", 51): 1.0}), grundlag)
    other = one.med({("vesterbro", 51): 1.0})
    assert udtraek.givne([one, other]) == [("bornholm", 51), ("vesterbro", 51), ("vesterbro", 62)]
    table = udtraek.side_om_side([["År", "2030", "2027"], ["Brugt", 1.5, 2]], "AB")
    assert list(table.columns) == ["hvad", "A", "B"]
    assert table.to_numpy().tolist() == [["År", "2030", "2027"], ["Brugt", 1.5, 2]]
