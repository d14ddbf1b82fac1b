"""The 198 assessments of the mobility catalogue: what is printed, what is interpreted, and in whose words."""

import csv
import json
import re
from collections import Counter, defaultdict
from graphlib import TopologicalSorter
from itertools import product

from tests.data.layout import layouts, ratings
from tests.data.transskription import PACKAGE, printed, rows, source_lines

FILE = "004_2af00704f7db3414.txt"
TEXTS = "indsats_tekst"
VISION = "002_c84598ce500ad0cc.txt"
MEASURES = [str(nr) for nr in range(1, 34)]
RATED = [row["pejlemaerke_id"] for row in rows("pejlemaerke") if row["navn"] != "Samfundsøkonomi"]
ECONOMY = "samfundsoekonomi"
PRINTED_RATE = {"1", "19", "25", "27"}
NOT_PROFITABLE = {"12", "13", "14", "28", "29", "30"}
WORSE = {
    ("25", "folkesundhed"),
    ("25", "co2e-driftsfase"),
    ("27", "folkesundhed"),
    ("27", "co2e-driftsfase"),
    ("28", "sammenhaeng-og-fremkommelighed"),
    ("28", "attraktiv-kollektiv-transport"),
    ("29", "sammenhaeng-og-fremkommelighed"),
    ("30", "sammenhaeng-og-fremkommelighed"),
}
FIGURE = re.compile(r"(?<![A-Za-z\d])\d+(?:[.,-]\d+)*½?")

Row = dict[str, str]


def assessments() -> dict[str, dict[str, Row]]:
    """The rows by measure and pejlemærke."""
    found: dict[str, dict[str, Row]] = defaultdict(dict)
    for row in rows("mobilitet_vurdering"):
        found[row["indsats_nr"]][row["pejlemaerke_id"]] = row
    return found


def overview() -> dict[int, list[str]]:
    """The printed entries of the overview, by line: stars as "3", a dash as ""."""
    return {
        row.first: [rating.value for rating in ratings(row.text)]
        for row in printed()
        if row.layout == "mobilitet_oversigt"
    }


def text_rows() -> list[Row]:
    """The packaged figures of the sheets' texts about the pejlemærker, one row for each block that has some."""
    with (PACKAGE / "004" / "trykte_tekster.csv").open(encoding="utf-8", newline="") as stream:
        return [row for row in csv.DictReader(stream) if row["trykt_tabel"] == TEXTS]


def text_figures() -> dict[tuple[str, str], tuple[int, str]]:
    """The line and the figures of each packaged block, by measure and pejlemærke."""
    layout = json.loads((PACKAGE / "004" / "trykte_tekster.json").read_text(encoding="utf-8"))[TEXTS]
    told = {int(row["kilde_linje"]): row["tekst"] for row in text_rows()}
    assert [column["kilde_linje"] for column in layout["kolonner"]] == list(told)
    return {
        (str(column["hvor"]["indsats_nr"]), column["hvor"]["pejlemaerke_id"]): (line, told[line])
        for column in layout["kolonner"]
        for line in [column["kilde_linje"]]
    }


def entry(row: Row) -> str | None:
    """What stands in the overview for an assessment: stars, blank for a dash, None for an empty cell."""
    return None if row["vurdering"] == "ingen_positiv_effekt" else row["stjerner"]


def words(text: str) -> list[str]:
    """The words of a text, a word divided at a line's end joined again, a figure as one word."""
    joined = re.sub(r"(?<=[a-zæøå])-\s+(?=[a-zæøå])", "", text.lower())
    return re.findall(r"[a-zæøå\d]+(?:[.,-]\d+)*", joined)


def test_every_measure_is_assessed_once_on_every_pejlemaerke() -> None:
    keys = [(row["indsats_nr"], row["pejlemaerke_id"]) for row in rows("mobilitet_vurdering")]
    assert keys == list(product(MEASURES, [*RATED, ECONOMY]))
    assert len(keys) == 198
    assert [row["nr"] for row in rows("pejlemaerke")] == list("123456")


def test_only_a_positive_effect_has_stars_and_none_is_zero() -> None:
    for row in rows("mobilitet_vurdering"):
        rated = row["vurdering"] == "positiv" and row["pejlemaerke_id"] != ECONOMY
        assert bool(row["stjerner"]) == rated, row
        assert row["stjerner"] in ("", *"12345")


