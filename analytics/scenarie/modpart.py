"""What a scenario is compared with: the proposal, or nothing new."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from analytics.scenarie.model import forslag
from analytics.scenarie.udregning import Udregning

Modpart = Literal["forslaget", "ingen"]
NAVNE: Mapping[Modpart, str] = {"forslaget": "forslaget", "ingen": "ingen nye"}


def efter_reglen(of: Udregning) -> Modpart:
    """
    Return what a scenario is compared with until somebody chooses: nothing new, until it differs from the proposal.

    What is given decides alone. Another year, base or weight is the same proposal seen in another light, and both
    sides of the comparison are seen in it.
    """
    return "ingen" if of.scenarie.tillaeg == forslag(of.grundlag).tillaeg else "forslaget"


def udregnet(of: Udregning, modpart: Modpart) -> Udregning:
    """Return what the scenario is compared with, seen in its year, on its base and with its weights."""
    return of.forslag if modpart == "forslaget" else of.uden_nye
