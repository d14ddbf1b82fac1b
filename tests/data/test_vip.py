"""The klima and infrastructure VIP projects: against the papers' names, figures and dates, and among themselves."""

import csv
import datetime as dt
import json
import re
from collections import Counter
from functools import cache
from itertools import groupby, pairwise, product
from typing import Any

import pytest

from data import description
from data.description import PACKAGE
from tests.data.layout import layouts as tables
from tests.data.transskription import rows, slug, source_lines

TABLES = ("vip_projekt", "vip_maal", "vip_pris", "vip_katalog", "vip_deltager", "vip_status", "vip_haendelse")
LAYOUTS = {
    "000": ("klima_maal", "klima_naeste_skridt", "klima_tidslinje"),
    "001": ("klima_afslutning", "klima_tidslinje", "infrastruktur_tidslinje", "infrastruktur_status"),
    "002": ("klima_projekter", "klima_status", "klima_deltagere", "klima_tidslinje", "infrastruktur_priser"),
    "004": ("klimaalliancen", "klima_tidslinje", "infrastruktur_tidslinje", "infrastruktur_status"),
}
PACKAGED = [(kilde_id, name) for kilde_id, names in LAYOUTS.items() for name in names]
ALIASES = {"Region H": "Region Hovedstaden", "Lyngby-Tårbæk": "Lyngby-Taarbæk"}
TWICE = {("groenne-drivmidler", "frederiksberg"), ("cirkulaere-indkoeb", "hoeje-taastrup")}
NAMED = re.compile(r"Gate ?21")  # a name with a figure in it
FIGURE = re.compile(
    r"(?<![A-Za-zÆØÅæøå\d])\d+(?:[.,]\d+)*|\b(?:to|tre|fire|fem|seks|syv|otte|ni|ti|halvdelen)\b", re.IGNORECASE
)
PRICE = re.compile(r"\d+(?:,\d+)?(?=-\d| mio\.| mia\.)|(?<=-)\d+,\d+")
MEETING = re.compile(r"https?:|www\.|@|teams|meetup|passcode|password|adgangskode|møde-?id|\d{3} \d{3} \d{3}", re.I)

Row = dict[str, str]


@cache
def described(kilde_id: str) -> dict[str, dict[str, Any]]:
    found = json.loads((PACKAGE / kilde_id / "trykte_tekster.json").read_text(encoding="utf-8"))
    return {name: found[name] for name in LAYOUTS[kilde_id]}


@cache
def printed(kilde_id: str, layout: str) -> dict[int, Row]:
    """The packaged rows of a layout by the line they begin at."""
    with (PACKAGE / kilde_id / "trykte_tekster.csv").open(encoding="utf-8", newline="") as stream:
        return {int(row["kilde_linje"]): row for row in csv.DictReader(stream) if row["trykt_tabel"] == layout}


@cache
def told(kilde_id: str, line: str) -> str:
    """All that is packaged from a line, of whichever of the layouts."""
    found = [printed(kilde_id, layout).get(int(line)) for layout in LAYOUTS[kilde_id]]
    return " ".join(row["tekst"] for row in found if row)


@cache
def projects(omraade: str) -> tuple[Row, ...]:
    return tuple(row for row in rows("vip_projekt") if row["omraade"] == omraade)


def figures(text: str) -> set[str]:
    return {figure.lower() for figure in FIGURE.findall(NAMED.sub("", text))}


def joined(file: str, first: int, last: int) -> str:
    """Printed lines in one, words divided over two lines put together."""
    text = " ".join(" ".join(source_lines(file)[first - 1 : last]).split())
    text = re.sub(r"- (?=[A-ZÆØÅ][a-zæøå])", "-", text)  # "Høje- Taastrup"
    return re.sub(r"(?<=\w)- (?=[a-zæøå](?!g ))", "", text)  # but not "klima- og"


def test_there_are_seven_and_ten_projects() -> None:
    assert [row["nr"] for row in projects("klima")] == [str(nr) for nr in range(1, 8)]
    assert [row["nr"] for row in projects("infrastruktur")] == [str(nr) for nr in range(1, 11)]
    assert [row["gruppe"] for row in projects("infrastruktur")] == ["7"] * 7 + ["3"] * 3
    assert not any(row["gruppe"] for row in projects("klima"))
    lines = [int(row["kilde_linje"]) for row in projects("infrastruktur")]
    assert lines == sorted(lines)


