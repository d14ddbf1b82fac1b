"""What the papers count per kommune: on tiles, on a map, in order, for one kommune, and all of it as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from analytics import kommunetal
from analytics.kommunetal import AKTIVITETER, BEGGE, I_ALT, UDDANNELSER
from analytics.measures import FIRST_YEAR, SPECIALER, Frames, Measure, Reference, per_area, ranked
from pages.faelles import components, downloads, maps, numbers, queries, rangliste, sharing, sources, view
from pages.faelles.components import Cell, Column, Row

KEY = "fortalt-kommune"
"""The container that the chosen kommune's figures stand in, for what leads to it."""

_SPECIALE = min(SPECIALER)
"""Measures of kommuner depend on neither speciale nor year; their function takes both."""


def choose_measure(emne: str) -> Measure:
    """Show the controls of the subject (`kommuner` or `sosu`) and return the measure that they choose."""
    if emne == "kommuner":
        measure = kommunetal.deltagelser(view.choose("aktivitet", width=215))
    else:
        measure = kommunetal.laerepladser(
            view.choose("uddannelse", st.segmented_control, required=True), view.choose("tid", width=195)
        )
    if measure.retning == "aendring":
        return measure
    opgjort = view.choose("opgjort", st.segmented_control, required=True)
    return kommunetal.pr_1000(measure) if opgjort == "pr-1000" else measure


def show(emne: str, measure: Measure, kommune: str, billede: str) -> None:
    """Show the measure for all kommuner, with the chosen one (an id or `alle`) marked and told of."""
    frames, areas = queries.tables(), queries.areas()
    values = ranked(_figures(measure, frames))
    reference = measure.reference(frames, _SPECIALE, FIRST_YEAR)
    headline = _headline(measure, values, reference)
    st.header(headline, anchor=False)
    st.caption(_standfirst(measure, reference))
    sharing.then_and_now(lambda of: rangliste.named(_figures(measure, of), measure))

    left, right = st.columns([1.15, 1], gap="medium")
    with left:
        picture, legend = maps.picture(
            measure,
            per_area(values, measure, areas),
            reference,
            chosen=set(areas.loc[areas["kommune_id"] == kommune, "omraade_id"]),
            in_focus=set(areas["omraade_id"]),
        )
        components.area_map(
            "kort-kommuner",
            billede,
            picture,
            legend,
            alt=headline,
            on_choose=lambda area: view.put("kommune", rangliste.place_of(measure, area) or "alle"),
        )
        if kommune == "alle":
            st.caption("Vælg en kommune på billedet eller i listen for at se dens tal.")
        else:
            area = rangliste.area_of(measure, kommune)
            components.chosen_bar("valgtlinje-kommune", picture[area].beskrivelse, "Se kommunens tal", KEY)
        st.caption(_about_picture(values, billede))
        downloads.bar(
            emne,
            rangliste.download(measure, values, _SPECIALE, FIRST_YEAR),
            tables=measure.tabeller,
            selection=rangliste.selection(measure, _SPECIALE, FIRST_YEAR, "alle", "alle"),
            printed=rangliste.printed(measure, values),
        )
        sources.footer(measure.tabeller, None if measure.formel == "som trykt" else f"{measure.formel}.")
        if not view.on_projector():
            st.markdown("**Forbehold**\n" + "\n".join(f"- {sentence}" for sentence in measure.forudsaetninger))
            if kommune != "alle":
                _profile(emne, kommune)
    with right:
        if view.on_projector() and kommune != "alle":
            _profile(emne, kommune)
        else:
            rangliste.show(
                measure,
                values,
                values,
                reference,
                finding=headline,
                chosen=None if kommune == "alle" else kommune,
                on_choose=lambda place: view.put("kommune", place or "alle"),
            )
    if not view.on_projector():
        _everything(emne, per_citizen="borgere" in measure.formel)


def _figures(measure: Measure, frames: Frames) -> pd.DataFrame:
    return measure.beregn(frames, _SPECIALE, FIRST_YEAR)


