"""
The checks of the tables a second time: plain loops over the CSV files in exact fractions, without the database.

A printed figure is a range, its value give or take half a unit of its last decimal. What follows from ranges is a
range, and a finding is where it does not meet the printed one. The views must make exactly the same checks, with the
same ranges, and find exactly the same.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import Any

import pytest

from data import store
from tests.data.test_papirpaastand import FAMILIES
from tests.data.transskription import rows

Row = dict[str, str]
Key = tuple[str, str, int, int | None, int | None, str]
HALF = Fraction(1, 2)


@dataclass(frozen=True)
class Range:
    """All numbers from low to high, and the one that follows when nothing was rounded."""

    low: Fraction
    middle: Fraction
    high: Fraction

    def __add__(self, other: "Range") -> "Range":
        return Range(self.low + other.low, self.middle + other.middle, self.high + other.high)

    def __sub__(self, other: "Range") -> "Range":
        return Range(self.low - other.high, self.middle - other.middle, self.high - other.low)

    def __mul__(self, other: "Range") -> "Range":
        return Range(self.low * other.low, self.middle * other.middle, self.high * other.high)

    def __truediv__(self, other: "Range") -> "Range":
        return Range(self.low / other.high, self.middle / other.middle, self.high / other.low)

    def meets(self, other: "Range") -> bool:
        return self.low <= other.high and other.low <= self.high


def exact(number: str | int | Fraction) -> Range:
    return Range(Fraction(number), Fraction(number), Fraction(number))


def printed(text: str, decimals: int = 0) -> Range:
    half = HALF / 10**decimals
    return Range(Fraction(text) - half, Fraction(text), Fraction(text) + half)


def to_first_order(product: Range) -> Range:
    """A product's range without the product of the two halves, which the budget's check leaves out."""
    reach = (product.high - product.low) / 2
    return Range(product.middle - reach, product.middle, product.middle + reach)


def capacity(row: Row, field: str = "kapacitet") -> Range:
    return printed(row[field], 2)


def total(ranges: Iterable[Range]) -> Range:
    return sum(ranges, start=exact(0))


@dataclass(frozen=True)
class Check:
    """A printed figure, where it stands, and what follows from other printed figures."""

    name: str
    table: str
    line: int
    speciale: int | None
    year: int | None
    field: str
    printed: Range
    follows: Range
    words: dict[str, Any] | None = None
    """The figures and names that its explanation uses, where they are no figures of the check itself."""

    @property
    def key(self) -> Key:
        return self.name, self.table, self.line, self.speciale, self.year, self.field


def check(
    printed: Range,
    follows: Range,
    name: str,
    table: str,
    row: Row,
    field: str,
    speciale: str | None = None,
    year: str | None = None,
    words: dict[str, Any] | None = None,
) -> Check:
    speciale, year = speciale or row.get("speciale"), year or row.get("aar")
    line = int(row["resultat_kilde_linje" if field == "realiseret_tal" else "kilde_linje"])
    return Check(
        name,
        table,
        line,
        int(speciale) if speciale else None,
        int(year) if year else None,
        field,
        printed,
        follows,
        words,
    )


def only(table: str, **keys: str) -> Row:
    (row,) = select(table, **keys)
    return row


def select(table: str, **keys: str) -> list[Row]:
    return [row for row in rows(table) if all(row[key] == value for key, value in keys.items())]


AREA = {row["omraade_id"]: row for row in rows("omraade")}
SPECIALER = ("51", "62")
REGION = "Region Hovedstaden"


def members(name: str) -> set[str]:
    return {key for key, row in AREA.items() if name == REGION or row["planomraade"] == name.lower()}


def parts_of(row: Row) -> list[Row]:
    """The areas in Tabel 3 or 4 that a total there is the total of."""
    inside = members(row["navn"])
    return [area for area in select("fysio_kapacitet", speciale=row["speciale"]) if area["omraade_id"] in inside]


def sums() -> Iterator[Check]:
    for row in rows("fysio_kapacitet_total"):
        yield check(
            capacity(row), total(map(capacity, parts_of(row))), "sum", "fysio_kapacitet_total", row, "kapacitet"
        )
    for row in rows("befolkning_total"):
        parts = [r for r in select("befolkning", aar=row["aar"]) if r["omraade_id"] in members(row["navn"])]
        yield check(
            exact(int(row["borgere"])),
            exact(sum(int(part["borgere"]) for part in parts)),
            "sum",
            "befolkning_total",
            row,
            "borgere",
        )
    groups = ("ejer", "ansat", "lejer", "ejer_uden_kapacitet", "ledig_kapacitet")
    bottom = only("fysio_terapeut", planomraade="hovedtotal")
    for row in rows("fysio_terapeut"):
        if row is bottom:
            continue
        yield check(
            exact(int(row["i_alt"])),
            exact(sum(int(row[group] or 0) for group in groups)),
            "sum",
            "fysio_terapeut",
            row,
            "i_alt",
        )
    for group in (*groups, "i_alt"):
        yield check(
            exact(int(bottom[group])),
            exact(sum(int(row[group] or 0) for row in rows("fysio_terapeut") if row is not bottom)),
            "sum",
            "fysio_terapeut",
            bottom,
            group,
        )
    for row, field in product(rows("fysio_patienter_total"), ("borgere", "patienter")):
        parts = select("fysio_patienter", speciale=row["speciale"], aar=row["aar"])
        yield check(
            exact(int(row[field])),
            exact(sum(int(part[field]) for part in parts)),
            "sum",
            "fysio_patienter_total",
            row,
            field,
        )
    for speciale in SPECIALER:
        country = only("fysio_region", region="hele-landet", speciale=speciale)
        regions = [r for r in select("fysio_region", speciale=speciale) if r["region"] != "hele-landet"]
        yield check(capacity(country), total(map(capacity, regions)), "sum", "fysio_region", country, "kapacitet")
        shares = [r for r in select("fysio_ramme", speciale=speciale) if r["region"] != "hele-landet"]
        whole = only("fysio_ramme", region="hele-landet", speciale=speciale)
        granted = total(printed(share["bloktilskudsandel_kr"]) for share in shares)
        for row in select("fysio_ramme", speciale=speciale):
            yield check(printed(row["ramme_kr"]), granted, "sum", "fysio_ramme", row, "ramme_kr")
            same = only("fysio_region", region=row["region"], speciale=speciale)
            yield check(capacity(row), exact(same["kapacitet"]), "sum", "fysio_ramme", row, "kapacitet")
        yield check(
            printed(whole["bloktilskudsandel_kr"]),
            granted,
            "sum",
            "fysio_ramme",
            whole,
            "bloktilskudsandel_kr",
        )
        effect, proposal = (
            only("fysio_forslag_total", speciale=speciale),
            select("fysio_forslag_effekt", speciale=speciale),
        )
        yield check(
            capacity(effect, "kapacitet_foer"),
            total(capacity(row, "kapacitet_foer") for row in proposal),
            "sum",
            "fysio_forslag_total",
            effect,
            "kapacitet_foer",
        )
        yield check(
            exact(Fraction(effect["tillaeg"])),
            exact(sum(Fraction(row["tillaeg"]) for row in proposal)),
            "sum",
            "fysio_forslag_total",
            effect,
            "tillaeg",
        )
        ten = only("fysio_budget", speciale=speciale, noegle="kapaciteter_tabel_10")
        yield check(
            exact(Fraction(ten["vaerdi"])),
            exact(sum(Fraction(row["tillaeg"]) for row in select("fysio_forslag", speciale=speciale))),
            "sum",
            "fysio_budget",
            ten,
            "kapaciteter_tabel_10",
        )


def averages() -> Iterator[Check]:
    fields = ("borgere_pr_kapacitet", "patienter_pr_kapacitet")
    for row, field in product(rows("fysio_kapacitet_total"), fields):
        parts = parts_of(row)
        yield check(
            printed(row[field]),
            total(capacity(r) * printed(r[field]) for r in parts) / capacity(row),
            "gennemsnit",
            "fysio_kapacitet_total",
            row,
            field,
        )
    for speciale, field in product(SPECIALER, fields):
        country = only("fysio_region", region="hele-landet", speciale=speciale)
        regions = [r for r in select("fysio_region", speciale=speciale) if r["region"] != "hele-landet"]
        yield check(
            printed(country[field]),
            total(capacity(r) * printed(r[field]) for r in regions) / capacity(country),
            "gennemsnit",
            "fysio_region",
            country,
            field,
        )
        own, counted = only("fysio_region", region="hovedstaden", speciale=speciale), field.split("_")[0]
        counts = only("fysio_patienter_total", speciale=speciale, aar="2023")
        yield check(
            printed(own[field]), exact(counts[counted]) / capacity(own), "gennemsnit", "fysio_region", own, field
        )
    for row in select("fysio_region", speciale="62"):
        other = only("fysio_region", region=row["region"], speciale="51")
        citizens = capacity(other) * printed(other["borgere_pr_kapacitet"])
        yield check(
            printed(row["borgere_pr_kapacitet"]),
            citizens / capacity(row),
            "samme_folketal",
            "fysio_region",
            row,
            "borgere_pr_kapacitet",
        )


def other_bases() -> Iterator[Check]:
    for row in rows("fysio_kapacitet"):
        citizens = only("befolkning", omraade_id=row["omraade_id"], aar="2024")["borgere"]
        yield check(
            printed(row["borgere_pr_kapacitet"]),
            exact(citizens) / capacity(row),
            "borgere_bilag_3",
            "fysio_kapacitet",
            row,
            "borgere_pr_kapacitet",
        )
    for row in rows("fysio_kapacitet_total"):
        citizens = only("befolkning_total", navn=row["navn"], aar="2024")["borgere"]
        yield check(
            printed(row["borgere_pr_kapacitet"]),
            exact(citizens) / capacity(row),
            "borgere_bilag_3",
            "fysio_kapacitet_total",
            row,
            "borgere_pr_kapacitet",
        )
    for row in rows("fysio_tilskud_kommune"):
        areas = [
            area
            for area in select("fysio_kapacitet", speciale=row["speciale"])
            if AREA[area["omraade_id"]]["kommune_id"] == row["kommune_id"]
        ]
        yield check(
            exact(row["borgere"]),
            total(capacity(a) * printed(a["borgere_pr_kapacitet"]) for a in areas),
            "borgere_kommune",
            "fysio_tilskud_kommune",
            row,
            "borgere",
        )
    for speciale in SPECIALER:
        two = only("fysio_region", region="hovedstaden", speciale=speciale)
        region = only("fysio_kapacitet_total", navn=REGION, speciale=speciale)
        areas = select("fysio_kapacitet", speciale=speciale)
        patients = total(capacity(a) * printed(a["patienter_pr_kapacitet"]) for a in areas) / capacity(region)
        yield check(capacity(two), capacity(region), "udtraek", "fysio_region", two, "kapacitet")
        yield check(
            printed(two["borgere_pr_kapacitet"]),
            printed(region["borgere_pr_kapacitet"]),
            "udtraek",
            "fysio_region",
            two,
            "borgere_pr_kapacitet",
        )
        yield check(
            printed(two["patienter_pr_kapacitet"]), patients, "udtraek", "fysio_region", two, "patienter_pr_kapacitet"
        )


def money() -> Iterator[Check]:
    for row in rows("fysio_ramme"):
        full = capacity(row) * printed(row["tilskud_pr_kapacitet_kr"])
        yield check(
            printed(row["tilskud_fuld_udnyttelse_kr"]),
            full,
            "tabel_5",
            "fysio_ramme",
            row,
            "tilskud_fuld_udnyttelse_kr",
        )
        off = 100 * (Fraction(row["tilskud_fuld_udnyttelse_kr"]) / Fraction(row["bloktilskudsandel_kr"]) - 1)
        yield check(printed(row["afvigelse_pct"]), exact(off), "tabel_5", "fysio_ramme", row, "afvigelse_pct")
    for row in select("fysio_ramme", speciale="62"):
        other = only("fysio_ramme", region=row["region"], speciale="51")
        key = printed(other["bloktilskudsandel_kr"]) / printed(other["ramme_kr"])
        yield check(
            printed(row["bloktilskudsandel_kr"]),
            printed(row["ramme_kr"]) * key,
            "tabel_5",
            "fysio_ramme",
            row,
            "bloktilskudsandel_kr",
        )
    citizens = only("tekstpaastand", paastand_id="befolkning-december-2023")
    for row in rows("fysio_tilskud_speciale"):
        for field, number in (("tilskud_pr_patient_kr", row["patienter"]), ("tilskud_pr_borger_kr", citizens["tal"])):
            yield check(
                printed(row[field], 1),
                printed(row["tilskud_kr"], 1) / exact(number),
                "tilskud",
                "fysio_tilskud_speciale",
                row,
                field,
            )
    for row in rows("fysio_tilskud_kommune"):
        for field, number in (("tilskud_pr_patient_kr", row["patienter"]), ("tilskud_pr_borger_kr", row["borgere"])):
            yield check(
                printed(row[field]),
                printed(row["tilskud_kr"]) / exact(number),
                "tilskud",
                "fysio_tilskud_kommune",
                row,
                field,
            )
    for speciale in SPECIALER:
        six, all_29 = (
            only("fysio_tilskud_speciale", speciale=speciale),
            select("fysio_tilskud_kommune", speciale=speciale),
        )
        koebenhavn = only("fysio_tilskud_kommune", kommune_id="koebenhavn", speciale=speciale)
        others = [row for row in all_29 if row is not koebenhavn]
        yield check(
            printed(six["tilskud_kr"], 1),
            total(printed(row["tilskud_kr"]) for row in all_29),
            "tabel_6",
            "fysio_tilskud_speciale",
            six,
            "tilskud_kr",
        )
        rest = printed(six["tilskud_kr"], 1) - total(printed(row["tilskud_kr"]) for row in others)
        of_the_city = [
            a
            for a in select("fysio_kapacitet", speciale=speciale)
            if AREA[a["omraade_id"]]["kommune_id"] == "koebenhavn"
        ]
        by_clinic = {
            a["omraade_id"]: Fraction(a["kapacitet"]) * Fraction(a["patienter_pr_kapacitet"]) for a in of_the_city
        }
        counted = select("fysio_pendling", speciale=speciale)
        in_the_annex = {
            area: sum(int(row["patienter"] or 0) for row in counted if row["klinik_id"] == area) for area in by_clinic
        }
        inside = [area for area in by_clinic if AREA[area]["planomraade"] == "byen"]
        words = {
            "byens_patienter": sum(by_clinic.values()),
            "byens_omraader": len(inside),
            "planomraadets_patienter": sum((in_the_annex if counted else by_clinic)[area] for area in inside),
            "uden_for": sorted(AREA[area]["navn"] for area in by_clinic if area not in inside),
        }
        yield check(
            printed(koebenhavn["tilskud_kr"]),
            rest,
            "tabel_6",
            "fysio_tilskud_kommune",
            koebenhavn,
            "tilskud_kr",
            words=words,
        )
        # Whoever is treated in two kommuner is one patient of the region and one of each.
        patients = [int(row["patienter"]) for row in all_29]
        yield check(
            exact(six["patienter"]),
            Range(Fraction(max(patients)), Fraction(sum(patients)), Fraction(sum(patients))),
            "tabel_6",
            "fysio_tilskud_speciale",
            six,
            "patienter",
        )
        left = int(six["patienter"]) - sum(int(row["patienter"]) for row in others)
        yield check(
            exact(koebenhavn["patienter"]),
            Range(Fraction(left), Fraction(left), Fraction(six["patienter"])),
            "tabel_6",
            "fysio_tilskud_kommune",
            koebenhavn,
            "patienter",
            words=words,
        )
        yield check(
            exact(six["patienter"]),
            exact(only("fysio_patienter_total", speciale=speciale, aar="2023")["patienter"]),
            "patienter_2023",
            "fysio_tilskud_speciale",
            six,
            "patienter",
            year="2023",
        )
    yield check(
        exact(int(citizens["tal"])),
        exact(sum(int(row["borgere"]) for row in select("fysio_tilskud_kommune", speciale="51"))),
        "borgere_2023",
        "tekstpaastand",
        citizens,
        "borgere",
    )


def patients_and_growth() -> Iterator[Check]:
    for table in ("fysio_patienter", "fysio_patienter_total"):
        for row in rows(table):
            rate = 1000 * Fraction(row["patienter"]) / Fraction(row["borgere"])
            yield check(printed(row["patienter_pr_1000"], 1), exact(rate), "pr_1000", table, row, "patienter_pr_1000")
    for row in rows("fysio_patienter_aendring"):
        first, last = (
            Fraction(
                only("fysio_patienter", kommune_id=row["kommune_id"], speciale=row["speciale"], aar=year)["patienter"]
            )
            for year in ("2020", "2023")
        )
        yield check(
            printed(row["aendring_pct"]),
            exact(100 * (last / first - 1)),
            "vaekst",
            "fysio_patienter_aendring",
            row,
            "aendring_pct",
            year="2023",
        )
    for row in select("fysio_patienter_total", aar="2023"):
        first = Fraction(only("fysio_patienter_total", speciale=row["speciale"], aar="2020")["patienter"])
        yield check(
            printed(row["aendring_pct"]),
            exact(100 * (Fraction(row["patienter"]) / first - 1)),
            "vaekst",
            "fysio_patienter_total",
            row,
            "aendring_pct",
        )
    for row in rows("befolkning_aendring"):
        key = {"omraade_id": row["omraade_id"]} if row["omraade_id"] else {"navn": row["navn"]}
        table = "befolkning" if row["omraade_id"] else "befolkning_total"
        first, last = (Fraction(only(table, **key, aar=year)["borgere"]) for year in ("2024", "2030"))
        yield check(
            printed(row["aendring_pct"], 1),
            exact(100 * (last / first - 1)),
            "vaekst",
            "befolkning_aendring",
            row,
            "aendring_pct",
            year="2030",
        )


def budget() -> Iterator[Check]:
    for speciale in SPECIALER:
        row = {r["noegle"]: r for r in select("fysio_budget", speciale=speciale)}
        frame = only("fysio_ramme", region="hovedstaden", speciale=speciale)
        value = {key: Fraction(r["vaerdi"]) for key, r in row.items()}
        millions = {key: printed(r["vaerdi"], 1) for key, r in row.items() if key.startswith("ramme")}
        share = exact(Fraction(frame["bloktilskudsandel_kr"]) / Fraction(frame["ramme_kr"]))
        bought = exact(1_000_000) * millions["ramme_regional"] / exact(frame["tilskud_pr_kapacitet_kr"])
        yield check(
            millions["ramme_regional_i_forslag"],
            millions["ramme_regional"],
            "budget",
            "fysio_budget",
            row["ramme_regional_i_forslag"],
            "ramme_regional_i_forslag",
        )
        yield check(
            millions["ramme_regional"],
            millions["ramme_national"] * share,
            "budget",
            "fysio_budget",
            row["ramme_regional"],
            "ramme_regional",
        )
        yield check(
            printed(row["kapaciteter_hoejst"]["vaerdi"], 1),
            bought,
            "budget",
            "fysio_budget",
            row["kapaciteter_hoejst"],
            "kapaciteter_hoejst",
        )
        yield check(
            exact(value["kapaciteter_hoejst"]),
            exact(value["kapaciteter_foreslaaet"] + value["kapaciteter_reserveret"]),
            "budget",
            "fysio_budget",
            row["kapaciteter_hoejst"],
            "kapaciteter_hoejst",
        )
        yield check(
            exact(value["kapaciteter_foreslaaet"]),
            exact(value["kapaciteter_tabel_10"]),
            "budget",
            "fysio_budget",
            row["kapaciteter_foreslaaet"],
            "kapaciteter_foreslaaet",
        )
    own, other = (only("fysio_budget", speciale=s, noegle="ramme_national") for s in SPECIALER)
    regions, citizens = (
        only("fysio_budget", speciale="51", noegle=key) for key in ("regionens_andel", "borgernes_andel")
    )
    yield check(
        printed(own["vaerdi"], 1),
        to_first_order(printed(regions["vaerdi"]) * printed(other["vaerdi"], 1) / exact(100)),
        "budget",
        "fysio_budget",
        own,
        "ramme_national",
    )
    yield check(
        exact(citizens["vaerdi"]),
        exact(100 - Fraction(regions["vaerdi"])),
        "budget",
        "fysio_budget",
        citizens,
        "borgernes_andel",
    )


def proposal() -> Iterator[Check]:
    for speciale in SPECIALER:
        effects = select("fysio_forslag_effekt", speciale=speciale)
        now = {r["omraade_id"]: capacity(r) for r in select("fysio_kapacitet", speciale=speciale)}
        citizens = {r["omraade_id"]: int(r["borgere"]) for r in select("befolkning", aar="2030")}
        for row in effects:
            given = only("fysio_forslag", omraade_id=row["omraade_id"], speciale=speciale)
            yield check(
                exact(Fraction(row["tillaeg"])),
                exact(Fraction(given["tillaeg"])),
                "forslag",
                "fysio_forslag_effekt",
                row,
                "tillaeg",
            )
            area = row["omraade_id"]
            yield from effect("fysio_forslag_effekt", row, now[area], citizens[area])
        named = [row["omraade_id"] for row in effects]
        whole = only("fysio_forslag_total", speciale=speciale)
        given = sum(Fraction(row["tillaeg"]) for row in select("fysio_forslag", speciale=speciale))
        yield check(exact(whole["tillaeg"]), exact(given), "forslag", "fysio_forslag_total", whole, "tillaeg")
        yield from effect("fysio_forslag_total", whole, total(now[a] for a in named), sum(citizens[a] for a in named))


def effect(table: str, row: Row, now: Range, citizens: int) -> Iterator[Check]:
    before, added = capacity(row, "kapacitet_foer"), Fraction(row["tillaeg"])
    without, given = printed(row["borgere_pr_kapacitet_uden"]), printed(row["borgere_pr_kapacitet_med"])
    yield check(before, now, "forslag_kapacitet", table, row, "kapacitet_foer")
    yield check(
        without, exact(citizens) / before, "forslag_bilag_3", table, row, "borgere_pr_kapacitet_uden", year="2030"
    )
    yield check(
        given,
        exact(citizens) / (before + exact(added)),
        "forslag_bilag_3",
        table,
        row,
        "borgere_pr_kapacitet_med",
        year="2030",
    )
    # The same capacity stands above and below the line: its two ends are taken together.
    kept = Range(*(end / (end + added) for end in (before.low, before.middle, before.high)))
    yield check(given, without * kept, "forslag_raekke", table, row, "borgere_pr_kapacitet_med", year="2030")
    fall = Range(*(100 - 100 * end for end in (kept.high, kept.middle, kept.low)))
    yield check(printed(row["forandring_pct"]), fall, "forslag_raekke", table, row, "forandring_pct")
    yield check(
        printed(row["forandring_pct"]),
        exact(100) - exact(100) * (given / without),
        "forslag_fald",
        table,
        row,
        "forandring_pct",
    )


def waits_and_riding() -> Iterator[Check]:
    for row in rows("fysio_ventetid"):
        n, low, high = int(row["klinikker"]), Fraction(row["uger_min"]), Fraction(row["uger_max"])
        bounds = ((low * (n - 1) + high) / n, (low + high * (n - 1)) / n) if n > 1 else (low, high)
        yield check(
            printed(row["uger_gns"], 1),
            Range(bounds[0], sum(bounds) / 2, bounds[1]),
            "ventetid",
            "fysio_ventetid",
            row,
            "uger_gns",
        )
    amager = int(only("befolkning", omraade_id="amager", aar="2024")["borgere"])
    bilag_3 = {row["navn"]: int(row["borgere"]) for row in select("befolkning_total", aar="2024")}
    expected = {"Syd": bilag_3["Syd"] - amager, "Byen": bilag_3["Byen"] + amager}
    for name in ("Bornholm", "Midt", "Nord"):
        kommuner = {AREA[area]["kommune_id"] for area in members(name)}
        counted = [r for r in select("fysio_patienter", speciale="51", aar="2023") if r["kommune_id"] in kommuner]
        expected[name] = sum(int(row["borgere"]) for row in counted)
    counted = [row for row in rows("ridefysio") if row["borgere"]]
    for row in counted:
        yield check(
            exact(int(row["borgere"])),
            exact(expected[row["geografi"].split()[0].rstrip(":")]),
            "ride_befolkning",
            "ridefysio",
            row,
            "borgere",
            year="2023",
        )
    december = only("tekstpaastand", paastand_id="befolkning-december-2023")
    yield check(
        exact(sum(int(row["borgere"]) for row in counted)),
        exact(int(december["tal"])),
        "ride_befolkning",
        "ridefysio",
        counted[0],
        "borgere",
        year="2023",
    )
    riding = only("fysio_tilskud_speciale", speciale="65")
    yield check(
        exact(riding["patienter"]),
        exact(only("tekstpaastand", hvad="ridefysioterapi_patienter")["tal"]),
        "ride_patienter",
        "fysio_tilskud_speciale",
        riding,
        "patienter",
        year="2023",
    )


def commuting() -> Iterator[Check]:
    """Twice: with the least and with the most that the lost cell can be."""
    places = [row["sted_id"] for row in rows("pendling_sted")]
    home_of = {area: row["kommune_id"] for area, row in AREA.items()}
    ends = []
    for end in ("patienter_mindst", "patienter_hoejst"):
        cells = {(r["klinik_id"], r["hjem_id"]): int(r["patienter"] or r[end] or 0) for r in rows("fysio_pendling")}
        ends.append(cells)

    def between(values: list[Fraction]) -> Range:
        return Range(min(values), sum(values) / 2, max(values))

    for row in rows("fysio_pendling_andel"):
        place = row["sted_id"]
        from_elsewhere, at_home = [], []
        for cells in ends:
            own = cells[place, place]
            from_elsewhere.append(100 * (1 - Fraction(own, sum(cells[place, other] for other in places))))
            at_home.append(Fraction(100 * own, sum(cells[other, place] for other in places)))
        keys = {"speciale": "51", "year": "2023"}
        yield check(
            printed(row["pendler_pct"]),
            between(from_elsewhere),
            *("pendling", "fysio_pendling_andel", row, "pendler_pct"),
            **keys,
        )
        foot = row | {"kilde_linje": row["hjemme_linje"]}
        yield check(
            printed(row["hjemme_pct"]),
            between(at_home),
            *("pendling", "fysio_pendling_andel", foot, "hjemme_pct"),
            **keys,
        )
    for row in select("fysio_patienter", speciale="51", aar="2023"):
        own = [key for key in ends[0] if home_of.get(key[1]) == row["kommune_id"]]
        sums = [Fraction(sum(cells[key] for key in own)) for cells in ends]
        largest = max(ends[0][key] for key in own)
        yield check(
            exact(row["patienter"]),
            Range(Fraction(largest), sum(sums) / 2, sums[1]),
            *("pendling", "fysio_patienter", row, "patienter"),
        )


# The activities that the results of goal 2 in 2024 count, by the goal's part.
COUNTED = {
    "a1": ["Driftsforløb", "Vækstforløb"],
    "b": ["Korte forløb"],
    "c": ["Iværksætterintro, webinarer og workshops"],
    "d": ["Virksomhedsprogrammet", "Øvrige programmer", "Ukraine-indsats"],
}


def shares_and_places() -> Iterator[Check]:
    """The sums to the right and below in the Kommunefordeling, and those of the SOSU places."""
    printed_sums = {(row["navn"], row["aktivitet"]): row for row in rows("kommunefordeling_total")}
    names = {row["kommune_id"]: row["navn"] for row in printed_sums.values() if row["kommune_id"]}
    cells = {key: int(row["deltagelser"]) for key, row in printed_sums.items()}
    cells |= {
        (names[row["kommune_id"]], row["aktivitet"]): int(row["deltagelser"] or 0) for row in rows("kommunefordeling")
    }
    activities = {row["aktivitet"] for row in rows("kommunefordeling")}
    for (name, activity), row in printed_sums.items():
        across = sum(cells[name, other] for other in activities)
        parts = {"Samlet i regionen": [*names.values()], "Total": ["Samlet i regionen", "Andre kommuner"]}.get(name, [])
        down = sum(cells[part, activity] for part in parts)
        own = exact(cells[name, activity])
        if activity == "I alt":
            yield check(own, exact(across), "sum", "kommunefordeling_total", row, activity)
        if parts:
            yield check(own, exact(down), "sum", "kommunefordeling_total", row, activity)
    for row in rows("sosu_total"):
        parts = select("sosu_laereplads", uddannelse=row["uddannelse"], aar=row["aar"])
        yield check(
            exact(int(row["pladser"])),
            exact(sum(int(part["pladser"]) for part in parts)),
            "sum",
            "sosu_total",
            row,
            row["uddannelse"],
        )


def all_sums() -> Iterator[Check]:
    yield from sums()
    yield from shares_and_places()


def results() -> Iterator[Check]:
    for part, activities in COUNTED.items():
        goal = only("resultatmaal", aar="2024", nr="2", **{"del": part})
        others = only("resultatpaastand", hvad="andre_regioner", **{"del": part})
        for name, row, field, value in (
            ("Samlet i regionen", goal, "realiseret_tal", goal["realiseret_tal"]),
            ("Andre kommuner", others, "andre_regioner", others["tal"]),
        ):
            counted = [only("kommunefordeling_total", navn=name, aktivitet=activity) for activity in activities]
            yield check(
                exact(Fraction(value)),
                exact(sum(int(cell["deltagelser"]) for cell in counted)),
                "resultat",
                "resultatmaal" if row is goal else "resultatpaastand",
                row,
                field,
            )
    media = only("resultatmaal", aar="2024", nr="1", **{"del": "b"})
    yield check(
        exact(Fraction(media["realiseret_tal"])),
        exact(sum(Fraction(row["tal"]) for row in select("resultatpaastand", art="del"))),
        "resultat",
        "resultatmaal",
        media,
        "realiseret_tal",
    )
    whole = only("resultatmaal", aar="2023", nr="2", **{"del": "1"})
    parts = select("resultatmaal", aar="2023", nr="2", enhed="forløb")
    yield check(
        exact(Fraction(whole["maal_tal"])),
        exact(sum(Fraction(row["maal_tal"]) for row in parts)),
        "resultat",
        "resultatmaal",
        whole,
        "maal_tal",
    )
    share = only("resultatmaal", aar="2024", nr="2", **{"del": "a2"})
    base = only("resultatmaal", aar="2024", nr="2", **{"del": "a1"})
    pct = only("resultatpaastand", hvad="andel_flere_ansatte")
    yield check(
        exact(Fraction(share["maal_tal"])),
        exact(Fraction(pct["tal"]) * Fraction(base["maal_tal"]) / 100),
        "resultat",
        "resultatmaal",
        share,
        "maal_tal",
    )


def repeated_results() -> Iterator[Check]:
    claim = {row["paastand_id"]: row for row in rows("resultatpaastand")}
    goal = only("resultatmaal", aar="2023", nr="1", **{"del": "1"})
    later, points = claim["kendskab-2023"], claim["kendskab-stigning-2023"]
    yield check(
        exact(Fraction(goal["realiseret_tal"])),
        exact(Fraction(later["tal"])),
        "resultat_gentagelse",
        "resultatmaal",
        goal,
        "realiseret_tal",
    )
    yield check(
        exact(Fraction(claim["kendskab-maal-2023-dagsorden"]["tal"])),
        exact(Fraction(goal["maal_tal"])),
        "resultat_gentagelse",
        "resultatpaastand",
        claim["kendskab-maal-2023-dagsorden"],
        "kendskab_maal",
    )
    rise = claim["kendskab-stigning-2023-dagsorden"]
    grown = exact(100) * printed(points["tal"]) / (printed(later["tal"]) - printed(points["tal"]))
    if rise["enhed"] == "pct.":
        yield check(printed(rise["tal"]), grown, "resultat_gentagelse", "resultatpaastand", rise, "kendskab_stigning")


@pytest.mark.parametrize(
    "recompute, checks",
    [
        (all_sums, {"sum"}),
        (averages, {"gennemsnit", "samme_folketal"}),
        (other_bases, {"borgere_bilag_3", "borgere_kommune", "udtraek"}),
        (money, {"tabel_5", "tilskud", "tabel_6", "borgere_2023", "patienter_2023"}),
        (patients_and_growth, {"pr_1000", "vaekst"}),
        (budget, {"budget"}),
        (proposal, {"forslag", "forslag_kapacitet", "forslag_bilag_3", "forslag_raekke", "forslag_fald"}),
        (waits_and_riding, {"ventetid", "ride_befolkning", "ride_patienter"}),
        (commuting, {"pendling"}),
        (results, {"resultat"}),
        (repeated_results, {"resultat_gentagelse"}),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_the_view_finds_what_exact_fractions_find(recompute, checks):
    with store.connect() as con:
        of_the_view = con.execute(
            "SELECT kontrol, tabel, kilde_linje, speciale, aar, felt, trykt - halv, trykt, trykt + halv, nedre, "
            "genberegnet, oevre, afvigelse_id IN (SELECT afvigelse_id FROM kildeafvigelse), led FROM kildekontrol "
            "WHERE kontrol IN ?",
            [sorted(checks)],
        ).fetchall()
    own = sorted(recompute(), key=lambda each: (str(each.key), each.follows.low))
    of_the_view.sort(key=lambda row: (str(row[:6]), row[9]))
    assert [row[:6] for row in of_the_view] == [each.key for each in own]
    for row, each in zip(of_the_view, own, strict=True):
        ranges = [float(end) for of in (each.printed, each.follows) for end in (of.low, of.middle, of.high)]
        assert row[6:12] == pytest.approx(ranges, rel=1e-9, abs=1e-6), each.key
        assert row[12] is not each.printed.meets(each.follows), each.key
        if each.words:
            told = json.loads(row[13])
            assert told.keys() == each.words.keys()
            for word, value in each.words.items():
                assert told[word] == (value if isinstance(value, list) else pytest.approx(float(value))), word


def test_every_check_of_the_tables_has_a_second_implementation():
    families = next(mark for mark in test_the_view_finds_what_exact_fractions_find.pytestmark).args[1]
    with store.connect() as con:
        used = con.sql("SELECT DISTINCT kontrol FROM kildekontrol WHERE kontrol NOT LIKE 'tekst%'").fetchall()
    # The papers' own sums and words have theirs in test_papirpaastand.
    assert {name for (name,) in used} - set(FAMILIES) == set().union(*(checks for _, checks in families))
