"""What scenarios side by side are called."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from analytics.grundlag import Grundlag
from analytics.scenarie import Scenarie, forslag
from analytics.scenarie.navne import navne
from tests.scenarier import SCENARIER

OWN = Scenarie(tillaeg={("valby", 51): 1.0})


def test_the_rule(grundlag: Grundlag) -> None:
    proposal = forslag(grundlag)
    nothing = proposal.uden_nye()
    assert navne([OWN, proposal, nothing, OWN], proposal) == ("Mit scenarie", "Forslaget", "Ingen nye", "D")
    assert navne([proposal], proposal) == ("Forslaget",)
    assert navne([nothing, OWN], proposal) == ("Ingen nye", "B")


def test_a_name_that_is_taken_has_the_letter_behind_it(grundlag: Grundlag) -> None:
    proposal = forslag(grundlag)
    early = replace(proposal, aar=2026)
    assert navne([proposal, early, proposal], proposal) == ("Forslaget", "Forslaget (B)", "Forslaget (C)")


def test_peoples_own_names_go_first(grundlag: Grundlag) -> None:
    proposal = forslag(grundlag)
    assert navne([OWN, proposal, OWN], proposal, ["Sydvest først", "", "Mit"]) == ("Sydvest først", "Forslaget", "Mit")
    assert navne([OWN, proposal], proposal, ["Forslaget"]) == ("Forslaget", "Forslaget (B)")


@given(
    st.lists(SCENARIER, min_size=1, max_size=4),
    st.lists(st.sampled_from(["", "Forslaget", "B", "B (C)", "x"]), max_size=4),
)
def test_no_two_have_one_name(grundlag: Grundlag, scenarier: list[Scenarie], egne: list[str]) -> None:
    found = navne(scenarier, forslag(grundlag), egne)
    assert len(set(found)) == len(found) == len(scenarier)