def _headline(measure: Measure, values: pd.DataFrame, reference: Reference) -> str:
    """Return the finding: who has most; of a change, also what it comes to and who lost most."""
    if measure.retning != "aendring":
        return rangliste.headline(measure, values, int(values["vaerdi"].notna().sum()), reference)
    known = values.dropna(subset=["vaerdi"])
    names = queries.kommune_names()
    total = _figures(measure, kommunetal.trykte_summer(queries.tables()))["vaerdi"]
    most, least = known.iloc[0], known.iloc[-1]
    extremes = " og ".join(
        f"{names[row['sted_id']]} {numbers.number(row['vaerdi'], sign=True)}" for row in (most, least)
    )
    return f"{measure.navn} {measure.tid}: {numbers.number(total.iloc[0], sign=True)} i regionen, mellem {extremes}"


def _standfirst(measure: Measure, reference: Reference) -> str:
    if measure.retning == "aendring":
        return f"{measure.definition} {len(queries.kommune_names())} kommuner."
    return rangliste.standfirst(measure, reference, _SPECIALE, FIRST_YEAR)


def _about_picture(values: pd.DataFrame, billede: str) -> str:
    """Return what must be known of the picture: København is one, who is not known and why, and that it is no map."""
    names = queries.kommune_names()
    sentences = [maps.KOEBENHAVN_AS_ONE]
    for reason, of in values.dropna(subset=["mangler"]).groupby("mangler"):
        sentences.append(f"{numbers.listed([names[place] for place in of['sted_id']])}: {numbers.UNKNOWN}. {reason}")
    if billede == "kort":
        sentences.append("Skematisk kort: grænserne er omtrentlige.")
    return " ".join(sentences)


def _rows_of_measures(emne: str) -> Mapping[str, Sequence[Measure]]:
    """Return what is told of a kommune: a row's name, and its measures in the order of the columns."""
    if emne == "kommuner":
        counted = {name: kommunetal.deltagelser(aktivitet) for aktivitet, name in AKTIVITETER.items()}
        return {name: (measure, kommunetal.pr_1000(measure)) for name, measure in counted.items()}
    times = sorted(kommunetal.sosu_tider(queries.tables()))
    latest = max(time for time in times if not kommunetal.er_aendring(time))
    return {
        name[0].upper() + name[1:]: (
            *(kommunetal.laerepladser(uddannelse, time) for time in times),
            kommunetal.pr_1000(kommunetal.laerepladser(uddannelse, latest)),
        )
        for uddannelse, name in UDDANNELSER.items()
    }


def _profile(emne: str, kommune: str) -> None:
    """Show all figures of one kommune, each with its place among the others."""
    rows = _rows_of_measures(emne)
    name = queries.kommune_names()[kommune]
    frames = queries.tables()
    if emne == "kommuner":
        headings = ["Deltagelser", "Pr. 1.000 borgere"]
    else:
        times = kommunetal.sosu_tider(frames)
        headings = [*times.values(), f"Pr. 1.000 borgere, {next(iter(times))}"]
    cells = {}
    for words, measures in rows.items():
        found = [ranked(_figures(measure, frames)).set_index("sted_id") for measure in measures]
        cells[words] = [_cell(measure, of, kommune) for measure, of in zip(measures, found, strict=True)]
    first = next(iter(cells.values()))
    spoken = ", ".join(f"{h.lower()} {c.text}, {c.note}" for h, c in zip(headings, first, strict=True))
    with st.container(key=KEY):
        st.subheader(f"{name}: alle tal", anchor=False)
        components.table(
            f"kommune-{emne}",
            (
                Column("hvad", "Aktivitet" if emne == "kommuner" else "Uddannelse"),
                *(Column(f"c{i}", heading, "tal") for i, heading in enumerate(headings)),
            ),
            [Row((Cell(words), *row)) for words, row in cells.items()],
            alt=f"{name}: {spoken}. Nr. 1 er det højeste tal.",
            cards=emne == "sosu",
        )
        st.caption(f"Nr. 1 er det højeste tal af {len(queries.kommune_names())} kommuner.")


def _cell(measure: Measure, figures: pd.DataFrame, place: str) -> Cell:
    row = figures.loc[place]
    missing = pd.isna(row["vaerdi"])
    return Cell(
        maps.figure(measure, row),
        None if missing else float(row["vaerdi"]),
        mark=rangliste.mark(measure, place, _SPECIALE, row),
        unknown=missing,
        note=f"nr. {row['plads']}" if not missing and "plads" in row else None,
    )


