"""What Metode says of a scenario is what the scenario is computed with."""

from analytics.grundlag import Grundlag
from analytics.metode import begreber
from analytics.optimering import MAAL, MINIMERER
from analytics.scenarie import forslag, udregn
from dansk.tal import capacities, number


def test_limits_and_budgets_are_the_computed_ones(grundlag: Grundlag):
    texts = begreber(grundlag)
    for speciale, figures in udregn(forslag(grundlag), grundlag).noegletal.items():
        assert number(figures.graense) in texts["Grænser"]
        assert capacities(grundlag.budgetter[speciale].til_nye) in texts["Nye kapaciteter"]
    assert str(grundlag.graense_51.kilde) in texts["Grænser"]


def test_every_objective_is_told_in_whole_sentences(grundlag: Grundlag):
    texts = begreber(grundlag)
    assert all(text.endswith(".") and ".." not in text for text in texts.values())
    assert set(MINIMERER) == set(MAAL)
    for maal, name in MAAL.items():
        told = next(text for concept, text in texts.items() if name[1:] in concept)
        assert MINIMERER[maal] in told
