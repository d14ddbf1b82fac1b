"""The Erhvervshus's goals and results, the Kommunefordeling and the SOSU places: cell by cell against their papers."""

import csv
import json
import re
from functools import cache
from itertools import pairwise

from data import description
from tests.data.transskription import PACKAGE, rows, source_lines
from tests.data.trykte_tekster import matches

GOALS = {"2023": "resultatmaal_2023", "2024": "resultatmaal_2024"}
RESULTS = {"2023": "resultater_2023", "2024": "resultater_2024"}
LAYOUTS = (*GOALS.values(), *RESULTS.values(), "resultatregel", "aarsberetning_2024", "erhvervshus_tal")
WORDS = {"tre": 3.0, "ni": 9.0}
FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
YEAR = re.compile(r"20[0-3]\d")
OWN_WORDS = ("maal", "realiseret_tekst", "kommentar", "uafklaret")
SETTLED = {"opfyldt", "ikke opfyldt", "gennemført", "i proces", "ikke i gang", "ikke målt"}

Row = dict[str, str]


@cache
def layouts() -> dict[str, dict]:
    found: dict[str, dict] = {}
    for file in sorted(PACKAGE.glob("*/trykte_tekster.json")):
        found |= json.loads(file.read_text(encoding="utf-8"))
    return {name: found[name] for name in LAYOUTS}


@cache
def printed() -> tuple[Row, ...]:
    found: list[Row] = []
    for file in sorted(PACKAGE.glob("*/trykte_tekster.csv")):
        with file.open(encoding="utf-8", newline="") as stream:
            found += [row for row in csv.DictReader(stream) if row["trykt_tabel"] in LAYOUTS]
    return tuple(found)


def printed_at(layout: str, line: str) -> Row:
    [row] = [row for row in printed() if (row["trykt_tabel"], row["kilde_linje"]) == (layout, line)]
    return row


def values(text: str) -> list[float]:
    """The figures among printed tokens in order, words among them: "Ni virksomheder" is 9."""
    return [
        WORDS.get(token.lower()) or number(token)
        for token in re.findall(rf"{FIGURE.pattern}|\b(?:{'|'.join(WORDS)})\b", text, re.IGNORECASE)
    ]


def number(token: str) -> float:
    """1.530 and 5.325 have a point for thousands, 4,4 a decimal comma."""
    return float(re.sub(r"\.(?=\d{3}\b)", "", token).replace(",", "."))


def joined(kilde_id: str, first: int, last: int) -> str:
    """Printed lines in one, words divided over two lines put together."""
    [kilde] = [row for row in rows("kilde") if row["kilde_id"] == kilde_id]
    text = " ".join(" ".join(source_lines(kilde["fil"])[first - 1 : last]).split())
    return re.sub(r"(?<=\w)- (?=[a-zæøå])(?!og )", "", text)


# The tables that are printed as tables; test_transskription holds each of their cells to its printed row.


def region() -> set[str]:
    return {row["kommune_id"] for row in rows("kommune") if row["i_region_hovedstaden"] == "true"}


def test_every_kommune_has_every_activity_and_a_sum() -> None:
    activities = description.table("kommunefordeling").field("aktivitet").allowed
    assert len(activities) == 7
    assert {(row["kommune_id"], row["aktivitet"]) for row in rows("kommunefordeling")} == {
        (kommune, activity) for kommune in region() for activity in activities
    }
    totals = {(row["navn"], row["aktivitet"]) for row in rows("kommunefordeling_total") if not row["kommune_id"]}
    assert totals == {
        (name, activity)
        for name in ("Samlet i regionen", "Andre kommuner", "Total")
        for activity in (*activities, "I alt")
    }
    own = [row for row in rows("kommunefordeling_total") if row["kommune_id"]]
    assert {(row["kommune_id"], row["aktivitet"]) for row in own} == {(kommune, "I alt") for kommune in region()}


