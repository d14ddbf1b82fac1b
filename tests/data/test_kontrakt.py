"""Tables, columns and keys that other programs use: as agreed, and each row from the lines that its table is of."""

from __future__ import annotations

import pytest

from data import description
from tests.data.transskription import rows

ORIGIN = ["kilde_id", "kilde_linje", "side"]
# Table: rows, key, the other columns (before those of the origin).
CONTRACT: dict[str, tuple[int, list[str], list[str]]] = {
    "pejlemaerke": (
        6,
        ["pejlemaerke_id"],
        ["nr", "navn", "delmaal", "vurderet_ud_fra", "navn_i_visionen", "katalog_linje"],
    ),
    "mobilitet_vurdering": (
        198,
        ["indsats_nr", "pejlemaerke_id"],
        [
            *("vurdering", "stjerner", "placering", "uafgjort_op_til"),
            *("begrundelse", "teksten_siger", "tekst", "oversigt_linje"),
        ],
    ),
    "mobilitet_relation": (4, ["indsats_nr", "anden_indsats_nr", "art"], []),
    "vip_projekt": (
        17,
        ["projekt_id"],
        [
            *("omraade", "nr", "navn", "periode", "gruppe"),
            *("kort_navn", "navn_i_kataloget", "katalog_linje"),
            *("fra_aar", "til_aar", "periode_kilde_id", "periode_linje"),
            *("rapportering", "rapportering_mdr", "rapportering_linje"),
        ],
    ),
    "vip_maal": (
        15,
        ["projekt_id", "nr"],
        [
            *("maal", "frist", "maalt", "belaeg", "frist_trykt", "naaet", "belaeg_kilde_id", "belaeg_kilde_linje"),
            *("videre_i", "videre_kilde_id", "videre_kilde_linje"),
        ],
    ),
    "vip_pris": (12, ["projekt_id", "del"], ["pris_mio_kr_lav", "pris_mio_kr_hoej", "pristekst", "navn"]),
    "vip_sted": (
        16,
        ["projekt_id", "del", "raekkefoelge"],
        ["sted", "rolle", "kommune_id", "lon", "lat", "koordinat_kilde", "noejagtighed"],
    ),
    "vip_katalog": (8, ["projekt_id", "del", "indsats_nr"], ["sammenlignelig", "forklaring"]),
    "vip_deltager": (112, ["projekt_id", "aktoer_id", "rolle"], ["fra_dato", "fra_dato_praecision"]),
    "vip_status": (
        93,
        ["projekt_id", "dato", "art", "raekkefoelge"],
        ["tekst", "tilstand", "kort_status", "dato_praecision"],
    ),
    "vip_haendelse": (
        20,
        ["haendelse_id"],
        ["omraade", "projekt_id", "fra_dato", "til_dato", "dato_praecision", "art", "hvad"],
    ),
    "resultatmaal": (
        58,
        ["aar", "nr", "del", "kilde_id"],
        [
            *("tema", "maal", "art", "retning", "maal_tal", "enhed", "realiseret_tal", "realiseret_tekst", "kommentar"),
            *("resultat_kilde_id", "resultat_kilde_linje", "tilstand", "uafklaret"),
        ],
    ),
    "resultatpaastand": (32, ["paastand_id"], ["hvad", "aar", "nr", "del", "art", "tal", "enhed", "tekst"]),
    "erhvervshus_tal": (
        33,
        ["tal_id"],
        ["emne", "hvad", "tal", "enhed", "graense", "aar", "maal_nr", "maal_del", "note"],
    ),
    "social_haendelse": (
        19,
        ["haendelse_id"],
        ["emne", "fra_dato", "til_dato", "dato_praecision", "art", "hvem", "hvad"],
    ),
    "social_synspunkt": (26, ["emne", "raekkefoelge"], ["hvem", "hvad"]),
    "social_anbefaling": (12, ["nr"], ["rettet_mod", "omraade", "anbefaling"]),
    "kommunefordeling": (203, ["kommune_id", "aktivitet", "aar"], ["deltagelser"]),
    "kommunefordeling_total": (53, ["navn", "aktivitet", "aar"], ["kommune_id", "deltagelser"]),
    "sosu_laereplads": (116, ["kommune_id", "uddannelse", "aar"], ["pladser"]),
    "sosu_total": (4, ["uddannelse", "aar"], ["pladser"]),
    "arbejdskraft_tal": (
        22,
        ["tal_id"],
        ["emne", "art", "hvad", "gaelder", "kommune_id", "tal", "enhed", "graense", "ord", "aar"],
    ),
    "arbejdskraft_anbefaling": (
        44,
        ["papir", "nr"],
        ["hvem", "tekst", "senere", "senere_kilde_id", "senere_kilde_linje"],
    ),
}


@pytest.mark.parametrize("name", CONTRACT)
def test_rows_columns_key_and_lines_are_as_agreed(name: str) -> None:
    count, key, others = CONTRACT[name]
    table = description.table(name)
    assert len(rows(name)) == count
    columns = [*(own for own in key if own not in ORIGIN), *others, *ORIGIN]
    assert list(rows(name)[0]) == [field.name for field in table.fields] == columns
    assert list(table.primary_key) == key
    assert table.lost
    assert table.interpreted
    assert table.source is not None
    for row in rows(name):
        if row["kilde_id"] == table.source.kilde_id:
            assert any(first <= int(row["kilde_linje"]) <= last for first, last in table.source.lines), row
