"""The findings of the front page, against a naive computation from the CSVs."""

from __future__ import annotations

import csv
from datetime import date

import pytest

from analytics import overblik
from analytics.begreber import SPECIALER
from analytics.paastand import Kilde
from analytics.tabeller import Frames
from analytics.tavler.resultatmaal import Stilling
from analytics.tavler.vippris import Anlaeg, Led, Pris, stoerste_forskel
from pages.overblik import fund
from tests.project import ROOT


def _rows(table: str, speciale: int | None = None) -> list[dict[str, str]]:
    with (ROOT / "data" / "kilder" / "004" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if speciale is None or row["speciale"] == str(speciale)]


def _citizens(aar: int) -> dict[str, int]:
    return {row["omraade_id"]: int(row["borgere"]) for row in _rows("befolkning") if row["aar"] == str(aar)}


def _claim(paastand_id: str) -> float:
    return next(float(row["tal"]) for row in _rows("tekstpaastand") if row["paastand_id"] == paastand_id)


@pytest.mark.parametrize("speciale", SPECIALER)
def test_the_worst_served_area(speciale: int, frames: Frames) -> None:
    worst = max(_rows("fysio_kapacitet", speciale), key=lambda row: float(row["borgere_pr_kapacitet"]))
    (total,) = [row for row in _rows("fysio_kapacitet_total", speciale) if row["niveau"] == "region"]
    found = overblik.worst_served(frames, speciale)
    assert (found.omraade_id, found.vaerdi) == (worst["omraade_id"], float(worst["borgere_pr_kapacitet"]))
    assert found.region == float(total["borgere_pr_kapacitet"])
    assert found.gange == pytest.approx(found.vaerdi / found.region)
    assert found.kilde == Kilde(worst["kilde_id"], int(worst["kilde_linje"]))


@pytest.mark.parametrize("speciale", SPECIALER)
@pytest.mark.parametrize("aar", [2024, 2030])
def test_those_above_the_limit(speciale: int, aar: int, frames: Frames) -> None:
    citizens = _citizens(aar)
    per = {
        row["omraade_id"]: float(row["borgere_pr_kapacitet"])
        if aar == 2024
        else citizens[row["omraade_id"]] / float(row["kapacitet"])
        for row in _rows("fysio_kapacitet", speciale)
    }
    limit = _claim("ingen-over-10000")
    above = sorted((area for area in per if per[area] > limit), key=lambda area: -per[area])
    found = overblik.above_limit(frames, speciale, aar)
    assert (found.graense, list(found.omraader)) == (limit, above)
    assert found.borgere == sum(citizens[area] for area in above)
    assert found.andel == pytest.approx(found.borgere / sum(citizens.values()))


@pytest.mark.parametrize("speciale", SPECIALER)
def test_the_long_waits(speciale: int, frames: Frames) -> None:
    rows = [row for row in _rows("fysio_ventetid", speciale) if row["uger_gns"]]
    limit = _claim("ventetid-62-over-20")
    longest = max(float(row["uger_gns"]) for row in rows)
    found = overblik.long_waits(frames, speciale)
    assert (found.graense, found.uger) == (limit, longest)
    assert found.antal == sum(float(row["uger_gns"]) > limit for row in rows)
    assert found.ud_af == len(_rows("fysio_ventetid", speciale))
    assert found.laengst in {row["omraade_id"] for row in rows if float(row["uger_gns"]) == longest}


@pytest.mark.parametrize("speciale", SPECIALER)
def test_the_proposal(speciale: int, frames: Frames) -> None:
    given = [float(row["tillaeg"] or 0) for row in _rows("fysio_forslag", speciale)]
    most = max(_rows("fysio_forslag_effekt", speciale), key=lambda row: float(row["forandring_pct"]))
    found = overblik.proposal(frames, speciale)
    assert found.kapaciteter == pytest.approx(sum(given))
    assert found.omraader == sum(amount > 0 for amount in given)
    assert found.stoerst == most["omraade_id"]
    assert (found.uden, found.med) == (
        float(most["borgere_pr_kapacitet_uden"]),
        float(most["borgere_pr_kapacitet_med"]),
    )
    (now,) = [r for r in _rows("fysio_kapacitet", speciale) if r["omraade_id"] == found.stoerst]
    (more,) = [r for r in _rows("fysio_forslag", speciale) if r["omraade_id"] == found.stoerst]
    citizens, capacity = _citizens(2030)[found.stoerst], float(now["kapacitet"])
    assert found.uden_beregnet == pytest.approx(citizens / capacity)
    assert found.med_beregnet == pytest.approx(citizens / (capacity + float(more["tillaeg"])))


def test_the_prices_that_can_be_held_together(frames: Frames) -> None:
    found = overblik.prices(frames, date(2025, 12, 31))
    assert [one.retning for one in found.sammenlignet] == ["over"] * 4
    assert found.veje == {"over": 4, "under": 0, "inden for": 0}
    assert found.mest is not None
    assert (found.mest.pris.hoej, found.mest.katalogpris.hoej) == (19400.0, 25000.0)
    before = overblik.prices(frames, date(2020, 1, 1))
    assert (before.sammenlignet, before.veje["over"], before.mest) == ((), 0, None)


def test_how_the_goals_of_the_latest_year_stand(frames: Frames) -> None:
    year, stands = overblik.goals(frames, date(2026, 1, 1))
    assert (year, stands) == (2024, Stilling(antal=22, naaet=12, taet_paa=1, ikke_naaet=0, uafgjort=9))


def test_the_prices_farthest_apart_are_so_by_size_and_not_by_sign() -> None:
    def one(navn: str, listed: float, catalogue: float) -> Anlaeg:
        where = Kilde("004", 1)
        part = Led(1, navn, "oplyst", Pris(catalogue, catalogue), True, "", where)
        return Anlaeg("p", 1, navn, Pris(listed, listed), None, where, (part,))

    dearer, cheaper = one("dyrere", 100.0, 150.0), one("billigere", 300.0, 100.0)
    assert stoerste_forskel([dearer, cheaper]) is cheaper
    assert stoerste_forskel([dearer]) is dearer
    assert stoerste_forskel([]) is None


def test_the_new_capacities_of_both_specialer_together(frames: Frames) -> None:
    given = [float(row["tillaeg"]) for row in _rows("fysio_forslag") if row["tillaeg"]]
    assert overblik.new_capacities(frames) == pytest.approx(sum(given))


def test_the_front_page_stands_where_no_area_is_above_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overblik, "above_limit", lambda *_: overblik.AboveLimit(12_000.0, (), 0.0, 0.0))
    fund.all_findings.of.cache_clear()
    card = fund.all_findings(date.today())[1]
    fund.all_findings.of.cache_clear()
    assert (card.tal, card.enhed) == ("0", "Borgere i områder med over 12.000 pr. kapacitet")
    assert card.fund.startswith("I 2024 har intet område så mange (speciale 51). I 2030 er de 0")
