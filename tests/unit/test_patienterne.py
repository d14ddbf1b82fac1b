"""Patients who follow: a naive second working-out from the tables, and what must hold of every scenario."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from io import BytesIO

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from analytics.begreber import AAR, RAEKKER
from analytics.grundlag import Grundlag, som_grundlag
from analytics.scenarie import Scenarie, Udregning, beregn, forslag, kontroller, regn, udregn, udtraek
from analytics.scenarie.forskydning import MINDST_PCT
from analytics.scenarie.naaet import FOELGER, naaet, usikkerhed_pct
from analytics.scenarie.regning import totaler, udvikling
from analytics.scenarie.stilling import fordeling, stillinger
from analytics.scenarie.tekst import om_patienterne, pendlingens_forbehold
from dansk import tal
from pages.fysioterapi.scenarie import moedebilag
from tests.data.transskription import rows
from tests.genregning import proposal, reached_of
from tests.scenarier import SCENARIER

ROW = RAEKKER.index(FOELGER)


@pytest.mark.parametrize("aar", [AAR[0], AAR[-1]])
def test_every_figure_is_the_same_when_it_is_worked_out_patient_by_patient(grundlag: Grundlag, aar: int) -> None:
    table = beregn(replace(forslag(grundlag), aar=aar, foelger=True), grundlag).set_index(["speciale", "omraade_id"])
    before = {
        row["omraade_id"]: Fraction(row["kapacitet"]) for row in rows("fysio_kapacitet") if row["speciale"] == "51"
    }
    given = {area: Fraction(str(value)) for (area, speciale), value in proposal().items() if speciale == FOELGER}
    after = reached_of({area: having + given.get(area, 0) for area, having in before.items()})
    living = {row["omraade_id"]: int(row["borgere"]) for row in rows("befolkning") if row["aar"] == str(aar)}
    for area, reached in reached_of(before).items():
        row = table.loc[FOELGER, area]
        assert row["kapacitet_naaet_foer"] == pytest.approx(float(reached))
        assert row["kapacitet_naaet"] == pytest.approx(float(after[area]))
        assert row["borgere_pr_kapacitet_foer"] == pytest.approx(float(living[area] / reached))
        assert row["borgere_pr_kapacitet"] == pytest.approx(float(living[area] / after[area]))
        assert row["aendring_pct"] == pytest.approx(float(100 * (reached / after[area] - 1)), abs=1e-9)


@given(SCENARIER)
def test_nothing_is_lost_and_the_region_is_the_same(grundlag: Grundlag, scenarie: Scenarie) -> None:
    follows, stays = (udregn(replace(scenarie, foelger=each), grundlag) for each in (True, False))
    assert follows.regning.naaet.sum(axis=1) == pytest.approx(follows.regning.kapacitet.sum(axis=1))
    assert (follows.regning.kapacitet == stays.regning.kapacitet).all()
    for speciale in RAEKKER:
        assert follows.noegletal[speciale].region == pytest.approx(stays.noegletal[speciale].region)
    assert {s: used.brugt for s, used in follows.forbrug.items()} == {
        s: used.brugt for s, used in stays.forbrug.items()
    }
    region = [udregnet.totaler.query("niveau == 'region'") for udregnet in (follows, stays)]
    assert region[0]["borgere_pr_kapacitet"].tolist() == pytest.approx(region[1]["borgere_pr_kapacitet"].tolist())


@given(SCENARIER)
def test_the_rules_ask_what_is_given_and_not_whom_it_serves(grundlag: Grundlag, scenarie: Scenarie) -> None:
    follows, stays = (kontroller(replace(scenarie, foelger=each), grundlag) for each in (True, False))
    assert follows == stays


@given(SCENARIER)
def test_the_speciale_that_nobody_can_follow_is_as_it_was(grundlag: Grundlag, scenarie: Scenarie) -> None:
    follows, stays = (udregn(replace(scenarie, foelger=each), grundlag) for each in (True, False))
    assert (follows.regning.pr[1 - ROW] == stays.regning.pr[1 - ROW]).all()
    other = RAEKKER[1 - ROW]
    assert follows.noegletal[other] == stays.noegletal[other]
    assert follows.virkning_mod(follows.forslag)[other] == stays.virkning_mod(stays.forslag)[other]


def _all_at_home(grundlag: Grundlag, to: str | None = None) -> Grundlag:
    """The same grundlag where everybody is treated at home, or where all of every area's patients live in one."""
    cells = grundlag.fysio_pendling
    home = cells["klinik_id"] == cells["hjem_id"] if to is None else cells["hjem_id"] == to
    table = cells.assign(patienter=np.where(home, 7, 0), placering=np.where(home, "trykt", "tom"))
    return replace(grundlag, fysio_pendling=table)


@given(SCENARIER)
def test_a_world_where_nobody_travels_gives_back_the_plain_figures(grundlag: Grundlag, scenarie: Scenarie) -> None:
    follows = regn(replace(scenarie, foelger=True), _all_at_home(grundlag))
    assert (follows.pr == regn(replace(scenarie, foelger=False), grundlag).pr).all()


@settings(max_examples=20)
@given(SCENARIER)
def test_a_world_where_all_live_in_one_place_gives_it_everything(grundlag: Grundlag, scenarie: Scenarie) -> None:
    follows = regn(replace(scenarie, foelger=True), _all_at_home(grundlag, "valby"))
    at = grundlag.plads["valby"]
    assert follows.naaet[ROW, at] == pytest.approx(follows.kapacitet[ROW].sum())
    # Weights may leave nobody in an area: nobody to no capacity is no figure.
    assert np.isinf(np.delete(follows.pr[ROW], at)[np.delete(follows.vejede, at) > 0]).all()


