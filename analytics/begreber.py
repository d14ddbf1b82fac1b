"""What the field counts in, known to every calculation: the specialer, bilag 3's years, the region, and tenths."""

from __future__ import annotations

SPECIALER = {51: "Almindelig fysioterapi", 62: "Vederlagsfri fysioterapi"}
RAEKKER = tuple(SPECIALER)
"""The specialer in the order of an array's rows."""
FIRST_YEAR, LAST_YEAR = 2024, 2030
AAR = tuple(range(FIRST_YEAR, LAST_YEAR + 1))
REGION = "hovedstaden"
KOEBENHAVN = "koebenhavn"
TIENDEDELE = 10
"""New capacities are given in tenths, as in Tabel 10."""
MINDST = 1 / TIENDEDELE
"""The least that can be given."""
