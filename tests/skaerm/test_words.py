"""Words, numbers and English as a reader takes them: each rule by what it catches and what it lets be."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

import pytest

from pages.navigation.registry import PAGES
from pages.server.phrases import PHRASES
from tests.project import ROOT
from tests.skaerm import words

# What Streamlit, Plotly and deck.gl write themselves, and no file of ours has.
OTHERS = (
    *("Deploy", "Rerun", "Choose an option", "No results", "Select all", "Page not found", "Connecting", "Running..."),
    *("Download plot as a PNG", "Zoom in", "Zoom out", "Pan", "Reset axes", "Autoscale", "Toggle Spike Lines"),
    *(
        "Show closest data on hover",
        "Produced with Plotly.js",
        "View fullscreen",
        "Press Enter to apply",
        "Browse files",
    ),
    *("Drag and drop file here", "Limit 200MB per file", "Main menu", "App pages", "Clear all", "Open", "Print"),
    *("January 2024", "12 days", "Please wait", "This app has encountered an error", "Connection error"),
)
DANISH = (
    *("To kommuner er over loftet", "By og land", "I alt 4 af 29", "Er der is på vandet?", "Last og rejs"),
    *("Det er så det", "Valby har færrest at vælge mellem", "Open source i kommunerne", "Fra A til B", "Data", "Links"),
    *(
        "Total",
        "Hele kortet",
        "Man kan have en have",
        "Ad hoc",
        "Der var tre: den, det og de",
        "Sol over hav",
        "Status",
    ),
    *("Kort, rækkefølge og profil", "WHO og ITS", "all-inclusive", "fil.csv på view_1", "kkr@page.dk", "i ét drag"),
    *("Early Warning", "Trafikplan for Ring 5", "april, august, september, november og december", "CO2 pr. år"),
    *("All", "Forside", "Men hun er her", "Læs mere under kilder"),
)


@pytest.mark.parametrize("text", OTHERS)
def test_english_is_found(text: str) -> None:
    assert words.english(text)


@pytest.mark.parametrize("text", DANISH)
def test_danish_and_names_are_let_be(text: str) -> None:
    assert words.english(text) == []


def _phrases() -> Iterator[str]:
    """What Streamlit's scripts say before it is put into Danish, without the code around it."""
    for of in PHRASES.values():
        for english in of:
            said = re.sub(r"^.*:[`\[]|[`\"\[\],{}$]", "", english.removeprefix("children:[`"))
            yield said.strip(" :.") or english


@pytest.mark.parametrize("phrase", list(_phrases()))
def test_what_streamlit_says_would_be_seen(phrase: str) -> None:
    assert words.english(phrase), f"«{phrase}» would not be seen to be English."


@pytest.mark.parametrize(
    "value", ["null", "None", "nan", "NaN", "NaT", "undefined", "true", "False", "[object Object]"]
)
def test_what_a_program_leaves_over_is_found(value: str) -> None:
    assert words.english(f"Valby: {value} uger") == [value]
    assert words.english(f"{value}-værdi") == [] or value.startswith("[")


def test_nothing_in_the_papers_is_taken_for_english() -> None:
    texts = {
        cell
        for file in sorted((ROOT / "data" / "kilder").rglob("*.csv"))
        for row in csv.reader(file.read_text(encoding="utf-8-sig").splitlines())
        for cell in row
        if cell not in {"true", "false"}
    }
    assert len(texts) > 3000
    assert {text: words.english(text) for text in texts if words.english(text)} == {}


def test_no_page_of_the_menu_has_an_english_name() -> None:
    assert [words.english(f"{page.title}. {page.answers}") for page in PAGES] == [[]] * len(PAGES)


@pytest.mark.parametrize(
    ("text", "counted", "numbered"),
    [
        ("Valby er ringest dækket", 4, 0),
        ("14.324 borgere pr. kapacitet", 3, 1),
        ("44 % færre (62)", 1, 2),
        ("12,8 mio. kr.", 2, 1),
        ("2023-2024 og 19. april", 2, 3),
        ("−1,5 – ▲ · →", 0, 1),
        ("S-tog, CO2 og 30-årige", 4, 0),
        ("5\u00a0af\u00a037", 1, 2),
        ("kl. 11:30", 1, 1),
        ("", 0, 0),
    ],
)
def test_words_and_numbers_are_told_apart(text: str, counted: int, numbered: int) -> None:
    assert (len(words.words(text)), len(words.numbers(text))) == (counted, numbered)