def test_the_two_blank_cells_are_nothing_by_their_rows_sums() -> None:
    blank = {(row["kommune_id"], row["aktivitet"]) for row in rows("kommunefordeling") if not row["deltagelser"]}
    assert blank == {("bornholm", "Ukraine-indsats"), ("glostrup", "Ukraine-indsats")}
    for total in rows("kommunefordeling_total"):
        if total["kommune_id"]:
            parts = [row for row in rows("kommunefordeling") if row["kommune_id"] == total["kommune_id"]]
            assert sum(int(row["deltagelser"] or 0) for row in parts) == int(total["deltagelser"]), total["navn"]


def test_the_columns_are_in_the_order_of_the_headings_below_them() -> None:
    """The headings stand below the rows, over three lines; the report's results confirm the order."""
    headings = [
        [cell.strip() for cell in re.split(r"\t+", line)]
        for line in source_lines(layouts()["resultatregel"]["fil"])[12426:12429]
    ]
    assert headings[2][-8:] == [
        *("Warning", "Vækstforløb", "/korte forløb", "og workshops", "programmet", "programmer", "indsats", "kommune")
    ]
    sums = {
        row["aktivitet"]: int(row["deltagelser"])
        for row in rows("kommunefordeling_total")
        if row["navn"] == "Samlet i regionen"
    }
    result = {
        row["del"]: row["realiseret_tal"] for row in rows("resultatmaal") if (row["aar"], row["nr"]) == ("2024", "2")
    }
    assert sums["Driftsforløb"] + sums["Vækstforløb"] == int(result["a1"])
    assert sums["Korte forløb"] == int(result["b"])
    assert sums["Iværksætterintro, webinarer og workshops"] == int(result["c"])


def test_every_kommune_has_its_places_in_both_years() -> None:
    assert {(row["kommune_id"], row["uddannelse"], row["aar"]) for row in rows("sosu_laereplads")} == {
        (kommune, education, year) for kommune in region() for education in ("ssh", "ssa") for year in ("2022", "2023")
    }
    for total in rows("sosu_total"):
        parts = [
            row for row in rows("sosu_laereplads") if matches(row, {key: total[key] for key in ("uddannelse", "aar")})
        ]
        assert sum(int(row["pladser"]) for row in parts) == int(total["pladser"])


# The goals and results, which are printed among prose: only their figures and names are packaged.


def test_each_printed_figure_is_its_cells() -> None:
    for row in printed():
        columns = [
            column
            for column in layouts()[row["trykt_tabel"]]["kolonner"]
            if column["kilde_linje"] == int(row["kilde_linje"])
        ]
        for column, value in zip(columns, values(row["tekst"]), strict=True):
            found = [cells for cells in rows(column["tabel"]) if matches(cells, column["hvor"])]
            assert found, column
            for cells in found:
                assert float(cells[column["felt"]]) == value, (row, column)
                prefix = "resultat_" if column["felt"] == "realiseret_tal" else ""
                assert cells[f"{prefix}kilde_id"] == row["kilde_id"]
                assert cells[f"{prefix}kilde_linje"] == row["kilde_linje"]


def test_each_goal_and_result_has_a_printed_row() -> None:
    for row in rows("resultatmaal"):
        assert printed_at(GOALS[row["aar"]], row["kilde_linje"])["kilde_id"] == row["kilde_id"]
        if row["resultat_kilde_linje"]:
            result = printed_at(RESULTS[row["aar"]], row["resultat_kilde_linje"])
            assert result["kilde_id"] == row["resultat_kilde_id"]
    used = {
        (row["kilde_id"], row["kilde_linje"])
        for table in ("resultatmaal", "resultatpaastand", "erhvervshus_tal")
        for row in rows(table)
    }
    used |= {(row["resultat_kilde_id"], row["resultat_kilde_linje"]) for row in rows("resultatmaal")}
    assert {(row["kilde_id"], row["kilde_linje"]) for row in printed()} <= used


