"""How many travel is written with both ends where it is not known, and with one where it is."""

from __future__ import annotations

import pandas as pd
import pytest

from analytics.pendling.matrix import Interval
from analytics.pendling.pendlingstekst import count, scope, share, signed, year


def test_what_is_not_known_is_written_with_its_ends() -> None:
    assert (count(Interval(16, 58)), count(Interval(1399, 1399))) == ("16 til 58", "1.399")
    assert share(Interval(0.238, 0.242)) == "24\xa0%"
    assert share(Interval(0.2, 0.31)) == "20\xa0% til 31\xa0%"
    assert (signed(Interval(3, 3)), signed(Interval(-2341, -2341))) == ("+3", "−2.341")


def test_whose_patients_they_are_is_told_with_their_year() -> None:
    rows = pd.DataFrame({"aar": [2023, 2023]})
    assert year(rows) == 2023
    assert scope(rows).startswith("Patienter i 2023, speciale 51. ")
    assert "62 var et billede" in scope(rows)
    with pytest.raises(ValueError, match="too many values"):
        year(pd.DataFrame({"aar": [2023, 2024]}))
