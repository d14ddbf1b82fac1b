"""The claims of the text, cell by cell, against their packaged printed tokens, and those against the source."""

import csv
import json
import re
from functools import cache

from tests.data.layout import layouts as tables
from tests.data.transskription import PACKAGE, rows, slug, source_lines

FOLDER = PACKAGE / "004"
NOTES = "noter"
"""The layout of the tables' notes: dates and levels of prices, whose digits are no figures."""
WORDS = {"to": 2, "fem": 5, "ni": 9, "halvdelen": 2, "tredjedel": 3, "femte": 5}
FIGURE = re.compile(r"-?\d[\d.,]*(?:(?<=\.) \d{3})?")


@cache
def layouts() -> dict[str, dict]:
    """Only those of the claims: other running text stands in the same files."""
    found = json.loads((FOLDER / "trykte_tekster.json").read_text(encoding="utf-8"))
    return {name: layout for name, layout in found.items() if layout["kolonner"][0]["tabel"] == "tekstpaastand"}


@cache
def printed() -> dict[int, dict[str, str]]:
    with (FOLDER / "trykte_tekster.csv").open(encoding="utf-8", newline="") as stream:
        return {int(row["kilde_linje"]): row for row in csv.DictReader(stream) if row["trykt_tabel"] in layouts()}


def value(token: str) -> float:
    """12,8 and 12.8 are decimals, 4.770, 21. 888 and 1.913497 have a point (and a space) for thousands."""
    digits = token.replace(" ", "")
    if "," in digits:
        return float(digits.replace(".", "").replace(",", "."))
    whole, _, last = digits.rpartition(".")
    return float(whole.replace(".", "") + last) if len(last) >= 3 else float(digits)


def figures(text: str) -> list[float]:
    words = [float(WORDS[word]) for word in text.lower().split() if word in WORDS]
    return [value(token.strip(".,")) for token in FIGURE.findall(text)] + words


def test_each_claim_stands_in_its_printed_tokens(record_property):
    cells = 0
    for claim in rows("tekstpaastand"):
        text = printed()[int(claim["kilde_linje"])]["tekst"]
        if claim["tal"]:
            assert float(claim["tal"]) in figures(text), claim["paastand_id"]
            cells += 1
        # Here the name stands in the lines before, on the page before.
        if claim["art"] != "placering":
            for key in filter(None, (claim["omraade_id"], claim["kommune_id"])):
                assert key in slug(text), claim["paastand_id"]
                cells += 1
    record_property("cells", cells)
    assert cells > 200


def test_each_printed_figure_is_a_claim(record_property):
    claims = {claim["paastand_id"]: claim for claim in rows("tekstpaastand")}
    cells = 0
    for name, layout in layouts().items():
        if name == NOTES:
            continue
        for line in {column["kilde_linje"] for column in layout["kolonner"]}:
            columns = [column for column in layout["kolonner"] if column["kilde_linje"] == line]
            tokens = [value(token.strip(".,")) for token in FIGURE.findall(printed()[line]["tekst"])]
            for column, token in zip(columns, tokens, strict=True):
                ids = column["hvor"]["paastand_id"]
                for claim_id in [ids] if isinstance(ids, str) else ids:
                    assert float(claims[claim_id][column["felt"]]) == token, claim_id
                    assert int(claims[claim_id]["kilde_linje"]) == line
                    cells += 1
    record_property("cells", cells)
    assert cells > 140


def test_each_note_says_what_is_printed():
    claims = {int(claim["kilde_linje"]): claim for claim in rows("tekstpaastand") if claim["art"] == "note"}
    notes = {line: row["tekst"] for line, row in printed().items() if row["trykt_tabel"] == NOTES}
    assert {line: claim["tekst"] for line, claim in claims.items()} == notes
    assert len(notes) == 10


def test_the_words_of_a_claim_are_printed():
    worded = [claim for claim in rows("tekstpaastand") if claim["tekst"]]
    assert len(worded) == 12
    assert all(claim["tekst"] in printed()[int(claim["kilde_linje"])]["tekst"] for claim in worded)


def test_no_printed_row_is_without_a_claim():
    assert {int(claim["kilde_linje"]) for claim in rows("tekstpaastand")} == set(printed())


def test_the_printed_tokens_stand_in_the_source_in_order():
    """The tables' layouts name the same document; its lines are read where it lies beside the project."""
    assert {layout["sha256"] for layout in layouts().values()} <= {layout.sha256 for layout in tables().values()}
    (name,) = {layout["fil"] for layout in layouts().values()}
    for first, row in printed().items():
        text = " ".join(" ".join(source_lines(name)[first - 1 : int(row["kilde_linje_slut"])]).split())
        at = 0
        for token in row["tekst"].split(" "):
            at = text.lower().find(token.lower(), at)
            assert at >= 0, (first, token)
            at += len(token)
