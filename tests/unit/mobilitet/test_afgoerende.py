"""Which unknown could change the top: against trying everything, by hand, and in the printed catalogue."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.mobilitet import ANTAGELSER, Katalog, afgoerende_ukendte, oeverste, vaerdier
from tests.unit.mobilitet.smaa_kataloger import HIGH, LOW, PEJLEMAERKER, ROWS, WEIGHTS, blandet, lille
from tests.unit.mobilitet.test_vaegtning import EVEN

SHARE = {"lavest": Fraction(0), "midt": Fraction(1, 2), "hoejest": Fraction(1)}


def top(stars: list[list[Fraction]], weights: list[int], k: int) -> set[int]:
    values = [sum(w * s for w, s in zip(weights, row, strict=True)) for row in stars]
    return {nr for nr, own in enumerate(values, start=1) if sum(other > own for other in values) < k}


def assumed(row: str, weights: list[int], antagelse: str) -> list[Fraction]:
    """Return the stars of a row when all that is not known is what is assumed; shared ones where they count so."""
    stars = [LOW[sign] + SHARE[antagelse] * (HIGH[sign] - LOW[sign]) for sign in row]
    places = [at for at, sign in enumerate(row) if sign in "ou"]
    if places and antagelse != "midt":
        by_weight = sorted(places, key=lambda at: weights[at])
        one, other = by_weight if antagelse == "lavest" else by_weight[::-1]
        stars[one], stars[other] = Fraction(HIGH[row[one]]), Fraction(0)
    return stars


def _can_be(sign: str) -> list[int]:
    return [0, HIGH[sign]] if sign in "ou" else list(range(LOW[sign], HIGH[sign] + 1)) if sign in "+?" else []


@given(
    rows=st.lists(ROWS, min_size=1, max_size=6),
    weights=WEIGHTS,
    k=st.integers(1, 3),
    antagelse=st.sampled_from(list(ANTAGELSER)),
)
@settings(max_examples=200)
def test_it_is_what_trying_each_star_of_each_unknown_gives(rows, weights, k, antagelse):
    k = min(k, len(rows))
    katalog = lille(rows)
    stars = [assumed(row, weights, antagelse) for row in rows]
    before = top(stars, weights, k)
    assert set(oeverste(katalog, weights, k, antagelse)) == before
    tried = {}
    for i, row in enumerate(rows):
        for p, sign in enumerate(row):
            for value in _can_be(sign):
                settled = [[*each] for each in stars]
                settled[i][p] = Fraction(value)
                if sign in "ou":
                    other = next(b for b, its in enumerate(row) if its == sign and b != p)
                    settled[i][other] = Fraction(HIGH[sign] - value)
                after = top(settled, weights, k)
                if after != before:
                    tried[i + 1, PEJLEMAERKER[p], value] = (after - before, before - after)
    found = {
        (each.indsats_nr, each.pejlemaerke_id, value): (set(result.ind), set(result.ud))
        for each in afgoerende_ukendte(katalog, weights, k, antagelse)
        for result in each.udfald
        for value in result.stjerner
    }
    assert found == tried


def test_one_that_could_enter():
    (found,) = afgoerende_ukendte(lille(["2-----", "1----?"]), EVEN, 1)
    assert (found.indsats_nr, found.pejlemaerke_id, found.stjerner) == (2, "oekonomi", (1, 2, 3, 4, 5))
    assert [(each.stjerner, each.ind, each.ud) for each in found.udfald] == [
        ((1,), (2,), ()),
        ((2, 3, 4, 5), (2,), (1,)),
    ]
    assert found.udfald[0].saetning == (
        "Bliver indsats 2 (Nr. 2) vurderet til 1 stjerne på Oekonomi, kommer den ind blandt de 1 øverste."
    )
    assert found.udfald[1].saetning == (
        "Bliver indsats 2 (Nr. 2) vurderet til 2-5 stjerner på Oekonomi, kommer den ind blandt de 1 øverste, "
        "og indsats 1 (Nr. 1) går ud."
    )


def test_one_that_could_leave_says_so_first():
    (found,) = afgoerende_ukendte(lille(["11----", "1----?"]), EVEN, 1, "midt")
    (tie, leaves) = found.udfald[::-1]
    assert (tie.stjerner, tie.ind, tie.ud) == ((1,), (1,), ())
    assert (leaves.stjerner, leaves.ind, leaves.ud) == ((0,), (1,), (2,))
    assert leaves.saetning == (
        "Bliver indsats 2 (Nr. 2) vurderet til ingen positiv effekt på Oekonomi, går den ud af de 1 øverste, "
        "og indsats 1 (Nr. 1) kommer ind."
    )


def test_one_among_equals_that_rises_pushes_the_others_out():
    (found,) = afgoerende_ukendte(lille(["2-----", "2----?"]), EVEN, 1)
    (result,) = found.udfald
    assert (result.stjerner, result.ind, result.ud) == ((1, 2, 3, 4, 5), (), (1,))
    assert result.saetning.endswith("går indsats 1 (Nr. 1) ud af de 1 øverste.")


def test_no_weight_no_effect():
    assert afgoerende_ukendte(lille(["2-----", "2----?"]), (1, 1, 1, 1, 1, 0), 1) == ()


def test_the_printed_catalogue(katalog: Katalog):
    found = afgoerende_ukendte(katalog, EVEN)
    known = set(oeverste(katalog, EVEN))
    by_lowest = vaerdier(katalog, EVEN).sort_values("lavest", ascending=False)["indsats_nr"]
    assert set(by_lowest.head(len(known))) == known
    unknown = {(nr, p) for nr, p in zip(*_where(katalog), strict=True)}
    assert found
    assert {(each.indsats_nr, each.pejlemaerke_id) for each in found} <= unknown
    assert afgoerende_ukendte(blandet(katalog, 3), EVEN) == found


def _where(katalog: Katalog) -> tuple[list[int], list[str]]:
    rows, columns = katalog.ukendt.nonzero()
    return [katalog.indsatser[row] for row in rows], [katalog.pejlemaerker[column] for column in columns]


@pytest.mark.parametrize("k", [0, 34])
def test_so_many_cannot_be_at_the_top(katalog: Katalog, k: int):
    with pytest.raises(ValueError, match="fra 1 til 33"):
        afgoerende_ukendte(katalog, EVEN, k)
