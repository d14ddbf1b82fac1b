"""The findings of the source checks: those that are known, and what holds for all of them."""

from collections.abc import Iterator

import duckdb
import pandas as pd
import pytest

from analytics import kildekontrol
from data import store

CONTRACT = [
    *("afvigelse_id", "tabel", "omraade_id", "kommune_id", "speciale", "aar", "felt", "trykt", "genberegnet"),
    *("trykt_tekst", "forskel_pct", "kilde_id", "kilde_linje", "kilde_linje_2"),
]

# tabel, felt, place (area, kommune or printed row), speciale, line, printed, recomputed, kind
KNOWN = [
    ("fysio_forslag_effekt", "borgere_pr_kapacitet_uden", "Brøndby", 51, 5624, 4383, 4774.66, "modstrid"),
    ("fysio_forslag_effekt", "borgere_pr_kapacitet_med", "Brøndby", 51, 5624, 4334, 4720.77, "modstrid"),
    ("fysio_forslag_effekt", "borgere_pr_kapacitet_uden", "Brøndby", 62, 5678, 9672, 10535.52, "modstrid"),
    ("fysio_forslag_effekt", "borgere_pr_kapacitet_uden", "Høje-Taastrup", 51, 5626, 7730, 8148.82, "modstrid"),
    ("fysio_forslag_effekt", "borgere_pr_kapacitet_med", "Høje-Taastrup", 62, 5680, 7363, 7762.72, "modstrid"),
    ("fysio_forslag_effekt", "borgere_pr_kapacitet_uden", "Vallensbæk", 51, 5630, 7128, 7554.62, "modstrid"),
    ("fysio_forslag_effekt", "borgere_pr_kapacitet_uden", "Vallensbæk", 62, 5684, 8612, 9126.90, "modstrid"),
    ("fysio_forslag_effekt", "borgere_pr_kapacitet_uden", "Bornholm", 51, 5618, 5473, 5362.99, "modstrid"),
    ("fysio_forslag_effekt", "borgere_pr_kapacitet_med", "Bornholm", 51, 5618, 4099, 4142.36, "modstrid"),
    ("fysio_forslag_effekt", "forandring_pct", "Bornholm", 51, 5618, 25, 24.31, "modstrid"),
    ("fysio_forslag_total", "borgere_pr_kapacitet_uden", "I alt", 51, 5634, 8677, 8788.04, "modstrid"),
    ("fysio_forslag_total", "borgere_pr_kapacitet_med", "I alt", 62, 5688, 9816, 9941.23, "modstrid"),
    ("fysio_forslag_effekt", "kapacitet_foer", "Amager", 51, 5622, 12.66, 12.63, "modstrid"),
    ("fysio_forslag_effekt", "kapacitet_foer", "Amager", 62, 5676, 9.3, 8.48, "modstrid"),
    ("fysio_forslag_effekt", "kapacitet_foer", "Valby", 51, 5628, 4.14, 4.63, "modstrid"),
    ("fysio_forslag_effekt", "kapacitet_foer", "Valby", 62, 5682, 3.55, 3.03, "modstrid"),
    ("fysio_kapacitet_total", "patienter_pr_kapacitet", "Region Hovedstaden", 62, 4469, 471, 75.55, "trykfejl"),
    ("fysio_kapacitet", "borgere_pr_kapacitet", "Glostrup", 51, 4321, 3541, 3428.26, "andet_grundlag"),
    ("fysio_region", "kapacitet", "Region Hovedstaden", 51, 4188, 396.62, 395.01, "andet_grundlag"),
    ("fysio_tilskud_speciale", "patienter", "Fysioterapi", 51, 4901, 140217, 128442, "modstrid"),
    ("fysio_tilskud_speciale", "tilskud_kr", "Vederlagsfri fysioterapi", 62, 4903, 314928187.4, 296758981, "modstrid"),
    ("fysio_tilskud_kommune", "patienter", "København", 51, 4958, 22772, 34547, "modstrid"),
    ("fysio_budget", "ramme_regional_i_forslag", "19,6 mio. kr.", 51, 5500, 19.6, 6.1, "modstrid"),
    ("tekstpaastand", "uger_gns_regionen", "2,8 uger", 51, 5123, 2.8, 1.13, "modstrid"),
    ("tekstpaastand", "uger_gns_regionen", "23,5 uger", 62, 5123, 23.5, 13.87, "modstrid"),
    ("tekstpaastand", "klinikejere", "162 fysioterapeuter", None, 4008, 162, 136, "modstrid"),
    ("tekstpaastand", "god_adgang_klinikker", "25 klinikker", None, 5316, 25, 26, "modstrid"),
    ("tekstpaastand", "bilag", "bilag 6", 51, 5127, 6, 7, "trykfejl"),
    ("tekstpaastand", "bilag", "bilag 7", 62, 5133, 7, 6, "trykfejl"),
    ("tekstpaastand", "borgere_pr_kapacitet", "16.359 borgere pr. kapacitet", 62, 4355, 16359, 18147, "modstrid"),
    ("tekstpaastand", "borgere_pr_kapacitet", "19.565 borgere pr. kapacitet", 62, 4355, 19565, 21888, "modstrid"),
    ("tekstpaastand", "over_gennemsnittet_pct", "Planområde Byen", 62, 4351, 18, 5.86, "modstrid"),
    ("tekstpaastand", "over_gennemsnittet_pct", "Planområde Syd", 62, 4353, 42, 43.90, "modstrid"),
    ("tekstpaastand", "borgere_pr_kapacitet", "Fredensborg", 51, 4227, None, 8338, "modstrid"),
    ("tekstpaastand", "pendlerandel_pct", "Vesterbro", 51, 5107, 1, 2, "modstrid"),
    ("tekstpaastand", "andetsteds_pct", "Vesterbro", 51, 5107, 59, 45.60, "modstrid"),
    ("tekstpaastand", "hjemme_pct", "Fredensborg", 51, 5097, None, 29.37, "andet_grundlag"),
    ("tekstpaastand", "hjemme_pct", "Vallensbæk", 51, 5097, None, 39.71, "andet_grundlag"),
    ("kommunefordeling_total", "I alt", "Andre kommuner", None, 12423, 5907, 5961, "trykfejl"),
    ("kommunefordeling_total", "I alt", "Total", None, 12425, 15921, 15975, "trykfejl"),
    ("resultatpaastand", "kendskab_stigning", "11 pct.", None, 749, 11, 45.83, "trykfejl"),
]