def _everything(emne: str, *, per_citizen: bool) -> None:
    """Show every figure of every kommune, with the printed sums, or with the region's figures per citizen."""
    frames = queries.tables()
    measures = _columns(emne, per_citizen=per_citizen)
    figures = {heading: _figures(measure, frames).set_index("sted_id") for heading, measure in measures.items()}
    names = queries.kommune_names()
    tables = tuple(dict.fromkeys(name for measure in measures.values() for name in measure.tabeller))
    title = "Alle kommuner og aktiviteter" if emne == "kommuner" else "Alle kommuner, uddannelser og år"
    st.subheader(title + (", pr. 1.000 borgere" if per_citizen else ""), anchor=False)
    components.table(
        f"alle-{emne}",
        (Column("kommune", "Kommune", ubrudt=True), *(Column(f"c{i}", h, "tal") for i, h in enumerate(measures))),
        [
            *(
                Row((Cell(name), *(_cell(measure, figures[h], place) for h, measure in measures.items())), id=place)
                for place, name in names.items()
            ),
            *_sums(emne, measures, per_citizen=per_citizen),
        ],
        alt=f"{title}: {len(names)} kommuner, og nederst summerne.",
        on_choose=lambda place: view.put("kommune", place or "alle"),
        chosen=view.held("kommune"),
        cards=True,
    )
    if emne == "kommuner" and not per_citizen:
        st.caption(f"De nederste rækker er papirets egne summer. {sources.explain_marks()}")
    downloads.bar(
        f"alle-{emne}",
        pd.DataFrame(
            {"kommune": list(names.values())}
            | {heading: of["vaerdi"].reindex(list(names)).to_numpy() for heading, of in figures.items()}
        ),
        tables=tables,
        selection=title,
    )
    sources.footer(tables)


def _columns(emne: str, *, per_citizen: bool) -> Mapping[str, Measure]:
    """Return the columns of the table of everything: heading and measure."""
    if emne == "kommuner":
        parts = [aktivitet for aktivitet in AKTIVITETER if aktivitet != I_ALT]
        measures = {AKTIVITETER[part]: kommunetal.deltagelser(part) for part in (*parts, I_ALT)}
    else:
        times = sorted(kommunetal.sosu_tider(queries.tables()).items())
        if per_citizen:
            times = [(time, words) for time, words in times if not kommunetal.er_aendring(time)]
        measures = {
            f"{kind}, {words.lower()}": kommunetal.laerepladser(uddannelse, time)
            for uddannelse, kind in (("ssa", "Assistenter"), ("ssh", "Hjælpere"), (BEGGE, "Begge"))
            for time, words in times
        }
    return {h: kommunetal.pr_1000(measure) if per_citizen else measure for h, measure in measures.items()}


def _sums(emne: str, measures: Mapping[str, Measure], *, per_citizen: bool) -> list[Row]:
    """Return the rows at the foot: the printed sums with their marks, or the region's figures per citizen."""
    frames = queries.tables()
    if per_citizen:
        region = [m.reference(frames, _SPECIALE, FIRST_YEAR).vaerdi for m in measures.values()]
        cells = (Cell(numbers.number(value, m.decimaler)) for value, m in zip(region, measures.values(), strict=True))
        return [Row((Cell("Regionen (beregnet)"), *cells), kind="sum")]
    if emne == "sosu":
        sums = kommunetal.trykte_summer(frames)
        cells = (Cell(maps.figure(m, next(_figures(m, sums).itertuples()))) for m in measures.values())
        return [Row((Cell("I alt"), *cells), kind="sum")]
    total = frames["kommunefordeling_total"]
    printed = total[total["kommune_id"].isna()].pivot(index="navn", columns="aktivitet", values="deltagelser")
    order = dict.fromkeys(total.loc[total["kommune_id"].isna()].sort_values("kilde_linje")["navn"])
    return [
        Row(
            (
                Cell(name),
                *(
                    Cell(
                        numbers.number(printed.at[name, column]),
                        mark=sources.mark("kommunefordeling_total", column, raekke=name),
                    )
                    for column in measures
                ),
            ),
            kind="sum",
        )
        for name in order
    ]
