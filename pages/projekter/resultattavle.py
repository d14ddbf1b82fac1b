"""The goals of the Erhvervshus year beside year, theme by theme: lights by the printed rule, and what is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from analytics import trafiklys
from analytics.measures import Frames
from analytics.resultattavle import UAFKLARET, Maal, aar, stilling, tavle
from pages.faelles import components, downloads, numbers, queries, sharing, sources, theme, view
from pages.faelles.components import Cell, Column, Row, Status
from pages.faelles.parameters import PARAMETERS, Choice

_TABLES = ("resultatmaal", "resultatpaastand")
_STATUS = {
    "grøn": Status("✓", theme.STATUS["groen"]),
    "gul": Status("◐", theme.STATUS["gul"]),
    "rød": Status("✕", theme.STATUS["roed"]),
    "blank": Status("○"),
    "opfyldt": Status("✓"),
    "gennemført": Status("✓"),
    "i proces": Status("◐"),
    "ikke opfyldt": Status("✕"),
    "ikke i gang": Status("✕"),
    "ikke opgjort": Status("–"),
    "ikke målt": Status("–"),
    UAFKLARET: Status("○"),
}
"""How each word for a goal's standing is shown, in the order of columns; a verdict that stands in the papers has no
colour, since no rule gives it one."""

_LIGHTS = ("grøn", "gul", "rød", "blank")

Boards = Mapping[int, Sequence[Maal]]


def show(tema: str) -> None:
    """Show the goals of a theme, by its name in the link, or of them all; on a projector first the themes alone."""
    themes = _themes()
    frames = queries.tables()
    chosen = list(themes.values()) if tema == "alle" else [themes[tema]]
    boards = {year: [goal for goal in tavle(frames, year) if goal.tema in chosen] for year in aar(frames)}
    rule = trafiklys.hent_regel(frames["resultatpaastand"])
    headline = _headline(boards, "" if tema == "alle" else f"{themes[tema]}: ")
    st.header(headline, anchor=False)
    st.caption(_rule_in_words(rule))
    sharing.then_and_now(_results)

    if tema == "alle":
        _overview(boards, themes, headline)
    if tema != "alle" or not view.on_projector():
        for name in chosen:
            _theme(name, boards, heading=tema == "alle")
    if not view.on_projector():
        with st.container(horizontal=True):
            sources.show_printed("kilde-maal", _printed(boards))
            downloads.buttons(
                "resultatmaal",
                lambda: _download(boards),
                tables=_TABLES,
                selection="Alle temaer" if tema == "alle" else themes[tema],
                url_path="resultatmaal",
            )
        with st.expander("Sådan er målene læst", icon=":material/menu_book:"):
            described = queries.description("resultatmaal")
            st.markdown("\n".join(f"- {sentence}" for sentence in (*described.lost, *described.interpreted)))
    sources.footer(_TABLES, f"lysene, efter reglen i {rule.kilde_tal} og {rule.kilde_ord}.")


def _themes() -> Mapping[str, str]:
    parameter = PARAMETERS["maaltema"]
    assert isinstance(parameter, Choice)
    return {name: words for name, words in parameter.options().items() if name != "alle"}


def _headline(boards: Boards, prefix: str) -> str:
    """Return how the latest year's goals stand, of them all: how many are reached, near, missed, and not settled."""
    year, goals = next((year, goals) for year, goals in boards.items() if goals)
    stands = stilling(goals)
    if stands.uafgjort == stands.antal:
        return f"{prefix}ingen af de {stands.antal} delmål for {year} kan afgøres ud fra papirerne"
    counts = {
        "er tæt på": stands.taet_paa,
        "er ikke nået": stands.ikke_naaet,
        "kan ikke afgøres ud fra papirerne": stands.uafgjort,
    }
    others = [f"{count} {how}" for how, count in counts.items() if count]
    rest = f"; {numbers.listed(others)}" if others else ""
    return f"{prefix}{stands.naaet} af {stands.antal} delmål for {year} er nået{rest}"


