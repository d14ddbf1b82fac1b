"""What the papers count per kommune: on tiles, on a map, in order, for one kommune, and all of it as a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

import pandas as pd
import streamlit as st

from analytics.begreber import FIRST_YEAR, SPECIALER
from analytics.kapacitet.formler import Reference
from analytics.kapacitet.maal import Measure
from analytics.kapacitet.rangorden import INGEN_RAEKKE, Tal, omraadetal, pladser, ranked
from analytics.kommune import kommunetal
from analytics.kommune.kommunetal import AKTIVITETER, BEGGE, I_ALT
from analytics.tabeller import Frames
from dansk import maengde, saetning, tal
from pages import components, view
from pages.components import Cell, Column, Row
from pages.drawing import downloads, maps, ranking
from pages.projekter import parametre
from pages.reading import queries, sources
from pages.view import since
from pages.view.parameters import KOMMUNE

Billede = Literal["fliser", "kort"]

KEY = "fortalt-kommune"
"""The container that the chosen kommune's figures stand in, for what leads to it."""

_SPECIALE = min(SPECIALER)
"""Measures of kommuner depend on neither speciale nor year; their function takes both."""

_WITH_FIGURES = "Kommuner med tal (beregnet)"


def choose_measure(emne: str) -> Measure:
    """Show the controls of the subject (`kommuner` or `sosu`) and return the measure that they choose."""
    if emne == "kommuner":
        measure = kommunetal.deltagelser(
            view.choose(parametre.AKTIVITET, width=215), view.value(parametre.DELTAGELSESAAR)
        )
        if len(parametre.DELTAGELSESAAR.options()) > 1:
            view.control(parametre.DELTAGELSESAAR, width=100)
    else:
        measure = kommunetal.laerepladser(
            view.choose(parametre.UDDANNELSE, width=140), view.choose(parametre.TID, width=195)
        )
    if measure.retning == "aendring":
        return measure
    opgjort = view.choose(parametre.OPGJORT, st.segmented_control, required=True)
    return kommunetal.pr_1000(measure) if opgjort == "pr-1000" else measure


def show(emne: str, measure: Measure, kommune: str, billede: Billede) -> None:
    """Show the measure for all kommuner, with the chosen one (an id or `alle`) marked and told of."""
    frames = queries.tables()
    values = ranked(_figures(measure, frames))
    reference = measure.reference(frames, _SPECIALE, FIRST_YEAR)
    headline = _headline(measure, values, reference)
    st.header(headline, anchor=False)
    st.caption(_standfirst(measure, reference))
    since.then_and_now(lambda of: ranking.named(pladser(_figures(measure, of)), measure))
    if values["vaerdi"].isna().all():
        st.caption(_about_picture(measure, values, billede))
        _everything(emne, measure)
        return

    left, right = st.columns([1.15, 1], gap="medium")
    with left:
        _picture(measure, values, reference, kommune, billede, headline)
        _take_away(emne, measure, values)
        if not view.on_projector():
            if told := measure.forudsaetninger(queries.tables()):
                st.markdown("**Forbehold**\n" + "\n".join(f"- {sentence}" for sentence in told))
            if kommune != "alle":
                _profile(emne, kommune)
    with right:
        if view.on_projector() and kommune != "alle":
            _profile(emne, kommune)
        else:
            ranking.show(
                measure,
                _in_order(measure, values),
                pladser(values),
                reference,
                finding=headline,
                chosen=None if kommune == "alle" else kommune,
                on_choose=lambda place: view.put(KOMMUNE, place or "alle"),
            )
    if not view.on_projector():
        _everything(emne, measure)


def _picture(
    measure: Measure, values: pd.DataFrame, reference: Reference, kommune: str, billede: Billede, headline: str
) -> None:
    """Show the kommuner on tiles or a map, what the chosen one has, and what must be known of the picture."""
    areas = queries.areas()
    figures = pladser(values)
    picture, legend = maps.picture(
        measure,
        omraadetal(figures, measure, areas),
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
        on_choose=lambda area: view.put(KOMMUNE, ranking.place_of(measure, area) or "alle"),
    )
    if kommune == "alle":
        st.caption("Vælg en kommune på billedet eller i listen for at se dens tal.")
    else:
        # Its areas share the kommune's figure: here its own name stands, not that of one of them.
        told = maps.told(measure, queries.kommune_names()[kommune], figures.get(kommune, INGEN_RAEKKE))
        components.chosen_bar("valgtlinje-kommune", told, "Se kommunens tal", KEY)
    st.caption(_about_picture(measure, values, billede))


def _take_away(emne: str, measure: Measure, values: pd.DataFrame) -> None:
    """Show where the figures are printed, their files, and their source."""
    papers = set(values["kilde_id"])
    downloads.bar(
        emne,
        ranking.download(measure, _in_order(measure, values), _SPECIALE, FIRST_YEAR),
        tables=measure.tabeller,
        selection=ranking.selection(measure, _SPECIALE, FIRST_YEAR, "alle", "alle"),
        printed=ranking.printed(measure, _in_order(measure, values)),
        kilder=papers,
    )
    sources.footer(measure.tabeller, _computed([(measure, values)]), papers)