def test_names_and_periods_of_projects_are_as_printed() -> None:
    for row in rows("vip_projekt"):
        text = told(row["kilde_id"], row["kilde_linje"])
        assert row["navn"].lower() in text.lower(), row
        if row["omraade"] == "klima":
            assert text.replace(" ", "").startswith(f"VIP{row['nr']}:")
        since = told(row["periode_kilde_id"], row["periode_linje"])
        assert row["fra_aar"] in since
        assert row["periode"] in since
        ends = row["periode"].partition("-")[2]
        assert row["til_aar"] == (row["fra_aar"][:2] + ends if ends else "")


def test_names_in_the_older_catalogue_and_the_reporting_stand_in_the_source() -> None:
    for row in rows("vip_projekt"):
        [catalogue, status] = [
            next(kilde["fil"] for kilde in rows("kilde") if kilde["kilde_id"] == kilde_id)
            for kilde_id in ("000", "002")
        ]
        line = int(row["rapportering_linje"])
        how_often = joined(status, line, line + 5)
        assert ("halvårligt" if row["rapportering_mdr"] == "6" else "årligt") in how_often
        if row["katalog_linje"]:
            line = int(row["katalog_linje"])
            heading = joined(catalogue, line, line + 1).lower()
            assert heading.startswith(row["navn_i_kataloget"].lower())


@pytest.mark.parametrize("rolle", ["deltager", "temagruppe"])
def test_participants_are_the_printed_names_once_each(rolle: str) -> None:
    actors = {row["navn"]: row["aktoer_id"] for row in rows("aktoer")}
    lists = [
        (column["hvor"]["projekt_id"], printed("002", "klima_deltagere")[column["kilde_linje"]])
        for column in described("002")["klima_deltagere"]["kolonner"]
        if column["hvor"]["rolle"] == rolle
    ]
    twice = set()
    for projekt_id, row in lists:
        names = [actors[ALIASES.get(name, name)] for name in row["tekst"].split(", ")]
        own = [
            deltager["aktoer_id"]
            for deltager in rows("vip_deltager")
            if (deltager["projekt_id"], deltager["rolle"]) == (projekt_id, rolle)
        ]
        assert own == list(dict.fromkeys(names))
        twice |= {(projekt_id, name) for name, count in Counter(names).items() if count > 1}
    assert twice == (TWICE if rolle == "deltager" else set())
    assert {projekt_id for projekt_id, _ in lists} == {
        row["projekt_id"] for row in rows("vip_deltager") if row["rolle"] == rolle
    }


def test_roles_are_only_those_printed() -> None:
    held = {(row["projekt_id"], row["aktoer_id"], row["rolle"]) for row in rows("vip_deltager")}
    assert {key for key in held if key[2] == "tovholder"} == {("madspild", "albertslund", "tovholder")}
    assert {projekt_id for projekt_id, _, rolle in held if rolle == "temagruppe"} == {"plastaffald"}
    assert {key[0] for key in held if key[1] == "region-hovedstaden"} == {"groenne-drivmidler", "groenne-pendlervaner"}
    klima = [row["projekt_id"] for row in projects("klima")]
    assert {projekt_id for projekt_id, _, _ in held} == set(klima[1:]), "VIP 1 names nobody"
    kinds = {row["aktoer_id"]: row["art"] for row in rows("aktoer")}
    assert all(kinds[aktoer_id] != "andet" for _, aktoer_id, _ in held)


def test_only_the_role_with_a_printed_date_has_one() -> None:
    dated = [row for row in rows("vip_deltager") if row["fra_dato"]]
    assert [row["rolle"] for row in dated] == ["tovholder"]
    assert dated[0]["fra_dato"] == "2022-11-01"
    assert dated[0]["fra_dato_praecision"] == "maaned"
    assert told("002", dated[0]["kilde_linje"]).endswith("Albertslund, november 2022")


def test_each_status_has_its_documents_date() -> None:
    dates = {row["kilde_id"]: (row["dato"], row["dato_praecision"]) for row in rows("kilde")}
    for row in rows("vip_status"):
        assert (row["dato"], row["dato_praecision"]) == dates[row["kilde_id"]], row


def test_the_newest_of_each_project_is_told_in_few_words() -> None:
    """On every day that a paper is from: of what tells how a whole project stands one text has the words."""
    told = [row for row in rows("vip_status") if row["art"] in ("status", "resultat")]
    days = {row["dato"] for row in told}
    for project, day in product({row["projekt_id"] for row in told}, days):
        newest = max((row["dato"] for row in told if row["projekt_id"] == project and row["dato"] <= day), default=None)
        own = [row for row in told if (row["projekt_id"], row["dato"]) == (project, newest)]
        art = "status" if any(row["art"] == "status" for row in own) else "resultat"
        assert newest is None or len([row for row in own if row["art"] == art and row["kort_status"]]) == 1
    assert not any(row["tilstand"] for row in rows("vip_status")), "the papers have no light"