def test_the_printed_tokens_stand_in_the_source_in_order() -> None:
    for layout in layouts().values():
        [kilde] = [row for row in rows("kilde") if row["kilde_id"] == layout["kilde_id"]]
        assert kilde["fil"] == layout["fil"]
    for row in printed():
        low, high = layouts()[row["trykt_tabel"]]["linjer"]
        assert low <= int(row["kilde_linje"]) <= int(row["kilde_linje_slut"]) <= high
    for row in printed():
        text, at = joined(row["kilde_id"], int(row["kilde_linje"]), int(row["kilde_linje_slut"])).lower(), 0
        for token in row["tekst"].lower().split():
            at = text.find(token, at)
            assert at >= 0, (row, token)
            at += len(token)


def test_figures_in_our_words_are_printed_there() -> None:
    """A comment's figures are among the printed ones of its goal or result; years are not packaged."""
    for row in rows("resultatmaal"):
        lines = [printed_at(GOALS[row["aar"]], row["kilde_linje"])]
        if row["resultat_kilde_linje"]:
            lines.append(printed_at(RESULTS[row["aar"]], row["resultat_kilde_linje"]))
        known = {value for line in lines for value in values(line["tekst"])}
        for field in OWN_WORDS:
            text = re.sub(r"[Kk]ilde 00\d", "", YEAR.sub("", row[field]))
            assert {number(token) for token in FIGURE.findall(text)} <= known, (row[field], known)


def test_what_is_not_settled_says_why() -> None:
    for row in rows("resultatmaal"):
        settled = bool(row["realiseret_tal"]) or row["tilstand"] in SETTLED
        assert settled != bool(row["uafklaret"]), row
        assert settled <= bool(row["resultat_kilde_linje"])
        assert bool(row["resultat_kilde_linje"]) <= bool(row["resultat_kilde_id"])
        said = row["realiseret_tal"] or row["realiseret_tekst"] or row["kommentar"] or row["tilstand"]
        assert not said or row["resultat_kilde_linje"], row


def test_a_goal_has_a_direction_when_it_is_measured_and_a_unit_when_it_has_a_figure() -> None:
    for row in rows("resultatmaal"):
        assert bool(row["retning"]) == (row["art"] == "kvantitativ"), row
        assert bool(row["enhed"]) == bool(row["maal_tal"]), row
        assert row["maal_tal"] or not row["realiseret_tal"]
        assert row["art"] == "kvantitativ" or not row["maal_tal"]
    assert set(description.table("resultatmaal").field("enhed").suggested) == {
        row["enhed"] for row in rows("resultatmaal") if row["enhed"]
    }
    assert set(description.table("resultatmaal").field("tema").suggested) == {
        row["tema"] for row in rows("resultatmaal")
    }


def test_the_state_of_a_goal_without_a_figure_is_a_word_of_the_rule() -> None:
    rule = {row["tekst"] for row in rows("resultatpaastand") if row["art"] == "regel" and row["tekst"]}
    allowed = set(description.table("resultatmaal").field("tilstand").allowed)
    assert rule <= allowed
    for row in rows("resultatmaal"):
        if row["aar"] == "2024" and row["tilstand"]:
            assert row["tilstand"] in rule, row


def test_goals_are_numbered_as_printed() -> None:
    for year, count in (("2023", 8), ("2024", 5)):
        own = [row for row in rows("resultatmaal") if row["aar"] == year]
        assert {row["nr"] for row in own} == {str(nr) for nr in range(1, count + 1)}
        assert len({(row["nr"], row["tema"]) for row in own}) == count
        lines = [int(row["kilde_linje"]) for row in own]
        assert all(upper <= lower for upper, lower in pairwise(lines))
    letters = {(row["nr"], row["del"][0]) for row in rows("resultatmaal") if row["aar"] == "2024"}
    assert letters == {
        (nr, letter)
        for nr, printed_letters in {"1": "abcd", "2": "abcde", "3": "a", "4": "abcde", "5": "a"}.items()
        for letter in printed_letters
    }


