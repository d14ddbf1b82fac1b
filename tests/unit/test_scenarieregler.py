"""The rules at their edges, on small tables made for it: what is just allowed, and what is just not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analytics.grundlag import Grundlag
from analytics.scenarie import Kobling, Scenarie, kontroller, udregn
from analytics.scenarie.regler import Regel
from tests.unit.smaa_grundlag import lille


@pytest.fixture
def small(grundlag: Grundlag) -> Grundlag:
    """
    Three areas; of 51 at most 2 may be given and 0,5 is kept, of 62 at most 3 and 1.

    A capacity of 51 costs 100.000 kr. of 0,25 mio. kr., one of 62 a million of 2 mio. kr.
    """
    few = lille(grundlag, [1000, 2000, 3000], [[1.0, 1.0, 1.0], [1.0, 1.0, 1.0]])
    budget, cost = few.fysio_budget.copy(), few.fysio_ramme.copy()
    for (speciale, key), value in {
        (51, "kapaciteter_hoejst"): 2.0,
        (51, "kapaciteter_reserveret"): 0.5,
        (51, "ramme_regional"): 0.25,
        (62, "kapaciteter_hoejst"): 3.0,
        (62, "kapaciteter_reserveret"): 1.0,
        (62, "ramme_regional"): 2.0,
    }.items():
        budget.loc[(budget["speciale"] == speciale) & (budget["noegle"] == key), "vaerdi"] = value
    for speciale, kroner in {51: 100_000, 62: 1_000_000}.items():
        rows = (cost["speciale"] == speciale) & (cost["region"] == "hovedstaden")
        cost.loc[rows, "tilskud_pr_kapacitet_kr"] = kroner
    return replace(few, fysio_budget=budget, fysio_ramme=cost)


def _broken(grundlag: Grundlag, first: float, second: float, kobling: Kobling = "ingen") -> list[tuple[Regel, int]]:
    """What is broken when the first area is given so much of 51 and of 62."""
    area = grundlag.omraader[0]
    found = kontroller(Scenarie(tillaeg={(area, 51): first, (area, 62): second}), grundlag, kobling)
    return [(each.regel, each.speciale or 0) for each in found]


@pytest.mark.parametrize(
    ("first", "second", "broken"),
    [
        (1.5, 2.0, []),
        (1.6, 2.0, [("reserve", 51)]),
        (1.5, 2.1, [("reserve", 62), ("kroner", 62)]),
        (2.0, 0.0, [("reserve", 51)]),
        (2.1, 0.0, [("budget", 51)]),
        (2.5, 0.0, [("budget", 51)]),
        (2.6, 0.0, [("budget", 51), ("kroner", 51)]),
        (0.0, 3.0, [("reserve", 62), ("kroner", 62)]),
        (0.0, 3.1, [("budget", 62), ("kroner", 62)]),
    ],
)
def test_a_budget_is_broken_just_above_it(small: Grundlag, first, second, broken) -> None:
    assert _broken(small, first, second) == broken


@pytest.mark.parametrize(
    ("kobling", "first", "second", "broken"),
    [
        ("begge", 0.1, 0.1, []),
        ("begge", 0.1, 0.0, [("kobling", 62)]),
        ("begge", 0.0, 0.1, [("kobling", 51)]),
        ("kun_62_kraever_51", 0.1, 0.0, []),
        ("kun_62_kraever_51", 0.0, 0.1, [("kobling", 51)]),
        ("ingen", 0.0, 0.1, []),
        ("ingen", 0.1, 0.0, []),
        ("begge", -0.1, 0.1, [("under_nul", 51), ("kobling", 51)]),
    ],
)
def test_each_reading_of_the_rule_about_the_two_specialer(small: Grundlag, kobling, first, second, broken) -> None:
    assert _broken(small, first, second, kobling) == broken


@pytest.mark.parametrize(
    ("given", "broken"),
    [
        (0.1, []),
        (0.3, []),
        (1.4, []),
        (0.15, [("tiendedele", 51)]),
        (0.001, [("tiendedele", 51)]),
        (0.999, [("tiendedele", 51)]),
    ],
)
def test_capacity_is_given_in_tenths(small: Grundlag, given, broken) -> None:
    assert _broken(small, given, 0.0) == broken


def test_the_reading_of_the_rule_says_why(small: Grundlag) -> None:
    area = small.omraader[0]
    name = small.navne[area]
    (both,) = kontroller(Scenarie(tillaeg={(area, 62): 0.1}), small, "begge")
    (one,) = kontroller(Scenarie(tillaeg={(area, 62): 0.1}), small, "kun_62_kraever_51")
    assert both.saetning == (
        f"{name} får 0,1 i speciale 62, men intet nyt i speciale 51; der skal være noget af begge."
    )
    assert one.saetning == f"{name} får 0,1 i speciale 62, men intet nyt i speciale 51; det ene kræver det andet."


def test_money_is_written_with_the_decimals_that_it_takes(small: Grundlag) -> None:
    _, kroner = kontroller(Scenarie(tillaeg={(small.omraader[0], 51): 3.0}), small, "ingen")
    assert kroner.saetning == ("De nye kapaciteter i speciale 51 koster 0,3 mio. kr. om året; rammen er 0,25 mio. kr.")


def test_what_is_used_of_a_budget(small: Grundlag) -> None:
    area = small.omraader[0]
    used = udregn(Scenarie(tillaeg={(area, 51): 1.8, (area, 62): 0.5}), small).forbrug
    first, second = used[51], used[62]
    assert (first.brugt, first.tilbage, first.rest, first.over, first.andel) == (1.8, -0.3, 0.3, True, 1.2)
    assert (first.brugt_kr, first.brugt_mio, first.over_kr, first.budget.ramme_mio) == (180_000, 0.18, False, 0.25)
    assert (first.tilbage_kr, first.rest_mio, first.andel_kr) == (70_000, 0.07, 0.72)
    assert (second.brugt, second.tilbage, second.rest, second.over, second.andel) == (0.5, 1.5, 1.5, False, 0.25)
    whole = udregn(Scenarie(tillaeg={(area, 51): 1.5, (area, 62): 2.0}), small).forbrug
    assert [(each.tilbage, each.over) for each in whole.values()] == [(0.0, False), (0.0, False)]
    assert (whole[62].tilbage_kr, whole[62].over_kr, whole[62].andel_kr) == (0.0, False, 1.0)
    dear = udregn(Scenarie(tillaeg={(area, 62): 2.1}), small).forbrug[62]
    assert (dear.over_kr, dear.rest_mio) == (True, pytest.approx(0.1))