def test_status_texts_are_numbered_in_printed_order() -> None:
    for _, group in groupby(rows("vip_status"), key=lambda row: (row["projekt_id"], row["dato"], row["art"])):
        own = list(group)
        assert [row["raekkefoelge"] for row in own] == [str(nr) for nr in range(1, len(own) + 1)]
        assert all(int(one["kilde_linje"]) < int(other["kilde_linje"]) for one, other in pairwise(own))


def test_every_klima_project_has_a_history() -> None:
    for project in projects("klima"):
        own = [row for row in rows("vip_status") if row["projekt_id"] == project["projekt_id"]]
        assert {"status", "naeste_skridt"} <= {row["art"] for row in own}
        assert {"2020-01-01", "2022-11-01", "2024-04-19"} <= {row["dato"] for row in own}
    became = {row["projekt_id"] for row in rows("vip_status") if row["art"] == "resultat"}
    assert {row["projekt_id"] for row in projects("klima")} - became == {"madspild"}


def test_every_place_of_an_infrastructure_project_is_named_on_its_line() -> None:
    own = {row["projekt_id"]: row["kilde_linje"] for row in rows("vip_pris")}
    for row in rows("vip_sted"):
        assert row["kilde_linje"] == own[row["projekt_id"]]
        assert row["sted"] in printed("002", "infrastruktur_priser")[int(row["kilde_linje"])]["tekst"], row
        assert bool(row["lon"]) == bool(row["lat"]) == bool(row["noejagtighed"]) == bool(row["koordinat_kilde"])
    towns = ("Køge", "Roskilde", "Farum", "Hillerød")
    same = {(row["sted"].removesuffix(" St."), row["lon"]) for row in rows("mobilitet_sted")}
    assert {(row["sted"], row["lon"]) for row in rows("vip_sted") if row["sted"] in towns} <= same


def test_only_two_infrastructure_projects_have_a_status_in_the_papers() -> None:
    names = {row["projekt_id"] for row in projects("infrastruktur")}
    told_of = {(row["projekt_id"], row["dato"], row["art"]) for row in rows("vip_status") if row["projekt_id"] in names}
    assert told_of == {
        ("automatisering-af-s-tog", "2024-04-19", "status"),
        ("tog-roskilde-lufthavnen", "2025-01-01", "status"),
    }


def test_the_four_projects_carried_on_are_those_that_the_alliance_names() -> None:
    [line] = {
        row["kilde_linje"] for row in rows("vip_status") if "netværk" in row["tekst"] and row["kilde_id"] == "004"
    }
    named = {slug(name.replace("Energibesparelser", "Energibesparelse")) for name in told("004", line).split(", ")}
    names = {row["projekt_id"]: slug(row["navn"]) for row in projects("klima")}
    carried = {names[row["projekt_id"]] for row in rows("vip_status") if row["kilde_linje"] == line}
    assert {name.removeprefix("100-") for name in carried} == named
    onwards = {row["projekt_id"] for row in rows("vip_maal") if row["videre_kilde_linje"] == line}
    assert {names[projekt_id] for projekt_id in onwards} == carried


def test_each_goal_has_its_own_deadline_or_none() -> None:
    for row in rows("vip_maal"):
        assert bool(row["frist"]) == bool(row["frist_trykt"])
        if row["frist"]:
            [year] = figures(row["frist_trykt"])
            before = row["frist_trykt"].startswith("inden ") and "udgangen" not in row["frist_trykt"]
            assert row["frist"] == f"{int(year) - before}-12-31"
            assert year in told("000", row["kilde_linje"])
    for project in projects("klima"):
        own = [row["nr"] for row in rows("vip_maal") if row["projekt_id"] == project["projekt_id"]]
        assert own
        assert own == [str(nr) for nr in range(1, len(own) + 1)]


def test_what_is_said_of_a_goal_has_its_line() -> None:
    for row in rows("vip_maal"):
        for text, where in (("belaeg", "belaeg"), ("videre_i", "videre")):
            place = {bool(row[f"{where}_kilde_id"]), bool(row[f"{where}_kilde_linje"])}
            assert place == {bool(row[text])}, row
        assert row["belaeg"] or row["maalt"] == "nej", row
        assert bool(row["naaet"]) == (row["maalt"] == "ja"), row