OTHER_BASIS = {
    *("frederiksberg", "indre-by", "ballerup", "herlev", "frederikssund", "hoersholm", "albertslund", "amager"),
    *("broendby", "glostrup", "hoeje-taastrup", "ishoej", "vallensbaek", "vesterbro"),
}

EXPLAINED = [
    ("Brøndby", "borgere_pr_kapacitet_uden", 51, "38.395"),
    ("Høje-Taastrup", "borgere_pr_kapacitet_uden", 51, "59.057"),
    ("Vallensbæk", "borgere_pr_kapacitet_uden", 51, "16.965"),
    ("Bornholm", "borgere_pr_kapacitet_uden", 51, "39.187"),
    ("2,8 uger", "uger_gns_regionen", 51, "højeste ventetider (2,86)"),
    ("23,5 uger", "uger_gns_regionen", 62, "højeste ventetider (23,54)"),
    ("Region Hovedstaden", "patienter_pr_kapacitet", 62, "patienterne på speciale 51"),
    ("Vesterbro", "pendlerandel_pct", 51, "Indre By"),
    ("Vesterbro", "andetsteds_pct", 51, "Fredensborg (71 procent), Bispebjerg (61 procent), Vallensbæk (60 procent)"),
    ("Fredensborg", "hjemme_pct", 51, "75 procent behandlet i egen kommune, når København er én, og 67 procent"),
    ("København", "patienter", 51, "bilag 4 (2023) har 23.698 patienter dér. Amager, Valby og Vesterbro"),
    ("København", "patienter", 62, "tabel 4 (2024) har 3.548 patienter dér. Amager, Valby og Vesterbro"),
    ("Fysioterapi", "patienter", 51, "11.775"),
    ("Andre kommuner", "I alt", None, "tal for andre regioner"),
    ("Total", "I alt", None, "«Andre kommuner»"),
    ("11 pct.", "kendskab_stigning", None, "11 procentpoint"),
]


@pytest.fixture(scope="module")
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    with store.connect() as connection:
        yield connection


