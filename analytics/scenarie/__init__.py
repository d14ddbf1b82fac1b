"""
Scenarios: who is given what (`Scenarie`), what it does to citizens per capacity (`beregn`), whether it keeps the
papers' rules (`kontroller`), and all that it comes to in one object (`udregn`).
"""

from analytics.scenarie.model import HOEJST, Scenarie, forslag
from analytics.scenarie.regler import KOBLINGER, Kobling, Regelbrud, kontroller
from analytics.scenarie.regning import beregn, regn
from analytics.scenarie.udregning import Udregning, Vilkaar, udregn
from analytics.scenarie.vaegte import Vaegte

__all__ = [
    "HOEJST",
    "KOBLINGER",
    "Kobling",
    "Regelbrud",
    "Scenarie",
    "Udregning",
    "Vaegte",
    "Vilkaar",
    "beregn",
    "forslag",
    "kontroller",
    "regn",
    "udregn",
]
