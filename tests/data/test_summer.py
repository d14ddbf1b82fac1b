"""Totals that the papers print beside their parts; where the two differ, the difference itself is pinned."""

from collections.abc import Iterable
from decimal import Decimal

import pytest

from tests.data.transskription import rows, slug

Rows = list[dict[str, str]]
REGION = "Region Hovedstaden"
SPECIALER = ["51", "62"]


def where(table: str, **cells: str) -> Rows:
    return [row for row in rows(table) if all(row[key] == value for key, value in cells.items())]


def total(rows_: Iterable[dict[str, str]], field: str) -> Decimal:
    return sum((Decimal(row[field] or 0) for row in rows_), Decimal())


def areas_of(navn: str) -> set[str]:
    """The areas that a printed total covers: those of a planområde, or all."""
    return {row["omraade_id"] for row in rows("omraade") if navn == REGION or row["planomraade"] == slug(navn)}


@pytest.mark.parametrize("row", rows("fysio_kapacitet_total"), ids=lambda row: f"{row['navn']}-{row['speciale']}")
def test_capacities_add_up_to_planomraade_and_region(row: dict[str, str]) -> None:
    parts = where("fysio_kapacitet", speciale=row["speciale"])
    inside = [part for part in parts if part["omraade_id"] in areas_of(row["navn"])]
    assert total(inside, "kapacitet") == Decimal(row["kapacitet"])


@pytest.mark.parametrize("row", rows("befolkning_total"), ids=lambda row: f"{row['navn']}-{row['aar']}")
def test_citizens_add_up_to_planomraade_and_region(row: dict[str, str]) -> None:
    inside = [part for part in where("befolkning", aar=row["aar"]) if part["omraade_id"] in areas_of(row["navn"])]
    assert total(inside, "borgere") == Decimal(row["borgere"])


def test_the_printed_change_follows_from_2024_and_2030() -> None:
    borgere = {
        (slug(row.get("navn") or row["omraade_id"]), row["aar"]): int(row["borgere"])
        for table in ("befolkning", "befolkning_total")
        for row in rows(table)
    }
    for row in rows("befolkning_aendring"):
        name = slug(row["navn"])
        change = 100 * (borgere[name, "2030"] / borgere[name, "2024"] - 1)
        assert abs(change - float(row["aendring_pct"])) <= 0.05, row


def test_physiotherapists_add_up_both_ways() -> None:
    kinds = ["ejer", "ansat", "lejer", "ejer_uden_kapacitet", "ledig_kapacitet"]
    for row in rows("fysio_terapeut"):
        assert sum(int(row[kind] or 0) for kind in kinds) == int(row["i_alt"])
    [printed] = where("fysio_terapeut", planomraade="hovedtotal")
    parts = [row for row in rows("fysio_terapeut") if row is not printed]
    for field in [*kinds, "i_alt"]:
        assert total(parts, field) == Decimal(printed[field])


@pytest.mark.parametrize("speciale", SPECIALER)
@pytest.mark.parametrize("field", ["kapacitet", "tilskud_fuld_udnyttelse_kr", "bloktilskudsandel_kr"])
def test_the_regions_add_up_to_the_country(speciale: str, field: str) -> None:
    [country] = where("fysio_ramme", region="hele-landet", speciale=speciale)
    parts = [row for row in where("fysio_ramme", speciale=speciale) if row is not country]
    assert total(parts, field) == Decimal(country[field])


def test_tabel_2_and_5_print_the_same_capacities() -> None:
    def capacities(table: str) -> dict[tuple[str, str], str]:
        return {(row["region"], row["speciale"]): row["kapacitet"] for row in rows(table)}

    assert capacities("fysio_region") == capacities("fysio_ramme")


@pytest.mark.parametrize("speciale", SPECIALER)
def test_the_proposal_adds_up_in_tabel_10_11_and_12(speciale: str) -> None:
    def budget(noegle: str) -> Decimal:
        return total(where("fysio_budget", speciale=speciale, noegle=noegle), "vaerdi")

    effects = where("fysio_forslag_effekt", speciale=speciale)
    [printed] = where("fysio_forslag_total", speciale=speciale)
    proposed = total(where("fysio_forslag", speciale=speciale), "tillaeg")
    assert proposed == budget("kapaciteter_tabel_10") == budget("kapaciteter_foreslaaet")
    assert proposed == total(effects, "tillaeg") == Decimal(printed["tillaeg"])
    assert total(effects, "kapacitet_foer") == Decimal(printed["kapacitet_foer"])
    assert proposed + budget("kapaciteter_reserveret") == budget("kapaciteter_hoejst")


