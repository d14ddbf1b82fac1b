"""The papers on labour and education: their counts and percentages."""

from __future__ import annotations

from collections.abc import Mapping

from analytics.kildekontrol.kontrol import Check
from analytics.kildekontrol.regnestykker import familie

CHECKS: Mapping[str, Check] = {
    "arbejdskraft": familie(
        "Arbejdskraft og uddannelse",
        "Notaternes antal og procenter mod hinanden.",
        ("sum", "mellem", "samme_tal", "navngivne"),
    ),
}
