"""What a link can hold of the Erhvervshus' goals."""

from __future__ import annotations

from collections.abc import Mapping

from analytics.tavler import resultatmaal
from dansk import alfabet
from pages.reading import queries
from pages.view.kinds import Choice, all_and

ALLE = "alle"
"""What stands in a link for all of them."""


def _result_themes() -> Mapping[str, str]:
    return alfabet.slugs(resultatmaal.temaer(queries.tables()), taken=[ALLE])


MAALTEMA = Choice("maaltema", "Tema", "alle", all_and(_result_themes, "Alle temaer"), code="mt")
MAALFOER = Choice(
    "maalfoer",
    "Vis også tidligere år",
    False,
    lambda: {False: "Kun det seneste år", True: "Også tidligere år"},
    spelled=lambda also: "ja" if also else "nej",
    code="mf",
)
"""Whether the goals of earlier years than the latest stand beside it."""
