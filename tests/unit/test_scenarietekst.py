"""The words beside a scenario."""

import pytest

from analytics.grundlag import Grundlag
from analytics.scenarie import Scenarie, forslag, udregn
from analytics.scenarie.tekst import gaver, mod_forslaget, overskridelse
from analytics.scenarie.vaegte import Vaegte


@pytest.fixture
def meeting(grundlag: Grundlag) -> Scenarie:
    """The proposal, but for Valby and Vesterbro in 51."""
    return Scenarie(tillaeg={**forslag(grundlag).tillaeg, ("valby", 51): 3.0, ("vesterbro", 51): 2.0})


def test_more_than_there_is_is_said_of_each_speciale(grundlag: Grundlag):
    both = Scenarie(tillaeg={("valby", 51): 10, ("valby", 62): 10, ("amager", 51): 4.55, ("amager", 62): 3})
    assert overskridelse(udregn(both, grundlag)) == "1,05 for meget i speciale 51 og 1,7 for meget i speciale 62"
    assert not overskridelse(udregn(forslag(grundlag), grundlag))


def test_the_proposal_itself_is_not_compared_with_the_proposal(grundlag: Grundlag):
    assert not mod_forslaget(udregn(forslag(grundlag), grundlag))
    assert not mod_forslaget(udregn(Scenarie(2024, forslag(grundlag).tillaeg), grundlag))


def test_against_the_proposal_it_names_who_gains_and_who_loses_most(grundlag: Grundlag, meeting: Scenarie):
    assert mod_forslaget(udregn(meeting, grundlag)) == (
        "Mod forslaget (borgere pr. kapacitet): Vesterbro vinder mest, −11\xa0% (51); Valby taber mest, +8\xa0% (51)."
    )


def test_where_nobody_gains_or_loses_it_is_said_so(grundlag: Grundlag):
    proposal = forslag(grundlag)
    assert ": ingen vinder; Valby taber mest, +" in mod_forslaget(udregn(proposal.uden_nye(), grundlag))
    more = Scenarie(tillaeg={**proposal.tillaeg, ("gentofte", 62): 0.1})
    said = mod_forslaget(udregn(more, grundlag))
    assert ": Gentofte vinder mest, −" in said
    assert said.endswith(" (62); ingen taber.")


def test_what_is_given_is_listed_most_first(grundlag: Grundlag):
    given = Scenarie(tillaeg={("amager", 51): 0.5, ("valby", 51): 3.0, ("oesterbro", 51): 1.25})
    assert gaver(given, grundlag) == {51: "Valby 3,0 · Østerbro 1,25 · Amager 0,5", 62: "ingen"}


def test_weighted_citizens_are_called_so(grundlag: Grundlag):
    assert "(vægtede borgere pr. kapacitet)" in mod_forslaget(
        udregn(Scenarie(vaegte=Vaegte({"koebenhavn": 4})), grundlag)
    )