def _rule_in_words(rule: trafiklys.Regel) -> str:
    full, off = (numbers.as_printed(float(limit)) for limit in (rule.opfyldt_pct, rule.afvigelse_pct))
    words = ", ".join(f"«{state}» er {word}" for state, word in zip(rule.tilstande, _LIGHTS[:-1], strict=True))
    return (
        f"{trafiklys.AFLEDT}: farverne selv er tabt i papiret for {rule.aar}. Grøn er {full} % af målet, gul er højst "
        f"{off} % fra, rød er mere. Mål uden tal: {words}. Blank er «{rule.ikke_opgjort}» eller uklart, og så står "
        "grunden der. Mål i flere dele er ikke lagt sammen."
    )


def _overview(boards: Boards, themes: Mapping[str, str], finding: str) -> None:
    """Count how the goals of each theme and year stand; a click opens the theme."""
    columns = [Column("tema", "Tema")]
    rows = {name: [Cell(name)] for name in themes.values()}
    for year, goals in boards.items():
        found = {goal.stand for goal in goals}
        words = _LIGHTS if any(goal.lys for goal in goals) else [word for word in _STATUS if word in found]
        columns += [Column(f"{year}-{word}", f"{year}: {word}", "tal") for word in words]
        for name, cells in rows.items():
            counts = Counter(goal.stand for goal in goals if goal.tema == name)
            if counts:
                cells += [Cell(str(counts[word]), status=_STATUS[word]) if counts[word] else Cell("") for word in words]
            else:
                cells += [Cell("ingen mål", unknown=True), *[Cell("")] * (len(words) - 1)]
    ids = {words: name for name, words in themes.items()}
    components.table(
        "temaer",
        columns,
        [Row(cells, id=ids[name]) for name, cells in rows.items()],
        alt=f"{finding}. Antal delmål i hvert tema efter lys og efter papirernes egen dom.",
        on_choose=lambda chosen: view.put("maaltema", chosen or "alle"),
        cards=True,
    )
    dated = [f"{year}: {_dated(goals)}" for year, goals in boards.items() if goals]
    st.caption(f"Vælg et tema for at se det alene. {'; '.join(dated)}.")


def _dated(goals: Sequence[Maal]) -> str:
    """Return the date of what is known of these goals, no more precise than it is known, and the document."""
    documents = queries.tables()["kilde"].set_index("kilde_id")
    dates = []
    for document in sorted({goal.resultat.kilde_id for goal in goals if goal.resultat}):
        row = documents.loc[document]
        day = numbers.UNKNOWN if pd.isna(row["dato"]) else numbers.day(row["dato"], row["dato_praecision"])
        dates.append(f"{day} ({document}" + (", kun året er oplyst)" if row["dato_praecision"] == "aar" else ")"))
    return f"status {numbers.listed(dates)}" if dates else "ingen status i papirerne"


def _theme(name: str, boards: Boards, *, heading: bool) -> None:
    """Show a theme's goals: the latest year, and beside it the years before, or below it on a projector."""
    if heading:
        st.subheader(name, anchor=False)
    latest, *others = boards
    left, right = (st.container(), st.container()) if view.on_projector() else st.columns([1.2, 1], gap="medium")
    with left:
        _year(name, latest, boards[latest])
    with right:
        for year in others:
            _year(name, year, boards[year])


def _year(name: str, year: int, goals: Sequence[Maal]) -> None:
    shown = [goal for goal in goals if goal.tema == name]
    if not shown:
        st.markdown(f"Temaet har ingen mål for {year}.")
        return
    st.markdown(f"**Mål for {year}**, {_dated(shown)}")
    columns, row = _LIT if any(goal.lys for goal in shown) else _JUDGED
    components.table(
        f"maal-{year}-{name}",
        columns,
        [row(goal) for goal in shown],
        alt=_headline({year: shown}, f"{name}: "),
        cards=True,
    )


