"""Nothing that is added removes, hides or renames what is printed, whatever officials write into their tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from analytics.kommune import kommunetal
from analytics.tabeller import Frames
from analytics.tavler import resultatmaal, vipdeltagelse, viphaendelse, vipmaal, vipomtale
from dansk import alfabet
from data import description
from data.description import Field, Table
from data.officials.consistency import contradictions
from tests import omfang

EDITABLE = [table for table in description.tables() if table.editable]
PHASES = (Phase.explicit, Phase.generate)
"""A row that hides something is told as it was drawn: making it smaller takes minutes, and it has few cells."""
LATER = dt.date(2026, 6, 1)
"""A day when all that is printed is known, and what is added too."""
DOCUMENT = {
    "kilde_id": "005",
    "fil": None,
    "titel": "Et nyt papir",
    "moede": None,
    "dato": pd.Timestamp(2026, 3, 19),
    "dato_praecision": "dag",
    "udgiver": "KKR Hovedstaden",
}


def _texts(printed: list[str]) -> st.SearchStrategy[str]:
    """Texts that are hard to tell from printed ones, and those that interfaces stumble on."""
    near = [change(text) for text in printed[:40] for change in ("{}.".format, str.upper, "{} ".format, "{}__B".format)]
    return st.sampled_from([*near, "A__B", "Alle", "alle", "***", "# *x*", "?", "<b>", "nan", "None", "x" * 300])


def _cell(field: Field, table: Table, frames: Frames) -> st.SearchStrategy[Any]:
    column = frames[table.name][field.name]
    reference = table.reference(field.name)
    if field.name.endswith("kilde_id"):
        values: st.SearchStrategy[Any] = st.just("005")
    elif reference:
        values = st.sampled_from(sorted(frames[reference[0]][reference[1]].astype(str)))
    elif field.allowed:
        values = st.sampled_from(field.allowed)
    elif field.type in ("integer", "year"):
        low, high = int(field.minimum or 0), int(field.maximum or 3000)
        known = sorted({int(value) for value in column.dropna()})
        values = st.sampled_from(known or [low]) | st.integers(low, min(high, low + 3000))
        if field.name == "aar":
            values = st.sampled_from([*known, max(known) + 1])
    elif field.type == "number":
        values = st.floats(float(field.minimum or 0), 1e6).map(lambda value: round(value, 2))
    elif field.type == "date":
        values = st.dates(dt.date(2020, 1, 1), LATER).map(pd.Timestamp)
    elif field.type == "boolean":
        values = st.booleans()
    else:
        values = _texts(sorted(set(column.dropna().astype(str))))
    return values if field.required else st.none() | values


@st.composite
def added(draw: st.DrawFn, table: Table, frames: Frames) -> Frames:
    """All tables, and a few rows more in one of them, with keys that no printed row has."""
    cells = st.fixed_dictionaries({field.name: _cell(field, table, frames) for field in table.fields})
    documents = {"005": DOCUMENT["dato"]}
    sound = cells.filter(
        lambda row: not any(contradictions(table, tuple(row[name] for name in table.columns), documents))
    )
    rows = draw(st.lists(sound, min_size=1, max_size=3))
    before = frames[table.name]
    taken = set(before[list(table.primary_key)].astype(str).itertuples(index=False, name=None))
    new = {tuple(str(row[name]) for name in table.primary_key): row for row in rows}
    more = pd.DataFrame([row for key, row in new.items() if key not in taken], columns=before.columns)
    dated = draw(st.sampled_from([DOCUMENT["dato"], pd.Timestamp(2019, 3, 19)]))  # after all that is printed, or before
    document = pd.DataFrame([DOCUMENT | {"dato": dated}])[list(frames["kilde"].columns)]
    result = {
        **frames,
        "kilde": pd.concat([frames["kilde"], document.astype(frames["kilde"].dtypes)], ignore_index=True),
    }
    if table.name != "kilde":
        together = pd.concat([before, more.astype(before.dtypes)], ignore_index=True)
        result[table.name] = together
    return result


def shown(frames: Frames) -> Iterator[tuple[Any, ...]]:
    """What boards and kommune pages show of goals, projects, events and figures, each by its name and its place."""
    yield from _goals(frames)
    yield from _projects(frames)
    yield from _figures(frames)


def _goals(frames: Frames) -> Iterator[tuple[Any, ...]]:
    for year, goals in resultatmaal.aarstavler(frames, LATER).items():
        for goal in goals:
            for each in (goal, *goal.tidligere):
                yield "resultatmål", year, each.nummer, goal.tema, goal.maal, each.kilde, each.realiseret_tal
    yield from (("tema", theme) for theme in resultatmaal.temaer(frames))


def _projects(frames: Frames) -> Iterator[tuple[Any, ...]]:
    yield from (("mål", aim.projekt.projekt_id, aim.maal) for aim in vipmaal.maal(frames, LATER))
    for project, sections in vipomtale.historier(frames, LATER).items():
        yield from (("omtale", project, point.tekst) for section in sections for point in section.punkter)
    for omraade in ("klima", "infrastruktur"):
        for named in vipdeltagelse.deltagelse(frames, omraade, LATER):
            yield "deltager", named.projekt_id, named.aktoer_id
        yield from (("hændelse", event) for event in viphaendelse.haendelser(frames, omraade, LATER))


def _figures(frames: Frames) -> Iterator[tuple[Any, ...]]:
    times = [time for time in kommunetal.sosu_tider(frames) if not kommunetal.er_aendring(time)]
    years = kommunetal.deltagelsesaar(frames)
    measures = [
        *((kommunetal.laerepladser("ssa", time), time) for time in times),
        *((kommunetal.deltagelser(each, year), str(year)) for each in kommunetal.AKTIVITETER for year in years),
    ]
    for measure, time in measures:
        rows = measure.beregn(frames, 51, 0)
        printed = rows[(rows["art"] == "trykt") & rows["vaerdi"].notna()]
        for place, value in zip(printed["sted_id"], printed["vaerdi"], strict=True):
            yield "tal", measure.navn, time, place, float(value)


@pytest.mark.parametrize("table", EDITABLE, ids=lambda table: table.name)
def test_what_is_added_hides_nothing_that_is_printed(table: Table, frames: Frames) -> None:
    before = set(shown(frames))

    @settings(max_examples=omfang.examples(5), suppress_health_check=list(HealthCheck), phases=PHASES)
    @given(added(table, frames))
    def hold(after: Frames) -> None:
        assert before - set(shown(after)) == set()

    hold()


@given(st.data())
@settings(max_examples=omfang.examples(50), suppress_health_check=list(HealthCheck))
def test_every_theme_can_be_chosen_and_the_printed_keep_their_address(
    frames: Mapping[str, Any], data: st.DataObject
) -> None:
    printed = resultatmaal.temaer(frames)
    more = data.draw(st.lists(_texts(list(printed)) | st.text(max_size=20), max_size=6))
    slugs = alfabet.slugs([*printed, *dict.fromkeys(each for each in more if each not in printed)], taken=["alle"])
    assert len(slugs) == len(set(printed) | set(more))
    assert dict(list(slugs.items())[: len(printed)]) == alfabet.slugs(printed, taken=["alle"])
