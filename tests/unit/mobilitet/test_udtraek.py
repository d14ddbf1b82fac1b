"""The catalogue's figures to take away: rounded in decimals, halves away from zero, and with what is printed as is."""

from __future__ import annotations

import math

import pandas as pd

from analytics.mobilitet import Katalog, rangordnet, robusthed, udtraek
from analytics.mobilitet.egneukendte import Egenplads
from analytics.mobilitet.fund import effekt
from analytics.mobilitet.rangorden import rangerede
from analytics.tabeller import Frames
from tests.unit.mobilitet.smaa_kataloger import lille

EVEN = [1.0] * 6


def test_worked_out_figures_are_rounded_as_they_are_written() -> None:
    """0,0125 is no binary number, and 0,3125 is: both halves go up, and NaN stays blank."""
    table = pd.DataFrame(
        {"indsats_nr": [1, 2, 3], "bedste_plads": 1, "vaerste_plads": 2, "x": [0.0125, 0.3125, math.nan]}
    )
    own = {nr: Egenplads(nr, nr, 0.0625, 1, 3) for nr in (3, 2, 1)}
    found = udtraek.rangorden(table, own)
    assert list(found.columns) == [
        *("indsats_nr", "x", "egen_plads", "egen_sikkerhed", "egen_plads_fra", "egen_plads_til")
    ]
    assert found["egen_plads"].to_list() == [1, 2, 3]
    assert found["egen_sikkerhed"].to_list() == [0.063] * 3
    assert (found["egen_plads_fra"].to_list(), found["egen_plads_til"].to_list()) == ([1] * 3, [3] * 3)
    assert found["x"].to_list()[:2] == [0.013, 0.313]
    assert math.isnan(found["x"][2])
    assert table["x"][0] == 0.0125, "what is handed in is not changed"


def test_price_and_effect_have_the_ends_and_no_middles() -> None:
    katalog = lille(["11111?", "333333"], [10, None])
    found = udtraek.pris_og_effekt(effekt(katalog, EVEN, [1, 2])).set_index("indsats_nr")
    assert list(found.columns) == [
        *("navn", "lavest", "hoejest", "anlaeg_status", "anlaeg_mio_kr_lav", "anlaeg_mio_kr_hoej")
    ]
    assert found.loc[1].to_list() == ["Nr. 1", 0.833, 1.667, "oplyst", 10, 20]
    assert found["anlaeg_mio_kr_lav"].isna()[2]


def test_a_package_has_a_row_for_each_measure_and_blanks_for_what_is_not_given() -> None:
    found = udtraek.pakke(lille(["111111"] * 3, [10, None, 5]), [3, 2])
    assert found["indsats"].to_list() == [3, 2]
    assert found["navn"].to_list() == ["Nr. 3", "Nr. 2"]
    assert found["anlæg, mio. kr., høj"][0] == 10
    assert found.iloc[1, 2:].isna().all()


def test_every_assessment_is_taken_away_with_its_line(frames: Frames) -> None:
    found = udtraek.vurderinger(frames, [3, 1])
    printed = frames["mobilitet_vurdering"].query("indsats_nr in (1, 3)")
    assert len(found) == 12
    assert found["linje"].to_list() == printed["kilde_linje"].to_list()
    assert set(found["teksten siger"].dropna()) <= {"forværring"}
    assert not found["vurdering"].str.contains("_").any()


def test_stars_are_named_by_measure_and_pejlemaerke(frames: Frames) -> None:
    found = udtraek.stjerner(frames, [1])
    assert len(found) == 6
    assert all(name.startswith("1, ") for name in found.index)
    assert found.notna().any()


def test_a_ranked_measure_holds_its_row(katalog: Katalog) -> None:
    table = rangordnet(katalog, EVEN, robusthed(katalog, EVEN, traekninger=200), 5)
    found = rangerede(table)
    assert [each.indsats_nr for each in found] == table["indsats_nr"].to_list()
    for each, row in zip(found, table.to_dict("records"), strict=True):
        assert (each.navn, each.lavest, each.hoejest, each.middelplads) == (
            row["navn"],
            row["lavest"],
            row["hoejest"],
            row["middelplads"],
        )
        unknown = katalog.ukendt[katalog.plads[each.indsats_nr]]
        assert each.andel_ukendt == unknown.sum() / 6 or math.isclose(each.andel_ukendt, unknown.sum() / 6)
        assert (each.over_kendte is None) == bool(unknown.all())
        assert (each.blandt_bedste, each.blandt_bedste_lavest) == (row["blandt_bedste"], row["blandt_bedste_lavest"])
        assert (each.plads_fra, each.plads_til) == (row["plads_fra"], row["plads_til"])
        assert (each.ringere, each.kun_som_ukendt) == (row["forvaerring"], row["kun_som_ukendt"])
