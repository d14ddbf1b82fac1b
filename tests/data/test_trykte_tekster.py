"""The tables whose figures are printed among prose: each figure of theirs is packaged from its text, once."""

from __future__ import annotations

import pytest

from tests.data.trykte_tekster import filled_cells, printed_cells

MEASURED = {
    "mobilitet_indsats": (
        *("anlaeg_mio_kr_lav", "anlaeg_mio_kr_hoej", "co2_anlaeg_t_lav", "co2_anlaeg_t_hoej"),
        *("intern_rente_pct", "omfang_grund"),
    ),
    "mobilitet_fakta": ("vaerdi_lav", "vaerdi_hoej"),
    "resultatmaal": ("maal_tal", "realiseret_tal"),
    "resultatpaastand": ("tal",),
    "erhvervshus_tal": ("tal",),
    "arbejdskraft_tal": ("tal", "ord"),
    "papirpaastand": ("tal", "tekst"),
    "moede_finansiering": ("beloeb",),
    "socialpaastand": ("tal", "tekst"),
    "vip_pris": ("pris_mio_kr_lav", "pris_mio_kr_hoej"),
}


@pytest.mark.parametrize("table", MEASURED)
def test_each_figure_cell_is_printed_once(table: str) -> None:
    held = sorted(printed_cells(table))
    assert held == sorted(filled_cells(table, MEASURED[table]))
    print(f"{len(held)} talceller sammenlignet")