def _row_with_light(goal: Maal) -> Row:
    is_figure = goal.maal_tal is not None or goal.realiseret_tal is not None
    return Row(
        (
            Cell(f"{goal.nummer} {goal.maal}", note=goal.enhed),
            _standing(goal),
            Cell("" if goal.maal_tal is None else numbers.as_printed(goal.maal_tal)),
            Cell(
                numbers.as_printed(goal.realiseret_tal) if is_figure else "",
                unknown=is_figure and goal.realiseret_tal is None,
            ),
            Cell(_remarks(goal)),
        )
    )


def _row_with_verdict(goal: Maal) -> Row:
    result = None if goal.realiseret_tal is None else f"{_quantity(goal.realiseret_tal, goal.enhed).removesuffix('.')}."
    return Row(
        (
            Cell(
                f"{goal.nummer} {goal.maal}",
                note=None if goal.maal_tal is None else f"mål: {_quantity(goal.maal_tal, goal.enhed)}",
            ),
            _standing(goal),
            Cell(" ".join(filter(None, (result, _remarks(goal))))),
        )
    )


_LIT = (
    (
        Column("maal", "Mål"),
        Column("lys", "Lys, afledt"),
        Column("maaltal", "Måltal", "tal"),
        Column("realiseret", "Realiseret", "tal"),
        Column("kommentar", "Kommentar og grund"),
    ),
    _row_with_light,
)
_JUDGED = (
    (Column("maal", "Mål"), Column("dom", "Papirernes dom"), Column("vides", "Hvad der vides")),
    _row_with_verdict,
)


def _standing(goal: Maal) -> Cell:
    return Cell(goal.stand, status=_STATUS[goal.stand])


def _quantity(value: float | None, unit: str | None) -> str:
    return numbers.as_printed(value) + (f" {unit}" if unit and value is not None else "")


def _remarks(goal: Maal) -> str:
    """Return what the papers say of the goal, and why its light is what it is where the figures do not say so."""
    told_by_figures = goal.lys and goal.lys.farve == "groen" and goal.realiseret_tal is not None
    reason = goal.uafklaret if goal.lys is None else "" if told_by_figures else goal.lys.begrundelse
    return " ".join(filter(None, (goal.realiseret_tekst, goal.kommentar, reason)))


def _results(frames: Frames) -> pd.Series:
    """Return every result by its goal, for comparing two versions of the data."""
    return pd.Series(
        {
            f"{year}, {goal.nummer} {goal.maal}": goal.realiseret_tal
            for year in aar(frames)
            for goal in tavle(frames, year)
        },
        dtype=float,
    )


def _printed(boards: Boards) -> list[sources.Printed]:
    """Return where each goal and each result is printed."""
    return [
        sources.Printed(f"{year}, {goal.nummer}: {what}", text, "resultatmaal", at.kilde_id, at.kilde_linje)
        for year, goals in boards.items()
        for goal in goals
        for what, text, at in (
            ("mål", _quantity(goal.maal_tal, goal.enhed) if goal.maal_tal is not None else "–", goal.kilde),
            ("resultat", _quantity(goal.realiseret_tal, goal.enhed), goal.resultat),
        )
        if at
    ]


def _download(boards: Boards) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "år": str(year),
                "nr.": goal.nummer,
                "tema": goal.tema,
                "mål": goal.maal,
                "måltal": goal.maal_tal,
                "realiseret": goal.realiseret_tal,
                "enhed": goal.enhed,
                "realiseret i ord": goal.realiseret_tekst,
                "kommentar": goal.kommentar,
                "lys": goal.lys.ord if goal.lys else None,
                "lysets grund": f"{goal.lys.afledt}: {goal.lys.begrundelse}" if goal.lys else None,
                "papirernes dom": goal.tilstand,
                "hvorfor uafklaret": goal.uafklaret,
                "målet står i": str(goal.kilde),
                "resultatet står i": str(goal.resultat) if goal.resultat else None,
            }
            for year, goals in boards.items()
            for goal in goals
        ]
    )
