"""Weights: what they are multiplied to, that they never change the citizens, and what is refused."""

import numpy as np
import pytest

from analytics.grundlag import Grundlag
from analytics.scenarie import Scenarie, beregn, udregn
from analytics.scenarie.vaegte import GRUPPER, Behov, Vaegte, papirets_procent

GROUPS = Vaegte({"koebenhavn": 4, "gentofte": 1, "ishoej": 3}, (0, 5, 10, 15))
AGE = Vaegte(behov={"valby": Behov(20.0, 3.0)})


def test_groups_add_their_percentage_to_every_area_of_the_kommune(grundlag: Grundlag):
    factors = dict(zip(grundlag.omraader, GROUPS.faktorer(grundlag), strict=True))
    assert (factors["valby"], factors["amager"]) == (1.15, 1.15)
    assert (factors["gentofte"], factors["ishoej"], factors["herlev"]) == (1.0, 1.1, 1.0)


def test_the_paper_gives_the_span_and_the_group_that_gets_the_most(grundlag: Grundlag):
    assert papirets_procent(grundlag) == (0, 5, 10, 15)
    assert grundlag.paastand["socialgruppe-hoejest"].tal == GRUPPER[-1]
    assert grundlag.paastand["socialgruppe-tillaeg-hoejest"].tal == papirets_procent(grundlag)[-1]


def test_a_group_adds_nothing_unless_it_is_said(grundlag: Grundlag):
    assert (Vaegte({"koebenhavn": 4}).faktorer(grundlag) == 1).all()


def test_need_by_age_counts_the_old_as_many_times_as_the_factor_says(grundlag: Grundlag):
    factors = dict(zip(grundlag.omraader, AGE.faktorer(grundlag), strict=True))
    assert factors["valby"] == pytest.approx(0.8 + 0.2 * 3)
    assert factors["amager"] == 1


def test_weights_change_the_figures_per_capacity_but_not_the_citizens(grundlag: Grundlag):
    plain, weighted = (beregn(Scenarie(vaegte=vaegte), grundlag) for vaegte in (None, GROUPS))
    assert list(weighted.columns) == [*plain.columns[:3], "vaegtede_borgere", *plain.columns[3:]]
    assert weighted["borgere"].equals(plain["borgere"])
    factors = np.tile(GROUPS.faktorer(grundlag), 2)
    assert weighted["vaegtede_borgere"].to_numpy() == pytest.approx((plain["borgere"] * factors).to_numpy())
    assert weighted["borgere_pr_kapacitet"].to_numpy() == pytest.approx(plain["borgere_pr_kapacitet"] * factors)
    total = udregn(Scenarie(vaegte=GROUPS), grundlag).totaler
    region = total[total["niveau"] == "region"]
    assert region["vaegtede_borgere"].to_numpy() == pytest.approx(weighted["vaegtede_borgere"].sum() / 2)
    assert (region["borgere"] == grundlag.borgere(2030).sum()).all()


def test_citizens_above_the_limit_are_persons(grundlag: Grundlag):
    figures = udregn(Scenarie(vaegte=GROUPS), grundlag).noegletal[51]
    result = beregn(Scenarie(vaegte=GROUPS), grundlag).query("speciale == 51")
    over = result[result["borgere_pr_kapacitet"] > 10000]
    assert figures.borgere_over == over["borgere"].sum()
    assert figures.vaerst == result["borgere_pr_kapacitet"].max()


def test_weights_that_weigh_nothing_are_still_shown_as_weights(grundlag: Grundlag):
    result = beregn(Scenarie(vaegte=Vaegte()), grundlag)
    assert (result["vaegtede_borgere"] == result["borgere"]).all()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"socialgruppe": {"gentofte": 5}}, "skal være 1, 2, 3 eller 4"),
        ({"procent": (0, 5, 10)}, "mellem 0 og 100 procent"),
        ({"procent": (0, 5, 10, 100.5)}, "mellem 0 og 100 procent"),
        ({"behov": {"valby": (101, 2)}}, "mellem 0 og 100 procent"),
        ({"behov": {"valby": (20, 11)}}, "mellem 0 og 10"),
    ],
)
def test_impossible_weights_are_refused_with_a_sentence(wrong, sentence):
    with pytest.raises(ValueError, match=sentence):
        Vaegte(**wrong)


@pytest.mark.parametrize("vaegte", [Vaegte({"roskilde": 1}), Vaegte(behov={"roskilde": (1, 1)})])
def test_weights_of_unknown_places_are_refused(grundlag: Grundlag, vaegte: Vaegte):
    with pytest.raises(ValueError, match="«roskilde» er ikke"):
        beregn(Scenarie(vaegte=vaegte), grundlag)