def _in_order(measure: Measure, values: pd.DataFrame) -> dict[str, Tal]:
    return ranking.in_order(measure, pladser(values), queries.area_names())


def _figures(measure: Measure, frames: Frames) -> pd.DataFrame:
    return measure.beregn(frames, _SPECIALE, FIRST_YEAR)


def _headline(measure: Measure, values: pd.DataFrame, reference: Reference) -> str:
    """Return the finding: who has most, and of how many; of a change, also what it comes to and who lost most."""
    known, names = values.dropna(subset=["vaerdi"]), queries.kommune_names()
    if measure.retning != "aendring" or known.empty:
        finding = ranking.headline(measure, _in_order(measure, values), reference)
        some = 0 < len(known) < len(names)
        return f"{finding} ({len(known)} af {len(names)} kommuner har tal)" if some else finding
    printed = _figures(measure, kommunetal.trykte_summer(queries.tables()))["vaerdi"].dropna()
    total, of = (printed.iloc[0], "regionen") if len(printed) else (known["vaerdi"].sum(), "kommuner med tal")
    most, least = known.iloc[0], known.iloc[-1]
    extremes = " og ".join(f"{names[row['sted_id']]} {tal.number(row['vaerdi'], sign=True)}" for row in (most, least))
    return f"{measure.navn} {measure.tid}: {tal.number(total, sign=True)} i {of}, mellem {extremes}"


def _standfirst(measure: Measure, reference: Reference) -> str:
    if measure.retning == "aendring":
        return f"{measure.definition} {len(queries.kommune_names())} kommuner."
    return ranking.standfirst(measure, reference, _SPECIALE, FIRST_YEAR)


def _about_picture(measure: Measure, values: pd.DataFrame, billede: str) -> str:
    """Return what must be known of the picture: København is one, who is not known and why, and that it is no map."""
    names = queries.kommune_names()
    sentences = [maps.KOEBENHAVN_AS_ONE]
    for reason, of in values.dropna(subset=["mangler"]).groupby("mangler"):
        sentences.append(f"{saetning.listed([names[place] for place in of['sted_id']])}: {tal.UNKNOWN}. {reason}")
    if without := len(names) - len(values):
        sentences.append(f"{maengde.counted(without, 'kommune', 'kommuner')} har ingen række for {measure.tid}.")
    if billede == "kort":
        sentences.append("Skematisk kort: grænserne er omtrentlige.")
    return " ".join(sentences)


def _profile(emne: str, kommune: str) -> None:
    """Show all figures of one kommune, each with its place among the others."""
    profil = queries.profile(kommune)
    lines = profil.erhverv if emne == "kommuner" else profil.sosu
    cells = {
        words: [_cell(of.maal, kommune, of.eneste, of.eneste.plads) for of in line.values()]
        for words, line in lines.items()
    }
    headings = list(next(iter(lines.values())))
    first = next(iter(cells.values()))
    spoken = ", ".join(
        f"{h.lower()} {c.text}" + (f", {c.note}" if c.note else "") for h, c in zip(headings, first, strict=True)
    )
    with st.container(key=KEY):
        st.subheader(f"{profil.navn}: alle tal", anchor=False)
        components.table(
            f"kommune-{emne}",
            (
                Column("hvad", "Aktivitet" if emne == "kommuner" else "Uddannelse"),
                *(Column(f"c{i}", heading, "tal") for i, heading in enumerate(headings)),
            ),
            [Row((Cell(words), *row)) for words, row in cells.items()],
            alt=f"{profil.navn}: {spoken}. Nr. 1 er det højeste tal.",
            cards=len(headings) > 2,
        )
        st.caption("Nr. 1 er det højeste tal blandt de kommuner, der har et.")


def _cell(measure: Measure, place: str, figure: Tal | None, number: int | None = None) -> Cell:
    """Return the cell of a place's figure (None without) and its place."""
    if figure is None:
        return Cell(tal.UNKNOWN, unknown=True)
    return Cell(
        maps.figure(measure, figure),
        figure.vaerdi,
        mark=ranking.mark(measure, place, _SPECIALE, figure),
        unknown=figure.vaerdi is None,
        note=None if number is None else f"nr. {number}",
    )


