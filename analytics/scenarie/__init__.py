"""
Scenarios: who is given what (`Scenarie`), what it does to citizens per capacity (`beregn`), and whether it keeps the
papers' rules (`kontroller`).
"""

from analytics.scenarie.model import HOEJST, Scenarie, forslag
from analytics.scenarie.regler import KOBLINGER, Kobling, Regelbrud, kontroller
from analytics.scenarie.regning import beregn, regn, totaler, udvikling, vindere_og_tabere
from analytics.scenarie.vaegte import Vaegte

__all__ = [
    "HOEJST",
    "KOBLINGER",
    "Kobling",
    "Regelbrud",
    "Scenarie",
    "Vaegte",
    "beregn",
    "forslag",
    "kontroller",
    "regn",
    "totaler",
    "udvikling",
    "vindere_og_tabere",
]