def test_only_the_klima_plans_are_settled_by_the_papers() -> None:
    [goal] = [row for row in rows("vip_maal") if row["maalt"] == "ja"]
    assert (goal["projekt_id"], goal["nr"], goal["frist"]) == ("klimaplaner", "1", "2022-12-31")
    assert (goal["naaet"], goal["belaeg_kilde_id"], goal["belaeg_kilde_linje"]) == ("nej", "004", "44")
    partly = {(row["projekt_id"], row["nr"]) for row in rows("vip_maal") if row["maalt"] == "delvist"}
    assert partly == {("cirkulaere-indkoeb", "2"), ("plastaffald", "2"), ("plastaffald", "3")}


def test_figures_in_our_words_are_the_printed_ones() -> None:
    """Each figure told is packaged from its line; of goals and statuses each packaged figure is also told."""
    for row in rows("vip_maal"):
        assert figures(f"{row['maal']} {row['frist_trykt']}") == figures(told("000", row["kilde_linje"])), row
        if row["belaeg"]:
            assert figures(row["belaeg"]) <= figures(told(row["belaeg_kilde_id"], row["belaeg_kilde_linje"])), row
    for row in rows("vip_status"):
        texts = {
            layout: printed(row["kilde_id"], layout)[int(row["kilde_linje"])]["tekst"]
            for layout in (
                "klima_naeste_skridt",
                "klima_status",
                "klima_afslutning",
                "klimaalliancen",
                "infrastruktur_status",
            )
            if layout in LAYOUTS[row["kilde_id"]] and int(row["kilde_linje"]) in printed(row["kilde_id"], layout)
        }
        assert figures(row["tekst"]) == figures(" ".join(texts.values())), row
        assert figures(row["kort_status"]) <= figures(row["tekst"]), row
    for row in rows("vip_haendelse"):
        assert figures(row["hvad"]) <= figures(told(row["kilde_id"], row["kilde_linje"])), row


def test_events_fall_in_the_printed_year_or_on_the_papers_date() -> None:
    dates = {row["kilde_id"]: row["dato"] for row in rows("kilde")}
    spans = {"dag": (0, 0), "maaned": (27, 30), "aarstid": (89, 91), "aar": (364, 365)}
    for row in rows("vip_haendelse"):
        since, until = (dt.date.fromisoformat(row[field]) for field in ("fra_dato", "til_dato"))
        year = str(since.year)
        assert year in told(row["kilde_id"], row["kilde_linje"]) or dates[row["kilde_id"]].startswith(year), row
        least, most = spans[row["dato_praecision"]]
        assert least <= (until - since).days <= most or row["haendelse_id"] == "energi-paa-tvaers-4", row
    for _, group in groupby(rows("vip_haendelse"), key=lambda row: row["omraade"]):
        own = [row["fra_dato"] for row in group]
        assert own == sorted(own)


def test_prices_are_the_printed_ones_in_millions() -> None:
    for line, row in printed("002", "infrastruktur_priser").items():
        columns = [
            column
            for column in described("002")["infrastruktur_priser"]["kolonner"]
            if (column["kilde_linje"], column["tabel"]) == (line, "vip_pris")
        ]
        for column, figure in zip(columns, PRICE.findall(row["tekst"]), strict=True):
            where = {key: str(value) for key, value in column["hvor"].items()}
            [cells] = [cells for cells in rows("vip_pris") if where.items() <= cells.items()]
            for field in column["felt"] if isinstance(column["felt"], list) else [column["felt"]]:
                assert float(cells[field]) == pytest.approx(float(figure.replace(",", ".")) * column.get("faktor", 1))


def test_prices_have_a_low_and_a_high_end_and_only_one_project_has_none() -> None:
    for row in rows("vip_pris"):
        low, high = row["pris_mio_kr_lav"], row["pris_mio_kr_hoej"]
        assert bool(low) == bool(high) == bool(row["pristekst"])
        assert not low or 0 < float(low) <= float(high)
        assert row["pristekst"] in told("002", row["kilde_linje"])
    assert [row["projekt_id"] for row in rows("vip_pris") if not row["pristekst"]] == ["kystbanen"]
    ranges = [row["projekt_id"] for row in rows("vip_pris") if row["pris_mio_kr_lav"] != row["pris_mio_kr_hoej"]]
    assert ranges == ["s-bane-farum-hilleroed"]


