"""What is due: each thing once, at its deadline, in the colour and with the sign of how it stands."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.drawing import charts
from pages.drawing.charts import template
from pages.style import theme
from tests import omfang

LOOKS = {
    "sen": charts.Look("sen", "!", theme.STATUS["roed"]),
    "ukendt": charts.Look("ukendt", "?", theme.UNKNOWN),
}
DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))
ROWS = st.lists(
    st.tuples(DAYS, st.integers(0, 400), st.none() | DAYS, st.sampled_from(list(LOOKS))), min_size=1, max_size=12
)


@pytest.fixture(params=["light", "dark"], autouse=True)
def mode(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(template, "mode", lambda: request.param)
    monkeypatch.setattr(template.view, "on_projector", lambda: False)
    return str(request.param)


def drawn(
    rows: list[tuple[date, int, date | None, str]], day: date = date(2024, 4, 19), *, narrow: bool = False
) -> charts.Chart:
    frame = pd.DataFrame(
        [
            (str(at), f"<Navn {at}>", "Nogen", date.fromordinal(last.toordinal() - length), last, became, look, "Sagt")
            for at, (last, length, became, look) in enumerate(rows)
        ],
        columns=["id", "navn", "hvem", "tidligst", "frist", "blev", "stand", "fortalt"],
    )
    return charts.due(
        frame,
        LOOKS,
        id="id",
        name="navn",
        who="hvem",
        first="tidligst",
        last="frist",
        became="blev",
        look="stand",
        told="fortalt",
        day=day,
        called="Dagen",
        alt="Frister",
        twin=charts.Twin((), ()),
        narrow=narrow,
    )


@omfang.PICTURES
@given(ROWS, DAYS)
def test_each_thing_stands_once_at_its_deadline_and_all_of_it_is_on_the_scale(
    rows: list[tuple[date, int, date | None, str]], day: date
) -> None:
    figure = drawn(rows, day).figure
    placed = {
        known: (x, y, trace.marker.color, sign)
        for trace in figure.data
        if trace.customdata is not None
        for (known, _), x, y, sign in zip(trace.customdata, trace.x, trace.y, trace.text, strict=True)
    }
    for at, (last, _, _, look) in enumerate(rows):
        colour = theme.as_in(LOOKS[look].colour, template.mode())
        assert placed[str(at)] == (last.toordinal(), at + 0.5, colour, f"<b>{LOOKS[look].sign}</b>")
    low, high = figure.layout.xaxis.range
    drawn_at = [x for trace in figure.data for x in trace.x if x is not None]
    assert all(low <= x <= high for x in (*drawn_at, day.toordinal()))


@omfang.PICTURES
@given(ROWS)
def test_names_reach_into_the_picture_and_begin_beyond_their_marks(
    rows: list[tuple[date, int, date | None, str]],
) -> None:
    figure = drawn(rows).figure
    low, high = figure.layout.xaxis.range
    for at, (last, length, became, _) in enumerate(rows):
        [note] = [each for each in figure.layout.annotations if f"&lt;Navn {at}&gt;" in each.text]
        marks = [last.toordinal(), last.toordinal() - length, *([became.toordinal()] if became else [])]
        right = last.toordinal() <= (low + high) / 2
        assert (note.xanchor, note.x) == (("left", max(marks)) if right else ("right", min(marks)))


@omfang.PICTURES
@given(ROWS)
def test_on_a_phone_each_name_stands_above_its_marks(rows: list[tuple[date, int, date | None, str]]) -> None:
    figure = drawn(rows, narrow=True).figure
    names = {each.text: each for each in figure.layout.annotations if "Navn" in each.text}
    assert {(each.x, each.xref, each.y) for each in names.values()} == {
        (0, "paper", at + 0.25) for at in range(len(rows))
    }
    marks = [y for trace in figure.data if trace.customdata is not None for y in trace.y]
    assert sorted(marks) == [at + 0.7 for at in range(len(rows))]


def test_a_look_that_is_none_and_nothing_at_all_are_refused() -> None:
    with pytest.raises(ValueError, match="looks"):
        drawn([(date(2024, 1, 1), 0, None, "findes-ikke")])
    with pytest.raises(ValueError, match="nothing"):
        drawn([])


def test_only_the_looks_that_there_are_stand_above() -> None:
    named = [trace.name for trace in drawn([(date(2024, 1, 1), 0, None, "sen")]).figure.data if trace.name]
    assert named == ["! sen"]
