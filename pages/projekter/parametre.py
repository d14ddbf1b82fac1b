"""What a link can hold of the projects' boards."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from analytics.tavler.vipprojekt import Omraade
from pages.reading import queries
from pages.view.kinds import Choice, all_and


def _projects(omraade: Omraade) -> Callable[[], Mapping[str, str]]:
    def names() -> Mapping[str, str]:
        return {key: project.titel for key, project in queries.projects().items() if project.omraade == omraade}

    return all_and(names, "Alle projekter")


KLIMAPROJEKT = Choice("klimaprojekt", "Projekt", "alle", _projects("klima"), code="kp")
INFRAPROJEKT = Choice("infraprojekt", "Projekt", "alle", _projects("infrastruktur"), code="ip")
KLIMATAVLE = Choice(
    "klimatavle",
    "Tavle",
    "projekter",
    lambda: {"projekter": "Projekter", "maal": "Mål", "kommuner": "Kommuner", "tidslinje": "Tidslinje"},
    code="kt",
)
KLIMAAFSNIT = Choice(
    "klimaafsnit",
    "Afsnit",
    "maal",
    lambda: {"maal": "Mål og resultat", "status": "Status", "fremad": "Fremad", "kommuner": "Kommuner"},
    code="ka",
)
INFRATAVLE = Choice(
    "infratavle",
    "Tavle",
    "projekter",
    lambda: {"projekter": "Projekter", "priser": "Priser", "kort": "Kort", "tidslinje": "Tidslinje"},
    code="it",
)
