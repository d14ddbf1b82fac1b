"""What a link can hold of Min kommune."""

from __future__ import annotations

from pages.reading import queries
from pages.view.kinds import Many

KOMMUNER = Many("kommuner", "Sammenlign med", (), queries.kommune_names, 5, code="km")
AFSNIT = Many(
    "afsnit",
    "Afsnit",
    (),
    lambda: {
        "fysioterapi": "Fysioterapi",
        "forslag": "Forslag og scenarie",
        "pendling": "Patienternes veje",
        "projekter": "VIP-projekter",
        "erhverv": "Erhvervshus",
        "sosu": "SOSU-lærepladser",
        "mobilitet": "Mobilitet",
    },
    code="af",
)
"""The sections that are folded out; a projector shows the first of them in the picture's place."""
