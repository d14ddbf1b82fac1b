"""
The claims of the text a second time: plain loops over the CSV files, without the database.

A fact is a figure of the tables under the keys that a claim has; a claim is held against the fact with its keys, its
place among its like, or the areas it names. The view must make exactly the same checks, with the same figures.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from statistics import mean, median
from typing import Any

from data import store
from tests.data.transskription import rows

Row = dict[str, str]
KEYS = ("hvad", "omraade_id", "kommune_id", "planomraade", "region", "speciale", "aar")
COUNTRY = "hele-landet"


@dataclass(frozen=True)
class Fact:
    """A figure of the tables, how far it can reach to both sides, and the line that it stands at."""

    keys: tuple[str, ...]
    value: Fraction
    line: int
    reach: Fraction = Fraction(0)

    def __getattr__(self, name: str) -> str:
        try:
            return self.keys[KEYS.index(name)]
        except ValueError as error:
            raise AttributeError(name) from error

    @property
    def like(self) -> tuple[object, ...]:
        """What the facts that it is ranked among have in common; the country is not ranked."""
        return self.hvad, self.speciale, self.aar, *(bool(key) for key in self.keys[1:5]), self.region == COUNTRY


@dataclass
class Told:
    """What a check says; `follows` and its reach are None where there is no figure to compare."""

    name: str
    line_2: int | None = None
    printed: Fraction | None = None
    half: Fraction | None = None
    follows: Fraction | None = None
    reach: Fraction = Fraction(0)
    holds: bool | None = None
    words: dict[str, Any] | None = field(default=None)
    rule: str | None = None
    """How it is explained, where that goes by more than what sort of check it is."""


def number(row: Row, key: str) -> Fraction:
    return Fraction(row[key])


def line(row: Row) -> int:
    return int(row["kilde_linje"])


def fact(hvad: str, value: Fraction | int, at: int, reach: Fraction | int = 0, **keys: str) -> Fact:
    return Fact((hvad, *(keys.get(key, "") for key in KEYS[1:])), Fraction(value), at, Fraction(reach))


def select(table: str, **keys: str) -> list[Row]:
    return [row for row in rows(table) if all(row[key] == value for key, value in keys.items())]


AREA = {row["omraade_id"]: row for row in rows("omraade")}
KOMMUNE = {row["kommune_id"]: row for row in rows("kommune")}
CLAIMS = rows("tekstpaastand")
TENTH, HUNDREDTH = Fraction(1, 10), Fraction(1, 100)


@cache
def facts() -> tuple[Fact, ...]:
    return (
        *coverage(),
        *growth(),
        *patients_and_money(),
        *therapists(),
        *waits(),
        *riding(),
        *commuting(),
        *of_the_text(),
    )


def coverage() -> Iterator[Fact]:
    for row in rows("fysio_kapacitet"):
        keys = {"omraade_id": row["omraade_id"], "speciale": row["speciale"]}
        yield fact("borgere_pr_kapacitet", number(row, "borgere_pr_kapacitet"), line(row), **keys)
    totals = rows("fysio_kapacitet_total")
    region = {row["speciale"]: row for row in totals if row["niveau"] == "region"}
    for row in totals:
        value, speciale = number(row, "borgere_pr_kapacitet"), row["speciale"]
        if row["niveau"] == "planomraade":
            keys = {"planomraade": row["navn"].lower(), "speciale": speciale}
            whole = number(region[speciale], "borgere_pr_kapacitet")
            yield fact("borgere_pr_kapacitet", value, line(row), **keys)
            # Both are rounded to whole citizens: half of one each, to the first order.
            reach = Fraction(50, 1) * (value + whole) / whole**2
            yield fact("over_gennemsnittet_pct", 100 * (value / whole - 1), line(row), reach, **keys)
    four = region["62"]
    keys = {"region": "hovedstaden", "speciale": "62"}
    yield fact("borgere_pr_kapacitet_tabel_4", number(four, "borgere_pr_kapacitet"), line(four), **keys)
    for row in rows("fysio_region"):
        for name in ("borgere_pr_kapacitet", "patienter_pr_kapacitet", "kapacitet"):
            yield fact(name, number(row, name), line(row), region=row["region"], speciale=row["speciale"])
    for name in {row["region"] for row in rows("fysio_region")}:
        both = select("fysio_region", region=name)
        yield fact("kapacitet", sum(number(r, "kapacitet") for r in both), min(map(line, both)), HUNDREDTH, region=name)
    for row in rows("fysio_forslag_effekt"):
        keys = {"omraade_id": row["omraade_id"], "speciale": row["speciale"], "aar": "2030"}
        for name in ("forandring_pct", "borgere_pr_kapacitet_uden", "borgere_pr_kapacitet_med"):
            yield fact(name, number(row, name), line(row), **keys)


def growth() -> Iterator[Fact]:
    def of(own: list[Row], **keys: str) -> Fact:
        first, last = (sum(int(row["borgere"]) for row in own if row["aar"] == year) for year in ("2024", "2030"))
        value = 100 * (Fraction(last, first) - 1)
        return fact("befolkningsvaekst_pct", value, min(map(line, own)), aar="2030", **keys)

    for area in AREA:
        yield of(select("befolkning", omraade_id=area), omraade_id=area)
    for kommune in {row["kommune_id"] for row in AREA.values()}:
        own = [row for row in rows("befolkning") if AREA[row["omraade_id"]]["kommune_id"] == kommune]
        yield of(own, kommune_id=kommune)
    for name in {row["navn"] for row in rows("befolkning_total")}:
        own = select("befolkning_total", navn=name)
        planned = own[0]["niveau"] == "planomraade"
        yield of(own, **({"planomraade": name.lower()} if planned else {"region": "hovedstaden"}))


def patients_and_money() -> Iterator[Fact]:
    totals = rows("fysio_patienter_total")
    for row in totals:
        yield fact("patienter", number(row, "patienter"), line(row), speciale=row["speciale"], aar=row["aar"])
    for year in {row["aar"] for row in totals}:
        both = select("fysio_patienter_total", aar=year)
        yield fact("patienter", sum(int(row["patienter"]) for row in both), min(map(line, both)), aar=year)
    for row in rows("fysio_tilskud_speciale"):
        keys = {"speciale": row["speciale"], "aar": "2023"}
        yield fact("patienter_behandlet", number(row, "patienter"), line(row), **keys)
    for row in rows("fysio_tilskud_kommune"):
        keys = {"kommune_id": row["kommune_id"], "speciale": row["speciale"], "aar": "2023"}
        yield fact("tilskud_pr_borger_kr", number(row, "tilskud_pr_borger_kr"), line(row), **keys)
    for row in rows("fysio_ramme"):
        keys, off = {"region": row["region"], "speciale": row["speciale"]}, number(row, "afvigelse_pct")
        yield fact("afvigelse_fra_bloktilskud_pct", off, line(row), **keys)
        yield fact("under_bloktilskud_pct", -off, line(row), **keys)


def therapists() -> Iterator[Fact]:
    (whole,) = select("fysio_terapeut", planomraade="hovedtotal")
    owners, tenants, without = (int(whole[key]) for key in ("ejer", "lejer", "ejer_uden_kapacitet"))
    yield fact("klinikejere", owners, line(whole))
    yield fact("fysioterapeuter_med_ydernummer", owners + tenants + without, line(whole))
    yield fact("fysioterapeuter_i_alt", int(whole["i_alt"]), line(whole))


def waits() -> Iterator[Fact]:
    with_clinic = [row for row in rows("fysio_ventetid") if int(row["klinikker"]) > 0]
    kommuner = {AREA[row["omraade_id"]]["kommune_id"] for row in with_clinic}
    yield fact("kommuner_med_klinik", len(kommuner), min(map(line, with_clinic)))
    for row in rows("fysio_ventetid"):
        keys = {"omraade_id": row["omraade_id"], "speciale": row["speciale"]}
        yield fact("uger_gns", number(row, "uger_gns"), line(row), TENTH / 2, **keys)
    for speciale in ("51", "62"):
        own = select("fysio_ventetid", speciale=speciale)
        value, keys = mean(number(row, "uger_gns") for row in own), {"region": "hovedstaden", "speciale": speciale}
        yield fact("uger_gns_regionen", value, min(map(line, own)), TENTH / 2, **keys)


def riding() -> Iterator[Fact]:
    every = rows("ridefysio")
    counted = [row for row in every if row["borgere"]]
    patients = sum(number(row, "borgere") * number(row, "promille") for row in counted) / 1000
    reach = sum(number(row, "borgere") for row in counted) * HUNDREDTH / 2 / 1000
    yield fact("ridefysioterapi_patienter", patients, min(map(line, every)), reach, speciale="65", aar="2023")
    offered = [row for row in every if row["timer_pr_uge"] and number(row, "timer_pr_uge") > 0]
    over_30, first = [row for row in offered if number(row, "timer_pr_uge") > 30], min(map(line, offered))
    yield fact("ridefysioterapi_kapaciteter", len(offered), first, speciale="65")
    yield fact("ridefysioterapi_kapaciteter_over_30_timer", len(over_30), first, speciale="65")


def of_the_text() -> Iterator[Fact]:
    for hvad in {row["hvad"] for row in CLAIMS if row["art"] == "del"}:
        parts = select("tekstpaastand", hvad=hvad, art="del")
        yield fact(hvad, sum(number(row, "tal") for row in parts), min(map(line, parts)))


def commuting() -> Iterator[Fact]:
    for row in rows("fysio_pendling_andel"):
        if row["sted_id"] in AREA:
            keys = {"omraade_id": row["sted_id"], "speciale": "51", "aar": "2023"}
            yield fact("pendlerandel_pct", number(row, "pendler_pct"), line(row), **keys)


def of_areas(hvad: str, speciale: str) -> list[Fact]:
    return [each for each in facts() if each.omraade_id and (each.hvad, each.speciale) == (hvad, speciale)]


@cache
def ranked() -> dict[tuple[object, ...], list[Fraction]]:
    """The values of facts of one kind, by what they have in common."""
    values: dict[tuple[object, ...], list[Fraction]] = {}
    for each in facts():
        values.setdefault(each.like, []).append(each.value)
    return values


def places(one: Fact) -> tuple[int, int]:
    """Its place from the top and from the bottom; equals share the better one."""
    others = ranked()[one.like]
    return 1 + sum(value > one.value for value in others), 1 + sum(value < one.value for value in others)


def half(row: Row) -> Fraction:
    """Half a unit of the last decimal that the figure has."""
    decimals = len(row["tal"].partition(".")[2].rstrip("0"))
    return Fraction(1, 2) / 10**decimals


def claims() -> Iterator[Told]:
    by_keys = {each.keys: each for each in facts()}
    for row in CLAIMS:
        own = by_keys.get(tuple(row[key] for key in KEYS))
        if own and row["art"] != "del":
            yield from against_its_fact(row, own)
        yield from against_others(row)
    yield from repeated()


COMPARED = (
    "hovedstaden_lavere", "hovedstaden_hoejere", "taet_paa_landet", "over_regionen", "under_regionen", "under_nul",
    "over",
)  # fmt: skip


def against_its_fact(row: Row, own: Fact) -> Iterator[Told]:
    art, name = row["art"], row["paastand_id"]
    if row["tal"] and art not in ("over", "under", "er", "ingen_over", "de_fleste_under", "andel"):
        longest = [number(wait, "uger_max") for wait in select("fysio_ventetid", speciale=row["speciale"])]
        words = {"hoejeste_ventetider": mean(longest) if longest else None}
        printed = number(row, "tal")
        yield Told(f"tekst-tal-{name}", own.line, printed, half(row), own.value, own.reach, words=words)
    if row["rang"]:
        rank, place = number(row, "rang"), places(own)[0 if art == "hoejest" else 1]
        yield Told(
            f"tekst-plads-{name}",
            own.line,
            rank,
            None,
            Fraction(place),
            holds=place <= rank,
            words=place_words(row, own),
            rule=place_rule(row),
        )
    if art in COMPARED:
        of = {each.region: each.value for each in facts() if (each.hvad, each.speciale) == (own.hvad, own.speciale)}
        home, country = of.get("hovedstaden"), of.get(COUNTRY)
        (table,) = select("fysio_kapacitet_total", niveau="region", speciale=row["speciale"]) or [{}]
        holds = {
            "hovedstaden_lavere": lambda: home < own.value,
            "hovedstaden_hoejere": lambda: home > own.value,
            "taet_paa_landet": lambda: home == country,
            "over_regionen": lambda: own.value > number(table, "borgere_pr_kapacitet"),
            "under_regionen": lambda: own.value < number(table, "borgere_pr_kapacitet"),
            "under_nul": lambda: own.value < 0,
            "over": lambda: own.value > number(row, "tal"),
        }[art]()
        words = {"siger": art, "egen": home, "landets": country}
        yield Told(f"tekst-sammenligning-{name}", own.line, None, None, own.value, holds=holds, words=words)


def place_rule(row: Row) -> str:
    if row["hvad"] == "pendlerandel_pct":
        return "pendlerandel_pct"
    return "vaekst_i_kommune" if row["kommune_id"] and row["hvad"] == "befolkningsvaekst_pct" else "tabeller"


def place_words(row: Row, own: Fact) -> dict[str, Any]:
    """Who grows most, in per cent and in citizens, and who is before the one that is called the most commuting."""
    grown = [each for each in facts() if each.hvad == "befolkningsvaekst_pct" and each.kommune_id]
    most = max(grown, key=lambda each: each.value)
    citizens: dict[str, int] = {}
    for each in rows("befolkning"):
        kommune = AREA[each["omraade_id"]]["kommune_id"]
        citizens[kommune] = citizens.get(kommune, 0) + int(each["borgere"]) * {"2030": 1, "2024": -1}.get(
            each["aar"], 0
        )
    first = None
    if own.hvad == "pendlerandel_pct":
        first = max(of_areas(own.hvad, own.speciale), key=lambda each: each.value)
    return {
        "ende": row["art"],
        "vaerdi": own.value,
        "hoejest": KOMMUNE[most.kommune_id]["navn"],
        "stoerst": most.value,
        "flest": max(citizens, key=lambda kommune: citizens[kommune]) == row["kommune_id"]
        if row["kommune_id"]
        else None,
        "foran": first and AREA[first.omraade_id]["navn"],
        "foran_vaerdi": first and first.value,
    }


def against_others(row: Row) -> Iterator[Told]:
    art, name, hvad, speciale = row["art"], row["paastand_id"], row["hvad"], row["speciale"]
    if art in ("fra", "til"):
        yield from span(row)
    if art == "andel" and row["gruppe"]:
        (limit,) = [
            each
            for each in select("tekstpaastand", gruppe=row["gruppe"])
            if each["art"] in ("over", "er") and not each["omraade_id"]
        ]
        every = of_areas(limit["hvad"], limit["speciale"])
        bound = number(limit, "tal")
        hit = [each for each in every if (each.value > bound if limit["art"] == "over" else each.value == bound)]
        share, words = number(row, "tal"), {"rammer": len(hit), "antal": len(every)}
        yield Told(
            f"tekst-andel-{name}",
            min(each.line for each in every),
            share,
            None,
            Fraction(len(every), len(hit)),
            holds=len(hit) * share == len(every),
            words=words,
        )
    if art in ("ingen_over", "de_fleste_under"):
        every = of_areas(hvad, speciale)
        values, top = [each.value for each in every], max(every, key=lambda each: each.value)
        holds = top.value <= number(row, "tal") if art == "ingen_over" else median(values) < number(row, "tal")
        yield Told(
            f"tekst-sammenligning-{name}",
            top.line,
            number(row, "tal"),
            None,
            top.value,
            holds=holds,
            words={"siger": art},
        )
    if art == "lavere_end_62":
        one, other = (select("fysio_forslag_total", speciale=of)[0] for of in (speciale, "62"))
        low, high = number(one, "borgere_pr_kapacitet_uden"), number(other, "borgere_pr_kapacitet_uden")
        yield Told(f"tekst-sammenligning-{name}", line(other), low, None, high, holds=low < high)
    if art == "placering":
        where = AREA[row["omraade_id"]]["planomraade"]
        words = {"planomraade": where}
        yield Told(f"tekst-sammenligning-{name}", holds=where == row["planomraade"], words=words)
    if art == "henvisning":
        (title,) = select("tekstpaastand", art="titel", hvad=hvad, speciale=speciale)
        said, is_so = number(row, "tal"), number(title, "tal")
        words = {"hvad": hvad}
        yield Told(f"tekst-henvisning-{name}", line(title), said, None, is_so, holds=said == is_so, words=words)
    if art == "navn":
        (named,) = select("fysio_tilskud_speciale", speciale=speciale)
        words = {"navn": named["navn"].lower()}
        yield Told(f"tekst-navn-{name}", line(named), holds=words["navn"] == row["tekst"], words=words)
    if hvad == "ridefysioterapi_timer":
        yield from hours(row)
    if art == "flertal" and speciale == "51":
        yield from majority(row)
    if hvad == "pendlerandel_pct" and speciale == "51":
        yield from going_elsewhere(row)


def cells(end: str) -> dict[tuple[str, str], int]:
    """Bilag 4, the lost cell at one of its ends."""
    return {(r["klinik_id"], r["hjem_id"]): int(r["patienter"] or r[end] or 0) for r in rows("fysio_pendling")}


def treated_at_home(own: Callable[[str], str], home: str | None = None) -> tuple[Fraction, Fraction]:
    """
    The middle and the reach of the per cent treated where they live, of one home or of all that are known.

    ``own`` says which larger place an area is part of; the reach is what the lost cell does.
    """
    ends = []
    for end in ("patienter_mindst", "patienter_hoejst"):
        counted = {
            (own(clinic) if clinic in AREA else clinic, own(area)): 0 for clinic, area in cells(end) if area in AREA
        }
        for (clinic, area), patients in cells(end).items():
            if area in AREA:
                counted[own(clinic) if clinic in AREA else clinic, own(area)] += patients
        inside = {key: patients for key, patients in counted.items() if home in (None, key[1])}
        at_home = sum(patients for (clinic, area), patients in inside.items() if clinic == area)
        ends.append(Fraction(100 * at_home, sum(inside.values())))
    return sum(ends) / 2, abs(ends[0] - ends[1]) / 2


def kommune_of(area: str) -> str:
    return AREA[area]["kommune_id"]


def itself(area: str) -> str:
    return area


def foot() -> int:
    (at,) = {int(row["hjemme_linje"]) for row in rows("fysio_pendling_andel")}
    return at


def majority(row: Row) -> Iterator[Told]:
    together = {"kommuner_pct": treated_at_home(kommune_of)[0], "omraader_pct": treated_at_home(itself)[0]}
    every = {
        "": (treated_at_home(kommune_of), "regionen"),
        "-omraader": (treated_at_home(itself), "regionen"),
        **{
            f"-{kommune}": (treated_at_home(kommune_of, kommune), "kommuner")
            for kommune in {area["kommune_id"] for area in AREA.values()}
        },
    }
    for name, ((share, reach), rule) in every.items():
        yield Told(
            f"tekst-pendling-{row['paastand_id']}{name}",
            foot(),
            follows=share,
            reach=reach,
            holds=share - reach > 50,
            words=together,
            rule=rule,
        )


def going_elsewhere(row: Row) -> Iterator[Told]:
    """The share of those who live there, beside the printed one of those who are treated there."""
    away = {area: 100 - treated_at_home(itself, area)[0] for area in AREA}
    own, claimed = away[row["omraade_id"]], number(row, "tal")
    ahead = sorted((share, area) for area, share in away.items() if share >= claimed)
    words = {"foran": [AREA[area]["navn"] for _, area in ahead[::-1]], "foran_pct": [share for share, _ in ahead[::-1]]}
    name = f"tekst-pendling-{row['paastand_id']}"
    yield Told(name, foot(), claimed, Fraction(1, 2), own, words=words, rule="andetsteds")


def hours(row: Row) -> Iterator[Told]:
    offered = [each for each in rows("ridefysio") if each["timer_pr_uge"] and number(each, "timer_pr_uge") > 0]
    if row["tal"]:
        nowhere = [each for each in offered if not each["omraade_id"]]
        words = {"uden_sted": sorted(number(each, "timer_pr_uge") for each in nowhere)}
        holds = number(row, "tal") in [
            number(each, "timer_pr_uge") for each in rows("ridefysio") if each["timer_pr_uge"]
        ]
        at = min(map(line, nowhere))
        yield Told(f"tekst-ridefysioterapi-{row['paastand_id']}", at, number(row, "tal"), holds=holds, words=words)
    else:
        inside = {key for key, area in AREA.items() if area["planomraade"] == row["planomraade"]}
        there = [each for each in offered if each["omraade_id"] in inside]
        at = min(map(line, there), default=None)
        yield Told(f"tekst-ridefysioterapi-{row['paastand_id']}", at, holds=not there)


def span(row: Row) -> Iterator[Told]:
    """ "From 7.400 to 9.000": the lowest or highest of the areas that are named, and the areas between that are not."""
    speciale = row["speciale"]
    named = {each["omraade_id"] for each in select("tekstpaastand", gruppe=row["gruppe"], art="blandt")}
    inside = sorted(
        (each for each in of_areas("borgere_pr_kapacitet", speciale) if each.omraade_id in named), key=value
    )
    before = []
    for area in named:
        (now,) = select("fysio_kapacitet", omraade_id=area, speciale=speciale)
        changed = select("fysio_forslag_effekt", omraade_id=area, speciale=speciale)
        (counted,) = select("befolkning", omraade_id=area, aar="2024")
        before.append(
            number(counted, "borgere") / number(*([changed[0], "kapacitet_foer"] if changed else [now, "kapacitet"]))
        )
    end = inside[0 if row["art"] == "fra" else -1]
    words = {
        "mindst": inside[0].value,
        "stoerst": inside[-1].value,
        "aar": 2024,
        "mindst_foer": min(before),
        "stoerst_foer": max(before),
    }
    half_citizen = Fraction(1, 2)
    yield Told(f"tekst-spaend-{row['paastand_id']}", end.line, number(row, "tal"), half_citizen, end.value, words=words)
    if row["art"] == "fra":
        for each in of_areas("borgere_pr_kapacitet", speciale):
            if inside[0].value < each.value < inside[-1].value and each.omraade_id not in named:
                key = f"tekst-udeladt-{row['gruppe']}-{each.omraade_id}"
                yield Told(key, each.line, None, None, each.value, holds=False)


def value(one: Fact) -> Fraction:
    return one.value


def repeated() -> Iterator[Told]:
    """The count of clinics with good access stands in several places: each other value than the first, once."""
    same = sorted(select("tekstpaastand", hvad="god_adgang_klinikker"), key=line)
    seen = set()
    for row in same:
        if row["tal"] not in seen:
            seen.add(row["tal"])
            first = number(same[0], "tal")
            key = f"tekst-gentagelse-{row['paastand_id']}"
            yield Told(key, line(same[0]), number(row, "tal"), Fraction(0), first)


def as_number(given: Any) -> Any:
    if isinstance(given, list):
        return [as_number(each) for each in given]
    return (
        round(float(given), 9) if isinstance(given, int | float | Fraction) and not isinstance(given, bool) else given
    )


def test_the_view_makes_and_decides_the_same_checks_of_the_text():
    with store.connect() as con:
        of_the_view = con.execute(
            "SELECT afvigelse_id, kilde_linje_2, trykt, halv, genberegnet, nedre, oevre, holder, led, regel "
            "FROM kildekontrol WHERE kontrol LIKE 'tekst%'"
        ).fetchall()
    every = {each.name: each for each in claims()}
    own = {
        each.name: (
            each.line_2,
            *(
                as_number(figure)
                for figure in (
                    each.printed,
                    each.half,
                    each.follows,
                    None if each.follows is None else each.follows - each.reach,
                    None if each.follows is None else each.follows + each.reach,
                )
            ),
            each.holds,
            {key: as_number(word) for key, word in each.words.items()} if each.words else None,
        )
        for each in every.values()
    }
    given = {
        name: (
            line_2,
            *map(as_number, figures),
            {key: as_number(word) for key, word in json.loads(led).items()} if led else None,
        )
        for name, line_2, *figures, led, _ in of_the_view
    }
    assert sorted(given) == sorted(own)
    wrong = {name: (given[name], own[name]) for name in own if given[name] != own[name]}
    assert not wrong
    rules = {name: rule for name, *_, rule in of_the_view}
    assert all(rules[name] == each.rule for name, each in every.items() if each.rule)
