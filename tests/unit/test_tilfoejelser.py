"""Nothing that is added removes, hides or renames what is printed, whatever officials write into their tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from analytics.kapacitet.rangorden import pladser
from analytics.kommune import kommuneprofil, kommunetal
from analytics.moeder import opgaver, punkter
from analytics.tabeller import Frames
from analytics.tavler import resultatmaal, vipdeltagelse, viphaendelse, vipmaal, vipomtale, vipprojekt, vipstilling
from dansk import alfabet
from data.description import Table
from pages.kommunetal.parametre import DELTAGELSESAAR, TID
from pages.reading import queries
from pages.resultatmaal.parametre import MAALTEMA
from pages.tavler.parametre import DATO
from tests import omfang
from tests.tilfoejelser import EDITABLE, LATER, Row, added, rows, texts

PHASES = (Phase.explicit, Phase.generate)
"""A row that hides something is told as it was drawn: making it smaller takes minutes, and it has few cells."""
DAYS = (date(2024, 6, 1), LATER)
"""A day between the papers, and one after them all."""
PRINTED = frozenset(("000", "001", "002", "004"))
"""The papers that the boards' tables are printed in."""
OFFERED: Mapping[str, Callable[[], Mapping[Any, str]]] = {
    each.name: each.options for each in (DATO, MAALTEMA, DELTAGELSESAAR, TID)
}
"""What can be chosen on the boards and follows what officials add."""

ONE_OF_EACH = ("resultatmaal", "vip_maal", "kommunefordeling")
"""With these all that `shown` tells of is shown: they are tried each time."""


def shown(frames: Frames, table: str) -> Iterator[tuple[Any, ...]]:
    """What boards and kommune pages show that rests on a table: goals, projects, events and figures, by their names."""
    if table in ("resultatmaal", "kilde"):
        yield from ((paa, *each) for paa in DAYS for each in _goals(frames, paa))
        yield from (("tema", theme) for theme in resultatmaal.temaer(frames))
    if table.startswith("vip_") or table in ("aktoer", "kilde"):
        yield from ((paa, *each) for paa in DAYS for each in _projects(frames, paa))
        yield from (each for kommune in ("gladsaxe", "koebenhavn") for each in _kommune(frames, kommune))
    if table in ("kommunefordeling", "kommunefordeling_total", "sosu_laereplads", "kilde"):
        yield from _figures(frames)
    if table in ("moede_opfoelgning", "vip_maal", "kilde"):
        yield from ((paa, *each) for paa in DAYS for each in _meetings(frames, paa))


def _goals(frames: Frames, paa: date) -> Iterator[tuple[Any, ...]]:
    for year, goals in resultatmaal.aarstavler(frames, paa).items():
        for goal in goals:
            for each in (goal, *goal.tidligere):
                yield "resultatmål", year, each.nummer, goal.tema, goal.maal, each.kilde, each.realiseret_tal


def _projects(frames: Frames, paa: date) -> Iterator[tuple[Any, ...]]:
    yield from (("mål", aim.projekt.projekt_id, aim.maal) for aim in vipmaal.maal(frames, paa))
    for project, sections in vipomtale.historier(frames, paa).items():
        yield from (("omtale", project, point.tekst) for section in sections for point in section.punkter)
    yield from (("anlæg", each.projekt.projekt_id, each.anlaeg) for each in vipstilling.omtaler(frames, paa))
    for omraade in get_args(vipprojekt.Omraade):
        named = vipdeltagelse.deltagelse(frames, omraade, paa)
        yield from (("deltager", each.projekt_id, each.navn, role) for each in named for role in each.roller)
        for project in vipprojekt.projekter(frames, omraade):
            listed = vipdeltagelse.liste(named, project.projekt_id)
            yield from (("på listen", project.projekt_id, kommune) for kommune in listed.alle_kommuner)
        yield from (("hændelse", event) for event in viphaendelse.haendelser(frames, omraade, paa))