def test_a_full_row_is_as_printed_and_a_shorter_one_is_interpreted() -> None:
    placed: Counter[str] = Counter()
    for by_mark in assessments().values():
        own = [by_mark[mark] for mark in RATED]
        [line] = {int(row["oversigt_linje"]) for row in by_mark.values()}
        entries = overview()[line]
        [placering] = {row["placering"] for row in own}
        placed[placering] += len(own)
        assert placering == ("trykt" if len(entries) == len(RATED) else "tolket")
        assert [cell for cell in map(entry, own) if cell is not None] == entries
    assert placed == {"trykt": 16 * 5, "tolket": 17 * 5}


def test_an_interpreted_place_gives_its_reason() -> None:
    for row in rows("mobilitet_vurdering"):
        assert bool(row["begrundelse"]) == (row["placering"] == "tolket"), row


UNSETTLED = {
    ("6", "tvaergaaende-relevans"): 2,
    ("6", "sammenhaeng-og-fremkommelighed"): 2,
    **{(nr, mark): 1 for nr in ("15", "16", "18") for mark in ("sammenhaeng-og-fremkommelighed", "co2e-driftsfase")},
}


def test_what_the_text_does_not_settle_says_so_and_how_many_stars_belong_to_one_of_two_places() -> None:
    """Those whose reason says that the text does not settle it, and no others."""
    found = {}
    for nr, by_mark in assessments().items():
        for mark, row in by_mark.items():
            says = re.search(r"ikke (helt )?afgjort|afgør (det|ikke)", row["begrundelse"]) is not None
            assert says == bool(row["uafgjort_op_til"]), (nr, mark)
            if says:
                found[(nr, mark)] = int(row["uafgjort_op_til"])
    assert found == UNSETTLED


def test_wherever_the_unsettled_stars_are_the_row_is_the_printed_one() -> None:
    """One of the two places has them and the other none; moved to the other, the row still reads as it is printed."""
    for nr, by_mark in assessments().items():
        both = [mark for mark in RATED if by_mark[mark]["uafgjort_op_til"]]
        if not both:
            continue
        [stars] = {by_mark[mark]["uafgjort_op_til"] for mark in both}
        assert sorted(by_mark[mark]["stjerner"] for mark in both) == ["", stars], nr
        [line] = {int(row["oversigt_linje"]) for row in by_mark.values()}
        for place in both:
            cells = [stars if mark == place else None if mark in both else entry(by_mark[mark]) for mark in RATED]
            assert [cell for cell in cells if cell is not None] == overview()[line], (nr, place)


def test_what_the_printed_count_settles_has_the_words_that_settle_it() -> None:
    """Parkér og rejs: four entries, one place empty; CO2e has the words of two sheets that have a printed star."""
    for nr in ("20", "21", "22", "23"):
        by_mark = assessments()[nr]
        empty = [mark for mark in RATED if by_mark[mark]["vurdering"] == "ingen_positiv_effekt"]
        assert empty == ["folkesundhed"]
        co2 = by_mark["co2e-driftsfase"]
        assert {co2["tekst"]} == {assessments()[printed]["co2e-driftsfase"]["tekst"] for printed in ("13", "14")}
        assert {assessments()[printed]["co2e-driftsfase"]["stjerner"] for printed in ("13", "14")} == {co2["stjerner"]}
    source = source_lines(FILE)
    for nr in ("20", "21", "22", "23"):
        own, printed = (
            words("\n".join(source[int(row["kilde_linje"]) - 1 : int(row["kilde_linje"]) + 2]))
            for row in (assessments()[each]["co2e-driftsfase"] for each in (nr, "13"))
        )
        assert own == printed
        assert source[int(assessments()[nr]["folkesundhed"]["kilde_linje"]) - 1].startswith("Marginal effekt")


def test_the_overview_has_a_column_for_each_entry() -> None:
    columns = layouts()["mobilitet_oversigt"].columns
    assert len(columns) == sum(map(len, overview().values())) == 139
    for column in columns:
        mark = str(column.where["pejlemaerke_id"])
        assert entry(assessments()[str(column.where["indsats_nr"])][mark]) is not None


def test_the_economy_follows_the_rate_of_return_or_the_sheets_own_verdict() -> None:
    assert {row["indsats_nr"] for row in rows("mobilitet_indsats") if row["intern_rente_pct"]} == PRINTED_RATE
    for nr, by_mark in assessments().items():
        row = by_mark[ECONOMY]
        assert row["placering"] == "tolket"
        assert row["vurdering"] == (
            "positiv" if nr in PRINTED_RATE else "ingen_positiv_effekt" if nr in NOT_PROFITABLE else "ikke_vurderet"
        )


