"""Bilag 4 itself: the table as the database has it, and what is known of it from elsewhere in the papers."""

from __future__ import annotations

import numpy as np
import pytest

from analytics.grundlag import Grundlag
from analytics.pendling.daekning import daekning
from analytics.pendling.fund import daekningsfund, pendlingsfund, saetning
from analytics.pendling.matrix import UKENDT, Pendling, Tabt, kommuneniveau, som_pendling
from analytics.pendling.stroemme import bevaegelser, helhed, stoerste
from analytics.tabeller import Frames
from dansk.tal import rounded


@pytest.fixture(scope="module")
def bilag(frames: Frames) -> Pendling:
    return som_pendling(frames)


@pytest.fixture(scope="module")
def kommuner(frames: Frames, bilag: Pendling) -> Pendling:
    return kommuneniveau(bilag, frames["omraade"])


def test_the_places_stand_as_they_are_printed(frames, bilag):
    assert len(bilag.steder) == 38
    assert set(bilag.omraader) == set(frames["omraade"]["omraade_id"])
    names = frames["pendling_sted"].set_index("sted_id")["navn"]
    assert [names[sted] for sted in bilag.steder[:3]] == ["Albertslund", "Allerød", "Amager"]
    assert bilag.steder.index(UKENDT) == 32


def test_every_printed_number_is_in_it_and_one_cell_is_lost(bilag):
    assert np.nansum(bilag.patienter) == 150_247
    assert (bilag.patienter > 0).sum() == 1259
    assert bilag.tabt == Tabt("hvidovre", "hoeje-taastrup", 16, 58)
    assert bilag.celle("albertslund", "albertslund").lav == 1382  # the paper's own reading of the table
    assert bilag.celle("hoersholm", "fredensborg").lav == 1399


def test_every_printed_share_is_what_the_table_gives(frames, bilag):
    printed = frames["fysio_pendling_andel"].set_index("sted_id")
    for sted, each in bevaegelser(bilag).items():
        away = [rounded(100 * end) for end in (each.andel_pendlere.lav, each.andel_pendlere.hoej)]
        home = [rounded(100 * end) for end in (each.andel_hjemme.lav, each.andel_hjemme.hoej)]
        assert away[0] <= printed.loc[sted, "pendler_pct"] <= away[1]
        assert home[0] <= printed.loc[sted, "hjemme_pct"] <= home[1]
        assert sted in ("hvidovre", "hoeje-taastrup") or (away[0], home[0]) == (away[1], home[1])


def test_the_areas_that_most_are_treated_outside_of(bilag):
    away = {sted: rounded(100 * (1 - each.andel_hjemme.lav)) for sted, each in bevaegelser(bilag).items()}
    most = sorted(away, key=lambda sted: -away[sted])[:5]
    assert [(sted, away[sted]) for sted in most[:2]] == [("fredensborg", 71), ("bispebjerg", 61)]
    assert {sted: away[sted] for sted in ("valby", "vallensbaek", "vesterbro")} == {
        "valby": 60,
        "vallensbaek": 60,
        "vesterbro": 46,
    }
    of_clinics = {sted: rounded(100 * each.andel_pendlere.lav) for sted, each in bevaegelser(bilag).items()}
    assert max(of_clinics, key=lambda sted: of_clinics[sted]) == "indre-by"
    assert of_clinics["indre-by"] == 66


def test_by_kommune_koebenhavn_is_one_and_no_patient_is_lost(frames, bilag, kommuner):
    own = set(frames["omraade"]["kommune_id"])
    assert set(kommuner.omraader) == own
    assert len(own) == 29
    areas, kommune = helhed(bilag), helhed(kommuner)
    assert kommune.patienter == areas.patienter
    assert (kommune.ukendt_klinik, kommune.ukendt_hjem) == (areas.ukendt_klinik, areas.ukendt_hjem)
    assert [rounded(100 * each.andel_hjemme.lav) for each in (areas, kommune)] == [66, 73]
    assert [rounded(100 * each.andel_hjemme_kendt.lav) for each in (areas, kommune)] == [68, 76]
    assert min(bevaegelser(kommuner).values(), key=lambda each: each.andel_hjemme.lav).sted_id == "fredensborg"


def test_the_finding_about_fredensborg(bilag, kommuner):
    for table in (bilag, kommuner):
        found = pendlingsfund(bevaegelser(table)["fredensborg"])
        told = saetning(found, "Fredensborg", er_kommune=True)
        assert told == "7 af 10 patienter fra Fredensborg behandles i en anden kommune"
    flows = [(flow.klinik, flow.patienter.lav) for flow in stoerste(bilag, "fredensborg", "ud", antal=2)]
    assert flows == [("hoersholm", 1399), ("helsingoer", 469)]


def test_coverage_that_follows_the_patients_moves_fredensborg_most(grundlag: Grundlag, bilag):
    people, capacity = grundlag.borgere(2024).astype(float), grundlag.kapacitet()[0]
    rows = daekning(grundlag.omraader, people, capacity, bilag)
    assert rows["kapacitet_naaet"].sum() == pytest.approx(capacity.sum())
    assert rows["kapacitet_naaet_hoej"].sum() >= capacity.sum() >= rows["kapacitet_naaet_lav"].sum()
    found = daekningsfund(rows)
    assert (found.bedre[0], found.ringere[0]) == ("fredensborg", "hoersholm")
    assert (found.ringest, found.ringest_naaet) == ("valby", "amager")
    assert len(found.bedre) + len(found.ringere) == 37
    assert found.forhold > 7 > 3 > found.forhold_naaet.hoej