def _meetings(frames: Frames, paa: date) -> Iterator[tuple[Any, ...]]:
    for task in opgaver.opgaver(frames, paa):
        yield "opgave", task.opgave_id, task.kort, task.hvad, task.frist
        yield from (("blev til", task.opgave_id, told.hvad, told.kilde) for told in task.opfoelgning)
    for item in punkter.punkter(frames, paa).values():
        yield from (("blev til", item.punkt_id, told.hvad, told.kilde) for told in item.opfoelgning)


def _figures(frames: Frames) -> Iterator[tuple[Any, ...]]:
    times = [time for time in kommunetal.sosu_tider(frames) if not kommunetal.er_aendring(time)]
    years = kommunetal.deltagelsesaar(frames)
    measures = [
        *((kommunetal.laerepladser(each, time), time) for each in ("ssa", "ssh") for time in times),
        *((kommunetal.deltagelser(each, year), str(year)) for each in kommunetal.AKTIVITETER for year in years),
    ]
    for lines in (kommunetal.deltagelseslinjer(frames), kommunetal.sosulinjer(frames)):
        told = ((line, heading) for line, headings in lines.items() for heading in headings)
        yield from (("linje", *each) for each in told if not each[1].startswith("Pr."))  # of the last year alone
    for measure, time in measures:
        for place, figure in pladser(measure.beregn(frames, 51, 0)).items():
            if figure.kilde_id in PRINTED:
                yield "tal", measure.navn, time, place, figure.vaerdi, figure.mangler, figure.kilde_linje


def _kommune(frames: Frames, kommune_id: str) -> Iterator[tuple[Any, ...]]:
    nothing_measured = kommuneprofil.Maalinger(fysioterapi=(), erhverv={}, sosu={})
    for project in kommuneprofil.profil(frames, nothing_measured, kommune_id).projekter:
        yield from ((kommune_id, project.navn, role) for role in project.roller)


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(each, marks=[] if each.name in ONE_OF_EACH else pytest.mark.grundig(0), id=each.name)
        for each in EDITABLE
    ],
)
def test_what_is_added_hides_nothing_that_is_printed(
    table: Table, frames: Frames, monkeypatch: pytest.MonkeyPatch
) -> None:
    def offered(of: Frames) -> dict[str, Mapping[Any, str]]:
        monkeypatch.setattr(queries, "tables", lambda: of)
        return {name: options() for name, options in OFFERED.items()}

    before, choices = set(shown(frames, table.name)), offered(frames)
    assert before, f"Lad `shown` i denne fil svare med, hvad {table.name} viser."

    @settings(max_examples=omfang.examples(6), suppress_health_check=list(HealthCheck), phases=PHASES)
    @given(rows(table, frames))
    def hold(more: list[Row]) -> None:
        after = added(frames, {table.name: more})
        assert before - set(shown(after, table.name)) == set()
        for name, options in offered(after).items():
            assert choices[name].items() <= options.items(), name
        themes = OFFERED["maaltema"]().values()
        assert set(resultatmaal.temaer(after)) <= set(themes)

    hold()


def test_a_paper_of_the_same_day_leaves_the_printed_ones_name(frames: Frames, monkeypatch: pytest.MonkeyPatch) -> None:
    """A day stands once among those that can be chosen, by the paper that is printed."""
    status = frames["vip_status"].iloc[0].to_dict() | {"kilde_id": "007", "dato": date(2024, 4, 19)}
    monkeypatch.setattr(queries, "tables", lambda: added(frames, {"vip_status": [status]}))
    assert DATO.options()[date(2024, 4, 19)] == "På KKR-mødet 19. april 2024"


@given(st.data())
@settings(max_examples=omfang.examples(50), suppress_health_check=list(HealthCheck))
def test_every_theme_can_be_chosen_and_the_printed_keep_their_address(
    frames: Mapping[str, Any], data: st.DataObject
) -> None:
    printed = resultatmaal.temaer(frames)
    more = data.draw(st.lists(texts(printed) | st.text(max_size=20), max_size=6))
    slugs = alfabet.slugs([*printed, *dict.fromkeys(each for each in more if each not in printed)], taken=["alle"])
    assert len(slugs) == len(set(printed) | set(more))
    assert dict(list(slugs.items())[: len(printed)]) == alfabet.slugs(printed, taken=["alle"])