def _everything(emne: str, shown: Measure) -> None:
    """Show every figure of every kommune, and below them their sums; per citizen where the shown measure is."""
    frames, names = queries.tables(), queries.kommune_names()
    measures, title = _columns(emne, shown)
    figures = {heading: _figures(measure, frames).set_index("sted_id") for heading, measure in measures.items()}
    tables = tuple(dict.fromkeys(name for measure in measures.values() for name in measure.tabeller))
    papers = {kilde_id for of in figures.values() for kilde_id in of["kilde_id"]}
    columns = [(measures[h], pladser(of.reset_index())) for h, of in figures.items()]
    sums, told = _sums(measures)
    st.subheader(title, anchor=False)
    components.table(
        f"alle-{emne}",
        (Column("kommune", "Kommune", ubrudt=True), *(Column(f"c{i}", h, "tal") for i, h in enumerate(measures))),
        [
            *(
                Row((Cell(name), *(_cell(measure, place, of.get(place)) for measure, of in columns)), id=place)
                for place, name in names.items()
            ),
            *sums,
        ],
        alt=f"{title}: {len(names)} kommuner, og nederst summerne.",
        on_choose=lambda place: view.put(KOMMUNE, place or "alle"),
        chosen=view.held(KOMMUNE),
        cards=True,
    )
    if told:
        st.caption(told)
    downloads.bar(
        f"alle-{emne}",
        pd.DataFrame(
            {"kommune": list(names.values())}
            | {heading: of["vaerdi"].reindex(list(names)).to_numpy() for heading, of in figures.items()}
        ),
        tables=tables,
        selection=title,
        kilder=papers,
    )
    sources.footer(tables, _computed([(measures[h], of) for h, of in figures.items()]), papers)


def _computed(figures: Iterable[tuple[Measure, pd.DataFrame]]) -> str | None:
    """Return how the figures that were worked out were, or None where all are printed."""
    formulas = dict.fromkeys(measure.formel for measure, of in figures if (of["art"] == "beregnet").any())
    return f"{'; '.join(formulas)}." if formulas else None


def _columns(emne: str, shown: Measure) -> tuple[Mapping[str, Measure], str]:
    """Return the columns of the table of everything, by heading, and its title."""
    per_citizen = "befolkning" in shown.ogsaa
    if emne == "kommuner":
        assert shown.kun_aar is not None
        parts = [aktivitet for aktivitet in AKTIVITETER if aktivitet != I_ALT]
        measures = {AKTIVITETER[part]: kommunetal.deltagelser(part, shown.kun_aar) for part in (*parts, I_ALT)}
        title = f"Alle kommuner og aktiviteter, {shown.tid}"
    else:
        times = sorted(kommunetal.sosu_tider(queries.tables()).items())
        measures = {
            f"{kind}, {words.lower()}": kommunetal.laerepladser(uddannelse, time)
            for uddannelse, kind in (("ssa", "Assistenter"), ("ssh", "Hjælpere"), (BEGGE, "Begge"))
            for time, words in times
            if not (per_citizen and kommunetal.er_aendring(time))
        }
        title = "Alle kommuner, uddannelser og år"
    if per_citizen:
        return {h: kommunetal.pr_1000(measure) for h, measure in measures.items()}, f"{title}, pr. 1.000 borgere"
    return measures, title


def _sums(measures: Mapping[str, Measure]) -> tuple[list[Row], str]:
    """Return the rows at the foot and what is to be told of them: the printed sums, and what has none worked out."""
    frames = queries.tables()
    if any("befolkning" in measure.ogsaa for measure in measures.values()):
        region = {h: measure.reference(frames, _SPECIALE, FIRST_YEAR) for h, measure in measures.items()}
        whole = all(of.tekst.startswith("regionen ") for of in region.values())
        cells = (Cell(tal.number(of.vaerdi, measures[h].decimaler)) for h, of in region.items())
        return [Row((Cell("Regionen (beregnet)" if whole else _WITH_FIGURES), *cells), kind="sum")], ""
    sums = kommunetal.trykte_summer(frames)
    printed = {h: _figures(measure, sums).set_index("sted_id") for h, measure in measures.items()}
    names = dict.fromkeys(name for of in printed.values() for name in of.index)
    rows = [
        Row((Cell(name), *(_sum(measures[h], of, name) for h, of in printed.items())), kind="sum") for name in names
    ]
    if not rows:
        told = ""
    elif any((of["art"] == "beregnet").any() for of in printed.values()):
        told = "Summerne er papirets egne eller regnet af dem."
    else:
        told = f"De nederste rækker er papirets egne summer. {sources.explain_marks()}"
    if any(of["vaerdi"].isna().all() for of in printed.values()):
        known = (_figures(measure, frames)["vaerdi"].sum(min_count=1) for measure in measures.values())
        rows.append(Row((Cell(_WITH_FIGURES), *(Cell(tal.number(total)) for total in known)), kind="sum"))
    return rows, told


def _sum(measure: Measure, printed: pd.DataFrame, name: str) -> Cell:
    """Return the cell of a printed sum, which the source checks know by the name of its row."""
    if name not in printed.index:
        return Cell(tal.UNKNOWN, unknown=True)
    mark = sources.mark("kommunefordeling_total", measure.felt, raekke=name, aar=measure.kun_aar)
    return Cell(maps.figure(measure, pladser(printed.reset_index())[name]), mark=mark)