def test_every_infrastructure_project_has_its_prices_one_for_each_undertaking() -> None:
    parts = Counter(row["projekt_id"] for row in rows("vip_pris"))
    assert list(parts) == [row["projekt_id"] for row in projects("infrastruktur")]
    two = {projekt_id for projekt_id, count in parts.items() if count == 2}
    assert two == {"hilleroed-og-frederikssundsmotorvejen", "metro-fra-ny-ellebjerg"}
    for row in projects("infrastruktur"):
        assert ("hhv." in told("002", row["kilde_linje"])) == (row["projekt_id"] in two)


def test_the_catalogues_prices_are_joined_and_never_typed() -> None:
    sheets = {row["indsats_nr"]: row for row in rows("mobilitet_indsats")}
    prices = {(row["projekt_id"], row["del"]): row["pristekst"] for row in rows("vip_pris")}
    numbers = {row["indsats_nr"] for row in rows("vip_katalog")}
    for row in rows("vip_katalog"):
        sheet = sheets[row["indsats_nr"]]
        assert all(row[field] == sheet[field] for field in ("kilde_id", "kilde_linje", "side"))
        assert not re.search(r"\bmi[oa]\.|\bkr\.", row["forklaring"])
        years = set(re.findall(r"\d{4}", sheet["baseret_paa"]))
        assert set(re.findall(r"\d+", row["forklaring"])) <= years | numbers
        if row["sammenlignelig"] == "true":
            assert prices[row["projekt_id"], row["del"]]
            assert sheet["anlaeg_status"] == "oplyst"
    apart = {row["projekt_id"] for row in rows("vip_katalog") if row["sammenlignelig"] == "false"}
    assert apart == {"kystbanen", "letbane-gladsaxe-noerrebro", "tog-roskilde-lufthavnen"}


def test_the_catalogues_price_level_is_the_printed_one() -> None:
    [caveat] = description.table("vip_katalog").caveats
    source = next(row["fil"] for row in rows("kilde") if row["kilde_id"] == "004")
    [line] = re.findall(r"004, linje (\d+)", caveat.text)
    printed_there = joined(source, int(line), int(line) + 3)
    for figure in ("prisindeks 2024", "50"):
        assert figure in caveat.text
        assert figure in printed_there


def test_the_same_places_are_named_in_the_list_and_in_the_catalogue() -> None:
    sheets = {row["indsats_nr"]: row for row in rows("mobilitet_indsats")}
    names = {row["projekt_id"]: row["navn"] for row in rows("vip_projekt")}
    shared = {"1": "Kystbane", "2": "Gladsaxe", "8": "Roskilde", "11": "Hillerød", "12": "Hvidovre", "13": "Rødovre"}
    shared |= {"14": "Bispebjerg", "27": "Ring 5 Syd"}
    for row in rows("vip_katalog"):
        place, sheet = shared[row["indsats_nr"]], sheets[row["indsats_nr"]]
        assert place in names[row["projekt_id"]]
        assert place in sheet["navn"] + sheet["beskrivelse"]


@pytest.mark.parametrize(("kilde_id", "name"), PACKAGED)
def test_the_printed_tokens_stand_in_the_source_in_order(kilde_id: str, name: str) -> None:
    layout = described(kilde_id)[name]
    [file] = [row["fil"] for row in rows("kilde") if row["kilde_id"] == kilde_id]
    assert (layout["kilde_id"], layout["fil"]) == (kilde_id, file)
    assert all(other.sha256 == layout["sha256"] for other in tables().values() if other.file == file)
    first, last = layout["linjer"]
    found = printed(kilde_id, name)
    assert {column["kilde_linje"] for column in layout["kolonner"]} == set(found)
    for line, row in found.items():
        assert first <= line <= int(row["kilde_linje_slut"]) <= last
    for line, row in found.items():
        text, at = joined(file, line, int(row["kilde_linje_slut"])).lower(), 0
        for token in row["tekst"].lower().split(", " if name == "klima_deltagere" else None):
            at = text.find(token.strip(","), at)
            assert at >= 0, (row, token)
            at += len(token.strip(","))


@pytest.mark.parametrize("name", TABLES)
def test_no_meeting_links_or_codes(name: str) -> None:
    texts = [cell for row in rows(name) for cell in row.values()]
    texts += [row["tekst"] for where in PACKAGED for row in printed(*where).values()]
    assert not [text for text in texts if MEETING.search(text)]
