"""The VIP boards: every board on every known day, for a project and for a kommune."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from analytics.tavler import vipmaal, vipomtale, vippris
from pages import components
from pages.drawing import landkort
from pages.projekter import parametre, tidslinje
from pages.projekter.infrastruktur import infrakort, infrapriser
from pages.projekter.klima import klimakort, kommuner, maaltavle
from pages.reading import queries
from pages.tavler import boards, tavleregler
from pages.tavler.tavle import Udsnit
from tests.app.conftest import Run, stands

KLIMA, INFRA = "pages/projekter/klima/side.py", "pages/projekter/infrastruktur/side.py"
DAYS = ("2020-09-30", "2022-11-30", "2025-12-31")
MEETING, IN_2025, IN_2026 = date(2024, 4, 19), date(2025, 12, 31), date(2026, 3, 1)


NO_DEADLINE = "Papirerne siger for ingen af de 15 mål, om det er nået; ingen frister er passeret, uden at papirerne"
IN_ALL = "Brøndby, Gladsaxe, Helsingør, Høje-Taastrup, København og Tårnby er nævnt i alle de 6 projekter"
SINCE_2017 = "Projekterne er fra 2017, og der rapporteres hvert år; papirerne har "
KLIMA_BOARDS = {
    "projekter": (
        ("7 klimaprojekter er i gang; 6 mangler en frisk status", 0, 7),
        ("7 klimaprojekter er i gang; alle har en frisk status", 0, 7),
        ("Alle 7 klimaprojekter er afsluttet; 1 mål blev ikke nået til fristen", 0, 7),
    ),
    "maal": (
        (NO_DEADLINE, 15, 7),
        (NO_DEADLINE, 15, 7),
        ("Papirerne siger for 1 af 15 mål, om det er nået; 3 frister er passeret, uden at papirerne", 15, 7),
    ),
    "kommuner": (
        ("Papirerne nævner endnu ingen kommuner ved klimaprojekterne", 0, 0),
        (IN_ALL, 29 + 1, 0),
        (IN_ALL, 29 + 1, 0),
    ),
    "tidslinje": (
        ("7 projekter begynder i 2020; ingen rapport er forfalden endnu", 1, 0),
        ("4 halvårlige rapporter skulle falde i perioden; papirerne har 1 af dem", 6, 0),
        ("6 halvårlige rapporter skulle falde i perioden; papirerne har 1 af dem", 14, 0),
    ),
}
INFRA_BOARDS = {
    "projekter": (
        ("Papirerne har endnu ikke listen over projekterne", 0, 0),
        ("10 projekter er prioriteret", 0, 10),
        ("3 projekter er dyrere end på listen, 5 andre uden status", 0, 10),
    ),
    "priser": (
        ("Papirerne har endnu ikke listen over projekterne", 0, 0),
        ("Listens priser kan ikke holdes op mod kataloget på den dag", 12, 0),
        ("Alle 4 anlæg, der kan sammenlignes, er dyrere i kataloget", 13, 0),
    ),
    "kort": (
        ("Papirerne har endnu ikke listen over projekterne", 0, 0),
        ("4 af 10 infrastrukturprojekter går mellem to steder på kortet", 16, 0),
        ("4 af 10 infrastrukturprojekter går mellem to steder på kortet", 16, 0),
    ),
    "tidslinje": (
        ("Der rapporteres hvert år; papirerne har ingen af rapporterne", 0, 0),
        ("Der rapporteres hvert år; papirerne har ingen af rapporterne", 0, 0),
        (f"{SINCE_2017}status for 2 af de 10 projekter", 6, 0),
    ),
}
"""What each board finds on each of the days, and how many rows of a table and how many cards or projects it has."""


def test_every_board_has_its_findings() -> None:
    told = "Sæt tavlen ind i KLIMA_BOARDS eller INFRA_BOARDS i tests/app/test_vip.py."
    assert list(KLIMA_BOARDS) == list(parametre.KLIMATAVLE.options()), told
    assert list(INFRA_BOARDS) == list(parametre.INFRATAVLE.options()), told


@pytest.mark.grundig(8)
@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize(
    ("page", "name", "board"),
    [(KLIMA, "klimatavle", board) for board in KLIMA_BOARDS] + [(INFRA, "infratavle", board) for board in INFRA_BOARDS],
)
def test_every_board_shows_what_was_known_on_the_day(
    page: str,
    name: str,
    board: str,
    day: str,
    run: Run,
    rows: list[components.Row],
    cards: list[boards.Card],
    standings: list[boards.Standing],
) -> None:
    found = (KLIMA_BOARDS if page == KLIMA else INFRA_BOARDS)[board][DAYS.index(day)]
    app = run(page, {name: board, "dato": day})
    finding, rows_shown, cards_shown = found
    assert stands(app).startswith(finding)
    assert (len(rows), len(cards) + len(standings)) == (rows_shown, cards_shown)
    assert bool(app.info) == (rows_shown == cards_shown == 0), "what is not known yet is said, and only then"


@pytest.mark.parametrize(
    ("page", "name", "board"),
    [(KLIMA, "klimatavle", board) for board in KLIMA_BOARDS] + [(INFRA, "infratavle", board) for board in INFRA_BOARDS],
)
def test_a_projector_has_the_same_finding(page: str, name: str, board: str, run: Run) -> None:
    (finding, _, _) = (KLIMA_BOARDS if page == KLIMA else INFRA_BOARDS)[board][-1]
    assert stands(run(page, {name: board, "dato": DAYS[-1], "visning": "projektor"})).startswith(finding)


@pytest.mark.parametrize(
    ("headline", "of", "finding"),
    [
        (klimakort.headline, Udsnit(date(2020, 12, 31)), "7 klimaprojekter er i gang; 6 mangler en frisk status"),
        (klimakort.headline, Udsnit(date(2022, 11, 30)), "7 klimaprojekter er i gang; alle har en frisk status"),
        (klimakort.headline, Udsnit(date(2023, 6, 1)), "7 klimaprojekter er i gang; 7 mangler en frisk status"),
        (klimakort.headline, Udsnit(MEETING), "Alle 7 klimaprojekter er afsluttet"),
        (klimakort.headline, Udsnit(IN_2025), "Alle 7 klimaprojekter er afsluttet; 1 mål blev ikke nået"),
        (klimakort.TAVLE.note, Udsnit(MEETING), "1 projekt er ført videre."),
        (klimakort.TAVLE.note, Udsnit(IN_2025), "6 projekter er ført videre, 5 af dem i Klimaalliancen."),
        (
            klimakort.headline,
            Udsnit(date(2022, 11, 30), "madspild"),
            "Madspild er i gang; status fra november 2022 (kun m",
        ),
        (
            klimakort.headline,
            Udsnit(IN_2025, "madspild"),
            "Madspild er afsluttet i 2023; papirerne siger ikke, hvad der før",
        ),
        (maaltavle.headline, Udsnit(IN_2025), "Papirerne siger for 1 af 15 mål, om det er nået; 3 frister er pas"),
        (
            kommuner.headline,
            Udsnit(IN_2025),
            "Brøndby, Gladsaxe, Helsingør, Høje-Taastrup, København og Tårnby er nævnt i",
        ),
        (
            kommuner.headline,
            Udsnit(IN_2025, kommune="gribskov"),
            "Gribskov er nævnt i 1 af de 6 projekter med en liste: Grønne drivm",
        ),
        (
            maaltavle.headline,
            Udsnit(date(2020, 12, 31)),
            "Papirerne siger for ingen af de 15 mål, om det er nået; ingen fr",
        ),
        (
            partial(tidslinje.headline, "klima"),
            Udsnit(date(2022, 10, 31)),
            "4 halvårlige rapporter skulle falde i perioden; papirerne har ing",
        ),
        (
            partial(tidslinje.headline, "klima"),
            Udsnit(IN_2025),
            "6 halvårlige rapporter skulle falde i perioden; papirerne har 1 af dem",
        ),
        (
            infrapriser.headline,
            Udsnit(IN_2025),
            "Alle 4 anlæg, der kan sammenlignes, er dyrere i kataloget",
        ),
        (
            infrapriser.headline,
            Udsnit(IN_2025, "kystbanen"),
            "Kystbanen: ingen pris på listen, kan ikke holdes op mod kata",
        ),
        (
            infrapriser.headline,
            Udsnit(IN_2025, "s-bane-farum-hilleroed"),
            "S-bane Farum-Hillerød: ca. 1-1,75 mia. kr. på l",
        ),
        (infrapriser.headline, Udsnit(date(2022, 10, 31)), "Papirerne har endnu ikke listen over projekterne"),
        (infrapriser.headline, Udsnit(MEETING), "Listens priser kan ikke holdes op mod kataloget på den dag"),
        (infrakort.headline, Udsnit(date(2024, 12, 1)), "10 projekter er prioriteret siden 2017"),
        (infrakort.headline, Udsnit(IN_2026), "3 projekter er dyrere end på listen, 5 andre uden status"),
        (
            infrakort.headline,
            Udsnit(IN_2026, "automatisering-af-s-tog"),
            "Automatiske S-tog: status mindst 22 mdr. gammel",
        ),
        (
            infrakort.headline,
            Udsnit(IN_2026, "kystbanen"),
            "Kystbanen: ingen status; nyeste omtale fra maj-december 2025 (dag ukendt)",
        ),
    ],
)
def test_the_finding_is_that_of_the_day(headline: Callable[[Udsnit], str], of: Udsnit, finding: str) -> None:
    assert headline(of).replace("\N{NO-BREAK SPACE}", " ").startswith(finding)


def test_prices_that_moved_both_ways_are_counted_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    first, *others = [one for one in queries.undertakings(IN_2025) if one.retning]
    dearer = replace(first, pris=vippris.Pris(90_000.0, 90_000.0))
    monkeypatch.setattr(queries, "undertakings", lambda _paa: [dearer, *others])
    finding = "3 af 4 anlæg, der kan sammenlignes, er dyrere i kataloget"
    assert infrapriser.headline(Udsnit(IN_2025)) == finding


def test_the_prices_different_ground_is_said(run: Run) -> None:
    assert any("prisindeks 2024" in text.value for text in run(INFRA, {"infratavle": "priser"}).markdown)


@pytest.mark.parametrize("page", [KLIMA, INFRA])
def test_before_the_first_paper_nothing_is_told(page: str, run: Run, standings: list[boards.Standing]) -> None:
    app = run(page, {"dato": "2020-01-01"})
    assert stands(app) == "Intet papir er kommet endnu"
    assert "kendes først fra" in app.info[0].value
    assert not standings


@pytest.mark.parametrize("day", ["2024-02-30", "1999-12-31", "2999-01-01", "i-gaar"])
def test_a_day_that_is_none_is_said(day: str, run: Run) -> None:
    app = run(KLIMA, {"dato": day})
    assert len(app.warning) == 1
    assert day in app.warning[0].value


def test_a_project_outside_the_catalogue_is_told_from_a_catalogue_that_is_not_there_yet(
    run: Run, cards: list[boards.Card]
) -> None:
    for day, words in (("2024-04-19", "Kataloget var der ikke endnu"), ("i-dag", "Findes ikke som anlæg i kataloget.")):
        cards.clear()
        run(INFRA, {"infratavle": "projekter", "infraprojekt": "hilleroed-station", "dato": day})
        [card] = cards
        assert words in str(card)
        assert "Papirerne har ingen status for projektet." in str(card)
        assert "Det står på listen fra november 2022 (kun måneden kendes). Alderen er talt fra" in str(card)


def test_a_dot_of_two_projects_tells_of_both(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(landkort, "show", lambda *_, circles, **__: told.extend(circle.tekst for circle in circles))
    stands(run(INFRA, {"infratavle": "kort"}))
    assert "Hillerød Station: Hillerød Station; Hillerød: S-bane Farum-Hillerød" in told
    assert len(told) == len(set(told))


def test_what_is_said_of_a_klima_project_is_taken_away_as_what_it_is_however_old() -> None:
    rows = klimakort.TAVLE.raekker(Udsnit(IN_2025, "plastaffald"))
    assert set(rows["projekt"]) == {"Plastaffald"}
    assert set(rows["slags"]) == {"Status", "Næste skridt", "Resultat"}
    assert rows.loc[rows["slags"] == "Status", "papirets dato"].nunique() > 1


def test_the_infrastructure_projects_are_taken_away_with_their_status_and_its_date() -> None:
    rows = infrakort.TAVLE.raekker(Udsnit(IN_2026)).set_index("nr.")
    assert list(rows.index) == list(range(1, 11))
    assert rows["statussens dato"].dropna().to_dict() == {
        4: "19. april 2024",
        7: "maj-december 2025 (dag ukendt)",
    }
    assert rows["statussens kilde"][4] == "001, l. 2137; 001, l. 2218"
    assert list(rows.index[rows["ældre end tiden mellem to rapporter"] == "ja"]) == [1, 4, 6, 8]
    assert infrakort.TAVLE.raekker(Udsnit(date(2022, 10, 31))).empty


@pytest.mark.parametrize("part", parametre.KLIMAAFSNIT.options())
def test_a_projector_shows_one_part_of_a_project_at_a_time(part: str, run: Run, cards: list[boards.Card]) -> None:
    stands(run(KLIMA, {"visning": "projektor", "klimaprojekt": "plastaffald", "klimaafsnit": part}))
    [card] = cards
    headings = {
        "maal": ["Mål og frist", "Hvad det blev til"],
        "status": ["Seneste status", "Seneste status om det enkelte projekt"],
        "fremad": ["Næste skridt"],
        "kommuner": ["7 kommuner på listen"],
    }
    assert [section.titel for section in card.afsnit] == headings[part]


def test_a_projector_names_the_kommuner_of_the_chosen_project_alone(run: Run, rows: list[components.Row]) -> None:
    stands(run(KLIMA, {"visning": "projektor", "klimatavle": "kommuner", "klimaprojekt": "madspild"}))
    assert [row.cells[0].text for row in rows] == ["2 Madspild"]


def test_klima_has_a_row_a_project_with_the_goal_that_was_not_met_on_top(
    run: Run, standings: list[boards.Standing]
) -> None:
    stands(run(KLIMA, {"dato": "2025-12-31"}))
    first, *others = standings
    assert (first.navn, [chip.art for chip in first.tegn]) == ("Klimaplaner", ["ikke_naaet"])
    assert (first.tekst, first.dato, first.kilde) == (
        "To kommuner mangler endnu en vedtaget plan",
        "2025",
        "004, l. 44",
    )
    assert [row.navn for row in others[:2]] == ["Madspild", "Plastaffald"], "the oldest after it"
    assert {chip.art for row in standings for chip in row.tegn} <= {"ikke_naaet", "ikke_maalt", "afsluttet"}
    assert all(len(row.tekst.split()) <= vipomtale.ORD for row in standings)


def test_infrastructure_has_a_row_a_project_with_its_price_where_no_paper_has_a_status(
    run: Run, standings: list[boards.Standing]
) -> None:
    stands(run(INFRA, {"dato": "2026-03-01"}))
    of = {row.navn: row for row in standings}
    assert len(of) == 10
    assert of["Ring 5 Syd"].tekst.replace("\N{NO-BREAK SPACE}", " ") == "Pris: 6,6 mia. kr. → 8 mia. kr."
    assert [chip.art for chip in of["Ring 5 Syd"].tegn] == ["dyrere"]
    assert of["Kystbanen"].tekst == "Ingen pris på listen"
    assert (of["Automatiske S-tog"].kilde, of["Automatiske S-tog"].alder) == ("001, l. 2218", "22 mdr.")
    assert [row.navn for row in standings if row.graa] == [
        "Hillerød- og Frederikssundsmotorvejen",
        "Østlig Ringvej",
        "Hillerød Station",
        "Automatiske S-tog",
    ]
    assert [row.graa for row in standings] == sorted((row.graa for row in standings), reverse=True)


def test_projects_that_do_not_name_the_kommune_are_faint(run: Run, standings: list[boards.Standing]) -> None:
    stands(run(KLIMA, {"kommune": "gribskov"}))
    assert [row.navn for row in standings if not row.daempet] == ["Klimaplaner", "Grønne drivmidler"]


def test_metode_has_the_boards_rules(run: Run) -> None:
    written = " ".join(text.value for text in run("pages/om/metode.py", {}).markdown)
    assert all(rule in written for rule in (*vipmaal.REGEL.values(), tavleregler.AGE))
    assert "gult til og med en afvigelse på 10 %" in written


def test_the_mobility_sheet_writes_the_lists_price_as_the_board_does(run: Run) -> None:
    written = " ".join(text.value for text in run("pages/mobilitet/indsats.py", {"indsats": "27"}).markdown)
    assert "VIP-listen: ca. 6,6\N{NO-BREAK SPACE}mia. kr." in written


def test_a_goal_keeps_the_stop_of_an_amount_before_its_deadline(
    run: Run, cards: list[boards.Card], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = queries.goals.of
    costly = queries.kept()(lambda of, paa: tuple(replace(goal, maal="At spare 5 mio. kr.") for goal in real(of, paa)))
    monkeypatch.setattr(queries, "goals", costly)
    stands(run(KLIMA, {"visning": "projektor", "klimatavle": "maal", "dato": DAYS[-1]}))
    told = [point.tekst for card in cards for section in card.afsnit for point in section.punkter]
    assert told
    assert all(re.search(r": At spare 5 mio\. kr\. \((frist .*|ingen frist)\)\.$", text) for text in told)