@pytest.mark.parametrize("speciale", SPECIALER)
@pytest.mark.parametrize("aar", ["2020", "2023"])
def test_patients_add_up_to_the_region(speciale: str, aar: str) -> None:
    parts = where("fysio_patienter", speciale=speciale, aar=aar)
    [printed] = where("fysio_patienter_total", speciale=speciale, aar=aar)
    assert total(parts, "patienter") == Decimal(printed["patienter"])


@pytest.mark.parametrize("speciale", SPECIALER)
@pytest.mark.parametrize(("aar", "missing"), [("2020", 84), ("2023", 93)])
def test_known_contradiction_the_kommuners_citizens_fall_short_of_the_region(
    speciale: str, aar: str, missing: int
) -> None:
    parts = where("fysio_patienter", speciale=speciale, aar=aar)
    [printed] = where("fysio_patienter_total", speciale=speciale, aar=aar)
    assert Decimal(printed["borgere"]) - total(parts, "borgere") == missing


@pytest.mark.parametrize(
    ("speciale", "patients", "kroner"), [("51", "11775", "11173243.3"), ("62", "630", "18169206.4")]
)
def test_known_contradiction_the_kommuners_subsidy_falls_short_of_tabel_6(
    speciale: str, patients: str, kroner: str
) -> None:
    parts = where("fysio_tilskud_kommune", speciale=speciale)
    [printed] = where("fysio_tilskud_speciale", speciale=speciale)
    assert Decimal(printed["patienter"]) - total(parts, "patienter") == Decimal(patients)
    assert Decimal(printed["tilskud_kr"]) - total(parts, "tilskud_kr") == Decimal(kroner)


def test_tabel_7_and_8_divide_by_the_same_citizens() -> None:
    def citizens(speciale: str) -> dict[str, str]:
        return {row["kommune_id"]: row["borgere"] for row in where("fysio_tilskud_kommune", speciale=speciale)}

    assert citizens("51") == citizens("62")


def test_known_contradiction_four_capacities_before_differ_from_tabel_3_and_4() -> None:
    today = {(row["omraade_id"], row["speciale"]): row["kapacitet"] for row in rows("fysio_kapacitet")}
    differing = {
        (row["omraade_id"], row["speciale"]): (
            today[row["omraade_id"], row["speciale"]],
            row["kapacitet_foer"],
        )
        for row in rows("fysio_forslag_effekt")
        if today[row["omraade_id"], row["speciale"]] != row["kapacitet_foer"]
    }
    assert differing == {
        ("amager", "51"): ("12.63", "12.66"),
        ("valby", "51"): ("4.63", "4.14"),
        ("amager", "62"): ("8.48", "9.3"),
        ("valby", "62"): ("3.03", "3.55"),
    }


def test_known_contradiction_the_same_frame_is_national_and_regional() -> None:
    frames = {row["noegle"]: row["vaerdi"] for row in where("fysio_budget", speciale="51", enhed="mio. kr.")}
    assert frames["ramme_national"] == frames["ramme_regional_i_forslag"] != frames["ramme_regional"]


@pytest.mark.parametrize("table", ["fysio_kapacitet", "befolkning", "befolkning_aendring"])
def test_bornholm_is_the_same_as_area_and_as_planomraade(table: str) -> None:
    total_table = {"befolkning_aendring": "befolkning_aendring"}.get(table, f"{table}_total")
    ignored = {"omraade_id", "niveau", "navn", "kilde_linje"}

    def figures(found: Rows) -> list[dict[str, str]]:
        return [{key: value for key, value in row.items() if key not in ignored} for row in found]

    assert figures(where(table, omraade_id="bornholm")) == figures(
        where(total_table, niveau="planomraade", navn="Bornholm")
    )


def test_waits_lie_between_the_lowest_and_the_highest() -> None:
    for row in rows("fysio_ventetid"):
        lowest, mean, highest = (float(row[field]) for field in ("uger_min", "uger_gns", "uger_max"))
        assert lowest <= mean <= highest, row
        if row["klinikker"] == "1":
            assert lowest == mean == highest, row
