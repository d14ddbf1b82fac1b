"""A measure's sheet, typed: every cell of the tables is there, what is blank is None, and relations read both ways."""

from __future__ import annotations

import csv

import pytest

from analytics.mobilitet.indsatsark import (
    Faktum,
    Pejlemaerke,
    Relation,
    Rente,
    Vurdering,
    ark,
    fakta,
    pejlemaerker,
    relationer,
    vurderinger,
)
from analytics.paastand import Kilde
from analytics.tabeller import Frames
from tests.project import ROOT


def _rows(table: str) -> list[dict[str, str]]:
    with (ROOT / "data" / "kilder" / "004" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _number(cell: str) -> float | None:
    return float(cell) if cell else None


def test_every_sheet_holds_its_row(frames: Frames) -> None:
    sheets, rows = ark(frames), _rows("mobilitet_indsats")
    assert list(sheets) == sorted(int(row["indsats_nr"]) for row in rows)
    for row in rows:
        of = sheets[int(row["indsats_nr"])]
        assert (of.navn, of.kort_navn, of.tema, of.omfang, of.anlaeg_status) == (
            row["navn"],
            row["kort_navn"],
            row["tema"],
            row["omfang"],
            row["anlaeg_status"],
        )
        assert (of.anlaeg_lav, of.anlaeg_hoej) == (
            _number(row["anlaeg_mio_kr_lav"]),
            _number(row["anlaeg_mio_kr_hoej"]),
        )
        assert (of.co2_lav, of.co2_hoej) == (_number(row["co2_anlaeg_t_lav"]), _number(row["co2_anlaeg_t_hoej"]))
        assert (of.obs or "", of.baseret_paa or "", of.side) == (row["obs"], row["baseret_paa"], int(row["side"]))
        assert of.kilde == Kilde(row["kilde_id"], int(row["kilde_linje"]))
        rate = _number(row["intern_rente_pct"])
        assert of.rente == (None if rate is None else Rente(rate, row["intern_rente_op_til"] == "true"))


def test_an_amount_for_starting_and_running_is_no_price_to_build(frames: Frames) -> None:
    of = ark(frames)[32]
    assert (of.anlaeg_lav, of.anlaeg_status, of.har_anlaegspris) == (2800, "opstart og drift", False)
    assert ark(frames)[1].har_anlaegspris


SHARED = {
    (nr, place): other
    for nr, pair in {
        6: ("tvaergaaende-relevans", "sammenhaeng-og-fremkommelighed"),
        **dict.fromkeys((15, 16, 18), ("sammenhaeng-og-fremkommelighed", "co2e-driftsfase")),
    }.items()
    for place, other in (pair, pair[::-1])
}
"""Where else the stars can belong, of each place that the text does not settle."""


def test_every_assessment_holds_its_row(frames: Frames) -> None:
    found, rows = vurderinger(frames), _rows("mobilitet_vurdering")
    assert len(found) == len(rows)
    goals = [goal.pejlemaerke_id for goal in pejlemaerker(frames)]
    assert list(found) == [(nr, goal) for nr in ark(frames) for goal in goals]
    for row in rows:
        nr, goal = int(row["indsats_nr"]), row["pejlemaerke_id"]
        assert found[(nr, goal)] == Vurdering(
            indsats_nr=nr,
            pejlemaerke_id=goal,
            slags=row["vurdering"],  # type: ignore[arg-type]
            stjerner=int(row["stjerner"]) if row["stjerner"] else None,
            rente=ark(frames)[nr].rente,
            tolket=row["placering"] == "tolket",
            uafgjort_op_til=int(row["uafgjort_op_til"]) if row["uafgjort_op_til"] else None,
            deler_med=SHARED.get((nr, goal)),
            ringere=row["teksten_siger"] == "forvaerring",
            tekst=row["tekst"],
            begrundelse=row["begrundelse"] or None,
            kilde=Kilde(row["kilde_id"], int(row["kilde_linje"])),
            oversigt_linje=int(row["oversigt_linje"]),
        )


@pytest.mark.parametrize(
    ("slags", "stjerner", "order"),
    [
        ("ikke_vurderet", None, None),
        ("ingen_positiv_effekt", None, 0),
        ("positiv", None, 0.5),
        ("positiv", 1, 1),
        ("positiv", 5, 5),
    ],
)
def test_positive_without_stars_sorts_above_nothing_and_below_one(
    slags: str, stjerner: int | None, order: float | None
) -> None:
    of = Vurdering(1, "a", slags, stjerner, None, False, None, None, False, "", None, Kilde("004", 1), 1)  # type: ignore[arg-type]
    assert of.orden == order


def test_the_pejlemaerker_stand_in_their_order(frames: Frames) -> None:
    shuffled = {**frames, "pejlemaerke": frames["pejlemaerke"].iloc[::-1]}
    found = pejlemaerker(shuffled)
    assert [goal.nr for goal in found] == list(range(1, 7))
    assert all(isinstance(goal, Pejlemaerke) and goal.navn and goal.vurderet_ud_fra for goal in found)


def test_facts_hold_their_rows_in_order_and_per_cent_is_a_sign(frames: Frames) -> None:
    assert fakta(frames, 1)[:2] == (
        Faktum("Kortere rejsetid", 7, 7, "%", None, "op til", 1167),
        Faktum("Flere passagerer", 7000, 7000, "passagerer pr. døgn", None, "ca.", 1170),
    )
    table = frames["mobilitet_fakta"]
    backwards = {**frames, "mobilitet_fakta": table.iloc[::-1]}
    rows = _rows("mobilitet_fakta")
    for nr in ark(frames):
        own = [row for row in rows if row["indsats_nr"] == str(nr)]
        for of in (fakta(frames, nr), fakta(backwards, nr)):
            assert [(each.hvad, each.lav) for each in of] == [(row["hvad"], _number(row["vaerdi_lav"])) for row in own]


def test_what_needs_a_measure_is_told_on_its_sheet_too(frames: Frames) -> None:
    rows = _rows("mobilitet_relation")
    for nr in ark(frames):
        own = [row for row in rows if row["indsats_nr"] == str(nr)]
        needing = [row for row in rows if row["anden_indsats_nr"] == str(nr) and row["art"] == "forudsaetter"]
        assert relationer(frames, nr) == (
            *(
                Relation(
                    "forudsaetter" if row["art"] == "forudsaetter" else "overlapper",
                    int(row["anden_indsats_nr"]),
                    Kilde(row["kilde_id"], int(row["kilde_linje"])),
                )
                for row in own
            ),
            *(
                Relation("forudsaettes_af", int(row["indsats_nr"]), Kilde(row["kilde_id"], int(row["kilde_linje"])))
                for row in needing
            ),
        )
    assert any(each.forhold == "forudsaettes_af" for nr in ark(frames) for each in relationer(frames, nr))