@pytest.fixture(scope="module")
def rows(con: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    return kildekontrol.findings(con)


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: f"{known[0]}-{known[2]}-{known[3]}-{known[1]}")
def test_a_known_contradiction_is_found(rows, known):
    tabel, felt, place, speciale, line, printed, recomputed, kind = known
    found = rows[(rows.tabel == tabel) & (rows.felt == felt) & (rows.raekke == place) & (rows.kilde_linje == line)]
    found = found[found.speciale.isna() if speciale is None else found.speciale == speciale]
    same = found[
        (found.trykt.isna() if printed is None else found.trykt == printed)
        & ((found.genberegnet - recomputed).abs() < 0.006)
    ]
    assert list(same.art) == [kind]


@pytest.mark.parametrize("raekke, felt, speciale, words", EXPLAINED)
def test_the_explanation_says_what_the_wrong_figure_equals(rows, raekke, felt, speciale, words):
    found = rows[(rows.raekke == raekke) & (rows.felt == felt)]
    found = found[found.speciale.isna() if speciale is None else found.speciale == speciale]
    assert found.forklaring.str.contains(words, regex=False).any()


@pytest.mark.parametrize("speciale", [51, 62])
def test_fourteen_areas_and_syd_divide_by_another_population(rows, speciale):
    basis = rows[(rows.kontrol == "borgere_bilag_3") & (rows.speciale == speciale) & rows.samlet_i.notna()]
    assert set(basis.art) == {"andet_grundlag"}
    over = basis[basis.forskel_pct.abs() > 1]
    assert set(over.omraade_id.dropna()) == OTHER_BASIS
    assert list(over[over.omraade_id.isna()].raekke) == ["Syd"]


def test_columns_are_those_of_the_contract(con):
    assert [name for name, *_ in con.sql("DESCRIBE kildeafvigelse").fetchall()][: len(CONTRACT)] == CONTRACT


def test_each_finding_can_be_named_and_explained(rows):
    assert rows.afvigelse_id.is_unique
    assert rows.afvigelse_id.str.fullmatch("[a-z0-9]+(-[a-z0-9]+)*").all()
    assert set(rows.art) <= set(kildekontrol.KINDS)
    assert rows.forklaring.str.fullmatch(r"[«A-ZÆØÅ0-9].+\.").all()
    assert not rows.forklaring.str.contains("None|NULL|nan", regex=True).any()
    assert rows[["raekke", "trykt_tekst", "felt", "hvor"]].notna().all(axis=None)


def test_each_finding_stands_at_printed_lines(con):
    lost = """
        SELECT afvigelse_id FROM kildeafvigelse AS a
        WHERE NOT EXISTS (FROM trykt_raekke AS t WHERE t.kilde_id = a.kilde_id AND t.kilde_linje = a.kilde_linje)
        OR kilde_linje_2 IS NOT NULL
            AND NOT EXISTS (FROM trykt_raekke AS t WHERE t.kilde_id = a.kilde_id_2 AND t.kilde_linje = a.kilde_linje_2)
    """
    assert con.sql(lost).fetchall() == []


def test_no_finding_agrees_within_rounding_and_no_check_without_finding_disagrees(con):
    for afvigelse_id, trykt, halv, nedre, oevre, holder, found in con.sql(
        """
        SELECT k.afvigelse_id, k.trykt, k.halv, k.nedre, k.oevre, holder, a.afvigelse_id IS NOT NULL
        FROM kildekontrol AS k LEFT JOIN kildeafvigelse AS a USING (afvigelse_id)
        """
    ).fetchall():
        if holder is None:
            reach = halv + 1e-9 * abs(trykt)
            assert found == (trykt + reach < nedre or trykt - reach > oevre), afvigelse_id
        else:
            assert found != holder, afvigelse_id


def test_every_check_can_be_decided(con):
    open_checks = (
        "SELECT afvigelse_id FROM kildekontrol WHERE holder IS NULL AND (halv + trykt + nedre + oevre) IS NULL"
    )
    assert con.sql(open_checks).fetchall() == []
    assert con.sql("SELECT count(*) - count(DISTINCT afvigelse_id) FROM kildekontrol").fetchall() == [(0,)]


