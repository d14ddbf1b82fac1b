"""The written rule for a goal's state at each of its edges, the age of a status, and the board as it stood."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from analytics import papirer
from analytics.tabeller import Frames
from analytics.tavler import vippris, vipstatus
from pages.katalog import priser

IN_2020, IN_2022, AT_THE_MEETING, IN_2025, LATER = (
    date(2020, 12, 31),
    date(2022, 11, 30),
    date(2024, 4, 19),
    date(2025, 12, 31),
    date(2026, 6, 1),
)
PAPERS = frozenset({"000", "001", "002", "004"})


def goal(**cells: object) -> pd.Series:
    blank = {
        "frist": pd.NaT,
        "frist_trykt": None,
        "maalt": "nej",
        "naaet": None,
        "belaeg_kilde_id": None,
        "belaeg_kilde_linje": pd.NA,
        "videre_i": None,
        "videre_kilde_id": None,
        "videre_kilde_linje": pd.NA,
    }
    return pd.Series(blank | cells)


SETTLED = {"belaeg_kilde_id": "004", "belaeg_kilde_linje": 44}
ONWARDS = {"videre_i": "Klimaalliancen", "videre_kilde_id": "004", "videre_kilde_linje": 126}
DUE, FAR = pd.Timestamp("2022-12-31"), pd.Timestamp("2050-12-31")
PARTLY = {"maalt": "delvist", **SETTLED}


@pytest.mark.parametrize(
    ("cells", "on", "art", "words"),
    [
        (
            {"frist": DUE, "frist_trykt": "inden udgangen af 2022"},
            date(2022, 12, 31),
            "i_gang",
            "i gang; frist inden udgangen af 2022",
        ),
        ({"frist": DUE}, date(2023, 1, 1), "ikke_maalt", "frist passeret, ikke målt i kilderne"),
        (
            {"frist": DUE, **PARTLY},
            LATER,
            "ikke_maalt",
            "frist passeret, delvist målt (004, l. 44)",
        ),
        ({"frist": DUE, "naaet": "nej", **SETTLED}, LATER, "ikke_naaet", "ikke nået til fristen (004, l. 44)"),
        ({"frist": DUE, "naaet": "ja", **SETTLED}, LATER, "naaet", "nået (004, l. 44)"),
        ({"naaet": "ja", **SETTLED}, date(2023, 1, 1), "naaet", "nået (004, l. 44)"),
        ({"frist": FAR, "frist_trykt": "I 2050", "naaet": "nej", **SETTLED}, LATER, "afsluttet", "frist i 2050"),
        (
            {"frist": FAR, **ONWARDS},
            LATER,
            "videre",
            "videreført i Klimaalliancen (004, l. 126)",
        ),
        (ONWARDS, date(2023, 1, 1), "videre", "videreført i Klimaalliancen (004, l. 126)"),
        ({}, date(2023, 12, 31), "i_gang", "i gang; målet har ingen frist"),
        ({}, date(2024, 1, 1), "afsluttet", "afsluttet 2023; målet har ingen frist"),
    ],
)
def test_a_goals_state_follows_the_written_rule(cells: dict[str, object], on: date, art: str, words: str) -> None:
    state = vipstatus.tilstand(goal(**cells), 2023, PAPERS, on)
    assert state.art == art
    assert words in state.ord


def test_what_carries_a_goal_on_stands_beside_any_other_state() -> None:
    state = vipstatus.tilstand(goal(frist=DUE, **ONWARDS), 2023, PAPERS, LATER)
    assert (state.art, state.videre) == ("ikke_maalt", "videreført i Klimaalliancen (004, l. 126)")


def test_what_no_paper_said_by_then_does_not_count() -> None:
    row = goal(frist=DUE, naaet="nej", **SETTLED, **ONWARDS)
    state = vipstatus.tilstand(row, 2023, frozenset({"000", "002"}), AT_THE_MEETING)
    assert (state.art, state.videre) == ("ikke_maalt", None)


def test_every_state_has_its_line_in_the_rule() -> None:
    assert tuple(vipstatus.REGEL) == vipstatus.ARTER


@pytest.mark.parametrize(
    ("on", "states"),
    [
        (date(2019, 12, 31), {}),
        (IN_2020, {"i_gang": 15}),
        (AT_THE_MEETING, {"ikke_maalt": 4, "afsluttet": 8, "videre": 3}),
        (IN_2025, {"ikke_naaet": 1, "ikke_maalt": 3, "afsluttet": 4, "videre": 7}),
        (LATER, {"ikke_naaet": 1, "ikke_maalt": 4, "afsluttet": 4, "videre": 6}),
    ],
)
def test_the_goals_as_they_stood(frames: Frames, on: date, states: dict[str, int]) -> None:
    assert vipstatus.tilstande(frames, on)["tilstand"].value_counts().to_dict() == states


def test_the_klima_plans_were_not_there_by_the_deadline(frames: Frames) -> None:
    first = vipstatus.tilstande(frames, IN_2025).iloc[0]
    assert (first["projekt_id"], first["ord"]) == ("klimaplaner", "ikke nået til fristen (004, l. 44)")


@pytest.mark.parametrize(
    ("on", "old"), [(date(2023, 5, 30), False), (date(2023, 5, 31), True), (date(2022, 11, 1), False)]
)
def test_ongoing_work_is_old_when_a_report_is_overdue_for_certain(on: date, old: bool) -> None:
    """November 2022 may be its last day, and half a year from then is not yet too old."""
    assert papirer.er_foraeldet(date(2022, 11, 1), "maaned", 6, on) == old


def test_an_age_is_never_less_than_nothing() -> None:
    assert papirer.mindst_gammel(date(2025, 1, 1), "aar", date(2025, 3, 1)) == 0


def test_the_newest_status_is_that_of_the_newest_paper_by_then(frames: Frames) -> None:
    def newest(on: date, *, own: bool = False) -> vipstatus.Afsnit | None:
        told = vipstatus.historier(frames, on)["plastaffald"]
        return vipstatus.seneste(told, "status", egne=own)

    assert newest(IN_2020) is None
    then, later, own = newest(IN_2022), newest(LATER), newest(LATER, own=True)
    assert then is not None and later is not None
    assert (then.dato, then.praecision, len(then.punkter)) == (date(2022, 11, 1), "maaned", 4)
    assert (later.dato, later.punkter[0].faelles) == (AT_THE_MEETING, True)
    assert own == then


def test_nobody_is_named_before_the_lists_are_printed(frames: Frames) -> None:
    assert vipstatus.deltagelse(frames, "klima", IN_2020).empty
    named = vipstatus.deltagelse(frames, "klima", IN_2022)
    assert "klimaplaner" not in set(named["projekt_id"])
    roles = named.set_index(["projekt_id", "aktoer_id"])["roller"]
    assert roles["madspild", "albertslund"] == ("tovholder", "deltager")
    assert roles["plastaffald", "dragoer"] == ("temagruppe",)
    assert not named.duplicated(["projekt_id", "aktoer_id"]).any()


def _also_named(frames: Frames, *rows: tuple[str, str, str]) -> Frames:
    more = pd.DataFrame([dict(zip(("projekt_id", "aktoer_id", "rolle"), row, strict=True)) for row in rows])
    return {**frames, "vip_deltager": pd.concat([frames["vip_deltager"], more.assign(kilde_id="002", kilde_linje=1)])}


def test_only_a_list_of_kommuner_leaves_somebody_out(frames: Frames) -> None:
    printed = vipstatus.med_liste(vipstatus.deltagelse(frames, "klima", IN_2022))
    assert len(printed) == 6 and "klimaplaner" not in printed
    rows = [("klimaplaner", "ballerup", "tovholder"), ("klimaplaner", "region-hovedstaden", "deltager")]
    named = vipstatus.deltagelse(_also_named(frames, *rows), "klima", IN_2022)
    assert "klimaplaner" in set(named["projekt_id"])
    assert vipstatus.med_liste(named) == printed
    listed = vipstatus.deltagelse(_also_named(frames, ("klimaplaner", "ballerup", "deltager")), "klima", IN_2022)
    assert vipstatus.med_liste(listed) == printed | {"klimaplaner"}


def test_who_is_named_in_a_project_of_another_field_is_not_counted(frames: Frames) -> None:
    more = _also_named(frames, ("kystbanen", "helsingoer", "deltager"))
    pd.testing.assert_frame_equal(
        vipstatus.deltagelse(more, "klima", IN_2022), vipstatus.deltagelse(frames, "klima", IN_2022)
    )
    assert list(vipstatus.deltagelse(more, "infrastruktur", IN_2022)["aktoer_id"]) == ["helsingoer"]


def test_the_half_yearly_reports_are_those_of_the_period(frames: Frames) -> None:
    due = vipstatus.rapporter(frames["vip_projekt"], frames["vip_haendelse"], "klima")
    assert due[0] == (date(2021, 3, 1), date(2021, 4, 30))
    assert due[-1] == (date(2023, 10, 1), date(2023, 11, 30))
    assert len(due) == 6
    assert vipstatus.rapporter(frames["vip_projekt"], frames["vip_haendelse"], "infrastruktur") == []


def test_the_timeline_tells_what_had_happened_and_what_was_expected(frames: Frames) -> None:
    then = vipstatus.haendelser(frames, "klima", IN_2022).set_index("haendelse_id")["ventet"]
    assert then["klima-andet-moede"] and not then["klima-kommissorium"]
    assert "klimaalliancen-workshop" not in then
    later = vipstatus.haendelser(frames, "klima", LATER)
    assert not later["ventet"].any()
    assert set(later["haendelse_id"]) == set(frames["vip_haendelse"].query("omraade == 'klima'")["haendelse_id"])


def test_prices_that_can_be_held_together_have_all_risen(frames: Frames) -> None:
    found = {(one.projekt_id, one.del_): one for one in vippris.anlaeg(frames, IN_2025)}
    assert {key for key, one in found.items() if one.retning} == {
        ("ring-5-syd", 1),
        ("metro-fra-ny-ellebjerg", 1),
        ("metro-fra-ny-ellebjerg", 2),
        ("s-bane-farum-hilleroed", 1),
    }
    assert {one.retning for one in found.values()} == {"over", None}
    metro = found["metro-fra-ny-ellebjerg", 1]
    assert metro.katalogpris.lav == sum(led.pris.lav or 0 for led in metro.katalog)
    assert len(metro.katalog) == 2
    assert not found["kystbanen", 1].pris.kendt
    assert not found["tog-roskilde-lufthavnen", 1].katalogpris.kendt


@pytest.mark.parametrize(
    ("low", "high", "way"), [(3.0, 4.0, "over"), (1.5, 1.5, "inden for"), (2.0, 2.5, "inden for"), (0.5, 0.9, "under")]
)
def test_a_price_within_the_range_is_neither_over_nor_under(low: float, high: float, way: str) -> None:
    source = vipstatus.Kilde("004", 1)
    part = vippris.Led(1, "x", "oplyst", vippris.Pris(low, high), True, "", source)
    assert vippris.Anlaeg("x", 1, "x", vippris.Pris(1.0, 2.0), "1-2", source, (part,)).retning == way


def test_the_catalogue_says_nothing_before_it_is_there(frames: Frames) -> None:
    assert vippris.anlaeg(frames, IN_2020) == []
    assert not [one for one in vippris.anlaeg(frames, AT_THE_MEETING) if one.katalog]


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ((6600.0, 6600.0), (8000.0, 8000.0), "+1,4 mia. kr., +21 %"),
        ((1000.0, 1750.0), (2600.0, 2600.0), "+0,85 til +1,6 mia. kr., +49 til +160 %"),
        ((200.0, 200.0), (150.0, 150.0), "−50 mio. kr., −25 %"),
    ],
)
def test_a_change_is_told_in_kroner_and_percent(
    old: tuple[float, float], new: tuple[float, float], change: str
) -> None:
    source = vipstatus.Kilde("002", 1)
    part = vippris.Led(1, "x", "oplyst", vippris.Pris(*new), True, "", source)
    moved = vippris.Anlaeg("x", 1, "x", vippris.Pris(*old), "x", source, (part,)).aendring
    assert moved is not None
    told = priser.change(moved.lav, moved.hoej, moved.lav_pct, moved.hoej_pct)
    assert told.replace("\N{NO-BREAK SPACE}", " ") == change


def test_the_lists_prices_are_written_by_one_rule() -> None:
    assert priser.listed("ca. 0,182 mia. kr.", 182, 182) == "ca. 182\N{NO-BREAK SPACE}mio. kr."
    assert priser.listed("2,9 mia. kr.", 2900, 2900) == "2,9\N{NO-BREAK SPACE}mia. kr."
