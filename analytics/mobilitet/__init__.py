"""
The mobility catalogue compared: values under the user's own weights, how robust a ranking is, and packages.

The catalogue warns against comparing its ratings across and against adding them up (004, 3770-3804). Everything here
does, under assumptions that are the user's own, so every picture of it must say so.
"""

from analytics.mobilitet.afgoerende import Afgoerende, Udfald, afgoerende_ukendte, oeverste
from analytics.mobilitet.filtre import Udvalg, Valg, udvalg
from analytics.mobilitet.katalog import ANTAGELSER, Antagelse, Katalog, som_katalog
from analytics.mobilitet.pakkeindhold import Bidrag, Pakkesum, Sammensaetning, sammensaetning
from analytics.mobilitet.pakker import Pakke, Pris, pakke
from analytics.mobilitet.rangorden import DAEKNING, FROE, KONCENTRATION, TRAEKNINGER, Robusthed, rangordnet, robusthed
from analytics.mobilitet.sammenstilling import Sammenstilling, sammenstil
from analytics.mobilitet.vaegtning import andele, vaerdier

__all__ = [
    "ANTAGELSER",
    "DAEKNING",
    "FROE",
    "KONCENTRATION",
    "TRAEKNINGER",
    "Afgoerende",
    "Antagelse",
    "Bidrag",
    "Katalog",
    "Pakke",
    "Pakkesum",
    "Pris",
    "Robusthed",
    "Sammensaetning",
    "Sammenstilling",
    "Udfald",
    "Udvalg",
    "Valg",
    "afgoerende_ukendte",
    "andele",
    "oeverste",
    "pakke",
    "rangordnet",
    "robusthed",
    "sammensaetning",
    "sammenstil",
    "som_katalog",
    "udvalg",
    "vaerdier",
]