def test_a_figure_of_the_text_belongs_to_a_goal_that_exists() -> None:
    goals = {(row["nr"], row["del"]) for row in rows("resultatmaal")}
    for row in rows("resultatpaastand"):
        assert bool(row["nr"]) == bool(row["del"])
        assert not row["nr"] or (row["nr"], row["del"]) in goals, row
        assert bool(row["tal"]) != bool(row["tekst"]), row
        assert bool(row["tal"]) == bool(row["enhed"]), row


def test_texts_are_short_sentences() -> None:
    for row in rows("resultatmaal"):
        assert row["maal"] == row["maal"].rstrip(".")
        assert len(row["maal"]) < 90
        for field in OWN_WORDS[1:]:
            assert not row[field] or re.fullmatch(r"[A-ZÆØÅ0-9].*\.", row[field]), row[field]
            assert len(row[field]) < 140


# The annual report, which tells figures that the report on the goals leaves out.


def annual(tal_id: str) -> Row:
    [row] = [row for row in rows("erhvervshus_tal") if row["tal_id"] == tal_id]
    return row


def test_the_effects_of_the_annual_report_are_those_of_whom_the_report_on_the_goals_speaks() -> None:
    """Advised in 2021: they settle no goal of 2024, which waits for those advised in 2022."""
    goals = {row["del"]: row for row in rows("resultatmaal") if (row["aar"], row["nr"]) == ("2024", "5")}
    effects = {
        part: [row["tal"] for row in rows("erhvervshus_tal") if (row["maal_nr"], row["maal_del"]) == ("5", part)]
        for part in goals
    }
    assert effects == {"a1": ["4.4", "578"], "a2": ["12.8", "959"], "a3": ["0.3", "41000"]}
    assert {row["aar"] for row in rows("erhvervshus_tal") if row["emne"] == "effekt"} == {"2021"}
    [latest] = [row for row in rows("resultatpaastand") if row["paastand_id"] == "mervaekst-seneste"]
    assert (latest["tal"], latest["aar"]) == (annual("effekt-omsaetning")["tal"], annual("effekt-omsaetning")["aar"])
    for part, (percent, amount) in effects.items():
        said = goals[part]["kommentar"]
        assert percent.replace(".", ",") in said
        assert "vejledt i 2021" in said
        assert part == "a1" or f"{int(amount):,}".replace(",", ".") in said
        assert not goals[part]["realiseret_tal"]
        assert goals[part]["tilstand"] == "ikke opgjort"
        assert "2022" in goals[part]["uafklaret"]
    assert not any("ikke nævnt" in goal["kommentar"] for goal in goals.values())
    text = joined("004", 10565, 10615)
    for printed_so in ("12,8%", "959", "4,4 %", "578", "0,3 %", "41.000", "i 2021", "to år efter vejledningen"):
        assert printed_so in text


def test_the_views_of_a_month_have_a_comment_and_no_figure_for_the_year() -> None:
    [goal] = [row for row in rows("resultatmaal") if (row["aar"], row["nr"], row["del"]) == ("2024", "1", "c")]
    over, linkedin = annual("visninger-over-maalet"), annual("visninger-linkedin")
    assert (goal["resultat_kilde_id"], goal["resultat_kilde_linje"]) == (over["kilde_id"], over["kilde_linje"])
    assert f"{over['tal']} pct." in goal["kommentar"]
    assert linkedin["tal"] == goal["maal_tal"]
    assert not goal["realiseret_tal"]
    assert goal["uafklaret"]


def test_a_figure_of_the_annual_report_belongs_to_a_goal_of_its_year() -> None:
    goals = {(row["nr"], row["del"]) for row in rows("resultatmaal") if row["aar"] == "2024"}
    for row in rows("erhvervshus_tal"):
        assert bool(row["maal_nr"]) == bool(row["maal_del"])
        assert not row["maal_nr"] or (row["maal_nr"], row["maal_del"]) in goals, row
