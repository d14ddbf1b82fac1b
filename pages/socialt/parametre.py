"""What a link can hold of the page about the social area."""

from __future__ import annotations

from collections.abc import Mapping

from analytics.socialt.doegnpris import Slags
from pages.view.kinds import Choice, Whole

EMNE = Choice(
    "socialt",
    "Emne",
    "sikrede",
    lambda: {
        "sikrede": "Sikrede institutioner",
        "gravide": "Gravide og rusmidler",
        "kofoedsminde": "Kofoedsminde",
        "monitorering": "Udgifter (ældre tal)",
    },
    code="so",
)
MOST_DAYS = 730
"""So many days of a kind can be asked for: two years."""
_DAYS = 30
"""A month of each, so that the three can be held against each other."""
DOEGN: Mapping[Slags, Whole] = {
    "retlig": Whole("doegn-retlige", "Retlige døgn", _DAYS, 0, MOST_DAYS, code="dr"),
    "social": Whole("doegn-sociale", "Sociale døgn", _DAYS, 0, MOST_DAYS, code="ds"),
    "solo": Whole("doegn-solo", "Døgn i soloprojekt", _DAYS, 0, MOST_DAYS, code="dp"),
}