@given(SCENARIER, st.sampled_from(["valby", "bornholm", "amager"]), st.integers(1, 50))
def test_what_is_given_is_never_worse_for_anybody(grundlag, scenarie: Scenarie, area: str, tenths: int) -> None:
    given = scenarie.tillaeg.get((area, FOELGER), 0.0)
    more = replace(scenarie, foelger=True, tillaeg={**scenarie.tillaeg, (area, FOELGER): given + tenths / 10})
    before, after = (regn(each, grundlag) for each in (replace(scenarie, foelger=True), more))
    assert (after.pr <= before.pr * (1 + 1e-12)).all()
    assert (after.naaet - before.naaet)[ROW].sum() == pytest.approx(tenths / 10)


def test_planomraader_and_years_are_of_what_isreached_of(grundlag: Grundlag) -> None:
    worked = regn(replace(forslag(grundlag), foelger=True), grundlag)
    _, members = grundlag.dele
    table = totaler(worked)
    per = members @ worked.vejede / (members @ worked.naaet[ROW])
    assert table.query("speciale == @FOELGER")["borgere_pr_kapacitet"].tolist() == pytest.approx(per.tolist())
    assert table.query("speciale == @FOELGER")["kapacitet_naaet"].sum() == pytest.approx(
        2 * worked.kapacitet[ROW].sum()
    )
    years = udvikling(worked).query("aar == @worked.scenarie.aar and speciale == @FOELGER and niveau == 'omraade'")
    assert years["med"].tolist() == worked.pr[ROW].tolist()
    assert years["uden"].tolist() == worked.pr_foer[ROW].tolist()
    curves = fordeling(udregn(worked.scenarie, grundlag), FOELGER)
    assert curves.punkter["kapacitet_pct"].max() == pytest.approx(100)


@pytest.fixture(scope="module")
def follows(grundlag: Grundlag) -> Udregning:
    return udregn(replace(forslag(grundlag), foelger=True), grundlag)


def test_a_change_that_is_printed_as_none_is_none(follows: Udregning) -> None:
    changes = {each.omraade_id: each for each in follows.mod(follows.uden_nye).forskelle if each.speciale == FOELGER}
    small = {area for area, each in changes.items() if abs(each.pct) < MINDST_PCT}
    assert small
    assert {area for area, each in changes.items() if each.udfald == "uaendret"} == small
    assert all(each.pct < 0 for each in changes.values())
    shown = {each.navn for each in stillinger(follows, FOELGER).omraader if each.aendret}
    assert shown == set(changes) - small


def test_the_lost_cell_moves_no_figure_more_than_is_said(grundlag: Grundlag, follows: Udregning) -> None:
    capacity = follows.regning.kapacitet
    said = usikkerhed_pct(capacity, grundlag)
    ends = [capacity[ROW] @ each for each in (grundlag.fordeling.lav, grundlag.fordeling.hoej)]
    middle = naaet(capacity, grundlag)[ROW]
    most = max(float(np.abs(100 * (middle / end - 1)).max()) for end in ends)
    assert 0 < most <= said
    assert said < 1
    assert "over 0,6 %" in pendlingens_forbehold(follows)


def test_what_it_means_is_said_only_where_it_is_so(follows: Udregning) -> None:
    assert om_patienterne(follows).startswith("Patienterne følger med i speciale 51, som i 2023 (bilag 4): ")
    assert "Speciale 62 tæller, hvor det ligger: dets tabel (bilag 5) er tabt." in om_patienterne(follows)
    stays = udregn(replace(follows.scenarie, foelger=False), follows.grundlag)
    assert om_patienterne(stays) == pendlingens_forbehold(stays) == ""


def test_a_version_from_before_the_table_was_read_works_without_it(grundlag: Grundlag) -> None:
    names = [name for name in vars(grundlag) if isinstance(vars(grundlag)[name], pd.DataFrame)]
    old = som_grundlag({name: getattr(grundlag, name) for name in names if "pendling" not in name})
    assert (regn(forslag(old), old).pr == regn(forslag(grundlag), grundlag).pr).all()
    with pytest.raises(ValueError, match="siger ikke, hvor patienterne bor"):
        regn(replace(forslag(old), foelger=True), old)


def test_the_handout_says_what_it_means_and_is_one_page(follows: Udregning) -> None:
    content = moedebilag.build(follows, "Prøve", "https://vaert.dk/side", date(2026, 11, 27))
    assert content.antagelser == om_patienterne(follows)
    assert content.noter[0] == pendlingens_forbehold(follows)
    assert "De øvrige 29 områder får kun, hvad deres patienter i speciale 51 får andre steder." in content.tabelnote
    assert "Bilag 4" in content.noter[-1]
    assert len(PdfReader(BytesIO(moedebilag.make_pdf(content))).pages) == 1
    stays = udregn(replace(follows.scenarie, foelger=False), follows.grundlag)
    plain = moedebilag.build(stays, "Prøve", "https://vaert.dk/side", date(2026, 11, 27))
    assert plain.antagelser == ""
    assert "De øvrige 29 områder er uændrede." in plain.tabelnote


def test_what_is_taken_away_has_what_is_reached(follows: Udregning) -> None:
    table = udtraek.resultat(follows).set_index(["speciale", "område"])
    reached = follows.regning.naaet[ROW, follows.grundlag.plads["valby"]]
    assert table.loc[(FOELGER, "Valby"), "kapacitet nået"] == tal.rounded(float(reached), 2)
    assert table.loc[(FOELGER, "Valby"), "kapacitet"] == tal.rounded(
        float(follows.regning.kapacitet[ROW, follows.grundlag.plads["valby"]]), 2
    )
    stays = udregn(replace(follows.scenarie, foelger=False), follows.grundlag)
    assert not any("nået" in column for column in udtraek.resultat(stays).columns)