def test_every_claim_is_checked_but_those_that_nothing_else_speaks_of(con):
    unchecked = con.sql(
        """
        SELECT DISTINCT hvad FROM tekstpaastand
        WHERE art NOT IN ('titel', 'del', 'regel', 'note')
        AND NOT EXISTS (FROM kildekontrol WHERE afvigelse_id LIKE 'tekst-%' || paastand_id)
        AND gruppe IS NULL
        """
    ).fetchall()
    in_the_budget = {"ramme", "tilskudsandel", "borgerandel", "nye_kapaciteter", "foreslaaede_kapaciteter"}
    in_other_checks = {
        *("reserverede_kapaciteter", "befolkning_ved_tabel_6", "ridefysioterapi_i_region_sjaelland"),
        "god_adgang_klinikker",  # a value that comes twice is shown once
    }
    nothing_speaks_of = {"ejere_af_flere_klinikker", "god_adgang_for_alle"}
    in_other_checks |= {"klinikejere_med_ventetid"}
    # Bilag 5 is lost, and with it the commuting on speciale 62.
    lost = {"pendlerandel_pct", "behandlet_i_bopaelskommunen", "ridefysioterapi_i_region_sjaelland_andel_pct"}
    assert {hvad for (hvad,) in unchecked} == {*in_the_budget, *in_other_checks, *nothing_speaks_of, *lost}


def test_the_kommunefordeling_is_wrong_in_two_sums_only(rows):
    wrong = rows[rows.tabel == "kommunefordeling_total"]
    assert set(wrong.genberegnet - wrong.trykt) == {54}
    assert list(wrong.hvor) == [
        "Kommunefordeling, Andre kommuner (004, linje 12423)",
        "Kommunefordeling, Total (004, linje 12425)",
    ]
    assert not rows.tabel.isin(["sosu_total", "resultatmaal"]).any()


def test_the_largest_difference_comes_first(rows):
    sizes = rows.forskel_pct.abs()
    assert sizes.dropna().is_monotonic_decreasing
    assert sizes.isna().tail(sizes.isna().sum()).all()


def test_every_check_has_one_entry(con):
    used = con.sql("SELECT DISTINCT kontrol, regel FROM kildekontrol").fetchall()
    assert set(used) == {(name, rule) for name, check in kildekontrol.CHECKS.items() for rule in check.regler}


def test_the_tally_counts_every_check_and_every_finding(con, rows):
    counted = kildekontrol.tally(con, rows).set_index("kontrol")
    assert counted.index.tolist() == list(kildekontrol.CHECKS)
    assert counted.kontrolleret.sum() == con.sql("SELECT count(*) FROM kildekontrol").fetchall()[0][0]
    for name in kildekontrol.CHECKS:
        assert counted.afviger[name] == ((rows.kontrol == name) & rows.samlet_i.isna()).sum()


def test_the_checks_tolerate_round_ends_rough_shares_and_near_figures_only(con, rows):
    differing = {name for (name,) in con.sql("SELECT afvigelse_id FROM kildeafvigelse").fetchall()}
    tolerated = differing - set(rows.afvigelse_id)
    gathered = set(rows.afvigelse_id) - differing
    assert gathered == set(rows.afvigelse_id[rows.medlemmer > 0])
    assert tolerated == {
        *(f"tekst-spaend-dernaest-{end}" for end in ("51-til", "62-fra", "62-til")),
        *("tekst-andel-ventetid-51-nul-andel", "tekst-andel-ventetid-62-over-20-andel"),
        "tekst-sammenligning-taet-paa-landet-51",
    }


@pytest.mark.parametrize(
    "keys, line",
    [
        (("fysio_forslag_effekt", "borgere_pr_kapacitet_uden", "broendby", 51), 5624),
        (("fysio_kapacitet", "borgere_pr_kapacitet", "vesterbro", 62), 4467),
        (("fysio_kapacitet", "borgere_pr_kapacitet", "egedal", 51), None),
        (("fysio_kapacitet", "kapacitet", "vesterbro", 62), None),
    ],
)
def test_the_mark_beside_a_figure(rows, keys, line):
    tabel, felt, omraade_id, speciale = keys
    found = kildekontrol.Marks(rows).mark(tabel, felt, omraade_id=omraade_id, speciale=speciale)
    assert (found and found.kilde_linje) == line


def test_the_mark_of_a_total_goes_by_its_printed_row(rows):
    marks = kildekontrol.Marks(rows)
    assert marks.mark("kommunefordeling_total", "I alt", raekke="Total") is not None
    assert marks.mark("kommunefordeling_total", "I alt", raekke="Samlet i regionen") is None
    found = marks.mark("fysio_kapacitet_total", "patienter_pr_kapacitet", raekke="Region Hovedstaden", speciale=62)
    assert found is not None
    assert found.hvor == "Tabel 4, Region Hovedstaden, speciale 62 (004, linje 4469)"
    assert marks.mark("fysio_kapacitet_total", "patienter_pr_kapacitet", raekke="Syd", speciale=62) is None
