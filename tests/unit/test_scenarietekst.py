"""The words beside a scenario."""

from analytics.grundlag import Grundlag
from analytics.scenarie import Scenarie, forslag
from analytics.scenarietekst import omtale
from analytics.vaegte import Vaegte


def test_it_names_who_gains_most_and_who_is_still_worst_served(grundlag: Grundlag):
    assert omtale(forslag(grundlag), grundlag) == (
        "Valby vinder mest: 44 % færre borgere pr. kapacitet i speciale 62. "
        "Ringest dækket i 2030 er Bispebjerg med 9.893 borgere pr. kapacitet i speciale 51 "
        "og Vesterbro med 15.615 borgere pr. kapacitet i speciale 62."
    )


def test_nothing_new_is_said_so(grundlag: Grundlag):
    assert omtale(Scenarie(2024), grundlag).startswith("Ingen områder får nyt. Ringest dækket i 2024 er Valby med ")


def test_weighted_citizens_are_called_so(grundlag: Grundlag):
    assert "vægtede borgere pr. kapacitet" in omtale(Scenarie(vaegte=Vaegte({"koebenhavn": 4})), grundlag)
