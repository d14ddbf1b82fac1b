"""What the tables tell in words is told in our own."""

from __future__ import annotations

import re
from functools import cache

import pytest

from tests.data.transskription import rows, source_lines

CLAUSE = 6  # so many words in a row are a paper's own
STRETCH = 8  # the names of stretches and stations are longer: "mellem Hvidovre Hospital og Rødovre Centrum"
OWN_WORDS = {
    "mobilitet_indsats": (STRETCH, ("beskrivelse", "obs")),
    "mobilitet_fakta": (STRETCH, ("hvad", "gaelder", "forbehold")),
    "mobilitet_udvikling": (CLAUSE, ("noegletal",)),
    "mobilitet_vurdering": (CLAUSE, ("tekst", "begrundelse")),
    "pejlemaerke": (CLAUSE, ("delmaal", "vurderet_ud_fra")),
    "resultatmaal": (CLAUSE, ("maal", "realiseret_tekst", "kommentar", "uafklaret")),
    "erhvervshus_tal": (CLAUSE, ("hvad", "note")),
    "arbejdskraft_tal": (CLAUSE, ("hvad",)),
    "arbejdskraft_anbefaling": (CLAUSE, ("tekst", "senere")),
    "vip_projekt": (CLAUSE, ("rapportering",)),
    "vip_maal": (CLAUSE, ("maal", "belaeg")),
    "vip_katalog": (CLAUSE, ("forklaring",)),
    "vip_status": (CLAUSE, ("tekst", "kort_status")),
    "vip_haendelse": (CLAUSE, ("hvad",)),
    "moede_punkt": (CLAUSE, ("kort", "indstilling")),
    "moede_opgave": (CLAUSE, ("kort", "hvad")),
    "moede_opfoelgning": (CLAUSE, ("hvad",)),
    "moede_kommune": (CLAUSE, ("rolle",)),
    "moede_post": (CLAUSE, ("hvad",)),
    "moede_finansiering": (CLAUSE, ("forbehold",)),
    "vip_opgave": (STRETCH, ("opgave",)),
    "klimaalliance": (CLAUSE, ("hvad",)),
    "ydernummer_proces": (CLAUSE, ("hvad",)),
    "mobilitet_kommune": (STRETCH, ("hvorfor",)),
    "papirtid": (CLAUSE, ("hvorfor",)),
    "social_haendelse": (CLAUSE, ("hvad",)),
    "social_synspunkt": (CLAUSE, ("hvad",)),
    "social_anbefaling": (CLAUSE, ("anbefaling",)),
}

Run = tuple[str, ...]


def runs(text: str, length: int) -> set[Run]:
    """All so many words in a row, a word divided at a line's end put together."""
    words = re.findall(r"\w+", re.sub(r"(?<=[a-zæøå])-\s+(?=[a-zæøå])", "", text.lower()))
    return set(zip(*(words[start:] for start in range(length)), strict=False))


@cache
def papers(length: int) -> set[Run]:
    """Those of every paper."""
    files = [row["fil"] for row in rows("kilde") if row["fil"].endswith(".txt")]
    return {run for file in files for run in runs("\n".join(source_lines(file)), length)}


@pytest.mark.parametrize("table", OWN_WORDS)
def test_no_prose_is_copied(table: str) -> None:
    length, fields = OWN_WORDS[table]
    theirs = papers(length)
    for row in rows(table):
        for field in fields:
            assert theirs.isdisjoint(runs(row[field], length)), row[field]


@pytest.mark.parametrize("table", [table for table in OWN_WORDS if table.startswith(("vip_", "social_"))])
def test_the_boards_are_told_in_short_sentences(table: str) -> None:
    _, fields = OWN_WORDS[table]
    for field, text in ((field, row[field]) for row in rows(table) for field in fields if row[field]):
        assert text.endswith(".") == (field != "kort_status"), "what a row of a board has is no sentence"
        assert len(text) <= 180, text