def test_the_sheets_verdicts_on_the_economy_stand_in_the_source() -> None:
    source = source_lines(FILE)
    for nr, by_mark in assessments().items():
        line = int(by_mark[ECONOMY]["kilde_linje"])
        verdict = " ".join(words("\n".join(source[line - 1 : line + 2])))
        assert ("rentabelt" in verdict) == (nr in NOT_PROFITABLE), nr
        assert (re.search(r"intern (for)?rente?n?", verdict) is not None) == (nr in PRINTED_RATE), nr
        assert nr in PRINTED_RATE | NOT_PROFITABLE | {"32"} or "ikke beregnet" in verdict, nr


def test_what_gets_worse_is_marked_and_has_no_stars() -> None:
    worse = [row for row in rows("mobilitet_vurdering") if row["teksten_siger"]]
    assert {(row["indsats_nr"], row["pejlemaerke_id"]) for row in worse} == WORSE
    assert {row["vurdering"] for row in worse} == {"ingen_positiv_effekt"}


def test_each_text_starts_at_its_block_in_its_own_sheet() -> None:
    sheets = {row["indsats_nr"]: int(row["kilde_linje"]) for row in rows("mobilitet_indsats")}
    ends = dict(zip(MEASURES, [*(sheets[nr] for nr in MEASURES[1:]), min(overview())], strict=True))
    for row in rows("mobilitet_vurdering"):
        nr, line = row["indsats_nr"], int(row["kilde_linje"])
        if line == int(row["oversigt_linje"]):
            assert row["side"] == "40"
        else:
            assert sheets[nr] <= line < ends[nr], row
            assert int(row["side"]) == int(nr) + 6
    without = [(row["indsats_nr"], row["pejlemaerke_id"]) for row in rows("mobilitet_vurdering") if row["side"] == "40"]
    assert without == [("32", ECONOMY), ("33", "attraktiv-kollektiv-transport")]
    source = source_lines(FILE)
    for row in rows("mobilitet_vurdering"):
        assert source[int(row["kilde_linje"]) - 1].strip()
        assert not source[int(row["kilde_linje"]) - 2].strip(), row


def test_relations_are_between_measures_and_nothing_requires_itself() -> None:
    relations = {(row["indsats_nr"], row["anden_indsats_nr"], row["art"]) for row in rows("mobilitet_relation")}
    assert {("4", "13", "overlap"), ("13", "12", "forudsaetter"), ("23", "12", "forudsaetter")} <= relations
    requires: dict[str, set[str]] = defaultdict(set)
    for one, other, art in relations:
        assert one != other
        if art == "forudsaetter":
            requires[one].add(other)
        else:
            assert (other, one, art) in relations, "an overlap holds both ways"
    assert list(TopologicalSorter(requires).static_order()), "a circle raises CycleError"


def test_figures_in_our_words_are_the_printed_ones() -> None:
    """Each figure of a text is packaged with its block, and each packaged figure is told; the rest have none."""
    packaged = text_figures()
    for row in rows("mobilitet_vurdering"):
        key = (row["indsats_nr"], row["pejlemaerke_id"])
        first, told = packaged.pop(key, (int(row["kilde_linje"]), ""))
        assert first == int(row["kilde_linje"]), key
        assert set(FIGURE.findall(row["tekst"])) == set(FIGURE.findall(told)), key
    assert not packaged


def test_packaged_figures_stand_in_their_block() -> None:
    source = source_lines(FILE)
    for row in text_rows():
        first, last = int(row["kilde_linje"]), int(row["kilde_linje_slut"])
        block = " ".join(" ".join(source[first - 1 : last]).split()).lower()
        assert re.search(".*".join(map(re.escape, row["tekst"].lower().split())), block), row
        assert all(line.strip() for line in source[first - 1 : last]), "more than one block"


def test_names_of_the_pejlemaerker_are_as_printed() -> None:
    source, vision = source_lines(FILE), source_lines(VISION)
    for row in rows("pejlemaerke"):
        assert vision[int(row["kilde_linje"]) - 1].strip() == f"{row['nr']}. {row['navn_i_visionen']}"
        assert source[int(row["katalog_linje"]) - 1].startswith(row["navn"])
